import type { Instant } from '@leadstage/core';
import type { Recording } from '../commands/recording.js';
import { HANDOFF_FACT } from '../query/facts.js';
import { sql } from '../query/sql.js';

/**
 * Has the scheduler look when the first of the leads' open handoffs falls due, at once if one already has. For writes
 * that open nothing and start a clock all the same: a decision or a first response is voided. One statement.
 */
export async function wakeForLeads(recording: Recording, leadIds: readonly number[]): Promise<void> {
  const { transaction, workspaceId, state } = recording;
  const [row] = await transaction.query<{ at: Instant | null }>(sql`
    SELECT least(
      min(f.response_due_soon_at) FILTER (WHERE f.first_response_at IS NULL),
      min(f.response_due_at + interval '1 millisecond') FILTER (WHERE f.first_response_at IS NULL),
      min(f.decision_due_soon_at),
      min(f.decision_due_at + interval '1 millisecond')
    ) AS at
    FROM ${HANDOFF_FACT} f
    WHERE f.workspace_id = ${workspaceId}::uuid AND f.generation = ${state.generation}::int
      AND f.lead_id = ANY(${[...leadIds]}::bigint[]) AND f.closed_at IS NULL`);
  if (row?.at != null) recording.wakeAt(row.at);
}
