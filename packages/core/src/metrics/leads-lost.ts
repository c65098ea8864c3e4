import type { MetricDefinition } from '../metric.js';

export const leadsLost: MetricDefinition = {
  name: 'leadsLost',
  title: 'Leads lost',
  unit: 'LEADS',
  formula: '−difference × leads of the period that were watched',
  description:
    'How many fewer leads took a step than at the rate that it is compared with. Findings are listed by it, worst first.',
  notes: [
    'Negative where more took it. Not a whole number.',
    'A group’s loss is part of that of all leads: they do not add up.',
    'Where a step is found in all leads and in groups too, the one with the greatest |z| is marked main: a drop that one group alone has is diluted in all leads, and one that all share is clearest there.',
  ],
};
