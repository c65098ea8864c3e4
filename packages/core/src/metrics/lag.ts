import type { MeasureValue } from '../measure.js';
import type { MetricDefinition } from '../metric.js';

export const lag: MetricDefinition = {
  name: 'lagDays',
  title: 'Lag',
  unit: 'DAYS',
  formula:
    'OBSERVED: mean timeToReach(LEAD, k) over leads entering k in P. MQL_TIME_PLUS_SLA, for k after MQL: mean timeToReach(LEAD, MQL) over leads entering MQL in P + decisionWithin of the policy. Both rounded to the nearest multiple of roundLagToDays, half up',
  description:
    'By how many days the spend window of SHIFTED and ROLLING cost, and of CAC, lies before the window of the entries.',
  notes: [
    'Derived once per report from the filtered leads that entered in the period, for all groups and buckets alike. Given as lagDays, it is the same for every stage.',
    'Null, and the cost with it, where no lead has both entries explicit, or the ladder has no LEAD. 0 for stages at or below LEAD, and for SIMPLE cost.',
    'MQL_TIME_PLUS_SLA: stages up to MQL have their OBSERVED lag. The ladder needs an MQL above LEAD; without one, the lag of the stages above LEAD is null. The mean and the target are added exactly and rounded once.',
    'The policy is the one that is named, else the first by position (then by id) of those in force at asOf that has a decision target; without one, the lag is null.',
    'A decision target on the BUSINESS clock of h working hours is h × 7 days / the working hours of an ordinary week of the policy’s calendar, as in force at asOf; public holidays and own days do not enter.',
    'Mean 33 days rounded to 30: for 1 January – 1 April (exclusive) the window is 2 December – 2 March.',
    'KERNEL cost has no one lag: it weighs the spend by how long each lead took.',
  ],
};

const DAY = 86_400_000n;

/** Milliseconds as an exact fraction; the denominator is above 0. */
export interface ExactTime {
  readonly milliseconds: bigint;
  readonly per: bigint;
}

const NONE: ExactTime = { milliseconds: 0n, per: 1n };

/**
 * The mean of observed times and what comes on top of it, in whole days; null without any.
 * @param values what a DurationMeasure answers; its count and sum are used
 * @param roundTo whole days, at least 1
 */
export function lagDaysOf([count, sum]: readonly MeasureValue[], roundTo: number, onTop = NONE): number | null {
  const n = BigInt(Number(count ?? 0));
  if (n === 0n) return null;
  const total = BigInt(String(sum ?? 0)) * onTop.per + onTop.milliseconds * n;
  const step = n * onTop.per * DAY * BigInt(roundTo);
  return Number(floorDivided(2n * total + step, 2n * step)) * roundTo;
}

/** The denominator is above 0. */
function floorDivided(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  return numerator < 0n && quotient * denominator !== numerator ? quotient - 1n : quotient;
}
