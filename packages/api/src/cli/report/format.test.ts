import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bar } from './bars.js';
import { displayWidth, padEnd, padStart, shorten } from './display-width.js';
import { duration, length } from './format-duration.js';
import { count, interval, money, percent } from './format-number.js';
import { visibleKey, visibleText } from './visible-text.js';

const texts = fc.string({ unit: 'grapheme', maxLength: 30 });

describe('numbers', () => {
  it('have their thousands apart, and are a dash where they are unknown', () => {
    expect([count(0), count(1_234_567), count(null)]).toEqual(['0', '1,234,567', '–']);
  });

  it('round rates to one decimal, halves up as they are written', () => {
    expect([0, 0.35, 1, 0.0115, 1.6, 0.99949, null].map(percent)).toEqual([
      ...['0.0 %', '35.0 %', '100.0 %', '1.2 %', '160.0 %', '99.9 %', '–'],
    ]);
    expect(interval({ low: 0.28038, high: 0.42657 })).toBe('28.0 – 42.7 %');
    expect(interval({ low: null, high: null })).toBe('–');
  });

  it('keep every digit of money', () => {
    expect(['-0.50', '1234567890123456789.10', '999', '1000.000', null].map(money)).toEqual([
      ...['-0.50', '1,234,567,890,123,456,789.10', '999', '1,000.000', '–'],
    ]);
  });
});

describe('durations', () => {
  it.each([
    [0, '0 s'],
    [45.4, '45 s'],
    [59.6, '1 min'],
    [750, '12 min 30 s'],
    [3_599.6, '1 h'],
    [12_000, '3 h 20 min'],
    [86_369, '23 h 59 min'],
    [86_370, '1.0 d'],
    [1_261_440, '14.6 d'],
    [86_400_000, '1,000.0 d'],
    [null, '–'],
  ])('%s seconds are %s', (seconds, expected) => {
    expect(duration(seconds)).toBe(expected);
  });

  it.each([
    [3_600, '1 h'],
    [129_600, '36 h'],
    [90_000, '25 h'],
    [604_800, '7 d'],
    [31_536_000, '365 d'],
  ])('a length of %s seconds is %s exactly', (seconds, expected) => {
    expect(length(seconds)).toBe(expected);
  });
});

describe('bar', () => {
  it.each([
    [8, 8, 2, '██'],
    [3, 8, 2, '▊'],
    [1, 1_000_000, 4, '▏'],
    [12, 8, 2, '██'],
    [0, 8, 2, ''],
    [-1, 8, 2, ''],
    [null, 8, 2, ''],
    [0, 0, 2, ''],
  ])('%s of %s in %s columns is "%s"', (value, most, columns, expected) => {
    expect(bar(value, most, columns)).toBe(expected);
  });

  it('never passes its columns and never shrinks as the value grows', () => {
    fc.assert(
      fc.property(fc.nat(1_000), fc.nat(1_000), fc.integer({ min: 1, max: 60 }), (a, b, columns) => {
        const eighths = (text: string) =>
          [...text].reduce((sum, each) => sum + 0x2590 - (each.codePointAt(0) as number), 0);
        const [small, large] = a < b ? [a, b] : [b, a];
        expect(bar(large, 1_000, columns).length).toBeLessThanOrEqual(columns);
        expect(eighths(bar(small, 1_000, columns))).toBeLessThanOrEqual(eighths(bar(large, 1_000, columns)));
      }),
    );
  });
});

describe('displayWidth', () => {
  it.each([
    ['abc', 3],
    ['漢字', 4],
    ['한국', 4],
    ['ｶﾅ', 2],
    ['👩‍💻', 2],
    ['🫠', 2],
    ['🇩🇪', 2],
    ['é', 1],
    ['e\u0301', 1],
    ['नमस्ते', 4],
    ['สวัสดี', 4],
    ['', 0],
  ])('of %s is %i', (text, expected) => {
    expect(displayWidth(text)).toBe(expected);
  });

  it('is what padding fills up to', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(padEnd(text, 80)).toBe(text + ' '.repeat(80 - displayWidth(text)));
        expect(padStart(text, 80)).toBe(' '.repeat(80 - displayWidth(text)) + text);
      }),
    );
  });

  it('bounds what is shortened, which begins as it did', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 20 }), (text, columns) => {
        const short = shorten(text, columns);
        expect(displayWidth(short)).toBeLessThanOrEqual(columns);
        expect(short === text || text.startsWith(short.slice(0, -1))).toBe(true);
      }),
    );
    expect(shorten('漢字漢字', 4)).toBe('漢…');
  });
});

describe('visibleText', () => {
  it.each([
    ['\u001b[31m', '\\u{1b}[31m'],
    ['a\r\n\tb', 'a\\r\\n\\tb'],
    ['\u009b2J', '\\u{9b}2J'],
    ['\u202eabc', '\\u{202e}abc'],
    ['\ud800', '\\u{d800}'],
    ['👩‍💻 می‌خواهم', '👩‍💻 می‌خواهم'],
  ])('of %j is %s', (text, expected) => {
    expect(visibleText(text)).toBe(expected);
  });

  it('has nothing left that a terminal obeys', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(visibleText(text)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });

  it('tells the missing value from an empty one', () => {
    expect([null, '', 'x'].map(visibleKey)).toEqual(['(none)', '""', 'x']);
  });
});
