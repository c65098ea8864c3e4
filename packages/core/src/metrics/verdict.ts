import type { MetricDefinition } from '../metric.js';
import { ratio } from '../statistics.js';

export const verdict: MetricDefinition = {
  name: 'verdict',
  title: 'SLA verdict',
  unit: 'RATIO',
  formula: 'mean of duration ÷ target; above 1 SLIPPING, else HOLDING',
  description:
    'Whether sales keeps what it promised, on the whole: how long handoffs took beside how long they were allowed to take.',
  notes: [
    'Over decided (for first response: responded) handoffs and overdue ones at their age at asOf; pending ones do not count.',
    'Durations run on the target’s own clock: time as it passes on CALENDAR, working time of the calendar in force when the handoff opened on BUSINESS.',
    'Each handoff is divided by its own target, so that policies with different targets can be taken together. Exactly 1 is HOLDING.',
    'Null where there are none. A single very late handoff can tip it: read it beside the compliance rate.',
    'Decided after 1, 2, 3 and 6 days with 2 allowed: mean 3 days, mean ratio 1.5, SLIPPING, while half of them were in time.',
  ],
};

export type Verdict = 'HOLDING' | 'SLIPPING';

/** `verdictOf(4, 6)` is a mean ratio of 1.5, SLIPPING. */
export function verdictOf(
  handoffs: number,
  sumOfRatios: number,
): { readonly meanRatio: number | null; readonly verdict: Verdict | null } {
  const meanRatio = ratio(sumOfRatios, handoffs);
  if (meanRatio === null) return { meanRatio, verdict: null };
  return { meanRatio, verdict: meanRatio > 1 ? 'SLIPPING' : 'HOLDING' };
}
