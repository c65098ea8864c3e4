import type { Tally } from '../measure.js';

/** What had become of a cohort within the window, each of it in one place. */
export interface Fates {
  readonly reached: number;
  /** Finally out without having reached the stage. */
  readonly out: number;
  /** Neither, and watched for all of the window. */
  readonly watched: number;
  /** Neither, and watched for less. */
  readonly lost: number;
}

/** @param tally as measure `incidence` counts it */
export function fatesOf(tally: Tally): Fates {
  const sum = (place: number, atEnd: boolean) =>
    tally.reduce((total, row) => total + ((row[0] === null) === atEnd ? Number(row[place]) : 0), 0);
  return { reached: sum(1, false), out: sum(2, false), watched: sum(3, true), lost: sum(3, false) };
}
