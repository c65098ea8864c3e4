import type { MetricDefinition } from '../metric.js';
import { ratio } from '../statistics.js';

export const attainment: MetricDefinition = {
  name: 'attainment',
  title: 'Goal attainment',
  unit: 'RATIO',
  formula: 'entered(k, P) / target',
  description: 'How much of a goal, a target number of entries into a stage over a period, has been reached.',
  notes: [
    'Over the whole target, however much of the period is still to come: read it beside the pace.',
    'May pass 1.',
    'Entries are those of the throughput funnel, under the goal’s own filter.',
    'In the standard metrics: with the whole period alone, and over the goal’s own period and filter whatever the pack’s.',
  ],
};

/** `attainmentOf(45, 60)` is 0.75. */
export function attainmentOf(enteredStage: number, target: number): number | null {
  return ratio(enteredStage, target);
}
