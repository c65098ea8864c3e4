import { describe, expect, it } from 'vitest';
import type { StageDefinition } from '../../ladder.js';
import { rateOf } from '../../rate.js';
import { STANDARD_LADDER } from '../../standard-ladder.js';
import type { StandardMetric } from '../standard-metrics.js';
import { acceptanceMetrics } from './acceptance-rates.js';
import { customerMetrics } from './customers.js';
import { isMeasurable, rungsOf, stepsOf } from './rungs.js';
import { complianceMetrics } from './sla-compliance.js';

const LADDER = STANDARD_LADDER.map((stage, index) => ({
  ...stage,
  id: index + 1,
  position: (index + 1) * 10,
  standard: stage.key,
})) as unknown as StageDefinition[];

const row = ({ metric, stage, variant, unit, value, amount, numerator, denominator }: StandardMetric) =>
  [metric, stage, variant, unit, value ?? amount, numerator, denominator] as const;

describe('the standard metrics of handoffs', () => {
  const figures = (accepted: number, decided: number, all: number) => ({
    acceptanceRate: rateOf(accepted, all),
    acceptanceRateOfDecided: rateOf(accepted, decided),
  });
  const period = { start: '2026-01-01', end: '2026-02-01' };
  const goal = { key: 'SQLS', target: 80 };

  it('are the acceptance of each cell, with what it was measured on', () => {
    const series = [{ period, figures: figures(3, 4, 5) }];
    const measured = acceptanceMetrics({ total: figures(56, 140, 160), series }, []);
    expect(measured.total.map(row)).toEqual([
      ['acceptanceRate', null, null, 'RATE', 0.35, 56, 160],
      ['acceptanceRateOfDecided', null, null, 'RATE', 0.4, 56, 140],
    ]);
    expect(measured.series.map((metrics) => metrics.map(({ value }) => value))).toEqual([[0.6, 0.75]]);
    expect(measured.total[0]).toMatchObject({ low: rateOf(56, 160).low, high: rateOf(56, 160).high });
  });

  it('have the goals with the whole period alone, by their key', () => {
    const goals = [
      { ...goal, stage: LADDER[3]!, entered: 60, attainment: 0.75 },
      { ...goal, key: 'GONE', stage: null, entered: null, attainment: null },
    ];
    const measured = acceptanceMetrics(
      { total: figures(0, 0, 0), series: [{ period, figures: figures(0, 0, 0) }] },
      goals,
    );
    expect(measured.total.slice(2).map(row)).toEqual([
      ['attainment', 'SQL', 'SQLS', 'RATIO', 0.75, 60, 80],
      ['attainment', null, 'GONE', 'RATIO', null, null, 80],
    ]);
    expect(measured.series[0]).toHaveLength(2);
  });

  it('are the compliance of both clocks', () => {
    const clock = (met: number, all: number) => ({ complianceRate: rateOf(met, all) }) as never;
    expect(complianceMetrics({ firstResponse: clock(1, 2), decision: clock(0, 0) }).map(row)).toEqual([
      ['complianceRate', null, 'FIRST_RESPONSE', 'RATE', 0.5, 1, 2],
      ['complianceRate', null, 'DECISION', 'RATE', null, 0, 0],
    ]);
  });
});

describe('the standard metrics of customers', () => {
  it('are their cost with its spend and count, and what came back', () => {
    const cac = { spend: '900.00', entered: 4, cost: '225.00' };
    expect(customerMetrics({ cac, roi: { roi: 0.5 } }, 'WON').map(row)).toEqual([
      ['spend', 'WON', 'CAC', 'MONEY', '900.00', null, null],
      ['cac', 'WON', null, 'MONEY', '225.00', null, 4],
      ['roi', 'WON', 'SHIFTED', 'RATIO', 0.5, null, null],
    ]);
  });

  it('are there with null where the ladder has no CUSTOMER', () => {
    const told = customerMetrics({ cac: null, roi: null }, 'CUSTOMER').map(row);
    expect(told.map(([metric, , , , value]) => [metric, value])).toEqual([
      ['spend', null],
      ['cac', null],
      ['roi', null],
    ]);
  });
});

describe('the steps of a ladder', () => {
  const steps = (ladder: readonly StageDefinition[]) =>
    stepsOf(rungsOf(ladder).rungs).map((step) => `${step.from.key} ${isMeasurable(step) ? '→' : '×'} ${step.to.key}`);

  it('go from each standard stage to the next', () => {
    expect(steps(LADDER)).toEqual(['LEAD → MQL', 'MQL → SQL', 'SQL → QSO', 'QSO → CUSTOMER']);
  });

  it.each([
    [['QSO'], ['LEAD → MQL', 'MQL → SQL', 'SQL × QSO', 'SQL → CUSTOMER']],
    [['LEAD'], ['LEAD × MQL', 'MQL → SQL', 'SQL → QSO', 'QSO → CUSTOMER']],
    [
      ['LEAD', 'MQL', 'SQL', 'QSO', 'CUSTOMER'],
      ['LEAD × MQL', 'MQL × SQL', 'SQL × QSO', 'QSO × CUSTOMER'],
    ],
  ])('pass over what it lacks: %s', (absent, expected) => {
    expect(steps(LADDER.filter(({ key }) => !absent.includes(key)))).toEqual(expected);
  });
});
