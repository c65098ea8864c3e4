import { type Counts, newcombeEnds, upperTail, wilsonEnds } from './intervals.js';

/** A comparison of the share of some with that of others, or with a figure that is taken as exact. */
export interface Comparison {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  readonly z: number;
  /** Two-sided. */
  readonly p: number;
}

/** Why two shares cannot be compared. */
export interface TooThin {
  readonly reason: 'TOO_FEW' | 'ALL_ALIKE';
  /** How many each side needs for five of either kind to be expected; null: no number would do. */
  readonly needed: number | null;
}

/** By the pooled z test, where at least five of either kind are expected on either side. */
export function compared(now: Counts, before: Counts): Comparison | TooThin {
  const all = now.denominator + before.denominator;
  const taken = now.numerator + before.numerator;
  const rarer = Math.min(taken, all - taken);
  const smaller = Math.min(now.denominator, before.denominator);
  if (smaller * rarer < 5 * all || rarer === 0) {
    const isAlike = rarer === 0 && smaller > 0;
    return { reason: isAlike ? 'ALL_ALIKE' : 'TOO_FEW', needed: rarer === 0 ? null : Math.ceil((5 * all) / rarer) };
  }
  const difference = now.numerator / now.denominator - before.numerator / before.denominator;
  // n₁n₀/(n₁+n₀) ÷ p(1−p), in whole numbers as far as they go.
  const cross = now.numerator * before.denominator - before.numerator * now.denominator;
  const z = cross * Math.sqrt(all / (taken * (all - taken) * now.denominator * before.denominator));
  return { difference, ...newcombeEnds(now, before)!, ...tested(z) };
}

/** @param percent the figure, whole */
export function comparedWith(now: Counts, percent: number): Comparison | TooThin {
  const { numerator, denominator } = now;
  const rarer = Math.min(percent, 100 - percent);
  if (denominator * rarer < 500) return { reason: 'TOO_FEW', needed: Math.ceil(500 / rarer) };
  const { low, high } = wilsonEnds(numerator, denominator)!;
  const figure = percent / 100;
  const z = (100 * numerator - percent * denominator) / Math.sqrt(percent * (100 - percent) * denominator);
  return { difference: numerator / denominator - figure, low: low - figure, high: high - figure, ...tested(z) };
}

function tested(z: number) {
  return { z, p: 2 * upperTail(Math.abs(z)) };
}

/** Benjamini–Hochberg: of each the least, over itself and all greater ones, of p × how many there are ÷ its rank. */
export function adjustedOf(family: readonly number[]): number[] {
  return family.map((own) => {
    const greater = family.filter((p) => p >= own);
    const adjusted = greater.map((p) => (p * family.length) / family.filter((other) => other <= p).length);
    return Math.min(1, ...adjusted);
  });
}

export interface GroupCounts {
  readonly value: string | null;
  readonly now: Counts;
  readonly before: Counts;
}

interface Effects {
  readonly mixEffect: number;
  readonly rateEffect: number;
}

/** The change of a share over groups, split into mix and rate; null where either side is empty. */
export function splitOf(groups: readonly GroupCounts[]) {
  const all = (side: 'now' | 'before', part: 'numerator' | 'denominator') =>
    groups.reduce((sum, group) => sum + group[side][part], 0);
  const [now, before] = [all('now', 'denominator'), all('before', 'denominator')];
  if (now === 0 || before === 0) return null;
  const effects = groups.map((group): Effects & { readonly value: string | null } => {
    const weight = [group.before.denominator / before, group.now.denominator / now] as const;
    const own = [group.before, group.now].map((side) => (side.denominator ? side.numerator / side.denominator : null));
    // Empty on one side, it borrows the other's; empty on both, it weighs nothing.
    const [r0, r1] = [own[0] ?? own[1] ?? 0, own[1] ?? own[0] ?? 0];
    return {
      value: group.value,
      mixEffect: ((weight[1] - weight[0]) * (r0 + r1)) / 2,
      rateEffect: ((r1 - r0) * (weight[0] + weight[1])) / 2,
    };
  });
  const sum = (name: keyof Effects) => effects.reduce((total, effect) => total + effect[name], 0);
  const change = all('now', 'numerator') / now - all('before', 'numerator') / before;
  return { change, mixEffect: sum('mixEffect'), rateEffect: sum('rateEffect'), groups: effects };
}
