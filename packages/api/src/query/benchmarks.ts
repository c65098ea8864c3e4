import type { Benchmark, Instant } from '@leadstage/core';
import type { Transaction } from '@leadstage/prisma';
import { standing } from './record-scope.js';
import { type Sql, sql } from './sql.js';

export type { Benchmark } from '@leadstage/core';

/** Every benchmark by metric and date, latest first, voided ones included. */
export function benchmarks(transaction: Transaction, workspaceId: string): Promise<Benchmark[]> {
  return transaction.query<Benchmark>(selectBenchmarks(workspaceId, sql`true`));
}

/** Those that stood at an instant (default: that stand now). */
export function benchmarksAsKnown(
  transaction: Transaction,
  workspaceId: string,
  knownAt: Instant | undefined,
): Promise<Benchmark[]> {
  return transaction.query<Benchmark>(selectBenchmarks(workspaceId, standing('benchmark', knownAt)));
}

function selectBenchmarks(workspaceId: string, condition: Sql): Sql {
  return sql`
    SELECT id, metric, stage, trim_scale(value)::text AS value, definition, source, published_on AS "publishedOn",
      recorded_at AS "recordedAt", voided_at AS "voidedAt"
    FROM benchmark WHERE workspace_id = ${workspaceId}::uuid AND ${condition} ORDER BY metric, published_on DESC, id`;
}
