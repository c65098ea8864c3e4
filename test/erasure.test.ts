import { cost, funnel, type ReportQuestion, velocity } from '@leadstage/core';
import { type Database, inWorkspace } from '@leadstage/prisma';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createApiKey } from '../packages/api/src/access/api-key.js';
import { deleteLead } from '../packages/api/src/commands/delete-lead.js';
import { ingest } from '../packages/api/src/commands/ingest.js';
import { moveLead } from '../packages/api/src/commands/move-lead.js';
import { rebuild } from '../packages/api/src/commands/rebuild.js';
import { recordIn } from '../packages/api/src/commands/recording.js';
import { verify } from '../packages/api/src/commands/verify.js';
import { beginReprojection, stepReprojection } from '../packages/api/src/projections/reproject.js';
import { runReport } from '../packages/api/src/query/run-report.js';
import { sql } from '../packages/api/src/query/sql.js';
import { askingOf } from './support/ask.js';
import { rowsOf } from './support/catalog.js';
import { describeDatabase, newWorkspace, openTestDatabase } from './support/database.js';
import { handoffsTwice } from './support/told-handoffs.js';
import { NAME, PERSON, TRACES, TWIN, tellEverything } from './support/told-person.js';

const START = Date.UTC(2026, 0, 5, 9);
const AS_OF = Date.UTC(2026, 5, 1);

let database: Database;
let id: string;
let calls = 0;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database?.close());

beforeEach(async () => {
  id = await newWorkspace(database);
  await tellEverything(database, id);
});

const once = (operation: string) => ({ key: `key-${++calls}`, operation, input: {} });

async function traces(): Promise<string[]> {
  const rows = await rowsOf(database, id);
  return Object.entries(rows).flatMap(([table, texts]) =>
    texts.flatMap((text) =>
      TRACES.filter((trace) => text.toLowerCase().includes(trace)).map((trace) => `${table}: ${trace}`),
    ),
  );
}

/** What reports say byte for byte, but for how long it took: of now, and of what was known at an earlier instant. */
async function answers(knownAt?: number): Promise<string> {
  const asked: ReportQuestion = { period: { start: '2026-01-01', end: '2026-04-01' }, asOf: AS_OF, knownAt };
  const given = [
    await runReport(database, id, funnel, { ...asked, grain: 'WEEK' }),
    await runReport(database, id, funnel, { ...asked, by: ['source', 'region'] }),
    await runReport(database, id, funnel, { ...asked, by: ['owner', 'account', 'plan'], includeImplied: false }),
    await runReport(database, id, funnel, { ...asked, mode: 'THROUGHPUT', filter: { source: { in: ['fair'] } } }),
    await runReport(database, id, velocity, { ...asked, by: ['source'], from: 'LEAD', to: 'MQL' }),
    await runReport(database, id, cost, { ...asked, by: ['source'], method: 'SHIFTED' }),
  ];
  return JSON.stringify(given.map(({ statistics: _, knownAt: __, ...answer }) => answer));
}

async function lastRecordedAt(): Promise<number> {
  const [clock] = await inWorkspace(database, id, (transaction) =>
    transaction.query<{ at: number }>(
      sql`SELECT last_recorded_at AS at FROM workspace_clock WHERE workspace_id = ${id}::uuid`,
    ),
  );
  return clock?.at ?? 0;
}

async function reasons(): Promise<(string | null)[]> {
  const rows = await inWorkspace(database, id, (transaction) =>
    transaction.query<{ reason: string | null }>(sql`
      SELECT reason FROM transition WHERE workspace_id = ${id}::uuid AND reason IS NOT NULL ORDER BY id`),
  );
  return rows.map(({ reason }) => reason);
}

async function expectVerified(): Promise<void> {
  expect(await verify(database, id)).toMatchObject({ wrongFacts: 0, wrongRollupCells: 0 });
  const { fact, oracle } = await handoffsTwice(database, id);
  expect(fact).toEqual(oracle);
}

describe(`the erasure of a lead, ${describeDatabase()}`, () => {
  it('leaves no trace of the person in any column of any table, and every number as it was', async () => {
    const [then, before] = [await lastRecordedAt(), await answers()];
    const tables = new Set((await traces()).map((trace) => trace.split(':')[0]));
    expect([...tables].sort(), 'so there is something to erase').toEqual(
      [
        'activity',
        'assignment',
        'crm_state',
        'delivery',
        'event',
        'handoff_fact',
        'idempotency_key',
        'lead',
        'lead_fact',
        'lead_version',
        'merge',
        'transition',
      ].sort(),
    );
    const { leadId } = await deleteLead(database, id, { lead: TWIN }, once('deleteLead'));
    expect(leadId).toBe(9);
    expect(await traces()).toEqual([]);
    expect(await answers()).toBe(before);
    expect(await answers(then)).toBe(before);
    await expectVerified();
    await rebuild(database, id);
    await expectVerified();
    expect(await traces()).toEqual([]);
    expect(await answers()).toBe(before);
  });

  it('keeps a reason that others have too, erases what is free text, and what others say of the person', async () => {
    await deleteLead(database, id, { lead: PERSON });
    expect(await reasons()).toEqual([
      'no budget',
      'no budget',
      '(erased)',
      '(erased)',
      '(erased)',
      'no budget',
      '(erased)',
    ]);
    const { fact } = await handoffsTwice(database, id);
    expect(fact.filter(({ lead }) => lead === 9).map(({ reason, owner }) => [reason, owner])).toEqual([
      ['(erased)', 'ann'],
      ['no budget', 'ann'],
      [null, 'cem'],
    ]);
  });

  it('leaves a lead that answers to our id alone, and moves on', async () => {
    await deleteLead(database, id, { lead: PERSON });
    const key = await createApiKey(database, id, { name: 'k', scopes: ['leads:read'] });
    const ask = askingOf(database);
    const asked = (argument: string) =>
      ask(
        `{ lead(${argument}) { id externalId name email stage { key } attributes { name } transitions { externalId } } }`,
        `Bearer ${key}`,
      );
    for (const argument of ['id: "9"', 'id: "10"']) {
      const { data } = await asked(argument);
      expect(data?.lead).toMatchObject({
        id: '9',
        externalId: 'erased:9',
        name: null,
        email: null,
        stage: { key: 'SQL' },
        attributes: [{ name: 'plan' }, { name: 'size' }],
      });
    }
    for (const externalId of [PERSON.externalId, TWIN.externalId, 'erased:9']) {
      expect((await asked(`externalId: "${externalId}"`)).data).toEqual({ lead: null });
      const move = { lead: { externalId }, kind: 'FORWARD' as const, to: 'QSO' };
      await expect(moveLead(database, id, move)).rejects.toMatchObject({ code: 'UNKNOWN_LEAD' });
    }
    await moveLead(database, id, { lead: { id: 9 }, kind: 'FORWARD', to: 'CUSTOMER', reason: `signed by ${NAME}` });
    expect((await traces()).length).toBeGreaterThan(0);
    const first = await deleteLead(database, id, { lead: { id: 10 } });
    expect(await deleteLead(database, id, { lead: { id: 9 } })).toEqual(first);
    expect(await traces()).toEqual([]);
    await expectVerified();
  });

  it('answers a repeated call as the first time, and no longer one whose answer named the lead', async () => {
    const one = once('deleteLead');
    const first = await deleteLead(database, id, { lead: PERSON }, one);
    expect(await deleteLead(database, id, { lead: PERSON }, one)).toEqual(first);
    await expect(deleteLead(database, id, { lead: PERSON }, once('deleteLead'))).rejects.toMatchObject({
      code: 'UNKNOWN_LEAD',
    });
    const kept = await inWorkspace(database, id, (transaction) =>
      transaction.query<{ key: string; operation: string; result: unknown }>(sql`
        SELECT key, operation, result FROM idempotency_key WHERE workspace_id = ${id}::uuid ORDER BY recorded_at`),
    );
    const answered = kept.filter(({ result }) => result !== null).map(({ operation }) => operation);
    // The refusal of a move names nobody, and stays.
    expect(answered).toEqual(['ingest', 'REJECTED', 'deleteLead', 'deleteLead']);
    expect(kept.filter(({ key }) => key.startsWith('erased:')).map(({ operation }) => operation)).toEqual(['ingest']);
  });

  it('reaches the generation that is being made, and what is left of old ones', async () => {
    await recordIn(database, id, (recording) => beginReprojection(recording, 'REBUILD'));
    while (!(await stepReprojection(database, id))?.switched);
    await recordIn(database, id, (recording) => beginReprojection(recording, 'REBUILD'));
    await stepReprojection(database, id, 9);
    await deleteLead(database, id, { lead: PERSON });
    expect(await traces()).toEqual([]);
    while (!(await stepReprojection(database, id))?.switched);
    expect(await traces()).toEqual([]);
    await expectVerified();
  });

  it('takes another id where a caller has named something as the erased are named', async () => {
    const taken = { externalId: 'erased:9', createdAt: START };
    await ingest(database, id, [
      { lead: taken, transitions: [{ externalId: 'erased:25', lead: 'erased:9', to: 'LEAD', occurredAt: START }] },
    ]);
    await deleteLead(database, id, { lead: PERSON });
    expect(await traces()).toEqual([]);
    await expectVerified();
  });
});
