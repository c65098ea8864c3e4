import type { MetricDefinition } from '../metric.js';

export const wasted: MetricDefinition = {
  name: 'wasted',
  title: 'Wasted handoffs',
  unit: 'LEADS',
  formula: 'first response BREACHED + OVERDUE',
  description: 'Handoffs to which sales did not respond in the agreed time, or has not yet though the time is over.',
  notes: [
    'Counts handoffs: a lead that was handed over twice can count twice.',
    'A decision counts as a response where it comes before the first activity.',
    'Handoffs without a target for the first response are never wasted.',
  ],
};

export const neverWorked: MetricDefinition = {
  name: 'neverWorked',
  title: 'Never worked',
  unit: 'LEADS',
  formula: 'first response OVERDUE',
  description: 'Of the wasted handoffs, those to which nobody has responded at all by asOf.',
  notes: ['A later response makes such a handoff BREACHED: still wasted, but worked.'],
};

export function wastedOf({ breached, overdue }: { readonly breached: number; readonly overdue: number }): number {
  return breached + overdue;
}

export function neverWorkedOf({ overdue }: { readonly overdue: number }): number {
  return overdue;
}
