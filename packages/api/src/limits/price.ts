import type { Grain } from '@leadstage/core';

/*
 * What things cost, in points. A point is what one object of an answer takes, some 50 µs of a processor; the rest is
 * set beside it. `docs/limits.md` tells users.
 */

/** Arguments as they were sent: nothing is checked yet, and what is wrong is refused before anything is read. */
export type Sent = Readonly<Record<string, unknown>>;

/** Of a field, apart from the objects that it answers. */
export interface Price {
  /** The most that it can take. */
  readonly most: number;
  /** Without what depends on what there is: rows read, cells answered. */
  readonly least: number;
  /** Whether `most` covers the objects of the answer too. */
  readonly whole: boolean;
}

/** Stands in `extensions.price` of a field. */
export type PriceOf = (sent: Sent) => Price;

/** The same whatever is asked. */
export function flat(points: number): { readonly price: PriceOf } {
  const price = { most: points, least: points, whole: false };
  return { price: () => price };
}

/** What a mutation takes: its transaction, and each item of the lists in its input. */
const MUTATION = 20;

export function mutationPrice(sent: Sent): Price {
  const input = isObject(sent.input) ? Object.values(sent.input) : [];
  const items = input.reduce<number>((sum, value) => sum + (Array.isArray(value) ? value.length : 0), 0);
  return { most: MUTATION + items, least: MUTATION + items, whole: false };
}

/** Groups that an attribute of `by` is taken to have, before it is known. */
const GROUPS = 10;
const CELLS_PER_POINT = 10;
const ROWS_PER_POINT = 1_000;
/** Rows that a report is taken to read, before it is known. */
const ROWS = 100_000;
/** Times as much where the log is read, not a projection. */
const FROM_LOG = 4;

export interface ReportPrice {
  /** Of one pass over what the report reads. */
  readonly weight: number;
  /** Passes that its own fields add, for each attribute of `by` and the total. Default none. */
  readonly more?: (input: Sent) => number;
}

/** What a report takes: passes over its facts, an allowance for rows, and cells. */
export function reportPrice({ weight, more = () => 0 }: ReportPrice): { readonly price: PriceOf } {
  return {
    price({ input: given }) {
      const input = isObject(given) ? given : {};
      const attributes = Math.min(listed(input.by), 3);
      const fromLog = input.knownAt != null || input.ladder === 'TODAY' ? FROM_LOG : 1;
      const least = weight * (1 + more(input)) * (1 + attributes) * fromLog;
      const cells = (1 + (attributes === 0 ? 0 : GROUPS ** attributes)) * (1 + buckets(input.period, input.grain));
      return { most: Math.ceil(least + pricedCells(cells) + pricedRows(ROWS)), least, whole: true };
    },
  };
}

/** Of a report whose question is not in the document. */
export function keptReportPrice(): { readonly price: PriceOf } {
  return { price: () => ({ most: 1_000, least: 50, whole: true }) };
}

export function pricedCells(cells: number): number {
  return cells / CELLS_PER_POINT;
}

export function pricedRows(rows: number): number {
  return rows / ROWS_PER_POINT;
}

/** Days, at least and at most. */
const DAYS: Readonly<Record<Grain, readonly [number, number]>> = {
  DAY: [1, 1],
  WEEK: [7, 7],
  MONTH: [28, 31],
  QUARTER: [90, 92],
  HALF_YEAR: [181, 184],
  YEAR: [365, 366],
};

/** Points of a series, no fewer than there will be. */
export function buckets(period: unknown, grain: unknown): number {
  const size = daysOf(grain)?.[0];
  if (size === undefined || !isObject(period)) return 0;
  // The first and the last may be parts.
  return Math.ceil(longest(period) / size) + 1;
}

const DAY = 86_400_000;

function longest({ start, end, grain, last }: Sent): number {
  if (isObject(last)) return amount(last.count) * (daysOf(last.grain)?.[1] ?? 0);
  if (grain != null) return daysOf(grain)?.[1] ?? 0;
  const days = (Date.parse(String(end)) - Date.parse(String(start))) / DAY;
  return Number.isFinite(days) ? Math.max(0, days) : 0;
}

function daysOf(grain: unknown): readonly [number, number] | undefined {
  return typeof grain === 'string' && Object.hasOwn(DAYS, grain) ? DAYS[grain as Grain] : undefined;
}

export function amount(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : 0;
}

/** How many a list has; a value that stands alone is a list of one, as GraphQL has it. */
export function listed(value: unknown): number {
  if (value == null) return 0;
  return Array.isArray(value) ? value.length : 1;
}

export function isObject(value: unknown): value is Sent {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
