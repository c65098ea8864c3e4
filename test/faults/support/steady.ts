import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { sendBatch } from './batches.js';
import { send } from './client.js';
import type { Place } from './place.js';
import { startProcess } from './process.js';

export interface SteadyFigures {
  readonly seconds: number;
  readonly requests: number;
  /** Requests that were to be sent each second. */
  readonly rate: number;
  /** Milliseconds. */
  readonly median: number;
  readonly p99: number;
  /** After garbage was collected, megabytes, in equal steps of time. */
  readonly heap: readonly number[];
  readonly rss: readonly number[];
}

const PERIOD = 'period: { start: "2026-01-01", end: "2026-03-01" }';
/** The last two are wrong on purpose: refusals are work too. */
const QUESTIONS: readonly string[] = [
  '{ viewer { name workspace { name } } }',
  '{ leads(first: 20) { totalCount edges { node { id owner transitions { kind } handoffs { id } } } } }',
  `{ funnel(input: { ${PERIOD}, grain: MONTH, by: ["source"] }) { total { stages { reached stepRate { value } } } groups { keys { value } } } }`,
  `{ velocity(input: { ${PERIOD}, from: "LEAD", to: "MQL" }) { asOf } }`,
  `{ cost(input: { ${PERIOD} }) { total { stages { spend { amount } } } } }`,
  '{ handoffs(first: 20, filter: { open: true }) { edges { node { id } } } }',
  '{ leads(first: 1, after: "nothing") { totalCount } }',
  '{ nothing }',
];
const BATCHES = 40;
const SAMPLES = 12;
const MEGABYTE = 1_048_576;

/** Asks and writes at one rate all the time; no answer may be an internal error. */
export async function runSteadily(
  place: Place,
  { seconds, rate }: { seconds: number; rate: number },
): Promise<SteadyFigures> {
  const server = await startProcess(place.environment);
  const took: number[] = [];
  const under = new Set<Promise<void>>();
  const samples: { heap: number; rss: number }[] = [];
  let failure: unknown;
  const request = async (number: number) => {
    const began = performance.now();
    const reply =
      number % 10 === 0
        ? await sendBatch(server.origin, (number / 10) % BATCHES)
        : await send(server.origin, QUESTIONS[number % QUESTIONS.length]!);
    took.push(performance.now() - began);
    assert.ok(reply.status < 500 && !reply.codes.includes('INTERNAL_SERVER_ERROR'), reply.text);
    const isWrong = number % 10 !== 0 && number % QUESTIONS.length >= QUESTIONS.length - 2;
    assert.equal(reply.codes.length > 0, isWrong, reply.text);
  };
  try {
    const began = performance.now();
    const elapsed = () => (performance.now() - began) / 1_000;
    for (let number = 0; elapsed() < seconds && failure === undefined; number += 1) {
      const one: Promise<void> = request(number)
        .catch((error: unknown) => {
          failure = error;
        })
        .finally(() => under.delete(one));
      under.add(one);
      // What is behind is not let pile up: a slow machine asks less.
      if (under.size > 50) await Promise.race(under);
      if (samples.length < SAMPLES && elapsed() >= ((samples.length + 1) * seconds) / (SAMPLES + 1)) {
        const { heapUsed, rss } = await server.memory();
        samples.push({ heap: Math.round(heapUsed / MEGABYTE), rss: Math.round(rss / MEGABYTE) });
      }
      const ahead = number / rate - elapsed();
      if (ahead > 0) await pause(ahead * 1_000);
    }
    await Promise.all(under);
    if (failure !== undefined) throw failure;
    assert.equal(server.exit(), null);
    took.sort((a, b) => a - b);
    const quantile = (share: number) => Math.round(took[Math.floor(share * (took.length - 1))] ?? 0);
    return {
      seconds,
      requests: took.length,
      rate,
      median: quantile(0.5),
      p99: quantile(0.99),
      heap: samples.map(({ heap }) => heap),
      rss: samples.map(({ rss }) => rss),
    };
  } finally {
    await server.kill();
  }
}

/**
 * Holds that memory does not grow: what is left after garbage was collected, in the second half of the time, beside
 * the first half.
 * @throws AssertionError
 */
export function holdLevel(samples: readonly number[], most: number, what: string): void {
  const half = Math.floor(samples.length / 2);
  const grown = Math.max(...samples.slice(half)) - Math.max(...samples.slice(0, half));
  assert.ok(grown <= most, `${what} grew by ${grown} MB, from half to half: ${samples.join(', ')}`);
}
