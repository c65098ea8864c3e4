import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterBusinessDays, afterDays, afterWorkingHours, DAY, HOUR, nextAt, wallClockIn } from './wall-clock.js';

const wall = (text: string) => Date.parse(`${text}Z`);

describe('afterWorkingHours', () => {
  it.each([
    ['2026-03-25T10:00', 2, '2026-03-25T12:00'],
    ['2026-03-27T16:30', 1, '2026-03-30T09:30'],
    ['2026-03-28T11:00', 0, '2026-03-30T09:00'],
    ['2026-03-25T03:00', 8.5, '2026-03-26T09:30'],
  ])('%s and %s h are %s', (from, hours, to) => {
    expect(afterWorkingHours(wall(from), hours)).toBe(wall(to));
  });

  it('takes a week for five days of eight hours', () => {
    expect(afterBusinessDays(wall('2026-03-24T10:15'), 7)).toBe(wall('2026-03-31T10:15'));
  });
});

describe('nextAt', () => {
  it.each([
    ['2026-03-25T10:00', '2026-03-27T16:00'],
    ['2026-03-27T15:59', '2026-03-27T16:00'],
    ['2026-03-27T16:00', '2026-03-27T16:00'],
    ['2026-03-27T16:01', '2026-04-03T16:00'],
    ['2026-03-28T01:00', '2026-04-03T16:00'],
  ])('Friday at 16:00 from %s on is %s', (from, at) => {
    expect(nextAt(5, 16 * HOUR, wall(from))).toBe(wall(at));
  });
});

describe('afterDays', () => {
  it('never ends between midnight and five, nor where it began', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 30_000 * DAY }),
        fc.double({ min: 0, max: 400, noNaN: true }),
        (from, days) => {
          const at = afterDays(from, days);
          expect(at).toBeGreaterThan(from);
          expect(at % DAY).toBeGreaterThanOrEqual(5 * HOUR);
        },
      ),
    );
  });
});

describe('wallClockIn', () => {
  it.each(['Europe/Berlin', 'America/Havana', 'Australia/Lord_Howe', 'Asia/Kathmandu'])(
    'goes there and back in %s',
    (zone) => {
      const clock = wallClockIn(zone);
      const hours = fc.integer({ min: 5, max: 23 });
      fc.assert(
        fc.property(fc.integer({ min: 19_000, max: 22_000 }), hours, (day, hour) => {
          const time = day * DAY + hour * HOUR;
          expect(clock.wallOf(clock.instantOf(time))).toBe(time);
        }),
      );
    },
  );

  it('knows summer time: 09:00 in Berlin is 08:00Z before 29 March 2026 and 07:00Z from then on', () => {
    const { instantOf } = wallClockIn('Europe/Berlin');
    expect(instantOf(wall('2026-03-28T09:00'))).toBe(wall('2026-03-28T08:00'));
    expect(instantOf(wall('2026-03-29T09:00'))).toBe(wall('2026-03-29T07:00'));
  });
});
