import { definitionsAt, erasOf, handoffStage, type Instant, type StageDefinition } from '@leadstage/core';
import { rollupLadder } from '../../query/source.js';

/** The instants between which everything recorded happened; null while nothing is recorded. */
export interface Span {
  readonly earliestOccurredAt: Instant | null;
  readonly latestOccurredAt: Instant | null;
}

/**
 * Whether what is projected stays true under new definitions: everything recorded is read as before, and the rollups
 * gain no cells but empty ones.
 * @param after the definitions before, and more
 */
export function takesEffectAtOnce(
  before: readonly StageDefinition[],
  after: readonly StageDefinition[],
  span: Span,
): boolean {
  const { earliestOccurredAt: earliest, latestOccurredAt: latest } = span;
  if (earliest === null || latest === null) return true;
  return readsTheSame(before, after, earliest, latest) && keepsCells(before, after);
}

/** An era of the new ladder lies within one of the old, since definitions are only ever added. */
function readsTheSame(
  before: readonly StageDefinition[],
  after: readonly StageDefinition[],
  earliest: Instant,
  latest: Instant,
): boolean {
  return erasOf(after)
    .filter(({ from, until }) => from <= latest && (until === null || until > earliest))
    .every(({ from, withRetired }) => meaning(definitionsAt(before, from)) === meaning(withRetired));
}

/** All that projections read of a ladder: its order, what is retired, and where it hands over. */
function meaning(withRetired: readonly StageDefinition[]): string {
  const ladder = withRetired.filter(({ retired }) => !retired);
  return JSON.stringify([withRetired.map(({ id, retired }) => [id, retired]), handoffStage(ladder)?.id]);
}

function keepsCells(before: readonly StageDefinition[], after: readonly StageDefinition[]): boolean {
  const known = new Set(before.map(({ id }) => id));
  const old = rollupLadder(before).map(({ id }) => id);
  const kept = rollupLadder(after).flatMap(({ id }) => (known.has(id) ? id : []));
  return JSON.stringify(old) === JSON.stringify(kept);
}
