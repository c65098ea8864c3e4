/* METRICS.md's worked examples A, D and E by hand, from recording to answer, with numbers that a person can check. */
import { type CostFigures, cost, type FunnelFigures, funnel, velocity } from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ingest } from '../packages/api/src/commands/ingest.js';
import type { CostInput, IngestUnit } from '../packages/api/src/commands/ingest-input.js';
import { runReport } from '../packages/api/src/query/run-report.js';
import { newWorkspace, openTestDatabase } from './support/database.js';
import { exampleA, QUARTER } from './support/example-a.js';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database?.close());

async function workspaceWith(units: readonly IngestUnit[]): Promise<string> {
  const id = await newWorkspace(database);
  const { outcomes } = await ingest(database, id, units);
  expect(outcomes.filter(({ status }) => status !== 'CREATED')).toEqual([]);
  return id;
}

const instant = (date: string) => Date.parse(`${date}T12:00:00Z`);
const passage = (lead: string, steps: readonly (readonly [stage: string, at: number])[]): IngestUnit => ({
  lead: { externalId: lead },
  transitions: steps.map(([to, occurredAt]) => ({ externalId: `${lead}/${to}`, lead, to, occurredAt })),
});
const spent = (externalId: string, amount: string, from: string, to: string): IngestUnit => {
  const entry: CostInput = { externalId, amount, currency: 'EUR', from, to, category: 'media' };
  return { costs: [entry] };
};

const rates = ({ stages }: FunnelFigures) =>
  Object.fromEntries(stages.map(({ stage, reached, stepRate }) => [stage.key, [reached, stepRate?.value ?? null]]));
const costs = ({ stages }: CostFigures) => stages.map(({ spend, costPerEntry }) => [spend, costPerEntry]);

test('A: the cheaper lead converts worse and is still the cheaper SQL', async () => {
  const id = await workspaceWith(exampleA());
  const period = QUARTER;
  const byType = await runReport(database, id, funnel, { period, by: ['leadType'] });
  const of = (type: string) => rates(byType.groups.find(({ keys }) => keys[0] === type)!.figures);
  expect(of('e-book')).toMatchObject({ LEAD: [100, null], MQL: [80, 0.8], SQL: [8, 0.1] });
  expect(of('demo request')).toMatchObject({ LEAD: [100, null], MQL: [80, 0.8], SQL: [48, 0.6] });
  expect(rates(byType.total)).toMatchObject({ MQL: [160, 0.8], SQL: [56, 0.35] });

  const prices = await runReport(database, id, cost, { period, by: ['leadType'], stages: ['LEAD', 'SQL'] });
  const price = (type: string) => costs(prices.groups.find(({ keys }) => keys[0] === type)!.figures);
  expect(price('e-book')).toEqual([
    ['400.00', '4.00'],
    ['400.00', '50.00'],
  ]);
  expect(price('demo request')).toEqual([
    ['3600.00', '36.00'],
    ['3600.00', '75.00'],
  ]);
});

describe('D: LEAD on 1 May, SQL on 3 May, MQL on 5 May', () => {
  const period = { start: '2026-05-01', end: '2026-06-01' };
  let id: string;
  beforeAll(async () => {
    const steps = [
      ['LEAD', instant('2026-05-01')],
      ['SQL', instant('2026-05-03')],
      ['MQL', instant('2026-05-05')],
    ] as const;
    id = await newWorkspace(database);
    await ingest(database, id, [passage('d', steps)]);
  });

  test('the first entry into MQL is 3 May, implied', async () => {
    const days = await runReport(database, id, funnel, { period, mode: 'THROUGHPUT', grain: 'DAY' });
    const enteredOn = (key: string) =>
      days.series
        .filter(({ figures }) => figures.stages.find(({ stage }) => stage.key === key)?.entered === 1)
        .map(({ period: day }) => day.start);
    expect([enteredOn('LEAD'), enteredOn('MQL'), enteredOn('SQL')]).toEqual([
      ['2026-05-01'],
      ['2026-05-03'],
      ['2026-05-03'],
    ]);
  });

  test('it counts in reached(MQL) unless implied entries are left out', async () => {
    expect(rates((await runReport(database, id, funnel, { period })).total)).toMatchObject({
      MQL: [1, 1],
      SQL: [1, 1],
    });
    const explicit = await runReport(database, id, funnel, { period, includeImplied: false });
    expect(rates(explicit.total)).toMatchObject({ LEAD: [1, null], MQL: [0, 0], SQL: [1, null] });
  });

  test('it is in no MQL time, and in that from LEAD to SQL with two days', async () => {
    const time = async (from: string, to: string) =>
      (await runReport(database, id, velocity, { period, from, to })).total;
    expect(await time('LEAD', 'MQL')).toMatchObject({ count: 0, mean: null, median: null });
    expect(await time('MQL', 'SQL')).toMatchObject({ count: 0 });
    expect(await time('LEAD', 'SQL')).toMatchObject({ count: 1, mean: 172_800, median: 172_800 });
  });
});

describe('E: parts of a cost add up to the whole', () => {
  const totals = async (id: string, start: string, end: string, grain: 'DAY' | 'MONTH') => {
    const answer = await runReport(database, id, cost, { period: { start, end }, grain, stages: ['LEAD'] });
    return {
      whole: answer.total.stages[0]?.spend,
      parts: answer.series.map(({ figures }) => figures.stages[0]?.spend),
    };
  };

  test('10 000.00 over ninety days', async () => {
    const id = await workspaceWith([spent('e', '10000.00', '2026-01-01', '2026-04-01')]);
    const months = await totals(id, '2026-01-01', '2026-04-01', 'MONTH');
    expect(months).toEqual({ whole: '10000.00', parts: ['3444.44', '3111.12', '3444.44'] });
    const days = await totals(id, '2026-01-01', '2026-04-01', 'DAY');
    expect(days.parts).toHaveLength(90);
    expect(days.parts.reduce((sum, part) => sum + Math.round(Number(part) * 100), 0)).toBe(1_000_000);
  });

  test('two entries of 10.00 over three days: the first day is 6.66, not 6.67', async () => {
    const id = await workspaceWith([
      spent('e1', '10.00', '2026-01-01', '2026-01-04'),
      spent('e2', '10.00', '2026-01-01', '2026-01-04'),
    ]);
    expect(await totals(id, '2026-01-01', '2026-01-04', 'DAY')).toEqual({
      whole: '20.00',
      parts: ['6.66', '6.68', '6.66'],
    });
  });

  test('nothing accrues after the date of asOf, which itself still does', async () => {
    const id = await workspaceWith([spent('e', '90.00', '2026-01-01', '2026-04-01')]);
    const question = { period: { start: '2026-01-01', end: '2026-04-01' }, stages: ['LEAD'] };
    const answer = await runReport(database, id, cost, { ...question, asOf: instant('2026-01-10') });
    expect(answer.total.stages[0]?.spend).toBe('10.00');
  });
});

test('a conversion window takes in what happens exactly at its end, and nothing later', async () => {
  const start = instant('2026-05-01');
  const week = 7 * 86_400_000;
  const id = await workspaceWith([
    passage('in', [
      ['LEAD', start],
      ['MQL', start + week],
    ]),
    passage('out', [
      ['LEAD', start],
      ['MQL', start + week + 1],
    ]),
  ]);
  const question = { period: { start: '2026-05-01', end: '2026-05-02' } };
  const reached = async (conversionWindow: number) =>
    rates((await runReport(database, id, funnel, { ...question, conversionWindow })).total).MQL;
  expect(await reached(week - 1)).toEqual([0, 0]);
  expect(await reached(week)).toEqual([1, 0.5]);
  expect(await reached(week + 1)).toEqual([2, 1]);
});

test('a lag of 33 days on average, rounded to 30, moves 1 January – 1 April to 2 December – 2 March', async () => {
  const won = instant('2026-02-01');
  const day = 86_400_000;
  const id = await workspaceWith([
    passage('l1', [
      ['LEAD', won - 30 * day],
      ['CUSTOMER', won],
    ]),
    passage('l2', [
      ['LEAD', won - 36 * day],
      ['CUSTOMER', won],
    ]),
    spent('k', '30.00', '2025-12-02', '2026-01-01'),
  ]);
  const { total } = await runReport(database, id, cost, {
    period: { start: '2026-01-01', end: '2026-04-01' },
    method: 'SHIFTED',
    roundLagToDays: 30,
    stages: ['CUSTOMER'],
  });
  expect(total.stages[0]).toMatchObject({
    lagDays: 30,
    spendWindow: { start: '2025-12-02', end: '2026-03-02' },
    spend: '30.00',
    entered: 2,
    costPerEntry: '15.00',
  });
});
