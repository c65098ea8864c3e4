import { beforeAll, describe, expect, test } from 'vitest';
import { formatsFor } from '../words/formats.js';
import { LANGUAGES } from '../words/language.js';
import { learn } from '../words/words.js';
import { CONTROLS_WORDS } from './controls-words.js';
import { datesOf, periodName, periodText } from './presets.js';

const name = (text: string) => periodName(text, CONTROLS_WORDS.en, formatsFor('en-GB'));

describe('a period of a question', () => {
  beforeAll(() => Promise.all(LANGUAGES.map(learn)));

  test.each([
    ['this-quarter', 'This quarter'],
    ['last-month', 'Last month'],
    ['last-12-months', 'Last 12 months'],
    ['last-90-days', 'Last 90 days'],
    ['2026-01-01..2026-04-01', '1 Jan – 31 Mar 2026'],
    ['2026-02', '1–28 Feb 2026'],
    ['2026', '1 Jan – 31 Dec 2026'],
    ['2026-05-17', '17 May 2026'],
    ['this-day', 'Today'],
    ['last-day', 'Yesterday'],
    ['last-1-week', 'Last week'],
    ['this-half-year', 'This half-year'],
    ['last-half_year', 'Last half-year'],
    ['last-4-quarters', 'Last 4 quarters'],
    ['last-2-half-years', 'Last 2 half-years'],
    ['last-1000-years', 'Last 1,000 years'],
    ['this-2-years', 'this-2-years'],
    ['whenever', 'whenever'],
  ])('%s is called %s', (text, called) => {
    expect(
      name(text)
        .replaceAll(/[\u2009\u202f\u00a0]/g, ' ')
        .replace('1 – 28', '1–28'),
    ).toBe(called);
  });

  test('has dates where it says them', () => {
    expect(datesOf('2026-01-10..2026-02-01')).toEqual({ start: '2026-01-10', end: '2026-02-01' });
    expect(datesOf('2025-12')).toEqual({ start: '2025-12-01', end: '2026-01-01' });
    expect(datesOf('2024-02-28')).toEqual({ start: '2024-02-28', end: '2024-02-29' });
    expect(datesOf('last-12-months')).toBeNull();
    expect(datesOf('this-month')).toBeNull();
    expect(datesOf('2026-02-30')).toBeNull();
  });

  test('ends with the day that is chosen', () => {
    expect(periodText('2026-02-01', '2026-02-28')).toBe('2026-02-01..2026-03-01');
    expect(periodText('2026-12-31', '2026-12-31')).toBe('2026-12-31..2027-01-01');
  });

  test('has a name of its own in every language', () => {
    const units = ['day', 'week', 'month', 'quarter', 'half-year', 'year'];
    const texts = units.flatMap((unit) => [`this-${unit}`, `last-${unit}`, `last-3-${unit}s`]);
    for (const [language, words] of Object.entries(CONTROLS_WORDS)) {
      const names = texts.map((text) => periodName(text, words, formatsFor(language)));
      expect(names.filter((each, index) => texts.includes(each) || names.indexOf(each) !== index)).toEqual([]);
      expect(names.filter((each) => each.includes('3'))).toHaveLength(units.length);
    }
  });
});
