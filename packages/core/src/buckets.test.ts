import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bucketsOf } from './buckets.js';
import { nextStart, startOfGrain } from './grain.js';
import { addDays, dateOfDayNumber, dayNumber, daysBetween } from './local-date.js';
import { type Calendar, GRAINS, type Grain } from './question.js';

const calendar = (fiscalYearStartMonth = 1, weekStart = 1): Calendar => ({
  timeZone: 'UTC',
  fiscalYearStartMonth,
  weekStart,
});

const anyCalendar = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 7 }))
  .map(([fiscalYearStartMonth, weekStart]) => calendar(fiscalYearStartMonth, weekStart));
const anyGrain = fc.constantFrom(...GRAINS);
const anyDate = fc.integer({ min: dayNumber('1950-01-01'), max: dayNumber('2090-12-31') }).map(dateOfDayNumber);

describe('where a grain begins and the next one does', () => {
  test.each<[string, Grain, number, number, string, string]>([
    ['2026-05-10', 'DAY', 1, 1, '2026-05-10', '2026-05-11'],
    ['2026-05-10', 'WEEK', 1, 1, '2026-05-04', '2026-05-11'], // a Sunday, at the end of a week from Monday
    ['2026-05-10', 'WEEK', 1, 7, '2026-05-10', '2026-05-17'], // and at the start of one from Sunday
    ['2026-05-10', 'WEEK', 1, 6, '2026-05-09', '2026-05-16'],
    ['1969-12-31', 'WEEK', 1, 1, '1969-12-29', '1970-01-05'],
    ['2026-02-28', 'MONTH', 4, 1, '2026-02-01', '2026-03-01'],
    ['2026-12-31', 'MONTH', 1, 1, '2026-12-01', '2027-01-01'],
    ['2026-05-10', 'QUARTER', 1, 1, '2026-04-01', '2026-07-01'],
    ['2026-05-10', 'QUARTER', 2, 1, '2026-05-01', '2026-08-01'],
    ['2026-01-31', 'QUARTER', 2, 1, '2025-11-01', '2026-02-01'],
    ['2026-05-10', 'HALF_YEAR', 1, 1, '2026-01-01', '2026-07-01'],
    ['2026-03-31', 'HALF_YEAR', 4, 1, '2025-10-01', '2026-04-01'],
    ['2026-03-31', 'YEAR', 4, 1, '2025-04-01', '2026-04-01'],
    ['2026-04-01', 'YEAR', 4, 1, '2026-04-01', '2027-04-01'],
    ['2026-05-10', 'YEAR', 1, 1, '2026-01-01', '2027-01-01'],
  ])(
    '%s in its %s (fiscal year from month %i, week from day %i): [%s, %s)',
    (date, grain, month, week, start, next) => {
      expect(startOfGrain(date, grain, calendar(month, week))).toBe(start);
      expect(nextStart(date, grain, calendar(month, week))).toBe(next);
    },
  );

  test('each date lies in its own grain, whose dates all agree on it', () => {
    fc.assert(
      fc.property(anyDate, anyGrain, anyCalendar, fc.nat(), (date, grain, its, pick) => {
        const start = startOfGrain(date, grain, its);
        const next = nextStart(date, grain, its);
        expect(start <= date && date < next).toBe(true);
        const other = addDays(start, pick % daysBetween(start, next));
        expect(startOfGrain(other, grain, its)).toBe(start);
        expect(nextStart(other, grain, its)).toBe(next);
        expect(startOfGrain(next, grain, its)).toBe(next);
      }),
    );
  });

  test('a week begins on weekStart; months and longer on a first, quarters nested in halves in fiscal years', () => {
    fc.assert(
      fc.property(anyDate, anyCalendar, (date, its) => {
        const weekday = new Date(`${startOfGrain(date, 'WEEK', its)}T00:00Z`).getUTCDay();
        expect(weekday).toBe(its.weekStart % 7);
        const [year, half, quarter, month] = (['YEAR', 'HALF_YEAR', 'QUARTER', 'MONTH'] as const).map((grain) =>
          startOfGrain(date, grain, its),
        );
        expect(Number(year?.slice(5, 7))).toBe(its.fiscalYearStartMonth);
        expect(year! <= half! && half! <= quarter! && quarter! <= month!).toBe(true);
        expect(month?.slice(8)).toBe('01');
      }),
    );
  });
});

describe('buckets of a period', () => {
  test('the first and the last are clipped', () => {
    expect(bucketsOf({ start: '2026-01-01', end: '2026-01-14' }, 'WEEK', calendar())).toEqual([
      { start: '2026-01-01', end: '2026-01-05' },
      { start: '2026-01-05', end: '2026-01-12' },
      { start: '2026-01-12', end: '2026-01-14' },
    ]);
    expect(bucketsOf({ start: '2026-03-15', end: '2026-05-01' }, 'QUARTER', calendar(4))).toEqual([
      { start: '2026-03-15', end: '2026-04-01' },
      { start: '2026-04-01', end: '2026-05-01' },
    ]);
    expect(bucketsOf({ start: '2026-03-15', end: '2026-03-16' }, 'YEAR', calendar())).toEqual([
      { start: '2026-03-15', end: '2026-03-16' },
    ]);
  });

  test('they partition the period, each within one grain and each grain in one', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 1_500 }), anyGrain, anyCalendar, (start, days, grain, its) => {
        const period = { start, end: addDays(start, days) };
        const buckets = bucketsOf(period, grain, its);
        expect(buckets[0]?.start).toBe(period.start);
        expect(buckets.at(-1)?.end).toBe(period.end);
        for (const [index, bucket] of buckets.entries()) {
          expect(bucket.start < bucket.end).toBe(true);
          if (index > 0) expect(bucket.start).toBe(buckets[index - 1]?.end);
          const ofLastDate = startOfGrain(addDays(bucket.end, -1), grain, its);
          expect(startOfGrain(bucket.start, grain, its)).toBe(ofLastDate);
        }
        expect(new Set(buckets.map((bucket) => startOfGrain(bucket.start, grain, its))).size).toBe(buckets.length);
      }),
    );
  });

  test('1,500 are given, 1,501 are refused with the way out', () => {
    const period = (days: number) => ({ start: '2020-01-01', end: addDays('2020-01-01', days) });
    expect(bucketsOf(period(1_500), 'DAY', calendar())).toHaveLength(1_500);
    expect(() => bucketsOf(period(1_501), 'DAY', calendar())).toThrow(
      expect.objectContaining({
        code: 'TOO_MANY_BUCKETS',
        path: ['grain'],
        message: expect.stringContaining('ask for a shorter period or a coarser grain'),
      }),
    );
    expect(bucketsOf(period(1_501), 'WEEK', calendar()).length).toBeLessThan(220);
  });
});
