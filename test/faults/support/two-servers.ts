import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { startReceiver } from '../../support/receiver.js';
import { answerOf, type Held, holdAgainst, sendBatch } from './batches.js';
import { send } from './client.js';
import type { Place } from './place.js';
import { type ServerProcess, startProcess } from './process.js';

export interface TwoServersFigures extends Held {
  readonly batches: number;
  /** Batches that were sent to both at the same moment, under one key: one effect and one answer each. */
  readonly twins: number;
  /** Events that a webhook was told of; each of them once. */
  readonly delivered: number;
  /** Questions at one `knownAt` that both answered with the same bytes, while both were writing. */
  readonly sameAnswers: number;
}

const WEBHOOK = `mutation ($url: String!) { createWebhook(input: {
  idempotencyKey: "hook", url: $url, events: [LEAD_TRANSITIONED]
}) { __typename } }`;

/** The instant is the latest commit's, so that nothing under way can still come before it. */
const NOW = '{ funnel(input: { period: { start: "2026-01-01", end: "2026-03-01" } }) { knownAt } }';
const THEN = `query ($knownAt: DateTime!) {
  funnel(input: { period: { start: "2026-01-01", end: "2026-03-01" }, grain: MONTH, by: ["source"], knownAt: $knownAt,
    asOf: "2026-06-01T00:00:00Z" }) {
    knownAt total { stages { reached stepRate { value } } }
    groups { keys { value } figures { stages { reached } } }
    series { figures { stages { reached } } }
  }
  cost(input: { period: { start: "2026-01-01", end: "2026-03-01" }, knownAt: $knownAt, asOf: "2026-06-01T00:00:00Z" }) {
    knownAt total { stages { entered spend { amount } } }
  }
}`;

/**
 * Two servers on one database: writes at both, one key at both at once, the worker of each, and questions about what was
 * known at an instant, while both go on writing.
 * @throws AssertionError
 */
export async function runTwoServers(place: Place, { batches }: { batches: number }): Promise<TwoServersFigures> {
  const receiver = await startReceiver();
  const environment = { ...place.environment, LEADSTAGE_WEBHOOK_ALLOW_PRIVATE: '1' };
  // Both find an empty database; holdAgainst wants one workspace.
  const servers = await Promise.all([startProcess(environment), startProcess(environment)]);
  const [one, other] = servers;
  try {
    assert.equal((await send(one.origin, WEBHOOK, { url: receiver.url })).status, 200);
    let next = 0;
    let [twins, sameAnswers] = [0, 0];
    let writing = true;
    const distinct = new Set<string>();
    const write = async (mine: string) => {
      for (let number = next++; number < batches; number = next++) {
        if (number % 3 !== 0) {
          answerOf(await sendBatch(mine, number));
          continue;
        }
        const replies = await Promise.all([one, other, one].map(({ origin }) => sendBatch(origin, number)));
        assert.equal(new Set(replies.map(answerOf)).size, 1, 'one key has one answer');
        twins += 1;
      }
    };
    const compare = async () => {
      while (writing) {
        const { knownAt } = JSON.parse(answerOf(await send(one.origin, NOW))).funnel as { knownAt: string };
        const then = async ({ origin }: ServerProcess) => answerOf(await send(origin, THEN, { knownAt }));
        const [a, b] = await Promise.all([then(one), then(other)]);
        assert.equal(a, b);
        assert.equal(await then(other), a, 'and later, when more is known');
        distinct.add(a.replaceAll(/"knownAt":"[^"]*"/g, ''));
        sameAnswers += 1;
      }
    };
    const comparing = compare();
    comparing.catch(() => {});
    await Promise.all([write(one.origin), write(other.origin), write(one.origin), write(other.origin)]);
    writing = false;
    await comparing;
    assert.ok(distinct.size > 1, 'what was compared was not one and the same all along');
    const events = batches * 10;
    for (let waited = 0; receiver.received.length < events; waited += 50) {
      await pause(50);
      assert.ok(waited < 120_000, `${receiver.received.length} of ${events} events came`);
    }
    // Whoever delivered an event twice would do so soon.
    await pause(1_500);
    const ids = receiver.ids();
    assert.equal(new Set(ids).size, ids.length, 'each event is delivered by one of them');
    assert.equal(ids.length, events);
    for (const server of servers) {
      assert.equal(server.exit(), null);
      assert.equal(server.errors(), '');
    }
    await Promise.all(servers.map((server) => server.stop()));
    const database = await place.open();
    try {
      const held = await holdAgainst(
        database,
        Array.from({ length: batches }, (_, number) => number),
      );
      return { batches, twins, delivered: ids.length, sameAnswers, ...held };
    } finally {
      await database.close();
    }
  } finally {
    await Promise.all(servers.map((server) => server.kill()));
    await receiver.close();
  }
}
