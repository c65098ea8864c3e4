import { InvalidInput } from './invalid-input.js';
import { dateOfDayNumber, MILLISECONDS_PER_DAY } from './local-date.js';
import { offsetStretches } from './offset-stretches.js';
import type { Instant, LocalDate } from './question.js';
import { millisecondsOfTime, type WorkingHours } from './working-hours.js';

/**
 * When work is done. The working time is the set of instants whose reading on the wall clock of the zone (a date and a
 * time) lies in the hours of that date. So 01:00–04:00 lasts 2 h where 02:00–03:00 is skipped, and 4 h where it comes
 * twice; 02:15–02:45 within the repeated hour is worked twice. Lists of hours are sorted and disjoint
 * (`checkWorkingHours`).
 *
 * A clock is a value: what is computed of it is remembered as long as the object lives, so neither it nor what
 * `specialHours` answers may change.
 */
export interface BusinessClock {
  /** IANA name. */
  readonly timeZone: string;
  /** By ISO weekday, 1 Monday to 7 Sunday; no work on a weekday that is absent. */
  readonly hours: Readonly<Record<number, readonly WorkingHours[]>>;
  /** The hours of a holiday (none: `[]`) or of another day of its own; undefined for an ordinary day of the week. */
  readonly specialHours: (date: LocalDate) => readonly WorkingHours[] | undefined;
}

/** Time that is not used up by then never will be: ten years without enough work are a calendar without work. */
export const MOST_WAITING_DAYS = 3_660;

/** Of each clock, by day of UTC: about 100 bytes a day, so 400 kB at most. When it is full it is emptied. */
const MAX_REMEMBERED = 4_000;
const remembered = new WeakMap<BusinessClock, Map<number, readonly WorkingInterval[]>>();

/** The instants of `[start, end)`. */
export interface WorkingInterval {
  readonly start: Instant;
  readonly end: Instant;
}

/**
 * The earliest instant at which the working time is used up: with hours 09:00–17:00, one hour from Friday 16:00 is
 * Friday 17:00, not Monday 09:00. No time is used up at once, also outside the hours.
 * @param milliseconds whole, 0 or more
 * @throws InvalidInput NO_WORKING_TIME where that takes more than 3,660 days of 24 h; RangeError for a negative time
 */
export function addBusinessTime(clock: BusinessClock, start: Instant, milliseconds: number): Instant {
  if (!(milliseconds >= 0)) throw new RangeError(`${milliseconds} ms: working time is only added`);
  if (milliseconds === 0) return start;
  const latest = start + MOST_WAITING_DAYS * MILLISECONDS_PER_DAY;
  let left = milliseconds;
  for (let day = Math.floor(start / MILLISECONDS_PER_DAY); day * MILLISECONDS_PER_DAY < latest; day += 1) {
    for (const interval of workOfDay(clock, day)) {
      const from = Math.max(interval.start, start);
      if (interval.end <= from) continue;
      const due = from + left;
      if (due <= interval.end) {
        if (due > latest) throw noWorkingTime(start, milliseconds);
        return due;
      }
      left -= interval.end - from;
    }
  }
  throw noWorkingTime(start, milliseconds);
}

/** Whole milliseconds of working time in `[from, to)`; 0 where `to` is not after `from`. */
export function businessTimeBetween(clock: BusinessClock, from: Instant, to: Instant): number {
  let sum = 0;
  for (let day = Math.floor(from / MILLISECONDS_PER_DAY); day * MILLISECONDS_PER_DAY < to; day += 1) {
    for (const { start, end } of workOfDay(clock, day)) {
      sum += Math.max(0, Math.min(end, to) - Math.max(start, from));
    }
  }
  return sum;
}

/** The working time within `[from, until)`, as intervals in order. */
export function workBetween(clock: BusinessClock, from: Instant, until: Instant): WorkingInterval[] {
  const work: WorkingInterval[] = [];
  for (let day = Math.floor(from / MILLISECONDS_PER_DAY); day * MILLISECONDS_PER_DAY < until; day += 1) {
    for (const interval of workOfDay(clock, day)) {
      const [start, end] = [Math.max(interval.start, from), Math.min(interval.end, until)];
      if (start < end) work.push({ start, end });
    }
  }
  return work;
}

/** The working time within a day of UTC, given in days since 1970-01-01. */
function workOfDay(clock: BusinessClock, day: number): readonly WorkingInterval[] {
  let days = remembered.get(clock);
  const known = days?.get(day);
  if (known !== undefined) return known;
  const start = day * MILLISECONDS_PER_DAY;
  const work = offsetStretches(start, start + MILLISECONDS_PER_DAY, clock.timeZone).flatMap((stretch) =>
    workWithin(clock, stretch.start, stretch.end, stretch.offset),
  );
  if (days === undefined || days.size >= MAX_REMEMBERED) {
    days = new Map();
    remembered.set(clock, days);
  }
  days.set(day, work);
  return work;
}

/** Within `[start, end)` the wall clock reads UTC + offset throughout, so that its dates and times only go forward. */
function workWithin(clock: BusinessClock, start: Instant, end: Instant, offset: number): WorkingInterval[] {
  const firstDay = Math.floor((start + offset) / MILLISECONDS_PER_DAY);
  const lastDay = Math.floor((end - 1 + offset) / MILLISECONDS_PER_DAY);
  const work: WorkingInterval[] = [];
  for (let day = firstDay; day <= lastDay; day += 1) {
    const midnight = day * MILLISECONDS_PER_DAY - offset;
    for (const { from, to } of hoursOf(clock, day)) {
      const interval = {
        start: Math.max(start, midnight + millisecondsOfTime(from)),
        end: Math.min(end, midnight + millisecondsOfTime(to)),
      };
      if (interval.start < interval.end) work.push(interval);
    }
  }
  return work;
}

function hoursOf(clock: BusinessClock, day: number): readonly WorkingHours[] {
  // Day 0 was a Thursday.
  const weekday = ((((day + 3) % 7) + 7) % 7) + 1;
  return clock.specialHours(dateOfDayNumber(day)) ?? clock.hours[weekday] ?? [];
}

function noWorkingTime(start: Instant, milliseconds: number): InvalidInput {
  const hours = milliseconds / 3_600_000;
  return new InvalidInput(
    'NO_WORKING_TIME',
    [],
    `${hours} h of working time from ${new Date(start).toISOString()} are not used up within ${MOST_WAITING_DAYS} days.`,
    'a calendar with enough working hours, or a shorter time',
  );
}
