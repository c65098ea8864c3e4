import assert from 'node:assert/strict';
import { sendBatch } from './batches.js';
import { send } from './client.js';
import { type Outcome, sendAtOnce } from './held-back.js';
import { peakOf } from './peak.js';
import type { Place } from './place.js';
import { type ServerProcess, startProcess } from './process.js';

export interface CrowdFigures {
  /** Requests sent at once, of each kind. */
  readonly atOnce: number;
  /** Resident megabytes before any of it, after garbage was collected. */
  readonly before: number;
  readonly reports: RushFigures;
  readonly bodies: RushFigures;
  /** The same bodies once more: what a process has had it may keep, but not add to. */
  readonly again: RushFigures;
}

/** What became of requests that were all sent at once, and of the server's memory. */
export interface RushFigures {
  readonly answered: number;
  /** 503 `OVERLOADED`, with a time to come back. */
  readonly toldToComeBack: number;
  /** 503 `DATABASE_UNAVAILABLE`: no connection became free in time, on a machine that is as slow as that. */
  readonly withoutDatabase: number;
  /** Connections that ended before an answer was read: refused while the body was still on its way. */
  readonly cut: number;
  readonly milliseconds: number;
  /** Resident megabytes: the most during it, and after garbage was collected. */
  readonly peak: number;
  readonly after: number;
}

const BATCHES = 100;
const REPORT = `{ funnel(input: { period: { start: "2026-01-01", end: "2026-03-01" }, grain: WEEK, by: ["source"] }) {
  total { stages { reached stepRate { value low high } } }
  groups { keys { value } series { period { start } figures { stages { reached } } } } } }`;
/** About 90 bytes each. */
const LEADS = 11_500;
const REFUSALS: readonly unknown[] = ['OVERLOADED', 'DATABASE_UNAVAILABLE'];
/** Megabytes: 100 of bodies may be held, and what is parsed of those inside is several times as large. */
const MOST_GROWN = 600;
const MOST_AGAIN = 100;
const MEGABYTE = 1_048_576;

/**
 * Sends many reports at once, and then many bodies of a megabyte each, which the server has to parse. Each is answered
 * or told to come back, the server stays, and answers as before.
 * @throws AssertionError
 */
export async function sendCrowd(place: Place, { atOnce }: { atOnce: number }): Promise<CrowdFigures> {
  const server = await startProcess(place.environment);
  try {
    for (let number = 0; number < BATCHES; number += 1)
      assert.equal((await sendBatch(server.origin, number)).status, 200);
    const expected = (await send(server.origin, REPORT)).data;
    const before = await resident(server);
    const reports = await rush(server, atOnce, encoded({ query: REPORT }), expected);
    const large = () => rush(server, atOnce, largeBody(), { viewer: { name: 'LEADSTAGE_ADMIN_KEY' } });
    const [bodies, again] = [await large(), await large()];
    assert.deepEqual((await send(server.origin, REPORT)).data, expected);
    assert.equal(server.exit(), null);
    const grown = bodies.peak - before;
    assert.ok(grown <= MOST_GROWN, `${grown} MB more than before while bodies came`);
    assert.ok(again.peak - bodies.peak <= MOST_AGAIN, `${again.peak} MB the second time, ${bodies.peak} the first`);
    return { atOnce, before, reports, bodies, again };
  } finally {
    await server.kill();
  }
}

/** @param expected data of those that are answered */
async function rush(server: ServerProcess, atOnce: number, body: Uint8Array, expected: unknown): Promise<RushFigures> {
  const peak = peakOf(server.pid);
  const began = performance.now();
  const outcomes = await sendAtOnce(server.origin, body, atOnce);
  const milliseconds = Math.round(performance.now() - began);
  const most = peak.read();
  const told = outcomes.filter((outcome) => outcome !== null);
  for (const { status, retryAfter, body: answer } of told) {
    if (status === 200) assert.deepEqual([answer.data, answer.errors], [expected, undefined]);
    else assert.ok(status === 503 && retryAfter !== null && REFUSALS.includes(codeOf(answer)), JSON.stringify(answer));
  }
  const answered = told.filter(({ status }) => status === 200).length;
  const withoutDatabase = told.filter(({ body: answer }) => codeOf(answer) === 'DATABASE_UNAVAILABLE').length;
  return {
    answered,
    toldToComeBack: told.length - answered - withoutDatabase,
    withoutDatabase,
    cut: atOnce - told.length,
    milliseconds,
    peak: most,
    after: await resident(server),
  };
}

function codeOf({ errors }: NonNullable<Outcome>['body']): unknown {
  return errors?.[0]?.extensions?.code;
}

function encoded(body: object): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(body));
}

/** A megabyte, in variables that the document does not ask for: they are parsed all the same. */
function largeBody(): Uint8Array {
  const leads = Array.from({ length: LEADS }, (_, number) => ({
    ...{ externalId: `lead-${number}`, createdAt: '2026-01-01T00:00:00Z', source: 'web', owner: 'mara' },
  }));
  const body = encoded({ query: '{ viewer { name } }', variables: { leads } });
  assert.ok(body.length > 1_000_000, `${body.length} bytes`);
  return body;
}

async function resident(server: ServerProcess): Promise<number> {
  return Math.round((await server.memory()).rss / MEGABYTE);
}
