import { type BusinessClock, workBetween } from './business-clock.js';
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

/** One clock's working time within `[from, until)`. */
export function workingTime(clock: BusinessClock, from: Instant, until: Instant): WorkingTime {
  return staircase(workBetween(clock, from, until));
}

/**
 * A calendar's working time within `[from, until)`: each moment by the version in force at it (the one with the latest
 * `effectiveFrom`, of equal ones the highest version), and before the first version by that one.
 * @param versions of one calendar
 */
export function workingTimeOfCalendar(versions: readonly CalendarClock[], from: Instant, until: Instant): WorkingTime {
  const byStart = new Map<Instant, CalendarClock>();
  for (const each of [...versions].sort((a, b) => a.calendar.version - b.calendar.version)) {
    byStart.set(each.calendar.effectiveFrom, each);
  }
  const inOrder = [...byStart.values()].sort((a, b) => a.calendar.effectiveFrom - b.calendar.effectiveFrom);
  return staircase(
    inOrder.flatMap(({ calendar, clock }, index) => {
      const start = index === 0 ? from : Math.max(from, calendar.effectiveFrom);
      const end = Math.min(until, inOrder[index + 1]?.calendar.effectiveFrom ?? until);
      return start < end ? workBetween(clock, start, end) : [];
    }),
  );
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
