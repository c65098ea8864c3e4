import type { Grain, Period } from '@leadstage/sdk';
import { formatTagOf, languageOf } from './language.js';
import { STAND_INS, standInStyle } from './stand-in.js';

const DAY_MS = 86_400_000;

/** Units of a length, the largest first, seconds. */
export const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

export type Unit = (typeof UNITS)[number];
export type LengthUnit = Unit[0];
export type RelativeUnit = 'year' | 'month' | 'day' | 'hour' | 'minute';

/** Numbers, money, lengths and dates as a language writes them. Null is a dash. */
export interface Formats {
  /** For numbers of other formats. */
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
  /** One digit after the point; `narrow` as short as it goes. */
  unit(value: number, unit: LengthUnit, display: 'long' | 'short' | 'narrow'): string;
  /** `in 3 hours`, `2 days ago`, `this minute`. @param value a whole number; 0 of minutes alone */
  relative(value: number, unit: RelativeUnit): string;
  /** @param date `2026-03-27`, which is what it is whatever the zone */
  date(date: string): string;
  /** From the first to the last day. */
  period(period: Period): string;
  /** Under an axis. A quarter, half or year is named by its first month, since fiscal years differ. */
  bucket(start: string, grain: Grain): string;
  /** @param instant UTC text; shown in the workspace's zone */
  instant(instant: string, timeZone: string): string;
}

/** What differs between a language that the browser's Intl knows and one that another stands in for. */
export interface Style extends Pick<Formats, 'tag' | 'unit' | 'relative'> {
  readonly notation: 'compact' | 'standard';
  readonly date: Intl.DateTimeFormatOptions;
  readonly time: Intl.DateTimeFormatOptions;
  readonly month: 'short' | 'numeric';
  range(date: Intl.DateTimeFormat, from: number, to: number): string;
}

/** @param language a tag such as `sv` or `en-GB` */
export function formatsFor(language: string): Formats {
  const { tag, unit, relative, notation, month, range, ...style } = styleOf(formatTagOf(language));
  const count = new Intl.NumberFormat(tag);
  const compact = new Intl.NumberFormat(tag, { notation, maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(tag, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const date = new Intl.DateTimeFormat(tag, { ...style.date, timeZone: 'UTC' });
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
    duration: orDash((seconds: number) => {
      const [name, length] = fittingUnit(seconds);
      return unit(seconds / length, name, 'short');
    }),
    unit,
    relative,
    date: (text) => date.format(Date.parse(text)),
    period: ({ start, end }) => range(date, Date.parse(start), Date.parse(end) - DAY_MS),
    bucket: (start, grain) =>
      new Intl.DateTimeFormat(tag, { ...bucketStyle(grain, month), timeZone: 'UTC' }).format(Date.parse(start)),
    instant: (text, timeZone) =>
      new Intl.DateTimeFormat(tag, { ...style.date, ...style.time, timeZone }).format(Date.parse(text)),
  };
}

/** The largest unit of which a length has at least so many. */
export function fittingUnit(seconds: number, fewest = 1, units: readonly Unit[] = UNITS): Unit {
  return units.find(([, length]) => seconds >= length * fewest) ?? UNITS[3];
}

function styleOf(tag: string): Style {
  const isKnown = Intl.NumberFormat.supportedLocalesOf(tag).length > 0;
  const standIn = isKnown ? null : STAND_INS[languageOf(tag)];
  return standIn ? standInStyle(standIn) : intlStyle(tag);
}

function intlStyle(tag: string): Style {
  return {
    tag,
    notation: 'compact',
    date: { dateStyle: 'medium' },
    time: { timeStyle: 'short' },
    month: 'short',
    range: (date, from, to) => date.formatRange(from, to),
    unit: (value, unit, unitDisplay) =>
      new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay, maximumFractionDigits: 1 }).format(value),
    relative: (value, unit) =>
      new Intl.RelativeTimeFormat(tag, { numeric: unit === 'minute' ? 'auto' : 'always' }).format(value, unit),
  };
}

function bucketStyle(grain: Grain, month: Style['month']): Intl.DateTimeFormatOptions {
  if (grain === 'YEAR') return { year: 'numeric' };
  return grain === 'DAY' || grain === 'WEEK' ? { day: 'numeric', month } : { month, year: '2-digit' };
}

function moneyFormat(tag: string, currency: string): Intl.NumberFormat {
  return new Intl.NumberFormat(tag, { style: 'currency', currency });
}
