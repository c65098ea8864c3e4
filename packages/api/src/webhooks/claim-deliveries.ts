import type { Instant } from '@leadstage/core';
import { type Database, inWorkspace } from '@leadstage/prisma';
import { instantParameter, type Sql, sql } from '../query/sql.js';
import type { EventEnvelope } from './events.js';

/** An event that this server is to deliver, and no other until the lease ends. */
export interface ClaimedDelivery {
  readonly eventId: number;
  readonly webhookId: number;
  /** Made before this one. */
  readonly attempts: number;
  readonly leasedUntil: Instant;
  readonly url: string;
  readonly secret: string;
  readonly envelope: EventEnvelope;
}

/** How long a claim holds, milliseconds. A server that dies with one leaves it to whoever comes after that. */
export const LEASE_MS = 60_000;
const MOST_WEBHOOKS = 8;

/** The database's clock, which all servers share; a test gives its own. */
export function clock(now: Instant | undefined): Sql {
  return now === undefined ? sql`now()` : instantParameter(now);
}

/** Deliveries that may be attempted: their time has come and no server is at them. */
export function isDue(now?: Instant): Sql {
  return sql`d.status = 'PENDING' AND d.next_attempt_at <= ${clock(now)} AND (d.leased_until IS NULL OR d.leased_until <= ${clock(now)})`;
}

/** Webhooks of the workspace with something due, those that have waited longest first; at most 8. */
export async function webhooksWithDue(database: Database, workspaceId: string, now?: Instant): Promise<number[]> {
  const rows = await inWorkspace(database, workspaceId, (transaction) =>
    transaction.query<{ id: number }>(sql`
      SELECT d.webhook_id AS id FROM delivery d WHERE d.workspace_id = ${workspaceId}::uuid AND ${isDue(now)}
      GROUP BY d.webhook_id ORDER BY min(d.next_attempt_at), d.webhook_id LIMIT ${MOST_WEBHOOKS}`),
  );
  return rows.map(({ id }) => id);
}

/**
 * Claims the oldest due deliveries of a webhook, unless a server is at that webhook already: events then come in order
 * as long as none fails. The webhook is locked by a statement of its own, so that the next one sees what the server
 * that held the lock before has claimed.
 */
export function claimDeliveries(
  database: Database,
  workspaceId: string,
  webhookId: number,
  most: number,
  now?: Instant,
): Promise<ClaimedDelivery[]> {
  return inWorkspace(database, workspaceId, async (transaction) => {
    const [webhook] = await transaction.query<{ url: string; secret: string }>(sql`
      SELECT url, secret FROM webhook
      WHERE workspace_id = ${workspaceId}::uuid AND id = ${webhookId} AND deleted_at IS NULL
      FOR NO KEY UPDATE SKIP LOCKED`);
    if (!webhook) return [];
    const taken = await transaction.query<Pick<ClaimedDelivery, 'eventId' | 'attempts' | 'leasedUntil'>>(sql`
      UPDATE delivery d SET leased_until = ${clock(now)} + ${LEASE_MS}::int * interval '1 millisecond'
      WHERE d.workspace_id = ${workspaceId}::uuid AND d.webhook_id = ${webhookId} AND ${isDue(now)}
        AND d.event_id = ANY (ARRAY(
          SELECT d.event_id FROM delivery d
          WHERE d.workspace_id = ${workspaceId}::uuid AND d.webhook_id = ${webhookId} AND ${isDue(now)}
            AND NOT EXISTS (
              SELECT 1 FROM delivery other
              WHERE other.workspace_id = ${workspaceId}::uuid AND other.webhook_id = ${webhookId}
                AND other.status = 'PENDING' AND other.leased_until > ${clock(now)})
          ORDER BY d.event_id LIMIT ${most} FOR UPDATE SKIP LOCKED
        ))
      RETURNING d.event_id AS "eventId", d.attempts, d.leased_until AS "leasedUntil"`);
    if (taken.length === 0) return [];
    const events = await transaction.query<{ id: number; payload: EventEnvelope }>(sql`
      SELECT id, payload FROM event
      WHERE workspace_id = ${workspaceId}::uuid AND id = ANY(${taken.map(({ eventId }) => eventId)}::bigint[])
      ORDER BY id`);
    const byEvent = new Map(taken.map((row) => [row.eventId, row]));
    return events.flatMap(({ id, payload }) => {
      const row = byEvent.get(id);
      return row ? [{ ...row, ...webhook, webhookId, envelope: payload }] : [];
    });
  });
}
