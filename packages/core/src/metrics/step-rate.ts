import type { MetricDefinition } from '../metric.js';
import { type Rate, rateOf } from '../rate.js';

export const stepRate: MetricDefinition = {
  name: 'stepRate',
  title: 'Step rate',
  unit: 'RATE',
  formula: 'reached(k) / reached(previous stage)',
  description: 'Of the leads of the cohort that reached the stage before, the share that reached this one.',
  notes: [
    'With a 95 % Wilson score interval (Wilson 1927), without continuity correction.',
    'Null where nobody reached the stage before, and for the base stage.',
    'By ACCOUNT: of the accounts that reached the stage before, the share that reached this one, be it by different leads.',
    'With includeImplied false: those explicitly in k among the leads explicitly in the stage before.',
    'In the standard metrics: from one standard stage to the next, over own stages that stand between, in the cohort of LEAD.',
  ],
};

/** @param fromPrevious leads that reached both this stage and the one before */
export function stepRateOf(fromPrevious: number, reachedPrevious: number): Rate {
  return rateOf(fromPrevious, reachedPrevious);
}
