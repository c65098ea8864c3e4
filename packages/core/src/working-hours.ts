import { InvalidInput } from './invalid-input.js';

/**
 * A stretch of work within a day by the wall clock, half-open: `{ from: '09:00', to: '17:00' }`. `from` is 00:00–23:59,
 * `to` is after it, at most 24:00. A night shift is two of them: 22:00–24:00, and 00:00–06:00 of the next day.
 */
export interface WorkingHours {
  readonly from: string;
  readonly to: string;
}

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const MIDNIGHT = '24:00';

/**
 * Checks the hours of one day: each written HH:MM, ending after it begins, sorted, none beginning before the last ended
 * (09:00–12:00 and 12:00–15:00 touch, and are fine; none at all is a day off).
 * @param path where the list stands in the input
 * @throws InvalidInput INVALID_HOURS
 */
export function checkWorkingHours(hours: readonly WorkingHours[], path: readonly (string | number)[]): void {
  hours.forEach(({ from, to }, index) => {
    const here = [...path, index];
    if (!isTime(from)) throw invalid([...here, 'from'], `${JSON.stringify(from)} is no time`, 'HH:MM, 00:00 to 23:59');
    if (!isTime(to) && to !== MIDNIGHT) {
      throw invalid([...here, 'to'], `${JSON.stringify(to)} is no time`, 'HH:MM, 00:01 to 24:00');
    }
    // Texts of one shape sort as the times they say.
    if (to <= from) throw invalid([...here, 'to'], `${to} is not after ${from}`, notAfter(from));
    const previous = hours[index - 1];
    if (previous !== undefined && from < previous.to) {
      const what = `${from}–${to} begins before ${previous.from}–${previous.to} has ended`;
      throw invalid([...here, 'from'], what, `a time from ${previous.to} on: hours are in order and do not overlap`);
    }
  });
}

/** Milliseconds by the wall clock since 00:00: `09:30` is 34,200,000 and `24:00` 86,400,000. */
export function millisecondsOfTime(time: string): number {
  return (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * 60_000;
}

function isTime(text: unknown): text is string {
  return typeof text === 'string' && TIME.test(text);
}

function notAfter(from: string): string {
  return `a time after ${from}, at most 24:00; work past midnight goes on at 00:00 of the next day`;
}

function invalid(path: readonly (string | number)[], what: string, expected: string): InvalidInput {
  return new InvalidInput('INVALID_HOURS', path, `${what}; give ${expected}.`, expected);
}
