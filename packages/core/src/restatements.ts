import { withTwelveDigits } from './metric-pack.js';
import type { Period } from './question.js';
import type { StandardMetric, StandardMetricsBody } from './reports/standard-metrics.js';

/** A metric of a pack that is no longer what was published. */
export interface Restatement {
  readonly period: Period;
  readonly metric: string;
  readonly stage: string | null;
  readonly variant: string | null;
  /** Null where it was not published. */
  readonly published: StandardMetric | null;
  /** Null where it is no longer there. */
  readonly now: StandardMetric | null;
}

type Packed = Pick<StandardMetricsBody, 'total' | 'series'>;

/**
 * Every metric that differs in its value, its amount, or in what it was measured on, in the order in which they were
 * published, and then those that were not. Numbers are compared at 12 significant digits.
 */
export function restatementsOf(published: Packed, now: Packed): Restatement[] {
  const [before, after] = [metricsByAddress(published), metricsByAddress(now)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((address) => {
    const [then, present] = [before.get(address), after.get(address)];
    const any = then ?? present;
    if (!any || (then && present && saysTheSame(then.metric, present.metric))) return [];
    const { metric, stage, variant } = any.metric;
    return [
      { period: any.period, metric, stage, variant, published: then?.metric ?? null, now: present?.metric ?? null },
    ];
  });
}

interface Placed {
  readonly period: Period;
  readonly metric: StandardMetric;
}

/** The whole period and a bucket of the same dates are told apart: a goal stands with the whole alone. */
function metricsByAddress({ total, series }: Packed): Map<string, Placed> {
  const periods = [{ ...total, part: 'total' }, ...series.map((each) => ({ ...each, part: 'bucket' }))];
  return new Map(
    periods.flatMap(({ period, part, metrics }) =>
      metrics.map((metric) => [
        JSON.stringify([part, period.start, period.end, metric.metric, metric.stage, metric.variant]),
        { period, metric },
      ]),
    ),
  );
}

function saysTheSame(a: StandardMetric, b: StandardMetric): boolean {
  const said = ({ unit, value, amount, numerator, denominator }: StandardMetric) =>
    JSON.stringify(withTwelveDigits([unit, value, amount, numerator, denominator]));
  return said(a) === said(b);
}
