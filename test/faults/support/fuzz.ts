import assert from 'node:assert/strict';
import { connect } from 'node:net';
import fc from 'fast-check';
import { schema } from '../../../packages/api/src/schema/index.js';
import { sendBatch } from './batches.js';
import { send } from './client.js';
import type { Place } from './place.js';
import { type Memory, startProcess } from './process.js';
import { type WildRequest, wildRequests } from './requests.js';

export interface FuzzFigures {
  readonly requests: number;
  /** Answers by HTTP status; 0 where the server closed the connection without one, as it may on broken HTTP. */
  readonly statuses: Readonly<Record<string, number>>;
  /** How often each code came. */
  readonly codes: Readonly<Record<string, number>>;
  /** Random valid documents that were answered with data. */
  readonly answered: number;
  /** Longest answer, milliseconds. */
  readonly slowest: number;
  /** After garbage was collected, megabytes, after each tenth of the requests. */
  readonly heap: readonly number[];
  readonly rss: readonly number[];
}

/** The codes with which an answer may be 503 or 504. */
const TEMPORARY: readonly string[] = ['DATABASE_UNAVAILABLE', 'OVERLOADED', 'TIMEOUT'];
/** What a client must never read. */
const LEAKS =
  /node_modules|\bat \S+ \(?(file|node|\/)|\.[cm]?[jt]s:\d+|PrismaClient|\b(lead_fact|handoff_fact|workspace_clock|api_key|rollup_day)\b|violates|duplicate key|syntax error at or near|relation "|invalid byte sequence|out of range for type|SQLSTATE/;
const AT_ONCE = 8;
const MEGABYTE = 1_048_576;

/**
 * Sends random and malformed requests to a server that has some data.
 * @throws AssertionError naming each kind of wrong answer with an example: a status of 500 and above that is not a typed
 *   refusal, an error without a code, an internal error, something of the inside, a server that ended or hangs
 */
export async function fuzz(place: Place, { requests, seed }: { requests: number; seed: number }): Promise<FuzzFigures> {
  const server = await startProcess(place.environment);
  const found = {
    statuses: {} as Record<string, number>,
    codes: {} as Record<string, number>,
    answered: 0,
    slowest: 0,
  };
  const wrong = new Map<string, string>();
  const sampled: Memory[] = [];
  try {
    for (let number = 0; number < 10; number += 1) await sendBatch(server.origin, number);
    const milestones = Array.from({ length: 10 }, (_, index) => Math.round(((index + 1) * requests) / 10));
    for (let sent = 0; sent < requests; ) {
      const until = milestones.find((each) => each > sent) ?? requests;
      const wild = fc.sample(wildRequests(schema), { numRuns: Math.min(400, until - sent), seed: seed + sent });
      await inLanes(wild, async (each) => {
        const began = performance.now();
        const answer = await exchange(server.origin, each);
        const took = performance.now() - began;
        found.slowest = Math.max(found.slowest, Math.round(took));
        for (const complaint of judge(each, answer, found))
          wrong.set(complaint, wrong.get(complaint) ?? shown(each, answer));
      });
      sent += wild.length;
      assert.equal(server.exit(), null, `the server ended:\n${server.errors().slice(-3_000)}`);
      if (milestones.includes(sent)) sampled.push(await server.memory());
    }
    assert.equal(wrong.size, 0, [...wrong].map(([complaint, example]) => `${complaint}\n${example}`).join('\n\n'));
    // It still does what it is there for.
    assert.equal((await send(server.origin, '{ viewer { name } }')).status, 200);
    const megabytes = (bytes: number) => Math.round(bytes / MEGABYTE);
    return {
      requests,
      ...found,
      heap: sampled.map(({ heapUsed }) => megabytes(heapUsed)),
      rss: sampled.map(({ rss }) => megabytes(rss)),
    };
  } finally {
    await server.kill();
  }
}

async function inLanes<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  let next = 0;
  const lane = async () => {
    while (next < items.length) await work(items[next++]!);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

function judge(
  { kind, body: sent }: WildRequest,
  answer: string,
  found: { statuses: Record<string, number>; codes: Record<string, number>; answered: number },
): string[] {
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);
  found.statuses[status] = (found.statuses[status] ?? 0) + 1;
  const body = answer.slice(answer.indexOf('\r\n\r\n') + 4);
  const complaints: string[] = [];
  const asked =
    kind === 'random document'
      ? sent
          .toString('utf8')
          .match(/f\d: \w+/g)
          ?.join()
      : undefined;
  const { errors = [], codes, data } = errorsIn(body);
  for (const code of codes) found.codes[code] = (found.codes[code] ?? 0) + 1;
  if (data && kind === 'random document') found.answered += 1;
  if (errors.some((code) => typeof code !== 'string')) complaints.push(`${kind}: an error has no code`);
  if (codes.includes('INTERNAL_SERVER_ERROR'))
    complaints.push(`${kind}${asked ? ` of ${asked}` : ''}: an internal error`);
  if (status >= 500 && !codes.some((code) => TEMPORARY.includes(code))) complaints.push(`${kind}: status ${status}`);
  if (LEAKS.test(answer)) complaints.push(`${kind}: tells of the inside: ${LEAKS.exec(answer)?.[0]}`);
  if (answer === 'SILENCE') complaints.push(`${kind}: no answer`);
  return complaints;
}

/** `extensions.code` of each error of an answer of the graph; other doors say `{ "code": … }`. */
function errorsIn(body: string): { errors: unknown[]; codes: string[]; data: boolean } {
  let parsed: unknown;
  try {
    // A chunked body has sizes between its lines.
    parsed = JSON.parse(body.startsWith('{') ? body : body.replaceAll(/(^|\r\n)[0-9a-f]+\r\n/g, ''));
  } catch {
    return { errors: [], codes: [], data: false };
  }
  const { errors = [], code, data } = (parsed ?? {}) as { errors?: unknown; code?: unknown; data?: unknown };
  const told = Array.isArray(errors) ? errors.map((each) => each?.extensions?.code as unknown) : [];
  const all = code === undefined ? told : [...told, code];
  return { errors: all, codes: all.filter((each) => typeof each === 'string'), data: data != null };
}

function shown({ head, body }: WildRequest, answer: string): string {
  const short = (text: string, most: number) => JSON.stringify(text.length > most ? `${text.slice(0, most)}…` : text);
  return `  sent ${short(head, 300)} ${short(body.toString('latin1'), 1_500)}\n  got ${short(answer, 800)}`;
}

const PATIENCE = 60_000;

/** Sends bytes and reads until the server closes. Half of a message is given up by closing, as clients do. */
function exchange(origin: string, { head, body, kind }: WildRequest): Promise<string> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect({ host: hostname, port: Number(port) });
    const end = () => resolve(Buffer.concat(chunks).toString('utf8'));
    const impatience = setTimeout(
      () => {
        if (kind !== 'framing') chunks.push(Buffer.from('SILENCE'));
        socket.destroy();
      },
      kind === 'framing' ? 300 : PATIENCE,
    );
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('error', () => {});
    socket.on('close', () => {
      clearTimeout(impatience);
      end();
    });
    socket.write(Buffer.concat([Buffer.from(head, 'latin1'), body]));
  });
}
