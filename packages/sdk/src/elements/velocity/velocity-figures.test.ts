import type { VelocityReport } from '@leadstage/sdk';
import { describe, expect, it } from 'vitest';
import type { Scene } from '../frame/scene.js';
import { COMMON_WORDS } from '../words/common-words.js';
import { formatsFor } from '../words/formats.js';
import { className, filledClasses, stayMark, velocityScene, wayOf } from './velocity-figures.js';
import { velocityPicture } from './velocity-picture.js';
import { velocityTables } from './velocity-tables.js';

const plain = {
  setting: { workspace: { timeZone: 'Europe/Belgrade' }, mayList: true },
  language: 'en',
  words: COMMON_WORDS.en,
  formats: formatsFor('en'),
  width: 600,
} as Scene;

const DAY = 86_400;
const histogram = [
  { from: 0, to: DAY, count: 0 },
  { from: DAY, to: 2 * DAY, count: 3 },
  { from: 2 * DAY, to: 7 * DAY, count: 0 },
  { from: 7 * DAY, to: null, count: 1 },
];
const reached = { count: 4, behind: 'all', mean: 3 * DAY, median: 2 * DAY, p75: 4 * DAY, p90: 8 * DAY, histogram };
const none = { count: 0, behind: 'none', mean: null, median: null, p75: null, p90: null, histogram: [] };
const stay = {
  stage: { key: 'MQL', name: 'Qualified' },
  count: 9,
  ended: 5,
  open: 4,
  behind: 'stays',
  mean: null,
  meanOfEnded: DAY,
  median: 2 * DAY,
  p75: null,
  p90: null,
  openMedian: 5 * DAY,
  openLongest: 9 * DAY,
};

const report = {
  period: { start: '2026-01-01', end: '2026-04-01' },
  asOf: '2026-02-10T00:00:00.000Z',
  from: 'MQL',
  to: 'SQL',
  businessCalendar: null,
  stageDefinitions: [{ key: 'MQL', name: 'Qualified' }],
  total: { ...reached, timeInStage: [stay] },
  groups: [],
  series: [
    { period: { start: '2026-01-01', end: '2026-02-01' }, figures: reached },
    { period: { start: '2026-02-01', end: '2026-03-01' }, figures: reached },
    { period: { start: '2026-03-01', end: '2026-04-01' }, figures: none },
  ],
} as unknown as VelocityReport;
const scene = velocityScene(report, plain);

describe('velocity figures', () => {
  it('leave out classes before the first and after the last with somebody in it', () => {
    expect(filledClasses(histogram)).toEqual(histogram.slice(1));
    expect(filledClasses(histogram.slice(0, 3))).toEqual([histogram[1]]);
    expect(filledClasses(histogram.slice(0, 1))).toEqual([]);
  });

  it('name classes by their ends, and stages by name, or by key where they have none', () => {
    expect(histogram.map((each) => className(each, scene))).toEqual([
      '0 sec – 1 day',
      '1 day – 2 days',
      '2 days – 7 days',
      '≥ 7 days',
    ]);
    expect(wayOf(report)).toBe('Qualified → SQL');
  });

  it('say how many stays are open and for how long', () => {
    const { lines, behindLabel } = stayMark(stay as never, scene);
    expect(behindLabel).toBe('Qualified, Open');
    expect(lines).toEqual([
      'Median: 2 days',
      '75 % within: –',
      '90 % within: –',
      'Stays: 9',
      'Ended: 5',
      'Open: 4',
      'Median age of open: 5 days',
      'Oldest open: 9 days',
    ]);
  });
});

describe('velocityPicture', () => {
  it('has marks for the whole, each class shown, each bucket that has begun and each stay', () => {
    const { marks } = velocityPicture(report, plain, 'x', 'MONTH', null);
    expect(marks.map(({ behind }) => behind)).toEqual(['all', undefined, undefined, undefined, 'all', 'all', 'stays']);
    expect(marks[4]?.lines).not.toContain('Not over yet');
    expect(marks[5]?.lines).toContain('Not over yet');
  });

  it('puts stays beside the rest where there is room', () => {
    // Of the drawing, after its width.
    const heightAt = (width: number) =>
      Number(velocityPicture(report, { ...plain, width }, 'x', null, null).drawing.values[1]);
    expect(heightAt(700)).toBeGreaterThan(250);
    expect(heightAt(1_000)).toBeLessThan(heightAt(700));
  });

  it('has no bars over nobody', () => {
    const { marks } = velocityPicture({ ...report, total: { ...report.total, ...none } }, plain, 'x', null, null);
    expect(marks.map(({ behind }) => behind)).toEqual(['none', 'stays']);
    expect(marks[0]?.lines).toContain('Median: –');
  });
});

it('has seconds for programs in its tables', () => {
  const [reach, classes, stays] = velocityTables(report, plain);
  expect(reach?.rows.map(([period, leads]) => [period?.value, leads?.value])).toEqual([
    ['2026-01-01', 4],
    ['2026-01-01', 4],
    ['2026-02-01', 4],
    ['2026-03-01', 0],
  ]);
  expect(classes?.rows.map((cells) => cells.map(({ value }) => value))).toEqual([
    [0, 0],
    [DAY, 3],
    [2 * DAY, 0],
    [7 * DAY, 1],
  ]);
  // A lead may have several stays that ended: those that are open alone are listed.
  expect(stays?.rows[0]?.flatMap(({ behind, value }) => (behind ? [[behind, value]] : []))).toEqual([['stays', 4]]);
  expect(stays?.rows[0]?.map(({ value, text }) => value ?? text)).toEqual([
    'Qualified',
    9,
    5,
    4,
    2 * DAY,
    '–',
    '–',
    '–',
    DAY,
    5 * DAY,
    9 * DAY,
  ]);
});
