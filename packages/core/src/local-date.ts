import { InvalidInput } from './invalid-input.js';
import type { LocalDate } from './question.js';

/** Milliseconds in a day of 24 h. A local date may be longer or shorter; see start-of-date.ts. */
export const MILLISECONDS_PER_DAY = 86_400_000;

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/** Days of 0001-01-01 and 9999-12-31, the ends of what four digits can say (PostgreSQL has no year 0 either). */
const FIRST_DAY = -719_162;
const LAST_DAY = 2_932_896;

/** Whether the text is a date of the Gregorian calendar as `YYYY-MM-DD`, from 0001-01-01 to 9999-12-31. */
export function isLocalDate(text: unknown): text is LocalDate {
  if (typeof text !== 'string' || !SHAPE.test(text)) return false;
  const day = Date.parse(`${text}T00:00:00Z`) / MILLISECONDS_PER_DAY;
  // Engines read 2026-02-30 as 2 March: only what prints as it was written is a date.
  return day >= FIRST_DAY && textOf(day) === text;
}

/** Days since 1970-01-01 (which is 0, a Thursday). Throws `InvalidInput` INVALID_DATE for anything but a date. */
export function dayNumber(date: LocalDate): number {
  if (!isLocalDate(date)) {
    throw new InvalidInput('INVALID_DATE', [], `${JSON.stringify(date)} is not a date`, 'a date as YYYY-MM-DD');
  }
  return Date.parse(`${date}T00:00:00Z`) / MILLISECONDS_PER_DAY;
}

/** The date of a whole number of days since 1970-01-01. Throws `InvalidInput` INVALID_DATE outside years 1 to 9999. */
export function dateOfDayNumber(day: number): LocalDate {
  if (!Number.isInteger(day) || day < FIRST_DAY || day > LAST_DAY) {
    throw new InvalidInput('INVALID_DATE', [], `${day} days from 1970-01-01 is not a date of the years 1 to 9999`);
  }
  return textOf(day);
}

/** `addDays('2026-02-28', 1)` is `2026-03-01`. `days` is whole and may be negative. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** How many days `to` lies after `from`: `daysBetween('2026-01-01', '2026-04-01')` is 90; negative where it is before. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

function textOf(day: number): LocalDate {
  const date = new Date(day * MILLISECONDS_PER_DAY);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}
