import { erasOf, type Frame, type LadderEra, ladderAt, type Measure, type StageDefinition } from '@leadstage/core';
import { beyondSegment } from './attributes.js';
import type { WorkspaceState } from './workspace-state.js';

/** Where a count is read: a rollup, a fact, or the record as it was known, or stood, at an earlier instant. */
export type LeadSource = 'ROLLUP_DAY' | 'ROLLUP_MONTH' | 'FACT' | 'RECORD';

/**
 * What a measure is asked of. Entries of leads can be told for any `asOf` from the fact; where a lead stands, what became
 * of it, and its handoffs only once everything recorded has happened. Stays are in the log alone.
 */
const SUBJECTS: Readonly<Record<Measure['kind'], 'ENTRIES' | 'STANDING' | 'LOG' | 'COSTS'>> = {
  reached: 'ENTRIES',
  entered: 'ENTRIES',
  unassigned: 'ENTRIES',
  duration: 'ENTRIES',
  lag: 'ENTRIES',
  value: 'ENTRIES',
  incidence: 'STANDING',
  standing: 'STANDING',
  handoffs: 'STANDING',
  reasons: 'STANDING',
  sla: 'STANDING',
  responses: 'STANDING',
  stay: 'LOG',
  spend: 'COSTS',
  firstCost: 'COSTS',
};

/** The cheapest source that answers a measure exactly; null for cost. All sources agree; a test holds them to it. */
export function sourceOf(measure: Measure, frame: Frame, workspace: WorkspaceState): LeadSource | null {
  const subject = SUBJECTS[measure.kind];
  if (subject === 'COSTS') return null;
  if (subject === 'LOG' || frame.knownAt < workspace.lastRecordedAt || isRestated(frame, workspace)) return 'RECORD';
  if (subject === 'STANDING') return factsStand(frame, workspace) ? 'FACT' : 'RECORD';
  if (!isCount(measure) || !rollupsAreCurrent(frame, workspace)) return 'FACT';
  const attributes = [...Object.keys(frame.filter), ...frame.by];
  if (attributes.length === 0) return 'ROLLUP_DAY';
  return beyondSegment(attributes).length === 0 && isWholeMonths(frame) ? 'ROLLUP_MONTH' : 'FACT';
}

function isCount(measure: Measure): boolean {
  switch (measure.kind) {
    case 'reached':
      return measure.unit === 'LEAD' && measure.within === null && measure.watchedFor === null && !measure.explicitOnly;
    case 'entered':
      return measure.unit === 'LEAD' && !measure.explicitOnly;
    default:
      return false;
  }
}

/**
 * Whether the question reads the past under another ladder than the facts do, in any era in which something happened. Eras
 * after `asOf` matter too: a lead stands in the first stage since its creation only if nothing recorded of it ever is an entry.
 */
function isRestated({ ladderMode, definitions }: Frame, workspace: WorkspaceState): boolean {
  const { earliestOccurredAt: first, latestOccurredAt: last } = workspace;
  if (ladderMode === 'AS_THEN' || first === null || last === null) return false;
  const eras = erasOf(workspace.definitions).filter(({ from, until }) => from <= last && (until ?? Infinity) > first);
  const today = erasOf(definitions).map(rungs)[0];
  return eras.some((era) => rungs(era) !== today) || (eras[0]?.from ?? Infinity) > first;
}

/** What a ladder makes of an event. */
function rungs({ stages, withRetired }: LadderEra): string {
  return JSON.stringify([stages.map(({ id, key, standard }) => [id, key, standard]), withRetired.map(({ id }) => id)]);
}

/** An upgrade fills new columns in the next generation of the facts. */
function factsStand({ asOf }: Frame, { latestOccurredAt, reprojection }: WorkspaceState): boolean {
  return asOf >= (latestOccurredAt ?? 0) && reprojection?.reason !== 'UPGRADE';
}

/**
 * A rollup knows no `asOf`: it answers only when everything recorded had happened by then. Its cells are pairs of
 * stages of the latest ladder, cut in one time zone.
 */
function rollupsAreCurrent({ asOf, calendar, ladder }: Frame, workspace: WorkspaceState): boolean {
  const rolledUp = rollupLadder(workspace.definitions);
  return (
    asOf >= (workspace.latestOccurredAt ?? 0) &&
    workspace.rollupTimeZone === calendar.timeZone &&
    ladder.length === rolledUp.length &&
    ladder.every((stage, index) => stage.id === rolledUp[index]?.id)
  );
}

/** The ladder whose pairs of stages the rollups count: the latest that has been defined. */
export function rollupLadder(definitions: readonly StageDefinition[]): StageDefinition[] {
  return ladderAt(definitions, Number.MAX_SAFE_INTEGER);
}

function isWholeMonths({ period, buckets }: Frame): boolean {
  const bounds = [period.end, period.start, ...buckets.map((bucket) => bucket.start)];
  return bounds.every((date) => date.endsWith('-01'));
}
