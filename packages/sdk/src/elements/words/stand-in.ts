import type { LengthUnit, RelativeUnit, Style } from './formats.js';
import { filled } from './language.js';
import { words } from './words.js';

/** Of one, which 21, 31, 41 are too, and of others. */
type Forms = readonly [one: string, other: string];

/** How a language is written where a browser's Intl does not know it: Chromium's knows no Icelandic. */
export interface StandIn {
  /** A language that writes numbers, and dates in figures, alike. */
  readonly tag: string;
  /** Each with `{count}`; the last on an axis. */
  readonly lengths: Readonly<Record<LengthUnit, readonly [...Forms, narrow: string]>>;
  /** Each with `{count}`. */
  readonly past: Readonly<Record<RelativeUnit, Forms>>;
  readonly future: Readonly<Record<RelativeUnit, Forms>>;
  readonly thisMinute: string;
}

/** Null of languages that every browser knows. */
export const STAND_INS = words('standIn', null);

/** Dates are in figures, which need no names of months. */
export function standInStyle({ tag, lengths, past, future, thisMinute }: StandIn): Style {
  const number = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
  return {
    tag,
    notation: 'standard',
    date: { day: 'numeric', month: 'numeric', year: 'numeric' },
    time: { hour: '2-digit', minute: '2-digit' },
    month: 'numeric',
    range: (date, from, to) => [...new Set([from, to].map((day) => date.format(day)))].join(' – '),
    unit(value, unit, display) {
      const [one, other, narrow] = lengths[unit];
      return filled(display === 'narrow' ? narrow : formOf(value, [one, other]), { count: number.format(value) });
    },
    relative(value, unit) {
      if (value === 0) return thisMinute;
      const form = formOf(Math.abs(value), (value < 0 ? past : future)[unit]);
      return filled(form, { count: number.format(Math.abs(value)) });
    },
  };
}

function formOf(value: number, [one, other]: Forms): string {
  return value % 10 === 1 && value % 100 !== 11 ? one : other;
}
