import type { Course } from '../aalen-johansen.js';

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

export function fatesOf({ letters, watched }: Course): Fates {
  const fates = { reached: 0, out: 0, lost: 0 };
  for (const letter of letters) {
    if (letter === 'R' || letter === 'r') fates.reached += 1;
    else if (letter === 'O' || letter === 'o') fates.out += 1;
    else fates.lost += 1;
  }
  return { ...fates, watched };
}
