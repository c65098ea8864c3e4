import type { MetricDefinition } from '../metric.js';

export const pipelineValue: MetricDefinition = {
  name: 'pipelineValue',
  title: 'Pipeline value',
  unit: 'MONEY',
  formula: 'Σ of the values of leads that stand in QSO or a stage beyond it, below CUSTOMER, at asOf',
  description: 'What the open opportunities are expected to be worth.',
  notes: [
    'Where leads stand at asOf, whenever they came there: the period does not matter, and buckets have none.',
    'Won leads stand in CUSTOMER or beyond, and those that are out in no stage; neither counts. A lead that was sent back stands where it was sent.',
    'Each value is rounded once to the minor unit, halves away from zero. A lead’s value is the one known at knownAt. `leads` counts those that carry one.',
    'Absent where the ladder has no QSO.',
  ],
};
