import type { CostFigures, DurationFigures, FunnelFigures, FunnelQuestion, Period, Rate } from '@leadstage/core';
import type { ReportAnswer } from '../../query/run-report.js';
import { visibleText } from './visible-text.js';

type Field = string | number | null | undefined;

/** The figures of one cell as rows under fixed columns; a cell with several stages has a row for each. */
interface Layout<Figures> {
  readonly columns: readonly string[];
  readonly rows: (figures: Figures) => readonly (readonly Field[])[];
}

/**
 * An answer as CSV (RFC 4180, lines ending in LF). `cell` says `total` or `group`, `span` the whole `period` or one
 * `bucket`, so that a group whose value is missing is told from the total; a missing value is an empty field, and so is
 * an unknown figure. Attributes are named `by_…`.
 */
function toCsv<Figures>(answer: ReportAnswer<Figures>, { columns, rows }: Layout<Figures>): string {
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
  return lines.map((line) => `${line.map(field).join(',')}\n`).join('');
}

function field(value: Field): string {
  if (typeof value === 'number') return String(value);
  const text = visibleText(value ?? '');
  // A quoted empty text is what it says; an unquoted one is a missing value.
  return value === '' || /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function funnelCsv(answer: ReportAnswer<FunnelFigures>, { mode }: FunnelQuestion): string {
  return mode === 'THROUGHPUT' ? toCsv(answer, THROUGHPUT) : toCsv(answer, COHORT);
}

const COHORT: Layout<FunnelFigures> = {
  columns: ['stage', 'reached', ...rateColumns('step'), ...rateColumns('overall')],
  rows: ({ stages }) =>
    stages.map((each) => [each.stage.key, each.reached, ...rateFields(each.stepRate), ...rateFields(each.overallRate)]),
};

const THROUGHPUT: Layout<FunnelFigures> = {
  columns: ['stage', 'entered', 'period_ratio'],
  rows: ({ stages }) => stages.map((each) => [each.stage.key, each.entered, each.periodRatio?.value]),
};

function rateColumns(name: string): string[] {
  return ['rate', 'numerator', 'denominator', 'low', 'high'].map((part) => `${name}_${part}`);
}

function rateFields(rate: Rate | null): Field[] {
  return [rate?.value, rate?.numerator, rate?.denominator, rate?.low, rate?.high];
}

/** Durations in seconds; a class of the histogram is named by its bounds, `from_3600_to_14400`. */
export function velocityCsv(answer: ReportAnswer<DurationFigures>): string {
  return toCsv(answer, {
    columns: [
      ...['count', 'mean_seconds', 'median_seconds', 'p75_seconds', 'p90_seconds'],
      ...answer.total.histogram.map(({ from, to }) => (to === null ? `from_${from}` : `from_${from}_to_${to}`)),
    ],
    rows: ({ count, mean, median, p75, p90, histogram }) => [
      [count, mean, median, p75, p90, ...histogram.map((each) => each.count)],
    ],
  });
}

export function costCsv(answer: ReportAnswer<CostFigures>): string {
  return toCsv(answer, {
    columns: [
      ...['stage', 'lag_days', 'spend_from', 'spend_to', 'currency', 'spend', 'unallocated', 'outside_filter'],
      ...['entered', 'cost_per_entry'],
    ],
    rows: ({ stages }) =>
      stages.map((each) => [
        ...[each.stage.key, each.lagDays, each.spendWindow?.start, each.spendWindow?.end, answer.currency],
        ...[each.spend, each.unallocated, each.outsideFilter, each.entered, each.costPerEntry],
      ]),
  });
}
