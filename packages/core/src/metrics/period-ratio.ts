import type { MetricDefinition } from '../metric.js';
import { ratio } from '../statistics.js';

export const periodRatio: MetricDefinition = {
  name: 'periodRatio',
  title: 'Period ratio',
  unit: 'RATIO',
  formula: 'entered(k) / entered(previous stage)',
  description: 'Entries into a stage beside entries into the stage before, in the same period.',
  notes: [
    'A ratio, not a rate: it sets different leads against each other and may pass 100 %, so it has no interval.',
    'By ACCOUNT the two numbers are entries of accounts; an account may stand in different groups at different stages.',
    'Null where nobody entered the stage before, and for the first stage shown.',
  ],
};

export interface Ratio {
  readonly value: number | null;
  readonly numerator: number;
  readonly denominator: number;
}

export function periodRatioOf(enteredStage: number, enteredPrevious: number): Ratio {
  return { value: ratio(enteredStage, enteredPrevious), numerator: enteredStage, denominator: enteredPrevious };
}
