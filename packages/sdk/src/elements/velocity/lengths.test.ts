import { describe, expect, it } from 'vitest';
import { formatsFor } from '../words/formats.js';
import { lengthsOf } from './lengths.js';

const [HOUR, DAY] = [3_600, 86_400];
const calendar = lengthsOf(formatsFor('en'), false);
const working = lengthsOf(formatsFor('en'), true);

describe('lengths', () => {
  it('are in the largest unit that they fill', () => {
    expect([30, 90, 2 * HOUR, 2.5 * DAY].map(calendar.text)).toEqual(['30 sec', '1.5 min', '2 hr', '2.5 days']);
    expect(calendar.text(null)).toBe('–');
  });

  it('of working time have no days', () => {
    expect(working.text(2.5 * DAY)).toBe('60 hr');
    expect(working.short(30 * DAY)).toBe('720h');
    expect(working.axis(30 * DAY).unit).toBe(HOUR);
    expect(working.text(null)).toBe('–');
  });

  it('on an axis share the unit that the data choose', () => {
    expect([90, 30 * 60, 2 * HOUR, 47 * HOUR, 48 * HOUR].map((longest) => calendar.axis(longest).unit)).toEqual([
      1,
      60,
      HOUR,
      HOUR,
      DAY,
    ]);
    expect([0, 20, 0.5].map(calendar.axis(60 * DAY).format)).toEqual(['0', '20d', '0.5d']);
  });

  it('are written as the language writes them', () => {
    expect(lengthsOf(formatsFor('sr'), false).text(63.4 * DAY)).toBe('63,4 dana');
    expect(lengthsOf(formatsFor('ja'), true).text(4 * HOUR)).toBe('4 時間');
  });
});
