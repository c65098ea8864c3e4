import type { MetricDefinition } from '../metric.js';
import { type Rate, rateOf } from '../rate.js';
import type { HandoffCounts } from './handoff-counts.js';

export const acceptanceRate: MetricDefinition = {
  name: 'acceptanceRate',
  title: 'Acceptance rate',
  unit: 'RATE',
  formula: 'accepted / handedOver',
  description: 'Of what marketing handed over, the share that sales took: the efficiency of MQLs.',
  notes: [
    'Nearer 100 % is better. Some texts print this fraction upside down, MQL / SQL: that grows as things get worse.',
    'Open handoffs count as not accepted, so a young period under-reports; acceptanceRateOfDecided leaves them out.',
    'Per handoff, not per lead: the rate per lead is the step rate of SQL.',
    'With a 95 % Wilson score interval (Wilson 1927), without continuity correction. Null where nothing was handed over.',
  ],
};

export function acceptanceRateOf({ accepted, handedOver }: HandoffCounts): Rate {
  return rateOf(accepted, handedOver);
}
