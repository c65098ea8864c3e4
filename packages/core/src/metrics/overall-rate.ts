import type { MetricDefinition } from '../metric.js';
import { type Rate, rateOf } from '../rate.js';

export const overallRate: MetricDefinition = {
  name: 'overallRate',
  title: 'Overall rate',
  unit: 'RATE',
  formula: 'reached(k) / reached(base stage)',
  description: 'Of all leads of the cohort, the share that reached the stage.',
  notes: [
    'With a 95 % Wilson score interval (Wilson 1927), without continuity correction.',
    'Null where the cohort is empty.',
    'Young cohorts under-report: leads that are still on their way count as not having reached the stage. See matureShare and projected.',
    'By ACCOUNT: of all accounts of the cohort.',
  ],
};

export function overallRateOf(reachedStage: number, reachedBase: number): Rate {
  return rateOf(reachedStage, reachedBase);
}
