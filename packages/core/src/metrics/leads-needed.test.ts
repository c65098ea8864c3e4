import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rateOf } from '../rate.js';
import { neededFor } from './leads-needed.js';

describe('neededFor', () => {
  it.each<[string, number, [number, number], [number | null, number | null, number | null]]>([
    // 60 / 0.35 = 171.4…; the interval of 56 of 160 is 0.2804 to 0.4266: 60 / 0.4266 = 140.6…, 60 / 0.2804 = 213.9….
    ['worked example A from MQL', 60, [56, 160], [172, 141, 214]],
    ['one in two', 10, [5, 10], [20, 14, 43]],
    ['a rate of 100 %', 10, [4, 4], [10, 10, 20]],
    // A binary 57 / 0.57 is 100.00000000000001. The interval is 0.4722 to 0.6627.
    ['a rate that is no binary fraction', 57, [57, 100], [100, 87, 121]],
    ['nobody got there', 10, [0, 40], [null, 115, null]],
    ['nobody set out', 10, [0, 0], [null, null, null]],
    ['nothing is missing', 0, [0, 0], [0, 0, 0]],
  ])('%s', (_name, entries, [numerator, denominator], [value, low, high]) => {
    expect(neededFor(entries, rateOf(numerator, denominator))).toEqual({ value, low, high });
  });

  it('is the least whole number that brings so many entries, and lies within its ends', () => {
    const counts = fc.integer({ min: 1, max: 1_000_000_000 });
    fc.assert(
      fc.property(counts, counts, counts, (entries, a, b) => {
        const [numerator, denominator] = [Math.min(a, b), Math.max(a, b)];
        const { value, low, high } = neededFor(entries, rateOf(numerator, denominator));
        const brings = (leads: bigint) => leads * BigInt(numerator) >= BigInt(entries) * BigInt(denominator);
        fc.pre(value !== null && value <= Number.MAX_SAFE_INTEGER);
        expect(brings(BigInt(value))).toBe(true);
        expect(brings(BigInt(value) - 1n)).toBe(false);
        expect(low).toBeLessThanOrEqual(value);
        expect(high === null || high >= value).toBe(true);
      }),
    );
  });
});
