import { funnel, type InvalidInput } from '@leadstage/core';
import { acrossWorkspaces, type Database, inWorkspace } from '@leadstage/prisma';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askingOf } from '../../../../test/support/ask.js';
import { describeDatabase, newWorkspace, openTestDatabase } from '../../../../test/support/database.js';
import { createApiKey } from '../access/api-key.js';
import { runReport } from '../query/run-report.js';
import { sql } from '../query/sql.js';
import { createWebhook } from '../webhooks/create-webhook.js';
import { checkGoals, GOALS_TO_CHECK } from './check-goals.js';
import { ingest } from './ingest.js';
import { type GoalInput, setGoal } from './set-goal.js';

const RUNS = Number(process.env.LEADSTAGE_PROPERTY_RUNS ?? 15);
const DAY = 86_400_000;
const JANUARY = Date.UTC(2026, 0, 1);

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database?.close());

const goal = (more: Partial<GoalInput> = {}): GoalInput => ({
  key: 'Q1_MQL',
  name: 'MQLs of the quarter',
  stage: 'MQL',
  period: { grain: 'QUARTER', containing: '2026-02-11' },
  target: 90,
  atRiskBelow: '0.8',
  ...more,
});

/** One MQL a day from 1 January 2026 at noon; every second from `web`. */
async function withEntries(days: readonly number[]): Promise<string> {
  const id = await newWorkspace(database);
  await enter(id, days);
  return id;
}

async function enter(id: string, days: readonly number[]): Promise<void> {
  const units = days.map((day) => {
    const lead = `lead-${day}`;
    const occurredAt = JANUARY + day * DAY + DAY / 2;
    return {
      lead: { externalId: lead, source: day % 2 ? 'web' : null },
      transitions: [{ externalId: `${lead}-mql`, lead, to: 'MQL', occurredAt }],
    };
  });
  await ingest(database, id, units);
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);
const after = (days: number) => JANUARY + days * DAY;

async function eventsOf(id: string): Promise<{ type: string; data: unknown }[]> {
  return inWorkspace(database, id, (transaction) =>
    transaction.query(
      sql`SELECT type, payload -> 'data' AS data FROM event WHERE workspace_id = ${id}::uuid ORDER BY id`,
    ),
  );
}

describe(`goals, ${describeDatabase()}`, () => {
  it('answer with attainment and pace, as a person would work them out', async () => {
    const id = await withEntries(range(0, 45));
    await setGoal(database, id, goal());
    await setGoal(
      database,
      id,
      goal({ key: 'WEB', target: 10, filter: { source: { in: ['web'] } }, atRiskBelow: null }),
    );
    const ask = askingOf(database);
    const key = `Bearer ${await createApiKey(database, id, { name: 'k', scopes: ['admin'] })}`;
    const at = (day: number) =>
      ask(
        `{ goals(asOf: "${new Date(after(day)).toISOString()}") { key version target entered attainment pace elapsedShare
           atRiskBelow period { start end } stage { key } filter { name in } } }`,
        key,
      );
    // After 30 of 90 days: 30 of 90 entered, just on an even pace; of `web`, 15 against a third of 10.
    expect((await at(30)).data).toEqual({
      goals: [
        {
          key: 'Q1_MQL',
          version: 1,
          target: 90,
          entered: 30,
          attainment: 30 / 90,
          pace: 1,
          elapsedShare: 30 / 90,
          atRiskBelow: '0.8',
          period: { start: '2026-01-01', end: '2026-04-01' },
          stage: { key: 'MQL' },
          filter: [],
        },
        expect.objectContaining({
          key: 'WEB',
          entered: 15,
          attainment: 1.5,
          pace: 4.5,
          filter: [{ name: 'source', in: ['web'] }],
        }),
      ],
    });
    expect((await at(0)).data).toMatchObject({ goals: [{ entered: 0, pace: null, elapsedShare: 0 }, {}] });
    expect((await at(200)).data).toMatchObject({
      goals: [{ entered: 45, pace: 0.5, attainment: 0.5, elapsedShare: 1 }, {}],
    });
  });

  it('count what the throughput funnel counts', async () => {
    const id = await withEntries(range(0, 60));
    const key = `Bearer ${await createApiKey(database, id, { name: 'k', scopes: ['reports:read', 'admin'] })}`;
    const day = fc.integer({ min: 0, max: 70 });
    const date = (days: number) => new Date(after(days)).toISOString().slice(0, 10);
    await fc.assert(
      fc.asyncProperty(
        day,
        day,
        day,
        fc.constantFrom('LEAD', 'MQL', 'SQL'),
        fc.boolean(),
        async (a, length, at, stage, web) => {
          const period = { start: date(a), end: date(a + length + 1) };
          const filter = web ? { source: { in: ['web'] } } : {};
          const { id: goalId } = await setGoal(database, id, goal({ stage, period, filter }));
          const answer = await askingOf(database)(
            `{ goals(asOf: "${new Date(after(at)).toISOString()}") { entered } }`,
            key,
          );
          const report = await runReport(database, id, funnel, {
            mode: 'THROUGHPUT',
            base: stage,
            period,
            filter,
            asOf: after(at),
          });
          expect(goalId).toBe(1);
          expect(answer.data).toEqual({ goals: [{ entered: report.total.stages[0]!.entered }] });
        },
      ),
      { numRuns: RUNS },
    );
  }, 600_000);

  it('have versions: the same again is none, what is left out stays, and retiring hides', async () => {
    const id = await newWorkspace(database);
    const first = await setGoal(database, id, goal());
    expect(await setGoal(database, id, goal({ atRiskBelow: '0.80' }))).toEqual(first);
    expect(await setGoal(database, id, { key: 'Q1_MQL', target: 120 })).toEqual({ ...first, version: 2 });
    expect(await setGoal(database, id, { key: 'Q1_MQL', atRiskBelow: null })).toEqual({ ...first, version: 3 });
    expect(await setGoal(database, id, { key: 'Q1_MQL', retired: true })).toEqual({ ...first, version: 4 });
    const key = `Bearer ${await createApiKey(database, id, { name: 'k', scopes: ['reports:read'] })}`;
    expect((await askingOf(database)('{ goals { key } }', key)).data).toEqual({ goals: [] });
    const all = await askingOf(database)('{ goals(retired: true) { version target retired atRiskBelow } }', key);
    expect(all.data).toEqual({ goals: [{ version: 4, target: 120, retired: true, atRiskBelow: null }] });
  });

  it('at risk are raised once, by two servers as by one, and again only after they have recovered', async () => {
    const id = await withEntries(range(0, 10));
    await createWebhook(database, id, { url: 'https://receiver.example/hook', events: ['goal.at_risk'] });
    await setGoal(database, id, goal());
    // 10 of 90 after 10 of 90 days is a pace of 1; after 12 days 0.83; after 15 days 0.67.
    expect(await checkGoals(database, id, after(12))).toBe(0);
    expect(await eventsOf(id)).toEqual([]);
    const both = await Promise.all([checkGoals(database, id, after(15)), checkGoals(database, id, after(15))]);
    expect(both.reduce((sum, each) => sum + each, 0)).toBe(1);
    expect(await checkGoals(database, id, after(16))).toBe(0);
    const period = { start: '2026-01-01', end: '2026-04-01' };
    expect(await eventsOf(id)).toMatchObject([
      {
        type: 'goal.at_risk',
        data: {
          goal: { key: 'Q1_MQL', name: 'MQLs of the quarter', version: 1, stage: 'MQL', period, target: 90 },
          entered: 10,
          pace: 10 / 15,
          threshold: '0.8',
        },
      },
    ]);
    await setGoal(database, id, { key: 'Q1_MQL', name: 'Renamed' });
    expect(await checkGoals(database, id, after(16))).toBe(0);
    await enter(id, range(10, 16));
    expect(await checkGoals(database, id, after(16))).toBe(0);
    expect(await checkGoals(database, id, after(30))).toBe(1);
    expect(await checkGoals(database, id, after(100))).toBe(0);
    expect(await eventsOf(id)).toHaveLength(2);
  });

  it('are looked at only where one with a threshold is under way', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const now = { grain: 'MONTH', containing: today } as const;
    const due = () =>
      acrossWorkspaces(database, (transaction) => transaction.query<{ workspace_id: string }>(GOALS_TO_CHECK));
    const names = async () => (await due()).map((row) => row.workspace_id);
    const [over, silent, running] = [
      await newWorkspace(database),
      await newWorkspace(database),
      await newWorkspace(database),
    ];
    await setGoal(database, over, goal({ period: { start: '2020-01-01', end: '2020-02-01' } }));
    await setGoal(database, silent, goal({ period: now, atRiskBelow: null }));
    await setGoal(database, running, goal({ period: now }));
    expect(await names()).toContain(running);
    expect(await names()).not.toContain(over);
    expect(await names()).not.toContain(silent);
  });

  it.each<[string, Partial<GoalInput>, string, string[]]>([
    ['a key in small letters', { key: 'q1' }, 'INVALID_KEY', ['key']],
    ['a new goal without a name', { name: undefined }, 'MISSING_FIELD', ['name']],
    ['a new goal without a stage', { stage: undefined }, 'MISSING_FIELD', ['stage']],
    ['a new goal without a period', { period: undefined }, 'MISSING_FIELD', ['period']],
    ['a stage that is not there', { stage: 'SAL' }, 'UNKNOWN_STAGE', ['stage']],
    ['a target of nothing', { target: 0 }, 'INVALID_TARGET', ['target']],
    ['a period that moves', { period: { last: { count: 1, grain: 'MONTH' } } }, 'INVALID_PERIOD', ['period', 'last']],
    ['an empty period', { period: { start: '2026-01-01', end: '2026-01-01' } }, 'INVALID_PERIOD', ['period', 'end']],
    ['a threshold too high', { atRiskBelow: '1.6' }, 'INVALID_PACE', ['atRiskBelow']],
    ['an unknown attribute', { filter: { colour: { in: ['red'] } } }, 'UNKNOWN_ATTRIBUTE', ['filter', 'colour']],
  ])('refuse %s', async (_name, more, code, path) => {
    const id = await newWorkspace(database);
    const refusal = await setGoal(database, id, goal(more)).catch((error: InvalidInput) => error);
    expect(refusal).toMatchObject({ code, path });
  });
});
