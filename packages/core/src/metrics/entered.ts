import type { MetricDefinition } from '../metric.js';

export const entered: MetricDefinition = {
  name: 'entered',
  title: 'Entered',
  unit: 'LEADS',
  formula: 'leads whose first entry into k lies in the period',
  description: 'Throughput of a stage: how many leads came into it in the period, whenever they began.',
  notes: [
    'A lead enters a stage once: a second passage after a rejection or a recycling does not count again.',
    'By ACCOUNT: accounts whose first lead to enter the stage did so in the period, in the group of that lead, stage by stage; see reached.',
  ],
};
