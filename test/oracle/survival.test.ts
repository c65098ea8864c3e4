import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fraction, ONE, plus, toNumber } from './fractions.js';
import { incidenceAt, type Leaving, quantile } from './survival.js';

const one = (end: 'reached' | 'out' | 'censored', time: number): Leaving => ({
  time,
  reached: Number(end === 'reached'),
  out: Number(end === 'out'),
  censored: Number(end === 'censored'),
});

describe('Kaplan–Meier', () => {
  // Weeks of remission under 6-MP, Freireich et al., Blood 21 (1963), the usual textbook example; + is censored:
  // 6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+.
  const ended = [6, 6, 6, 7, 10, 13, 16, 22, 23].map((week) => one('reached', week));
  const censored = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map((week) => one('censored', week));
  const patients = [...ended, ...censored];

  test('remission under 6-MP: S(10) is 0.753, S(13) 0.690, S(23) 0.448', () => {
    expect(quantile(patients, fraction(50, 100))).toBe(23);
    expect(quantile(patients, fraction(25, 100))).toBe(13);
    expect(quantile(patients, fraction(246, 1000))).toBe(10);
    expect(quantile(patients, fraction(551, 1000))).toBe(23);
    expect(quantile(patients, fraction(553, 1000))).toBe(null);
  });

  test('exactly half of four is half', () => {
    const four = [1, 2, 3, 4].map((time) => one('reached', time));
    expect(quantile(four, fraction(50, 100))).toBe(2);
    expect(quantile(four, fraction(75, 100))).toBe(3);
    expect(quantile([one('censored', 5)], fraction(50, 100))).toBe(null);
  });
});

describe('Aalen–Johansen', () => {
  test('of four, one reaches at 1, one is out at 2, one is lost at 2, one reaches at 3', () => {
    const four = [one('reached', 1), one('out', 2), one('censored', 2), one('reached', 3)];
    // 1/4; then 3/4 still wait and 1 of 3 goes; then 1/2 wait, and the one at risk reaches.
    expect([0.5, 1, 2, 3].map((until) => toNumber(incidenceAt(four, until)))).toEqual([0, 0.25, 0.25, 0.75]);
  });

  const leaving = fc
    .tuple(fc.constantFrom('reached' as const, 'out' as const, 'censored' as const), fc.nat(5))
    .map(([end, time]) => one(end, time));

  test('with nobody lost it is the share that reached', () => {
    fc.assert(
      fc.property(fc.array(leaving, { minLength: 1 }), fc.nat(6), (all, until) => {
        const watched = all.filter((each) => each.censored === 0);
        fc.pre(watched.length > 0);
        const reached = watched.filter((each) => each.reached && each.time <= until).length;
        expect(incidenceAt(watched, until)).toEqual(fraction(reached, watched.length));
      }),
    );
  });

  test('reaching and going add up to no more than all, and to all where the last one is not lost', () => {
    fc.assert(
      fc.property(fc.array(leaving, { minLength: 1 }), (all) => {
        const swapped = all.map((each) => ({ ...each, reached: each.out, out: each.reached }));
        const sum = plus(incidenceAt(all, 9), incidenceAt(swapped, 9));
        const last = Math.max(...all.map((each) => each.time));
        const isLost = all.some((each) => each.time === last && each.censored);
        if (isLost) expect(toNumber(sum)).toBeLessThanOrEqual(1);
        else expect(sum).toEqual(ONE);
      }),
    );
  });
});
