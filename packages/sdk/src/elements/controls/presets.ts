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

const DAY_MS = 86_400_000;

/** What people call a period of a question; the text itself where it is none. */
export function periodName(text: string, { periods }: ControlsWords, formats: Formats): string {
  const dates = datesOf(text);
  if (dates) return formats.period(dates);
  const { grain, last } = undated(text) ?? {};
  if (grain) return periods[grain][0];
  if (!last) return text;
  const [, one, several] = periods[last.grain];
  return last.count === 1 ? one : filled(several, { count: formats.count(last.count) });
}

/** The dates of a period that says them; null for one that moves with the days. */
export function datesOf(text: string): Period | null {
  const { start, end, grain, containing } = undated(text) ?? {};
  if (start && end) return { start, end };
  if (!containing) return null;
  return { start: containing, end: grain === 'MONTH' ? nextMonth(containing) : shifted(containing, 1) };
}

/** A period as far as it can be told without knowing what day it is. */
const undated = (text: string) => parsePeriod(text, '');

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
