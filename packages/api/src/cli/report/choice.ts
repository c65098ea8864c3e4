import { InvalidInput } from '@leadstage/core';

/**
 * One of a few upper-case words, whatever the case it is written in; `half-year` is `HALF_YEAR`.
 * @throws InvalidInput INVALID_OPTION naming the words
 */
export function choiceOf<const Choice extends string>(
  given: string,
  choices: readonly Choice[],
  option: string,
): Choice {
  const wanted = given.trim().toUpperCase().replaceAll('-', '_');
  const choice = choices.find((each) => each === wanted);
  if (choice !== undefined) return choice;
  const expected = choices.map((each) => each.toLowerCase()).join(', ');
  throw new InvalidInput('INVALID_OPTION', [option], `${option} "${given}" is not one of ${expected}.`, expected);
}

/**
 * A whole number within bounds, both included.
 * @throws InvalidInput INVALID_OPTION
 */
export function wholeOf(given: string, low: number, high: number, option: string): number {
  const value = /^\s*\d{1,9}\s*$/.test(given) ? Number(given) : Number.NaN;
  if (value >= low && value <= high) return value;
  const expected = `a whole number from ${low} to ${high}`;
  throw new InvalidInput('INVALID_OPTION', [option], `${option} "${given}" is not ${expected}.`, expected);
}
