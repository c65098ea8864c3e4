import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rateOf } from '../rate.js';
import { differenceFrom, differenceOf } from './difference.js';

// R. G. Newcombe, Interval estimation for the difference between independent proportions: comparison of eleven methods,
// Statistics in Medicine 17 (1998), 873-890, table II, method 10 (score, without continuity correction).
test.each([
  [56, 70, 48, 80, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.1705, 0.809],
  [6, 7, 2, 7, 0.0582, 0.8062],
  [5, 56, 0, 29, -0.0381, 0.1926],
  [0, 10, 0, 20, -0.1611, 0.2775],
  [0, 10, 0, 10, -0.2775, 0.2775],
  [10, 10, 0, 20, 0.6791, 1],
  [10, 10, 0, 10, 0.6075, 1],
])('%i/%i less %i/%i, as published: %d to %d', (a, m, b, n, low, high) => {
  const difference = differenceOf(rateOf(a, m), rateOf(b, n));
  expect(difference?.value).toBeCloseTo(a / m - b / n, 12);
  expect(Number(difference?.low.toFixed(4))).toBe(low);
  expect(Number(difference?.high.toFixed(4))).toBe(high);
});

const anyRate = fc
  .integer({ min: 1, max: 100_000 })
  .chain((trials) => fc.integer({ min: 0, max: trials }).map((successes) => rateOf(successes, trials)));

describe('the difference of two rates', () => {
  test('lies in its interval, which lies within -1 to 1, and turns round with its sides', () => {
    fc.assert(
      fc.property(anyRate, anyRate, (a, b) => {
        const [there, back] = [differenceOf(a, b)!, differenceOf(b, a)!];
        expect(there.low).toBeLessThanOrEqual(there.value);
        expect(there.value).toBeLessThanOrEqual(there.high);
        expect(there.low).toBeGreaterThanOrEqual(-1 - 1e-12);
        expect(there.high).toBeLessThanOrEqual(1 + 1e-12);
        expect([back.value, back.low, back.high]).toEqual([-there.value, -there.high, -there.low].map((x) => x + 0));
      }),
    );
  });

  test('is none where one has no trials', () => {
    expect(differenceOf(rateOf(0, 0), rateOf(1, 2))).toBeNull();
    expect(differenceOf(rateOf(1, 2), rateOf(0, 0))).toBeNull();
    expect(differenceFrom(rateOf(0, 0), 0.5)).toBeNull();
  });
});

test('from a figure, it is the Wilson interval moved: of 81/263 and 0.3 it is -0.0447 to 0.0662', () => {
  const difference = differenceFrom(rateOf(81, 263), 0.3);
  expect(difference?.low.toFixed(4)).toBe('-0.0447');
  expect(difference?.high.toFixed(4)).toBe('0.0662');
});
