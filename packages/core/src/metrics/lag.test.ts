import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lagDaysOf } from './lag.js';

const DAY = 86_400_000;

describe('lagDaysOf', () => {
  it.each([
    ['mean 33 days, to 30', [2, String(66 * DAY)], 30, 30],
    ['mean 33 days, to 1', [2, String(66 * DAY)], 1, 33],
    ['mean 45 days, to 30, half up', [1, String(45 * DAY)], 30, 60],
    ['a millisecond less', [1, String(45 * DAY - 1)], 30, 30],
    ['a third of a day', [3, String(DAY)], 1, 0],
    ['half a day below nothing', [2, String(-DAY)], 1, 0],
    ['more than that', [2, String(-DAY - 1)], 1, -1],
    ['nobody', [0, '0'], 1, null],
  ])('%s', (_, values, roundTo, days) => {
    expect(lagDaysOf(values, roundTo)).toBe(days);
  });

  it('adds what comes on top before it rounds', () => {
    // 10.3 days and 33.6 h, which is 1.4 days: 11.7 days. Rounded apart they would be 10 and 1.
    const onTop = { milliseconds: BigInt(8 * 3_600_000 * 168), per: 40n };
    expect(lagDaysOf([1, String(247.2 * 3_600_000)], 1, onTop)).toBe(12);
    expect(lagDaysOf([1, String(247.2 * 3_600_000)], 7, onTop)).toBe(14);
    expect(lagDaysOf([0, '0'], 1, onTop)).toBeNull();
  });

  it('is the nearest multiple', () => {
    const cases = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.maxSafeInteger(), fc.integer({ min: 1, max: 366 }));
    fc.assert(
      fc.property(cases, ([count, sum, roundTo]) => {
        const lag = lagDaysOf([count, String(sum)], roundTo) as number;
        expect(Math.abs(lag % roundTo)).toBe(0);
        const off = BigInt(sum) - BigInt(lag) * BigInt(count) * BigInt(DAY);
        const half = BigInt(roundTo) * BigInt(count) * BigInt(DAY);
        expect(2n * off >= -half && 2n * off < half).toBe(true);
      }),
    );
  });
});
