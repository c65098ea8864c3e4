import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDuration } from './parse-duration.js';
import { parseInstant } from './parse-instant.js';

const HOUR = 3_600_000;

describe('parseDuration', () => {
  it.each([
    ['30d', 720 * HOUR],
    ['72h', 72 * HOUR],
    ['1d12h', 36 * HOUR],
    ['P30D', 720 * HOUR],
    ['PT72H', 72 * HOUR],
    ['p1dt12h', 36 * HOUR],
    [' 7 d ', 168 * HOUR],
  ])('reads %s', (text, expected) => {
    expect(parseDuration(text, '--window')).toBe(expected);
  });

  it.each(['', '0d', 'P', 'PT', 'P1DT', '30', '1.5d', '-3d', '30m', 'P1M', 'PT30M', 'P12H', '12h1d', 'd'])(
    'refuses "%s"',
    (text) => {
      expect(() => parseDuration(text, '--window')).toThrow(`--window "${text}" is not a duration; give whole days`);
    },
  );
});

describe('parseInstant', () => {
  it.each([
    ['2026-05-01T00:00:00Z', Date.UTC(2026, 4, 1)],
    ['2026-05-01t00:00z', Date.UTC(2026, 4, 1)],
    ['2026-05-01T00:00:00+02:00', Date.UTC(2026, 3, 30, 22)],
    ['2026-05-01T00:00:00.123456-0530', Date.UTC(2026, 4, 1, 5, 30, 0, 123)],
  ])('reads %s', (text, expected) => {
    expect(parseInstant(text, '--as-of')).toBe(expected);
  });

  it('reads back what any instant prints', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          expect(parseInstant(date.toISOString(), '--as-of')).toBe(date.getTime());
        },
      ),
    );
  });

  it('says of a date alone why it is not enough', () => {
    expect(() => parseInstant('2026-05-01', '--as-of')).toThrow(
      '--as-of "2026-05-01" is a date, and which instant of it is meant depends on the zone; give date, time and zone',
    );
  });

  it.each([
    '2026-05-01T00:00:00',
    '2026-02-30T00:00:00Z',
    '2026-05-01T24:00:00Z',
    '2026-05-01T00:60Z',
    '2026-05-01T00:00:00+24:00',
    '2026-05-01 00:00:00Z',
    'now',
    '1777593600000',
  ])('refuses %s', (text) => {
    expect(() => parseInstant(text, '--known-at')).toThrow(
      `--known-at "${text}" is no instant; give date, time and zone`,
    );
  });
});
