import type { Benchmark } from './benchmark.js';
import type { GoalTarget } from './goal.js';
import type { StageDefinition } from './ladder.js';
import { type Measure, type MeasureRow, type MeasureValue, valuesOfNothing } from './measure.js';
import type { Calendar, Instant, LadderMode, LeadFilter, LocalDate, Period, ReportQuestion } from './question.js';
import type { SlaPolicy } from './sla.js';
import type { CalendarClock } from './working-time.js';

/** A question with everything common to all reports worked out. */
export interface Frame {
  readonly period: Period;
  /** Empty where no series was asked for. In order, disjoint, without gaps, together the period. */
  readonly buckets: readonly Period[];
  readonly asOf: Instant;
  readonly asOfDate: LocalDate;
  readonly knownAt: Instant;
  /** Nothing in the log, whatever is known of it, occurred before; null where nothing did. */
  readonly earliest: Instant | null;
  readonly filter: LeadFilter;
  /** A part of the filter is a lock that whoever asks may not look past: then nothing is told of what lies outside. */
  readonly isLocked?: boolean | undefined;
  readonly by: readonly string[];
  readonly calendar: Calendar;
  readonly currency: string;
  /** The ladder in force at `asOf`, lowest stage first. */
  readonly ladder: readonly StageDefinition[];
  readonly ladderMode: LadderMode;
  /** What events are read by: every version known, or with TODAY those in force at `asOf`, as if always in force. */
  readonly definitions: readonly StageDefinition[];
}

/**
 * A report asks for measures and makes figures of what is counted. It holds no state and knows no database: all it
 * learns comes from the desk, on one snapshot.
 */
export interface Report<Question extends ReportQuestion, Body> {
  readonly name: string;
  /** @throws InvalidInput with the path from the question on */
  answer(question: Question, frame: Frame, desk: Desk): Promise<Body>;
}

/** What a report may ask. Definitions are as known at the frame's `knownAt`. */
export interface Desk {
  /** One statement. Measures whose question differs in period, filter or breakdown take a frame of their own. */
  ask(measures: readonly Measure[], frame: Frame): Promise<Answers>;
  /** The latest version of every goal, retired ones included, by period and key. */
  goals(): Promise<readonly GoalTarget[]>;
  /** Every version of every policy, by id and version. */
  policies(): Promise<readonly SlaPolicy[]>;
  /** Every version of every business calendar, by id and version. */
  calendars(): Promise<readonly CalendarClock[]>;
  /** Those that are not voided. */
  benchmarks(): Promise<readonly Benchmark[]>;
  /** Tells nothing, but lets others be served. Whatever computes for longer than some milliseconds asks for it between. */
  breathe(): Promise<void>;
}

/** What the database answered to a list of measures, by cell. */
export interface Answers {
  /** The groups of which any measure knows something, in no promised order. */
  readonly groups: readonly GroupKeys[];
  cell(bucket: number | null, keys: GroupKeys | null): Cell;
}

/** One value per attribute of `by`; null is a missing value. */
export type GroupKeys = readonly (string | null)[];

/** One cell of a report: the total (`keys` null) or a group, of the whole period (`bucket` null) or of one bucket. */
export interface Cell {
  readonly period: Period;
  readonly bucket: number | null;
  readonly keys: GroupKeys | null;
  /** What the measure at this position of the list counted here. */
  values(measure: number): readonly MeasureValue[];
}

export interface Point<Figures> {
  readonly period: Period;
  readonly figures: Figures;
}

export interface Group<Figures> {
  readonly keys: GroupKeys;
  readonly figures: Figures;
  readonly series: readonly Point<Figures>[];
}

export interface ReportBody<Figures> {
  readonly total: Figures;
  readonly groups: readonly Group<Figures>[];
  /** Every bucket of the period, also those in which nothing happened. */
  readonly series: readonly Point<Figures>[];
}

export interface Layout<Figures> {
  readonly figures: (cell: Cell) => Figures;
  /** Groups are listed by this, largest first, then by name, the missing value last. */
  readonly weight: (cell: Cell) => number;
}

/** Puts the figures of each cell into the shape that reports share: total, groups, series. */
export function layOut<Figures>(
  { cell, groups }: Answers,
  { buckets }: Frame,
  { figures, weight }: Layout<Figures>,
): ReportBody<Figures> {
  const series = (keys: GroupKeys | null) =>
    buckets.map((period, bucket) => ({ period, figures: figures(cell(bucket, keys)) }));
  const listed = groups
    .map((keys) => ({ keys, weight: weight(cell(null, keys)) }))
    .sort((a, b) => b.weight - a.weight || byName(a.keys, b.keys))
    .map(({ keys }) => ({ keys, figures: figures(cell(null, keys)), series: series(keys) }));
  return { total: figures(cell(null, null)), groups: listed, series: series(null) };
}

/** The rows that answered a list of measures, to be looked up by cell. */
export function answersOf(measures: readonly Measure[], frame: Frame, rows: readonly MeasureRow[]): Answers {
  const byAddress = new Map(rows.map((row) => [address(row.measure, row.bucket, row.keys), row.values]));
  return {
    groups: groupsOf(rows),
    cell: (bucket, keys) => ({
      period: bucket === null ? frame.period : (frame.buckets[bucket] as Period),
      bucket,
      keys,
      values: (measure) =>
        byAddress.get(address(measure, bucket, keys)) ?? valuesOfNothing(measures[measure] as Measure),
    }),
  };
}

/** The order of groups of equal weight: by name, attribute after attribute, the missing value last. */
export function byName(a: GroupKeys, b: GroupKeys): number {
  for (const [index, left] of a.entries()) {
    const right = b[index] ?? null;
    if (left === right) continue;
    if (left === null) return 1;
    if (right === null) return -1;
    return left < right ? -1 : 1;
  }
  return 0;
}

function address(measure: number, bucket: number | null, keys: GroupKeys | null): string {
  return JSON.stringify([measure, bucket, keys]);
}

function groupsOf(rows: readonly MeasureRow[]): GroupKeys[] {
  const groups = new Map<string, GroupKeys>();
  for (const { keys } of rows) if (keys) groups.set(JSON.stringify(keys), keys);
  return [...groups.values()];
}
