/* What the scheduler raises of handoffs, when, how often, and what it does about them. */
import { type Database, inWorkspace, openDatabase } from '@leadstage/prisma';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ingest } from '../packages/api/src/commands/ingest.js';
import { rebuild } from '../packages/api/src/commands/rebuild.js';
import { recordIn } from '../packages/api/src/commands/recording.js';
import { setBusinessCalendar } from '../packages/api/src/commands/set-business-calendar.js';
import { setSlaPolicy } from '../packages/api/src/commands/set-sla-policy.js';
import { verify } from '../packages/api/src/commands/verify.js';
import { voidTransition } from '../packages/api/src/commands/void-transition.js';
import { HANDOFF_FACT } from '../packages/api/src/query/facts.js';
import { type Sql, sql } from '../packages/api/src/query/sql.js';
import type { PolicyInput, TargetInput } from '../packages/api/src/sla/check-policy.js';
import { raiseAlerts } from '../packages/api/src/sla/raise-alerts.js';
import { wakeForLeads } from '../packages/api/src/sla/wake-for-leads.js';
import { createServerDatabase, describeDatabase, newWorkspace, openTestDatabase } from './support/database.js';
import { handOver } from './support/sla.js';
import { statementsOf } from './support/statements.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** A Thursday, 10:00 UTC. */
const OPENED = Date.parse('2026-03-26T10:00:00Z');

let database: Database;
let id: string;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database?.close());
beforeEach(async () => {
  id = await newWorkspace(database);
  await listen(database, id);
});

/** A webhook that wants everything, so that events are stored. */
const listen = (where: Database, workspaceId: string) =>
  inWorkspace(where, workspaceId, (transaction) =>
    transaction.query(sql`
      INSERT INTO webhook (workspace_id, id, url, secret, events, created_at)
      VALUES (${workspaceId}::uuid, 1, 'https://example.com/', 'whsec_x', ARRAY['handoff.due_soon', 'handoff.overdue'], now())`),
  );
const rows = <Row extends object>(statement: Sql, where = database, workspaceId = id) =>
  inWorkspace(where, workspaceId, (transaction) => transaction.query<Row>(statement));

const response = (over: Partial<TargetInput> = {}): TargetInput => ({ within: 'PT1H', clock: 'CALENDAR', ...over });
const promise = (input: Partial<PolicyInput>) =>
  setSlaPolicy(database, id, { key: 'HOT', name: 'Hot', effectiveFrom: 0, ...input });
const raise = (now: number, most?: number) => raiseAlerts(database, id, now, most);

interface Told {
  readonly type: string;
  readonly data: Record<string, unknown> & { readonly lead: { readonly externalId: string } };
}
/** Events in order, as `<lead> <what> <clock> <action>`. */
async function told(where = database, workspaceId = id): Promise<string[]> {
  const events = await rows<Told>(
    sql`SELECT type, payload -> 'data' AS data FROM event WHERE workspace_id = ${workspaceId}::uuid ORDER BY id`,
    where,
    workspaceId,
  );
  return events.map(({ type, data }) =>
    [data.lead.externalId, type.replace('handoff.', ''), data.clock, ...(data.action ? [data.action] : [])].join(' '),
  );
}
const alerts = () =>
  rows<{ type: string; at: number }>(
    sql`SELECT type, due_at AS at FROM handoff_alert WHERE workspace_id = ${id}::uuid ORDER BY due_at, type`,
  );
const wakeAt = async () => {
  const [row] = await rows<{ at: number | null }>(
    sql`SELECT wake_at AS at FROM workspace_clock WHERE workspace_id = ${id}::uuid`,
  );
  return row!.at;
};
const handoff = async (lead = 'a') => {
  const [row] = await rows<{
    owner: string | null;
    outcome: string | null;
    reason: string | null;
    closedAt: number | null;
  }>(sql`
    SELECT h.owner, h.outcome, h.reason, h.closed_at AS "closedAt" FROM ${HANDOFF_FACT} h
    JOIN workspace_clock c ON c.workspace_id = h.workspace_id AND c.generation = h.generation
    JOIN lead l ON l.workspace_id = h.workspace_id AND l.id = h.lead_id
    WHERE h.workspace_id = ${id}::uuid AND l.external_id = ${lead}`);
  return row!;
};
const clean = async () => {
  expect(await verify(database, id)).toMatchObject({ wrongFacts: 0, wrongRollupCells: 0 });
  const before = await handoff();
  await rebuild(database, id);
  expect(await handoff()).toEqual(before);
};

describe(`when (${describeDatabase()})`, () => {
  test('due soon from its instant on, overdue a millisecond after the due instant, each once', async () => {
    await promise({
      firstResponseWithin: response({ dueSoon: 'PT15M' }),
      decisionWithin: { within: 'P2D', clock: 'CALENDAR' },
    });
    await ingest(database, id, [handOver('a', OPENED)]);
    expect(await wakeAt()).toBe(OPENED + 45 * MINUTE);
    const steps: [now: number, raised: string[], next: number | null][] = [
      [OPENED + 45 * MINUTE - 1, [], OPENED + 45 * MINUTE],
      [OPENED + 45 * MINUTE, ['a due_soon FIRST_RESPONSE'], OPENED + HOUR + 1],
      [OPENED + HOUR, [], OPENED + HOUR + 1],
      [OPENED + HOUR + 1, ['a overdue FIRST_RESPONSE NOTIFY'], OPENED + 2 * DAY + 1],
      [OPENED + 2 * DAY, [], OPENED + 2 * DAY + 1],
      [OPENED + 2 * DAY + 1, ['a overdue DECISION NOTIFY'], null],
      [OPENED + 9 * DAY, [], null],
    ];
    const all: string[] = [];
    for (const [now, raised, next] of steps) {
      await raise(now);
      all.push(...raised);
      expect([now, await told()]).toEqual([now, all]);
      expect([now, await wakeAt()]).toEqual([now, next]);
    }
    expect(await alerts()).toEqual([
      { type: 'RESPONSE_DUE_SOON', at: OPENED + HOUR },
      { type: 'RESPONSE_OVERDUE', at: OPENED + HOUR },
      { type: 'DECISION_OVERDUE', at: OPENED + 2 * DAY },
    ]);
    await clean();
  });

  test('what is overdue when first looked at is not due soon any more', async () => {
    await promise({ firstResponseWithin: response({ dueSoon: 'PT15M' }) });
    await ingest(database, id, [handOver('a', OPENED)]);
    await raise(OPENED + DAY);
    await raise(OPENED + DAY);
    expect(await told()).toEqual(['a overdue FIRST_RESPONSE NOTIFY']);
  });

  test('a first response stops its clock, and a decision both', async () => {
    await promise({ firstResponseWithin: response(), decisionWithin: response({ within: 'PT2H' }) });
    await ingest(database, id, [handOver('a', OPENED), handOver('b', OPENED)]);
    await ingest(database, id, [
      { activities: [{ externalId: 'c', lead: 'a', type: 'CALL', occurredAt: OPENED + MINUTE }] },
      { transitions: [{ externalId: 'b-2', lead: 'b', to: 'SQL', occurredAt: OPENED + MINUTE }] },
    ]);
    await raise(OPENED + DAY);
    expect(await told()).toEqual(['a overdue DECISION NOTIFY']);
    expect(await wakeAt()).toBeNull();
  });

  test('a handoff that comes late and is overdue is looked at at once', async () => {
    await promise({ firstResponseWithin: response() });
    await raise(OPENED + 5 * DAY);
    await ingest(database, id, [handOver('a', OPENED)]);
    expect(await wakeAt()).toBe(OPENED + HOUR + 1);
  });

  test('a later instant that something else set stays', async () => {
    await promise({ firstResponseWithin: response() });
    await ingest(database, id, [handOver('a', OPENED)]);
    await raise(OPENED + HOUR + 1);
    expect(await wakeAt()).toBeNull();
    await recordIn(database, id, async (recording) => {
      recording.wakeAt(OPENED + 3 * HOUR);
      recording.changed();
    });
    await raise(OPENED + 2 * HOUR);
    expect(await wakeAt()).toBe(OPENED + 3 * HOUR);
    await raise(OPENED + 3 * HOUR);
    expect(await wakeAt()).toBeNull();
  });

  test('when a calendar is corrected, the new due instant is raised, and the old one is not again', async () => {
    const calendar = (days: string[]) =>
      setBusinessCalendar(database, id, {
        key: 'UTC',
        name: 'UTC',
        timeZone: 'UTC',
        hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '17:00' })),
        days: days.map((date) => ({ date, name: 'off', hours: [] })),
        effectiveFrom: 0,
      });
    await calendar([]);
    await promise({ firstResponseWithin: response({ clock: 'BUSINESS' }), calendar: 'UTC' });
    await ingest(database, id, [handOver('a', OPENED)]);
    await raise(OPENED + HOUR + 1);
    await calendar(['2026-03-26']);
    expect(await wakeAt()).toBe(Date.parse('2026-03-27T10:00:00.001Z'));
    await raise(OPENED + 2 * HOUR);
    expect(await told()).toHaveLength(1);
    await raise(OPENED + DAY + 1);
    await calendar([]);
    await raise(OPENED + 2 * DAY);
    expect(await alerts()).toEqual([
      { type: 'RESPONSE_OVERDUE', at: OPENED + HOUR },
      { type: 'RESPONSE_OVERDUE', at: Date.parse('2026-03-27T10:00:00Z') },
    ]);
    await clean();
  });

  test('so many at a time, and the rest at once', async () => {
    await promise({ firstResponseWithin: response(), decisionWithin: response() });
    await ingest(
      database,
      id,
      Array.from({ length: 5 }, (_, index) => handOver(`l${index}`, OPENED + index)),
    );
    const now = OPENED + DAY;
    const counts: number[] = [];
    for (const wake of [now, now, null]) {
      await raise(now, 2);
      counts.push((await told()).length);
      expect(await wakeAt()).toBe(wake);
    }
    expect(counts).toEqual([4, 8, 10]);
  });

  test('the number of statements does not depend on how many there are', async () => {
    await promise({
      firstResponseWithin: response({ onOverdue: 'REASSIGN', assignTo: 'zoe' }),
      decisionWithin: response({ onOverdue: 'RECALL', within: 'PT2H' }),
    });
    const count = async (n: number, openedAt: number) => {
      await ingest(
        database,
        id,
        Array.from({ length: n }, (_, index) => handOver(`${openedAt}-${index}`, openedAt)),
      );
      const reassigning = await statementsOf(() => raise(openedAt + HOUR + 1));
      const recalling = await statementsOf(() => raise(openedAt + 2 * HOUR + 1));
      return [reassigning.length, recalling.length];
    };
    expect(await count(1, OPENED)).toEqual(await count(200, OPENED + DAY));
    expect((await told()).length).toBe(402);
  });
});

describe('what is done', () => {
  test('REASSIGN: the lead gets another owner; the event names both', async () => {
    await promise({ firstResponseWithin: response({ onOverdue: 'REASSIGN', assignTo: 'zoe' }) });
    await ingest(database, id, [handOver('a', OPENED, { owner: 'ann' })]);
    await raise(OPENED + HOUR + 1);
    await raise(OPENED + DAY);
    expect(await handoff()).toMatchObject({ owner: 'zoe', closedAt: null });
    expect(
      await rows(
        sql`SELECT owner, actor, occurred_at AS at FROM assignment WHERE workspace_id = ${id}::uuid AND actor IS NOT NULL`,
      ),
    ).toEqual([{ owner: 'zoe', actor: 'sla:HOT@1', at: OPENED + HOUR + 1 }]);
    const [event] = await rows<Told>(
      sql`SELECT type, payload -> 'data' AS data FROM event WHERE workspace_id = ${id}::uuid`,
    );
    expect(event).toMatchObject({
      type: 'handoff.overdue',
      data: {
        lead: { externalId: 'a' },
        handoff: { owner: 'ann', closedAt: null, responseDueAt: '2026-03-26T11:00:00.000Z' },
        clock: 'FIRST_RESPONSE',
        dueAt: '2026-03-26T11:00:00.000Z',
        policy: { key: 'HOT', version: 1 },
        action: 'REASSIGN',
        assignedTo: 'zoe',
      },
    });
    await clean();
  });

  test('RECALL: the lead goes back to the stage before, the handoff is recycled, and its other clock ends', async () => {
    await promise({
      firstResponseWithin: response({ onOverdue: 'RECALL' }),
      decisionWithin: response({ within: 'P2D' }),
    });
    await ingest(database, id, [handOver('a', OPENED)]);
    const now = OPENED + HOUR + 1;
    await raise(now);
    expect(await handoff()).toMatchObject({ outcome: 'RECYCLED', reason: 'overdue: FIRST_RESPONSE', closedAt: now });
    expect(await wakeAt()).toBeNull();
    await raise(OPENED + 9 * DAY);
    expect(await told()).toEqual(['a overdue FIRST_RESPONSE RECALL']);
    const recalled = await rows<{ externalId: string }>(sql`
      SELECT t.external_id AS "externalId", t.actor, s.key AS to FROM transition t
      JOIN stage s ON s.workspace_id = t.workspace_id AND s.id = t.to_stage_id
      WHERE t.workspace_id = ${id}::uuid AND t.kind = 'RECYCLED'`);
    expect(recalled).toMatchObject([{ actor: 'sla:HOT@1', to: 'LEAD' }]);
    expect(recalled[0]?.externalId).toMatch(/^sla:\d+:RESPONSE_OVERDUE:2026-03-26T11:00:00.000Z$/);
    await clean();

    await voidTransition(database, id, { externalId: recalled[0]!.externalId, reason: 'sales was right' });
    await recordIn(database, id, async (recording) => {
      await wakeForLeads(recording, [1]);
      recording.changed();
    });
    expect(await wakeAt()).toBe(OPENED + HOUR + 1);
    await raise(OPENED + 9 * DAY);
    expect(await told()).toEqual(['a overdue FIRST_RESPONSE RECALL', 'a overdue DECISION NOTIFY']);
    expect(await handoff()).toMatchObject({ outcome: null });
  });

  const reassign = { onOverdue: 'REASSIGN', assignTo: 'zoe' } as const;
  const recall = { onOverdue: 'RECALL' } as const;
  test.each([
    [
      'reassigned, then recalled',
      reassign,
      recall,
      ['NOTIFY', 'RECALL'],
      { owner: 'ann', reason: 'overdue: DECISION' },
    ],
    [
      'recalled, then reassigned',
      recall,
      reassign,
      ['RECALL', 'NOTIFY'],
      { owner: 'ann', reason: 'overdue: FIRST_RESPONSE' },
    ],
    [
      'reassigned twice',
      reassign,
      { ...reassign, assignTo: 'max' },
      ['NOTIFY', 'REASSIGN'],
      { owner: 'max', reason: null },
    ],
  ])(
    'of two that fall due together a recall ends it, else the last counts: %s',
    async (_what, first, then, done, ends) => {
      await promise({ firstResponseWithin: response(first), decisionWithin: response({ within: 'PT2H', ...then }) });
      await ingest(database, id, [handOver('a', OPENED, { owner: 'ann' })]);
      await raise(OPENED + DAY);
      expect(await told()).toEqual([`a overdue FIRST_RESPONSE ${done[0]}`, `a overdue DECISION ${done[1]}`]);
      expect(await handoff()).toMatchObject(ends);
      await clean();
    },
  );
});

const server = process.env.LEADSTAGE_TEST_DATABASE_URL;
test.skipIf(!server)('two servers on one database raise and do everything once', { timeout: 300_000 }, async () => {
  const { url, drop } = await createServerDatabase(server ?? '');
  const one = await openDatabase({ url });
  const other = await openDatabase({ url });
  try {
    const workspaceId = await newWorkspace(one);
    await listen(one, workspaceId);
    const targets = {
      firstResponseWithin: response({ dueSoon: 'PT15M', onOverdue: 'REASSIGN', assignTo: 'zoe' }),
      decisionWithin: response({ within: 'PT2H', onOverdue: 'RECALL' }),
    };
    await setSlaPolicy(one, workspaceId, { key: 'HOT', name: 'Hot', effectiveFrom: 0, ...targets });
    const leads = 60;
    await ingest(
      one,
      workspaceId,
      Array.from({ length: leads }, (_, index) => handOver(`l${index}`, OPENED + index * MINUTE, { owner: 'ann' })),
    );
    for (let now = OPENED; now <= OPENED + 4 * HOUR; now += 5 * MINUTE) {
      await Promise.all([one, other, one, other].map((each, place) => raiseAlerts(each, workspaceId, now + place, 7)));
    }
    for (let more = 0; more < 20; more += 1) {
      await Promise.all([one, other].map((each) => raiseAlerts(each, workspaceId, OPENED + DAY, 7)));
    }
    const events = await told(one, workspaceId);
    expect(new Set(events).size).toBe(events.length);
    expect(events.length).toBe(3 * leads);
    const [counts] = await rows<Record<string, number>>(
      sql`SELECT
        (SELECT count(*) FROM handoff_alert WHERE workspace_id = ${workspaceId}::uuid) AS alerts,
        (SELECT count(*) FROM delivery WHERE workspace_id = ${workspaceId}::uuid) AS deliveries,
        (SELECT count(*) FROM assignment WHERE workspace_id = ${workspaceId}::uuid AND actor IS NOT NULL) AS assignments,
        (SELECT count(*) FROM transition WHERE workspace_id = ${workspaceId}::uuid AND kind = 'RECYCLED') AS recalls`,
      one,
      workspaceId,
    );
    expect(counts).toEqual({ alerts: 3 * leads, deliveries: 3 * leads, assignments: leads, recalls: leads });
    expect(await verify(other, workspaceId)).toMatchObject({ wrongFacts: 0, wrongRollupCells: 0 });
  } finally {
    await Promise.all([one.close(), other.close()]);
    await drop();
  }
});
