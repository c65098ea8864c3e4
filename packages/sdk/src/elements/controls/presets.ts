import type { Period } from '@leadstage/sdk';
import { parsePeriod } from '../reports/question.js';
import type { Formats } from '../words/formats.js';
import { filled } from '../words/language.js';
import type { ControlsWords } from './controls-words.js';

/** As `parsePeriod` reads them. */
export const PRESETS = [
  ...['this-month', 'this-quarter', 'this-year', 'last-month', 'last-quarter'],
  ...['last-12-months', 'last-90-days'],
];

const LAST = /^last-(\d+)-(day|week|month|year)s?$/;
const DAY_MS = 86_400_000;

/** What people call a period of a question; the text itself where it is none. */
export function periodName(text: string, words: ControlsWords, formats: Formats): string {
  const preset = words.presets[text];
  if (preset) return preset;
  const [, count, unit] = LAST.exec(text) ?? [];
  if (unit) {
    const style = { style: 'unit', unit, unitDisplay: 'long' } as const;
    return filled(words.last, { length: new Intl.NumberFormat(formats.tag, style).format(Number(count)) });
  }
  const dates = datesOf(text);
  return dates ? formats.period(dates) : text;
}

/** The dates of a period that says them; null for one that moves with the days. */
export function datesOf(text: string): Period | null {
  if (/^(last|this)-/.test(text)) return null;
  const { start, end, grain, containing } = parsePeriod(text, '') ?? {};
  if (start && end) return { start, end };
  if (!containing) return null;
  return { start: containing, end: grain === 'MONTH' ? nextMonth(containing) : shifted(containing, 1) };
}

/** The period from one day to another, both included. */
export function periodText(first: string, last: string): string {
  return `${first}..${shifted(last, 1)}`;
}

/** @param date `2026-03-27` */
export function shifted(date: string, days: number): string {
  return isoDate(Date.parse(date) + days * DAY_MS);
}

function nextMonth(first: string): string {
  return isoDate(Date.UTC(Number(first.slice(0, 4)), Number(first.slice(5, 7)), 1));
}

const isoDate = (instant: number) => new Date(instant).toISOString().slice(0, 10);
