import { describe, expect, test } from 'vitest';
import { checkWorkingHours, millisecondsOfTime, type WorkingHours } from './working-hours.js';

/** `09:00-12:00 13:00-17:00` as a list. */
const hours = (text: string): WorkingHours[] =>
  text
    .split(' ')
    .filter((each) => each !== '')
    .map((each) => ({ from: each.split('-')[0] ?? '', to: each.split('-')[1] ?? '' }));

describe('the hours of a day', () => {
  test.each([
    ['a day off', ''],
    ['one stretch', '09:00-17:00'],
    ['the whole day', '00:00-24:00'],
    ['a minute', '23:59-24:00'],
    ['a break', '09:00-12:00 13:00-17:30'],
    ['touching', '09:00-12:00 12:00-15:00'],
    ['the ends of two nights', '00:00-06:00 22:00-24:00'],
  ])('%s: %s', (_what, text) => {
    expect(() => checkWorkingHours(hours(text), [])).not.toThrow();
  });

  test.each([
    ['no time', 'nine-17:00', [0, 'from']],
    ['one digit', '9:00-17:00', [0, 'from']],
    ['seconds', '09:00:00-17:00', [0, 'from']],
    ['beyond the hour', '09:60-17:00', [0, 'from']],
    ['beginning when the day is over', '24:00-24:00', [0, 'from']],
    ['past midnight', '09:00-24:01', [0, 'to']],
    ['hour 25', '09:00-25:00', [0, 'to']],
    ['nothing', '09:00-', [0, 'to']],
    ['no length', '09:00-09:00', [0, 'to']],
    ['a night shift in one', '22:00-06:00', [0, 'to']],
    ['overlapping', '09:00-12:00 11:59-15:00', [1, 'from']],
    ['out of order', '13:00-17:00 09:00-12:00', [1, 'from']],
    ['twice', '09:00-17:00 09:00-17:00', [1, 'from']],
  ])('%s is refused: %s', (_what, text, path) => {
    const refusal = expect.objectContaining({ code: 'INVALID_HOURS', path: ['hours', 1, ...path] });
    expect(() => checkWorkingHours(hours(text), ['hours', 1])).toThrow(refusal);
  });

  test('a value of another kind is refused, not met with a crash', () => {
    const given = [{ from: 9, to: null }] as unknown as WorkingHours[];
    expect(() => checkWorkingHours(given, [])).toThrow(expect.objectContaining({ code: 'INVALID_HOURS' }));
  });

  test('the refusal says what, and what would be right', () => {
    expect(() => checkWorkingHours(hours('22:00-06:00'), ['hours'])).toThrow(
      '06:00 is not after 22:00; give a time after 22:00, at most 24:00; ' +
        'work past midnight goes on at 00:00 of the next day.',
    );
  });
});

test.each([
  ['00:00', 0],
  ['00:01', 60_000],
  ['09:30', 34_200_000],
  ['24:00', 86_400_000],
])('%s is %i ms into the day', (time, expected) => {
  expect(millisecondsOfTime(time)).toBe(expected);
});
