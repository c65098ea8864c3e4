import type { Benchmark } from '../benchmark.js';
import type { StageDefinition } from '../ladder.js';
import type { Measure, MeasureRow } from '../measure.js';
import { startOfDate } from '../period.js';
import type { LocalDate } from '../question.js';
import { answersOf, type Desk, type Frame, type GroupKeys } from '../report.js';
import { STANDARD_LADDER } from '../standard-ladder.js';

export const LADDER: readonly StageDefinition[] = STANDARD_LADDER.map((stage, index) => ({
  ...stage,
  id: index + 1,
  version: 1,
  effectiveFrom: 0,
  recordedAt: 0,
  position: (index + 1) * 10,
  standard: stage.key,
  notes: null,
  crmValues: [],
  retired: false,
}));

/** A frame over April to June 2026, asked so late that every lead has been watched. */
export function frameOf(about: Partial<Frame> = {}): Frame {
  const timeZone = 'Europe/Berlin';
  return {
    period: { start: '2026-04-01', end: '2026-07-01' },
    buckets: [],
    asOf: startOfDate('2026-12-01', timeZone),
    asOfDate: '2026-12-01',
    knownAt: startOfDate('2026-12-01', timeZone),
    earliest: null,
    filter: {},
    by: [],
    calendar: { timeZone, fiscalYearStartMonth: 1, weekStart: 1 },
    currency: 'EUR',
    ladder: LADDER,
    ladderMode: 'AS_THEN',
    definitions: LADDER,
    ...about,
  };
}

/** Leads with the same attributes that entered a stage on one date, and how many of them took the step. */
export interface Batch {
  /** Id of the stage that they entered. */
  readonly base: number;
  readonly date: LocalDate;
  readonly attributes: Readonly<Record<string, string | null>>;
  readonly leads: number;
  readonly reached: number;
}

/** A desk that answers `reached` of batches, all of them watched, and nothing else. */
export function deskOf(batches: readonly Batch[], benchmarks: readonly Benchmark[] = []): Desk {
  return {
    async ask(measures, frame) {
      return answersOf(
        measures,
        frame,
        measures.flatMap((measure, position) => rowsOf(measure, position, frame, batches)),
      );
    },
    goals: async () => [],
    policies: async () => [],
    calendars: async () => [],
    benchmarks: async () => benchmarks,
    breathe: async () => {},
  };
}

/** Leads and those that took the step, per bucket; the last place is the whole period. */
type Counts = [leads: number, reached: number][];

function rowsOf(measure: Measure, position: number, frame: Frame, batches: readonly Batch[]): MeasureRow[] {
  if (measure.kind !== 'reached') throw new Error(`not simulated: ${measure.kind}`);
  const groups = new Map<GroupKeys | null, Counts>();
  const keysByName = new Map<string, GroupKeys>();
  const whole = frame.buckets.length;
  const conditions = Object.entries(frame.filter);
  for (const { base, date, attributes, leads, reached } of batches) {
    if (base !== measure.base || leads === 0 || date < frame.period.start || date >= frame.period.end) continue;
    if (!conditions.every(([name, { in: values }]) => values?.includes(attributes[name] ?? null))) continue;
    const bucket = frame.buckets.findIndex(({ start, end }) => start <= date && date < end);
    for (const keys of frame.by.length === 0 ? [null] : [null, keysOf(frame.by, attributes, keysByName)]) {
      const counts = groups.get(keys) ?? Array.from({ length: whole + 1 }, () => [0, 0]);
      groups.set(keys, counts);
      for (const at of [bucket, whole]) {
        const cell = counts[at];
        if (!cell) continue;
        cell[0] += leads;
        cell[1] += reached;
      }
    }
  }
  return [...groups].flatMap(([keys, counts]) =>
    counts.map((values, at) => ({ measure: position, bucket: at === whole ? null : at, keys, values })),
  );
}

/** One and the same list for the same values. */
function keysOf(by: readonly string[], attributes: Batch['attributes'], known: Map<string, GroupKeys>): GroupKeys {
  const values = by.map((name) => attributes[name] ?? null);
  const name = values.map((value) => value ?? '\0').join('\0\0');
  const keys = known.get(name) ?? values;
  known.set(name, keys);
  return keys;
}

export type Random = () => number;

/** Mulberry32: 0 (included) to 1, the same for the same seed. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** How many of so many chances come true. */
export function binomial(trials: number, share: number, random: Random): number {
  let successes = 0;
  for (let trial = 0; trial < trials; trial += 1) if (random() < share) successes += 1;
  return successes;
}

/** Events of a mean number, one exponential wait after another. */
export function poisson(mean: number, random: Random): number {
  let events = 0;
  let waited = -Math.log(1 - random());
  while (waited < mean) {
    events += 1;
    waited -= Math.log(1 - random());
  }
  return events;
}
