import { type AcceptanceBody, type AcceptanceFigures, acceptance } from '../acceptance.js';
import type { StandardMetric } from '../standard-metrics.js';
import { type Family, type Measured, measuredOf, metricOf, rateMetric } from './family.js';

/**
 * Which share of the handoffs of the period sales accepted, and how far every goal has got whose period overlaps it.
 * A goal is over its own period, so it stands with the whole period and with no bucket.
 */
export const acceptanceRates: Family = async ({ question: { period }, frame, desk }) =>
  acceptanceMetrics(await acceptance.answer({ period }, frame, desk));

export function acceptanceMetrics(body: Pick<AcceptanceBody, 'total' | 'series' | 'goals'>): Measured {
  const { total, series } = measuredOf(body, ratesOf);
  return { total: [...total, ...goalsOf(body)], series };
}

function ratesOf({ acceptanceRate, acceptanceRateOfDecided }: AcceptanceFigures): StandardMetric[] {
  return [
    rateMetric({ name: 'acceptanceRate', unit: 'RATE' }, null, null, acceptanceRate),
    rateMetric({ name: 'acceptanceRateOfDecided', unit: 'RATE' }, null, null, acceptanceRateOfDecided),
  ];
}

function goalsOf({ goals }: Pick<AcceptanceBody, 'goals'>): StandardMetric[] {
  return goals.map(({ key, stage, attainment, entered, target }) =>
    metricOf({ name: 'attainment', unit: 'RATIO' }, stage?.key ?? null, key, {
      value: attainment,
      numerator: entered,
      denominator: target,
    }),
  );
}
