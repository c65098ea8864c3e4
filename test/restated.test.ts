/* The past read under the ladder of its day and under today's, with numbers that a person can check. */
import { type FunnelFigures, type FunnelQuestion, funnel, velocity } from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IngestUnit } from '../packages/api/src/commands/ingest-input.js';
import { defineStage } from '../packages/api/src/commands/ladder/define-stage.js';
import { retireStage } from '../packages/api/src/commands/ladder/retire-stage.js';
import { voidTransition } from '../packages/api/src/commands/void-transition.js';
import { runReport } from '../packages/api/src/query/run-report.js';
import { describeDatabase, newWorkspace, openTestDatabase } from './support/database.js';
import { finishJob, store } from './support/ladder.js';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database?.close());

const DAY = 86_400_000;
const on = (day: number) => Date.UTC(2026, 0, 1) + day * DAY;
const YEAR = { start: '2026-01-01', end: '2027-01-01' };
const AS_OF = on(150);

function lead(name: string, ...steps: readonly (readonly [to: string, day: number])[]): IngestUnit {
  return {
    lead: { externalId: name, createdAt: on(0), account: name },
    transitions: steps.map(([to, day], index) => ({
      externalId: `${name}/${index}`,
      lead: name,
      to,
      occurredAt: on(day),
    })),
  };
}

/** Makes a workspace, records leads, and changes the ladder, to its end. */
async function workspaceOf(units: readonly IngestUnit[], change?: (id: string) => Promise<unknown>): Promise<string> {
  const id = await newWorkspace(database);
  await store(database, id, units);
  if (change) await change(id);
  await finishJob(database, id);
  return id;
}

const sal = (id: string, effectiveFrom: number) =>
  defineStage(database, id, { key: 'SAL', name: 'Sales accepted', team: 'SALES', after: 'MQL', effectiveFrom });

const counts = ({ stages }: FunnelFigures) =>
  Object.fromEntries(stages.map(({ stage, reached, entered }) => [stage.key, reached ?? entered]));

async function told(id: string, question: Partial<FunnelQuestion> = {}) {
  const asked = { period: YEAR, asOf: AS_OF, ...question };
  const [then, today] = [
    await runReport(database, id, funnel, { ...asked, ladder: 'AS_THEN' }),
    await runReport(database, id, funnel, { ...asked, ladder: 'TODAY' }),
  ];
  return { then, today };
}

describe(`a stage that is inserted on day 50, ${describeDatabase()}`, () => {
  const LEADS = [
    lead('before', ['LEAD', 1], ['MQL', 5], ['SQL', 20]),
    lead('across', ['LEAD', 1], ['MQL', 40], ['SQL', 60]),
    lead('after', ['LEAD', 52], ['SAL', 58], ['CUSTOMER', 70]),
    lead('short', ['LEAD', 53], ['MQL', 55]),
  ];
  let id: string;
  beforeAll(async () => {
    id = await workspaceOf([], (each) => sal(each, on(50)));
    await store(database, id, LEADS);
  });

  it('has no entries before, and today’s ladder gives those who passed its place an implied one', async () => {
    const { then, today } = await told(id);
    expect(counts(then.total)).toEqual({ LEAD: 4, MQL: 4, SAL: 2, SQL: 3, QSO: 1, CUSTOMER: 1 });
    expect(counts(today.total)).toEqual({ LEAD: 4, MQL: 4, SAL: 3, SQL: 3, QSO: 1, CUSTOMER: 1 });
    expect(today.total.stages.find(({ stage }) => stage.key === 'SQL')?.stepRate).toMatchObject({ value: 1 });
  });

  it('the same without implied entries: only one came to SAL itself', async () => {
    const { then, today } = await told(id, { includeImplied: false });
    expect(counts(then.total)).toEqual({ LEAD: 4, MQL: 3, SAL: 1, SQL: 2, QSO: 0, CUSTOMER: 1 });
    expect(counts(today.total)).toEqual(counts(then.total));
  });

  it('in a throughput by month, by account and within a window', async () => {
    const byMonth = async (ladder: 'then' | 'today') => {
      const period = { start: '2026-01-01', end: '2026-04-01' };
      const answers = await told(id, { mode: 'THROUGHPUT', grain: 'MONTH', unit: 'ACCOUNT', period });
      return answers[ladder].series.map(({ figures }) => counts(figures).SAL);
    };
    expect(await byMonth('then')).toEqual([0, 1, 1]);
    expect(await byMonth('today')).toEqual([1, 1, 1]);
    const { then, today } = await told(id, { conversionWindow: 19 * DAY });
    expect([counts(then.total).SAL, counts(today.total).SAL]).toEqual([1, 2]);
  });

  it('is read from the log, where the ladder of the day is read from what is maintained', async () => {
    const { then, today } = await told(id);
    expect(then.statistics.sources).toEqual(['ROLLUP_DAY']);
    expect(today.statistics.sources).toEqual(['RECORD']);
  });

  it('says under which versions it was measured', async () => {
    const { then, today } = await told(id);
    expect([then.ladder, today.ladder]).toEqual(['AS_THEN', 'TODAY']);
    expect(today.versions).toEqual(today.definitions);
    const effective = today.versions.find(({ key }) => key === 'SAL')?.effectiveFrom;
    expect(effective).toBe(on(50));
  });

  it('is not there as of a day before it', async () => {
    const { then, today } = await told(id, { asOf: on(45) });
    expect(counts(then.total)).toEqual({ LEAD: 2, MQL: 2, SQL: 1, QSO: 0, CUSTOMER: 0 });
    expect(counts(today.total)).toEqual(counts(then.total));
  });
});

describe(`a stage that is retired on day 50, ${describeDatabase()}`, () => {
  it('is no rung any more: what only its entries implied is gone', async () => {
    const units = [
      lead('by QSO', ['LEAD', 1], ['QSO', 20]),
      lead('through', ['LEAD', 1], ['SQL', 10], ['QSO', 20], ['CUSTOMER', 30]),
      lead('late', ['LEAD', 60], ['CUSTOMER', 70]),
      // Stand elsewhere, so that the stage may go.
      ...['by QSO'].map((name) => ({
        transitions: [{ externalId: 'back', lead: name, to: 'MQL', occurredAt: on(40) }],
      })),
    ];
    const id = await workspaceOf(units, (each) => retireStage(database, each, { key: 'QSO', effectiveFrom: on(50) }));
    const { then, today } = await told(id);
    // Its QSO made it an SQL; without QSO it came to MQL on day 40 and no further.
    expect(counts(then.total)).toEqual({ LEAD: 3, MQL: 3, SQL: 3, CUSTOMER: 2 });
    expect(counts(today.total)).toEqual({ LEAD: 3, MQL: 3, SQL: 2, CUSTOMER: 2 });
    const january = { mode: 'THROUGHPUT', period: { start: '2026-01-01', end: '2026-02-01' } } as const;
    const flows = await told(id, january);
    expect(counts(flows.then.total)).toEqual({ LEAD: 2, MQL: 2, SQL: 2, CUSTOMER: 1 });
    expect(counts(flows.today.total)).toEqual({ LEAD: 2, MQL: 1, SQL: 1, CUSTOMER: 1 });
    // As of a day before, QSO is still a rung in either reading.
    const early = await told(id, { asOf: on(45) });
    expect(counts(early.then.total)).toEqual({ LEAD: 2, MQL: 2, SQL: 2, QSO: 2, CUSTOMER: 1 });
    expect(early.today.total).toEqual(early.then.total);
  });
});

describe(`stages that change places on day 50, ${describeDatabase()}`, () => {
  it('imply each other the other way round', async () => {
    const units = [
      lead('a', ['LEAD', 1], ['SQL', 10]),
      lead('b', ['LEAD', 1], ['QSO', 10]),
      lead('c', ['LEAD', 51], ['SQL', 60]),
      lead('d', ['LEAD', 51], ['QSO', 60]),
    ];
    const id = await workspaceOf(units, (each) =>
      defineStage(database, each, { key: 'QSO', before: 'SQL', effectiveFrom: on(50) }),
    );
    const { then, today } = await told(id);
    expect(then.definitions.map(({ key }) => key)).toEqual(['CONTACT', 'LEAD', 'MQL', 'QSO', 'SQL', 'CUSTOMER']);
    // Then: b's QSO implied SQL, c's SQL implied QSO. Today: SQL implies QSO, for a as well, and b never came to SQL.
    expect(counts(then.total)).toEqual({ LEAD: 4, MQL: 4, QSO: 3, SQL: 3, CUSTOMER: 0 });
    expect(counts(today.total)).toEqual({ LEAD: 4, MQL: 4, QSO: 4, SQL: 2, CUSTOMER: 0 });
    const times = { period: YEAR, asOf: AS_OF, from: 'LEAD', to: 'SQL' };
    for (const ladder of ['AS_THEN', 'TODAY'] as const) {
      expect((await runReport(database, id, velocity, { ...times, ladder })).total.count).toBe(2);
    }
  });
});

describe(`what today’s ladder is read from, ${describeDatabase()}`, () => {
  const UNITS = [lead('x', ['LEAD', 5], ['MQL', 9]), lead('y', ['SQL', 30])];
  const sources = async (id: string, question: Partial<FunnelQuestion> = {}) => {
    const { then, today } = await told(id, question);
    return [then.statistics.sources, today.statistics.sources];
  };

  it('is what is maintained, where the ladder never changed', async () => {
    const id = await workspaceOf(UNITS);
    expect(await sources(id)).toEqual([['ROLLUP_DAY'], ['ROLLUP_DAY']]);
    expect(await sources(id, { unit: 'ACCOUNT' })).toEqual([['FACT'], ['FACT']]);
    expect(await sources(id, { conversionWindow: DAY })).toEqual([['FACT'], ['FACT']]);
  });

  it('also where it changed before anything happened, or a stage only got another description', async () => {
    const id = await workspaceOf(UNITS, async (each) => {
      await sal(each, Date.UTC(2025, 0));
      await finishJob(database, each);
      await defineStage(database, each, { key: 'MQL', notes: 'asked for a price', effectiveFrom: on(8) });
    });
    expect(await sources(id, { unit: 'ACCOUNT' })).toEqual([['FACT'], ['FACT']]);
    const { then, today } = await told(id);
    expect(today.total).toEqual(then.total);
  });

  it('is the log where it changed between what happened', async () => {
    const id = await workspaceOf(UNITS, (each) => sal(each, on(20)));
    expect(await sources(id, { unit: 'ACCOUNT' })).toEqual([['FACT'], ['RECORD']]);
  });

  it('and where it changes after asOf, when that decides whether a lead ever entered a stage', async () => {
    // QSO is retired on day 60, and the only move of the lead, on day 70, is then none: it stands in CONTACT since day 0. As of
    // day 30, whose ladder has QSO, that move is an entry, if a later one, and nothing says that the lead was there before.
    const id = await workspaceOf([lead('z', ['QSO', 70], ['MQL', 71])], async (each) => {
      await retireStage(database, each, { key: 'QSO', effectiveFrom: on(60) });
      await finishJob(database, each);
      await voidTransition(database, each, { externalId: 'z/1', reason: 'a mistake' });
    });
    const question = { asOf: on(30), base: 'CONTACT', period: { start: '2026-01-01', end: '2026-01-02' } };
    expect(await sources(id, { ...question, unit: 'ACCOUNT' })).toEqual([['FACT'], ['RECORD']]);
    const { then, today } = await told(id, question);
    expect([counts(then.total).CONTACT, counts(today.total).CONTACT]).toEqual([1, 0]);
  });
});
