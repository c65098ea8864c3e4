/* Cost of random leads and spend, held against an independent slow computing, and against itself. */
import { type CostFigures, type CostQuestion, cost, type Period } from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ingest } from '../packages/api/src/commands/ingest.js';
import type { IngestUnit } from '../packages/api/src/commands/ingest-input.js';
import { type ReportAnswer, runReport } from '../packages/api/src/query/run-report.js';
import { newWorkspace, openTestDatabase } from './support/database.js';
import {
  DAY,
  enteredIn,
  LOOSE,
  ORIGIN,
  OUTSIDE,
  passes,
  type SlowCost,
  type SlowLead,
  type SlowQuestion,
  STAGES,
  type StageKey,
  slowSpend,
} from './support/slow-cost.js';

/** More with LEADSTAGE_PROPERTY_RUNS=200; each run is a workspace and four questions, asked two ways. */
const RUNS = Number(process.env.LEADSTAGE_PROPERTY_RUNS ?? 20);

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database?.close());

const source = fc.constantFrom(null, 'a', 'b');
const leadType = fc.constantFrom(null, 'x');

const leads = fc.array(
  fc
    .record({
      source,
      leadType,
      value: fc.option(fc.integer({ min: -1_000, max: 100_000 })),
      first: fc.integer({ min: 0, max: 25 }),
      steps: fc.array(fc.option(fc.integer({ min: 0, max: 9 }), { freq: 9 }), { minLength: 5, maxLength: 5 }),
    })
    .map(({ first, steps, ...rest }): SlowLead => {
      let day = first;
      const entries = STAGES.flatMap((stage, index) => {
        const after = steps[index] ?? null;
        if (after === null && index !== 4 - (first % 5)) return [];
        day += after ?? 0;
        return [[stage, day * DAY + (index + 1) * 3_600_000]];
      });
      return { ...rest, entries: Object.fromEntries(entries) };
    }),
  { minLength: 1, maxLength: 14, size: 'max' },
);

const costs = fc.array(
  fc
    .record({
      ...{ source, leadType, amount: fc.integer({ min: -500, max: 5_000 }) },
      ...{ from: fc.integer({ min: -20, max: 40 }), length: fc.integer({ min: 1, max: 60 }) },
      scope: fc.constantFrom<SlowCost['scope']>('MARKETING', 'MARKETING', 'SALES'),
    })
    .map(({ length, ...rest }): SlowCost => ({ ...rest, to: rest.from + length })),
  { maxLength: 7, size: 'max' },
);

type Sketch = Omit<SlowQuestion, 'period' | 'buckets'> & {
  readonly start: number;
  readonly length: number;
  readonly grain: 'WEEK' | 'MONTH' | undefined;
};

const condition = fc.constantFrom({ in: ['a', 'x', null] }, { in: ['a'] }, { notIn: ['a', 'x'] }, { in: [null] });
const question: fc.Arbitrary<Sketch> = fc.record({
  method: fc.constantFrom<SlowQuestion['method']>('SIMPLE', 'SHIFTED', 'ROLLING', 'KERNEL', 'KERNEL', 'KERNEL'),
  allocation: fc.constantFrom<SlowQuestion['allocation']>('UNALLOCATED', 'BY_ENTRIES', 'BY_ENTRIES'),
  start: fc.integer({ min: 0, max: 25 }),
  length: fc.integer({ min: 1, max: 40 }),
  grain: fc.constantFrom('WEEK', 'MONTH', undefined),
  by: fc.constantFrom<SlowQuestion['by']>([], ['source'], ['leadType'], ['leadType', 'source'], ['source', 'leadType']),
  filter: fc.oneof(
    fc.constant<SlowQuestion['filter']>({}),
    fc.record({ source: condition }),
    fc.record({ leadType: condition }),
    fc.record({ source: condition, leadType: condition }),
  ),
  lagDays: fc.option(fc.integer({ min: 0, max: 30 })),
  roundTo: fc.constantFrom(1, 7),
  rollingDays: fc.integer({ min: 1, max: 30 }),
  scopes: fc.constantFrom<SlowQuestion['scopes']>(['MARKETING'], ['SALES', 'MARKETING']),
  asOf: fc.integer({ min: 20 * 24, max: 90 * 24 }).map((hours) => hours * 3_600_000),
});

const date = (day: number) => new Date(ORIGIN + day * DAY).toISOString().slice(0, 10);
const dayOf = (text: string) => Math.round((Date.parse(text) - ORIGIN) / DAY);
const windowOf = ({ start, end }: Period) => [dayOf(start), dayOf(end)] as const;
const decimal = (minor: number) => `${minor < 0 ? '-' : ''}${(Math.abs(minor) / 100).toFixed(2)}`;
const minorOf = (amount: string) => Math.round(Number(amount) * 100);

function asked({ start, length, grain, lagDays, roundTo, rollingDays, asOf, ...rest }: Sketch): CostQuestion {
  return {
    ...{ method: rest.method, allocation: rest.allocation, by: rest.by, filter: rest.filter },
    ...{ period: { start: date(start), end: date(start + length) }, costScopes: rest.scopes, asOf: ORIGIN + asOf },
    ...(grain ? { grain } : rest.method === 'ROLLING' ? { grain: 'WEEK' } : {}),
    ...(lagDays === null ? { roundLagToDays: roundTo } : { lagDays }),
    ...(rest.method === 'ROLLING' ? { rollingDays } : {}),
  };
}

async function load(id: string, people: readonly SlowLead[], spent: readonly SlowCost[], prefix = ''): Promise<void> {
  const units: IngestUnit[] = people.map(({ entries, value, ...attributes }, index) => {
    const lead = `${prefix}l${index}`;
    const transitions = Object.entries(entries).map(([to, at]) => {
      return { externalId: `${lead}/${to}`, lead, to, occurredAt: ORIGIN + at };
    });
    return { lead: { externalId: lead, ...attributes, value: value === null ? null : decimal(value) }, transitions };
  });
  const entries = spent.map(({ amount, from, to, scope, ...attributes }, index) => {
    const about = { externalId: `${prefix}c${index}`, currency: 'EUR', category: 'media', costScope: scope };
    return { costs: [{ ...about, amount: decimal(amount), from: date(from), to: date(to), ...attributes }] };
  });
  const { outcomes } = await ingest(database, id, [...units, ...entries]);
  expect(outcomes.filter(({ status }) => status !== 'CREATED')).toEqual([]);
}

type Answer = ReportAnswer<CostFigures>;
const cellsOf = ({ total, groups, series }: Answer) => [
  ...series.map(({ figures }, bucket) => ({
    total: figures,
    groups: groups.map(({ keys, series: points }) => ({ keys, figures: points[bucket]!.figures })),
  })),
  { total, groups },
];

function expectTold(answer: Answer, people: readonly SlowLead[], spent: readonly SlowCost[], sketch: Sketch): void {
  const period = windowOf(answer.period);
  const slow: SlowQuestion = {
    ...sketch,
    period,
    buckets: answer.series.map((point) => windowOf(point.period)),
  };
  const windows = [...slow.buckets, period].map(([from, to]) =>
    sketch.method === 'ROLLING' ? ([to - sketch.rollingDays, to] as const) : ([from, to] as const),
  );
  STAGES.forEach((stage: StageKey, index) => {
    const { spend } = slowSpend(people, spent, slow, stage);
    cellsOf(answer).forEach((cell, place) => {
      const shown = cell.total.stages[index]!;
      const where = `${stage} ${place}`;
      const entered = enteredIn(
        people.filter((lead) => passes(lead, sketch)),
        stage,
        windows[place]!,
        sketch.asOf,
      );
      expect(shown.entered, where).toBe(entered.length);
      if (spend === null) {
        expect(shown, where).toMatchObject({ spend: null, costPerEntry: null, spendWindow: null, unallocated: null });
        return;
      }
      const told = spend[place]!;
      const { [OUTSIDE]: outside = 0, ...inside } = told;
      const all = Object.values(inside).reduce((sum, amount) => sum + amount, 0);
      expect(minorOf(shown.spend!), where).toBe(all);
      if (shown.outsideFilter !== null) expect(minorOf(shown.outsideFilter), where).toBe(outside);
      else expect(outside, where).toBe(0);
      if (sketch.by.length > 0) expect(minorOf(shown.unallocated!), where).toBe(told[LOOSE] ?? 0);
      const found = cell.groups.map(({ keys, figures }) => [JSON.stringify(keys), figures.stages[index]!] as const);
      const amounts = found.map(([name, figures]) => [name, minorOf(figures.spend!)] as const);
      const expected = Object.entries(inside).filter(([name, amount]) => name !== LOOSE && amount !== 0);
      expect(Object.fromEntries(amounts.filter(([, amount]) => amount !== 0)), where).toEqual(
        Object.fromEntries(expected),
      );
      for (const [name, figures] of found) {
        const theirs = entered.filter((lead) => JSON.stringify(sketch.by.map((each) => lead[each])) === name);
        expect(figures.entered, `${where} ${name}`).toBe(theirs.length);
      }
    });
  });
}

/** What is shown adds up, whatever the method: groups to totals, and buckets to the period unless windows overlap. */
function expectSums(answer: Answer, { method, by }: Sketch): void {
  const sum = (amounts: readonly (string | null | undefined)[]) =>
    amounts.reduce((all, amount) => all + minorOf(amount ?? '0'), 0);
  const moneyOf: ((figures: CostFigures) => (string | null | undefined)[])[] = [
    ({ stages }) => stages.map(({ spend }) => spend),
    ({ cac }) => [cac?.spend],
    ({ roi }) => [roi?.spend, roi?.valueWon],
    ({ pipelineValue }) => [pipelineValue?.value],
  ];
  for (const { total, groups } of cellsOf(answer)) {
    if (by.length === 0) continue;
    total.stages.forEach((stage, index) => {
      const parts = groups.map(({ figures }) => figures.stages[index]!);
      expect(sum([...parts.map(({ spend }) => spend), stage.unallocated])).toBe(sum([stage.spend]));
      expect(parts.reduce((all, { entered }) => all + entered, 0)).toBe(stage.entered);
    });
    expect(sum(groups.map(({ figures }) => figures.pipelineValue?.value))).toBe(sum([total.pipelineValue?.value]));
    expect(sum(groups.map(({ figures }) => figures.roi?.valueWon))).toBe(sum([total.roi?.valueWon]));
  }
  if (answer.series.length === 0 || method === 'ROLLING') return;
  const rows = [answer, ...answer.groups.map(({ figures, series }) => ({ total: figures, series }))];
  for (const { total, series } of rows) {
    for (const money of moneyOf.slice(0, 3)) {
      money(total).forEach((amount, index) => {
        expect(sum(series.map(({ figures }) => money(figures)[index]))).toBe(sum([amount]));
      });
    }
  }
}

function expectWorth({ total }: Answer, people: readonly SlowLead[], { filter, asOf, period }: Worth): void {
  const passing = people.filter((lead) => passes(lead, { filter }));
  const worth = (valued: readonly SlowLead[]) => valued.flatMap(({ value }) => (value === null ? [] : [value]));
  const all = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  const stands = passing.filter(({ entries }) => {
    const past = STAGES.filter((stage) => (entries[stage] ?? Number.POSITIVE_INFINITY) <= asOf);
    return past.at(-1) === 'QSO';
  });
  expect(total.pipelineValue!.leads).toBe(worth(stands).length);
  expect(minorOf(total.pipelineValue!.value)).toBe(all(worth(stands)));
  const won = worth(enteredIn(passing, 'CUSTOMER', period, asOf));
  expect([total.roi!.won, minorOf(total.roi!.valueWon)]).toEqual([won.length, all(won)]);
  if (total.roi!.spend === null || minorOf(total.roi!.spend) === 0) expect(total.roi!.roi).toBeNull();
  else expect(total.roi!.roi).toBeCloseTo((all(won) - minorOf(total.roi!.spend)) / minorOf(total.roi!.spend), 9);
}

interface Worth extends Pick<Sketch, 'filter' | 'asOf'> {
  readonly period: readonly [number, number];
}

test('every method and allocation equals a slow computing, adds up, and is the same from the record', async () => {
  await fc.assert(
    fc.asyncProperty(
      leads,
      costs,
      fc.array(question, { minLength: 4, maxLength: 4 }),
      leads,
      async (people, spent, sketches, later) => {
        const id = await newWorkspace(database);
        await load(id, people, spent);
        const answers: Answer[] = [];
        for (const sketch of sketches) {
          const answer = await runReport(database, id, cost, asked(sketch));
          answers.push(answer);
          expectTold(answer, people, spent, sketch);
          expectSums(answer, sketch);
          const [start, end] = windowOf(answer.period);
          const period = [sketch.method === 'ROLLING' ? end - sketch.rollingDays : start, end] as const;
          expectWorth(answer, people, { ...sketch, period });
        }
        await load(id, later, spent, 'later/');
        for (const [index, sketch] of sketches.entries()) {
          const { statistics: _, ...fact } = answers[index]!;
          const { statistics, ...record } = await runReport(database, id, cost, {
            ...asked(sketch),
            knownAt: fact.knownAt,
          });
          expect(statistics.sources).toEqual(['RECORD']);
          expect(record).toEqual(fact);
        }
      },
    ),
    { numRuns: RUNS, endOnFailure: true },
  );
}, 600_000);
