import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { CalendarVersion } from './model.js';
import { usedUpAt, weeklyWork, workedBetween, workedByVersions } from './working-time.js';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const at = (text: string) => Date.parse(text);

function calendarOf(
  timeZone: string,
  weekdays: readonly number[],
  ...hours: (readonly [string, string])[]
): CalendarVersion {
  return {
    key: 'C',
    timeZone,
    hours: weekdays.flatMap((weekday) => hours.map(([from, to]) => ({ weekday, from, to }))),
    days: [],
    effectiveFrom: 0,
    recordedAt: 0,
  };
}

const MONDAY_TO_FRIDAY = [1, 2, 3, 4, 5];
const BERLIN = calendarOf('Europe/Berlin', MONDAY_TO_FRIDAY, ['09:00', '17:00']);

describe('worked example C', () => {
  const friday = at('2026-03-27T15:30Z');

  test('an hour from Friday 16:30 is used up on Monday at 09:30, after the clocks have changed', () => {
    expect(usedUpAt(BERLIN, friday, HOUR)).toBe(at('2026-03-30T07:30Z'));
    expect(workedBetween(BERLIN, friday, at('2026-03-30T07:30Z'))).toBe(HOUR);
  });

  test('due is the earliest instant: with an hour left at 16:00 closing time, not the next morning', () => {
    expect(usedUpAt(BERLIN, at('2026-03-27T15:00Z'), HOUR)).toBe(at('2026-03-27T16:00Z'));
    expect(usedUpAt(BERLIN, at('2026-03-28T12:00Z'), HOUR)).toBe(at('2026-03-30T08:00Z'));
  });

  test('a day off puts it off to Tuesday, a half day of work on Saturday brings it forward', () => {
    const outing = { ...BERLIN, days: [{ date: '2026-03-30', hours: [] }] };
    expect(usedUpAt(outing, friday, HOUR)).toBe(at('2026-03-31T07:30Z'));
    const extra = { ...BERLIN, days: [{ date: '2026-03-28', hours: [{ from: '10:00', to: '12:00' }] }] };
    expect(usedUpAt(extra, friday, HOUR)).toBe(at('2026-03-28T09:30Z'));
  });

  test('what takes more than 3,660 days is never used up', () => {
    const once = { ...BERLIN, hours: [], days: [{ date: '2026-03-30', hours: [{ from: '09:00', to: '10:00' }] }] };
    expect(usedUpAt(once, friday, HOUR)).toBe(at('2026-03-30T08:00Z'));
    expect(usedUpAt(once, friday, HOUR + 1)).toBe(null);
  });

  test('a week has forty hours', () => {
    expect(weeklyWork(BERLIN)).toBe(40 * HOUR);
  });
});

test('an hour that is skipped is not worked, one that comes twice is worked twice', () => {
  const night = calendarOf('Europe/Berlin', [7], ['01:00', '04:00']);
  expect(workedBetween(night, at('2026-03-28T22:00Z'), at('2026-03-29T10:00Z'))).toBe(2 * HOUR);
  expect(workedBetween(night, at('2026-10-24T22:00Z'), at('2026-10-25T10:00Z'))).toBe(4 * HOUR);
});

test('each moment counts by the version in force at it, and before the first by that', () => {
  const mornings = {
    ...calendarOf('UTC', MONDAY_TO_FRIDAY, ['09:00', '12:00']),
    effectiveFrom: at('2026-05-05T00:00Z'),
  };
  const allDay = { ...calendarOf('UTC', MONDAY_TO_FRIDAY, ['00:00', '24:00']), effectiveFrom: at('2026-05-06T10:00Z') };
  // Monday and Tuesday 3 h each, Wednesday an hour until 10:00 and 14 h after.
  const worked = workedByVersions([mornings, allDay], at('2026-05-04T00:00Z'), at('2026-05-07T00:00Z'));
  expect(worked).toBe((3 + 3 + 1 + 14) * HOUR);
  expect(workedByVersions([allDay, mornings], at('2026-05-07T00:00Z'), at('2026-05-04T00:00Z'))).toBe(-worked);
});

/** Minute by minute, by what the wall clock reads. */
function workedMinutes({ timeZone, hours, days }: CalendarVersion, from: number, to: number): number {
  let minutes = 0;
  for (let now = from; now < to; now += MINUTE) {
    const wall = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone);
    const time = wall.toPlainTime().toString().slice(0, 5);
    const own = days.find((day) => day.date === wall.toPlainDate().toString());
    const list = own ? own.hours : hours.filter((each) => each.weekday === wall.dayOfWeek);
    minutes += Number(list.some((each) => each.from <= time && time < each.to));
  }
  return minutes;
}

test('minute by minute, where clocks do odd things', () => {
  const turns: readonly (readonly [string, string])[] = [
    ['Europe/Berlin', '2025-03-30T00:00Z'],
    ['America/Havana', '2025-11-02T05:00Z'],
    ['Pacific/Apia', '2011-12-30T10:00Z'],
    ['America/St_Johns', '2006-10-29T02:30Z'],
    ['Australia/Lord_Howe', '2018-03-31T15:00Z'],
    ['Africa/Cairo', '2025-10-30T21:00Z'],
    ['America/Sao_Paulo', '2018-11-04T03:00Z'],
  ];
  const time = fc.integer({ min: 0, max: 24 * 4 }).map((quarter) => {
    return `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;
  });
  const stretch = fc.tuple(time, time).filter(([from, to]) => from < to);
  const weekday = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 4 });
  const within = fc.integer({ min: -48 * 60, max: 48 * 60 });
  fc.assert(
    fc.property(
      fc.constantFrom(...turns),
      weekday,
      stretch,
      within,
      fc.nat(36 * 60),
      ([zone, turn], days, hours, start, length) => {
        const calendar = {
          ...calendarOf(zone, days, hours),
          days: [{ date: turn.slice(0, 10), hours: [{ from: '00:30', to: '02:30' }] }],
        };
        const from = at(turn) + start * MINUTE;
        const to = from + length * MINUTE;
        const minutes = workedMinutes(calendar, from, to);
        expect(workedBetween(calendar, from, to)).toBe(minutes * MINUTE);
        if (minutes === 0) return;
        const due = usedUpAt(calendar, from, minutes * MINUTE)!;
        expect(due).toBeLessThanOrEqual(to);
        expect(workedBetween(calendar, from, due)).toBe(minutes * MINUTE);
        expect(workedBetween(calendar, from, due - 1)).toBe(minutes * MINUTE - 1);
      },
    ),
    { numRuns: 60 },
  );
});
