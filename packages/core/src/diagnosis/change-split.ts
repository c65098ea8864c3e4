import type { GroupKeys } from '../report.js';

/** A group's leads at the start of a step and, of them, those that took it, in the period and in the baseline. */
export interface SplitGroup {
  readonly keys: GroupKeys;
  readonly period: { readonly denominator: number; readonly numerator: number };
  readonly baseline: { readonly denominator: number; readonly numerator: number };
}

export interface Effects {
  /** What the change of the groups' shares does: Σ(w₁−w₀)(r₀+r₁)/2. */
  readonly mixEffect: number;
  /** What the change of the groups' rates does: Σ(r₁−r₀)(w₀+w₁)/2. */
  readonly rateEffect: number;
}

export interface ChangeSplit extends Effects {
  /** Of the rate over all groups, from baseline to period: mixEffect + rateEffect. */
  readonly change: number;
  readonly groups: readonly (Effects & { readonly keys: GroupKeys })[];
}

/**
 * Splits the change of a rate over groups that together are all leads, exactly, into mix and rate; a group that is empty
 * on one side borrows the other side's rate. *Example: two groups at 10 % and 60 %, of which 100 and 100 leads become 150
 * and 50: 35 % becomes 22.5 %, all of it mix.* Null where one side has no leads at all.
 */
export function splitChange(groups: readonly SplitGroup[]): ChangeSplit | null {
  const [period, baseline] = [totalOf(groups.map((each) => each.period)), totalOf(groups.map((each) => each.baseline))];
  if (period.denominator === 0 || baseline.denominator === 0) return null;
  const effects = groups.map((group) => ({
    keys: group.keys,
    ...effectsOf(group, period.denominator, baseline.denominator),
  }));
  return {
    change: period.numerator / period.denominator - baseline.numerator / baseline.denominator,
    mixEffect: effects.reduce((sum, { mixEffect }) => sum + mixEffect, 0),
    rateEffect: effects.reduce((sum, { rateEffect }) => sum + rateEffect, 0),
    groups: effects,
  };
}

function effectsOf({ period, baseline }: SplitGroup, allInPeriod: number, allInBaseline: number): Effects {
  const [w1, w0] = [period.denominator / allInPeriod, baseline.denominator / allInBaseline];
  const ownRate = ({ numerator, denominator }: SplitGroup['period']) =>
    denominator === 0 ? null : numerator / denominator;
  const r1 = ownRate(period) ?? ownRate(baseline) ?? 0;
  const r0 = ownRate(baseline) ?? r1;
  return { mixEffect: ((w1 - w0) * (r0 + r1)) / 2, rateEffect: ((r1 - r0) * (w0 + w1)) / 2 };
}

function totalOf(counts: readonly SplitGroup['period'][]): SplitGroup['period'] {
  return {
    denominator: counts.reduce((sum, { denominator }) => sum + denominator, 0),
    numerator: counts.reduce((sum, { numerator }) => sum + numerator, 0),
  };
}
