import type { Grain, LeadFilterInput, PeriodInput } from '@leadstage/sdk';

/** What every report on a page is asked with. */
export interface Question {
  /** As `parsePeriod` reads it. */
  readonly period: string;
  readonly filter: LeadFilterInput;
}

export const DEFAULT_PERIOD = 'last-12-months';

const RELATIVE = /^(last|this)-(?:(\d{1,4})-)?(day|week|month|quarter|half[-_]year|year)s?$/;

/**
 * `last-12-months` and `last-quarter` are complete ones; `this-quarter` is the one that `today` is in; `2026`, `2026-05` and
 * `2026-05-17` are of the calendar; `2026-01-01..2026-04-01` ends with the day before the second date. The words of the
 * command line, and `this-`.
 * @param today `2026-03-27`, in the workspace's zone
 * @returns null for anything else
 */
export function parsePeriod(text: string, today: string): PeriodInput | null {
  const [, which, count, unit] = RELATIVE.exec(text) ?? [];
  if (unit) {
    const grain = unit.replace('-', '_').toUpperCase() as Grain;
    if (which === 'last') return { last: { count: Number(count ?? 1), grain } };
    return count === undefined ? { grain, containing: today } : null;
  }
  const [start = '', end, more] = text.split('..');
  if (end !== undefined && more === undefined)
    return isDate(start) && isDate(end) && start < end ? { start, end } : null;
  if (isDate(text)) return { grain: 'DAY', containing: text };
  if (isDate(`${text}-01`)) return { grain: 'MONTH', containing: `${text}-01` };
  if (/^\d{4}$/.test(text) && text < '9999') return { start: `${text}-01-01`, end: `${nextYear(text)}-01-01` };
  return null;
}

const DAY_MS = 86_400_000;

/** About how many days each has. */
const DAYS: Readonly<Record<Grain, number>> = { DAY: 1, WEEK: 7, MONTH: 30, QUARTER: 91, HALF_YEAR: 182, YEAR: 365 };

/** About how many days a period has that the API has not told the dates of yet. */
export function daysOf({ start, end, last, grain }: PeriodInput): number {
  if (start && end) return (Date.parse(end) - Date.parse(start)) / DAY_MS;
  return last ? last.count * DAYS[last.grain] : DAYS[grain ?? 'YEAR'];
}

/** A grain that gives a line some 4 to 60 points. */
export function fittingGrain(period: PeriodInput): Grain {
  const days = daysOf(period);
  if (days <= 45) return 'DAY';
  if (days <= 190) return 'WEEK';
  if (days <= 1_500) return 'MONTH';
  return days <= 5_500 ? 'QUARTER' : 'YEAR';
}

/** The local date in a zone. */
export function todayIn(timeZone: string, now = Date.now()): string {
  // Swedish writes dates as ISO 8601 does.
  return new Intl.DateTimeFormat('sv', { timeZone }).format(now);
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const instant = Date.parse(text);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
}

const nextYear = (year: string) => String(Number(year) + 1).padStart(4, '0');
