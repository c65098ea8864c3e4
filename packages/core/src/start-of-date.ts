import { Temporal } from 'temporal-polyfill';
import { dateOfDayNumber, dayNumber, MILLISECONDS_PER_DAY } from './local-date.js';
import type { Instant, LocalDate } from './question.js';

/** About 80 bytes an entry, so 4 MB at most. When it is full it is emptied: simpler than ageing, and refills fast. */
const MAX_REMEMBERED = 50_000;
const remembered = new Map<string, Map<number, Instant>>();
let rememberedCount = 0;

/**
 * The first instant of the local date. Where midnight does not exist it is the end of the gap (Sao Paulo,
 * 4 November 2018: 01:00 local, 03:00Z); where midnight comes twice it is the earlier (Havana, 2 November 2025: 04:00Z).
 * A date that the zone skips (Apia, 30 December 2011) begins where the next one does, and so is empty.
 * Throws `InvalidInput` INVALID_DATE for a text that is no date, `RangeError` for an unknown zone.
 */
export function startOfDate(date: LocalDate, timeZone: string): Instant {
  return startOfDay(dayNumber(date), timeZone);
}

/**
 * The date whose instants hold this one: `startOfDate(date) <= instant < startOfDate(date + 1)`. The boundaries decide,
 * not the wall clock: in St. John's, where the clock went from 00:01 on 29 October 2006 back to 23:01 on the 28th,
 * the 59 minutes to the second midnight belong to the 29th, as it had begun. So dates never run backwards.
 */
export function dateOf(instant: Instant, timeZone: string): LocalDate {
  let day = Math.floor(instant / MILLISECONDS_PER_DAY);
  while (instant < startOfDay(day, timeZone)) day -= 1;
  while (instant >= startOfDay(day + 1, timeZone)) day += 1;
  return dateOfDayNumber(day);
}

/** `startOfDate` of each date from `first` to `last`, both included; none where `last` is before `first`. */
export function startsOfDates(first: LocalDate, last: LocalDate, timeZone: string): Instant[] {
  const firstDay = dayNumber(first);
  const lastDay = dayNumber(last);
  if (lastDay < firstDay) return [];

  const starts: Instant[] = [];
  let stretch = stretchAt(startOfDay(firstDay, timeZone), timeZone);
  for (let day = firstDay; day <= lastDay; day += 1) {
    let start = day * MILLISECONDS_PER_DAY - stretch.offset;
    while (start >= stretch.end) {
      stretch = stretchAt(stretch.end, timeZone);
      start = day * MILLISECONDS_PER_DAY - stretch.offset;
    }
    // Every earlier stretch was over by its own midnight, so this is the first; before the stretch it is in the gap.
    starts.push(Math.max(start, stretch.start));
  }
  return starts;
}

/** Whether it names an IANA time zone that this machine knows. Bare offsets (`+02:00`) are not names. */
export function isTimeZone(name: unknown): name is string {
  if (typeof name !== 'string' || !/^[A-Za-z][A-Za-z0-9_+/-]+$/.test(name)) return false;
  try {
    Temporal.PlainDate.from('2026-01-01').toZonedDateTime(name);
    return true;
  } catch {
    return false;
  }
}

/**
 * Time with one UTC offset: the instants of `[start, end)`, where `start` is a change of clocks or the start of the
 * first date that was asked for. `offset` is local time less UTC, in milliseconds.
 */
interface Stretch {
  readonly start: Instant;
  readonly end: Instant;
  readonly offset: number;
}

function stretchAt(instant: Instant, timeZone: string): Stretch {
  const at = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
  const next = at.getTimeZoneTransition('next');
  return {
    start: instant,
    end: next === null ? Number.POSITIVE_INFINITY : next.epochMilliseconds,
    offset: at.offsetNanoseconds / 1e6,
  };
}

function startOfDay(day: number, timeZone: string): Instant {
  const known = remembered.get(timeZone)?.get(day);
  if (known !== undefined) return known;
  const start = Temporal.PlainDate.from(dateOfDayNumber(day)).toZonedDateTime(timeZone).epochMilliseconds;
  remember(timeZone, day, start);
  return start;
}

function remember(timeZone: string, day: number, start: Instant): void {
  if (rememberedCount >= MAX_REMEMBERED) {
    remembered.clear();
    rememberedCount = 0;
  }
  const days = remembered.get(timeZone) ?? new Map<number, Instant>();
  days.set(day, start);
  remembered.set(timeZone, days);
  rememberedCount += 1;
}
