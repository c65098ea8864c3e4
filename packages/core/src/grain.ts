import { dateOfDayNumber, dayNumber, MILLISECONDS_PER_DAY } from './local-date.js';
import type { Calendar, Grain, LocalDate } from './question.js';

/** How long a grain is, in days or in calendar months. */
const LENGTHS: Readonly<Record<Grain, { readonly days: number } | { readonly months: number }>> = {
  DAY: { days: 1 },
  WEEK: { days: 7 },
  MONTH: { months: 1 },
  QUARTER: { months: 3 },
  HALF_YEAR: { months: 6 },
  YEAR: { months: 12 },
};

/** The ISO weekday of 1970-01-01, a Thursday. */
const WEEKDAY_OF_DAY_ZERO = 4;

/**
 * The first date of the grain's period that holds `date`. Weeks begin on `weekStart`; quarters, halves and years
 * follow the fiscal year: with a fiscal year from April, the quarter of 2026-03-31 begins on 2026-01-01 and the year
 * on 2025-04-01.
 */
export function startOfGrain(date: LocalDate, grain: Grain, calendar: Calendar): LocalDate {
  const length = LENGTHS[grain];
  if ('months' in length) {
    const month = monthNumber(date);
    return firstOfMonth(month - modulo(month - (calendar.fiscalYearStartMonth - 1), length.months));
  }
  const day = dayNumber(date);
  const firstDay = grain === 'WEEK' ? calendar.weekStart - WEEKDAY_OF_DAY_ZERO : 0;
  return dateOfDayNumber(day - modulo(day - firstDay, length.days));
}

/** The first date of the grain's period after the one that holds `date`. */
export function nextStart(date: LocalDate, grain: Grain, calendar: Calendar): LocalDate {
  return moveByGrains(startOfGrain(date, grain, calendar), grain, 1);
}

/** `count` whole periods on (or back) from `start`, which is the first date of one. */
export function moveByGrains(start: LocalDate, grain: Grain, count: number): LocalDate {
  const length = LENGTHS[grain];
  if ('months' in length) return firstOfMonth(monthNumber(start) + count * length.months);
  return dateOfDayNumber(dayNumber(start) + count * length.days);
}

/** Months since January of the year 0. */
function monthNumber(date: LocalDate): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

function firstOfMonth(month: number): LocalDate {
  const first = new Date(0);
  // Not Date.UTC: it takes the years 0 to 99 for 1900 to 1999.
  first.setUTCFullYear(Math.floor(month / 12), modulo(month, 12), 1);
  return dateOfDayNumber(first.getTime() / MILLISECONDS_PER_DAY);
}

/** The remainder that is never negative: modulo(-1, 7) is 6. */
function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
