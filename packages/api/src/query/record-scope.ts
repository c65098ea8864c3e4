import type { Instant, StageDefinition } from '@leadstage/core';
import { conjunction, instantParameter, raw, type Sql, sql } from './sql.js';

/** Which part of the record a projection is made from. */
export interface RecordScope {
  readonly workspaceId: string;
  readonly definitions: readonly StageDefinition[];
  /** Whether any leads were ever merged; where none were, the statement does without. */
  readonly hasMerges: boolean;
  /** Only what was recorded, and not voided, by then; absent: all that stands now. */
  readonly knownAt?: Instant | undefined;
  /** Only these leads; absent: all. Of merged ones the whole family must be named. */
  readonly leadIds?: readonly number[] | undefined;
  /** Only leads with `from <= id < to` that were never merged. */
  readonly leadRange?: { readonly from: number; readonly to: number } | undefined;
}

/** Rows that had been recorded by `knownAt`. */
export function known(alias: string, knownAt: Instant | undefined): Sql {
  return knownAt === undefined ? sql`true` : sql`${raw(alias)}.recorded_at <= ${instantParameter(knownAt)}`;
}

/** Rows that had been recorded and not voided by `knownAt`. */
export function standing(alias: string, knownAt: Instant | undefined): Sql {
  const voidedAt = raw(`${alias}.voided_at`);
  if (knownAt === undefined) return sql`${voidedAt} IS NULL`;
  return sql`${known(alias, knownAt)} AND (${voidedAt} IS NULL OR ${voidedAt} > ${instantParameter(knownAt)})`;
}

/** The workspace's rows about leads of the scope. */
export function inScope(scope: RecordScope, alias: string, column = 'lead_id'): Sql {
  const id = raw(`${alias}.${column}`);
  const conditions: Sql[] = [sql`${raw(alias)}.workspace_id = ${scope.workspaceId}::uuid`];
  if (scope.leadIds) conditions.push(sql`${id} = ANY(${[...scope.leadIds]}::bigint[])`);
  if (scope.leadRange) {
    conditions.push(sql`${id} >= ${scope.leadRange.from} AND ${id} < ${scope.leadRange.to}`);
    if (scope.hasMerges) {
      conditions.push(sql`${id} NOT IN (SELECT lead_id FROM merged UNION ALL SELECT into_lead_id FROM merged)`);
    }
  }
  return conjunction(conditions);
}

/** The CTE `merged`: which lead each absorbed one had become, as known. */
export function mergedLeads(scope: RecordScope): Sql {
  if (!scope.hasMerges) return sql`merged AS (SELECT 0::bigint AS lead_id, 0::bigint AS into_lead_id WHERE false)`;
  return sql`merged AS MATERIALIZED (
    SELECT DISTINCT ON (m.lead_id) m.lead_id, m.into_lead_id FROM merge m
    WHERE m.workspace_id = ${scope.workspaceId}::uuid AND ${known('m', scope.knownAt)}
    ORDER BY m.lead_id, m.recorded_at DESC
  )`;
}

/** What to join to a table of leads' records so that `personId` can be read of it. */
export function joinPerson(scope: RecordScope, alias: string): Sql {
  return scope.hasMerges ? raw(`LEFT JOIN merged ON merged.lead_id = ${alias}.lead_id`) : sql``;
}

/** The lead that a row belongs to, merges followed. */
export function personId(scope: RecordScope, alias: string): Sql {
  return raw(scope.hasMerges ? `coalesce(merged.into_lead_id, ${alias}.lead_id)` : `${alias}.lead_id`);
}
