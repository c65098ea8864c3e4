import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Spells, survivalCurve, survivalMean, survivalQuantile } from './kaplan-meier.js';

/** Lengths as papers print them, `6+` still open. */
function spellsOf(printed: string): Spells[] {
  const counts = new Map<number, { ended: number; open: number }>();
  for (const text of printed.split(' ')) {
    const count = counts.get(Number.parseInt(text, 10)) ?? { ended: 0, open: 0 };
    count[text.endsWith('+') ? 'open' : 'ended'] += 1;
    counts.set(Number.parseInt(text, 10), count);
  }
  return [...counts].map(([time, count]) => ({ time, ...count })).sort((a, b) => a.time - b.time);
}

/**
 * Weeks of remission under 6-mercaptopurine and under placebo: Freireich et al., Blood 21 (1963) 699–716; the estimates
 * as printed by Cox and Oakes, Analysis of Survival Data (1984), and Kleinbaum and Klein, Survival Analysis, chapter 2.
 */
const MERCAPTOPURINE = '6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+';
const PLACEBO = '1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23';

describe('the trial of Freireich et al. (1963)', () => {
  const curve = survivalCurve(spellsOf(MERCAPTOPURINE));

  it('has the printed curve under 6-MP', () => {
    expect(curve.map(({ time, atRisk, ended, survival }) => [time, atRisk, ended, survival.toFixed(3)])).toEqual([
      [6, 21, 3, '0.857'],
      [7, 17, 1, '0.807'],
      [10, 15, 1, '0.753'],
      [13, 12, 1, '0.690'],
      [16, 11, 1, '0.627'],
      [22, 7, 1, '0.538'],
      [23, 6, 1, '0.448'],
    ]);
  });

  it('has a median of 23 weeks under 6-MP, a lower quartile of 13, and is never left by three quarters', () => {
    expect([25, 50, 75, 90].map((percent) => survivalQuantile(curve, percent))).toEqual([13, 23, null, null]);
    expect(survivalMean(curve)).toBeNull();
  });

  it('has a median of 8 weeks under placebo, where nobody was lost from sight', () => {
    const placebo = survivalCurve(spellsOf(PLACEBO));
    expect([50, 75, 90].map((percent) => survivalQuantile(placebo, percent))).toEqual([8, 12, 17]);
    expect(survivalMean(placebo)).toBeCloseTo(182 / 21, 12);
  });
});

it('meets a quantile where S is exactly 1 − q', () => {
  const curve = survivalCurve(spellsOf('1 2 3 4'));
  expect([25, 50, 75, 76, 100].map((percent) => survivalQuantile(curve, percent))).toEqual([1, 2, 3, 4, 4]);
});

it('meets it where the quotients in doubles come out above', () => {
  const of = (...spells: readonly [ended: number, open: number][]) =>
    survivalCurve(spells.map(([ended, open], index) => ({ time: index + 1, ended, open })));
  // 9/10 · 7/9 · 5/7 is 1/2.
  const whole = of([1, 0], [2, 0], [2, 0], [0, 5]);
  // 12/15, four lost from sight, 7/8 · 5/7: 1/2 again.
  const censored = of([3, 4], [1, 0], [2, 0], [0, 5]);
  expect([whole, censored].map((curve) => curve[2]?.survival)).toEqual([0.5000000000000001, 0.5000000000000001]);
  expect([whole, censored].map((curve) => survivalQuantile(curve, 50))).toEqual([3, 3]);
  expect([whole, censored].map((curve) => survivalQuantile(curve, 51))).toEqual([null, null]);
});

it('is unknown of nothing, and of nothing but open spells', () => {
  for (const spells of [[], spellsOf('3+ 5+ 5+')]) {
    expect(survivalCurve(spells)).toEqual([]);
    expect(survivalQuantile(survivalCurve(spells), 50)).toBeNull();
    expect(survivalMean(survivalCurve(spells))).toBeNull();
  }
});

const percent = fc.integer({ min: 1, max: 100 });
const someSpells = fc
  .uniqueArray(fc.record({ time: fc.nat(60), ended: fc.nat(4), open: fc.nat(4) }), { selector: ({ time }) => time })
  .map((spells) => spells.filter(({ ended, open }) => ended + open > 0).sort((a, b) => a.time - b.time));

it('without open spells, quantiles are those of the empirical distribution and the mean is the mean', () => {
  fc.assert(
    fc.property(someSpells, percent, (spells, q) => {
      const lengths = spells.flatMap(({ time, ended }) => Array.from({ length: ended }, () => time));
      const curve = survivalCurve(spells.map((each) => ({ ...each, open: 0 })));
      const within = lengths.find((time) => 100 * lengths.filter((each) => each <= time).length >= q * lengths.length);
      expect(survivalQuantile(curve, q)).toBe(within ?? null);
      if (lengths.length === 0) return;
      expect(survivalMean(curve)).toBeCloseTo(lengths.reduce((sum, each) => sum + each, 0) / lengths.length, 9);
    }),
  );
});

it('equals what redistributing the open ones to the right gives (Efron 1967), in whole fractions', () => {
  fc.assert(
    fc.property(someSpells, percent, (spells, q) => {
      expect(survivalQuantile(survivalCurve(spells), q)).toBe(byRedistribution(spells, q));
    }),
  );
});

/** Each open spell hands its weight to those that last longer, in equal parts; a quantile is where the weight ended is enough. */
function byRedistribution(spells: readonly Spells[], q: number): number | null {
  const each = spells.flatMap(({ time, ended, open }) => [
    ...Array.from({ length: ended }, () => ({ time, isOpen: false })),
    ...Array.from({ length: open }, () => ({ time, isOpen: true })),
  ]);
  // Every part is a whole number when one begins with the least common multiple of all counts.
  let unit = 1n;
  for (let count = 1n; count <= BigInt(each.length); count += 1n) unit = (unit * count) / greatestCommon(unit, count);
  const start = unit ** BigInt(each.filter(({ isOpen }) => isOpen).length);
  const weights = each.map(() => start);
  let gone = 0n;
  for (const [index, { time, isOpen }] of each.entries()) {
    const weight = weights[index] as bigint;
    const later = each.length - index - 1;
    if (!isOpen) gone += weight;
    if (!isOpen && gone * 100n >= BigInt(q) * start * BigInt(each.length)) return time;
    if (isOpen) for (let next = index + 1; next < each.length; next += 1) weights[next]! += weight / BigInt(later);
  }
  return null;
}

function greatestCommon(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommon(b, a % b);
}

it('tells equality after a hundred thousand quotients, one lost from sight among them', () => {
  const lengths = Array.from({ length: 100_000 }, (_, index) => ({ time: index + 1, ended: 1, open: 0 }));
  const curve = survivalCurve([{ time: 0, ended: 0, open: 1 }, ...lengths]);
  expect([50, 75, 90].map((percent) => survivalQuantile(curve, percent))).toEqual([50_000, 75_000, 90_000]);
});
