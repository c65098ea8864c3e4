import type { Instant } from '@leadstage/core';
import type { Transaction } from '@leadstage/prisma';
import { HANDOFF_FACT, HANDOFF_FACT_COLUMNS } from '../query/facts.js';
import { handoffsFromRecord } from '../query/handoffs-from-record.js';
import { raw, sql } from '../query/sql.js';
import { type LeadScope, ofScope } from './project-leads.js';
import type { Projection } from './projection.js';

export type HandoffOutcome = 'ACCEPTED' | 'REJECTED' | 'RECYCLED' | 'DISQUALIFIED';

/** A handoff that a write opened, closed, or both. */
export interface HandoffChange {
  readonly leadId: number;
  /** The transition that opened it; minus the lead's id where its creation did. */
  readonly openedBy: number;
  readonly openedAt: Instant;
  readonly closedAt: Instant | null;
  readonly outcome: HandoffOutcome | null;
  readonly reason: string | null;
  readonly owner: string | null;
  /** It was not there before. */
  readonly opened: boolean;
  /** It was not closed before, and is. */
  readonly closed: boolean;
}

/** Projects leads' handoffs from the record anew, and says which were opened and closed by that. */
export async function projectHandoffs(
  transaction: Transaction,
  projection: Projection,
  scope: LeadScope,
): Promise<HandoffChange[]> {
  const { id: workspaceId, generation, definitions, hasMerges } = projection;
  const columns = raw(HANDOFF_FACT_COLUMNS.join(', '));
  const keys = ['workspace_id', 'lead_id', 'opened_by'];
  const carried = HANDOFF_FACT_COLUMNS.filter((column) => !keys.includes(column));
  return transaction.query<HandoffChange>(sql`
    WITH fresh AS MATERIALIZED (${handoffsFromRecord({ workspaceId, definitions, hasMerges, ...scope })}),
    before AS MATERIALIZED (SELECT ${columns} FROM ${HANDOFF_FACT} WHERE ${ofScope(projection, scope)}),
    gone AS (
      DELETE FROM ${HANDOFF_FACT} WHERE ${ofScope(projection, scope)}
        AND (lead_id, opened_by) NOT IN (SELECT lead_id, opened_by FROM fresh)
    ),
    stored AS (
      INSERT INTO ${HANDOFF_FACT} (generation, ${columns})
      SELECT ${generation}::int, ${columns} FROM (SELECT * FROM fresh EXCEPT SELECT * FROM before) changed
      ON CONFLICT (workspace_id, generation, lead_id, opened_by) DO UPDATE SET
        ${raw(carried.map((column) => `${column} = excluded.${column}`).join(', '))}
    )
    SELECT f.lead_id AS "leadId", f.opened_by AS "openedBy", f.opened_at AS "openedAt", f.closed_at AS "closedAt",
      f.outcome, f.reason, f.owner, b.opened_by IS NULL AS opened,
      f.closed_at IS NOT NULL AND b.closed_at IS NULL AS closed
    FROM fresh f LEFT JOIN before b ON b.opened_by = f.opened_by
    WHERE b.opened_by IS NULL OR (f.closed_at IS NOT NULL AND b.closed_at IS NULL)
    ORDER BY f.opened_at, f.opened_by`);
}
