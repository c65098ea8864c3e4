import type { MetricDefinition } from '../metric.js';
import { divideMoney } from '../money.js';

export const costPerEntry: MetricDefinition = {
  name: 'costPerEntry',
  title: 'Cost per stage',
  unit: 'MONEY',
  formula: 'SIMPLE: spend(P) / entered(k, P). SHIFTED: spend(P moved back by the lag of k) / entered(k, P)',
  description: 'What one lead at a stage has cost: cost per lead, per MQL, per SQL, per opportunity, per customer.',
  notes: [
    'Rounded once to the minor unit, halves away from zero; exact decimals throughout.',
    'Null where nobody entered the stage; the spend is still shown.',
    'SIMPLE sets this period’s spend against entries that earlier spend brought about; SHIFTED looks back by the lag.',
    'The total includes unallocated spend, groups do not.',
  ],
};

/** @param amount decimal text in the currency */
export function costPerEntryOf(amount: string, enteredStage: number, currency: string): string | null {
  return divideMoney(amount, enteredStage, currency);
}
