import { type Frame, ladderAt, type Measure, type StageDefinition } from '@leadstage/core';
import { beyondSegment } from './attributes.js';
import type { WorkspaceState } from './workspace-state.js';

/** Where a count of leads is read: a rollup, the fact, or the record as it was known at an earlier instant. */
export type LeadSource = 'ROLLUP_DAY' | 'ROLLUP_MONTH' | 'FACT' | 'RECORD';

/** The cheapest source that answers a measure exactly. All sources agree; a test holds them to it. */
export function sourceOf(measure: Measure, frame: Frame, workspace: WorkspaceState): LeadSource {
  if (frame.knownAt < workspace.lastRecordedAt) return 'RECORD';
  if (!isCount(measure) || !rollupsAreCurrent(frame, workspace)) return 'FACT';
  const attributes = [...Object.keys(frame.filter), ...frame.by];
  if (attributes.length === 0) return 'ROLLUP_DAY';
  return beyondSegment(attributes).length === 0 && isWholeMonths(frame) ? 'ROLLUP_MONTH' : 'FACT';
}

function isCount(measure: Measure): boolean {
  switch (measure.kind) {
    case 'reached':
      return measure.within === null && !measure.explicitOnly;
    case 'entered':
      return !measure.explicitOnly;
    default:
      return false;
  }
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
