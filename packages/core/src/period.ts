import { moveByGrains, nextStart, startOfGrain } from './grain.js';
import { InvalidInput } from './invalid-input.js';
import { addDays, isLocalDate } from './local-date.js';
import { type Calendar, GRAINS, type Grain, type LocalDate, type Period, type PeriodInput } from './question.js';

export { bucketsOf, MAX_BUCKETS } from './buckets.js';
export { nextStart, startOfGrain } from './grain.js';
export { addDays, daysBetween, isLocalDate } from './local-date.js';
export { dateOf, isTimeZone, startOfDate, startsOfDates } from './start-of-date.js';

/** The most periods that `last` may ask for. */
const MAX_LAST = 1_000;

/** What a `PeriodInput` may hold before it has been checked; null is as good as absent. */
interface UncheckedInput {
  readonly start?: unknown;
  readonly end?: unknown;
  readonly grain?: unknown;
  readonly containing?: unknown;
  readonly last?: { readonly count?: unknown; readonly grain?: unknown } | null;
}

/**
 * The dates that a `PeriodInput` stands for. `today` is the local date of `asOf`: with today 2026-05-10,
 * `{ last: { count: 3, grain: 'MONTH' } }` is [2026-02-01, 2026-05-01).
 * Throws `InvalidInput` INVALID_DATE for a text that is no date, INVALID_PERIOD for everything else, with the path
 * from `period` on.
 */
export function resolvePeriod(input: PeriodInput, calendar: Calendar, today: LocalDate): Period {
  const given: UncheckedInput = input ?? {};
  const byDates = isGiven(given.start) || isGiven(given.end);
  const byGrain = isGiven(given.grain) || isGiven(given.containing);
  const byLast = isGiven(given.last);
  if ([byDates, byGrain, byLast].filter(Boolean).length !== 1) throw notOneWay(input);
  if (byDates) return betweenDates(given.start, given.end);
  if (byGrain) return containing(given.grain, given.containing, calendar);
  return lastPeriods(given.last?.count, given.last?.grain, calendar, today);
}

/** The period `days` later (earlier where negative), as long as before. */
export function shiftPeriod(period: Period, days: number): Period {
  return { start: addDays(period.start, days), end: addDays(period.end, days) };
}

function betweenDates(start: unknown, end: unknown): Period {
  const first = checkedDate(start, ['period', 'start']);
  const after = checkedDate(end, ['period', 'end']);
  if (first < after) return { start: first, end: after };
  throw new InvalidInput(
    'INVALID_PERIOD',
    ['period', 'end'],
    `period.end ${after} is not after period.start ${first}; a period is half-open [start, end)`,
    `a date after ${first}`,
  );
}

function containing(grain: unknown, date: unknown, calendar: Calendar): Period {
  const size = checkedGrain(grain, ['period', 'grain']);
  const within = checkedDate(date, ['period', 'containing']);
  return {
    start: startOfGrain(within, size, calendar),
    end: nextStart(within, size, calendar),
  };
}

function lastPeriods(count: unknown, grain: unknown, calendar: Calendar, today: LocalDate): Period {
  const size = checkedGrain(grain, ['period', 'last', 'grain']);
  if (!Number.isInteger(count) || (count as number) < 1 || (count as number) > MAX_LAST) {
    const expected = `a whole number from 1 to ${MAX_LAST}`;
    const message = `period.last.count ${JSON.stringify(count)} is not ${expected}`;
    throw new InvalidInput('INVALID_PERIOD', ['period', 'last', 'count'], message, expected);
  }
  const end = startOfGrain(today, size, calendar);
  return { start: moveByGrains(end, size, -(count as number)), end };
}

function checkedDate(value: unknown, path: readonly string[]): LocalDate {
  if (isLocalDate(value)) return value;
  const given = isGiven(value) ? `${JSON.stringify(value)} is not a date` : 'is missing';
  const message = `${path.join('.')} ${given}; a date is written YYYY-MM-DD`;
  throw new InvalidInput('INVALID_DATE', path, message, 'a date as YYYY-MM-DD');
}

function checkedGrain(value: unknown, path: readonly string[]): Grain {
  const grain = GRAINS.find((each) => each === value);
  if (grain !== undefined) return grain;
  const given = isGiven(value) ? `${JSON.stringify(value)} is not a grain` : 'is missing';
  const expected = `one of ${GRAINS.join(', ')}`;
  throw new InvalidInput('INVALID_PERIOD', path, `${path.join('.')} ${given}; it is ${expected}`, expected);
}

function notOneWay(input: unknown): InvalidInput {
  const expected = 'either { start, end }, or { grain, containing }, or { last: { count, grain } }';
  const message = `period ${JSON.stringify(input)} does not name a period in one way; give ${expected}`;
  return new InvalidInput('INVALID_PERIOD', ['period'], message, expected);
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}
