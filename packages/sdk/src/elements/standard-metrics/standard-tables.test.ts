import type { MetricPack } from '@leadstage/sdk';
import { describe, expect, test } from 'vitest';
import type { Scene } from '../frame/scene.js';
import { toCsv } from '../frame/to-csv.js';
import { COMMON_WORDS } from '../words/common-words.js';
import { formatsFor } from '../words/formats.js';
import { answerOf } from './published-pack.js';
import type { StandardMetric } from './standard-answer.js';
import { standardTables } from './standard-tables.js';

const setting = { mayList: true, workspace: { currency: 'EUR', timeZone: 'UTC' } } as Scene['setting'];
const scene: Scene = { language: 'en', words: COMMON_WORDS.en, formats: formatsFor('en'), width: 600, setting };
const PERIOD = { start: '2026-01-01', end: '2026-04-01' };
const rate = (numerator: number) => ({
  ...{ metric: 'stepRate', stage: 'SQL', variant: 'from MQL', unit: 'RATE' as const, amount: null },
  ...{ value: 0.5, numerator, denominator: numerator * 2, low: 0.1, high: 0.9 },
});
const stage = (name: string, version: number) => ({ key: 'SQL', name, version });

function packOf(more: Partial<MetricPack> = {}): MetricPack {
  const document = {
    question: { grain: null, filter: { source: { in: ['web'] } } },
    stages: [stage('Renamed', 2), stage('Sales qualified', 1)],
    definitions: [{ title: 'Step rate', formula: 'a / b' }],
    exclusions: ['Voided transitions do not count.'],
    notes: ['MEETING stands for QSO.'],
  };
  return {
    ...{ id: '7', name: 'Q1', sha256: 'abc', period: PERIOD, series: [], canonical: JSON.stringify(document) },
    ...{
      publishedAt: '2026-04-02T10:00:00.000Z',
      asOf: '2026-04-02T10:00:00.000Z',
      knownAt: '2026-04-02T09:59:00.000Z',
    },
    total: { period: PERIOD, metrics: [rate(1)] },
    reproduction: { reproduces: true, sha256: 'abc', changed: [], differences: [] },
    restatements: [],
    ...more,
  };
}

describe('a table of what is now', () => {
  const led = (metric: StandardMetric) => {
    const answer = { ...answerOf(packOf()), published: null, total: { period: PERIOD, metrics: [metric] } };
    const [table] = standardTables(answer, scene);
    return table?.rows[0]?.flatMap(({ behind, value, of, label }) => (behind ? [[behind, value, of, label]] : []));
  };

  test('leads from both counts of a rate to what they count', () => {
    const label = `Step rates: MQL → Renamed, ${scene.formats.period(PERIOD)}`;
    expect(led({ ...rate(1), behind: 'one', denominatorBehind: 'two' })).toEqual([
      ['one', 1, 'leads', label],
      ['two', 2, 'leads', label],
    ]);
  });

  test('leads from a count to itself', () => {
    const entered = { ...rate(0), metric: 'entered', variant: null, unit: 'LEADS' as const, value: 5 };
    const counted = { ...entered, numerator: null, denominator: null, behind: 'five', denominatorBehind: null };
    expect(led(counted)).toEqual([['five', 5, 'leads', `Entered: Renamed, ${scene.formats.period(PERIOD)}`]]);
  });
});

describe('a published pack', () => {
  test('is read in its own words: the last names of its stages, its notes, its filter', () => {
    const answer = answerOf(packOf());
    expect(answer.names.get('SQL')).toBe('Renamed');
    expect(answer).toMatchObject({
      notes: ['MEETING stands for QSO.'],
      filter: '{"source":{"in":["web"]}}',
      grain: null,
    });
  });

  test('has its hash, whether it reproduces, and every number', () => {
    const tables = standardTables(answerOf(packOf()), scene);
    expect(tables).toHaveLength(2);
    expect(tables[0]?.rows.at(-2)?.map(({ text }) => text)).toEqual(['SHA-256', 'abc']);
    expect(tables[0]?.rows.at(-1)?.[1]?.text).toMatch(/^Reproduces/);
    expect(toCsv(tables)).toContain('Step rates: MQL → Renamed,2026-01-01..2026-04-01,0.5,RATE,0.1,0.9,1,2\r\n');
  });

  test('lists what has been restated, also where the share is the same', () => {
    const change = { period: PERIOD, metric: 'stepRate', stage: 'SQL', variant: 'from MQL' };
    const restatements = [
      { ...change, published: rate(1), now: rate(2) },
      { ...change, published: null, now: rate(2) },
    ];
    const table = standardTables(answerOf(packOf({ restatements })), scene).at(-1);
    expect(table?.caption).toBe('Restated: by what is known now, 2 numbers are different.');
    expect(table?.rows[0]?.slice(2).map(({ text }) => text)).toEqual(['50.0% (1 / 2)', '50.0% (2 / 4)']);
    expect(table?.rows[1]?.[2]).toMatchObject({ text: '–', value: null });
  });

  test('that differs says where', () => {
    const reproduction = { reproduces: false, sha256: 'x', changed: ['total'], differences: [] };
    const [facts] = standardTables(answerOf(packOf({ reproduction })), scene);
    expect(facts?.rows.at(-1)?.map(({ text }) => text)).toEqual([
      '!',
      'Does not reproduce: computed again by what was known then, it differs: total',
    ]);
  });
});
