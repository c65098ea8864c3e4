import { addBusinessTime, type BusinessCalendar, businessTimeBetween } from '@leadstage/core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { checkCountryAndRegion, clockOf, partHolidays, publicHolidays } from './holidays.js';

// Dates of the calendars that the countries publish, as the author knows them.
describe('public holidays are those that were proclaimed', () => {
  test.each([
    ['Epiphany in Bavaria', 'DE', 'BY', '2026-01-06'],
    ['Corpus Christi in Bavaria', 'DE', 'BY', '2026-06-04'],
    ['the Peace Festival in Augsburg', 'DE', 'BY-A', '2026-08-08'],
    ['500 years of the Reformation, once in all of Germany', 'DE', null, '2017-10-31'],
    ['Christmas in England, Saturday, made up for on Monday', 'GB', 'ENG', '2027-12-27'],
    ['Boxing Day in England, Sunday, made up for on Tuesday', 'GB', 'ENG', '2027-12-28'],
    ['Boxing Day in England, Saturday, made up for on Monday', 'GB', 'ENG', '2026-12-28'],
    ['a funeral, once', 'GB', 'ENG', '2022-09-19'],
    ['the second of January in Scotland', 'GB', 'SCT', '2026-01-02'],
    ['the National Day of Iceland', 'IS', null, '2026-06-17'],
    ['Midsummer Day in Sweden', 'SE', null, '2026-06-20'],
    ['three holidays in a row in Japan, the first a Sunday: a fourth', 'JP', null, '2026-05-06'],
    ['a day between two holidays in Japan', 'JP', null, '2026-09-22'],
    ['Independence Day, Saturday, observed on Friday', 'US', null, '2026-07-03'],
    ['New Year 2028, Saturday, observed on Friday, in the year before', 'US', null, '2027-12-31'],
    ['the King of the Netherlands, born on a Sunday: on Saturday', 'NL', null, '2025-04-26'],
    ['Orthodox Christmas in Serbia', 'RS', null, '2026-01-07'],
    ['Statehood Day in Serbia, the first of two on a Sunday: on Tuesday', 'RS', null, '2026-02-17'],
    ['Orthodox Good Friday in Serbia', 'RS', null, '2026-04-10'],
    ['the first of three days in Turkey', 'TR', null, '2026-03-20'],
    ['the last of three days in Turkey', 'TR', null, '2026-03-22'],
    ['the last of four days in Turkey', 'TR', null, '2026-05-30'],
    ['the day of Yom Kippur, not its eve', 'IL', null, '2026-09-21'],
    ['the last of six days, which began in December', 'SZ', null, '2026-01-02'],
  ])('%s: %s %s %s', (_what, country, region, date) => {
    expect(publicHolidays(country, region, Number(date.slice(0, 4))).has(date)).toBe(true);
  });

  test.each([
    ['Epiphany is none in Berlin', 'DE', 'BE', '2026-01-06'],
    ['the Reformation, in another year', 'DE', null, '2018-10-31'],
    ['the Peace Festival, beyond Augsburg', 'DE', 'BY', '2026-08-08'],
    ['Easter Monday in Scotland', 'GB', 'SCT', '2026-04-06'],
    ['Midsummer Eve is kept in Sweden, but not by law', 'SE', null, '2026-06-19'],
    ['Christmas Eve in Iceland, of which a part is', 'IS', null, '2026-12-24'],
    ['after four days in Turkey', 'TR', null, '2026-05-31'],
    ['after three days in Turkey', 'TR', null, '2026-03-23'],
    ['the eve of Yom Kippur', 'IL', null, '2026-09-20'],
    ['a day off for women only', 'MG', null, '2026-03-08'],
    ['a day off for children only', 'CN', null, '2026-06-01'],
  ])('%s: not %s %s %s', (_what, country, region, date) => {
    expect(publicHolidays(country, region, Number(date.slice(0, 4))).has(date)).toBe(false);
  });

  test('with their names, all of the year, in order', () => {
    expect([...publicHolidays('GB', 'ENG', 2027)]).toEqual([
      ['2027-01-01', "New Year's Day"],
      ['2027-03-26', 'Good Friday'],
      ['2027-03-29', 'Easter Monday'],
      ['2027-05-03', 'Early May bank holiday'],
      ['2027-05-31', 'Spring bank holiday'],
      ['2027-08-30', 'Summer bank holiday'],
      ['2027-12-25', 'Christmas Day'],
      ['2027-12-26', 'Boxing Day'],
      ['2027-12-27', 'Christmas Day (substitute day)'],
      ['2027-12-28', 'Boxing Day (substitute day)'],
    ]);
  });

  test('those of a part of the day say from when', () => {
    expect(partHolidays('IS', null, 2026).get('2026-12-24')).toEqual({ name: 'Christmas Eve', from: '13:00' });
    expect(partHolidays('CH', 'SO', 2026).get('2026-05-01')?.from).toBe('12:00');
    expect([...partHolidays('DE', 'BY', 2026)]).toEqual([]);
  });

  test('asked again, they are the same object', () => {
    expect(publicHolidays('IS', null, 2026)).toBe(publicHolidays('IS', null, 2026));
  });
});

describe('whatever zone the machine is in', () => {
  const home = process.env.TZ;
  const places = ['DE BY', 'GB ENG', 'IS', 'US', 'TR', 'IL', 'RU', 'SZ'].map((each) => each.split(' '));
  let expected = '';
  beforeAll(async () => {
    expected = await readIn('UTC');
    expect(expected).toContain('["2026-06-04","Corpus Christi"]');
    expect(expected).toContain('"2026-03-08"');
  });
  afterAll(() => {
    if (home === undefined) delete process.env.TZ;
    else process.env.TZ = home;
  });

  async function readIn(timeZone: string): Promise<string> {
    process.env.TZ = timeZone;
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(timeZone);
    vi.resetModules();
    const fresh = await import('./holidays.js');
    const all = places.map(([country = '', region = null]) => [
      ...fresh.publicHolidays(country, region, 2026),
      ...fresh.partHolidays(country, region, 2026),
    ]);
    return JSON.stringify(all);
  }

  // Clocks change at midnight, towards or from it, in Havana (on 8 March, a holiday in Russia), Cairo and Santiago.
  test.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/Havana', 'Africa/Cairo', 'America/Santiago'])(
    '%s',
    async (timeZone) => {
      expect(await readIn(timeZone)).toBe(expected);
    },
  );
});

describe('countries and regions', () => {
  test.each([
    ['DE', null],
    ['DE', 'BY'],
    ['DE', 'BY-A'],
    ['GB', 'ENG'],
    ['US', 'CA-LA'],
    ['IS', null],
    [null, null],
  ])('%s %s is fine', (country, region) => {
    expect(() => checkCountryAndRegion(country, region, [])).not.toThrow();
  });

  test.each([
    ['ZZ', null, 'UNKNOWN_COUNTRY', 'two capitals'],
    ['', null, 'UNKNOWN_COUNTRY', 'two capitals'],
    ['constructor', null, 'UNKNOWN_COUNTRY', 'two capitals'],
    ['de', null, 'UNKNOWN_COUNTRY', 'Did you mean DE (Germany)?'],
    ['UK', null, 'UNKNOWN_COUNTRY', 'Did you mean GB (United Kingdom)?'],
    ['Germany', 'BY', 'UNKNOWN_COUNTRY', 'Did you mean DE (Germany)?'],
    ['DE', 'XX', 'UNKNOWN_REGION', 'BE (Berlin)'],
    ['DE', 'by', 'UNKNOWN_REGION', 'BY (Bayern)'],
    ['DE', 'BY-XX', 'UNKNOWN_REGION', 'BY-A (Stadt Augsburg)'],
    ['IS', 'X', 'UNKNOWN_REGION', 'give null'],
    [null, 'BY', 'UNKNOWN_REGION', 'needs its country'],
  ])('%s %s is refused: %s', (country, region, code, says) => {
    const where = code === 'UNKNOWN_COUNTRY' ? 'country' : 'region';
    expect(() => checkCountryAndRegion(country, region, ['input'])).toThrow(
      expect.objectContaining({ code, path: ['input', where], message: expect.stringContaining(says) }),
    );
  });

  test('holidays of an unknown place are refused, not those of another answered', () => {
    expect(() => publicHolidays('DE', 'XX', 2026)).toThrow(expect.objectContaining({ code: 'UNKNOWN_REGION' }));
  });
});

describe('the clock of a calendar', () => {
  const HOUR = 3_600_000;
  const at = (text: string) => Date.parse(text.replace(' ', 'T'));
  const calendar = (given: Partial<BusinessCalendar>): BusinessCalendar => ({
    id: 1,
    key: 'office',
    version: 1,
    effectiveFrom: 0,
    recordedAt: 0,
    name: 'Office',
    timeZone: 'Europe/Berlin',
    hours: Object.fromEntries([1, 2, 3, 4, 5].map((day) => [day, [{ from: '09:00', to: '17:00' }]])),
    country: 'DE',
    region: 'BY',
    days: [],
    ...given,
  });

  const munich = calendar({
    days: [
      { date: '2026-01-06', name: 'Open at Epiphany', hours: [{ from: '10:00', to: '12:00' }] },
      { date: '2026-05-15', name: 'Bridge', hours: [] },
      { date: '2026-12-24', name: 'Half day', hours: [{ from: '09:00', to: '13:00' }] },
    ],
  });
  const reykjavik = calendar({
    timeZone: 'Atlantic/Reykjavik',
    country: 'IS',
    region: null,
    hours: {
      4: [
        { from: '09:00', to: '12:00' },
        { from: '12:30', to: '17:00' },
        { from: '18:00', to: '20:00' },
      ],
    },
  });

  test.each([
    ['Good Friday to Easter Monday', calendar({}), '2026-04-02 16:30+02:00', 1, '2026-04-07 09:30+02:00'],
    ['an own day off after Ascension Day', munich, '2026-05-13 16:30+02:00', 1, '2026-05-18 09:30+02:00'],
    ['an own day of work on a holiday', munich, '2026-01-05 16:00+01:00', 2, '2026-01-06 11:00+01:00'],
    ['and Epiphany without it', calendar({}), '2026-01-05 16:00+01:00', 2, '2026-01-07 10:00+01:00'],
    ['a half day, then Christmas', munich, '2026-12-24 12:00+01:00', 2, '2026-12-28 10:00+01:00'],
    [
      'no country, no holidays',
      calendar({ country: null, region: null }),
      '2026-04-02 16:30+02:00',
      1,
      '2026-04-03 09:30+02:00',
    ],
    ['over the end of a year', calendar({}), '2026-12-31 16:30+01:00', 1, '2027-01-04 09:30+01:00'],
  ])('%s', (_what, given, start, hours, due) => {
    expect(new Date(addBusinessTime(clockOf(given), at(start), hours * HOUR))).toEqual(new Date(at(due)));
  });

  test('a part holiday ends the hours of the weekday: Christmas Eve in Iceland, from 13:00', () => {
    const clock = clockOf(reykjavik);
    expect(clock.specialHours('2026-12-24')).toEqual([
      { from: '09:00', to: '12:00' },
      { from: '12:30', to: '13:00' },
    ]);
    expect(businessTimeBetween(clock, at('2026-12-24 00:00Z'), at('2026-12-25 00:00Z'))).toBe(3.5 * HOUR);
  });

  test('one calendar, one clock; and equal ones share it, whoever they belong to', () => {
    expect(clockOf(munich)).toBe(clockOf(munich));
    expect(clockOf({ ...munich, id: 9, name: 'Another' })).toBe(clockOf(munich));
    expect(clockOf({ ...munich, days: [] })).not.toBe(clockOf(munich));
    expect(clockOf({ ...munich, timeZone: 'Europe/Vienna' })).not.toBe(clockOf(munich));
  });
});
