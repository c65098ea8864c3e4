import { cost, funnel, type ReportQuestion, velocity } from '@leadstage/core';
import { type Database, inWorkspace } from '@leadstage/prisma';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ingest } from '../packages/api/src/commands/ingest.js';
import type { IngestUnit } from '../packages/api/src/commands/ingest-input.js';
import { advanceClock, lockWorkspace } from '../packages/api/src/commands/lock-workspace.js';
import { rebuild } from '../packages/api/src/commands/rebuild.js';
import { recordIn } from '../packages/api/src/commands/recording.js';
import { verify } from '../packages/api/src/commands/verify.js';
import { runReport } from '../packages/api/src/query/run-report.js';
import { sql } from '../packages/api/src/query/sql.js';
import { describeDatabase, newWorkspace, openTestDatabase } from './support/database.js';

const DAY = 86_400_000;
const PERIOD = { start: '2026-01-01', end: '2026-04-01' };
const AS_OF = Date.UTC(2026, 5, 1);

let database: Database;
let id: string;
let knownAt: number;
let before: string;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database?.close());

beforeEach(async () => {
  id = await newWorkspace(database);
  knownAt = (await recorded(firstUnits())).recordedAt!;
  before = await answers();
});

async function recorded(units: readonly IngestUnit[]) {
  const result = await ingest(database, id, units);
  expect(result.outcomes.filter(({ status }) => status === 'REJECTED')).toEqual([]);
  return result;
}

/** Twenty leads, four days apart; every second one MQL after three days, every fifth CUSTOMER after twenty. */
function firstUnits(): IngestUnit[] {
  const leads = Array.from({ length: 20 }, (_, number): IngestUnit => {
    const began = Date.UTC(2026, 0, 1, 12) + number * 4 * DAY;
    const entries = [
      ['LEAD', 0],
      ...(number % 2 ? [] : [['MQL', 3]]),
      ...(number % 5 ? [] : [['CUSTOMER', 20]]),
    ] as const;
    return {
      lead: {
        ...named(number),
        source: `s${number % 3}`,
        owner: 'ann',
        account: `a${number % 4}`,
        attributes: { tier: 'x' },
      },
      transitions: entries.map(([to, days]) => entry(number, `${to}`, began + Number(days) * DAY)),
    };
  });
  return [...leads, { costs: [spend('c1', '900.00')] }];
}

const named = (number: number) => ({ externalId: `lead-${number}` });
const entry = (number: number, to: string, occurredAt: number) => ({
  externalId: `lead-${number}-${to}-${occurredAt}`,
  lead: `lead-${number}`,
  to,
  occurredAt,
});
const spend = (externalId: string, amount: string) => ({
  externalId,
  amount,
  currency: 'EUR',
  from: '2026-01-01',
  to: '2026-04-01',
  category: 'ads',
  source: 's1',
});

/** What every report says at the fixed asOf and knownAt, byte for byte but for how long it took. */
async function answers(at: number = knownAt): Promise<string> {
  const asked: ReportQuestion = { period: PERIOD, asOf: AS_OF, knownAt: at };
  const given = [
    await runReport(database, id, funnel, { ...asked, grain: 'WEEK' }),
    await runReport(database, id, funnel, { ...asked, by: ['source'], grain: 'MONTH' }),
    await runReport(database, id, funnel, { ...asked, by: ['owner', 'account', 'tier'], includeImplied: false }),
    await runReport(database, id, funnel, { ...asked, mode: 'THROUGHPUT', filter: { source: { in: ['s1', null] } } }),
    await runReport(database, id, velocity, { ...asked, by: ['source'], from: 'LEAD', to: 'CUSTOMER' }),
    await runReport(database, id, cost, { ...asked, by: ['source'], method: 'SHIFTED' }),
  ];
  return JSON.stringify(given.map(({ statistics: _, ...answer }) => answer));
}

/** The same at what is known now: it must have changed, or the change was none. */
async function answersNow(): Promise<string> {
  const [clock] = await inWorkspace(database, id, (transaction) =>
    transaction.query<{ at: number }>(sql`SELECT last_recorded_at AS at FROM workspace_clock`),
  );
  return (await answers(clock!.at)).replaceAll(`"knownAt":${clock!.at}`, `"knownAt":${knownAt}`);
}

/** Voids by hand what no command voids yet: under the lock, with the facts brought along. */
async function voidTransitions(to: string): Promise<void> {
  await recordIn(database, id, async ({ transaction, recordedAt, touched }) => {
    const rows = await transaction.query<{ lead: number }>(sql`
      UPDATE transition t SET voided_at = ${new Date(recordedAt).toISOString()}::timestamptz, void_reason = 'test'
      FROM stage s WHERE s.workspace_id = t.workspace_id AND s.id = t.to_stage_id AND s.key = ${to}
        AND t.workspace_id = ${id}::uuid RETURNING t.lead_id AS lead`);
    expect(rows.length).toBeGreaterThan(0);
    for (const { lead } of rows) touched.add(lead);
  });
}

const CHANGES: Readonly<Record<string, () => Promise<unknown>>> = {
  'new leads': () =>
    recorded([
      {
        lead: { externalId: 'late', source: 's1', owner: 'new' },
        transitions: [{ ...entry(0, 'LEAD', Date.UTC(2026, 1, 1)), externalId: 'late-1', lead: 'late' }],
      },
    ]),
  'late transitions of known leads': () => recorded([{ transitions: [entry(1, 'CUSTOMER', Date.UTC(2026, 2, 1))] }]),
  'an earlier first contact': () => recorded([{ transitions: [entry(19, 'LEAD', Date.UTC(2026, 0, 2))] }]),
  'a transition from before everything': () => recorded([{ transitions: [entry(3, 'LEAD', Date.UTC(2025, 0, 2))] }]),
  'a disqualification': () =>
    recorded([
      {
        transitions: [
          { ...entry(2, '', Date.UTC(2026, 2, 1)), to: null, reason: 'test' },
          entry(4, 'SQL', Date.UTC(2026, 2, 1)),
        ],
      },
    ]),
  'another source': () =>
    recorded([{ lead: { ...named(0), source: 'other' } }, { lead: { ...named(1), source: null } }]),
  'another owner': () => recorded([{ lead: { ...named(0), owner: 'bob' } }]),
  'another account': () => recorded([{ lead: { ...named(0), account: 'a-new' } }]),
  'another value of an own attribute': () => recorded([{ lead: { ...named(0), attributes: { tier: 'y' } } }]),
  'new costs': () => recorded([{ costs: [spend('c2', '1.00'), { ...spend('c3', '77.70'), source: 's2' }] }]),
  'voided transitions': () => voidTransitions('CUSTOMER'),
  'voided entries into the base stage': () => voidTransitions('LEAD'),
};

describe(`the same question at the same asOf and knownAt, ${describeDatabase()}`, () => {
  it.each(Object.entries(CHANGES))('has the same answer after %s', async (_, change) => {
    await change();
    expect(await answers()).toBe(before);
    expect(await answersNow(), 'the change shows at what is known now').not.toBe(before);
    expect(await verify(database, id)).toMatchObject({ wrongFacts: 0, wrongRollupCells: 0 });
  });

  it('has the same answer after all of them, and after a rebuild', async () => {
    const answered: [number, string][] = [[knownAt, before]];
    for (const change of Object.values(CHANGES)) {
      await change();
      const [clock] = await inWorkspace(database, id, (transaction) =>
        transaction.query<{ at: number }>(sql`SELECT last_recorded_at AS at FROM workspace_clock`),
      );
      answered.push([clock!.at, await answers(clock!.at)]);
    }
    expect(new Set(answered.map(([at]) => at)).size).toBe(answered.length);
    for (const [at, text] of answered) expect(await answers(at), `knownAt ${at}`).toBe(text);
    await rebuild(database, id);
    for (const [at, text] of answered) expect(await answers(at), `knownAt ${at}, rebuilt`).toBe(text);
  });

  it('has the same answer whether knownAt was the present or is the past', async () => {
    const asked = { period: PERIOD, asOf: AS_OF, by: ['source'] };
    const { statistics: present, ...now } = await runReport(database, id, funnel, asked);
    await CHANGES['new leads']!();
    const { statistics: past, ...then } = await runReport(database, id, funnel, { ...asked, knownAt: now.knownAt });
    expect(JSON.stringify(then)).toBe(JSON.stringify(now));
    expect([present.sources, past.sources]).toEqual([['ROLLUP_MONTH'], ['RECORD']]);
  });

  it('before anything was recorded there was nothing', async () => {
    const asked = { period: PERIOD, asOf: AS_OF, knownAt: knownAt - 1 };
    const { total } = await runReport(database, id, funnel, asked);
    expect(total.stages.map(({ reached }) => reached)).toEqual(total.stages.map(() => 0));
  });
});

describe(`knownAt, ${describeDatabase()}`, () => {
  it('in the future is refused: nobody knows yet', async () => {
    const asked = { period: PERIOD, knownAt: Date.now() + 3_600_000 };
    await expect(runReport(database, id, funnel, asked)).rejects.toMatchObject({
      code: 'KNOWN_AT_IN_FUTURE',
      path: ['knownAt'],
    });
  });

  const onServer = Boolean(process.env.LEADSTAGE_TEST_DATABASE_URL);
  it.skipIf(!onServer)(
    `in the present waits for a command that may be recorded before it${onServer ? '' : ': skipped, the embedded database has one connection'}`,
    async () => {
      let release = () => {};
      let locked = () => {};
      const isLocked = new Promise<void>((resolve) => {
        locked = resolve;
      });
      const command = inWorkspace(database, id, async (transaction) => {
        const { recordedAt, lastIds } = await lockWorkspace(transaction, id);
        locked();
        await new Promise<void>((resolve) => {
          release = resolve;
        });
        await transaction.query(sql`
          UPDATE cost_entry SET voided_at = ${new Date(recordedAt).toISOString()}::timestamptz
          WHERE workspace_id = ${id}::uuid`);
        await advanceClock(transaction, id, recordedAt, lastIds, []);
        return recordedAt;
      });
      await isLocked;
      await new Promise((resolve) => setTimeout(resolve, 20));
      const present = Date.now() - 1;
      let isAnswered = false;
      const asked = runReport(database, id, cost, { period: PERIOD, asOf: AS_OF, knownAt: present }).then((answer) => {
        isAnswered = true;
        return answer;
      });
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(isAnswered, 'it waits').toBe(false);
      // A question about the past does not.
      expect(await answers()).toBe(before);
      release();
      expect(await command).toBeLessThan(present);
      const first = await asked;
      expect(first.total.stages[0]!.spend, 'it saw what was recorded before').toBe('0.00');
      const again = await runReport(database, id, cost, { period: PERIOD, asOf: AS_OF, knownAt: present });
      expect({ ...again, statistics: null }).toEqual({ ...first, statistics: null });
    },
  );
});
