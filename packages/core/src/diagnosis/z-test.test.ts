import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rateOf } from '../rate.js';
import { neededAt, testOfOne, testOfTwo } from './z-test.js';

describe('two proportions', () => {
  // The Physicians' Health Study, as in A. Agresti, An Introduction to Categorical Data Analysis (2007), section 2.2 and
  // 2.4: heart attacks of 189 of 11,034 on placebo and 104 of 11,037 on aspirin; Pearson's chi-squared 25.0.
  test('aspirin: z = 5.0', () => {
    const tested = testOfTwo(rateOf(189, 11_034), rateOf(104, 11_037));
    expect(tested).toMatchObject({ z: expect.closeTo(5.0, 2) });
    expect((tested as { z: number }).z ** 2).toBeCloseTo(25.01, 2);
    expect((tested as { p: number }).p).toBeLessThan(0.000_001);
  });

  test('no difference is p = 1', () => {
    expect(testOfTwo(rateOf(10, 100), rateOf(20, 200))).toEqual({ z: 0, p: 1 });
  });

  const counts = fc
    .integer({ min: 30, max: 5_000 })
    .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
  test("z² is Pearson's chi-squared of the 2×2 table, and what is tested has five expected in each cell", () => {
    fc.assert(
      fc.property(counts, counts, ([a, m], [b, n]) => {
        const tested = testOfTwo(rateOf(a, m), rateOf(b, n));
        const table = [
          [a, m - a],
          [b, n - b],
        ] as const;
        const columns = [a + b, m + n - a - b] as const;
        const cells = table.flatMap((row) =>
          row.map((seen, column) => ({ seen, expected: ((row[0] + row[1]) * columns[column]!) / (m + n) })),
        );
        const isThin = cells.some(({ expected }) => expected < 5);
        expect(typeof tested === 'string').toBe(isThin);
        if (typeof tested === 'string') return void expect(tested).toBe(columns.includes(0) ? 'ALL_ALIKE' : 'TOO_FEW');
        const chiSquared = cells.reduce((sum, { seen, expected }) => sum + (seen - expected) ** 2 / expected, 0);
        expect(tested.z ** 2).toBeCloseTo(chiSquared, 6);
        expect(Math.sign(tested.z)).toBe(Math.sign(Math.round((a / m - b / n) * 1e12)));
      }),
    );
  });

  test.each([
    [1.959963984540054, 0.05],
    [2.5758293035489004, 0.01],
    [3.2905267314919255, 0.001],
  ])('z = %d is p = %d', (z, p) => {
    // Half of a large number, moved so far that z is what it should be.
    const trials = 4e12;
    const tested = testOfOne(rateOf(trials / 2 + Math.round((z * Math.sqrt(trials)) / 2), trials), 0.5);
    expect((tested as { p: number }).p).toBeCloseTo(p, 6);
  });
});

describe('one proportion', () => {
  // NIST/SEMATECH e-Handbook of Statistical Methods, 7.2.4.1: 26 of 200 wafers against 10 % is z = 1.414, the root of 2.
  test('wafers: z = 1.414', () => {
    expect(testOfOne(rateOf(26, 200), 0.1)).toMatchObject({ z: expect.closeTo(Math.SQRT2, 12) });
  });

  test('needs five expected of both', () => {
    expect(testOfOne(rateOf(0, 49), 0.1)).toBe('TOO_FEW');
    expect(testOfOne(rateOf(0, 50), 0.1)).toMatchObject({ z: expect.closeTo(-2.357, 3) });
    expect(testOfOne(rateOf(0, 0), 0.1)).toBe('TOO_FEW');
    expect(testOfOne(rateOf(5, 50), 0)).toBe('ALL_ALIKE');
    expect(testOfOne(rateOf(5, 50), 1)).toBe('ALL_ALIKE');
  });
});

test('how many are needed', () => {
  expect([0.1, 0.5, 0.9, 0.07, 0, 1].map(neededAt)).toEqual([50, 10, 50, 72, null, null]);
});
