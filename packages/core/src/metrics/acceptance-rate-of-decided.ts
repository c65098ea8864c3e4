import type { MetricDefinition } from '../metric.js';
import { type Rate, rateOf } from '../rate.js';
import type { HandoffCounts } from './handoff-counts.js';

export const acceptanceRateOfDecided: MetricDefinition = {
  name: 'acceptanceRateOfDecided',
  title: 'Acceptance rate of decided handoffs',
  unit: 'RATE',
  formula: 'accepted / (handedOver − open)',
  description: 'Of the handoffs that sales has decided on, the share that it took.',
  notes: [
    'Nearer 100 % is better; accepted stands above the line.',
    'Whether it over- or understates what the open ones will come to depends on which are decided first.',
    'With a 95 % Wilson score interval (Wilson 1927), without continuity correction. Null where nothing was decided.',
  ],
};

export function acceptanceRateOfDecidedOf({ accepted, handedOver, open }: HandoffCounts): Rate {
  return rateOf(accepted, handedOver - open);
}
