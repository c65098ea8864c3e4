import type { MetricDefinition } from '../metric.js';
import { divideMoney } from '../money.js';

export const costPerEntry: MetricDefinition = {
  name: 'costPerEntry',
  title: 'Cost per stage',
  unit: 'MONEY',
  formula:
    'SIMPLE: spend(P) / entered(k, P). SHIFTED: spend(P moved back by the lag of k) / entered(k, P). ROLLING, for a bucket that ends at e: spend([e − N − lag, e − lag)) / entered(k, [e − N, e)). KERNEL: Σ over days t of spend(t) × Pr(t + lag lies in P) / entered(k, P)',
  description: 'What one lead at a stage has cost: cost per lead, per MQL, per SQL, per opportunity, per customer.',
  notes: [
    'Rounded once to the minor unit, halves away from zero; exact decimals throughout. It is the spend shown over the entries shown.',
    'Null where nobody entered the stage; the spend is still shown.',
    'SIMPLE sets this period’s spend against entries that earlier spend brought about; SHIFTED looks back by the lag.',
    'ROLLING is told for a series, each bucket (also one that is clipped by the period) by the last N days before its end; the total is that of the period’s end. Its windows overlap, so buckets do not add up. The lag is as for SHIFTED: given, or derived once from the leads that entered in the period.',
    'KERNEL: lags are the differences of the local dates of first entry into LEAD and into k, both explicit, over the filtered leads that entered k in the period; they are measured once, over the whole period and all groups, and used for every group and bucket. At LEAD and below the lag is 0, as in SIMPLE. Without any such lead, spend and cost are null.',
    'KERNEL spend over the period is the mean, over those leads, of the spend of the period moved back by each one’s lag. Its window reaches from the longest lag to the shortest; a lag may be negative, so that the window ends after the period.',
    'beforeFirstCost: how many days of the spend window, and which share of them, lie before the first date on which any cost of the scopes accrues by asOf, whatever the filter. Where it is not 0, spend may be missing rather than low. Null where no cost is known.',
    'The total includes unallocated spend, groups do not.',
  ],
};

/** @param amount decimal text in the currency */
export function costPerEntryOf(amount: string, enteredStage: number, currency: string): string | null {
  return divideMoney(amount, enteredStage, currency);
}
