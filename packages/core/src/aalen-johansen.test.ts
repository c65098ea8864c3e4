import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aalenJohansen, type Course, logLogInterval } from './aalen-johansen.js';
import { fatesOf } from './metrics/fates.js';
import { projectedRateOf } from './metrics/projected-rate.js';

type Fate = 'REACHED' | 'OUT' | 'LOST';
interface Subject {
  readonly time: number;
  readonly fate: Fate;
}

/** `[time, reached, out, no longer watched]`, ascending; null: watched to the end. */
type Row = readonly [number | null, number, number, number];

/** As the measure tells it: within one instant those who reached come first and those lost to view last. */
function courseOf(rows: readonly Row[]): Course {
  const letters = rows.flatMap(([time, reached, out, lost]) => {
    if (time === null) return [];
    const events = 'r'.repeat(reached) + 'o'.repeat(out);
    return [events.slice(0, 1).toUpperCase() + events.slice(1), (time === 0 ? 'N' : 'L').repeat(lost)];
  });
  return {
    letters: letters.join(''),
    watched: rows.reduce((sum, [time, , , lost]) => sum + (time === null ? lost : 0), 0),
  };
}

function rowsOf(subjects: readonly Subject[], end: number): Row[] {
  const rows = new Map<number | null, [number, number, number]>();
  for (const { time, fate } of subjects) {
    const label = time > end || (time === end && fate === 'LOST') ? null : time;
    const row = rows.get(label) ?? [0, 0, 0];
    row[label === null ? 2 : ['REACHED', 'OUT', 'LOST'].indexOf(fate)]! += 1;
    rows.set(label, row);
  }
  const rank = ([label]: readonly [number | null, ...unknown[]]) => label ?? Number.POSITIVE_INFINITY;
  return [...rows].sort((a, b) => rank(a) - rank(b)).map(([label, counts]) => [label, ...counts]);
}

const END = 12;
const subject = (most: number, ...fates: Fate[]) => fc.record({ time: fc.nat(most), fate: fc.constantFrom(...fates) });
const cohorts = fc.array(subject(20, 'REACHED', 'OUT', 'LOST'), { minLength: 1, maxLength: 40 });
/** Nobody is lost to view before the end. */
const watched = fc.array(subject(20, 'REACHED', 'OUT'), { minLength: 1, maxLength: 40 });

const courseFor = (subjects: readonly Subject[], end: number) => courseOf(rowsOf(subjects, end));
const estimate = (subjects: readonly Subject[], end = END) => aalenJohansen(courseFor(subjects, end));

describe('as published', () => {
  // L. Scrucca, A. Santucci and F. Aversa, Competing risk analysis using R: an easy guide for clinicians, Bone Marrow
  // Transplantation 40 (2007) 381-387: 35 patients after a transplant (months, and what ended them). The values are those
  // of R's cmprsk::cuminc, as scikit-survival's tests print them (tests/test_nonparametric.py).
  const REACHED = [1, 3, 4, 4, 3, 3, 8, 0, 12];
  const OUT = [13, 7, 8, 9, 5, 1, 10, 7, 22, 2, 0, 4, 14, 26, 3];
  const LOST = [72, 67, 70, 4, 7, 68, 35, 35, 2, 8, 32];
  const patients: Subject[] = [
    ...REACHED.map((time) => ({ time, fate: 'REACHED' as const })),
    ...OUT.map((time) => ({ time, fate: 'OUT' as const })),
    ...LOST.map((time) => ({ time, fate: 'LOST' as const })),
  ];
  test.each([
    [0, 0.02857143, 0.02857143],
    [1, 0.05714286, 0.05714286],
    [2, 0.05714286, 0.08571429],
    [3, 0.14581281, 0.11527094],
    [4, 0.20492611, 0.14482759],
    [7, 0.20492611, 0.23771992],
    [8, 0.23771164, 0.27050544],
    [12, 0.27283899, 0.34076015],
    [26, 0.27283899, 0.48126955],
    [72, 0.27283899, 0.48126955],
  ])('35 transplants, after %i months: %d and %d', (months, reached, out) => {
    const incidence = estimate(patients, months)!;
    expect(incidence.reached).toBeCloseTo(reached, 8);
    expect(incidence.out).toBeCloseTo(out, 8);
  });

  // The example of tidy_cuminc in the documentation of R's ggsurvfit (data `trial` of tidycmprsk, Drug A): of 98 patients one
  // died of another cause at 3.53 months and two of cancer, at 7.27 and at 7.38; conf.type log-log, conf.level 0.95.
  test.each([
    [7.27, 0.0102, 0.0102, 8.84e-4, 0.0503],
    [7.38, 0.0204, 0.0144, 3.9e-3, 0.0652],
  ])('98 patients, after %d months: %d, standard error %d, %d to %d', (months, value, error, low, high) => {
    const deaths: Subject[] = [
      { time: 3.53, fate: 'OUT' },
      { time: 7.27, fate: 'REACHED' },
      { time: 7.38, fate: 'REACHED' },
    ];
    const survivors = Array.from({ length: 95 }, () => ({ time: 24, fate: 'LOST' as const }));
    const { reached, variance } = estimate([...deaths, ...survivors], months)!;
    const digits = (number: number) => Number(number.toPrecision(3));
    expect([reached, Math.sqrt(variance)].map(digits)).toEqual([value, error]);
    const interval = logLogInterval(reached, variance)!;
    expect([interval.low, interval.high].map(digits)).toEqual([low, high]);
  });

  // The README of R's tidycmprsk: 200 patients, nobody lost to view in 20 months, 43 dead of cancer and 41 of other causes.
  test('200 patients, none lost to view: the standard error is that of a proportion', () => {
    const deaths = (fate: Fate, count: number) =>
      Array.from({ length: count }, (_, index) => ({ time: 5 + index / 3, fate }));
    const others = Array.from({ length: 116 }, () => ({ time: 24, fate: 'LOST' as const }));
    const { reached, out, variance } = estimate([...deaths('REACHED', 43), ...deaths('OUT', 41), ...others], 20)!;
    expect([reached, out]).toEqual([0.215, 0.205]);
    expect(Math.sqrt(variance).toFixed(3)).toBe('0.029');
  });
});

describe('by hand', () => {
  // Five: one reaches at 1; one is lost at 2; of the three left one is out at 3 and one reaches at 4; the last is watched on.
  const five = courseOf([
    [1, 1, 0, 0],
    [2, 0, 0, 1],
    [3, 0, 1, 0],
    [4, 1, 0, 0],
    [null, 0, 0, 1],
  ]);

  test('1/5 + 4/5 · 2/3 · 1/2 = 7/15 reach, 4/15 are out and 4/15 are left', () => {
    const { reached, out, left } = aalenJohansen(five)!;
    expect(reached).toBeCloseTo(7 / 15, 15);
    expect(out).toBeCloseTo(4 / 15, 15);
    expect(left).toBeCloseTo(4 / 15, 15);
  });

  test('their variance', () => {
    // At 1, n 5, F(W) − F = 4/15: (4/15)²/(4·4) + 1·4/(25·4) − 2·(4/15)/(5·4) = 1/225 + 1/25 − 2/75 = 4/225.
    // At 3, n 3, out:             (4/15)²/(2·2)                                                    = 4/225.
    // At 4, n 2, F(W) − F = 0:                   (8/15)²·1/(4·1)                                   = 16/225.
    expect(aalenJohansen(five)!.variance).toBeCloseTo(24 / 225, 15);
  });

  test('5 reach and 4 are out at once, and the tenth reaches later: that of a proportion of 6 in 10', () => {
    // The textbook's third term takes (d − d²/n) for d and would come to −0.018.
    expect(
      aalenJohansen(
        courseOf([
          [1, 5, 4, 0],
          [2, 1, 0, 0],
        ]),
      )!.variance,
    ).toBeCloseTo((0.6 * 0.4) / 9, 15);
  });

  test('nobody at risk: null', () => {
    expect(aalenJohansen(courseOf([]))).toBeNull();
    expect(aalenJohansen(courseOf([[0, 0, 0, 3]]))).toBeNull();
    expect(aalenJohansen(courseOf([[0, 1, 0, 3]]))).toMatchObject({ reached: 0.25, left: 0.75 });
    expect(aalenJohansen(courseOf([[1, 0, 0, 3]]))).toMatchObject({ reached: 0, left: 1, variance: 0 });
    expect(aalenJohansen(courseOf([[null, 0, 0, 3]]))).toMatchObject({ reached: 0, left: 1, variance: 0 });
  });

  test('all who are not lost to view reach: 1, where adding up shares comes to a little less', () => {
    expect(
      aalenJohansen(
        courseOf([
          [1, 1, 0, 1],
          [2, 3, 0, 1],
          [3, 1, 0, 0],
        ]),
      ),
    ).toEqual({ reached: 1, out: 0, left: 0, variance: expect.closeTo(0, 12) });
  });

  test('a single lead, reached or out, and what has no interval', () => {
    expect(projectedRateOf(courseOf([[5, 1, 0, 0]]))).toEqual({ value: 1, low: null, high: null });
    expect(projectedRateOf(courseOf([[5, 0, 1, 0]]))).toEqual({ value: 0, low: null, high: null });
    expect(projectedRateOf(courseOf([]))).toBeNull();
  });
});

const numRuns = 500;
const check = (cohort: fc.Arbitrary<Subject[]>, holds: (subjects: Subject[]) => void) =>
  fc.assert(fc.property(cohort, holds), { numRuns });

describe('always', () => {
  test('with nobody lost to view it is the proportion, to the last digit', () => {
    check(watched, (subjects) => {
      const count = (fate: Fate) => subjects.filter((each) => each.time <= END && each.fate === fate).length;
      const incidence = estimate(subjects)!;
      expect(incidence.reached).toBe(count('REACHED') / subjects.length);
      expect(incidence.out).toBe(count('OUT') / subjects.length);
    });
  });

  test('without a competing outcome it is 1 − Kaplan–Meier', () => {
    check(fc.array(subject(20, 'REACHED', 'LOST'), { minLength: 1, maxLength: 40 }), (subjects) => {
      let survival = 1;
      for (let time = 0; time <= END; time += 1) {
        const atRisk = subjects.filter((each) => each.time >= time).length;
        const events = subjects.filter((each) => each.time === time && each.fate === 'REACHED').length;
        if (atRisk > 0) survival *= 1 - events / atRisk;
      }
      const incidence = estimate(subjects);
      if (incidence) expect(incidence.reached).toBeCloseTo(1 - survival, 12);
      else expect(subjects.every((each) => each.time === 0 && each.fate === 'LOST')).toBe(true);
    });
  });

  test('reached, out and left add up to 1, and the interval holds the value within 0 to 1', () => {
    check(cohorts, (subjects) => {
      const incidence = estimate(subjects);
      if (!incidence) return;
      const { reached, out, left, variance } = incidence;
      expect(reached + out + left).toBeCloseTo(1, 12);
      for (const share of [reached, out, left]) expect(share).toBeGreaterThanOrEqual(0);
      const interval = logLogInterval(reached, variance);
      expect(interval === null).toBe(reached === 0 || reached === 1);
      if (!interval) return;
      expect(variance).toBeGreaterThan(0);
      expect(interval.low).toBeGreaterThanOrEqual(0);
      expect(interval.low).toBeLessThan(reached);
      expect(interval.high).toBeGreaterThan(reached);
      expect(interval.high).toBeLessThanOrEqual(1);
    });
  });

  test('only the order counts, not when between two events somebody is lost to view', () => {
    check(cohorts, (subjects) => {
      const stretched = subjects.map(({ time, fate }) => ({
        time: 10 * time + (fate === 'LOST' ? time % 9 : 0),
        fate,
      }));
      expect(estimate(stretched, 10 * END)).toEqual(estimate(subjects));
    });
  });

  test('where each instant has one event, the variance is Gray’s sum of squares', () => {
    // The form in which R. Gray's cmprsk adds it up: Σ S(t−)²/n² (1 − (F(W) − F(t)) n / (S(t−)(n−1)))² at entries, and the
    // same without the 1 at exits; the last one at risk excepted, to whom cmprsk gives S(t−)².
    check(
      fc.uniqueArray(subject(60, 'REACHED', 'OUT', 'LOST'), { minLength: 2, selector: ({ time }) => time }),
      (all) => {
        const subjects = [...all, { time: 99, fate: 'LOST' as const }].sort((a, b) => a.time - b.time);
        let [left, incidence] = [1, 0];
        const steps = subjects.flatMap(({ time, fate }, index) => {
          if (fate === 'LOST' || time > END * 4) return [];
          const [n, before] = [subjects.length - index, left];
          left *= (n - 1) / n;
          if (fate === 'REACHED') incidence += before / n;
          return { n, before, at: incidence, own: fate === 'REACHED' ? 1 : 0 };
        });
        const expected = steps.reduce((sum, { n, before, at, own }) => {
          return sum + ((before / n) * (own - ((incidence - at) * n) / (before * (n - 1)))) ** 2;
        }, 0);
        const found = aalenJohansen(courseFor(subjects, END * 4));
        if (found) expect(found.variance).toBeCloseTo(expected, 12);
      },
    );
  });

  test('each is in one place', () => {
    check(cohorts, (subjects) => {
      const { reached, out, watched: whole, lost } = fatesOf(courseFor(subjects, END));
      expect(reached + out + whole + lost).toBe(subjects.length);
      expect(lost).toBe(subjects.filter(({ time, fate }) => fate === 'LOST' && time < END).length);
    });
  });
});
