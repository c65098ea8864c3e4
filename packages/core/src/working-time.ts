import { type BusinessClock, workBetween } from './business-clock.js';
import { InvalidInput } from './invalid-input.js';
import { MILLISECONDS_PER_DAY } from './local-date.js';
import type { Instant } from './question.js';
import type { BusinessCalendar } from './sla.js';

/**
 * Working time as a staircase: interval `i` begins at `starts[i]`, lasts `lengths[i]` milliseconds, and `before[i]` of
 * working time has passed when it begins. Ascending and disjoint. So the working time up to an instant is
 * `before[i] + min(instant − starts[i], lengths[i])` of the last interval that has begun, 0 before the first.
 */
export interface WorkingTime {
  readonly starts: readonly Instant[];
  readonly lengths: readonly number[];
  readonly before: readonly number[];
}

/** A version of a calendar with its clock, holidays looked up. */
export interface CalendarClock {
  readonly calendar: BusinessCalendar;
  readonly clock: BusinessClock;
}

/** More than this takes too long to work out: about a second. */
const MOST_YEARS = 200;

/**
 * One clock's working time within `[from, until)`.
 * @throws InvalidInput PERIOD_TOO_LONG beyond 200 years
 */
export function workingTime(clock: BusinessClock, from: Instant, until: Instant): WorkingTime {
  checkLength(from, until);
  return staircase(workBetween(clock, from, until));
}

/**
 * A calendar's working time within `[from, until)`: each moment by the version in force at it (the one with the latest
 * `effectiveFrom`, of equal ones the highest version), and before the first version by that one.
 * @param versions of one calendar
 * @throws InvalidInput PERIOD_TOO_LONG beyond 200 years
 */
export function workingTimeOfCalendar(versions: readonly CalendarClock[], from: Instant, until: Instant): WorkingTime {
  checkLength(from, until);
  return staircase(
    clocksInForce(versions).flatMap(({ clock, from: since, until: to }) => {
      const [start, end] = [Math.max(from, since), Math.min(until, to)];
      return start < end ? workBetween(clock, start, end) : [];
    }),
  );
}

/** The instants of `[from, until)`, over which a version is in force. Ends may be infinite. */
export interface ClockInForce {
  readonly clock: BusinessClock;
  readonly from: Instant;
  readonly until: Instant;
}

/**
 * All time by the versions of one calendar, in order: at each moment the one with the latest `effectiveFrom`, of equal
 * ones the highest version, and before the first version that one. None without versions.
 */
export function clocksInForce(versions: readonly CalendarClock[]): ClockInForce[] {
  const byStart = new Map<Instant, CalendarClock>();
  for (const each of [...versions].sort((a, b) => a.calendar.version - b.calendar.version)) {
    byStart.set(each.calendar.effectiveFrom, each);
  }
  const inOrder = [...byStart.values()].sort((a, b) => a.calendar.effectiveFrom - b.calendar.effectiveFrom);
  return inOrder.map(({ calendar, clock }, index) => ({
    clock,
    from: index === 0 ? Number.NEGATIVE_INFINITY : calendar.effectiveFrom,
    until: inOrder[index + 1]?.calendar.effectiveFrom ?? Number.POSITIVE_INFINITY,
  }));
}

function checkLength(from: Instant, until: Instant): void {
  if (until - from <= MOST_YEARS * 366 * MILLISECONDS_PER_DAY) return;
  const [start, end] = [from, until].map((instant) => new Date(instant).toISOString());
  const expected = `at most ${MOST_YEARS} years, up to asOf`;
  const message = `Working hours from ${start} to ${end} are too many to count; ask about ${expected}.`;
  throw new InvalidInput('PERIOD_TOO_LONG', ['period'], message, expected);
}

function staircase(intervals: readonly { readonly start: Instant; readonly end: Instant }[]): WorkingTime {
  let worked = 0;
  const before = intervals.map(({ start, end }) => {
    const here = worked;
    worked += end - start;
    return here;
  });
  return {
    starts: intervals.map(({ start }) => start),
    lengths: intervals.map(({ start, end }) => end - start),
    before,
  };
}
