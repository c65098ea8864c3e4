import type { FunnelReport } from '@leadstage/sdk';
import { describe, expect, it } from 'vitest';
import type { Scene } from '../frame/scene.js';
import { COMMON_WORDS } from '../words/common-words.js';
import { formatsFor } from '../words/formats.js';
import { figureOf, type Measure, panelsOf, type TrendAnswer } from './trend-figures.js';
import { namesIn, trendPicture } from './trend-picture.js';
import { trendTable } from './trend-table.js';

const scene = {
  setting: { workspace: { timeZone: 'Europe/Belgrade' }, mayList: true },
  language: 'en',
  words: COMMON_WORDS.en,
  formats: formatsFor('en'),
  width: 600,
} as Scene;

const rate = (numerator: number, denominator: number) => ({
  value: denominator === 0 ? null : numerator / denominator,
  numerator,
  denominator,
  low: denominator === 0 ? null : 0.25,
  high: denominator === 0 ? null : 0.75,
});

function figures(leads: number, mqls: number) {
  const stage = (key: string, reached: number, isBase: boolean) => ({
    stage: { key, name: key.toLowerCase() },
    reached,
    entered: null,
    stepRate: isBase ? null : rate(reached, leads),
    overallRate: rate(reached, leads),
    matureShare: null,
    behind: `${key}-${reached}`,
  });
  return { stages: [stage('LEAD', leads, true), stage('MQL', mqls, false)] };
}

const series = [
  { period: { start: '2026-01-01', end: '2026-02-01' }, figures: figures(10, 5) },
  { period: { start: '2026-02-01', end: '2026-03-01' }, figures: figures(0, 0) },
  { period: { start: '2026-03-01', end: '2026-04-01' }, figures: figures(4, 1) },
  { period: { start: '2026-04-01', end: '2026-05-01' }, figures: figures(0, 0) },
];

function answered(measure: Measure, change: object = {}, stages: string[] | null = null): TrendAnswer {
  const report = { total: figures(14, 6), groups: [], series, ...change } as unknown as FunnelReport;
  const period = { start: '2026-01-01', end: '2026-05-01' };
  // In Belgrade it is already the 31st.
  return { period, asOf: '2026-03-30T23:30:00.000Z', grain: 'MONTH', measures: [{ measure, report }], stages };
}

const groupsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    keys: [{ attribute: 'source', value: index === 0 ? null : `s${index}` }],
    figures: figures(9 - index, 1),
    series,
  }));

describe('panelsOf', () => {
  it('has a line for each stage; for rates none for the first, which has nothing before it', () => {
    expect(panelsOf(answered('reached'), scene)[0]?.lines.map(({ name }) => name)).toEqual(['lead', 'mql']);
    expect(panelsOf(answered('step-rate'), scene)[0]?.lines.map(({ name }) => name)).toEqual(['mql']);
  });

  it('leaves out buckets that have not begun, and tells which one is not over in the zone of the workspace', () => {
    const [line] = panelsOf(answered('reached', {}, ['MQL']), scene)[0]?.lines ?? [];
    expect(line?.points.map(({ period, isOver }) => [period.start, isOver])).toEqual([
      ['2026-01-01', true],
      ['2026-02-01', true],
      ['2026-03-01', false],
    ]);
    const later = { ...answered('reached', {}, ['MQL']), asOf: '2026-03-31T22:00:00.000Z' };
    expect(panelsOf(later, scene)[0]?.lines[0]?.points.map(({ isOver }) => isOver)).toEqual([true, true, true, false]);
  });

  it('names lines by group, and by stage too where there are several', () => {
    const names = (stages: string[] | null) =>
      panelsOf(answered('step-rate', { groups: groupsOf(2) }, stages), scene)[0]?.lines.map(({ name }) => name);
    expect(names(null)).toEqual(['(none)', 's1']);
    expect(names(['LEAD', 'MQL'])).toEqual(['(none), lead', '(none), mql', 's1, lead', 's1, mql']);
  });

  it('has no value over nobody', () => {
    const [line] = panelsOf(answered('step-rate'), scene)[0]?.lines ?? [];
    expect(line?.points.map(({ stage }) => figureOf(stage, 'step-rate').value)).toEqual([0.5, null, 0.25]);
  });
});

describe('trendPicture', () => {
  it('has a mark for each point that has a value, which says what it is made of', () => {
    const { marks } = trendPicture(answered('step-rate'), scene, 'x', 'leads');
    expect(marks.map(({ behind }) => behind)).toEqual(['MQL-5', 'MQL-1']);
    expect(marks[0]).toMatchObject({
      label: `mql, ${scene.formats.period({ start: '2026-01-01', end: '2026-02-01' })}`,
      lines: ['Step rate: 50.0% (5 of 10)', '95 % interval 25.0% to 75.0%'],
    });
    expect(marks[1]?.lines).toContain('Not over yet');
  });

  it('draws six lines; the table has all', () => {
    const answer = answered('step-rate', { groups: groupsOf(8) });
    const { marks, legend } = trendPicture(answer, scene, 'x', 'leads');
    expect(legend?.map(({ text }) => text)[0]).toBe('(none) 11.1%');
    expect(legend).toHaveLength(6);
    expect(marks).toHaveLength(12);
    expect(namesIn(answer, scene)).toHaveLength(8);
    expect(panelsOf(answer, scene).flatMap((panel) => trendTable(panel, scene, 'leads').rows)).toHaveLength(24);
  });
});

describe('trendTable', () => {
  it('has what marks say, exact for programs', () => {
    const [panel] = panelsOf(answered('step-rate'), scene);
    const table = panel && trendTable(panel, scene, 'accounts');
    expect(table?.columns.map(({ title }) => title)).toEqual([
      'Series',
      'Period',
      'Reached',
      'Out of',
      'Step rate',
      'Lower end, 95 %',
      'Upper end, 95 %',
    ]);
    expect(table?.rows[0]?.map(({ text, value }) => value ?? text)).toEqual([
      'mql',
      '2026-01-01',
      5,
      10,
      0.5,
      0.25,
      0.75,
    ]);
    expect(table?.rows[0]?.[2]).toMatchObject({ behind: 'MQL-5', of: 'accounts' });
    expect(table?.rows[1]?.map(({ text }) => text).slice(3)).toEqual(['0', '–', '–', '–']);
  });
});
