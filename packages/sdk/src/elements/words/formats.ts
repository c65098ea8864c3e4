import type { Grain, Period } from '@leadstage/sdk';
import { formatTagOf } from './language.js';

const DAY_MS = 86_400_000;

/** Units of a length, the largest first, seconds. */
export const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

const BUCKETS: Readonly<Record<Grain, Intl.DateTimeFormatOptions>> = {
  DAY: { day: 'numeric', month: 'short' },
  WEEK: { day: 'numeric', month: 'short' },
  MONTH: { month: 'short', year: '2-digit' },
  QUARTER: { month: 'short', year: '2-digit' },
  HALF_YEAR: { month: 'short', year: '2-digit' },
  YEAR: { year: 'numeric' },
};

/** Numbers, money, lengths and dates as a language writes them. Null is a dash. */
export interface Formats {
  readonly tag: string;
  count(value: number | null): string;
  /** For an axis: `12K`. */
  compact(value: number): string;
  /** Of a share of 1, one digit after the point. */
  percent(value: number | null): string;
  /** An exact decimal as text, kept exact. */
  money(amount: string | null, currency: string): string;
  /** The largest unit that it fills, one digit after the point. @param seconds at least 0 */
  duration(seconds: number | null): string;
  /** @param date `2026-03-27`, which is what it is whatever the zone */
  date(date: string): string;
  /** From the first to the last day. */
  period(period: Period): string;
  /** Under an axis. A quarter, half or year is named by its first month, since fiscal years differ. */
  bucket(start: string, grain: Grain): string;
  /** @param instant UTC text; shown in the workspace's zone */
  instant(instant: string, timeZone: string): string;
}

/** @param language a tag such as `sv` or `en-GB` */
export function formatsFor(language: string): Formats {
  const tag = formatTagOf(language);
  const count = new Intl.NumberFormat(tag);
  const compact = new Intl.NumberFormat(tag, { notation: 'compact', maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(tag, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const date = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone: 'UTC' });
  const orDash =
    <Value>(write: (value: Value) => string) =>
    (value: Value | null) =>
      value === null ? '–' : write(value);
  return {
    tag,
    count: orDash((value: number) => count.format(value)),
    compact: (value) => compact.format(value),
    percent: orDash((value: number) => percent.format(value)),
    money: (amount, currency) => (amount === null ? '–' : moneyFormat(tag, currency).format(amount as `${number}`)),
    duration: orDash((seconds: number) => inUnit(tag, seconds, fittingUnit(seconds), 'short')),
    date: (text) => date.format(Date.parse(text)),
    period: ({ start, end }) => date.formatRange(Date.parse(start), Date.parse(end) - DAY_MS),
    bucket: (start, grain) =>
      new Intl.DateTimeFormat(tag, { ...BUCKETS[grain], timeZone: 'UTC' }).format(Date.parse(start)),
    instant: (text, timeZone) =>
      new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(Date.parse(text)),
  };
}

export type Unit = (typeof UNITS)[number];

/** The largest unit of which a length has at least so many. */
export function fittingUnit(seconds: number, fewest = 1, units: readonly Unit[] = UNITS): Unit {
  return units.find(([, length]) => seconds >= length * fewest) ?? UNITS[3];
}

/** One digit after the point. */
export function inUnit(tag: string, seconds: number, [unit, length]: Unit, unitDisplay: 'short' | 'narrow'): string {
  const style = { style: 'unit', unit, unitDisplay, maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(tag, style).format(seconds / length);
}

function moneyFormat(tag: string, currency: string): Intl.NumberFormat {
  return new Intl.NumberFormat(tag, { style: 'currency', currency });
}
