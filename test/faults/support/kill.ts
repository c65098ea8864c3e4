import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { answerOf, type Held, holdAgainst, sendBatch } from './batches.js';
import type { Place } from './place.js';
import { type ServerProcess, startProcess } from './process.js';

export interface KillFigures extends Held {
  readonly kills: number;
  /** Batches that were answered before the kill; all are there. */
  readonly acknowledged: number;
  /** Batches whose answer the kill cut off: sent again, each is there once. */
  readonly cutOff: number;
  /** Of those, the ones that had been stored all the same. */
  readonly storedUnheard: number;
  /** Batches sent once more under their key; all were answered as before. */
  readonly repeated: number;
  /** From the start of the process to its first answer, milliseconds; the longest. */
  readonly slowestStart: number;
}

const WRITERS = 4;
/** Batches that are answered before each kill, at least. */
const ANSWERED_FIRST = 10;

/**
 * Kills the server (SIGKILL) again and again while it takes in batches over HTTP, and starts it anew.
 * @throws AssertionError where an acknowledged write is gone, a batch is there in part or twice, a repeated key answers
 *   otherwise, or a projection differs from the record
 */
export async function killDuringIngest(
  place: Place,
  { kills, onKill = () => {} }: { kills: number; onKill?: (kill: number) => void },
): Promise<KillFigures> {
  const answers = new Map<number, string>();
  const counts = { cutOff: 0, storedUnheard: 0, repeated: 0, slowestStart: 0 };
  let next = 0;
  for (let kill = 1; kill <= kills; kill += 1) {
    const began = performance.now();
    const server = await startProcess(place.environment);
    counts.slowestStart = Math.max(counts.slowestStart, Math.round(performance.now() - began));
    const from = next;
    const cut: number[] = [];
    const write = async () => {
      for (;;) {
        const number = next++;
        try {
          answers.set(number, answerOf(await sendBatch(server.origin, number)));
        } catch (error) {
          assert.ok(isCut(error), error as Error);
          cut.push(number);
          return;
        }
      }
    };
    const writers = Promise.all(Array.from({ length: WRITERS }, write));
    while (next < from + WRITERS + ANSWERED_FIRST) await pause(2);
    // Another point of the work each time.
    await pause((kill * 37) % 160);
    await server.kill();
    await writers;
    counts.cutOff += cut.length;
    await takeUp(place, answers, cut, counts);
    onKill(kill);
  }
  const database = await place.open();
  try {
    const held = await holdAgainst(database, [...answers.keys()]);
    return { kills, acknowledged: answers.size - counts.cutOff, ...counts, ...held };
  } finally {
    await database.close();
  }
}

/** Sends what was cut off once more, and repeats the latest that were acknowledged; then that server is killed too. */
async function takeUp(
  place: Place,
  answers: Map<number, string>,
  cut: readonly number[],
  counts: { storedUnheard: number; repeated: number },
): Promise<void> {
  const server: ServerProcess = await startProcess(place.environment);
  const startedAt = Date.now();
  for (const number of cut) {
    const answer = answerOf(await sendBatch(server.origin, number));
    const { ingest } = JSON.parse(answer) as { ingest: { recordedAt: string; rejected: number; created: number } };
    assert.equal(ingest.rejected, 0, answer);
    assert.equal(ingest.created, 16, `stored whole or not at all: ${answer}`);
    if (Date.parse(ingest.recordedAt) < startedAt) counts.storedUnheard += 1;
    answers.set(number, answer);
  }
  for (const [number, answer] of [...answers].slice(-20)) {
    assert.equal(answerOf(await sendBatch(server.origin, number)), answer);
    counts.repeated += 1;
  }
  await server.kill();
}

/** Whether an error says that the connection broke before the answer was whole. */
export function isCut(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = (error.cause ?? {}) as { code?: string };
  return /fetch failed|terminated|other side closed/.test(error.message) || /ECONN|UND_ERR|EPIPE/.test(code ?? '');
}
