import { describe, expect, test } from 'vitest';
import type { Scene } from '../frame/scene.js';
import { COMMON_WORDS } from '../words/common-words.js';
import { formatsFor } from '../words/formats.js';
import { metricCell, metricMark, metricRows, metricText } from './metric-rows.js';
import type { StandardAnswer, StandardMetric } from './standard-answer.js';

const scene = { language: 'en', words: COMMON_WORDS.en, formats: formatsFor('en'), width: 600 } as Scene;
const PERIOD = { start: '2026-01-01', end: '2026-04-01' };
const BUCKET = { start: '2026-01-01', end: '2026-02-01' };

function metricOf(metric: string, more: Partial<StandardMetric> = {}): StandardMetric {
  const none = { value: null, amount: null, numerator: null, denominator: null, low: null, high: null };
  return { metric, stage: null, variant: null, unit: 'LEADS', ...none, ...more };
}

const answerOf = (total: StandardMetric[], bucket: StandardMetric[]): StandardAnswer => ({
  period: PERIOD,
  asOf: '2026-04-02T00:00:00.000Z',
  knownAt: '2026-04-02T00:00:00.000Z',
  total: { period: PERIOD, metrics: total },
  series: [{ period: BUCKET, metrics: bucket }],
  grain: 'MONTH',
  names: new Map([
    ['LEAD', 'Lead'],
    ['MQL', 'Qualified'],
  ]),
  notes: [],
  filter: null,
  published: null,
});

describe('rows', () => {
  const shifted = metricOf('spend', { stage: 'MQL', variant: 'SHIFTED', unit: 'MONEY' });
  const all = [
    metricOf('spend', { variant: 'SIMPLE', unit: 'MONEY' }),
    shifted,
    metricOf('costPerEntry', { stage: 'MQL', variant: 'SIMPLE', unit: 'MONEY' }),
    metricOf('stepRate', { stage: 'MQL', variant: 'from LEAD', unit: 'RATE' }),
    metricOf('attainment', { stage: 'MQL', variant: 'Q2', unit: 'RATIO' }),
    metricOf('spend', { stage: 'CUSTOMER', variant: 'CAC', unit: 'MONEY' }),
    metricOf('newcomer', { unit: 'LEADS' }),
  ];
  const rows = metricRows(answerOf(all, [shifted]), scene);

  test('stand by families, whichever order they come in, and none is lost', () => {
    expect(rows.map(({ family, label }) => [family, label])).toEqual([
      ['cost', 'Spend'],
      ['cost', 'Cost per entry · Qualified'],
      ['shifted', 'Spend · Qualified'],
      ['stepRate', 'Lead → Qualified'],
      ['attainment', 'Q2 · Qualified'],
      ['customers', 'Marketing and sales spend'],
      ['other', 'newcomer'],
    ]);
  });

  test('find their metric in a bucket, and tell apart what has one name', () => {
    expect(rows[2]?.buckets).toEqual([shifted]);
    expect(rows[0]?.buckets).toEqual([null]);
  });
});

describe('a number', () => {
  test('is written by its unit, and kept exact', () => {
    expect(
      metricText(metricOf('spend', { unit: 'MONEY', amount: { amount: '1234567', currency: 'JPY' } }), scene),
    ).toBe('¥1,234,567');
    expect(metricText(metricOf('roi', { unit: 'RATIO', value: -0.5 }), scene)).toBe('-50.0%');
    expect(metricText(metricOf('lagDays', { unit: 'DAYS', value: 30 }), scene)).toBe('30 days');
    expect(metricText(metricOf('timeToReach', { unit: 'SECONDS', value: null }), scene)).toBe('–');
    expect(
      metricCell(metricOf('spend', { unit: 'MONEY', amount: { amount: '0.10', currency: 'EUR' } }), scene).value,
    ).toBe('0.10');
  });

  test('tells what it is measured on', () => {
    const rate = metricOf('stepRate', {
      ...{ stage: 'MQL', variant: 'from LEAD', unit: 'RATE' },
      ...{ value: 0.35, numerator: 56, denominator: 160, low: 0.28, high: 0.43 },
    });
    const [row] = metricRows(answerOf([rate], []), scene);
    if (!row) throw new Error('There is a row');
    const { label, lines, behind } = metricMark(row, rate, PERIOD, scene);
    expect(behind).toBeUndefined();
    expect(label).toBe('Step rates, Lead → Qualified');
    expect(lines[0]).toContain('35.0% (56 of 160)');
    expect(lines[1]).toBe('95 % interval 28.0% to 43.0%');
    const median = metricOf('timeToReach', { ...{ unit: 'SECONDS', value: 86_400, denominator: 7 } });
    expect(metricMark(row, median, PERIOD, scene).lines).toEqual([expect.stringContaining('1 day'), 'Measured on 7']);
  });

  test.each([
    ['stepRate', { behind: 'took it', denominatorBehind: 'of them' }, 'took it', 'leads'],
    ['timeToReach', { behind: null, denominatorBehind: 'of them' }, 'of them', 'leads'],
    ['acceptanceRateOfDecided', { behind: 'took it', denominatorBehind: 'of them' }, 'took it', 'handoffs'],
    ['complianceRate', { behind: 'in time', denominatorBehind: 'of them' }, 'in time', 'handoffs'],
    ['roi', { behind: null, denominatorBehind: null }, null, 'leads'],
  ])('%s leads to what it counts, and says of which period', (name, more, behind, of) => {
    const metric = metricOf(name, more);
    const [row] = metricRows(answerOf([metric], []), scene);
    const mark = row && metricMark(row, metric, BUCKET, scene);
    expect(mark).toMatchObject({ behind, of });
    expect(mark?.behindLabel).toBe(`${mark?.label}, ${scene.formats.period(BUCKET)}`);
  });
});
