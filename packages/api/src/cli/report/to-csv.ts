import type { Period, Rate } from '@leadstage/core';
import type { ReportAnswer } from '../../query/run-report.js';
import { visibleText } from './visible-text.js';

export type Field = string | number | null | undefined;

/** The figures of one cell as rows under fixed columns; a cell with several stages has a row for each. */
export interface CsvLayout<Figures> {
  readonly columns: readonly string[];
  readonly rows: (figures: Figures) => readonly (readonly Field[])[];
}

/**
 * An answer as CSV (RFC 4180, lines ending in LF). `cell` says `total` or `group`, `span` the whole `period` or one
 * `bucket`, so that a group whose value is missing is told from the total; a missing value is an empty field, and so is
 * an unknown figure. Attributes are named `by_…`.
 */
export function toCsv<Figures>(answer: ReportAnswer<Figures>, { columns, rows }: CsvLayout<Figures>): string {
  const { by, period } = answer;
  const noKeys = by.map(() => null);
  const cell = (kind: string, span: string, { start, end }: Period, keys: readonly Field[], figures: Figures) =>
    rows(figures).map((fields) => [kind, span, start, end, ...keys, ...fields]);
  const lines = [
    ['cell', 'span', 'from', 'to', ...by.map((attribute) => `by_${attribute}`), ...columns],
    ...cell('total', 'period', period, noKeys, answer.total),
    ...answer.groups.flatMap((group) => cell('group', 'period', period, group.keys, group.figures)),
    ...answer.series.flatMap((point) => cell('total', 'bucket', point.period, noKeys, point.figures)),
    ...answer.groups.flatMap((group) =>
      group.series.flatMap((point) => cell('group', 'bucket', point.period, group.keys, point.figures)),
    ),
  ];
  return csvOf(lines);
}

/** Lines of fields as CSV, in the same way. */
export function csvOf(lines: readonly (readonly Field[])[]): string {
  return lines.map((line) => `${line.map(field).join(',')}\n`).join('');
}

function field(value: Field): string {
  if (typeof value === 'number') return String(value);
  const text = visibleText(value ?? '');
  // A quoted empty text is what it says; an unquoted one is a missing value.
  return value === '' || /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function rateColumns(name: string): string[] {
  return ['rate', 'numerator', 'denominator', 'low', 'high'].map((part) => `${name}_${part}`);
}

export function rateFields(rate: Rate | null): Field[] {
  return [rate?.value, rate?.numerator, rate?.denominator, rate?.low, rate?.high];
}
