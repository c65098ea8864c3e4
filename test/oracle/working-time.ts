import { Temporal } from 'temporal-polyfill';
import type { Instant, LocalDate } from '../../packages/core/src/question.js';
import { addDays } from './calendar.js';
import type { CalendarVersion, History, Hours } from './model.js';

const DAY_MS = 86_400_000;

interface Interval {
  readonly start: Instant;
  readonly end: Instant;
}

const worked = new WeakMap<CalendarVersion, Map<number, readonly Interval[]>>();

const startOfYear = (year: number): Instant => Date.UTC(year, 0, 1);
const yearOf = (instant: Instant) => new Date(instant).getUTCFullYear();

/**
 * The working time of one version of a calendar within a year of UTC, whether or not it is in force: the instants at
 * which its wall clock reads a time that lies in its hours.
 */
function workOf(calendar: CalendarVersion, year: number): readonly Interval[] {
  const years = worked.get(calendar) ?? new Map<number, readonly Interval[]>();
  worked.set(calendar, years);
  const known = years.get(year) ?? stretchesOf(calendar.timeZone, year).flatMap((stretch) => workIn(calendar, stretch));
  years.set(year, known);
  return known;
}

interface Stretch extends Interval {
  /** What the wall clock is ahead of UTC, throughout. */
  readonly ahead: number;
}

function stretchesOf(timeZone: string, year: number): Stretch[] {
  const stretches: Stretch[] = [];
  const last = startOfYear(year + 1);
  for (let start = startOfYear(year); start < last; ) {
    const now = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(timeZone);
    const end = Math.min(now.getTimeZoneTransition('next')?.epochMilliseconds ?? last, last);
    stretches.push({ start, end, ahead: now.offsetNanoseconds / 1_000_000 });
    start = end;
  }
  return stretches;
}

function workIn(calendar: CalendarVersion, { start, end, ahead }: Stretch): Interval[] {
  const work: Interval[] = [];
  const last = dateRead(end + ahead);
  for (let date = dateRead(start + ahead); date <= last; date = addDays(date, 1)) {
    const midnight = Date.parse(`${date}T00:00Z`) - ahead;
    for (const { from, to } of hoursOf(calendar, date)) {
      const interval = { start: Math.max(start, midnight + ofDay(from)), end: Math.min(end, midnight + ofDay(to)) };
      if (interval.start < interval.end) work.push(interval);
    }
  }
  return work.sort((a, b) => a.start - b.start);
}

/** `dateRead(0)` is 1 January 1970. */
function dateRead(milliseconds: number): LocalDate {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

function hoursOf({ hours, days }: CalendarVersion, date: LocalDate): readonly Hours[] {
  const own = days.find((day) => day.date === date);
  if (own) return own.hours;
  const weekday = new Date(`${date}T00:00Z`).getUTCDay() || 7;
  return hours.filter((each) => each.weekday === weekday);
}

/** Milliseconds since 00:00 by the wall clock. */
function ofDay(time: string): number {
  const [hour, minute] = time.split(':').map(Number);
  return (hour! * 60 + minute!) * 60_000;
}

/** Working time of one version of a calendar from one instant to a later one. */
export function workedBetween(calendar: CalendarVersion, from: Instant, to: Instant): number {
  let sum = 0;
  for (let year = yearOf(from); year <= yearOf(to); year += 1) {
    for (const { start, end } of workOf(calendar, year)) {
      sum += Math.max(0, Math.min(end, to) - Math.max(start, from));
    }
  }
  return sum;
}

const MOST_DAYS = 3_660;

/** The earliest instant at which some working time is used up; null where that takes more than 3,660 days. */
export function usedUpAt(calendar: CalendarVersion, from: Instant, milliseconds: number): Instant | null {
  const last = from + MOST_DAYS * DAY_MS;
  let left = milliseconds;
  for (let year = yearOf(from); year <= yearOf(last); year += 1) {
    for (const { start, end } of workOf(calendar, year)) {
      const begin = Math.max(start, from);
      if (end <= begin) continue;
      const at = begin + left;
      if (at <= end) return at <= last ? at : null;
      left -= end - begin;
    }
  }
  return null;
}

/** The versions of a calendar known at an instant, as they were recorded; without a key of the one defined first. */
export function calendarVersions(
  history: History,
  key: string | null | undefined,
  knownAt: Instant,
): CalendarVersion[] {
  const known = (history.calendars ?? []).filter((version) => version.recordedAt <= knownAt);
  return known.filter((version) => version.key === (key ?? known[0]?.key));
}

/** Of versions as they were recorded, the one in force at an instant; undefined before the first. */
export function versionAt<V extends { readonly effectiveFrom: Instant }>(
  versions: readonly V[],
  at: Instant,
): V | undefined {
  const begun = versions.filter((version) => version.effectiveFrom <= at);
  const latest = Math.max(...begun.map((version) => version.effectiveFrom));
  return begun.findLast((version) => version.effectiveFrom === latest);
}

/** Working time where each moment counts by the version in force at it, and before the first by that; below 0 backwards. */
export function workedByVersions(versions: readonly CalendarVersion[], from: Instant, to: Instant): number {
  if (to < from) return -workedByVersions(versions, to, from);
  const turns = [...new Set(versions.map((version) => version.effectiveFrom))].sort((a, b) => a - b);
  let sum = 0;
  turns.forEach((turn, index) => {
    const begin = Math.max(from, index === 0 ? -Infinity : turn);
    const end = Math.min(to, turns[index + 1] ?? Infinity);
    if (begin < end) sum += workedBetween(versionAt(versions, turn)!, begin, end);
  });
  return sum;
}

/** Hours a week on weekdays, in milliseconds; own days aside. */
export function weeklyWork({ hours }: CalendarVersion): number {
  return hours.reduce((sum, { from, to }) => sum + ofDay(to) - ofDay(from), 0);
}
