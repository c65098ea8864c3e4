import { type FunnelFigures, type FunnelQuestion, rateOf } from '@leadstage/core';
import { expect, it } from 'vitest';
import { renderFunnel } from './render-funnel.js';
import { answerOf, cohortOf, flowOf, viewOf } from './testing.js';

const PERIOD = { start: '2026-01-01', end: '2026-04-01' };

const MATURING = {
  stages: cohortOf(200, 160, 56).stages.map((stage, index) =>
    index === 0
      ? stage
      : {
          ...stage,
          matureShare: rateOf(190 - 10 * index, 200),
          projected: index === 1 ? { value: 0.825, low: 0.7412, high: 0.8841 } : { value: 0, low: null, high: null },
        },
  ),
};

it('shows beside a cohort with a window how mature it is and what it will come to', () => {
  const question = { period: PERIOD, conversionWindow: 30 * 86_400_000 };
  const table = (width: number) =>
    renderFunnel(answerOf({ total: MATURING }), question, viewOf(width)).split('\n\n')[1] ?? '';
  expect(table(120)).toMatchInlineSnapshot(`
      "Stage  Reached  Step rate  95 % interval  Overall  Mature               Projected
      LEAD       200          –              –  100.0 %       –       –                  █████████████████████████████████████
      MQL        160     80.0 %  73.9 – 85.0 %   80.0 %  90.0 %  82.5 % (74.1 – 88.4 %)  █████████████████████████████▋
      SQL         56     35.0 %  28.0 – 42.7 %   28.0 %  85.0 %   0.0 %                  ██████████▍"
    `);
  expect(table(64)).toMatchInlineSnapshot(`
      "Stage  Reached  Step rate  Overall  Mature  Projected
      LEAD       200          –  100.0 %       –          –  █████████
      MQL        160     80.0 %   80.0 %  90.0 %     82.5 %  ███████▎
      SQL         56     35.0 %   28.0 %  85.0 %      0.0 %  ██▌"
    `);
});

it('counts accounts, and says how many leads it left out for want of one', () => {
  const withUnassigned = (total: FunnelFigures, counts: readonly (number | null)[]) => ({
    stages: total.stages.map((stage, index) => ({ ...stage, unassigned: counts[index] ?? null })),
  });
  const text = (total: FunnelFigures, question: Partial<FunnelQuestion> = {}) =>
    renderFunnel(answerOf({ total }), { period: PERIOD, unit: 'ACCOUNT', ...question }, viewOf(80));
  const cohort = text(withUnassigned(cohortOf(20, 16), [1_234]));
  expect(cohort).toContain('\ncohort: accounts that entered LEAD in the period\n');
  expect(cohort).toContain('\nLeads without account, left out · LEAD 1,234\n');
  const flow = text(withUnassigned(flowOf(20, 16), [3, 0]), { mode: 'THROUGHPUT' });
  expect(flow).toContain('\nthroughput: entries of accounts in the period\n');
  expect(flow).toContain('\nLeads without account, left out · LEAD 3\n');
  const none = text(withUnassigned(cohortOf(0, 0), [0]));
  expect(none).not.toContain('without account');
  expect(none).toContain('No account entered LEAD in this period.');
});
