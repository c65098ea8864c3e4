import { Temporal } from 'temporal-polyfill';
import type { Calendar, Grain, Instant, LocalDate, Period } from '../../packages/core/src/question.js';

const DAY_MS = 86_400_000;

/** `addDays('2026-02-28', 1)` is `'2026-03-01'`. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** `daysBetween('2026-01-01', '2026-04-01')` is 90. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return (Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / DAY_MS;
}

export function datesOf(period: Period): LocalDate[] {
  const dates: LocalDate[] = [];
  for (let date = period.start; date < period.end; date = addDays(date, 1)) dates.push(date);
  return dates;
}

const known = new Map<string, Instant>();

/** The first instant of a local date. A date that the zone skipped begins, empty, where the next one does. */
export function startOfDate(date: LocalDate, timeZone: string): Instant {
  const key = `${timeZone} ${date}`;
  const start = known.get(key) ?? Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds;
  known.set(key, start);
  return start;
}

/**
 * The local date an instant belongs to: the last date that has begun by then. Where a clock is set back over midnight
 * (St. John's, 29 October 2006, 00:01 to 23:01) the repeated hour stays with the date that had begun.
 */
export function dateOf(instant: Instant, timeZone: string): LocalDate {
  const utcDate = new Date(instant).toISOString().slice(0, 10);
  let found: LocalDate | undefined;
  for (let days = -2; days <= 2; days += 1) {
    const date = addDays(utcDate, days);
    if (startOfDate(date, timeZone) <= instant) found = date;
  }
  if (found === undefined) throw new Error(`No local date for ${instant} in ${timeZone}`);
  return found;
}

export function isWithin(date: LocalDate, period: Period): boolean {
  return period.start <= date && date < period.end;
}

const MONTHS_IN = { MONTH: 1, QUARTER: 3, HALF_YEAR: 6, YEAR: 12 } as const;

/** Whether a period of the grain begins on the date. */
function beginsOn(date: LocalDate, grain: Grain, calendar: Calendar): boolean {
  if (grain === 'DAY') return true;
  if (grain === 'WEEK') return Temporal.PlainDate.from(date).dayOfWeek === calendar.weekStart;
  const month = Number(date.slice(5, 7));
  return date.endsWith('-01') && (month - calendar.fiscalYearStartMonth + 12) % MONTHS_IN[grain] === 0;
}

/** The period cut wherever a period of the grain begins; the first and the last bucket may be ragged. */
export function bucketsOf(period: Period, grain: Grain, calendar: Calendar): Period[] {
  const starts = datesOf(period).filter((date) => date === period.start || beginsOn(date, grain, calendar));
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? period.end }));
}
