/* How often the diagnosis cries wolf, and how often it sees one: thousands of made-up workspaces, count by count. */
import { describe, expect, test } from 'vitest';
import type { Benchmark } from '../benchmark.js';
import { stepRate } from '../metrics/step-rate.js';
import { addDays } from '../period.js';
import { diagnosis } from '../reports/diagnosis.js';
import { type Batch, binomial, deskOf, frameOf, poisson, randomOf } from './testing.js';

const QUESTION = { period: { start: '2026-04-01', end: '2026-07-01' } };
const SOURCES = ['paid search', 'organic', 'event', 'partner', 'referral', null, ...'abcdef'];
const TYPES = ['demo request', 'e-book', 'webinar', null];
const KEYS = ['MQL', 'SQL', 'QSO', 'CUSTOMER'];

/** Leads that enter a stage, per week, source and lead type, and the share that goes on. */
interface World {
  readonly sources: number;
  readonly types: number;
  readonly weekly: readonly [number, number, number, number];
  readonly rate: (step: number, source: number, type: number, week: number) => number;
  /** The first sources bring many leads, the last few. */
  readonly uneven?: boolean;
}

/** A year from Monday 30 June 2025 on; the period begins in the week of Monday 30 March 2026, the fortieth. */
const FIRST_MONDAY = '2025-06-30';
const UNEVEN = [4, 2, 1, 0.5, 0.3, 0.2];

function batchesOf({ sources, types, weekly, rate, uneven }: World, seed: number): Batch[] {
  const random = randomOf(seed);
  const batches: Batch[] = [];
  for (let week = 0; week < 53; week += 1) {
    // Mid-week, so that the week that the period begins in is the period's.
    const date = addDays(FIRST_MONDAY, 7 * week + 3);
    for (let source = 0; source < sources; source += 1) {
      for (let type = 0; type < types; type += 1) {
        for (const [step, mean] of weekly.entries()) {
          const leads = poisson(mean * (uneven ? (UNEVEN[source % UNEVEN.length] as number) : 1), random);
          const reached = binomial(leads, rate(step, source, type, week), random);
          const attributes = { source: SOURCES[source] ?? null, leadType: TYPES[type] ?? null };
          batches.push({ base: step + 2, date, attributes, leads, reached });
        }
      }
    }
  }
  return batches;
}

const each =
  (...rates: readonly number[]) =>
  (step: number) =>
    rates[step] as number;
const BENCHMARKED = [0.4, 0.2, 0.5, 0.3];
const BENCHMARKS = BENCHMARKED.map(
  (rate, step): Benchmark => ({
    id: step + 1,
    metric: 'stepRate',
    stage: KEYS[step] as string,
    value: String(rate),
    definition: stepRate.formula,
    source: 'The truth',
    publishedOn: '2026-01-01',
    recordedAt: 0,
    voidedAt: null,
  }),
);

const WORLDS: readonly (readonly [string, number, World, readonly Benchmark[]])[] = [
  ['small', 300, { sources: 3, types: 2, weekly: [1, 0.5, 0.2, 0.1], rate: each(0.4, 0.3, 0.4, 0.3) }, []],
  ['medium', 300, { sources: 4, types: 3, weekly: [5, 2, 1, 0.5], rate: each(0.4, 0.15, 0.4, 0.25), uneven: true }, []],
  ['large', 300, { sources: 5, types: 3, weekly: [30, 12, 4, 2], rate: each(0.4, 0.14, 0.5, 0.3), uneven: true }, []],
  [
    'rates near 1',
    250,
    { sources: 6, types: 3, weekly: [2, 2, 2, 2], rate: each(0.97, 0.95, 0.95, 0.9), uneven: true },
    [],
  ],
  [
    'rates near 0',
    250,
    { sources: 6, types: 3, weekly: [4, 4, 4, 4], rate: each(0.03, 0.02, 0.04, 0.05), uneven: true },
    [],
  ],
  [
    'groups that differ',
    250,
    {
      sources: 6,
      types: 3,
      weekly: [5, 3, 2, 1],
      rate: (step, source, type) => 0.05 + 0.05 * step + 0.03 * source + 0.2 * type,
    },
    [],
  ],
  [
    'many groups',
    100,
    { sources: 12, types: 4, weekly: [3, 2, 1, 0.5], rate: each(0.4, 0.14, 0.5, 0.3), uneven: true },
    [],
  ],
  ['benchmarks too', 300, { sources: 4, types: 2, weekly: [5, 3, 2, 1], rate: each(...BENCHMARKED) }, BENCHMARKS],
];

describe('workspaces in which no rate changes', () => {
  test('raise a finding in at most 5 %, of every kind and all together', async () => {
    const noisy: [string, number, number][] = [];
    for (const [name, runs, world, benchmarks] of WORLDS) {
      let found = 0;
      let tested = 0;
      for (let run = 0; run < runs; run += 1) {
        const answer = await diagnosis.answer(
          QUESTION,
          frameOf(),
          deskOf(batchesOf(world, run * 7_919 + 13), benchmarks),
        );
        tested += answer.tested;
        if (!answer.quiet) found += 1;
      }
      noisy.push([name, found, runs]);
      console.log(`quiet, ${name}: ${found} of ${runs} raise a finding, ${Math.round(tested / runs)} comparisons each`);
      expect(tested / runs, name).toBeGreaterThan(5);
      expect(found / runs, name).toBeLessThanOrEqual(0.05);
    }
    const [found, runs] = [1, 2].map((at) => noisy.reduce((sum, each) => sum + Number(each[at]), 0)) as [
      number,
      number,
    ];
    console.log(`quiet: ${found} of ${runs} workspaces raise any finding, ${((100 * found) / runs).toFixed(2)} %`);
    expect(runs).toBeGreaterThanOrEqual(2_000);
    expect(found / runs).toBeLessThanOrEqual(0.05);
  });
});

describe('a planted fault', () => {
  // MQL to SQL halves for one source of four, from 20 % to 10 %, over 90 MQLs of it a week, from a given week on.
  const world = (since: number): World => ({
    sources: 4,
    types: 2,
    weekly: [30, 45, 15, 5],
    rate: (step, source, _type, week) =>
      step === 1 && source === 0 && week >= since ? 0.1 : (BENCHMARKED[step] as number),
  });

  test.each([
    ['with the period', 39, 150],
    ['four weeks into it', 43, 150],
    ['in the baseline', 33, 150],
  ])('that begins %s is named: step, group and week', async (name, since, runs) => {
    const monday = addDays(FIRST_MONDAY, 7 * since);
    const seen = { step: 0, group: 0, week: 0 };
    for (let run = 0; run < runs; run += 1) {
      const { findings } = await diagnosis.answer(
        QUESTION,
        frameOf(),
        deskOf(batchesOf(world(since), run * 104_729 + 7)),
      );
      const main = findings.find((each) => each.main && each.step.to.key === 'SQL');
      if (main) seen.step += 1;
      if (main?.attribute !== 'source' || main.value !== 'paid search') continue;
      seen.group += 1;
      if (main.since && main.since.from.start <= monday && monday < main.since.to.end) seen.week += 1;
    }
    console.log(
      `planted ${name}: of ${runs}, step named in ${seen.step}, group in ${seen.group}, week too in ${seen.week}`,
    );
    expect(seen.week / runs).toBeGreaterThanOrEqual(0.95);
  });
});
