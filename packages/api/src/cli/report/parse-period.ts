import { type Grain, InvalidInput, isLocalDate, type PeriodInput } from '@leadstage/core';

export interface PeriodOptions {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly period?: string | undefined;
}

const BY_DEFAULT: PeriodInput = { last: { count: 12, grain: 'MONTH' } };

/**
 * The period that `--from` and `--to`, or `--period`, name; the last 12 complete months without any.
 * @throws InvalidInput INVALID_OPTION
 */
export function periodOf({ from, to, period }: PeriodOptions): PeriodInput {
  if (period !== undefined) {
    if (from === undefined && to === undefined) return parsePeriod(period);
    throw refused('--period', 'Give the period either by --period or by --from and --to, not by both.');
  }
  if (from === undefined && to === undefined) return BY_DEFAULT;
  if (from === undefined) throw refused('--from', '--to needs --from: give the first date of the period.');
  if (to === undefined) throw refused('--to', '--from needs --to: give the date after the last of the period.');
  return betweenDates(from.trim(), to.trim());
}

function betweenDates(start: string, end: string): PeriodInput {
  checkDate(start, '--from');
  checkDate(end, '--to');
  if (start < end) return { start, end };
  const message = `--to ${end} is not after --from ${start}; the date of --to is itself not in the period.`;
  throw refused('--to', message, `a date after ${start}`);
}

function checkDate(text: string, option: string): void {
  if (!isLocalDate(text))
    throw refused(option, `${option} "${text}" is not a date; write it YYYY-MM-DD.`, 'YYYY-MM-DD');
}

const LAST = /^last-(?:(\d{1,4})-)?(day|week|month|quarter|half[-_]year|year)s?$/;
const FISCAL = /^\d{4}-?[qh]\d$/;

/**
 * `2026` and `2026-05` are of the calendar, whatever the fiscal year; `last-4-quarters` are complete ones of the
 * fiscal year.
 * @throws InvalidInput INVALID_OPTION
 */
export function parsePeriod(given: string): PeriodInput {
  const text = given.trim().toLowerCase();
  const [, count = '1', grain] = LAST.exec(text) ?? [];
  if (grain) return { last: { count: Number(count), grain: grain.replace('-', '_').toUpperCase() as Grain } };
  if (isLocalDate(text)) return { grain: 'DAY', containing: text };
  if (/^\d{4}-\d\d$/.test(text) && isLocalDate(`${text}-01`)) return { grain: 'MONTH', containing: `${text}-01` };
  if (/^\d{4}$/.test(text)) {
    const year = { start: `${text}-01-01`, end: `${String(Number(text) + 1).padStart(4, '0')}-01-01` };
    if (isLocalDate(year.start) && isLocalDate(year.end)) return year;
  }
  throw notAPeriod(given, FISCAL.test(text));
}

function notAPeriod(given: string, isFiscal: boolean): InvalidInput {
  const expected = 'last-3-months, last-90-days, last-4-quarters, 2026, 2026-05 or 2026-05-17';
  const hint = isFiscal
    ? ' Quarters and halves depend on the fiscal year: name their dates with --from and --to.'
    : ' Any other period is named with --from and --to.';
  return refused('--period', `--period "${given}" is not a period; write ${expected}.${hint}`, expected);
}

function refused(option: string, message: string, expected?: string): InvalidInput {
  return new InvalidInput('INVALID_OPTION', [option], message, expected);
}
