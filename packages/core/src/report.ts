import type { StageDefinition } from './ladder.js';
import { type Measure, type MeasureRow, type MeasureValue, valuesOfNothing } from './measure.js';
import type { Calendar, Instant, LeadFilter, LocalDate, Period, ReportQuestion } from './question.js';

/** A question with everything common to all reports worked out. */
export interface Frame {
  readonly period: Period;
  /** Empty where no series was asked for. */
  readonly buckets: readonly Period[];
  readonly asOf: Instant;
  readonly asOfDate: LocalDate;
  readonly knownAt: Instant;
  readonly filter: LeadFilter;
  readonly by: readonly string[];
  readonly calendar: Calendar;
  readonly currency: string;
  /** The ladder in force at `asOf`, lowest stage first. */
  readonly ladder: readonly StageDefinition[];
}

/**
 * A report says which measures it needs and what figures one cell of it shows. It may ask in two steps where the
 * second question depends on the first answer.
 */
export interface Report<Question extends ReportQuestion, Figures> {
  readonly name: string;
  plan(question: Question, frame: Frame): Plan<Figures> | Prelude<Figures>;
}

export interface Prelude<Figures> {
  readonly measures: readonly Measure[];
  readonly next: (total: Cell) => Plan<Figures>;
}

export interface Plan<Figures> {
  readonly measures: readonly Measure[];
  readonly figures: (cell: Cell) => Figures;
  /** Groups are listed by this, largest first, then by name, the missing value last. */
  readonly weight: (cell: Cell) => number;
}

/** One cell of a report: the total (`keys` null) or a group, of the whole period (`bucket` null) or of one bucket. */
export interface Cell {
  readonly period: Period;
  readonly bucket: number | null;
  readonly keys: readonly (string | null)[] | null;
  /** What the measure at this position of the plan counted here. */
  values(measure: number): readonly MeasureValue[];
}

export interface Point<Figures> {
  readonly period: Period;
  readonly figures: Figures;
}

export interface Group<Figures> {
  /** One value per attribute of `by`; null is a missing value. */
  readonly keys: readonly (string | null)[];
  readonly figures: Figures;
  readonly series: readonly Point<Figures>[];
}

export interface ReportBody<Figures> {
  readonly total: Figures;
  readonly groups: readonly Group<Figures>[];
  /** Every bucket of the period, also those in which nothing happened. */
  readonly series: readonly Point<Figures>[];
}

/** Puts the rows that the database answered into their cells, and the figures of each cell into the report. */
export function layOut<Figures>(plan: Plan<Figures>, frame: Frame, rows: readonly MeasureRow[]): ReportBody<Figures> {
  const cellAt = cellsOf(plan.measures, frame, rows);
  const series = (keys: Cell['keys']) =>
    frame.buckets.map((period, bucket) => ({ period, figures: plan.figures(cellAt(bucket, keys)) }));
  const groups = groupsOf(rows)
    .map((keys) => ({ keys, cell: cellAt(null, keys) }))
    .sort((a, b) => plan.weight(b.cell) - plan.weight(a.cell) || byName(a.keys, b.keys))
    .map(({ keys, cell }) => ({ keys, figures: plan.figures(cell), series: series(keys) }));
  return { total: plan.figures(cellAt(null, null)), groups, series: series(null) };
}

/** A look-up of cells among the rows that answered a list of measures. */
export function cellsOf(measures: readonly Measure[], frame: Frame, rows: readonly MeasureRow[]) {
  const byAddress = new Map(rows.map((row) => [address(row.measure, row.bucket, row.keys), row.values]));
  return (bucket: number | null, keys: Cell['keys']): Cell => ({
    period: bucket === null ? frame.period : (frame.buckets[bucket] as Period),
    bucket,
    keys,
    values: (measure) => byAddress.get(address(measure, bucket, keys)) ?? valuesOfNothing(measures[measure] as Measure),
  });
}

function address(measure: number, bucket: number | null, keys: Cell['keys']): string {
  return JSON.stringify([measure, bucket, keys]);
}

function groupsOf(rows: readonly MeasureRow[]): (readonly (string | null)[])[] {
  const groups = new Map<string, readonly (string | null)[]>();
  for (const { keys } of rows) if (keys) groups.set(JSON.stringify(keys), keys);
  return [...groups.values()];
}

function byName(a: readonly (string | null)[], b: readonly (string | null)[]): number {
  for (const [index, left] of a.entries()) {
    const right = b[index] ?? null;
    if (left === right) continue;
    if (left === null) return 1;
    if (right === null) return -1;
    return left < right ? -1 : 1;
  }
  return 0;
}
