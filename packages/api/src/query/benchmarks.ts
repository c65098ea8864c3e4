import type { Instant, LocalDate } from '@leadstage/core';
import type { Transaction } from '@leadstage/prisma';
import { sql } from './sql.js';

/** A figure of others to compare with, with where it comes from. */
export interface Benchmark {
  readonly id: number;
  readonly metric: string;
  /** Key of the stage it is about, if any. */
  readonly stage: string | null;
  /** Decimal text in the metric's unit. */
  readonly value: string;
  readonly definition: string;
  readonly source: string;
  readonly publishedOn: LocalDate;
  readonly recordedAt: Instant;
  readonly voidedAt: Instant | null;
}

/** Every benchmark by metric and date, latest first, voided ones included. */
export function benchmarks(transaction: Transaction, workspaceId: string): Promise<Benchmark[]> {
  return transaction.query<Benchmark>(sql`
    SELECT id, metric, stage, trim_scale(value)::text AS value, definition, source, published_on AS "publishedOn",
      recorded_at AS "recordedAt", voided_at AS "voidedAt"
    FROM benchmark WHERE workspace_id = ${workspaceId}::uuid ORDER BY metric, published_on DESC, id`);
}
