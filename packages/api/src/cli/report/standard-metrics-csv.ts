import type { StandardMetric, StandardMetricsBody } from '@leadstage/core';
import type { Answer } from '../../query/run-report.js';
import { type CsvLayout, toCsv } from './to-csv.js';

/** One row per metric of the whole period, then of each bucket; money stands in `value` with its currency. */
export function standardMetricsCsv({ total, series, ...about }: Answer<StandardMetricsBody>): string {
  const points = series.map(({ period, metrics }) => ({ period, figures: metrics }));
  return toCsv({ ...about, total: total.metrics, groups: [], series: points }, layout(about.currency));
}

function layout(currency: string): CsvLayout<readonly StandardMetric[]> {
  return {
    columns: [
      ...['metric', 'stage', 'variant', 'unit', 'currency', 'value'],
      ...['numerator', 'denominator', 'low', 'high'],
    ],
    rows: (metrics) =>
      metrics.map(({ metric, stage, variant, unit, value, amount, numerator, denominator, low, high }) => [
        ...[metric, stage, variant, unit, unit === 'MONEY' ? currency : null, value ?? amount],
        ...[numerator, denominator, low, high],
      ]),
  };
}
