import { describe, expect, test } from 'vitest';
import type { BusinessClock } from './business-clock.js';
import { clocksInForce, workingTime, workingTimeOfCalendar } from './working-time.js';

const HOUR = 3_600_000;
const at = (text: string) => Date.parse(text);

const clockFrom = (from: string): BusinessClock => ({
  timeZone: 'UTC',
  hours: Object.fromEntries([1, 2, 3, 4, 5].map((weekday) => [weekday, [{ from, to: '17:00' }]])),
  specialHours: () => undefined,
});
const version = (number: number, effectiveFrom: number, from: string) => ({
  calendar: {
    ...{ id: 1, key: 'A', name: 'A', version: number, effectiveFrom, recordedAt: 0, timeZone: 'UTC' },
    ...{ hours: {}, country: null, region: null, days: [] },
  },
  clock: clockFrom(from),
});

/** Monday 2 and Tuesday 3 March 2026. */
const [monday, tuesday] = [at('2026-03-02T00:00Z'), at('2026-03-03T00:00Z')];

test('working time is a staircase of the intervals worked, cut at both ends', () => {
  expect(workingTime(clockFrom('09:00'), monday + 10 * HOUR, tuesday + 12 * HOUR)).toEqual({
    starts: [monday + 10 * HOUR, tuesday + 9 * HOUR],
    lengths: [7 * HOUR, 3 * HOUR],
    before: [0, 7 * HOUR],
  });
  expect(workingTime(clockFrom('09:00'), monday, monday)).toEqual({ starts: [], lengths: [], before: [] });
});

describe('of a calendar', () => {
  const versions = [
    version(3, tuesday, '12:00'),
    version(1, at('2026-02-01T00:00Z'), '09:00'),
    version(2, tuesday, '10:00'),
  ];

  test('each moment counts by the version in force at it, of equal ones the highest', () => {
    expect(workingTimeOfCalendar(versions, monday, tuesday + 24 * HOUR)).toEqual({
      starts: [monday + 9 * HOUR, tuesday + 12 * HOUR],
      lengths: [8 * HOUR, 5 * HOUR],
      before: [0, 8 * HOUR],
    });
  });

  test('before the first version that one counts; without versions nothing does', () => {
    const { starts } = workingTimeOfCalendar(versions, at('2026-01-05T00:00Z'), at('2026-01-06T00:00Z'));
    expect(starts).toEqual([at('2026-01-05T09:00Z')]);
    expect(workingTimeOfCalendar([], monday, tuesday).starts).toEqual([]);
  });

  test('its versions cover all time', () => {
    const inForce = clocksInForce(versions);
    expect(inForce.map(({ from, until }) => [from, until])).toEqual([
      [Number.NEGATIVE_INFINITY, tuesday],
      [tuesday, Number.POSITIVE_INFINITY],
    ]);
    expect(inForce.map(({ clock }) => clock)).toEqual([versions[1]?.clock, versions[0]?.clock]);
  });
});

test('more than 200 years are refused', () => {
  const wrong = { code: 'PERIOD_TOO_LONG', path: ['period'] };
  expect(() => workingTime(clockFrom('09:00'), monday, at('2300-01-01T00:00Z'))).toThrow(
    expect.objectContaining(wrong),
  );
  expect(() => workingTimeOfCalendar([], monday, at('2300-01-01T00:00Z'))).toThrow(expect.objectContaining(wrong));
});
