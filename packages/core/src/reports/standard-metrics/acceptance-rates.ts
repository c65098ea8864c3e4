import type { ReportBody } from '../../report.js';
import { type AcceptanceFigures, acceptance, type GoalStanding } from '../acceptance.js';
import type { TracedMetric } from '../standard-metrics.js';
import { type Family, type Measured, measuredOf, metricOf, rateMetric } from './family.js';

/**
 * Which share of the handoffs of the period sales accepted, and how far every goal has got whose period overlaps it.
 * A goal is over its own period, so it stands with the whole period and with no bucket.
 */
export const acceptanceRates: Family = async ({ question: { period }, frame, desk }) => {
  const body = await acceptance.answer({ period }, frame, desk);
  return acceptanceMetrics(body, body.goals);
};

type Attained = Pick<GoalStanding, 'key' | 'stage' | 'attainment' | 'entered' | 'target'>;
type Rates = Pick<AcceptanceFigures, 'acceptanceRate' | 'acceptanceRateOfDecided'>;

export function acceptanceMetrics(
  body: Pick<ReportBody<Rates>, 'total' | 'series'>,
  goals: readonly Attained[],
): Measured {
  const { total, series } = measuredOf<Rates>(body, ratesOf);
  return { total: [...total, ...goals.map(goalMetric)], series };
}

function ratesOf({ acceptanceRate, acceptanceRateOfDecided }: Rates): TracedMetric[] {
  const numerator = { kind: 'handoffs', state: 'ACCEPTED' } as const;
  return [
    rateMetric({ name: 'acceptanceRate', unit: 'RATE' }, null, null, acceptanceRate, {
      numerator,
      denominator: { kind: 'handoffs', state: null },
    }),
    rateMetric({ name: 'acceptanceRateOfDecided', unit: 'RATE' }, null, null, acceptanceRateOfDecided, {
      numerator,
      denominator: { kind: 'handoffs', state: 'DECIDED' },
    }),
  ];
}

function goalMetric({ key, stage, attainment, entered, target }: Attained): TracedMetric {
  return metricOf({ name: 'attainment', unit: 'RATIO' }, stage?.key ?? null, key, {
    value: attainment,
    numerator: entered,
    denominator: target,
  });
}
