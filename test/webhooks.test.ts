import { randomUUID } from 'node:crypto';
import { type Database, inWorkspace } from '@leadstage/prisma';
import { verifyWebhook } from '@leadstage/sdk';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ingest } from '../packages/api/src/commands/ingest.js';
import type { IngestUnit } from '../packages/api/src/commands/ingest-input.js';
import { mergeLeads } from '../packages/api/src/commands/merge-leads.js';
import { recordIn } from '../packages/api/src/commands/recording.js';
import { sql } from '../packages/api/src/query/sql.js';
import { claimDeliveries } from '../packages/api/src/webhooks/claim-deliveries.js';
import { createWebhook } from '../packages/api/src/webhooks/create-webhook.js';
import { deleteWebhook } from '../packages/api/src/webhooks/delete-webhook.js';
import { type DeliverOptions, deliverDue } from '../packages/api/src/webhooks/deliver.js';
import { EVENT_TYPES, type EventEnvelope, type EventType } from '../packages/api/src/webhooks/events.js';
import { deliveriesOf } from '../packages/api/src/webhooks/list-webhooks.js';
import { pruneEvents } from '../packages/api/src/webhooks/prune-events.js';
import { resendDeliveries } from '../packages/api/src/webhooks/resend-deliveries.js';
import { MOST_ATTEMPTS } from '../packages/api/src/webhooks/retry-delay.js';
import { describeDatabase, newWorkspace, openTestDatabase } from './support/database.js';
import { type Behaviour, type Receiver, startReceiver } from './support/receiver.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let database: Database;
let id: string;
const receivers: Receiver[] = [];

beforeAll(async () => {
  process.env.LEADSTAGE_WEBHOOK_ALLOW_PRIVATE = '1';
  database = await openTestDatabase();
});
beforeEach(async () => {
  id = await newWorkspace(database);
});
afterAll(async () => {
  delete process.env.LEADSTAGE_WEBHOOK_ALLOW_PRIVATE;
  await Promise.all(receivers.map((receiver) => receiver.close()));
  await database?.close();
});

async function receiver(behave?: (index: number, event: string) => Behaviour): Promise<Receiver> {
  const made = await startReceiver(behave);
  receivers.push(made);
  return made;
}

async function webhook({ url }: Receiver, events: readonly EventType[] = EVENT_TYPES) {
  const { id: webhookId, secret } = await createWebhook(database, id, { url, events });
  return { webhookId, secret: secret ?? '' };
}

const MAY = Date.UTC(2026, 4, 1);

/** A lead enters these stages a day apart, from 1 May 2026 on. */
const way = (lead: string, ...stages: string[]): IngestUnit => ({
  lead: { externalId: lead, owner: 'sam' },
  transitions: stages.map((to, index) => ({
    externalId: `${lead}-${to}`,
    lead,
    to,
    occurredAt: MAY + index * DAY,
    actor: 'kim',
    reason: `why ${to}`,
  })),
});

async function record(...units: IngestUnit[]) {
  const { outcomes } = await ingest(database, id, units);
  expect(outcomes.filter(({ status }) => status === 'REJECTED')).toEqual([]);
}

const enter = (lead: string, ...stages: string[]) => record(way(lead, ...stages));
const leads = (count: number) => record(...Array.from({ length: count }, (_, n) => way(`lead-${n + 1}`, 'LEAD')));

async function outbox(): Promise<EventEnvelope[]> {
  const rows = await inWorkspace(database, id, (transaction) =>
    transaction.query<{ payload: EventEnvelope }>(sql`SELECT payload FROM event ORDER BY id`),
  );
  return rows.map(({ payload }) => payload);
}

/** Of one webhook, oldest event first. */
async function deliveries(webhookId: number) {
  const page = (await deliveriesOf(database, id, [webhookId], { last: 100 })).get(webhookId);
  return page!.items.map(({ row }) => row).reverse();
}

/** Delivers again and again, the clock going on to the next attempt, until nothing is pending; answers the waits. */
async function deliverAll(webhookId: number, options: DeliverOptions = {}): Promise<number[]> {
  const waits: number[] = [];
  for (let now = Date.now() + 1_000; ; ) {
    await deliverDue(database, id, { ...options, now });
    const next = (await deliveries(webhookId))
      .flatMap(({ nextAttemptAt }) => nextAttemptAt ?? [])
      .sort((a, b) => a - b)[0];
    if (next === undefined) return waits;
    waits.push(Math.max(0, next - now));
    now = Math.max(now, next);
  }
}

describe(`the outbox, ${describeDatabase()}`, () => {
  it('says of each transition and handoff what it was, in order', async () => {
    await webhook(await receiver());
    await enter('ada', 'LEAD', 'MQL', 'SQL');
    const events = await outbox();
    expect(events.map(({ type }) => type)).toEqual([
      'lead.transitioned',
      'lead.transitioned',
      'lead.transitioned',
      'handoff.opened',
      'handoff.accepted',
    ]);
    expect(events.map((event) => event.id)).toEqual(['1', '2', '3', '4', '5']);
    expect(new Set(events.map(({ workspace }) => workspace))).toEqual(new Set([id]));
    const lead = { id: '1', externalId: 'ada' };
    expect(events[1]!.data).toEqual({
      lead,
      transition: {
        externalId: 'ada-MQL',
        from: 'LEAD',
        to: 'MQL',
        kind: 'ADVANCED',
        occurredAt: '2026-05-02T00:00:00.000Z',
        actor: 'kim',
        reason: 'why MQL',
      },
    });
    expect(events[4]!.data).toEqual({
      lead,
      handoff: {
        id: '2',
        openedAt: '2026-05-02T00:00:00.000Z',
        closedAt: '2026-05-03T00:00:00.000Z',
        outcome: 'ACCEPTED',
        owner: 'sam',
        reason: 'why SQL',
        responseDueAt: null,
        decisionDueAt: null,
      },
    });
  });

  it('tells of what a command did, and of nothing that was there before', async () => {
    await enter('ada', 'LEAD', 'MQL');
    await webhook(await receiver());
    await enter('ada', 'SQL');
    // On 1 May, before the MQL of 2 May: it comes from LEAD, and the lead is back in MQL a day on.
    const told = (await outbox()).map(({ type, data }) => [
      type,
      (data.transition as { from?: string } | undefined)?.from,
    ]);
    expect(told).toEqual([['lead.transitioned', 'LEAD']]);
  });

  it('holds an event of a rejected handoff, and none of a recycled one but its transition', async () => {
    await webhook(await receiver(), ['handoff.rejected', 'lead.transitioned']);
    const move = (lead: string, to: string, kind?: 'REJECTED' | 'RECYCLED', day = 0) => ({
      lead: { externalId: lead },
      transitions: [
        {
          externalId: `${lead}-${to}-${day}`,
          lead,
          to,
          occurredAt: MAY + day * DAY,
          reason: 'no fit',
          ...(kind ? { kind } : {}),
        },
      ],
    });
    await ingest(database, id, [
      move('ada', 'MQL'),
      move('ada', 'LEAD', 'REJECTED', 1),
      move('bob', 'MQL'),
      move('bob', 'LEAD', 'RECYCLED', 1),
    ]);
    const events = await outbox();
    expect(events.map(({ type }) => type)).toEqual([...Array(4).fill('lead.transitioned'), 'handoff.rejected']);
    expect(events[4]!.data).toMatchObject({
      lead: { externalId: 'ada' },
      handoff: { outcome: 'REJECTED', reason: 'no fit' },
    });
  });

  it('has one event for each transition that was taken, whatever was refused or known beside it', async () => {
    await webhook(await receiver());
    const unit = fc.record({ lead: fc.nat(4), to: fc.constantFrom('LEAD', 'MQL', 'SQL', 'NOPE'), day: fc.nat(9) });
    await fc.assert(
      fc.asyncProperty(fc.array(unit, { minLength: 1, maxLength: 20 }), async (units) => {
        await ingest(
          database,
          id,
          units.map(({ lead, to, day }) => ({
            lead: { externalId: `${lead}` },
            transitions: [{ externalId: `${lead}-${to}-${day}`, lead: `${lead}`, to, occurredAt: MAY + day * DAY }],
          })),
        );
        const told = (await outbox()).flatMap(
          ({ data }) => (data.transition as { externalId: string } | undefined) ?? [],
        );
        const kept = await inWorkspace(database, id, (transaction) =>
          transaction.query<{ id: string }>(sql`SELECT external_id AS id FROM transition t ORDER BY t.id`),
        );
        expect(told.map(({ externalId }) => externalId)).toEqual(kept.map((row) => row.id));
      }),
      { numRuns: 15 },
    );
  });

  it('names the surviving lead of merged ones', async () => {
    await record(way('ada', 'LEAD'), way('eve', 'LEAD'));
    await webhook(await receiver());
    await mergeLeads(database, id, { lead: { externalId: 'eve' }, into: { externalId: 'ada' } });
    await enter('eve', 'LEAD', 'MQL');
    expect((await outbox()).map(({ type, data }) => [type, data.lead])).toEqual([
      ['lead.transitioned', { id: '1', externalId: 'ada' }],
      ['handoff.opened', { id: '1', externalId: 'ada' }],
    ]);
  });

  it('is written with the command or not at all', async () => {
    const { webhookId } = await webhook(await receiver());
    const goal = { type: 'goal.at_risk' as const, leadId: null, payload: { goal: 'x' } };
    const failing = recordIn(database, id, async (recording) => {
      recording.events.push(goal);
      recording.changed();
      throw new Error('too late');
    });
    await expect(failing).rejects.toThrow('too late');
    // The event is in the outbox already when the clock fails to advance.
    const late = recordIn(database, id, async (recording) => {
      recording.events.push(goal);
      recording.lastIds.lead = -(2 ** 70);
      recording.changed();
    });
    await expect(late).rejects.toThrow();
    expect(await outbox()).toEqual([]);
    await recordIn(database, id, async (recording) => {
      recording.events.push(goal);
      recording.changed();
    });
    expect(await outbox()).toHaveLength(1);
    expect(await deliveries(webhookId)).toHaveLength(1);
  });

  it('holds nothing that no webhook wants, and for each webhook what it wants', async () => {
    await enter('ada', 'LEAD', 'MQL');
    expect(await outbox()).toEqual([]);
    const one = await webhook(await receiver(), ['handoff.accepted']);
    const other = await webhook(await receiver(), ['lead.transitioned', 'handoff.accepted']);
    const gone = await webhook(await receiver());
    await deleteWebhook(database, id, gone.webhookId);
    await enter('bob', 'MQL', 'SQL');
    const types = async ({ webhookId }: { webhookId: number }) => (await deliveries(webhookId)).map(({ type }) => type);
    expect(await types(one)).toEqual(['handoff.accepted']);
    expect(await types(other)).toEqual(['lead.transitioned', 'lead.transitioned', 'handoff.accepted']);
    expect(await types(gone)).toEqual([]);
  });
});

describe(`a delivery, ${describeDatabase()}`, () => {
  it('is signed as the SDK verifies it, and says what it is in headers', async () => {
    const to = await receiver();
    const { webhookId, secret } = await webhook(to);
    await enter('ada', 'LEAD');
    await deliverAll(webhookId);
    const [request] = to.received;
    const signature = String(request!.headers['leadstage-signature']);
    const event = await verifyWebhook({ body: request!.body, signature, secret, toleranceSeconds: 60 });
    expect(event).toEqual((await outbox())[0]);
    expect(request!.headers).toMatchObject({
      'content-type': 'application/json',
      'leadstage-event': 'lead.transitioned',
      'leadstage-delivery': '1',
      'user-agent': expect.stringMatching(/^Leadstage\/\d/),
    });
    const tampered = request!.body.replace('ada', 'eve');
    await expect(verifyWebhook({ body: tampered, signature, secret })).rejects.toThrow('fits none');
    const late = { body: request!.body, signature, secret, now: Date.now() + HOUR };
    await expect(verifyWebhook(late)).rejects.toThrow('more than 300 s');
  });

  it('comes in order, each event once, when all is well', async () => {
    const to = await receiver();
    const { webhookId } = await webhook(to);
    await leads(130);
    await deliverAll(webhookId);
    expect(to.ids()).toEqual(Array.from({ length: 130 }, (_, index) => String(index + 1)));
    expect(new Set((await deliveries(webhookId)).map(({ status }) => status))).toEqual(new Set(['DELIVERED']));
  });

  it.each<[string, Behaviour, number | null, string]>([
    ['answers 500', 500, 500, 'HTTP 500'],
    ['redirects', { status: 302, headers: { location: '/elsewhere' } }, 302, 'HTTP 302: redirects are not followed'],
    ['cuts the connection', 'CUT', null, 'no answer: ECONNRESET'],
    ['is silent', 'SILENCE', null, 'no answer within 0.3 s'],
  ])('to a receiver that %s three times arrives at last, and so does the rest', async (_, behaviour, status, error) => {
    const to = await receiver((index) => (index < 3 ? behaviour : 204));
    const { webhookId } = await webhook(to);
    await leads(3);
    const options = { timeoutMs: 300, random: () => 1 };
    await deliverDue(database, id, { ...options, now: Date.now() + 1_000 });
    const [first, second] = await deliveries(webhookId);
    expect(first).toMatchObject({ status: 'PENDING', attempts: 1, lastStatus: status, lastError: error });
    // One failure is enough for now; what comes after it is tried at another turn.
    expect(second).toMatchObject({ status: 'PENDING', attempts: 0 });
    await deliverAll(webhookId, options);
    expect(new Set(to.received.filter(({ taken }) => taken).map((each) => each.id))).toEqual(new Set(['1', '2', '3']));
    expect(to.received).toHaveLength(6);
  });

  it('to a receiver that dies and comes back loses nothing', async () => {
    const to = await receiver();
    const { webhookId } = await webhook(to);
    await leads(2);
    const now = Date.now() + 1_000;
    await to.die();
    for (let turn = 0; turn < 3; turn++) await deliverDue(database, id, { now: now + turn });
    expect((await deliveries(webhookId)).map(({ lastError }) => lastError)).toEqual([
      'no answer: ECONNREFUSED',
      'no answer: ECONNREFUSED',
    ]);
    await enter('late', 'LEAD');
    await to.revive();
    await deliverAll(webhookId);
    expect(to.ids().sort()).toEqual(['1', '2', '3']);
  });

  it('does not wait for another webhook that is down', async () => {
    const [up, down] = [await receiver(), await receiver(() => 500)];
    const { webhookId } = await webhook(down);
    await webhook(up);
    await leads(60);
    await deliverDue(database, id, { now: Date.now() + 1_000 });
    expect(up.received).toHaveLength(60);
    expect(down.received).toHaveLength(1);
    expect((await deliveries(webhookId)).filter(({ attempts }) => attempts > 0)).toHaveLength(1);
  });

  it('is given up after 16 attempts, and can be sent again', async () => {
    let isUp = false;
    const to = await receiver(() => (isUp ? 204 : 503));
    const { webhookId } = await webhook(to);
    await leads(2);
    const waits = await deliverAll(webhookId, { random: () => 0 });
    expect(waits.reduce((sum, each) => sum + each, 0) / HOUR).toBeGreaterThan(14);
    expect(await deliveries(webhookId)).toMatchObject(
      Array(2).fill({ status: 'DEAD', attempts: MOST_ATTEMPTS, lastError: 'HTTP 503', nextAttemptAt: null }),
    );
    expect(to.received).toHaveLength(2 * MOST_ATTEMPTS);
    isUp = true;
    expect(await resendDeliveries(database, id, { webhook: webhookId, events: [2, 77] })).toBe(1);
    await deliverAll(webhookId);
    expect(await deliveries(webhookId)).toMatchObject([{ status: 'DEAD' }, { status: 'DELIVERED', attempts: 1 }]);
    expect(await resendDeliveries(database, id, { webhook: webhookId })).toBe(1);
    await deliverAll(webhookId);
    expect(to.ids().slice(-2)).toEqual(['2', '1']);
    await expect(resendDeliveries(database, id, { webhook: 999 })).rejects.toThrow('There is no webhook 999');
  });

  it('is given up at once where the receiver says 410', async () => {
    const { webhookId } = await webhook(await receiver(() => 410));
    await leads(1);
    expect(await deliverAll(webhookId)).toEqual([]);
    expect(await deliveries(webhookId)).toMatchObject([{ status: 'DEAD', attempts: 1, lastStatus: 410 }]);
  });

  it('waits as long as the receiver asks, up to 6 h', async () => {
    const asked = ['120', String(7 * 86_400), '1'];
    const to = await receiver((index) =>
      index < 3 ? { status: 429, headers: { 'retry-after': asked[index]! } } : 204,
    );
    const { webhookId } = await webhook(to);
    await leads(1);
    // Without that: 10 s, 20 s, 40 s.
    expect(await deliverAll(webhookId, { random: () => 1 })).toEqual([120_000, 6 * HOUR, 40_000]);
  });

  it('that a server died with is another server’s once the lease has ended', async () => {
    const to = await receiver();
    const { webhookId } = await webhook(to);
    await leads(2);
    const now = Date.now() + 1_000;
    expect(await claimDeliveries(database, id, webhookId, 1, now)).toHaveLength(1);
    await deliverDue(database, id, { now: now + 59_999 });
    expect(to.ids()).toEqual([]);
    await deliverDue(database, id, { now: now + 60_000 });
    expect(to.ids()).toEqual(['1', '2']);
  });

  it('is not begun once the server stops, and is there for the next', async () => {
    const stop = new AbortController();
    const to = await receiver(() => {
      stop.abort();
      return 204;
    });
    const { webhookId } = await webhook(to);
    await leads(3);
    const now = Date.now() + 1_000;
    await deliverDue(database, id, { now, signal: stop.signal });
    expect(to.ids()).toEqual(['1']);
    await deliverDue(database, id, { now });
    expect(to.ids()).toEqual(['1', '2', '3']);
    expect((await deliveries(webhookId)).map(({ attempts }) => attempts)).toEqual([1, 1, 1]);
  });

  it('by several servers at once arrives once and in order when nothing fails', async () => {
    const to = await receiver();
    const { webhookId } = await webhook(to);
    await leads(150);
    const now = Date.now() + 1_000;
    const server = async () => {
      for (let turn = 0; turn < 30 && to.received.length < 150; turn++) await deliverDue(database, id, { now });
    };
    await Promise.all([server(), server(), server()]);
    expect(to.ids()).toEqual(Array.from({ length: 150 }, (_, index) => String(index + 1)));
    expect((await deliveries(webhookId)).every(({ attempts }) => attempts === 1)).toBe(true);
  });

  it('never goes to a private address, unless the operator allows it', async () => {
    const to = await receiver();
    const { webhookId } = await webhook(to);
    const named = await createWebhook(database, id, {
      url: to.url.replace('127.0.0.1', 'localhost'),
      events: EVENT_TYPES,
    });
    await leads(1);
    await deliverDue(database, id, { now: Date.now() + 1_000, allowPrivate: false });
    for (const each of [webhookId, named.id]) {
      expect(await deliveries(each)).toMatchObject([{ attempts: 1, lastError: 'not sent: the address is private' }]);
    }
    expect(to.received).toEqual([]);
  });

  it('is forgotten with its webhook', async () => {
    const to = await receiver();
    const { webhookId } = await webhook(to);
    await leads(1);
    const deletedAt = await deleteWebhook(database, id, webhookId);
    expect(await deleteWebhook(database, id, webhookId)).toBe(deletedAt);
    await deliverDue(database, id, { now: Date.now() + 1_000 });
    expect(to.received).toEqual([]);
    const rows = await inWorkspace(database, id, (transaction) => transaction.query(sql`SELECT secret FROM webhook`));
    expect(rows).toEqual([{ secret: '' }]);
  });
});

describe(`the outbox is pruned, ${describeDatabase()}`, () => {
  it('of what was delivered 30 days ago and what died 90 days ago, and of nothing that is pending', async () => {
    const answers: Record<string, Behaviour> = { '1': 204, '2': 410, '3': 500, '4': 204 };
    const one = await webhook(await receiver((_, event) => answers[event]!));
    // The same events, and the first of them fails here.
    await webhook(await receiver((_, event) => (event === '4' ? 410 : 204)));
    await leads(4);
    const now = Date.now() + 1_000;
    for (let turn = 0; turn < 8; turn++) await deliverDue(database, id, { now: now + turn });
    expect((await deliveries(one.webhookId)).map(({ status }) => status)).toEqual([
      'DELIVERED',
      'DEAD',
      'PENDING',
      'DELIVERED',
    ]);
    const left = async () => (await outbox()).map((event) => event.id);
    const prune = (days: number, eventsPerStep?: number) =>
      pruneEvents(database, id, { now: now + days * DAY, ...(eventsPerStep ? { eventsPerStep } : {}) });
    await prune(29.9);
    expect(await left()).toEqual(['1', '2', '3', '4']);
    await prune(31);
    expect(await left()).toEqual(['2', '3', '4']);
    await prune(89.9, 1);
    expect(await left()).toEqual(['2', '3', '4']);
    await prune(91, 1);
    expect(await left()).toEqual(['3']);
  });
});

describe(`making a webhook, ${describeDatabase()}`, () => {
  it('again with the same key answers the same, secret included, and makes one', async () => {
    const to = await receiver();
    const input = { url: to.url, events: ['goal.at_risk'] as const };
    const once = { key: randomUUID(), operation: 'createWebhook', input };
    const first = await createWebhook(database, id, input, once);
    expect(first.secret).toMatch(/^whsec_[\w-]{43}$/);
    expect(await createWebhook(database, id, input, once)).toEqual(first);
    const kept = await inWorkspace(database, id, (transaction) =>
      transaction.query<{ result: unknown }>(sql`SELECT result FROM idempotency_key`),
    );
    expect(kept).toEqual([{ result: { result: { id: first.id } } }]);
    await deleteWebhook(database, id, first.id);
    expect(await createWebhook(database, id, input, once)).toEqual({ id: first.id, secret: null });
  });

  it('is refused without events, and beyond 50', async () => {
    const { url } = await receiver();
    await expect(createWebhook(database, id, { url, events: [] })).rejects.toThrow('at least one');
    for (let n = 0; n < 50; n++) await createWebhook(database, id, { url, events: EVENT_TYPES });
    await expect(createWebhook(database, id, { url, events: EVENT_TYPES })).rejects.toThrow('at most 50');
  });
});
