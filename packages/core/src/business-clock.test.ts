import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CLOCK_CASES } from './business-clock.cases.js';
import { addBusinessTime, type BusinessClock, businessTimeBetween } from './business-clock.js';
import { checkWorkingHours, type WorkingHours } from './working-hours.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const utc = (instant: number) => new Date(instant).toISOString();

describe.each(CLOCK_CASES)('$name', ({ clock, cases }) => {
  const rows = cases
    .split('\n')
    .filter((line) => line.includes('|'))
    .map((line) => line.split('|').map((cell) => cell.trim()) as [string, string, string, string]);

  test.each(rows)('%s: %s + %s is %s', (_why, start, time, due) => {
    const [hours = Number.NaN, minutes = Number.NaN] = time.split(':').map(Number);
    const milliseconds = hours * HOUR + minutes * MINUTE;
    const from = Date.parse(start.replace(' ', 'T'));
    const to = Date.parse(due.replace(' ', 'T'));
    expect(utc(addBusinessTime(clock, from, milliseconds))).toBe(utc(to));
    expect(businessTimeBetween(clock, from, to)).toBe(milliseconds);
  });
});

test('there are at least 46 cases', () => {
  expect(CLOCK_CASES.flatMap(({ cases }) => cases.match(/\n/g) ?? []).length).toBeGreaterThanOrEqual(46);
});

/** A zone, and instants near which something happens on its wall clock. */
const PLACES: readonly (readonly [string, readonly string[]])[] = [
  ['UTC', ['2026-01-01T00:00Z', '2028-02-29T00:00Z']],
  ['Europe/Berlin', ['2026-03-29T01:00Z', '2026-10-25T01:00Z', '2026-07-01T00:00Z']],
  ['America/New_York', ['2026-03-08T07:00Z', '2026-11-01T06:00Z']],
  ['Australia/Lord_Howe', ['2026-04-04T15:00Z', '2026-10-03T15:30Z']],
  ['America/Havana', ['2025-03-09T05:00Z', '2025-11-02T05:00Z']],
  ['America/St_Johns', ['2006-04-02T03:31Z', '2006-10-29T02:31Z']],
  ['America/Sao_Paulo', ['2018-02-18T02:00Z', '2018-11-04T03:00Z']],
  ['Pacific/Apia', ['2011-12-30T10:00Z']],
  ['Asia/Kathmandu', ['2026-12-31T18:15Z']],
  ['Antarctica/Troll', ['2026-03-29T01:00Z', '2026-10-25T01:00Z']],
];

/** Up to three stretches, of whole minutes; half of their ends are near the hours at which clocks change. */
const anyTime = fc.oneof(fc.integer({ min: 0, max: 4 * 60 }), fc.integer({ min: 0, max: 24 * 60 }));
const timeOf = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const anyHours = fc.uniqueArray(anyTime, { maxLength: 6 }).map((times): WorkingHours[] => {
  const sorted = [...times].sort((a, b) => a - b);
  return Array.from({ length: Math.floor(sorted.length / 2) }, (_, index) => ({
    from: timeOf(sorted[2 * index] as number),
    to: timeOf(sorted[2 * index + 1] as number),
  }));
});

/** A clock, with some work on Wednesdays at least, and a start within three days of what happens there. */
const anySituation = fc
  .constantFrom(...PLACES)
  .chain(([timeZone, happenings]) =>
    fc.record({
      timeZone: fc.constant(timeZone),
      week: fc.array(anyHours, { minLength: 7, maxLength: 7 }),
      special: fc.array(fc.option(anyHours, { nil: undefined, freq: 3 }), { minLength: 31, maxLength: 31 }),
      start: fc
        .tuple(fc.constantFrom(...happenings), fc.integer({ min: -3 * 24 * 60, max: 24 * 60 }))
        .map(([near, minutes]) => Date.parse(near) + minutes * MINUTE),
    }),
  )
  .map(({ timeZone, week, special, start }) => {
    const hours = Object.fromEntries(week.map((each, index) => [index + 1, each]));
    if (hours[3]?.length === 0) hours[3] = [{ from: '09:00', to: '17:00' }];
    // By day of the month, but never all Wednesdays: those from the 25th on are ordinary.
    const specialHours = (date: string) => (date.slice(8) < '25' ? special[Number(date.slice(8)) - 1] : undefined);
    const clock: BusinessClock = { timeZone, hours, specialHours };
    return { clock, start };
  });
const anyMinutes = fc.oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 3_000 }));
const anyMilliseconds = fc.integer({ min: 1, max: 100 * HOUR });

describe('as minutes counted one by one on the wall clock', () => {
  test('time between', () => {
    fc.assert(
      fc.property(anySituation, fc.integer({ min: 0, max: 4 * 24 * 60 }), ({ clock, start }, minutes) => {
        const wall = wallClock(clock);
        let worked = 0;
        for (let minute = 0; minute < minutes; minute += 1) if (wall(start + minute * MINUTE)) worked += MINUTE;
        expect(businessTimeBetween(clock, start, start + minutes * MINUTE)).toBe(worked);
      }),
    );
  });

  test('time added', () => {
    fc.assert(
      fc.property(anySituation, anyMinutes, ({ clock, start }, minutes) => {
        const wall = wallClock(clock);
        let at = start;
        // Ten days are enough for most; beyond, the walk only says "later".
        for (let left = minutes; left > 0 && at < start + 10 * DAY; at += MINUTE) if (wall(at)) left -= 1;
        const due = addBusinessTime(clock, start, minutes * MINUTE);
        if (at < start + 10 * DAY) expect(utc(due)).toBe(utc(at));
        else expect(due).toBeGreaterThanOrEqual(at);
      }),
    );
  });
});

describe('adding', () => {
  test('a and b at once is a, then b', () => {
    fc.assert(
      fc.property(anySituation, anyMilliseconds, anyMilliseconds, ({ clock, start }, a, b) => {
        expect(addBusinessTime(clock, addBusinessTime(clock, start, a), b)).toBe(addBusinessTime(clock, start, a + b));
      }),
    );
  });

  test('is undone by the time between; a millisecond earlier it was not used up', () => {
    fc.assert(
      fc.property(anySituation, anyMilliseconds, ({ clock, start }, time) => {
        const due = addBusinessTime(clock, start, time);
        expect(businessTimeBetween(clock, start, due)).toBe(time);
        expect(businessTimeBetween(clock, start, due - 1)).toBe(time - 1);
      }),
    );
  });

  test('more is later', () => {
    fc.assert(
      fc.property(anySituation, anyMilliseconds, anyMilliseconds, ({ clock, start }, a, more) => {
        const due = addBusinessTime(clock, start, a);
        expect(due).toBeGreaterThan(start);
        expect(addBusinessTime(clock, start, a + more)).toBeGreaterThan(due);
      }),
    );
  });

  test('what is made here are hours that are allowed', () => {
    fc.assert(fc.property(anyHours, (hours) => checkWorkingHours(hours, [])));
  });
});

describe('the ends', () => {
  const never: BusinessClock = { timeZone: 'Europe/Berlin', hours: {}, specialHours: () => undefined };
  const start = Date.parse('2026-05-11T08:00Z');

  test('a calendar without work is refused, but for no time', () => {
    expect(() => addBusinessTime(never, start, 1)).toThrow(expect.objectContaining({ code: 'NO_WORKING_TIME' }));
    expect(addBusinessTime(never, start, 0)).toBe(start);
    expect(businessTimeBetween(never, start, start + 30 * DAY)).toBe(0);
  });

  test('3,660 days are enough, to the millisecond', () => {
    const always: BusinessClock = {
      ...never,
      hours: Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, [{ from: '00:00', to: '24:00' }]])),
    };
    expect(addBusinessTime(always, start, 3_660 * DAY)).toBe(start + 3_660 * DAY);
    expect(() => addBusinessTime(always, start, 3_660 * DAY + 1)).toThrow(
      expect.objectContaining({ code: 'NO_WORKING_TIME' }),
    );
  });

  test('no time lies between an instant and an earlier one', () => {
    const [office] = CLOCK_CASES;
    expect(businessTimeBetween(office?.clock ?? never, start, start)).toBe(0);
    expect(businessTimeBetween(office?.clock ?? never, start, start - DAY)).toBe(0);
  });

  test('time is never taken away', () => {
    expect(() => addBusinessTime(never, start, -1)).toThrow(RangeError);
    expect(() => addBusinessTime(never, start, Number.NaN)).toThrow(RangeError);
  });
});

/** Whether the minute that begins at an instant is worked, as Intl reads it. Shares nothing with what it checks. */
function wallClock({ timeZone, hours, specialHours }: BusinessClock): (instant: number) => boolean {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    dateStyle: 'short',
    timeStyle: 'short',
  });
  return (instant) => {
    // 2026-03-27, 16:30
    const [date = '', time = ''] = format.format(instant).split(', ');
    const weekday = new Date(`${date}T00:00Z`).getUTCDay() || 7;
    const today = specialHours(date) ?? hours[weekday] ?? [];
    return today.some(({ from, to }) => from <= time && time < to);
  };
}
