import { findStage, InvalidInput, ladderAt, resolveStage, type StageDefinition } from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import { type KeptQuestion, savedReport } from '../query/saved-reports.js';
import { sql } from '../query/sql.js';
import { checkedName } from './check-name.js';
import type { Once } from './idempotency.js';
import { type Recording, recordIn } from './recording.js';
import { type KeepableReport, storeReport } from './save-report.js';

/** Keys, standard names or aliases of stages of today's ladder. */
export interface StageChange {
  readonly from: string;
  readonly to: string;
}

export interface ReportToCopy {
  readonly id: string;
  /** Of the copy; no other report may have it. */
  readonly name: string;
  /** Every name in the question that means `from` becomes `to`. All at once: MQL to SQL and SQL to QSO is no chain. */
  readonly stages?: readonly StageChange[] | undefined;
  /** Members that stand in place of the question's own; null takes one away. */
  readonly changes?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Copies a saved report and adapts it: an MQL report becomes the SQL report.
 * @param reports the kinds of report, by name
 * @returns the copy's id
 * @throws InvalidInput UNKNOWN_REPORT, INVALID_NAME, INVALID_TEXT, NAME_TAKEN, UNKNOWN_STAGE, STAGE_NOT_NAMED,
 *   STAGE_TWICE, and what asking for the copy would throw now, with a path from `question` on
 */
export function copyReport(
  database: Database,
  workspaceId: string,
  { id, name, stages = [], changes = {} }: ReportToCopy,
  reports: ReadonlyMap<string, KeepableReport>,
  once?: Once,
): Promise<number> {
  return recordIn(
    database,
    workspaceId,
    async (recording) => {
      const called = checkedName(name, 'A report');
      const original = await savedReport(recording.transaction, workspaceId, id);
      const report = original ? reports.get(original.report) : undefined;
      if (!original || !report) throw unknownReport(id);
      await refuseTakenName(recording, called);
      const { state, recordedAt, transaction } = recording;
      const moved = withStages(original.question, report, ladderAt(state.definitions, recordedAt), stages);
      const question = withChanges(moved, changes);
      await report.check(transaction, workspaceId, question, recordedAt).catch((error: unknown) => {
        throw error instanceof InvalidInput ? error.within('question') : error;
      });
      return storeReport(recording, called, report.name, question);
    },
    once,
  );
}

export function unknownReport(id: string): InvalidInput {
  return new InvalidInput('UNKNOWN_REPORT', ['id'], `There is no saved report ${id}.`);
}

async function refuseTakenName({ transaction, workspaceId }: Recording, name: string): Promise<void> {
  const taken = await transaction.query(sql`
    SELECT id FROM saved_report WHERE workspace_id = ${workspaceId}::uuid AND name = ${name}`);
  if (taken.length === 0) return;
  const expected = 'another name';
  throw new InvalidInput('NAME_TAKEN', ['name'], `There is a saved report "${name}"; give ${expected}.`, expected);
}

function withStages(
  question: KeptQuestion,
  { stageMembers }: KeepableReport,
  ladder: readonly StageDefinition[],
  changes: readonly StageChange[],
): KeptQuestion {
  const targets = new Map<number, string>();
  for (const [index, { from, to }] of changes.entries()) {
    const path = ['stages', index];
    const { id } = resolveStage(ladder, from, [...path, 'from']);
    if (targets.has(id)) {
      throw new InvalidInput('STAGE_TWICE', [...path, 'from'], `"${from}" is to become two stages.`);
    }
    targets.set(id, resolveStage(ladder, to, [...path, 'to']).key);
    refuseUnnamed(from, id, [...path, 'from'], ladder, namesIn(question, stageMembers));
  }
  const changed = (name: unknown) => targets.get(findStage(ladder, String(name))?.id ?? 0) ?? name;
  const members = stageMembers.flatMap((member) => {
    const value = question[member];
    if (value == null) return [];
    return [[member, Array.isArray(value) ? value.map(changed) : changed(value)]];
  });
  return { ...question, ...Object.fromEntries(members) };
}

function namesIn(question: KeptQuestion, members: readonly string[]): string[] {
  return members.flatMap((member) => question[member] ?? []).map(String);
}

/** Whoever asks for a change that changes nothing has another report in mind. */
function refuseUnnamed(
  from: string,
  id: number,
  path: readonly (string | number)[],
  ladder: readonly StageDefinition[],
  names: readonly string[],
): void {
  if (names.some((name) => findStage(ladder, name)?.id === id)) return;
  const known = names.length === 0 ? 'no stage' : names.join(', ');
  throw new InvalidInput('STAGE_NOT_NAMED', path, `The report does not name "${from}"; it names ${known}.`, known);
}

function withChanges(question: KeptQuestion, changes: Readonly<Record<string, unknown>>): KeptQuestion {
  const given = Object.entries({ ...question, ...changes }).filter(([, value]) => value !== null);
  return Object.fromEntries(given);
}
