import type { MeasureValue, Tally } from '../measure.js';
import type { MetricDefinition } from '../metric.js';

export const rejections: MetricDefinition = {
  name: 'rejections',
  title: 'Rejections by reason',
  unit: 'HANDOFFS',
  formula: 'rejected, by the reason that the rejection gives',
  description: 'Why sales refuses what it is handed.',
  notes: [
    'Reasons are compared as they were written, capitals and blanks included.',
    'Most frequent first, then by text; without a reason last. They add up to rejected.',
    'Where a lead’s personal data were erased its reason is gone, and it counts among those without one.',
  ],
};

export interface Rejection {
  readonly reason: string | null;
  readonly handoffs: number;
}

/** @param values what a ReasonsMeasure answers */
export function rejectionsOf([tally]: readonly MeasureValue[]): Rejection[] {
  return ((tally ?? []) as Tally)
    .map(([reason, handoffs]) => ({ reason: (reason ?? null) as string | null, handoffs: Number(handoffs) }))
    .sort((a, b) => Number(a.reason === null) - Number(b.reason === null) || b.handoffs - a.handoffs || byText(a, b));
}

function byText(a: Rejection, b: Rejection): number {
  return (a.reason ?? '') < (b.reason ?? '') ? -1 : 1;
}
