import type { MetricDefinition } from '../metric.js';
import { type Rate, rateOf } from '../rate.js';

export const complianceRate: MetricDefinition = {
  name: 'complianceRate',
  title: 'SLA compliance',
  unit: 'RATE',
  formula: 'MET / (MET + BREACHED + OVERDUE), for first response and for decision',
  description:
    'Of the handoffs opened in the period whose time is over or that were done, the share that was done in time.',
  notes: [
    'MET: done by the due instant, that instant included. BREACHED: done later. OVERDUE: not done, and asOf is after the due instant. PENDING: not done, and there is time left; these are in no rate.',
    'Due instants are those recorded for each handoff: by the policy, its version and the calendar in force when it opened. A handoff to which no policy applied, or whose policy sets no such target, is not counted.',
    'A target whose working time is never used up (within 3,660 days) has no due instant, and the handoff no target.',
    'A handoff belongs to the period in which it opened, and to its owner at the decision; an open one to its owner at asOf.',
    'With `ladder: TODAY` handoffs open and close as under today’s ladder, but nothing is judged anew: one that did not open then as it does now has no due instant, and so no target.',
    'With a 95 % Wilson score interval (Wilson 1927), without continuity correction.',
  ],
};

export function complianceRateOf(met: number, breached: number, overdue: number): Rate {
  return rateOf(met, met + breached + overdue);
}
