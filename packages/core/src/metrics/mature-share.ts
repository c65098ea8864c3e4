import type { MetricDefinition } from '../metric.js';
import { type Rate, rateOf } from '../rate.js';
import type { Fates } from './fates.js';

export const matureShare: MetricDefinition = {
  name: 'matureShare',
  title: 'Mature share',
  unit: 'RATE',
  formula: '(leads that reached k + finally out + watched for at least W) / reached(base stage)',
  description:
    'The share of the cohort about which nothing can change any more: who reached the stage within the window W, who is finally out, and who has been watched for all of W. Below 1 the observed rates still under-report.',
  notes: [
    'With a 95 % Wilson score interval (Wilson 1927), without continuity correction.',
    'Null without a conversion window, for the base stage and where the cohort is empty.',
    'Watched: from the entry into the base stage to asOf; exactly W is enough.',
    'Finally out: rejected or disqualified, with no entry into a stage after that by asOf. A transition out of the ladder without a kind is a disqualification.',
    'By ACCOUNT an account is out when all its leads that pass the filter are; leads that have entered no stage by asOf are not there yet.',
  ],
};

export function matureShareOf({ reached, out, watched, lost }: Fates): Rate {
  return rateOf(reached + out + watched, reached + out + watched + lost);
}
