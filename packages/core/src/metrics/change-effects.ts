import type { MetricDefinition } from '../metric.js';

export const mixEffect: MetricDefinition = {
  name: 'mixEffect',
  title: 'Mix effect',
  unit: 'RATE',
  formula: 'Σ over groups: (w₁ − w₀) × (r₀ + r₁) / 2',
  description:
    'Of the change of a step’s rate from baseline (0) to period (1), what comes of other shares w of the groups, at their mean rates r.',
  notes: [
    'mixEffect and rateEffect add up to the change exactly, for every attribute on its own.',
    'A group that is empty on one side borrows the other side’s rate: coming or going is mix alone.',
    'A single group’s part is positive wherever its share has grown, also where its rate is low: read the parts beside one another.',
  ],
};

export const rateEffect: MetricDefinition = {
  name: 'rateEffect',
  title: 'Rate effect',
  unit: 'RATE',
  formula: 'Σ over groups: (r₁ − r₀) × (w₀ + w₁) / 2',
  description:
    'Of the change of a step’s rate from baseline (0) to period (1), what comes of other rates r within the groups, at their mean shares w.',
  notes: ['See mixEffect.'],
};
