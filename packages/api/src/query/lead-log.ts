import type { Instant, TransitionKind } from '@leadstage/core';
import type { Transaction } from '@leadstage/prisma';
import { log } from './events.js';
import { familiesOf } from './families.js';
import { sql } from './sql.js';
import type { WorkspaceState } from './workspace-state.js';

/** One standing transition of a lead's log. */
export interface LogEntry {
  readonly leadId: number;
  readonly id: number;
  readonly externalId: string;
  /** Where the lead stood before; null: out of the ladder, or nowhere yet. */
  readonly fromStageId: number | null;
  /** Null: out of the ladder. */
  readonly toStageId: number | null;
  /** As its source said; where it said nothing, as it follows from the two stages. */
  readonly kind: TransitionKind;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly actor: string | null;
  readonly reason: string | null;
}

/** The logs of leads as they stand, oldest first; those of merged leads are one, under the surviving id. */
export async function logsOf(
  transaction: Transaction,
  state: Pick<WorkspaceState, 'id' | 'hasMerges' | 'definitions'>,
  leadIds: readonly number[],
): Promise<LogEntry[]> {
  const { id: workspaceId, definitions, hasMerges } = state;
  const family = await familiesOf(transaction, state, leadIds);
  return transaction.query<LogEntry>(sql`
    WITH ${log({ workspaceId, definitions, hasMerges, leadIds: family })}
    SELECT lead_id AS "leadId", id, external_id AS "externalId", from_stage_id AS "fromStageId",
      to_stage_id AS "toStageId", implied_kind AS kind, occurred_at AS "occurredAt", recorded_at AS "recordedAt", actor, reason
    FROM log WHERE id > 0 ORDER BY lead_id, occurred_at, recorded_at, id`);
}
