import type { Counted } from '../cell-reference.js';
import { InvalidInput } from '../invalid-input.js';
import type { MetricUnit } from '../metric.js';
import type { Period, ReportQuestion } from '../question.js';
import type { Report } from '../report.js';
import { acceptanceRates } from './standard-metrics/acceptance-rates.js';
import { costs } from './standard-metrics/costs.js';
import { entries } from './standard-metrics/entries.js';
import type { Family, Measured } from './standard-metrics/family.js';
import { rungsOf } from './standard-metrics/rungs.js';
import { slaCompliance } from './standard-metrics/sla-compliance.js';
import { stepRates } from './standard-metrics/step-rates.js';
import { times } from './standard-metrics/times.js';

/** One standardised number. */
export interface StandardMetric {
  /** Name of a metric in `metricDefinitions`. */
  readonly metric: string;
  /** Key of the stage it is about, if any; of a standard stage that the ladder lacks, the standard's name. */
  readonly stage: string | null;
  /**
   * Which reading of the metric: `from MQL` of a rate, `median from LEAD` of a time, `SHIFTED` of a cost, a goal's key;
   * null where it has but one.
   */
  readonly variant: string | null;
  readonly unit: MetricUnit;
  /** In the unit; null where it cannot be said. Money is null here and stands in `amount`. */
  readonly value: number | null;
  /** Decimal text in the workspace's currency. */
  readonly amount: string | null;
  readonly numerator: number | null;
  /** What a rate or a cost is divided by; of a median, the leads that it is taken over. */
  readonly denominator: number | null;
  /** Ends of the 95 % interval, of rates. */
  readonly low: number | null;
  readonly high: number | null;
}

/** With what its two numbers count, where that can be listed; of entries the value is the numerator. */
export interface TracedMetric extends StandardMetric {
  readonly counted?: { readonly numerator?: Counted; readonly denominator?: Counted };
}

export interface TracedPeriod extends StandardPeriod {
  readonly metrics: readonly TracedMetric[];
}

export interface StandardPeriod {
  readonly period: Period;
  /** No two of one metric, stage and variant. */
  readonly metrics: readonly StandardMetric[];
}

export interface StandardMetricsBody {
  /** The whole period, then every bucket of the series. */
  readonly total: TracedPeriod;
  readonly series: readonly TracedPeriod[];
  /** What to read the numbers with: stages that stand for a standard one, and standard ones that are absent. */
  readonly notes: readonly string[];
}

export interface StandardMetricsQuestion extends ReportQuestion {
  /** How long after its entry into LEAD a lead may take to reach a stage, milliseconds; default: ever. */
  readonly conversionWindow?: number | undefined;
}

/** Every family, in the order in which a reader would want to meet them. */
const FAMILIES: readonly Family[] = [entries, stepRates, acceptanceRates, times, slaCompliance, costs];

/** The investor pack: the same metrics, by the same formulas, for every workspace. */
export const standardMetrics: Report<StandardMetricsQuestion, StandardMetricsBody> = {
  name: 'standardMetrics',
  async answer(question, frame, desk) {
    if (frame.by.length > 0) {
      throw new InvalidInput(
        'INVALID_BREAKDOWN',
        ['by'],
        'Standard metrics are not broken down: they are the same for every workspace. Leave `by` out; filter instead.',
        'no `by`',
      );
    }
    const { rungs, notes } = rungsOf(frame.ladder);
    const families: Measured[] = [];
    // One after the other: a transaction has one connection.
    for (const family of FAMILIES) families.push(await family({ question, frame, desk, rungs }));
    return {
      total: { period: frame.period, metrics: families.flatMap(({ total }) => total) },
      series: frame.buckets.map((period, bucket) => ({
        period,
        metrics: families.flatMap(({ series }) => series[bucket] ?? []),
      })),
      notes,
    };
  },
};
