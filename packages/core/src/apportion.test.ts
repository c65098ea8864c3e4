import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion } from './apportion.js';

const sum = (parts: readonly bigint[]) => parts.reduce((all, part) => all + part, 0n);

describe('apportion', () => {
  // The worked example of "Largest remainder method" in Wikipedia: 100,000 votes, ten seats, Hare quota 10,000.
  it('shares ten seats out as the published example does', () => {
    expect(apportion(10n, [47_000n, 16_000n, 15_900n, 12_000n, 6_000n, 3_100n])).toEqual([5n, 2n, 1n, 1n, 1n, 0n]);
  });

  // The Alabama paradox, from the same page: with one seat more the smallest state has one less.
  it('may take from one when there is more to share', () => {
    expect(apportion(10n, [6n, 6n, 2n])).toEqual([4n, 4n, 2n]);
    expect(apportion(11n, [6n, 6n, 2n])).toEqual([5n, 5n, 1n]);
  });

  it.each([
    ['the larger of equal remainders', 1n, [1n, 3n], [0n, 1n]],
    ['the larger where both remainders are a half', 2n, [1n, 3n], [0n, 2n]],
    ['the first of equal weights', 1_000n, [1n, 1n, 1n], [334n, 333n, 333n]],
    ['nobody without weight', 5n, [0n, 2n, 0n], [0n, 5n, 0n]],
    ['a credit as its opposite', -1_000n, [1n, 1n, 1n], [-334n, -333n, -333n]],
    ['nothing', 0n, [1n, 2n], [0n, 0n]],
  ])('gives what is left to %s', (_, amount, weights, parts) => {
    expect(apportion(amount, weights)).toEqual(parts);
  });

  it('refuses to share out among nobody', () => {
    expect(() => apportion(1n, [])).toThrow(RangeError);
    expect(() => apportion(1n, [0n, 0n])).toThrow(RangeError);
  });

  const weights = fc.array(fc.bigInt(0n, 1_000n), { minLength: 1, maxLength: 12 }).filter((each) => sum(each) > 0n);

  it('adds up, and keeps to the quota: no part is a unit away from its exact share', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 20n), 10n ** 20n), weights, (amount, given) => {
        const parts = apportion(amount, given);
        const all = sum(given);
        expect(sum(parts)).toBe(amount);
        parts.forEach((part, index) => {
          const off = part * all - amount * given[index]!;
          expect(off < all && -off < all).toBe(true);
        });
      }),
    );
  });

  it('never gives a smaller weight more', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 9n), weights, (amount, given) => {
        const parts = apportion(amount, given);
        given.forEach((weight, a) => {
          given.forEach((other, b) => {
            if (weight > other) expect(parts[a]! >= parts[b]!).toBe(true);
          });
        });
      }),
    );
  });
});
