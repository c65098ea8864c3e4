import { aalenJohansen, type Course, logLogInterval } from '../aalen-johansen.js';
import type { MetricDefinition } from '../metric.js';

export const projectedRate: MetricDefinition = {
  name: 'projected',
  title: 'Projected rate',
  unit: 'RATE',
  formula:
    'cumulative incidence of reaching k at W after the base stage, by Aalen–Johansen: Σ S(t−) × reached(t) / at risk(t)',
  description:
    'Which share of the cohort will have reached the stage when all of it has been watched for the conversion window W, judged by how those did who have been watched longer.',
  notes: [
    'Being finally out (rejected or disqualified, with no entry after that by asOf) is a competing outcome; leads on their way are censored at asOf. Treating rejections as censored (Kaplan–Meier) would overstate the rate.',
    'Where everybody is mature it equals overallRate.',
    'Low and high: the 95 % interval on the log–log scale, F^exp(±1.96 σ / (F ln F)), from the variance of Aalen (1978) as in Pintilie, Competing Risks (2006), with n − 1 in the denominators and, where entries and rejections share an instant, the covariance of one draw. Null where the rate is 0 or 1: that scale has no place for them.',
    'Null without a conversion window, for the base stage, and with nobody at risk before W: an empty cohort, or one in which everybody entered the base stage at the very instant asOf.',
    'Where nobody has been watched for W yet, the rate is that of the longest time watched and will grow; read it beside matureShare.',
    'An entry that happened before the entry into the base stage (a stage that was inserted later) counts at time 0, and so does a rejection.',
    'With includeImplied false reaching k is an explicit first entry into k; a lead that skipped k stays on its way until it is out or no longer watched.',
    'It supposes that young leads go on as older ones of the same cohort did.',
  ],
};

/** A rate foreseen, with its 95 % interval. */
export interface Projection {
  /** 0 to 1. */
  readonly value: number;
  /** Null where the value is 0 or 1. */
  readonly low: number | null;
  readonly high: number | null;
}

export function projectedRateOf(course: Course): Projection | null {
  const incidence = aalenJohansen(course);
  if (!incidence) return null;
  const interval = logLogInterval(incidence.reached, incidence.variance);
  return { value: incidence.reached, low: interval?.low ?? null, high: interval?.high ?? null };
}
