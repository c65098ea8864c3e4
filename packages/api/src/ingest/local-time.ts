import { addDays, type Instant, startOfDate } from '@leadstage/core';
import { Temporal } from 'temporal-polyfill';
import type { WrittenDate } from './date-format.js';

const DAY = 86_400_000;

/**
 * The instant of a written date. With an offset of its own it needs no zone; without a time it is the first instant
 * of that local date. A wall-clock time that comes twice (clocks put back) is the earlier one; a time that is skipped
 * (clocks put forward) is read with the offset before the change, so 02:30 in a gap of one hour is 03:30.
 */
export function instantOf(date: WrittenDate, timeZone: string): Instant {
  const { timeOfDay, offsetMinutes } = date;
  if (offsetMinutes !== undefined) {
    return Date.UTC(date.year, date.month - 1, date.day) + (timeOfDay ?? 0) - offsetMinutes * 60_000;
  }
  const text = dateText(date);
  const start = startOfDate(text, timeZone);
  if (timeOfDay === undefined) return start;
  // A day of 24 h has one offset throughout; only the others are worth the slow road.
  if (startOfDate(addDays(text, 1), timeZone) - start === DAY) return start + timeOfDay;
  return Temporal.PlainDateTime.from(text)
    .add({ milliseconds: timeOfDay })
    .toZonedDateTime(timeZone, { disambiguation: 'compatible' }).epochMilliseconds;
}

/** `2018-05-01`. */
export function dateText({ year, month, day }: Pick<WrittenDate, 'year' | 'month' | 'day'>): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
