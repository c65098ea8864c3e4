import { METRICS, type StandardMetric, type StandardMetricsBody, type StandardMetricsQuestion } from '@leadstage/core';
import type { Answer } from '../../query/run-report.js';
import { duration, length } from './format-duration.js';
import { count, interval, money, NOTHING, percent } from './format-number.js';
import { bucketColumn } from './group-columns.js';
import { footer, header, section, sections, type View, wrapped } from './render-frame.js';
import { type Column, column, drawTable } from './table.js';
import { visibleText } from './visible-text.js';

/** The standard metrics as text for a terminal: the whole period with intervals, then a column per bucket. */
export function renderStandardMetrics(
  answer: Answer<StandardMetricsBody>,
  question: StandardMetricsQuestion,
  view: View,
): string {
  const { total, series, notes, currency } = answer;
  const conditions = [
    'rates: of the leads that entered LEAD in the period',
    ...(question.conversionWindow === undefined ? [] : [`within ${length(question.conversionWindow / 1000)} of it`]),
    `money in ${currency}`,
  ];
  return sections(
    header('Standard metrics', conditions, answer, question, view),
    drawTable({ keys: keysOf(total.metrics), columns: wholeColumns(total.metrics) }, view),
    series.length === 0 ? '' : section('Series', seriesTable(answer, view), view),
    notes.flatMap((note) => wrapped([visibleText(note)], view.width)).join('\n'),
    footer(answer, view),
  );
}

function keysOf(metrics: readonly StandardMetric[]): Column[] {
  const titles = new Map(METRICS.map(({ name, title }) => [name, title]));
  return [
    column(
      'Metric',
      'left',
      metrics.map(({ metric }) => titles.get(metric) ?? metric),
    ),
    column(
      'Stage',
      'left',
      metrics.map(({ stage }) => visibleText(stage ?? '')),
    ),
    column(
      'Reading',
      'left',
      metrics.map(({ variant }) => visibleText(variant ?? '')),
    ),
  ];
}

function wholeColumns(metrics: readonly StandardMetric[]): Column[] {
  const intervals = metrics.map((metric) => (metric.low === null ? '' : interval(metric)));
  const over = metrics.map(({ denominator }) => (denominator === null ? '' : count(denominator)));
  return [
    column('Value', 'right', metrics.map(shown)),
    { title: 'Of', align: 'right', forms: [over, null] },
    { title: '95 % interval', align: 'right', forms: [intervals, null, null] },
  ];
}

/** What stands with the whole period alone, such as goals, is in no bucket. */
function seriesTable({ total, series }: Answer<StandardMetricsBody>, view: View): string {
  const [first] = series;
  const metrics = first?.metrics ?? total.metrics;
  const [names = []] = bucketColumn(series.map(({ period }) => ({ period, figures: null }))).forms;
  const buckets = series.map((point, index) => column(names?.[index] ?? '', 'right', point.metrics.map(shown)));
  return drawTable({ keys: keysOf(metrics), columns: buckets }, view);
}

function shown({ unit, value, amount }: StandardMetric): string {
  switch (unit) {
    case 'MONEY':
      return money(amount);
    case 'RATE':
    case 'RATIO':
      return percent(value);
    case 'SECONDS':
      return duration(value);
    case 'DAYS':
      return value === null ? NOTHING : `${count(value)} d`;
    default:
      return count(value);
  }
}
