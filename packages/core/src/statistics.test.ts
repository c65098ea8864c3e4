import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ratio, wilson } from './statistics.js';

const anyCounts = fc
  .integer({ min: 1, max: 2_000_000 })
  .chain((trials) => fc.tuple(fc.integer({ min: 0, max: trials }), fc.constant(trials)));

// R. G. Newcombe, Two-sided confidence intervals for the single proportion: comparison of seven methods,
// Statistics in Medicine 17 (1998), 857-872, table I, method 3 (score, without continuity correction).
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('%i of %i, as published: %d to %d', (successes, trials, low, high) => {
  const interval = wilson(successes, trials);
  expect(Number(interval?.low.toFixed(4))).toBe(low);
  expect(Number(interval?.high.toFixed(4))).toBe(high);
});

test('the ends are exact', () => {
  expect(wilson(0, 7)?.low).toBe(0);
  expect(wilson(7, 7)?.high).toBe(1);
  expect(wilson(0, 7)?.high).toBeLessThan(1);
  expect(wilson(7, 7)?.low).toBeGreaterThan(0);
});

test('there is none without trials, nor where the numbers are no proportion', () => {
  expect(wilson(0, 0)).toBeNull();
  expect(wilson(3, 2)).toBeNull();
  expect(wilson(-1, 2)).toBeNull();
  expect(wilson(Number.NaN, 2)).toBeNull();
});

test('the ends are where the score test just rejects: |p - q| = z * sqrt(q (1 - q) / n)', () => {
  fc.assert(
    fc.property(anyCounts, ([successes, trials]) => {
      const { low, high } = wilson(successes, trials) ?? { low: Number.NaN, high: Number.NaN };
      const share = successes / trials;
      expect(0 <= low && low <= share && share <= high && high <= 1).toBe(true);
      for (const end of [low, high].filter((each) => each > 0 && each < 1)) {
        const score = Math.abs(share - end) / Math.sqrt((end * (1 - end)) / trials);
        expect(score).toBeCloseTo(1.959963984540054, 5);
      }
    }),
  );
});

test('failures mirror successes', () => {
  fc.assert(
    fc.property(anyCounts, ([successes, trials]) => {
      const failures = wilson(trials - successes, trials);
      expect(wilson(successes, trials)?.low).toBeCloseTo(1 - (failures?.high ?? Number.NaN), 12);
    }),
  );
});

test('a ratio over 0 is null; one of flows may pass 1', () => {
  expect(ratio(0, 0)).toBeNull();
  expect(ratio(5, 0)).toBeNull();
  expect(ratio(0, 5)).toBe(0);
  expect(ratio(56, 160)).toBe(0.35);
  expect(ratio(3, 2)).toBe(1.5);
});
