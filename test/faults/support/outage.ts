import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { startReceiver } from '../../support/receiver.js';
import { answerOf, type Held, holdAgainst, sendBatch } from './batches.js';
import { send } from './client.js';
import type { Cluster } from './cluster.js';
import type { Place } from './place.js';
import { startProcess } from './process.js';

export interface OutageFigures extends Held {
  /** How often PostgreSQL was stopped and started again. */
  readonly outages: number;
  /** Answers by status and code. */
  readonly answers: Readonly<Record<string, number>>;
  /** From PostgreSQL's return to the first 200, milliseconds; the longest. */
  readonly slowestRecovery: number;
  /** From PostgreSQL's return until a webhook was told of something new, milliseconds; the longest. */
  readonly slowestWorker: number;
  /** Writes that were refused for the outage, sent again under their key; each is there once. */
  readonly sentAgain: number;
}

const QUERY = `{
  viewer { name }
  leads(first: 10) { edges { node { id account { id } transitions { kind } } } }
  funnel(input: { period: { last: { count: 3, grain: MONTH } }, by: ["source"] }) { total { stages { reached } } }
}`;

const WEBHOOK = `mutation ($key: String!, $url: String!) { createWebhook(input: {
  idempotencyKey: $key, url: $url, events: [LEAD_TRANSITIONED, HANDOFF_OPENED]
}) { __typename } }`;

/**
 * Stops PostgreSQL under a server that answers and takes in, and starts it again, `outages` times: in turn as if its
 * power failed and in order.
 * @param down how long it stays away, milliseconds
 * @throws AssertionError where the server ends, an answer is neither right nor a typed refusal, it does not come back by
 *   itself, or what it acknowledged is not there
 */
export async function stopDatabaseUnderLoad(
  cluster: Cluster,
  place: Place,
  { outages, down = 2_000 }: { outages: number; down?: number },
): Promise<OutageFigures> {
  const server = await startProcess({ ...place.environment, LEADSTAGE_WEBHOOK_ALLOW_PRIVATE: '1' });
  const answers: Record<string, number> = {};
  const acknowledged = new Set<number>();
  let next = 0;
  let sentAgain = 0;
  let running = true;
  let lastGood = 0;
  const note = (status: number, codes: readonly unknown[]) => {
    const told = [status, ...new Set(codes)].join(' ');
    answers[told] = (answers[told] ?? 0) + 1;
    if (status === 200) lastGood = performance.now();
    assert.match(told, /^(200|503 (DATABASE_UNAVAILABLE|OVERLOADED))$/);
  };
  const write = async () => {
    while (running) {
      const number = next++;
      for (let attempt = 1; ; attempt += 1) {
        const reply = await sendBatch(server.origin, number);
        note(reply.status, reply.codes);
        if (reply.status === 200) {
          answerOf(reply);
          acknowledged.add(number);
          if (attempt > 1) sentAgain += 1;
          break;
        }
        assert.ok(Number(reply.headers.get('retry-after')) > 0, 'a refusal says when to come again');
        await pause(100);
      }
    }
  };
  const ask = async () => {
    while (running) {
      const { status, codes } = await send(server.origin, QUERY);
      note(status, codes);
      await pause(status === 200 ? 5 : 100);
    }
  };
  try {
    const load = Promise.all([write(), write(), ask(), ask()]);
    // What fails in the load fails here, not when it is awaited at last.
    load.catch(() => {});
    let [slowestRecovery, slowestWorker] = [0, 0];
    for (let outage = 0; outage < outages; outage += 1) {
      await pause(1_000);
      await cluster.stop(outage % 2 === 0 ? 'immediate' : 'fast');
      await pause(down);
      const ready = await fetch(`${server.origin}/ready`);
      assert.equal(ready.status, 503, '/ready says that the database is away');
      assert.equal((await fetch(`${server.origin}/health`)).status, 200, '/health says that the server lives');
      await cluster.start();
      const back = performance.now();
      while (lastGood < back) {
        await Promise.race([load, pause(10)]);
        assert.equal(server.exit(), null, server.errors().slice(-2_000));
        assert.ok(performance.now() - back < 30_000, 'it recovers by itself');
      }
      slowestRecovery = Math.max(slowestRecovery, Math.round(lastGood - back));
      slowestWorker = Math.max(slowestWorker, Math.round((await firstDelivery(server.origin, outage)) - back));
    }
    running = false;
    await load;
    assert.equal(server.exit(), null);
    await server.stop();
    return { outages, answers, slowestRecovery, slowestWorker, sentAgain, ...(await held(place, acknowledged)) };
  } finally {
    running = false;
    await server.kill();
  }
}

/**
 * When the worker first told a new webhook of something. A delivery that was under way as the database went keeps its
 * lease of a minute, so that the old ones may wait for that.
 */
async function firstDelivery(origin: string, outage: number): Promise<number> {
  const receiver = await startReceiver();
  try {
    const { data } = await send(origin, WEBHOOK, { key: `hook-${outage}`, url: receiver.url });
    assert.deepEqual(data, { createWebhook: { __typename: 'CreateWebhookPayload' } });
    for (let waited = 0; receiver.received.length === 0; waited += 20) {
      await pause(20);
      assert.ok(waited < 30_000, 'its worker goes on');
    }
    return performance.now();
  } finally {
    await receiver.close();
  }
}

async function held(place: Place, acknowledged: ReadonlySet<number>): Promise<Held> {
  const database = await place.open();
  try {
    return await holdAgainst(database, [...acknowledged]);
  } finally {
    await database.close();
  }
}
