import type { Instant } from '@leadstage/core';
import { type Database, inWorkspace } from '@leadstage/prisma';
import { sql } from '../query/sql.js';
import { clock } from './claim-deliveries.js';

/** How long a delivered event is kept, and one that some webhook never took, days. */
const DAYS_KEPT = { delivered: 30, dead: 90 } as const;
const EVENTS_PER_STEP = 2_000;

/** Workspaces whose oldest event may have to go. Ids follow time, so the first event is the oldest. */
export const WORKSPACES_TO_PRUNE = sql`
  SELECT c.workspace_id FROM workspace_clock c
  WHERE (SELECT e.recorded_at FROM event e WHERE e.workspace_id = c.workspace_id ORDER BY e.id LIMIT 1)
    < now() - ${DAYS_KEPT.delivered}::int * interval '1 day'`;

export interface PruneOptions {
  /** Default the database's clock. */
  readonly now?: Instant;
  /** How many events each transaction looks at. */
  readonly eventsPerStep?: number;
  readonly signal?: AbortSignal;
}

/**
 * Deletes what the outbox need not keep, in steps that each commit: events that were delivered wherever they had to be
 * at least 30 days ago, or are dead since 90. What is still to be delivered stays.
 */
export async function pruneEvents(
  database: Database,
  workspaceId: string,
  { now, eventsPerStep = EVENTS_PER_STEP, signal }: PruneOptions = {},
): Promise<void> {
  for (let after: number | null = 0; after !== null && !signal?.aborted; ) {
    after = await pruneNext(database, workspaceId, after, eventsPerStep, now);
  }
}

/** @returns the last event that it looked at; null once it has come to events that are not old */
function pruneNext(
  database: Database,
  workspaceId: string,
  after: number,
  most: number,
  now: Instant | undefined,
): Promise<number | null> {
  const before = (days: number) => sql`${clock(now)} - ${days}::int * interval '1 day'`;
  return inWorkspace(database, workspaceId, async (transaction) => {
    const [seen] = await transaction.query<{ last: number | null; count: number; old: boolean }>(sql`
      SELECT max(id) AS last, count(*) AS count, bool_and(recorded_at < ${before(DAYS_KEPT.delivered)}) AS old
      FROM (
        SELECT id, recorded_at FROM event WHERE workspace_id = ${workspaceId}::uuid AND id > ${after}
        ORDER BY id LIMIT ${most}
      ) next`);
    if (!seen || seen.last === null) return null;
    await transaction.query(sql`
      DELETE FROM event
      WHERE workspace_id = ${workspaceId}::uuid AND id > ${after} AND id <= ${seen.last}
        AND recorded_at < ${before(DAYS_KEPT.delivered)}
        AND id NOT IN (
          SELECT d.event_id FROM delivery d
          WHERE d.workspace_id = ${workspaceId}::uuid AND d.event_id > ${after} AND d.event_id <= ${seen.last}
            AND CASE d.status
              WHEN 'DELIVERED' THEN d.delivered_at >= ${before(DAYS_KEPT.delivered)}
              WHEN 'DEAD' THEN d.next_attempt_at >= ${before(DAYS_KEPT.dead)}
              ELSE true
            END
        )`);
    return seen.old && seen.count === most ? seen.last : null;
  });
}
