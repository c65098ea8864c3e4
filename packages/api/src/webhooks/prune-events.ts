import type { Instant } from '@leadstage/core';
import { type Database, inWorkspace } from '@leadstage/prisma';
import { sql } from '../query/sql.js';
import { clock } from './claim-deliveries.js';

/** How long a delivered event is kept, and one that some webhook never took, days. */
const DAYS_KEPT = { delivered: 30, dead: 90 } as const;
const EVENTS_PER_STEP = 5_000;

/** Workspaces whose oldest event may have to go. Ids follow time, so the first event is the oldest. */
export const WORKSPACES_TO_PRUNE = sql`
  SELECT c.workspace_id FROM workspace_clock c
  WHERE (SELECT e.recorded_at FROM event e WHERE e.workspace_id = c.workspace_id ORDER BY e.id LIMIT 1)
    < now() - ${DAYS_KEPT.delivered}::int * interval '1 day'`;

/**
 * Deletes part of what the outbox need not keep: events that were delivered wherever they had to be at least 30 days
 * ago, or are dead since 90. What is still to be delivered stays.
 * @returns whether there may be more
 */
export async function pruneEvents(
  database: Database,
  workspaceId: string,
  now?: Instant,
  most = EVENTS_PER_STEP,
): Promise<boolean> {
  const before = (days: number) => sql`${clock(now)} - ${days}::int * interval '1 day'`;
  const rows = await inWorkspace(database, workspaceId, (transaction) =>
    transaction.query(sql`
      WITH old AS MATERIALIZED (
        SELECT id FROM event
        WHERE workspace_id = ${workspaceId}::uuid AND recorded_at < ${before(DAYS_KEPT.delivered)}
      )
      DELETE FROM event e WHERE e.workspace_id = ${workspaceId}::uuid AND e.id = ANY (ARRAY(
        SELECT old.id FROM old
        WHERE NOT EXISTS (
          SELECT 1 FROM delivery d
          WHERE d.workspace_id = ${workspaceId}::uuid AND d.event_id = old.id
            AND d.event_id <= (SELECT max(id) FROM old)
            AND CASE d.status
              WHEN 'DELIVERED' THEN d.delivered_at >= ${before(DAYS_KEPT.delivered)}
              WHEN 'DEAD' THEN d.next_attempt_at >= ${before(DAYS_KEPT.dead)}
              ELSE true
            END
        )
        ORDER BY old.id LIMIT ${most}
      )) RETURNING 1`),
  );
  return rows.length === most;
}
