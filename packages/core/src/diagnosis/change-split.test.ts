import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type SplitGroup, splitChange } from './change-split.js';

const counts = (reached: number, leads: number) => ({ numerator: reached, denominator: leads });
const group = (name: string, period: [number, number], baseline: [number, number]): SplitGroup => ({
  keys: [name],
  period: counts(...period),
  baseline: counts(...baseline),
});

describe('the change of a rate', () => {
  test('is all mix where the groups keep their rates', () => {
    const split = splitChange([group('e-book', [15, 150], [10, 100]), group('demo', [30, 50], [60, 100])]);
    expect(split).toMatchObject({
      change: expect.closeTo(-0.125, 12),
      mixEffect: expect.closeTo(-0.125, 12),
      rateEffect: 0,
    });
  });

  test('is all rate where the groups keep their shares', () => {
    const split = splitChange([group('e-book', [5, 100], [10, 100]), group('demo', [50, 100], [60, 100])]);
    expect(split).toMatchObject({
      change: expect.closeTo(-0.075, 12),
      mixEffect: 0,
      rateEffect: expect.closeTo(-0.075, 12),
    });
    expect(split?.groups.map(({ rateEffect }) => rateEffect.toFixed(3))).toEqual(['-0.025', '-0.050']);
  });

  test('by hand: a shares half and converts 20 %, then a quarter and 10 %; b converts 40 % throughout', () => {
    // mix: a (1/4 - 1/2)(0.2 + 0.1)/2 = -0.0375, b (3/4 - 1/2) * 0.4 = 0.1; rate: a -0.1 * (1/2 + 1/4)/2 = -0.0375
    const split = splitChange([group('a', [10, 100], [20, 100]), group('b', [120, 300], [40, 100])]);
    expect(split).toMatchObject({ mixEffect: expect.closeTo(0.0625, 12), rateEffect: expect.closeTo(-0.0375, 12) });
    expect(split?.change).toBeCloseTo(0.025, 12);
  });

  test('a group that is new or gone borrows its rate: it is mix alone', () => {
    const split = splitChange([group('old', [0, 0], [10, 100]), group('new', [30, 100], [0, 0])]);
    expect(split).toMatchObject({ mixEffect: expect.closeTo(0.2, 12), rateEffect: 0 });
  });

  test('is unknown without leads on one side', () => {
    expect(splitChange([group('a', [0, 0], [1, 10])])).toBeNull();
    expect(splitChange([])).toBeNull();
  });

  const anyCounts = fc
    .integer({ min: 0, max: 3_000 })
    .chain((leads) => fc.integer({ min: 0, max: leads }).map((reached) => counts(reached, leads)));
  test('is mix and rate, exactly, and so are the groups’ parts', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyCounts, anyCounts), { minLength: 1, maxLength: 20 }), (all) => {
        const split = splitChange(all.map(([period, baseline], index) => ({ keys: [`${index}`], period, baseline })));
        const sum = (side: 0 | 1, of: 'numerator' | 'denominator') =>
          all.reduce((total, each) => total + each[side][of], 0);
        if (sum(0, 'denominator') === 0 || sum(1, 'denominator') === 0) return void expect(split).toBeNull();
        const change = sum(0, 'numerator') / sum(0, 'denominator') - sum(1, 'numerator') / sum(1, 'denominator');
        expect(Math.abs(split!.change - change)).toBeLessThan(1e-12);
        expect(Math.abs(split!.mixEffect + split!.rateEffect - change)).toBeLessThan(1e-12);
        const parts = split!.groups.reduce((total, { mixEffect, rateEffect }) => total + mixEffect + rateEffect, 0);
        expect(Math.abs(parts - change)).toBeLessThan(1e-12);
      }),
    );
  });
});
