import { isDeepStrictEqual } from 'node:util';
import {
  dateOf,
  InvalidInput,
  isDecimal,
  type LeadFilter,
  ladderAt,
  type PeriodInput,
  resolvePeriod,
  resolveStage,
} from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import { checkAttributes } from '../query/attributes.js';
import { type Goal, latestGoals } from '../query/goals.js';
import { dateParameter, instantParameter, sql } from '../query/sql.js';
import { checkKey, checkName } from '../sla/check-names.js';
import type { Once } from './idempotency.js';
import { type Recording, recordIn } from './recording.js';

/** A property left out stays as the goal's last version has it; a new goal needs name, stage, period and target. */
export interface GoalInput {
  readonly key: string;
  readonly name?: string | undefined;
  /** Key, standard name or alias of a stage of today's ladder. */
  readonly stage?: string | undefined;
  /** Dates, or a grain and a date in it; kept as the dates that it is now. */
  readonly period?: PeriodInput | undefined;
  /** Entries, 1 to a thousand million. */
  readonly target?: number | undefined;
  readonly filter?: LeadFilter | undefined;
  /** Decimal text, 0 to 1.5; null: `goal.at_risk` is never raised. */
  readonly atRiskBelow?: string | null | undefined;
  readonly retired?: boolean | undefined;
}

export interface SetGoal {
  readonly id: number;
  readonly version: number;
}

const MOST_ENTRIES = 1_000_000_000;
const HIGHEST_PACE = 1.5;

/**
 * Records a goal, or another version of it. Where it says the same already, nothing is recorded.
 * @throws InvalidInput INVALID_KEY, INVALID_TEXT, MISSING_FIELD, UNKNOWN_STAGE, INVALID_PERIOD, INVALID_TARGET,
 *   INVALID_PACE, UNKNOWN_ATTRIBUTE, INVALID_FILTER
 */
export async function setGoal(
  database: Database,
  workspaceId: string,
  input: GoalInput,
  once?: Once,
): Promise<SetGoal> {
  checkKey(input.key);
  return recordIn(
    database,
    workspaceId,
    async (recording) => {
      const before = (await latestGoals(recording.transaction, workspaceId)).find(({ key }) => key === input.key);
      const content = contentOf(recording, input, before);
      if (before && isSame(before, content)) return { id: before.id, version: before.version };
      const id = before?.id ?? recording.nextId('definition');
      const version = (before?.version ?? 0) + 1;
      await store(recording, { ...content, id, version, key: input.key, atRiskSince: before?.atRiskSince ?? null });
      return { id, version };
    },
    once,
  );
}

type GoalContent = Omit<Goal, 'id' | 'version' | 'key' | 'atRiskSince' | 'recordedAt'>;

function contentOf({ state, recordedAt }: Recording, input: GoalInput, before: Goal | undefined): GoalContent {
  const name = given('name', input.name ?? before?.name);
  checkName(name, ['name']);
  const ladder = ladderAt(state.definitions, recordedAt);
  const stageId = input.stage === undefined ? before?.stageId : resolveStage(ladder, input.stage, ['stage']).id;
  const period = input.period === undefined ? before : fixedPeriod(input.period, state, recordedAt);
  const target = given('target', input.target ?? before?.target);
  if (!Number.isInteger(target) || target < 1 || target > MOST_ENTRIES) {
    throw new InvalidInput(
      'INVALID_TARGET',
      ['target'],
      `A target is a whole number of entries, 1 to ${MOST_ENTRIES}.`,
    );
  }
  const filter = input.filter ?? before?.filter ?? {};
  checkAttributes([], filter, state.attributeKeys);
  const { start, end } = given('period', period);
  return {
    name,
    stageId: given('stage', stageId),
    start,
    end,
    target,
    filter,
    atRiskBelow: checkedPace(input.atRiskBelow === undefined ? (before?.atRiskBelow ?? null) : input.atRiskBelow),
    retired: input.retired ?? before?.retired ?? false,
  };
}

function fixedPeriod(period: PeriodInput, state: Recording['state'], now: number) {
  if ('last' in period && period.last) {
    const expected = 'its dates, or a grain and a date in it';
    throw new InvalidInput(
      'INVALID_PERIOD',
      ['period', 'last'],
      `A goal is for one period: give ${expected}.`,
      expected,
    );
  }
  return resolvePeriod(period, state, dateOf(now, state.timeZone));
}

function checkedPace(pace: string | null): string | null {
  if (pace === null || (isDecimal(pace, 4) && Number(pace) >= 0 && Number(pace) <= HIGHEST_PACE)) return pace;
  const expected = `a decimal from 0 to ${HIGHEST_PACE} with at most 4 decimals, such as 0.8`;
  throw new InvalidInput(
    'INVALID_PACE',
    ['atRiskBelow'],
    `"${pace}" is no pace to be warned at; give ${expected}.`,
    expected,
  );
}

function given<Value>(field: string, value: Value | undefined): Value {
  if (value !== undefined) return value;
  throw new InvalidInput('MISSING_FIELD', [field], `There is no such goal yet, and a new one needs its ${field}.`);
}

function isSame(before: Goal, content: GoalContent): boolean {
  const said = ({ name, stageId, start, end, target, filter, atRiskBelow, retired }: GoalContent) => [
    [name, stageId, start, end, target, retired, atRiskBelow === null ? null : Number(atRiskBelow)],
    { ...filter },
  ];
  return isDeepStrictEqual(said(before), said(content));
}

/** What was raised stays raised: a goal that gets a new name is not at risk anew. */
async function store(
  recording: Recording,
  goal: GoalContent & Pick<Goal, 'id' | 'version' | 'key' | 'atRiskSince'>,
): Promise<void> {
  const { transaction, workspaceId, recordedAt } = recording;
  const since = goal.atRiskSince === null ? sql`NULL::timestamptz` : instantParameter(goal.atRiskSince);
  await transaction.query(sql`
    INSERT INTO goal (workspace_id, id, version, key, name, recorded_at, stage_id, starts_on, ends_on, target, filter,
      at_risk_below, retired, at_risk_since)
    VALUES (${workspaceId}::uuid, ${goal.id}::int, ${goal.version}::int, ${goal.key}, ${goal.name},
      ${instantParameter(recordedAt)}, ${goal.stageId}::int, ${dateParameter(goal.start)}, ${dateParameter(goal.end)},
      ${goal.target}::int, ${JSON.stringify(goal.filter)}::jsonb, ${goal.atRiskBelow}::numeric, ${goal.retired}, ${since})`);
  recording.changed();
}
