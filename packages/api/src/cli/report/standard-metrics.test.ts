import type { StandardMetric, StandardMetricsBody } from '@leadstage/core';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../query/run-report.js';
import { displayWidth } from './display-width.js';
import { renderStandardMetrics } from './render-standard-metrics.js';
import { standardMetricsCsv } from './standard-metrics-csv.js';
import { standardMetricsQuestion } from './standard-metrics-question.js';
import { answerOf, viewOf } from './testing.js';

const PERIOD = { start: '2026-01-01', end: '2026-04-01' };

function metric(name: string, stage: string | null, variant: string | null, more: Partial<StandardMetric>) {
  const unknown = { value: null, amount: null, numerator: null, denominator: null, low: null, high: null };
  return { metric: name, stage, variant, unit: 'LEADS', ...unknown, ...more } as StandardMetric;
}

const METRICS = [
  metric('entered', 'LEAD', null, { value: 1_200 }),
  metric('stepRate', 'SQL', 'from MQL', {
    unit: 'RATE',
    ...{ value: 0.35, numerator: 56, denominator: 160, low: 0.2804, high: 0.4266 },
  }),
  metric('timeToReach', 'MQL', 'median from LEAD', { unit: 'SECONDS', value: 864_000, denominator: 160 }),
  metric('costPerEntry', 'QSO', 'SHIFTED', { unit: 'MONEY', denominator: 0 }),
  metric('costPerEntry', 'SQL', 'SHIFTED', { unit: 'MONEY', amount: '1250.50', denominator: 56 }),
];

/** The whole quarter, and its first month. */
function answer(notes: readonly string[] = []): Answer<StandardMetricsBody> {
  const { total: _, groups: __, ...about } = answerOf<null>({ total: null });
  const month = { start: '2026-01-01', end: '2026-02-01' };
  return {
    ...about,
    total: { period: PERIOD, metrics: METRICS },
    series: [{ period: month, metrics: METRICS.slice(0, 2) }],
    notes,
  };
}

describe('the standard metrics for a terminal', () => {
  it('stand in one table, each with what it was measured on', () => {
    const text = renderStandardMetrics(answer(), { period: PERIOD, conversionWindow: 90 * 86_400_000 }, viewOf(100));
    expect(text).toContain('Standard metrics · Acme\n');
    expect(text).toContain('within 90 d of it · money in EUR');
    const lines = text.split('\n').map((line) => line.replaceAll(/ {2,}/g, ' | '));
    expect(lines).toContain('Metric | Stage | Reading | Value | Of | 95 % interval');
    expect(lines).toContain('Entered | LEAD | 1,200');
    expect(lines).toContain('Step rate | SQL | from MQL | 35.0 % | 160 | 28.0 – 42.7 %');
    expect(lines).toContain('Time to reach | MQL | median from LEAD | 10.0 d | 160');
    expect(lines).toContain('Cost per stage | QSO | SHIFTED | – | 0');
    expect(lines).toContain('Cost per stage | SQL | SHIFTED | 1,250.50 | 56');
    expect(lines).toContain('Metric | Stage | Reading | 2026-01');
  });

  it('say what stands for what, without letting it drive the terminal', () => {
    const text = renderStandardMetrics(answer(['FIT\u001b[31m stands for MQL.']), { period: PERIOD }, viewOf(100));
    expect(text).toContain('FIT\\u{1b}[31m stands for MQL.\n');
  });

  it.each([40, 60, 80])('fit into %i columns', (width) => {
    const text = renderStandardMetrics(answer(['The ladder has no QSO.']), { period: PERIOD }, viewOf(width));
    for (const line of text.split('\n')) expect(displayWidth(line), line).toBeLessThanOrEqual(width);
  });
});

describe('the standard metrics as CSV', () => {
  it('are a row each', () => {
    expect(standardMetricsCsv(answer()).split('\n')).toEqual([
      'cell,span,from,to,metric,stage,variant,unit,currency,value,numerator,denominator,low,high',
      'total,period,2026-01-01,2026-04-01,entered,LEAD,,LEADS,,1200,,,,',
      'total,period,2026-01-01,2026-04-01,stepRate,SQL,from MQL,RATE,,0.35,56,160,0.2804,0.4266',
      'total,period,2026-01-01,2026-04-01,timeToReach,MQL,median from LEAD,SECONDS,,864000,,160,,',
      'total,period,2026-01-01,2026-04-01,costPerEntry,QSO,SHIFTED,MONEY,EUR,,,0,,',
      'total,period,2026-01-01,2026-04-01,costPerEntry,SQL,SHIFTED,MONEY,EUR,1250.50,,56,,',
      'total,bucket,2026-01-01,2026-02-01,entered,LEAD,,LEADS,,1200,,,,',
      'total,bucket,2026-01-01,2026-02-01,stepRate,SQL,from MQL,RATE,,0.35,56,160,0.2804,0.4266',
      '',
    ]);
  });
});

describe('the question', () => {
  const options = { period: '2026', format: 'table', color: true };

  it('takes a window', () => {
    const question = standardMetricsQuestion({ ...options, window: '90d' });
    expect(question).toMatchObject({ conversionWindow: 90 * 86_400_000 });
  });

  it('takes no breakdown', () => {
    expect(() => standardMetricsQuestion({ ...options, by: 'source' })).toThrow('--by does not apply');
  });
});
