import { describe, expect, test } from 'vitest';
import { toNumber } from './fractions.js';
import { incidenceVariance, logLogEnds, newcombeEnds, upperTail, wilsonEnds, Z } from './intervals.js';
import { incidenceAt } from './survival.js';

describe('the normal distribution', () => {
  test('as tables have it', () => {
    expect(Z).toBeCloseTo(1.959963984540054, 12);
    expect(upperTail(0)).toBeCloseTo(0.5, 12);
    expect(upperTail(1)).toBeCloseTo(0.158655253931457, 12);
    expect(upperTail(6) / 9.86587645037698e-10).toBeCloseTo(1, 10);
  });
});

describe('score intervals', () => {
  test('published by Newcombe (1998): 81 of 263, and 56 of 70 less 48 of 80', () => {
    expect(wilsonEnds(81, 263)!.low).toBeCloseTo(0.2553, 4);
    expect(wilsonEnds(81, 263)!.high).toBeCloseTo(0.3662, 4);
    const apart = newcombeEnds({ numerator: 56, denominator: 70 }, { numerator: 48, denominator: 80 })!;
    expect(apart.low).toBeCloseTo(0.0524, 4);
    expect(apart.high).toBeCloseTo(0.3339, 4);
  });

  test('none and all', () => {
    // z² / (n + z²) with n = 10.
    expect(wilsonEnds(0, 10)).toEqual({ low: 0, high: expect.closeTo((Z * Z) / (10 + Z * Z), 12) });
    expect(wilsonEnds(10, 10)).toEqual({ low: expect.closeTo(10 / (10 + Z * Z), 12), high: 1 });
    expect(wilsonEnds(0, 0)).toBeNull();
    expect(wilsonEnds(11, 4)).toBeNull();
  });
});

describe('the variance of an incidence', () => {
  const at = (time: number, reached: number, out = 0, censored = 0) => ({ time, reached, out, censored });

  test('of a proportion, where nobody is lost: p (1 − p) / (n − 1) at one time', () => {
    // 3 of 10 reach, 2 are out at the same instant.
    const all = [at(1, 3, 2), at(5, 0, 0, 5)];
    expect(incidenceVariance(all, 5)).toEqual({ numerator: 7n, denominator: 300n });
  });

  test('by the textbook where kinds do not share an instant', () => {
    // Five at risk: one reaches, one is out, one is lost, one reaches, one is lost.
    const all = [at(1, 1), at(2, 0, 1), at(3, 0, 0, 1), at(4, 1), at(5, 0, 0, 1)];
    // F after each: 1/5, 1/5, 1/2; S before each: 1, 4/5, 3/5. Pintilie (2006), 4.5, term by term, with e = 1:
    const first = (0.3 ** 2 * 1) / (4 * 4) + (1 * 1 * 4) / (25 * 4) - (2 * 0.3 * 1) / (5 * 4);
    const second = (0.3 ** 2 * 1) / (3 * 3);
    const third = (0.6 ** 2 * 1 * 1) / (4 * 1);
    expect(toNumber(incidenceAt(all, 5))).toBeCloseTo(0.5, 12);
    expect(toNumber(incidenceVariance(all, 5))).toBeCloseTo(first + second + third, 12);
  });

  test('its ends lie around it, and there are none at 0 and 1', () => {
    const half = { numerator: 1n, denominator: 2n };
    const { low, high } = logLogEnds(half, { numerator: 1n, denominator: 100n })!;
    // 0.5 to the power of exp(± 1.96 × 0.1 / (0.5 × ln 2)).
    expect(low).toBeCloseTo(0.5 ** Math.exp(0.19599639845 / (0.5 * Math.LN2)), 10);
    expect(high).toBeCloseTo(0.5 ** Math.exp(-0.19599639845 / (0.5 * Math.LN2)), 10);
    expect(logLogEnds({ numerator: 0n, denominator: 1n }, half)).toBeNull();
    expect(logLogEnds({ numerator: 1n, denominator: 1n }, half)).toBeNull();
  });
});
