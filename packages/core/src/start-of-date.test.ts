import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dateOfDayNumber, dayNumber } from './local-date.js';
import { dateOf, isTimeZone, startOfDate, startsOfDates } from './start-of-date.js';

/** Zones with a trap each: midnights that are skipped or come twice, dates that are skipped, changes of half an hour. */
const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Havana',
  'America/St_Johns',
  'America/Sao_Paulo',
  'Pacific/Apia',
  'Pacific/Kwajalein',
  'Pacific/Kiritimati',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'Africa/Casablanca',
  'America/Asuncion',
  'Asia/Beirut',
  'Asia/Kathmandu',
  'Asia/Gaza',
  'Atlantic/Azores',
  'America/Nuuk',
  'America/Scoresbysund',
  'Antarctica/Troll',
  'Asia/Tehran',
  'Asia/Amman',
];
const FIRST = '1990-01-01';
const LAST = '2035-12-31';

const anyZone = fc.constantFrom(...ZONES);
const anyDate = fc.integer({ min: dayNumber(FIRST), max: dayNumber(LAST) }).map(dateOfDayNumber);
const anyInstant = fc.integer({ min: Date.parse(FIRST), max: Date.parse(LAST) });

const utc = (instant: number) => new Date(instant).toISOString().replace(':00.000Z', 'Z');

describe('a date begins at its first instant', () => {
  test.each([
    ['an ordinary day', 'Europe/Berlin', '2026-05-10', '2026-05-09T22:00Z'],
    ['midnight comes twice: the earlier (SQL says 05:00Z)', 'America/Havana', '2025-11-02', '2025-11-02T04:00Z'],
    ['the day after that one', 'America/Havana', '2025-11-03', '2025-11-03T05:00Z'],
    ['midnight does not exist: 01:00 local', 'America/Havana', '2025-03-09', '2025-03-09T05:00Z'],
    ['midnight does not exist: 01:00 local', 'America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00Z'],
    ['23:00 comes twice on the day before', 'America/Sao_Paulo', '2018-02-18', '2018-02-18T03:00Z'],
    ['the clock goes from 00:01 to 01:01', 'America/St_Johns', '2006-04-02', '2006-04-02T03:30Z'],
    ['the clock goes from 00:01 back to 23:01', 'America/St_Johns', '2006-10-29', '2006-10-29T02:30Z'],
    ['the day after that one', 'America/St_Johns', '2006-10-30', '2006-10-30T03:30Z'],
    ['the day before a skipped date', 'Pacific/Apia', '2011-12-29', '2011-12-29T10:00Z'],
    ['a skipped date begins where the next does', 'Pacific/Apia', '2011-12-30', '2011-12-30T10:00Z'],
    ['the date after it', 'Pacific/Apia', '2011-12-31', '2011-12-30T10:00Z'],
    ['the clock moves by half an hour, at 02:00', 'Australia/Lord_Howe', '2025-10-06', '2025-10-05T13:00Z'],
    ['midnight does not exist', 'Africa/Cairo', '2024-04-26', '2024-04-25T22:00Z'],
    ['midnight does not exist', 'Asia/Beirut', '2025-03-30', '2025-03-29T22:00Z'],
    ['midnight does not exist', 'America/Asuncion', '2023-10-01', '2023-10-01T04:00Z'],
    ['midnight comes twice (01:00 back to 00:00)', 'Atlantic/Azores', '2025-10-26', '2025-10-26T00:00Z'],
    ['midnight does not exist (00:00 to 01:00)', 'Atlantic/Azores', '2025-03-30', '2025-03-30T01:00Z'],
  ])('%s: %s %s', (_why, zone, date, expected) => {
    expect(utc(startOfDate(date, zone))).toBe(expected);
  });

  test('as Intl tells the wall clock: the date is reached then, and had not been a millisecond before', () => {
    fc.assert(
      fc.property(anyZone, anyDate, (zone, date) => {
        const start = startOfDate(date, zone);
        expect(wallDate(start, zone) >= date).toBe(true);
        expect(wallDate(start - 1, zone) < date).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('a text that is no date, and a zone that is none, are refused', () => {
    expect(() => startOfDate('2026-02-30', 'UTC')).toThrow(expect.objectContaining({ code: 'INVALID_DATE' }));
    expect(() => startOfDate('2026-02-28', 'Europe/Nowhere')).toThrow(RangeError);
  });
});

describe('the boundaries decide which date an instant belongs to', () => {
  test.each([
    ['first 00:00:59 of the 29th', 'America/St_Johns', '2006-10-29T02:30:59Z', '2006-10-29'],
    ['back at 23:01 of the 28th', 'America/St_Johns', '2006-10-29T02:31:00Z', '2006-10-29'],
    ['still 23:59 of the 28th', 'America/St_Johns', '2006-10-29T03:29:59.999Z', '2006-10-29'],
    ['the last of the 28th', 'America/St_Johns', '2006-10-29T02:29:59.999Z', '2006-10-28'],
    ['between the two midnights', 'America/Havana', '2025-11-02T04:30:00Z', '2025-11-02'],
    ['the last of the 29th', 'Pacific/Apia', '2011-12-30T09:59:59.999Z', '2011-12-29'],
    ['the 30th is empty', 'Pacific/Apia', '2011-12-30T10:00:00Z', '2011-12-31'],
    ['23:30, the second time', 'America/Sao_Paulo', '2018-02-18T02:30:00Z', '2018-02-17'],
  ])('%s: %s %s is %s', (_why, zone, instant, expected) => {
    expect(dateOf(Date.parse(instant), zone)).toBe(expected);
  });

  test('dates partition time: each instant lies in its date, and in no other', () => {
    fc.assert(
      fc.property(anyZone, anyInstant, (zone, instant) => {
        const date = dateOf(instant, zone);
        expect(startOfDate(date, zone)).toBeLessThanOrEqual(instant);
        expect(startOfDate(addDays(date, 1), zone)).toBeGreaterThan(instant);
      }),
    );
  });

  test('dates never run backwards', () => {
    fc.assert(
      fc.property(anyZone, anyInstant, fc.integer({ min: 0, max: 3 * 86_400_000 }), (zone, instant, later) => {
        expect(dateOf(instant, zone) <= dateOf(instant + later, zone)).toBe(true);
      }),
    );
  });

  test('dateOf undoes startOfDate, but for a date that the zone skips', () => {
    fc.assert(
      fc.property(anyZone, anyDate, (zone, date) => {
        const start = startOfDate(date, zone);
        const next = startOfDate(addDays(date, 1), zone);
        expect(dateOf(start, zone)).toBe(start === next ? addDays(date, 1) : date);
        if (start < next) expect(dateOf(next - 1, zone)).toBe(date);
      }),
    );
  });
});

describe('many starts at once', () => {
  test.each(ZONES)('%s: the same as one by one, for every date of 1990 to 2035', (zone) => {
    const starts = startsOfDates(FIRST, LAST, zone);
    const days = dayNumber(LAST) - dayNumber(FIRST) + 1;
    expect(starts).toHaveLength(days);
    const wrong = starts.filter((start, index) => start !== startOfDate(addDays(FIRST, index), zone));
    expect(wrong).toEqual([]);
  });

  test('wherever the range begins, as far as the middle of a change of clocks', () => {
    fc.assert(
      fc.property(anyZone, anyDate, fc.integer({ min: 0, max: 40 }), (zone, first, more) => {
        const expected = Array.from({ length: more + 1 }, (_, index) => startOfDate(addDays(first, index), zone));
        expect(startsOfDates(first, addDays(first, more), zone)).toEqual(expected);
      }),
    );
  });

  test('none where the last date is before the first', () => {
    expect(startsOfDates('2026-01-02', '2026-01-01', 'UTC')).toEqual([]);
  });
});

test.each(['UTC', 'Europe/Berlin', 'US/Eastern', 'Europe/Kyiv', 'Etc/GMT+5', 'America/Argentina/Buenos_Aires'])(
  '%s is a time zone',
  (name) => expect(isTimeZone(name)).toBe(true),
);

test.each(['', 'Z', 'PST', '+02:00', 'UTC+2', 'Europe/Nowhere', ' UTC', '2026-01-01T00:00[Europe/Berlin]', 2, null])(
  '%j is not a time zone',
  (name) => expect(isTimeZone(name)).toBe(false),
);

/** The date on the wall, told by the engine and not by Temporal. */
function wallDate(instant: number, timeZone: string): string {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formats.set(timeZone, format);
  }
  return format.format(instant);
}

const formats = new Map<string, Intl.DateTimeFormat>();
