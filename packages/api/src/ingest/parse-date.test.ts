import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { compileDateFormat } from './date-format.js';
import { instantOf } from './local-time.js';
import { dateParser } from './parse-date.js';

function instant(text: string, format: string, timeZone = 'UTC'): string | undefined {
  const date = compileDateFormat(format)(text);
  if (date === undefined) return undefined;
  return new Date('instant' in date ? date.instant : instantOf(date, timeZone)).toISOString();
}

describe('date formats', () => {
  it.each([
    ['2018-05-31', 'iso', '2018-05-31T00:00:00.000Z'],
    ['2018-05-31T14:05', 'iso', '2018-05-31T14:05:00.000Z'],
    ['2018-05-31 14:05:06.123456', 'iso', '2018-05-31T14:05:06.123Z'],
    ['2018-05-31T14:05:06+02:00', 'iso', '2018-05-31T12:05:06.000Z'],
    ['2018-05-31T14:05:06.000-0330', 'iso', '2018-05-31T17:35:06.000Z'],
    ['2018-05-31 14:05:06 UTC', 'iso', '2018-05-31T14:05:06.000Z'],
    ['31/05/2018 14:05', 'dd/MM/yyyy HH:mm', '2018-05-31T14:05:00.000Z'],
    ['1.2.2018', 'd.M.yyyy', '2018-02-01T00:00:00.000Z'],
    ['2/1/2018 12:05 AM', 'M/d/yyyy h:mm a', '2018-02-01T00:05:00.000Z'],
    ['2/1/2018 12:05 pm', 'M/d/yyyy h:mm a', '2018-02-01T12:05:00.000Z'],
    ['05-Mar-18', 'dd-MMM-yy', '2018-03-05T00:00:00.000Z'],
    ['March 5, 2018', 'MMMM d, yyyy', '2018-03-05T00:00:00.000Z'],
    ['Mon, 5 Mar 2018 09:00:00 GMT', 'EEE, d MMM yyyy HH:mm:ss Z', '2018-03-05T09:00:00.000Z'],
    ['20180531', 'yyyyMMdd', '2018-05-31T00:00:00.000Z'],
    ['2018-05-31T14:05:06.7', "yyyy-MM-dd'T'HH:mm:ss.S", '2018-05-31T14:05:06.700Z'],
    ['1704880800000', 'epochMillis', '2024-01-10T10:00:00.000Z'],
    ['1704880800.5', 'epochSeconds', '2024-01-10T10:00:00.500Z'],
  ])('%s as %s', (text, format, expected) => {
    expect(instant(text, format)).toBe(expected);
  });

  it.each([
    ['2018-02-30', 'iso'],
    ['2018-13-01', 'iso'],
    ['2018-5-1', 'iso'],
    ['2018-05-01T24:00', 'iso'],
    ['2018-05-01x', 'iso'],
    ['31/05/2018', 'MM/dd/yyyy'],
    ['13:00 PM 1/1/2018', 'h:mm a M/d/yyyy'],
    ['5 Mrz 2018', 'd MMM yyyy'],
  ])('%s is no date as %s', (text, format) => {
    expect(instant(text, format)).toBeUndefined();
  });

  it('says what is wrong with a format', () => {
    expect(() => compileDateFormat('YYYY-MM-DD')).toThrow('has "YYYY", which is no token: write "yyyy"');
    expect(() => compileDateFormat('yyyy-mm-dd')).toThrow('has no month (MM); mm is minutes');
    expect(() => compileDateFormat('MM/yyyy')).toThrow('has no day (dd)');
    expect(() => compileDateFormat('dd/MM/yyyy hh:mm')).toThrow('without "a" (AM/PM); write "H"');
    expect(compileDateFormat('MM/yyyy', 'month')('05/2018')).toEqual({ year: 2018, month: 5, day: 1 });
  });
});

describe('dateParser', () => {
  it('refuses a date that two formats read differently, and takes one that only one reads', () => {
    const parse = dateParser(['d/M/yyyy', 'M/d/yyyy']);
    expect(parse('13/4/2018')).toEqual({ date: { year: 2018, month: 4, day: 13 } });
    expect(parse('3/4/2018')).toEqual({ refused: expect.stringMatching(/^is ambiguous/) });
    expect(parse('4/4/2018')).toEqual({ date: { year: 2018, month: 4, day: 4 } });
  });

  it('names the formats that would fit', () => {
    expect(dateParser(['iso'])('31/05/2018')).toEqual({
      refused: 'is not a date as iso (2018-05-31 or 2018-05-31T14:05:00Z); it would fit d/M/yyyy',
    });
    expect(dateParser(['yyyyMMdd'])('1704880800000')).toEqual({
      refused: 'is not a date as yyyyMMdd; it would fit epochMillis',
    });
    expect(dateParser(['iso'])('0018-05-31')).toEqual({ refused: 'is a date before 1970' });
  });
});

describe('instantOf', () => {
  it('takes the first instant of a date without a time', () => {
    // Sao Paulo put clocks forward at midnight: 4 November 2018 begins at 01:00.
    expect(instant('2018-11-04', 'iso', 'America/Sao_Paulo')).toBe('2018-11-04T03:00:00.000Z');
    expect(instant('2025-11-02', 'iso', 'America/Havana')).toBe('2025-11-02T04:00:00.000Z');
  });

  it('takes the earlier of two times, and moves a skipped one forward', () => {
    expect(instant('2025-10-26 02:30', 'iso', 'Europe/Berlin')).toBe('2025-10-26T00:30:00.000Z');
    expect(instant('2025-03-30 02:30', 'iso', 'Europe/Berlin')).toBe('2025-03-30T01:30:00.000Z');
    expect(instant('2025-03-30 03:30', 'iso', 'Europe/Berlin')).toBe('2025-03-30T01:30:00.000Z');
  });

  it('agrees with Temporal everywhere', () => {
    const zones = ['Europe/Berlin', 'America/Sao_Paulo', 'America/Havana', 'Australia/Lord_Howe', 'Asia/Kathmandu'];
    const wall = fc.date({ min: new Date('1990-01-01'), max: new Date('2037-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(wall, fc.constantFrom(...zones), (date, zone) => {
        const text = date.toISOString().replace('Z', '');
        const expected = Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds;
        expect(instant(text, 'iso', zone)).toBe(new Date(expected).toISOString());
      }),
      { numRuns: 300 },
    );
  });
});
