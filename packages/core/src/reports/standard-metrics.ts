import type { MetricUnit } from '../metric.js';
import type { Period, ReportQuestion } from '../question.js';
import type { Report } from '../report.js';

/** One standardised number. */
export interface StandardMetric {
  /** Name of a metric in `metricDefinitions`. */
  readonly metric: string;
  /** Key of the stage it is about, if any. */
  readonly stage: string | null;
  /** Which reading of the metric: `median`, `SHIFTED`, a goal's key; null where it has but one. */
  readonly variant: string | null;
  readonly unit: MetricUnit;
  /** In the unit; null where it cannot be said. Money is null here and stands in `amount`. */
  readonly value: number | null;
  /** Decimal text in the workspace's currency. */
  readonly amount: string | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Ends of the 95 % interval, of rates. */
  readonly low: number | null;
  readonly high: number | null;
}

export interface StandardPeriod {
  readonly period: Period;
  readonly metrics: readonly StandardMetric[];
}

export interface StandardMetricsBody {
  /** The whole period, then every bucket of the series. */
  readonly total: StandardPeriod;
  readonly series: readonly StandardPeriod[];
}

export interface StandardMetricsQuestion extends ReportQuestion {
  /** How long after its entry a lead may take to the next stage, milliseconds; default: ever. */
  readonly conversionWindow?: number | undefined;
}

/** The investor pack: the same metrics, by the same formulas, for every workspace. */
export const standardMetrics: Report<StandardMetricsQuestion, StandardMetricsBody> = {
  name: 'standardMetrics',
  async answer() {
    throw new Error('not yet');
  },
};
