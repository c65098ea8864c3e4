import { cost, type FunnelQuestion, funnel } from '@leadstage/core';
import { acrossWorkspaces, type Database, inWorkspace } from '@leadstage/prisma';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeDatabase, newWorkspace, openTestDatabase } from '../../../../test/support/database.js';
import { finishJob, store } from '../../../../test/support/ladder.js';
import { stepReprojection } from '../projections/reproject.js';
import { runReport } from '../query/run-report.js';
import { sql } from '../query/sql.js';
import { loadWorkspace } from '../query/workspace-state.js';
import type { IngestUnit } from './ingest-input.js';
import { defineStage } from './ladder/define-stage.js';
import { updateWorkspace } from './update-workspace.js';
import { verify } from './verify.js';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database?.close());

const HOUR = 3_600_000;
const stateOf = async (id: string, knownAt?: number) =>
  (await inWorkspace(database, id, (transaction) => loadWorkspace(transaction, id, knownAt)))!;
const settingsRows = (id: string) =>
  inWorkspace(database, id, (transaction) =>
    transaction.query(sql`SELECT recorded_at FROM workspace_settings WHERE workspace_id = ${id}::uuid`),
  );

describe(`the settings of a workspace, ${describeDatabase()}`, () => {
  it('are changed one by one, and those left out stay', async () => {
    const id = await newWorkspace(database, { timeZone: 'Europe/Berlin', currency: 'EUR', weekStart: 7 });
    const name = `Renamed ${id}`;
    await updateWorkspace(database, id, { name: ` ${name} ` });
    await updateWorkspace(database, id, { fiscalYearStartMonth: 4 });
    await updateWorkspace(database, id, { currency: 'JPY', origins: ['https://a.example/', 'HTTPS://A.example:443'] });
    expect(await stateOf(id)).toMatchObject({
      ...{ name, timeZone: 'Europe/Berlin', currency: 'JPY', fiscalYearStartMonth: 4, weekStart: 7 },
      origins: ['https://a.example'],
    });
    await updateWorkspace(database, id, { origins: [] });
    expect((await stateOf(id)).origins).toEqual([]);
  });

  it('are known from when they were recorded, and nothing is recorded where nothing differs', async () => {
    const id = await newWorkspace(database, { weekStart: 1 });
    const { lastRecordedAt: before, ...same } = await stateOf(id);
    const { name, timeZone, currency, fiscalYearStartMonth, weekStart, origins } = same;
    await updateWorkspace(database, id, { name, timeZone, currency, fiscalYearStartMonth, weekStart, origins });
    await updateWorkspace(database, id, {});
    expect(await stateOf(id)).toEqual({ ...same, lastRecordedAt: before });
    expect(await settingsRows(id)).toHaveLength(1);
    await updateWorkspace(database, id, { weekStart: 7 });
    expect(await settingsRows(id)).toHaveLength(2);
    expect((await stateOf(id)).weekStart).toBe(7);
    expect((await stateOf(id, before)).weekStart).toBe(1);
  });

  it.each([
    [{ name: ' ' }, 'INVALID_NAME', ['name']],
    [{ timeZone: 'Berlin' }, 'INVALID_TIME_ZONE', ['timeZone']],
    [{ currency: 'euro' }, 'INVALID_CURRENCY', ['currency']],
    [{ fiscalYearStartMonth: 13 }, 'INVALID_SETTING', ['fiscalYearStartMonth']],
    [{ fiscalYearStartMonth: 1.5 }, 'INVALID_SETTING', ['fiscalYearStartMonth']],
    [{ weekStart: 0 }, 'INVALID_SETTING', ['weekStart']],
    [{ origins: ['https://a.example', 'http://a.example'] }, 'INVALID_ORIGIN', ['origins', 1]],
    [{ origins: Array.from({ length: 21 }, (_, n) => `https://${n}.example`) }, 'TOO_MANY_ORIGINS', ['origins']],
  ])('%j is refused, and nothing of it done', async (change, code, path) => {
    const id = await newWorkspace(database);
    const before = await stateOf(id);
    const given = { weekStart: 5, ...change };
    await expect(updateWorkspace(database, id, given)).rejects.toMatchObject({ code, path });
    expect(await stateOf(id)).toEqual(before);
  });

  it('have a name that no other workspace of the database has', async () => {
    const [id, other] = [await newWorkspace(database), await newWorkspace(database)];
    const { name } = await stateOf(other);
    await expect(updateWorkspace(database, id, { name })).rejects.toMatchObject({ code: 'NAME_TAKEN' });
    const names = await acrossWorkspaces(database, (transaction) =>
      transaction.query(sql`SELECT 1 FROM workspace WHERE name = ${name}`),
    );
    expect(names).toHaveLength(1);
  });

  it('keep their currency once there is money, voided or not', async () => {
    const spent = await newWorkspace(database);
    const dates = { from: '2026-01-01', to: '2026-02-01', category: 'ads' };
    await store(database, spent, [{ costs: [{ externalId: 'c', amount: '1.00', currency: 'EUR', ...dates }] }]);
    const valued = await newWorkspace(database);
    await store(database, valued, [{ lead: { externalId: 'l', createdAt: START, value: '10' } }]);
    for (const id of [spent, valued]) {
      const refusal = updateWorkspace(database, id, { currency: 'USD' });
      await expect(refusal).rejects.toMatchObject({ code: 'CURRENCY_IN_USE', expected: 'EUR' });
      await updateWorkspace(database, id, { currency: 'EUR', weekStart: 3 });
    }
    const worthless = await newWorkspace(database);
    await store(database, worthless, [{ lead: { externalId: 'l', createdAt: START } }]);
    await updateWorkspace(database, worthless, { currency: 'USD' });
    expect((await stateOf(worthless)).currency).toBe('USD');
  });
});

/* Leads about midnight in one of the zones, so that their dates differ. */
const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Pacific/Kiritimati',
  'America/Havana',
  'Asia/Kolkata',
] as const;
const START = Date.UTC(2025, 9, 20);
const steps = fc.array(fc.tuple(fc.constantFrom('LEAD', 'MQL', 'SQL', 'CUSTOMER', null), fc.nat(500)), {
  maxLength: 4,
});
const person = fc.record({ hour: fc.nat(24 * 60), source: fc.constantFrom('fair', 'web', null), steps });
const people = fc.array(person, { minLength: 1, maxLength: 12 });

function unitsOf(
  prefix: string,
  given: readonly (typeof person extends fc.Arbitrary<infer P> ? P : never)[],
): IngestUnit[] {
  return given.map(({ hour, source, steps }, number) => {
    const externalId = `${prefix}-${number}`;
    const createdAt = START + hour * HOUR;
    return {
      lead: { externalId, createdAt, ...(source === null ? {} : { source }) },
      transitions: steps.map(([to, hours], index) => ({
        ...{ externalId: `${externalId}/${index}`, lead: externalId, to, occurredAt: createdAt + hours * HOUR },
        ...(to === null ? { reason: 'no need' } : {}),
      })),
    };
  });
}

const spend: IngestUnit = {
  costs: [
    { externalId: 'c', amount: '1000.01', currency: 'EUR', from: '2025-10-15', to: '2026-02-03', category: 'ads' },
  ],
};

interface Told {
  readonly answers: readonly unknown[];
  readonly paths: ReadonlySet<string>;
}

/** What reports say, but for when they were asked; and where they read it. */
async function told(id: string, knownAt?: number): Promise<Told> {
  const asked: FunnelQuestion = {
    period: { start: '2025-10-01', end: '2026-02-01' },
    asOf: Date.UTC(2026, 5, 1),
    knownAt,
  };
  const given = [
    await runReport(database, id, funnel, { ...asked, grain: 'DAY' }),
    await runReport(database, id, funnel, { ...asked, grain: 'WEEK', mode: 'THROUGHPUT' }),
    await runReport(database, id, funnel, { ...asked, grain: 'MONTH', by: ['source'] }),
    await runReport(database, id, funnel, { ...asked, grain: 'QUARTER', mode: 'THROUGHPUT', by: ['source'] }),
    await runReport(database, id, cost, { ...asked, grain: 'MONTH' }),
  ];
  return {
    answers: given.map(({ statistics: _, knownAt: __, ...answer }) => answer),
    paths: new Set(given.flatMap(({ statistics }) => statistics.sources)),
  };
}

async function expectVerified(id: string): Promise<void> {
  expect(await verify(database, id)).toMatchObject({ wrongFacts: 0, wrongRollupCells: 0 });
}

const RUNS = Number(process.env.LEADSTAGE_PROPERTY_RUNS ?? 8);

describe(`another time zone, ${describeDatabase()}`, () => {
  it('gives the numbers of a workspace that always had it: before, while and after all leads are read anew', async () => {
    const zones = fc.uniqueArray(fc.constantFrom(...ZONES), { minLength: 2, maxLength: 2 });
    await fc.assert(
      fc.asyncProperty(zones, people, people, async ([from, to], early, late) => {
        const [moved, always, never] = [
          await newWorkspace(database, { timeZone: from! }),
          await newWorkspace(database, { timeZone: to! }),
          await newWorkspace(database, { timeZone: from! }),
        ];
        for (const id of [moved, always, never]) await store(database, id, [...unitsOf('early', early), spend]);
        const [then, asBefore] = [(await stateOf(moved)).lastRecordedAt, (await told(never)).answers];
        const { job } = await updateWorkspace(database, moved, { timeZone: to! });
        expect(job).toMatchObject({ totalLeads: early.length });
        const begun = await told(moved);
        expect(begun.answers).toEqual((await told(always)).answers);
        expect([...begun.paths]).not.toContain('ROLLUP_DAY');
        await expectVerified(moved);
        await stepReprojection(database, moved, Math.ceil(early.length / 2));
        for (const id of [moved, always]) await store(database, id, unitsOf('late', late));
        const expected = await told(always);
        expect((await told(moved)).answers).toEqual(expected.answers);
        await expectVerified(moved);
        await finishJob(database, moved);
        const after = await told(moved);
        expect(after).toEqual(expected);
        expect([...after.paths]).toContain('ROLLUP_DAY');
        await expectVerified(moved);
        expect((await told(moved, then)).answers).toEqual(asBefore);
      }),
      { numRuns: RUNS },
    );
  }, 300_000);

  it('is refused while another is worked in, and lets the ladder wait for it', async () => {
    const id = await newWorkspace(database);
    await store(database, id, unitsOf('x', [{ hour: 1, source: null, steps: [['MQL', 3]] }]));
    await updateWorkspace(database, id, { timeZone: 'Asia/Kolkata' });
    const again = updateWorkspace(database, id, { timeZone: 'UTC', weekStart: 2 });
    await expect(again).rejects.toMatchObject({ code: 'REPROJECTION_UNDER_WAY' });
    expect(await stateOf(id)).toMatchObject({ timeZone: 'Asia/Kolkata', weekStart: 1 });
    await updateWorkspace(database, id, { weekStart: 2 });
    const between = { key: 'SAL', name: 'SAL', team: 'SALES', after: 'MQL', effectiveFrom: START } as const;
    await expect(defineStage(database, id, between)).rejects.toMatchObject({ code: 'REPROJECTION_UNDER_WAY' });
    await finishJob(database, id);
    await updateWorkspace(database, id, { timeZone: 'UTC' });
    await finishJob(database, id);
    await expectVerified(id);
  });
});
