import type { Handoff } from '@leadstage/sdk';
import type { Formats } from '../words/formats.js';

/** Where a promise stands. `WAITING`: nothing was promised, and it is not done. `DONE`: done, where nothing was. */
export type Standing = 'MET' | 'BREACHED' | 'OVERDUE' | 'PENDING' | 'WAITING' | 'DONE';

export interface Promised {
  readonly status: 'MET' | 'BREACHED' | 'OVERDUE' | 'PENDING' | null;
  readonly doneAt: string | null;
  readonly dueAt: string | null;
}

/** As the API told, and overdue once the due instant passes. @param now epoch milliseconds */
export function standingOf({ status, doneAt, dueAt }: Promised, now: number): Standing {
  if (status === null) return doneAt === null ? 'WAITING' : 'DONE';
  return status === 'PENDING' && dueAt !== null && Date.parse(dueAt) < now ? 'OVERDUE' : status;
}

export const responseOf = (handoff: Handoff): Promised => ({
  status: handoff.firstResponseStatus,
  doneAt: handoff.firstResponseAt,
  dueAt: handoff.firstResponseDueAt,
});

export const decisionOf = (handoff: Handoff): Promised => ({
  status: handoff.decisionStatus,
  doneAt: handoff.closedAt,
  dueAt: handoff.decisionDueAt,
});

const UNITS = [
  ['year', 31_557_600_000, 2],
  ['month', 2_629_800_000, 3],
  ['day', 86_400_000, 2],
  ['hour', 3_600_000, 2],
  ['minute', 60_000, 1],
] as const;

/**
 * As `in 3 hours`, `2 days ago`, `this minute`: whole units towards now, in days up to three months, in hours up to two days, in minutes
 * up to two hours.
 */
export function relativeTime(instant: string, now: number, formats: Pick<Formats, 'relative'>): string {
  const distance = Date.parse(instant) - now;
  const [unit, length] = UNITS.find(([, length, least]) => Math.abs(distance) >= least * length) ?? UNITS[4];
  // Adding 0 makes -0, which would be "0 minutes ago", 0.
  return formats.relative(Math.trunc(distance / length) + 0, unit);
}
