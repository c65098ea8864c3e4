import type { CountedRate } from '../../cell-reference.js';
import type { MetricDefinition } from '../../metric.js';
import type { Rate } from '../../rate.js';
import type { Desk, Frame, ReportBody } from '../../report.js';
import type { StandardMetricsQuestion, TracedMetric } from '../standard-metrics.js';
import type { Rung } from './rungs.js';

/** What a family of metrics is measured from. */
export interface Asking {
  readonly question: StandardMetricsQuestion;
  readonly frame: Frame;
  readonly desk: Desk;
  readonly rungs: readonly Rung[];
}

/** The metrics of the whole period, and of each bucket of the frame, in order. */
export interface Measured {
  readonly total: readonly TracedMetric[];
  readonly series: readonly (readonly TracedMetric[])[];
}

/** Some of the standard metrics, asked of the report that answers them elsewhere, so that the two can never disagree. */
export type Family = (asking: Asking) => Promise<Measured>;

/** The metrics that each cell of a report's answer gives. */
export function measuredOf<Figures>(
  { total, series }: Pick<ReportBody<Figures>, 'total' | 'series'>,
  metrics: (figures: Figures) => readonly TracedMetric[],
): Measured {
  return { total: metrics(total), series: series.map(({ figures }) => metrics(figures)) };
}

/** What a report would answer if it showed these figures everywhere, where there is nothing to ask it about. */
export function saying<Figures>({ buckets }: Frame, figures: Figures): Pick<ReportBody<Figures>, 'total' | 'series'> {
  return { total: figures, series: buckets.map((period) => ({ period, figures })) };
}

/** Answers to several questions, those of each cell one after the other. */
export function together(parts: readonly Measured[]): Measured {
  const longest = Math.max(0, ...parts.map(({ series }) => series.length));
  return {
    total: parts.flatMap(({ total }) => total),
    series: Array.from({ length: longest }, (_, bucket) => parts.flatMap(({ series }) => series[bucket] ?? [])),
  };
}

/** Which number it is; `name` and `unit` are those of its definition. */
export type Named = Pick<MetricDefinition, 'name' | 'unit'>;

const UNKNOWN = { value: null, amount: null, numerator: null, denominator: null, low: null, high: null } as const;

/** A metric with what is known of it; everything else is null. */
export function metricOf(
  { name, unit }: Named,
  stage: string | null,
  variant: string | null,
  known: Partial<Pick<TracedMetric, keyof typeof UNKNOWN | 'counted'>> = {},
): TracedMetric {
  return { metric: name, stage, variant, unit, ...UNKNOWN, ...known };
}

/** A rate with what it was measured on. */
export function rateMetric(
  named: Named,
  stage: string | null,
  variant: string | null,
  rate: Rate | null,
  counted: CountedRate,
): TracedMetric {
  if (!rate) return metricOf(named, stage, variant);
  const { value, numerator, denominator, low, high } = rate;
  return metricOf(named, stage, variant, { value, numerator, denominator, low, high, counted });
}
