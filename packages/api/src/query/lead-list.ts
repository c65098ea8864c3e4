import {
  dateOf,
  findStage,
  type Instant,
  InvalidInput,
  type LeadFilter,
  ladderAt,
  type PeriodInput,
  resolvePeriod,
  resolveStage,
  type StageDefinition,
  startOfDate,
} from '@leadstage/core';
import { isStorable } from '../storable-text.js';
import { checkAttributes, leadAttribute, meets } from './attributes.js';
import { rowsBehind } from './behind.js';
import { entered, HANDOFF_FACT, isExplicit, LEAD_FACT } from './facts.js';
import type { Listing, Order } from './keyset.js';
import { empty, instantParameter, join, raw, type Sql, sql } from './sql.js';
import { withinLock } from './within-lock.js';
import type { WorkspaceState } from './workspace-state.js';

/** Conditions on leads, all of which must hold. Stages are named by key, standard name or alias, of today's ladder. */
export interface LeadListFilter {
  readonly attributes?: LeadFilter | undefined;
  /** Stands in one of these now; null: out of the ladder. */
  readonly stage?: readonly (string | null)[] | undefined;
  readonly entered?: EnteredCondition | undefined;
  /** Has a first entry into it, as a funnel counts. */
  readonly reached?: string | undefined;
  readonly notReached?: string | undefined;
  readonly owner?: string | undefined;
  readonly openHandoff?: boolean | undefined;
  /** Was counted in a number of a report: the text that stood beside it. */
  readonly behind?: string | undefined;
}

/** First entered the stage in the period, in local dates: what a throughput funnel counts as entered. */
export interface EnteredCondition {
  readonly stage: string;
  readonly period: PeriodInput;
  /** Leave out leads whose entry is implied by a later one; default false. */
  readonly explicitOnly?: boolean | undefined;
}

export interface LeadListOrder {
  /** RECORDED: as they first became known. ENTERED: by first entry into `stage`; only leads that entered it are listed. */
  readonly field: 'RECORDED' | 'ENTERED';
  /** With ENTERED. */
  readonly stage?: string | undefined;
  readonly direction: 'ASC' | 'DESC';
}

export interface LeadListQuestion {
  readonly filter?: LeadListFilter | undefined;
  readonly orderBy?: LeadListOrder | undefined;
}

export interface ListedLead {
  readonly leadId: number;
  /** First entry into the stage that the list is sorted by, else filtered by; null where it names none. */
  readonly enteredAt: Instant | null;
}

/**
 * The list of leads that a question asks for, read from the lead fact; leads merged into another are none of their own.
 * @param now entries after it do not count yet, as in a report
 * @throws InvalidInput UNKNOWN_STAGE, RETIRED_STAGE, UNKNOWN_ATTRIBUTE, INVALID_FILTER, INVALID_ORDER, INVALID_PERIOD …
 */
export function leadListing(state: WorkspaceState, { filter = {}, orderBy }: LeadListQuestion, now: Instant): Listing {
  const stageAt = (name: string, path: readonly (string | number)[]) => presentStage(state, name, path, now);
  const attributes = filter.attributes ?? {};
  checkFilterAttributes(attributes, state);
  const { id, from, ...listed } = listedLeads(state, filter, now);
  const conditions = [
    ...listed.conditions,
    ...withinLock(state, 'LEAD', id),
    ...Object.entries(attributes).map(([name, condition]) => meets(leadAttribute(name), condition)),
  ];
  const has = (stage: StageDefinition) => sql`${entered('f', stage.id)} <= ${instantParameter(now)}`;
  if (filter.stage) conditions.push(standsIn(filter.stage, stageAt));
  if (filter.entered) conditions.push(...enteredWithin(state, filter.entered, stageAt, now));
  if (filter.reached !== undefined) conditions.push(has(stageAt(filter.reached, ['filter', 'reached'])));
  if (filter.notReached !== undefined) {
    conditions.push(sql`(${has(stageAt(filter.notReached, ['filter', 'notReached']))}) IS NOT TRUE`);
  }
  if (filter.owner !== undefined) conditions.push(sql`f.owner = ${storable(filter.owner, ['filter', 'owner'])}`);
  if (filter.openHandoff !== undefined) conditions.push(handoffOpen(state, filter.openHandoff));
  const order = orderOf(orderBy, stageAt, id);
  const dated = datedStage({ filter, orderBy });
  const enteredAt = dated === null ? sql`NULL::timestamptz` : entered('f', stageAt(dated, ['orderBy', 'stage']).id);
  if (orderBy?.field === 'ENTERED') conditions.push(sql`${enteredAt} <= ${instantParameter(now)}`);
  return {
    columns: sql`${id} AS "leadId", ${enteredAt} AS "enteredAt"`,
    from: sql`${from} ${dimensionsOf(Object.keys(attributes))}`,
    conditions,
    order,
  };
}

/**
 * The leads that the conditions choose among, as facts `f`, and what their ids are read from. Behind a number they are
 * those of its day: one that has been merged into another since is listed too, unless something else is asked of it.
 */
function listedLeads(state: WorkspaceState, { behind, ...others }: LeadListFilter, now: Instant) {
  const present = sql`f.workspace_id = ${state.id}::uuid AND f.generation = ${state.generation}`;
  if (behind === undefined) return { id: raw('f.lead_id'), from: sql`${LEAD_FACT} f`, conditions: [present] };
  const join = raw(Object.values(others).every((each) => each === undefined) ? 'LEFT JOIN' : 'JOIN');
  const rows = rowsBehind(behind, 'LEADS', state, now, ['filter', 'behind']);
  const from = sql`(${rows}) b ${join} ${LEAD_FACT} f ON ${present} AND f.lead_id = b.lead_id`;
  return { id: raw('b.lead_id'), from, conditions: [] };
}

/** The stage whose entry dates the leads of a list, as it was named: the one it is sorted by, else filtered by. */
export function datedStage({ filter, orderBy }: LeadListQuestion): string | null {
  return (orderBy?.field === 'ENTERED' ? orderBy.stage : filter?.entered?.stage) ?? null;
}

type StageAt = (name: string, path: readonly (string | number)[]) => StageDefinition;

/** A stage of today's ladder; one that was there once gets an error of its own. */
function presentStage(
  { definitions }: WorkspaceState,
  name: string,
  path: readonly (string | number)[],
  now: Instant,
): StageDefinition {
  const ladder = ladderAt(definitions, now);
  if (findStage(ladder, name) || !findStage(definitions, name)) return resolveStage(ladder, name, path);
  const known = ladder.map(({ key }) => key).join(', ');
  throw new InvalidInput(
    'RETIRED_STAGE',
    path,
    `The stage "${name}" is not in force now. The ladder is: ${known}.`,
    known,
  );
}

function standsIn(names: readonly (string | null)[], stageAt: StageAt): Sql {
  if (names.length === 0) {
    throw new InvalidInput(
      'INVALID_FILTER',
      ['filter', 'stage'],
      'Name at least one stage, or null for leads out of the ladder.',
    );
  }
  const ids = names.flatMap((name, index) => (name === null ? [] : [stageAt(name, ['filter', 'stage', index]).id]));
  return sql`(f.stage_id = ANY(${ids}::int[]) OR (${names.includes(null)} AND f.stage_id IS NULL))`;
}

function enteredWithin(state: WorkspaceState, asked: EnteredCondition, stageAt: StageAt, now: Instant): Sql[] {
  const { id } = stageAt(asked.stage, ['filter', 'entered', 'stage']);
  const { start, end } = within(['filter', 'entered'], () =>
    resolvePeriod(asked.period, state, dateOf(now, state.timeZone)),
  );
  const at = entered('f', id);
  const range = sql`${at} >= ${instantParameter(startOfDate(start, state.timeZone))}
    AND ${at} < ${instantParameter(startOfDate(end, state.timeZone))} AND ${at} <= ${instantParameter(now)}`;
  return asked.explicitOnly ? [range, isExplicit('f', id)] : [range];
}

function handoffOpen({ id, generation }: WorkspaceState, wanted: boolean): Sql {
  return sql`${wanted ? empty : raw('NOT')} EXISTS (
    SELECT 1 FROM ${HANDOFF_FACT} h
    WHERE h.workspace_id = ${id}::uuid AND h.generation = ${generation} AND h.lead_id = f.lead_id AND h.closed_at IS NULL)`;
}

function orderOf(orderBy: LeadListOrder | undefined, stageAt: StageAt, leadId: Sql): Order {
  const recorded = { column: leadId, kind: 'INTEGER' } as const;
  const descending = orderBy?.direction === 'DESC';
  if (orderBy?.field === 'ENTERED') {
    if (orderBy.stage === undefined) {
      throw new InvalidInput('INVALID_ORDER', ['orderBy', 'stage'], 'To sort by entry, say into which stage.');
    }
    const { id } = stageAt(orderBy.stage, ['orderBy', 'stage']);
    const first = { column: entered('f', id), kind: 'INSTANT' } as const;
    return { name: `ENTERED ${id}`, keys: [first, recorded], descending };
  }
  if (orderBy?.stage !== undefined) {
    throw new InvalidInput('INVALID_ORDER', ['orderBy', 'stage'], 'A stage belongs to the order ENTERED.');
  }
  return { name: 'RECORDED', keys: [recorded], descending };
}

/** @throws InvalidInput with the path from `filter` on */
export function checkFilterAttributes(
  attributes: LeadFilter,
  { attributeKeys }: Pick<WorkspaceState, 'attributeKeys'>,
): void {
  within(['filter'], () => {
    try {
      checkAttributes([], attributes, attributeKeys);
    } catch (error) {
      // It speaks of a report's `filter`, whose place in a list's filter is `attributes`.
      if (!(error instanceof InvalidInput)) throw error;
      throw new InvalidInput(error.code, ['attributes', ...error.path.slice(1)], error.message, error.expected);
    }
  });
}

/** Joins the dimensions that the conditions on a fact `f` name, and no other. */
export function dimensionsOf(attributes: readonly string[]): Sql {
  const segment = attributes.some((name) => leadAttribute(name).text.startsWith('s.'));
  return join(
    [
      segment ? raw('JOIN segment s ON s.workspace_id = f.workspace_id AND s.id = f.segment_id') : empty,
      attributes.includes('account')
        ? raw('LEFT JOIN account a ON a.workspace_id = f.workspace_id AND a.id = f.account_id')
        : empty,
    ],
    ' ',
  );
}

export function storable(text: string, path: readonly (string | number)[]): string {
  if (isStorable(text)) return text;
  throw new InvalidInput('INVALID_TEXT', path, 'The text holds a NUL or half a surrogate pair; nothing has it.');
}

/** Runs `work`; what it refuses is told from `path` on. */
export function within<Result>(path: readonly string[], work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    throw path.reduceRight((fault, outer) => fault.within(outer), error);
  }
}
