import type { MeasureValue } from '../measure.js';
import type { MetricDefinition } from '../metric.js';

export const lag: MetricDefinition = {
  name: 'lagDays',
  title: 'Lag',
  unit: 'DAYS',
  formula:
    'OBSERVED: mean timeToReach(LEAD, k) over leads entering k in P, rounded to a multiple of roundLagToDays, half up',
  description: 'By how many days the spend window of SHIFTED cost lies before the period.',
  notes: [
    'Derived once per report from the filtered leads, for all groups and buckets alike.',
    'Null, and the cost with it, where no lead has both entries explicit, or the ladder has no LEAD. 0 for stages at or below LEAD.',
    'Mean 33 days rounded to 30: for 1 January – 1 April (exclusive) the window is 2 December – 2 March.',
  ],
};

const DAY = 86_400_000n;

/**
 * The observed lag in whole days.
 * @param values what a DurationMeasure answers; its count and sum are used
 * @param roundTo whole days, at least 1
 */
export function observedLagDays([count, sum]: readonly MeasureValue[], roundTo: number): number | null {
  const n = BigInt(Number(count ?? 0));
  if (n === 0n) return null;
  const step = n * DAY * BigInt(roundTo);
  const doubled = 2n * BigInt(String(sum ?? 0)) + step;
  const floor = doubled < 0n && doubled % (2n * step) !== 0n ? doubled / (2n * step) - 1n : doubled / (2n * step);
  return Number(floor) * roundTo;
}
