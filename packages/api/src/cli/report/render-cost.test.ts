import type { CostFigures } from '@leadstage/core';
import { describe, expect, it } from 'vitest';
import { renderCost } from './render-cost.js';
import { answerOf, costOf, viewOf } from './testing.js';

const PERIOD = { start: '2026-01-01', end: '2026-04-01' };

// Worked example A: spend 400 and 3 600 give 4 and 36 a lead, 50 and 75 an SQL; 100 more are of no lead type.
const spent = (spend: string, leads: number, perLead: string | null, sql: number, perSql: string | null) => [
  { key: 'LEAD', spend, entered: leads, costPerEntry: perLead },
  { key: 'SQL', spend, entered: sql, costPerEntry: perSql },
];
const EXAMPLE_A = answerOf(
  {
    total: costOf(...spent('4100.00', 200, '20.50', 56, '73.21').map((stage) => ({ ...stage, unallocated: '100.00' }))),
    groups: [
      { keys: ['e-book'], figures: costOf(...spent('400.00', 100, '4.00', 8, '50.00')), series: [] },
      { keys: ['demo request'], figures: costOf(...spent('3600.00', 100, '36.00', 48, '75.00')), series: [] },
    ],
    series: [
      {
        period: { start: '2026-01-01', end: '2026-02-01' },
        figures: costOf(...spent('3000.00', 0, null, 0, null)),
      },
      {
        period: { start: '2026-02-01', end: '2026-04-01' },
        figures: costOf(...spent('1100.00', 200, '5.50', 56, '19.64')),
      },
    ],
  },
  { by: ['leadType'] },
);

const SHIFTED = answerOf({
  total: costOf(
    { key: 'LEAD', spend: '1234567.80', entered: 1_000, costPerEntry: '1234.57', outsideFilter: '12.00' },
    {
      key: 'SQL',
      lagDays: 30,
      spendWindow: { start: '2025-12-02', end: '2026-03-02' },
      spend: '-5.00',
      outsideFilter: '13.00',
    },
    { key: 'CUSTOMER', lagDays: null, spendWindow: null, spend: null },
  ),
});

describe('renderCost', () => {
  it('shows a simple cost with groups, unallocated spend and series at width 80', () => {
    expect(renderCost(EXAMPLE_A, { period: PERIOD }, viewOf(80))).toMatchInlineSnapshot(`
      "Cost · Acme
      2026-01-01 – 2026-04-01 (2026-04-01 excluded) · as of 2026-04-01T00:00:00Z
      known at 2026-04-02T08:30:00.250Z
      simple: spend of the period · marketing costs · amounts in EUR

      Stage     Spend  Spend window             Lag  Entered  Cost per entry
      LEAD   4,100.00  2026-01-01 – 2026-04-01  0 d      200           20.50
      SQL    4,100.00  2026-01-01 – 2026-04-01  0 d       56           73.21

      By leadType: entered and cost per entry
      leadType          Spend       LEAD       SQL
      e-book           400.00  100  4.00   8 50.00
      demo request   3,600.00  100 36.00  48 75.00
      (unallocated)    100.00    –     –   –     –

      Series: entered and cost per entry; bars: spend
      From           Spend      LEAD       SQL
      2026-01     3,000.00    0    –   0     –  ██████████████████████████████████████
      2026-02-01  1,100.00  200 5.50  56 19.64  █████████████▉

      stages v1
      1,234 rows read · ROLLUP_MONTH · 12 ms
      "
    `);
  });

  it('shows a shifted cost at width 120, with what is unknown and what lies outside the filter', () => {
    const question = { period: PERIOD, method: 'SHIFTED', costScopes: ['MARKETING', 'SALES'] } as const;
    expect(renderCost(SHIFTED, question, viewOf(120))).toMatchInlineSnapshot(`
      "Cost · Acme
      2026-01-01 – 2026-04-01 (2026-04-01 excluded) · as of 2026-04-01T00:00:00Z · known at 2026-04-02T08:30:00.250Z
      shifted by the observed lag · marketing and sales costs · amounts in EUR

      Stage            Spend  Spend window              Lag  Entered  Cost per entry
      LEAD      1,234,567.80  2026-01-01 – 2026-04-01   0 d    1,000        1,234.57
      SQL              -5.00  2025-12-02 – 2026-03-02  30 d        0               –
      CUSTOMER             –  –                           –        0               –

      Spend outside the filter, in no total, EUR · LEAD 12.00 · SQL 13.00

      stages v1
      1,234 rows read · ROLLUP_MONTH · 12 ms
      "
    `);
  });

  it('shows the spend with each stage where the windows differ', () => {
    const groups = [{ keys: ['web'], figures: SHIFTED.total, series: [] }];
    const text = renderCost({ ...SHIFTED, groups, by: ['source'] }, { period: PERIOD, method: 'SHIFTED' }, viewOf(80));
    expect(text).toContain('web            1,234,567.80 1,000 1,234.57  -5.00 0 –     – 0 –\n');
    expect(text).toContain('(unallocated)             –     –        –      – – –     – – –\n');
  });

  it('says how the lag came about', () => {
    const linesOf = (question: object) =>
      renderCost(SHIFTED, { period: PERIOD, ...question }, viewOf(120)).split('\n')[2];
    expect(linesOf({ method: 'SHIFTED', lagDays: 30 })).toBe('shifted by 30 d · marketing costs · amounts in EUR');
    expect(linesOf({ method: 'SHIFTED', roundLagToDays: 7 })).toBe(
      'shifted by the observed lag, rounded to 7 d · marketing costs · amounts in EUR',
    );
  });

  it('says one amount where the same lies outside the filter of every stage', () => {
    const total = costOf({ key: 'LEAD', outsideFilter: '9.50' }, { key: 'SQL', outsideFilter: '9.50' });
    const text = renderCost(answerOf({ total }), { period: PERIOD }, viewOf(80));
    expect(text).toContain('Spend outside the filter, in no total, EUR 9.50\n');
    const none = costOf({ key: 'LEAD', outsideFilter: '0.00' });
    expect(renderCost(answerOf({ total: none }), { period: PERIOD }, viewOf(80))).not.toContain('outside');
  });

  it('shows a kernel cost with its interval, and what came back of it', () => {
    const stages = costOf(
      { key: 'LEAD', spend: '900.00', entered: 9, costPerEntry: '100.00' },
      {
        ...{ key: 'SQL', lagDays: null, lagLeads: 3, spend: '600.00', entered: 4, costPerEntry: '150.00' },
        ...{ spendWindow: { start: '2025-11-02', end: '2026-03-31' }, interval: { low: '120.50', high: '1180.00' } },
        beforeFirstCost: { days: 15, share: 15 / 149 },
      },
    );
    const spendWindow = { start: '2025-12-02', end: '2026-03-02' };
    const cac = { lagDays: 30, spendWindow, spend: '1000.00', entered: 1, cost: '1000.00' };
    const roi = { won: 1, valueWon: '1500.00', spend: '1000.00', roi: 0.5 };
    const total: CostFigures = { ...stages, cac, roi, pipelineValue: { leads: 4, value: '80000.00' } };
    const groups = [{ keys: ['web'], figures: { ...total, cac: { ...cac, cost: null, entered: 0 } }, series: [] }];
    const question = { period: PERIOD, method: 'KERNEL', allocation: 'BY_ENTRIES', by: ['source'] } as const;
    expect(renderCost(answerOf({ total, groups }, { by: ['source'] }), question, viewOf(100))).toMatchInlineSnapshot(`
      "Cost · Acme
      2026-01-01 – 2026-04-01 (2026-04-01 excluded) · as of 2026-04-01T00:00:00Z
      known at 2026-04-02T08:30:00.250Z
      kernel: spend weighed by how long each lead took · loose cost spread by LEAD entries
      marketing costs · amounts in EUR

      Stage   Spend  Spend window                 Lag  Entered  Cost per entry               95 %
      LEAD   900.00  2026-01-01 – 2026-04-01      0 d        9          100.00                  –
      SQL    600.00  2025-11-02 – 2026-03-31  3 leads        4          150.00  120.50 – 1,180.00

      Of the spend window before the first cost entry · SQL 15 d (10.1 %)

      CAC 1,000.00 · spend 1,000.00 of 2025-12-02 – 2026-03-02 · 1 customer
      ROI 50.0 % · spend 1,000.00 · won 1,500.00 of 1 lead
      Pipeline 80,000.00 of 4 leads

      By source: spend, entered and cost per entry
      source                    LEAD              SQL
      web            900.00 9 100.00  600.00 4 150.00
      (unallocated)       – –      –       – –      –

      By source: customers and what they are worth
      source  Customers  CAC       Won     ROI   Pipeline
      web             0    –  1,500.00  50.0 %  80,000.00

      stages v1
      1,234 rows read · ROLLUP_MONTH · 12 ms
      "
    `);
  });

  it('says how rolling windows lie', () => {
    const question = { period: PERIOD, method: 'ROLLING', rollingDays: 90, lagFrom: 'MQL_TIME_PLUS_SLA' } as const;
    const text = renderCost(SHIFTED, { ...question, policy: 'fast' }, viewOf(120));
    expect(text.split('\n')[2]).toBe(
      'rolling: spend and entries of 90 d, shifted by time to MQL and the time to decide of fast · marketing costs',
    );
  });
});
