import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changePointOf, type Trial } from './change-point.js';
import { binomial, randomOf } from './testing.js';

const weeks = (trials: number, ...successes: readonly number[]): Trial[] =>
  successes.map((each) => ({ trials, successes: each }));

describe('the change point', () => {
  test('is where the rate falls: 20 of 50 a week, then 5', () => {
    const series = weeks(50, 20, 20, 20, 20, 20, 20, 5, 5, 5, 5);
    expect(changePointOf(series, 'DROP')).toEqual({ at: 6, from: 6, to: 6 });
    expect(changePointOf(series, 'RISE')).toBeNull();
    expect(changePointOf(series.toReversed(), 'RISE')).toEqual({ at: 4, from: 4, to: 4 });
  });

  test('has a wide interval where the fall is small', () => {
    const point = changePointOf(weeks(100, 40, 38, 42, 40, 40, 36, 28, 32, 26, 30), 'DROP');
    expect(point).toMatchObject({ at: 6 });
    expect(point!.to - point!.from).toBeGreaterThan(1);
  });

  test('is unknown where nothing changes, where one split is possible, and where there are too few', () => {
    expect(changePointOf(weeks(50, 20, 20, 20, 20, 20, 20), 'DROP')).toBeNull();
    expect(changePointOf(weeks(50, 20, 5), 'DROP')).toBeNull();
    expect(changePointOf(weeks(3, 1, 1, 1, 0, 0, 0), 'DROP')).toBeNull();
    expect(changePointOf([], 'DROP')).toBeNull();
    expect(changePointOf(weeks(0, 0, 0), 'DROP')).toBeNull();
  });

  test('does not name a week without leads', () => {
    const series = [...weeks(50, 20, 20, 20, 20), ...weeks(0, 0, 0), ...weeks(50, 5, 5, 5)];
    expect(changePointOf(series, 'DROP')).toEqual({ at: 6, from: 6, to: 6 });
  });

  const anySeries = fc.array(
    fc
      .integer({ min: 0, max: 60 })
      .chain((trials) => fc.record({ trials: fc.constant(trials), successes: fc.integer({ min: 0, max: trials }) })),
    { minLength: 2, maxLength: 20 },
  );
  test('has the greatest deviance of all splits that may be, and its interval those within 7.35 of it', () => {
    fc.assert(
      fc.property(anySeries, (series) => {
        const splits = series.flatMap(({ trials }, at) => {
          const [before, after] = [series.slice(0, at), series.slice(at)].map(sum) as [Trial, Trial];
          const cells = cellsOf(before, after);
          const falls = after.successes / after.trials < before.successes / before.trials;
          if (trials === 0 || !falls || cells.some(({ expected }) => expected < 5)) return [];
          return [
            {
              at,
              deviance:
                2 *
                cells.reduce((all, { seen, expected }) => all + (seen > 0 ? seen * Math.log(seen / expected) : 0), 0),
            },
          ];
        });
        const point = changePointOf(series, 'DROP');
        const greatest = Math.max(...splits.map(({ deviance }) => deviance));
        const near = splits.filter(({ deviance }) => greatest - deviance <= 7.352);
        if (near.length === splits.length) return void expect(point).toBeNull();
        expect(splits.find(({ at }) => at === point!.at)!.deviance).toBeCloseTo(greatest, 8);
        expect([point!.from, point!.to]).toEqual([near[0]!.at, near.at(-1)!.at]);
      }),
      { numRuns: 300 },
    );
  });

  // B. E. Hansen, Sample splitting and threshold estimation, Econometrica 68 (2000), 575-603, table I: 7.35 at 95 %.
  test('its interval holds the true week in at least 95 % of series', () => {
    const random = randomOf(20_260_302);
    const runs = 1_000;
    let held = 0;
    for (let run = 0; run < runs; run += 1) {
      const change = 10 + Math.floor(random() * 20);
      const series = Array.from({ length: 40 }, (_, week) => ({
        trials: 40,
        successes: binomial(40, week < change ? 0.3 : 0.2, random),
      }));
      const point = changePointOf(series, 'DROP');
      // What says nothing is not wrong either.
      if (point === null || (point.from <= change && change <= point.to)) held += 1;
    }
    console.log(
      `the 95 % interval of the change point held the true week in ${(100 * held) / runs} % of ${runs} series`,
    );
    expect(held / runs).toBeGreaterThanOrEqual(0.95);
  });
});

function sum(series: readonly Trial[]): Trial {
  return series.reduce((a, b) => ({ trials: a.trials + b.trials, successes: a.successes + b.successes }), {
    trials: 0,
    successes: 0,
  });
}

/** The 2×2 table of before and after, with what would be expected if nothing had changed. */
function cellsOf(before: Trial, after: Trial) {
  const whole = sum([before, after]);
  return [before, after].flatMap(({ trials, successes }) => [
    { seen: successes, expected: (trials * whole.successes) / whole.trials },
    { seen: trials - successes, expected: (trials * (whole.trials - whole.successes)) / whole.trials },
  ]);
}
