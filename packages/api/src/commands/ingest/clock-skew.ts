import type { Instant } from '@leadstage/core';
import type { Problem } from '../ingest-input.js';
import type { Batch } from './batch.js';
import { errorAt } from './check-unit.js';

/** How far the caller's clock may run ahead of ours, in milliseconds. */
export const CLOCK_SKEW = 60_000;

/** The problem of an instant in the future, if it is one. */
export function tooLate(batch: Batch, instant: Instant, path: string): Problem | null {
  const { recordedAt } = batch.workspace;
  if (instant <= recordedAt + CLOCK_SKEW) return null;
  return errorAt(
    path,
    'IN_THE_FUTURE',
    `${new Date(instant).toISOString()} is in the future; it is ${new Date(recordedAt).toISOString()}.`,
  );
}
