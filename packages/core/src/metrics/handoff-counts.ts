import type { MeasureValue } from '../measure.js';
import type { MetricDefinition } from '../metric.js';

export const handedOver: MetricDefinition = {
  name: 'handedOver',
  title: 'Handed over',
  unit: 'HANDOFFS',
  formula: 'handoffs that opened in the period, by asOf',
  description:
    'Passages of leads from marketing to sales. One opens at an explicit entry into MQL from an earlier stage or from none, unless one is open.',
  notes: [
    'Counts handoffs, not leads: a lead that is rejected, nurtured and handed over again has two. Per lead, read the step rate of SQL.',
    'A lead that skips MQL is never handed over.',
    'It belongs to its owner at the decision, while it is open to its owner at asOf; every other attribute is the lead’s.',
    'accepted + rejected + recycled + disqualified + open = handedOver, in every group and bucket.',
  ],
};

const outcome = (name: string, title: string, description: string, ...notes: string[]): MetricDefinition => ({
  name,
  title,
  unit: 'HANDOFFS',
  formula: `handoffs that opened in the period and were ${name} by asOf`,
  description,
  notes: ['Dated by when the handoff opened, whenever it was decided.', ...notes],
});

export const accepted = outcome(
  'accepted',
  'Accepted',
  'Handoffs that sales took: the lead entered a stage after MQL.',
  'Into SAL, where the ladder has it.',
);
export const rejected = outcome('rejected', 'Rejected', 'Handoffs that sales refused.');
export const recycled = outcome('recycled', 'Recycled', 'Handoffs whose lead went back, to be nurtured.');
export const disqualified = outcome('disqualified', 'Disqualified', 'Handoffs whose lead left the ladder.');

export const open: MetricDefinition = {
  name: 'open',
  title: 'Open',
  unit: 'HANDOFFS',
  formula: 'handedOver − accepted − rejected − recycled − disqualified',
  description: 'Handoffs that nobody had decided on by asOf.',
  notes: ['Includes those opened a minute ago and those forgotten for a year: the SLA report tells them apart.'],
};

export interface HandoffCounts {
  readonly handedOver: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly recycled: number;
  readonly disqualified: number;
  /** Not decided by `asOf`. */
  readonly open: number;
}

/** @param values what a HandoffsMeasure answers: `[10, 4, 2, 1, 1]` leaves 2 open */
export function handoffCountsOf(values: readonly MeasureValue[]): HandoffCounts {
  const [all = 0, taken = 0, refused = 0, sentBack = 0, out = 0] = values.map(Number);
  return {
    handedOver: all,
    accepted: taken,
    rejected: refused,
    recycled: sentBack,
    disqualified: out,
    open: all - taken - refused - sentBack - out,
  };
}
