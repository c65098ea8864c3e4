import type { Instant } from '@leadstage/core';
import type { Transaction } from '@leadstage/prisma';
import { sql } from './sql.js';

/** A value of a CRM field that was mapped, or came with a lead, or both. */
export interface ListedCrmValue {
  readonly field: string;
  /** As it was mapped; while it is not, as it first came. */
  readonly value: string;
  /** Null while it is unmapped. */
  readonly meaning: 'STAGE' | 'OUT' | 'IGNORED' | null;
  readonly stageId: number | null;
  /** How many times it came and has no effect yet. */
  readonly waiting: number;
  readonly firstSeenAt: Instant | null;
  readonly lastSeenAt: Instant | null;
}

const MOST_VALUES = 1_000;

/** The values of one field or of all, those with most that wait first; at most 1,000. */
export function listCrmValues(
  transaction: Transaction,
  workspaceId: string,
  field: string | null,
): Promise<ListedCrmValue[]> {
  const wanted = field === null ? sql`true` : sql`field = ${field.trim()}`;
  return transaction.query<ListedCrmValue>(sql`
    WITH mapped AS (
      SELECT DISTINCT ON (field, value_key) field, value_key, value, meaning, stage_id FROM crm_mapping
      WHERE workspace_id = ${workspaceId}::uuid AND ${wanted} ORDER BY field, value_key, recorded_at DESC
    ),
    came AS (
      SELECT field, value_key, (array_agg(value ORDER BY id))[1] AS value, min(occurred_at) AS first, max(occurred_at) AS last,
        count(*) FILTER (WHERE settled_at IS NULL) AS waiting
      FROM crm_state WHERE workspace_id = ${workspaceId}::uuid AND ${wanted} GROUP BY field, value_key
    )
    SELECT field, coalesce(mapped.value, came.value) AS value, mapped.meaning, mapped.stage_id AS "stageId",
      coalesce(came.waiting, 0) AS waiting, came.first AS "firstSeenAt", came.last AS "lastSeenAt"
    FROM mapped FULL JOIN came USING (field, value_key)
    ORDER BY waiting DESC, field, value_key LIMIT ${MOST_VALUES}`);
}
