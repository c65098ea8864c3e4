import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dateOfDayNumber, dayNumber, daysBetween, isLocalDate } from './local-date.js';

const anyDay = fc.integer({ min: -719_162, max: 2_932_896 });

test.each([
  ['2026-02-28', 1, '2026-03-01'],
  ['2024-02-28', 1, '2024-02-29'],
  ['1900-02-28', 1, '1900-03-01'],
  ['2000-02-28', 1, '2000-02-29'],
  ['2026-01-01', -1, '2025-12-31'],
  ['0004-02-28', 1, '0004-02-29'],
  ['2026-05-10', 0, '2026-05-10'],
])('%s and %i days is %s', (date, days, expected) => {
  expect(addDays(date, days)).toBe(expected);
});

test('days between two dates count calendar dates, not hours', () => {
  expect(daysBetween('2026-01-01', '2026-04-01')).toBe(90);
  expect(daysBetween('2026-04-01', '2026-01-01')).toBe(-90);
  expect(dayNumber('1970-01-01')).toBe(0);
});

test('the ends of the calendar hold, and a step past them is refused', () => {
  expect(isLocalDate('0001-01-01')).toBe(true);
  expect(isLocalDate('9999-12-31')).toBe(true);
  expect(() => addDays('9999-12-31', 1)).toThrow(expect.objectContaining({ code: 'INVALID_DATE' }));
  expect(() => addDays('0001-01-01', -1)).toThrow(expect.objectContaining({ code: 'INVALID_DATE' }));
  expect(() => addDays('2026-01-01', 0.5)).toThrow(expect.objectContaining({ code: 'INVALID_DATE' }));
});

test.each([
  '2026-02-29',
  '2026-02-30',
  '2026-04-31',
  '2026-13-01',
  '2026-00-10',
  '2026-01-00',
  '2026-1-1',
  '20260101',
  '0000-01-01',
  '2026-01-01T00:00',
  ' 2026-01-01',
  '2026-01-01\n',
  '+002026-01-01',
  '',
  20260101,
  null,
  undefined,
  new Date(0),
])('%j is not a date', (text) => {
  expect(isLocalDate(text)).toBe(false);
});

test('a text that is no date is refused with what would be right', () => {
  expect(() => dayNumber('2026-02-30')).toThrow(
    expect.objectContaining({
      name: 'InvalidInput',
      code: 'INVALID_DATE',
      path: [],
      message: '"2026-02-30" is not a date',
      expected: 'a date as YYYY-MM-DD',
    }),
  );
});

test('numbers and dates are inverse to each other, and dates sort as texts', () => {
  fc.assert(
    fc.property(anyDay, anyDay, (a, b) => {
      const [dateA, dateB] = [dateOfDayNumber(a), dateOfDayNumber(b)];
      expect(dayNumber(dateA)).toBe(a);
      expect(daysBetween(dateA, dateB)).toBe(b - a);
      expect(addDays(dateA, b - a)).toBe(dateB);
      expect(dateA < dateB).toBe(a < b);
    }),
  );
});
