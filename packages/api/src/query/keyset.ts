import { InvalidInput } from '@leadstage/core';
import type { Transaction } from '@leadstage/prisma';
import { isStorable } from '../storable-text.js';
import { conjunction, instantParameter, join, raw, type Sql, sql } from './sql.js';

/** What a list is sorted by. The last key of an order must be unique, so that no two rows are equal. */
export interface SortKey {
  readonly column: Sql;
  readonly kind: 'INSTANT' | 'INTEGER' | 'TEXT';
  /** An INSTANT that may be missing; such rows come last in either direction. */
  readonly nullable?: boolean;
}

export interface Order {
  /** Stands in the cursor: one of another order is refused. */
  readonly name: string;
  readonly keys: readonly SortKey[];
  readonly descending: boolean;
}

export interface PageRequest {
  /** 1–100, from the start. Either this or `last`. */
  readonly first?: number | null | undefined;
  /** 1–100, from the end. */
  readonly last?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly before?: string | null | undefined;
}

export interface Listing {
  readonly columns: Sql;
  readonly from: Sql;
  readonly conditions: readonly Sql[];
  readonly order: Order;
}

export interface Page<Row> {
  readonly items: readonly { readonly row: Row; readonly cursor: string }[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

type KeyValue = number | string | null;
type Keyed<Row> = Row & Readonly<Record<`key${number}`, KeyValue>>;

const MOST_PER_PAGE = 100;

/**
 * A page of a list, by the values that its neighbours are sorted by and not by their number: rows that are added or
 * go away meanwhile neither repeat nor hide another.
 * @param most rows a page may have
 * @throws InvalidInput PAGE_SIZE_REQUIRED, INVALID_ARGUMENTS, INVALID_CURSOR
 */
export async function pageOf<Row extends object>(
  transaction: Transaction,
  listing: Listing,
  request: PageRequest,
  most = MOST_PER_PAGE,
): Promise<Page<Row>> {
  const size = pageSize(request, most);
  const backwards = request.first == null;
  const rows = await transaction.query<Keyed<Row>>(pageStatement(listing, request, size + 1));
  const more = rows.length > size;
  const shown = rows.slice(0, size);
  if (backwards) shown.reverse();
  const { order } = listing;
  return {
    items: shown.map((row) => ({ row, cursor: cursorOf(order, row) })),
    hasNextPage: backwards ? request.before != null : more,
    hasPreviousPage: backwards ? more : request.after != null,
  };
}

/** How many rows the list has on all pages together. */
export async function countOf(transaction: Transaction, { from, conditions }: Listing): Promise<number> {
  const [row] = await transaction.query<{ count: number }>(
    sql`SELECT count(*) AS count FROM ${from} WHERE ${conjunction(conditions)}`,
  );
  return row?.count ?? 0;
}

/** The statement behind a page, which has one row more than is shown where there is more. */
export function pageStatement({ columns, from, conditions, order }: Listing, request: PageRequest, limit: number): Sql {
  const backwards = request.first == null;
  const direction = raw(order.descending === backwards ? 'ASC' : 'DESC');
  const bounds = [
    ...(request.after == null ? [] : [beyond(order, request.after, 'after')]),
    ...(request.before == null ? [] : [beyond(order, request.before, 'before')]),
  ];
  const keys = order.keys.map((key, index) => sql`${key.column} AS ${raw(`key${index}`)}`);
  return sql`
    SELECT ${columns}, ${join(keys)} FROM ${from}
    WHERE ${conjunction([...conditions, ...bounds])}
    ORDER BY ${join(order.keys.map((key) => sql`${sorted(key, order)} ${direction}`))}
    LIMIT ${limit}`;
}

function pageSize({ first, last }: PageRequest, most: number): number {
  if (first != null && last != null) {
    throw new InvalidInput('INVALID_ARGUMENTS', ['last'], 'Give either `first` or `last`, not both.');
  }
  const size = first ?? last;
  if (size != null && Number.isInteger(size) && size >= 1 && size <= most) return size;
  const name = last == null ? 'first' : 'last';
  throw new InvalidInput('PAGE_SIZE_REQUIRED', [name], `Give \`first\` or \`last\`, a number from 1 to ${most}.`);
}

/** Rows after (before) the one that the cursor stands for, in the order's own direction. */
function beyond(order: Order, cursor: string, argument: 'after' | 'before'): Sql {
  const values = positionOf(order, cursor, argument);
  const comparison = raw((argument === 'after') === order.descending ? '<' : '>');
  const columns = join(order.keys.map((key) => sorted(key, order)));
  const position = order.keys.map((key, index) => keyParameter(key, order, values[index] ?? null));
  return sql`(${columns}) ${comparison} (${join(position)})`;
}

/** What rows are compared by: a missing instant as the far end of the list. */
function sorted({ column, nullable }: SortKey, order: Order): Sql {
  return nullable ? sql`coalesce(${column}, ${farEnd(order)})` : column;
}

function farEnd({ descending }: Order): Sql {
  return raw(`'${descending ? '-' : ''}infinity'::timestamptz`);
}

function keyParameter({ kind }: SortKey, order: Order, value: KeyValue): Sql {
  if (value === null) return farEnd(order);
  if (kind === 'INSTANT') return instantParameter(value as number);
  return kind === 'INTEGER' ? sql`${value}::bigint` : sql`${value}::text`;
}

function cursorOf({ name, keys }: Order, row: Keyed<object>): string {
  const position = [name, ...keys.map((_, index) => row[`key${index}`])];
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

function positionOf(order: Order, cursor: string, argument: string): KeyValue[] {
  const [name, ...values] = decoded(cursor);
  const fits = order.keys.every((key, index) => isValueOf(key, values[index]));
  if (name === order.name && values.length === order.keys.length && fits) return values as KeyValue[];
  throw new InvalidInput(
    'INVALID_CURSOR',
    [argument],
    `\`${argument}\` is no cursor of this list in this order. Give one that the same question answered.`,
  );
}

function decoded(cursor: string): unknown[] {
  try {
    const position: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(position) ? position : [];
  } catch {
    return [];
  }
}

const LAST_INSTANT = 253_402_300_799_999;

function isValueOf({ kind, nullable }: SortKey, value: unknown): boolean {
  if (value === null) return nullable === true;
  if (kind === 'TEXT') return typeof value === 'string' && isStorable(value);
  if (!Number.isSafeInteger(value)) return false;
  return kind === 'INTEGER' || ((value as number) >= 0 && (value as number) <= LAST_INSTANT);
}
