import { type FunnelStage, rateOf } from '@leadstage/core';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { costCsv } from './cost-csv.js';
import { funnelCsv } from './funnel-csv.js';
import { answerOf, cohortOf, costOf, durationsOf, flowOf } from './testing.js';
import { toJson } from './to-json.js';
import { velocityCsv } from './velocity-csv.js';

const PERIOD = { start: '2026-01-01', end: '2026-04-01' };
const WORKSPACE = { id: 'w1', name: 'Acme' };

const FUNNEL = answerOf(
  {
    total: cohortOf(4, 1),
    groups: [
      { keys: ['a, "b"'], figures: cohortOf(3, 1), series: [{ period: PERIOD, figures: cohortOf(3, 1) }] },
      { keys: [''], figures: cohortOf(1, 0), series: [] },
      { keys: [null], figures: cohortOf(0, 0), series: [] },
    ],
    series: [{ period: PERIOD, figures: cohortOf(4, 1) }],
  },
  { by: ['source'] },
);

describe('funnelCsv', () => {
  it('has a row per cell and stage', () => {
    const [header, ...rows] = parse(funnelCsv(FUNNEL, { period: PERIOD })) as string[][];
    expect(header?.slice(0, 9)).toEqual([
      ...['cell', 'span', 'from', 'to', 'by_source', 'stage', 'reached', 'step_rate', 'step_numerator'],
    ]);
    expect(rows.map((row) => row.slice(0, 9).join('|'))).toEqual([
      'total|period|2026-01-01|2026-04-01||LEAD|4||',
      'total|period|2026-01-01|2026-04-01||MQL|1|0.25|1',
      'group|period|2026-01-01|2026-04-01|a, "b"|LEAD|3||',
      'group|period|2026-01-01|2026-04-01|a, "b"|MQL|1|0.3333333333333333|1',
      'group|period|2026-01-01|2026-04-01||LEAD|1||',
      'group|period|2026-01-01|2026-04-01||MQL|0|0|0',
      'group|period|2026-01-01|2026-04-01||LEAD|0||',
      'group|period|2026-01-01|2026-04-01||MQL|0||0',
      'total|bucket|2026-01-01|2026-04-01||LEAD|4||',
      'total|bucket|2026-01-01|2026-04-01||MQL|1|0.25|1',
      'group|bucket|2026-01-01|2026-04-01|a, "b"|LEAD|3||',
      'group|bucket|2026-01-01|2026-04-01|a, "b"|MQL|1|0.3333333333333333|1',
    ]);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([header?.length]));
  });

  it('quotes an empty value, so that it is not taken for a missing one', () => {
    expect(funnelCsv(FUNNEL, { period: PERIOD })).toContain('\ngroup,period,2026-01-01,2026-04-01,"",LEAD,1,');
  });

  it('has other columns for a throughput', () => {
    const csv = funnelCsv(answerOf({ total: flowOf(2, 4) }), { period: PERIOD, mode: 'THROUGHPUT' });
    expect(csv).toBe(
      'cell,span,from,to,stage,entered,period_ratio\n' +
        'total,period,2026-01-01,2026-04-01,LEAD,2,\n' +
        'total,period,2026-01-01,2026-04-01,MQL,4,2\n',
    );
  });

  it('has maturity where there is a window, and leads without account where accounts are counted', () => {
    const [lead, mql] = cohortOf(4, 1).stages as [FunnelStage, FunnelStage];
    const projected = { value: 0.5, low: 0.25, high: 0.75 };
    const total = {
      stages: [
        { ...lead, unassigned: 7 },
        { ...mql, matureShare: rateOf(3, 4), projected },
      ],
    };
    const question = { period: PERIOD, conversionWindow: 1, unit: 'ACCOUNT' } as const;
    const rows = parse(funnelCsv(answerOf({ total }), question), { columns: true }) as Record<string, string>[];
    expect(rows).toMatchObject([
      { stage: 'LEAD', mature_rate: '', projected: '', unassigned: '7' },
      {
        stage: 'MQL',
        mature_rate: '0.75',
        mature_numerator: '3',
        projected: '0.5',
        projected_low: '0.25',
        unassigned: '',
      },
    ]);
    const flow = { stages: flowOf(2, 4).stages.map((stage) => ({ ...stage, unassigned: 1 })) };
    expect(funnelCsv(answerOf({ total: flow }), { ...question, mode: 'THROUGHPUT' })).toContain(',MQL,4,2,1\n');
  });

  it('spells out what would drive a terminal', () => {
    const group = { keys: ['\u001b[2J\n'], figures: cohortOf(1), series: [] };
    const csv = funnelCsv(answerOf({ total: cohortOf(1), groups: [group] }, { by: ['source'] }), { period: PERIOD });
    expect(csv).toContain(',\\u{1b}[2J\\n,LEAD,');
  });
});

it('velocityCsv has exact seconds and the classes of the histogram', () => {
  const csv = velocityCsv(answerOf({ total: durationsOf([2, 1.5, 1.25, null, 3], [2, 0, 0]) }));
  expect(csv).toBe(
    'cell,span,from,to,count,mean_seconds,median_seconds,p75_seconds,p90_seconds,from_0_to_3600,from_3600_to_86400,from_86400\n' +
      'total,period,2026-01-01,2026-04-01,2,1.5,1.25,,3,2,0,0\n',
  );
});

const BEFORE = { days: 9, share: 0.1 };

it('costCsv has money as it is, without thousands', () => {
  const total = costOf({ key: 'LEAD', spend: '12345.60', entered: 3, costPerEntry: '4115.20', outsideFilter: '0.00' });
  expect(costCsv(answerOf({ total }))).toBe(
    'cell,span,from,to,stage,lag_days,spend_from,spend_to,currency,spend,unallocated,outside_filter,entered,cost_per_entry,' +
      'cost_low,cost_high,lag_leads,entries_from,entries_to,days_before_first_cost,cac,cac_lag_days,cac_spend,customers,' +
      'won,value_won,roi_spend,roi,pipeline_leads,pipeline_value\n' +
      'total,period,2026-01-01,2026-04-01,LEAD,0,2026-01-01,2026-04-01,EUR,12345.60,,0.00,3,4115.20,' +
      ',,,2026-01-01,2026-04-01,,,,,,,,,,,\n',
  );
});

it('costCsv repeats in each row what a cell has once', () => {
  const stages = costOf(
    { key: 'LEAD' },
    { key: 'SQL', lagDays: null, lagLeads: 7, interval: { low: '1.00', high: '2.00' }, beforeFirstCost: BEFORE },
  );
  const cac = { lagDays: 40, spendWindow: null, spend: '1000.00', entered: 3, cost: '333.33' };
  const roi = { won: 2, valueWon: '1500.00', spend: '1000.00', roi: 0.5 };
  const rows = costCsv(answerOf({ total: { ...stages, cac, roi, pipelineValue: { leads: 4, value: '80.00' } } }));
  const once = '333.33,40,1000.00,3,2,1500.00,1000.00,0.5,4,80.00';
  expect(
    rows
      .split('\n')
      .map((row) => row.split(',').slice(-16).join(','))
      .slice(1, -1),
  ).toEqual([`,,,2026-01-01,2026-04-01,,${once}`, `1.00,2.00,7,2026-01-01,2026-04-01,9,${once}`]);
});

describe('toJson', () => {
  const question = { period: PERIOD, asOf: Date.UTC(2026, 3, 1), filter: { asOf: { in: ['\u009b\u202e'] } } };
  const text = toJson('funnel', WORKSPACE, question, FUNNEL);
  const read = JSON.parse(text);

  it('has the question and the answer, instants in ISO 8601', () => {
    expect(read).toMatchObject({
      report: 'funnel',
      workspace: WORKSPACE,
      question: { period: PERIOD, asOf: '2026-04-01T00:00:00.000Z', filter: { asOf: { in: ['\u009b\u202e'] } } },
      period: PERIOD,
      asOf: '2026-04-01T00:00:00.000Z',
      knownAt: '2026-04-02T08:30:00.250Z',
      currency: 'EUR',
      statistics: { rowsRead: 1_234, sources: ['ROLLUP_MONTH'] },
    });
    expect(read.definitions[0]).toMatchObject({ key: 'CONTACT', effectiveFrom: '1970-01-01T00:00:00.000Z' });
  });

  it('names the stages of figures by key', () => {
    expect(read.total.stages[1]).toEqual({
      stage: 'MQL',
      reached: 1,
      stepRate: FUNNEL.total.stages[1]?.stepRate,
      overallRate: FUNNEL.total.stages[1]?.overallRate,
      matureShare: null,
      projected: null,
      entered: null,
      periodRatio: null,
      unassigned: null,
    });
    expect(read.groups[2].keys).toEqual([null]);
  });

  it('escapes what a terminal obeys and JSON would leave', () => {
    expect(text).toContain('"\\u009b\\u202e"');
  });
});
