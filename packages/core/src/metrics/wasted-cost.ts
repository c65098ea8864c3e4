import type { MetricDefinition } from '../metric.js';
import { divideMoney, moneyOfMinor } from '../money.js';

export const wastedCost: MetricDefinition = {
  name: 'wastedCost',
  title: 'Wasted cost',
  unit: 'MONEY',
  formula: 'wasted × spend(P) / entered(MQL, P)',
  description: 'What the wasted handoffs have cost: each at the SIMPLE cost per MQL of the same period and filter.',
  notes: [
    'Rounded once, halves away from zero, from the exact quotient and not from the cost per MQL as it is shown: 3 wasted of 3 MQL that cost 100.00 together are 100.00, not 3 × 33.33.',
    'MARKETING costs only, as in the cost report. MQL is the stage that is handed over from.',
    'Null where nobody entered MQL in the period: there is no cost per MQL.',
    'Each group has its own cost per MQL, without unallocated spend, so groups need not add up to the total.',
    'Null in groups by, and under a filter on, an attribute that cost does not carry, such as the owner: cost carries source, lead type and campaign alone.',
    'Entries are leads and wasted counts handoffs: where leads are handed over again and again, it may exceed the spend.',
  ],
};

const CARRIED_BY_COST: readonly string[] = ['source', 'leadType', 'campaign'];

/** Whether spend can be told by (or for) these attributes of leads. */
export function costTells(attributes: readonly string[]): boolean {
  return attributes.every((name) => CARRIED_BY_COST.includes(name));
}

/**
 * `wastedCostOf('10000', 3, 1, 'EUR')` is `33.33`; null where nobody entered.
 * @param spend minor units as decimal text
 */
export function wastedCostOf(spend: string, entered: number, wasted: number, currency: string): string | null {
  const product = String(BigInt(spend) * BigInt(wasted));
  return divideMoney(moneyOfMinor(product, currency), entered, currency);
}
