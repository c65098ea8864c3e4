import type { Instant, LocalDate } from '@leadstage/core';

/** Milliseconds that a clock on the wall shows since 1970-01-01 00:00, as if that wall had no time zone. */
export type WallTime = number;

export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 86_400_000;

const OPENS = 9 * HOUR;
const CLOSES = 17 * HOUR;
const WAKES = 5 * HOUR;

/** Days since 1970-01-01 on the wall. */
export const dayOf = (wall: WallTime): number => Math.floor(wall / DAY);

/** 0 Sunday … 6 Saturday; 1970-01-01 was a Thursday. */
export const weekdayOf = (day: number): number => (day + 4) % 7;

/** 0 January … 11 December. */
export const monthOf = (day: number): number => new Date(day * DAY).getUTCMonth();

export const localDateOf = (day: number): LocalDate => new Date(day * DAY).toISOString().slice(0, 10);

const isWorkday = (day: number): boolean => weekdayOf(day) % 6 !== 0;

/** When `hours` of working time (Monday to Friday, 09:00–17:00) have passed since `from`. */
export function afterWorkingHours(from: WallTime, hours: number): WallTime {
  let left = hours * HOUR;
  for (let day = dayOf(from); ; day += 1) {
    if (!isWorkday(day)) continue;
    const start = Math.max(from, day * DAY + OPENS);
    const open = Math.max(0, day * DAY + CLOSES - start);
    if (left < open) return Math.floor(start + left);
    left -= open;
  }
}

/** The same for calendar days, of which five in seven are worked: 7 days are 40 working hours. */
export const afterBusinessDays = (from: WallTime, days: number): WallTime => afterWorkingHours(from, (days * 40) / 7);

/** `days` later, but not between midnight and five: then, five hours later still. */
export function afterDays(from: WallTime, days: number): WallTime {
  const wall = Math.floor(from + days * DAY) + MINUTE;
  return wall - dayOf(wall) * DAY < WAKES ? wall + WAKES : wall;
}

/** The first such time of the week at or after `from`. @param weekday 0 Sunday @param time milliseconds since midnight */
export function nextAt(weekday: number, time: number, from: WallTime): WallTime {
  const day = dayOf(from - time + DAY - 1);
  return (day + ((weekday - weekdayOf(day) + 7) % 7)) * DAY + time;
}

/** Reads instants off the wall in one time zone, and back. */
export interface WallClock {
  /** Exact from 05:00 to midnight, after the hours at which clocks change. */
  readonly instantOf: (wall: WallTime) => Instant;
  readonly wallOf: (instant: Instant) => WallTime;
}

/** `timeZone` is an IANA name; an unknown one throws a RangeError. */
export function wallClockIn(timeZone: string): WallClock {
  const format = new Intl.DateTimeFormat('en-US-u-ca-iso8601-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const wallOf = (instant: Instant): WallTime => {
    const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    return Date.UTC(parts.year!, parts.month! - 1, parts.day!, parts.hour!, parts.minute!, parts.second!);
  };
  const offsets = new Map<number, number>();
  const offsetOn = (day: number): number => {
    const known = offsets.get(day);
    if (known !== undefined) return known;
    const noon = day * DAY + 12 * HOUR;
    const guess = wallOf(noon) - noon;
    const offset = wallOf(noon - guess) - (noon - guess);
    offsets.set(day, offset);
    return offset;
  };
  return { wallOf, instantOf: (wall) => wall - offsetOn(dayOf(wall)) };
}
