import type { Instant } from '@leadstage/core';
import type { Transaction } from '@leadstage/prisma';
import { sql } from './sql.js';
import type { Reprojection } from './workspace-state.js';

/** How far it is with making the projections anew. */
export interface LadderJob {
  readonly reason: Reprojection['reason'];
  readonly startedAt: Instant;
  readonly leads: number;
  readonly totalLeads: number;
}

/** What is under way, or null. */
export async function ladderJob(transaction: Transaction, workspaceId: string): Promise<LadderJob | null> {
  const [job] = await transaction.query<LadderJob>(sql`
    SELECT r.reason, r.started_at AS "startedAt", r.done_lead_id AS leads, c.last_lead_id AS "totalLeads"
    FROM reprojection r JOIN workspace_clock c ON c.workspace_id = r.workspace_id
    WHERE r.workspace_id = ${workspaceId}::uuid AND r.generation > c.generation`);
  return job ?? null;
}
