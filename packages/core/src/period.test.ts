import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, bucketsOf, daysBetween, nextStart, resolvePeriod, shiftPeriod, startOfGrain } from './period.js';
import { type Calendar, GRAINS, type PeriodInput } from './question.js';

const CALENDAR: Calendar = { timeZone: 'Europe/Berlin', fiscalYearStartMonth: 4, weekStart: 1 };
const TODAY = '2026-05-10';

const resolve = (input: unknown) => resolvePeriod(input as PeriodInput, CALENDAR, TODAY);

test.each<[PeriodInput, string, string]>([
  [{ start: '2026-01-01', end: '2026-01-02' }, '2026-01-01', '2026-01-02'],
  [{ grain: 'DAY', containing: '2026-02-28' }, '2026-02-28', '2026-03-01'],
  [{ grain: 'MONTH', containing: '2026-02-28' }, '2026-02-01', '2026-03-01'],
  [{ grain: 'YEAR', containing: '2026-02-28' }, '2025-04-01', '2026-04-01'],
  [{ last: { count: 1, grain: 'DAY' } }, '2026-05-09', '2026-05-10'],
  [{ last: { count: 2, grain: 'WEEK' } }, '2026-04-20', '2026-05-04'],
  [{ last: { count: 3, grain: 'MONTH' } }, '2026-02-01', '2026-05-01'],
  [{ last: { count: 4, grain: 'QUARTER' } }, '2025-04-01', '2026-04-01'],
  [{ last: { count: 1, grain: 'HALF_YEAR' } }, '2025-10-01', '2026-04-01'],
  [{ last: { count: 2, grain: 'YEAR' } }, '2024-04-01', '2026-04-01'],
])('%j on 10 May 2026, with a fiscal year from April, is [%s, %s)', (input, start, end) => {
  expect(resolve(input)).toEqual({ start, end });
});

test('fields that a form leaves null count as absent', () => {
  const month = { grain: 'MONTH', containing: '2026-02-28', start: null, end: undefined, last: null };
  expect(resolve(month)).toEqual({ start: '2026-02-01', end: '2026-03-01' });
});

test('the last n of a grain are n buckets, and end where the one under way begins', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000 }), fc.constantFrom(...GRAINS), (count, grain) => {
      const period = resolve({ last: { count, grain } });
      expect(period.end).toBe(startOfGrain(TODAY, grain, CALENDAR));
      expect(bucketsOf(period, grain, CALENDAR)).toHaveLength(count);
      expect(startOfGrain(period.start, grain, CALENDAR)).toBe(period.start);
      expect(nextStart(addDays(period.end, -1), grain, CALENDAR)).toBe(period.end);
    }),
  );
});

describe('what is refused, and what would be right', () => {
  test.each<[unknown, string, string[], string]>([
    [
      { start: '2026-02-01', end: '2026-01-01' },
      'INVALID_PERIOD',
      ['period', 'end'],
      'period.end 2026-01-01 is not after period.start 2026-02-01; a period is half-open [start, end)',
    ],
    [
      { start: '2026-02-01', end: '2026-02-01' },
      'INVALID_PERIOD',
      ['period', 'end'],
      'period.end 2026-02-01 is not after period.start 2026-02-01; a period is half-open [start, end)',
    ],
    [
      { start: '2026-02-30', end: '2026-03-01' },
      'INVALID_DATE',
      ['period', 'start'],
      'period.start "2026-02-30" is not a date; a date is written YYYY-MM-DD',
    ],
    [{ start: '2026-02-01' }, 'INVALID_DATE', ['period', 'end'], 'period.end is missing; a date is written YYYY-MM-DD'],
    [
      { grain: 'MONTH', containing: 'today' },
      'INVALID_DATE',
      ['period', 'containing'],
      'period.containing "today" is not a date; a date is written YYYY-MM-DD',
    ],
    [
      { grain: 'FORTNIGHT', containing: '2026-02-01' },
      'INVALID_PERIOD',
      ['period', 'grain'],
      'period.grain "FORTNIGHT" is not a grain; it is one of DAY, WEEK, MONTH, QUARTER, HALF_YEAR, YEAR',
    ],
    [
      { last: { count: 3 } },
      'INVALID_PERIOD',
      ['period', 'last', 'grain'],
      'period.last.grain is missing; it is one of DAY, WEEK, MONTH, QUARTER, HALF_YEAR, YEAR',
    ],
    [
      {},
      'INVALID_PERIOD',
      ['period'],
      'period {} does not name a period in one way; give either { start, end }, or { grain, containing }, ' +
        'or { last: { count, grain } }',
    ],
  ])('%j', (input, code, path, message) => {
    expect(() => resolve(input)).toThrow(expect.objectContaining({ name: 'InvalidInput', code, path, message }));
  });

  test.each([0, -1, 1.5, 1_001, Number.NaN, '3', null])('the last %j months', (count) => {
    expect(() => resolve({ last: { count, grain: 'MONTH' } })).toThrow(
      expect.objectContaining({
        code: 'INVALID_PERIOD',
        path: ['period', 'last', 'count'],
        expected: 'a whole number from 1 to 1000',
      }),
    );
  });

  test.each([
    { start: '2026-01-01', end: '2026-02-01', grain: 'MONTH' },
    { grain: 'MONTH', containing: '2026-02-01', last: { count: 1, grain: 'MONTH' } },
    null,
    undefined,
  ])('two ways at once, or none: %j', (input) => {
    expect(() => resolve(input)).toThrow(expect.objectContaining({ code: 'INVALID_PERIOD', path: ['period'] }));
  });
});

test('a period shifted keeps its length: 1 January to 1 April, 30 days back, is 2 December to 2 March', () => {
  const shifted = shiftPeriod({ start: '2026-01-01', end: '2026-04-01' }, -30);
  expect(shifted).toEqual({ start: '2025-12-02', end: '2026-03-02' });
  expect(daysBetween(shifted.start, shifted.end)).toBe(90);
});
