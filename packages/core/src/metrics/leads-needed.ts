import type { MetricDefinition } from '../metric.js';
import type { Rate } from '../rate.js';

export const leadsNeeded: MetricDefinition = {
  name: 'leadsNeeded',
  title: 'Leads needed for a goal',
  unit: 'LEADS',
  formula: '⌈(target − entered) / overallRate(k)⌉ from LEAD, and from MQL; before the goal’s end − mean timeToReach(k)',
  description:
    'How many leads, or MQLs, a goal asks for at the present rates, and before which date at the present lag.',
  notes: [
    'Entered by asOf is what is in hand. Leads that are under way already are among those needed, not on top of them.',
    'Rate: of the goal’s own leads (its filter) that entered LEAD (MQL) in the last 12 complete months before asOf, unless another period is given, the share that reached the goal’s stage.',
    'Young cohorts would understate it: only leads count that have been watched since their entry for at least the conversion window, or 180 days without one. With a window, only what was reached within it counts; without, whatever was reached by asOf.',
    'Low and high are what the ends of the rate’s 95 % Wilson interval ask for; no high end where the interval reaches down to 0.',
    'Lag: mean wall-clock time to reach the stage over the leads that entered it in the same period, both entries explicit.',
    'The date is that of the instant one lag before the goal’s end, and exclusive as the end is: with the end 1 April and a lag of 10 days, before 22 March. It may lie in the past: then the present lag is too long for leads that are yet to come.',
    'Null where the rate is 0 or unknown, unless nothing is missing: then 0 are needed. The date is null where no lag is known.',
    'A goal for LEAD (MQL) itself needs as many of them as are missing, by its end; a goal for a stage below needs none that can be told.',
    'The lag is a mean, so many leads take longer: who came in on the last day is late as often as not.',
  ],
};

/** How many entries into a lower stage so many entries into a higher one ask for. Whole numbers. */
export interface Needed {
  /** Null where the rate is 0 or unknown. */
  readonly value: number | null;
  /** At the upper end of the rate's interval: the fewest that may do. */
  readonly low: number | null;
  /** At its lower end; null where that is 0. */
  readonly high: number | null;
}

/** 60 entries at 56 of 160 (35 %) ask for 172: `neededFor(60, rateOf(56, 160))` is 172, between 141 and 214. */
export function neededFor(entries: number, { numerator, denominator, low, high }: Rate): Needed {
  if (entries <= 0) return { value: 0, low: 0, high: 0 };
  return {
    value: numerator === 0 ? null : quotientUp(entries, numerator, denominator),
    low: high === null || high === 0 ? null : Math.ceil(entries / high),
    high: low === null || low === 0 ? null : Math.ceil(entries / low),
  };
}

/** ⌈entries / (numerator / denominator)⌉ in whole numbers: 57 / 0.57 in binary asks for one too many. */
function quotientUp(entries: number, numerator: number, denominator: number): number {
  const [asked, reached] = [BigInt(entries) * BigInt(denominator), BigInt(numerator)];
  return Number((asked + reached - 1n) / reached);
}
