import type { MetricDefinition } from '../metric.js';
import type { Instant } from '../question.js';
import { ratio } from '../statistics.js';

export const pace: MetricDefinition = {
  name: 'pace',
  title: 'Pace towards a goal',
  unit: 'RATIO',
  formula: 'entered(k, P) / (target × elapsed share of P at asOf)',
  description: 'Whether a goal is on its way: 1 is exactly as many entries as an even pace would have brought by now.',
  notes: [
    'The elapsed share counts seconds from the first instant of the period’s first date, and is clamped to 0–1.',
    'Null before the period has begun.',
    'Once the period is over, pace and attainment are the same.',
    '30 of 90 entries a third of the way through is a pace of 1.',
  ],
};

/** How much of `[start, end)` has gone by at an instant, 0 to 1. */
export function elapsedShareOf(start: Instant, end: Instant, asOf: Instant): number {
  return Math.min(1, Math.max(0, (asOf - start) / (end - start)));
}

/** `paceOf(30, 90, 1 / 3)` is 1; null where nothing of the period has elapsed. */
export function paceOf(enteredStage: number, target: number, elapsedShare: number): number | null {
  return ratio(enteredStage, target * elapsedShare);
}
