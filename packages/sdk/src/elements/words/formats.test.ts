import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { formatsFor } from './formats.js';
import { learn } from './words.js';

const told = (tag: string) => {
  const formats = formatsFor(tag);
  return {
    numbers: [formats.count(12_345), formats.compact(12_345), formats.percent(0.123)],
    lengths: [formats.duration(86_400), formats.duration(2.5 * 86_400), formats.duration(21 * 86_400)],
    shorter: [formats.unit(30, 'day', 'narrow'), formats.duration(7_200), formats.unit(11, 'day', 'long')],
    relative: [formats.relative(-3, 'day'), formats.relative(-21, 'day'), formats.relative(2, 'hour')],
    minutes: [formats.relative(0, 'minute'), formats.relative(1, 'minute')],
    periods: [
      formats.period({ start: '2026-01-01', end: '2026-04-01' }),
      formats.period({ start: '2026-05-17', end: '2026-05-18' }),
    ],
    dates: [formats.date('2026-03-27'), formats.instant('2026-03-27T13:05:00Z', 'UTC')],
    buckets: [formats.bucket('2026-03-01', 'MONTH'), formats.bucket('2026-03-09', 'DAY')],
    money: formats.money('1234567.50', 'EUR').replaceAll('\u00a0', ' '),
  };
};

describe('Icelandic', () => {
  beforeAll(() => learn('is'));
  afterEach(() => vi.restoreAllMocks());

  test('is written by Intl where that knows it', () => {
    expect(told('is')).toMatchObject({
      relative: ['fyrir 3 dögum', 'fyrir 21 degi', 'eftir 2 klukkustundir'],
      dates: ['27. mar. 2026', '27. mar. 2026, 13:05'],
    });
  });

  test.each(['is', 'is-IS'])('%s is written alike where it does not, with dates in figures', (tag) => {
    const known = told(tag);
    vi.spyOn(Intl.NumberFormat, 'supportedLocalesOf').mockReturnValue([]);
    const { numbers, lengths, shorter, relative, minutes, ...others } = told(tag);
    expect([numbers[0], lengths, relative]).toEqual([known.numbers[0], known.lengths, known.relative]);
    expect([shorter[1], shorter[2], minutes[1]]).toEqual([known.shorter[1], known.shorter[2], known.minutes[1]]);
    expect(numbers).toEqual(['12.345', '12.345', '12,3\u00a0%']);
    expect(shorter[0]).toBe('30 d.');
    expect(minutes[0]).toBe('á þessari mínútu');
    expect(others).toEqual({
      periods: ['1.1.2026 – 31.3.2026', '17.5.2026'],
      dates: ['27.3.2026', '27.3.2026, 13:05'],
      buckets: ['3/26', '9.3.'],
      money: '1.234.567,50 €',
    });
  });
});

test('a language without words here is left to the browser', () => {
  vi.spyOn(Intl.NumberFormat, 'supportedLocalesOf').mockReturnValue([]);
  expect(formatsFor('de').count(12_345)).toBe('12.345');
  vi.restoreAllMocks();
});
