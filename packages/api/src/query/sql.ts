import type { Instant, LocalDate } from '@leadstage/core';
import { Prisma } from '@leadstage/prisma';

/** A fragment or a whole statement; `text` and `values` make it a value that a test can read. */
export type Sql = Prisma.Sql;

export const { sql, join, raw, empty } = Prisma;

export function instantParameter(instant: Instant): Sql {
  return sql`${isoInstant(instant)}::timestamptz`;
}

export function instantsParameter(instants: readonly Instant[]): Sql {
  return sql`${instants.map(isoInstant)}::timestamptz[]`;
}

export function dateParameter(date: LocalDate): Sql {
  return sql`${date}::date`;
}

export function isoInstant(instant: Instant): string {
  return new Date(instant).toISOString();
}

export function conjunction(conditions: readonly Sql[]): Sql {
  return conditions.length > 0 ? join(conditions, ' AND ') : sql`true`;
}
