import type { Instant } from '@leadstage/core';
import { type Database, inWorkspace } from '@leadstage/prisma';
import { webhookAttempts } from '../observe/metrics.js';
import { instantParameter, sql } from '../query/sql.js';
import { type ClaimedDelivery, clock } from './claim-deliveries.js';
import type { Attempt } from './post-event.js';
import { MOST_ATTEMPTS, retryDelay } from './retry-delay.js';

/** What a receiver answers that wants no more of this. */
const GONE = 410;

/**
 * Writes down how an attempt ended: delivered, to be tried again, or dead. A failure counts only while the lease is
 * ours; that the event arrived is true in any case.
 */
export async function recordAttempt(
  database: Database,
  workspaceId: string,
  { eventId, webhookId, attempts, leasedUntil }: ClaimedDelivery,
  { status, error, retryAfter }: Attempt,
  { now, random }: { readonly now?: Instant | undefined; readonly random?: (() => number) | undefined } = {},
): Promise<void> {
  const made = attempts + 1;
  const mine = sql`workspace_id = ${workspaceId}::uuid AND event_id = ${eventId} AND webhook_id = ${webhookId} AND status = 'PENDING'`;
  const held = sql`leased_until = ${instantParameter(leasedUntil)}`;
  const isDead = status === GONE || made >= MOST_ATTEMPTS;
  webhookAttempts.inc({ outcome: error === null ? 'delivered' : isDead ? 'dead' : 'failed' });
  const wait = isDead ? 0 : retryDelay(made, retryAfter, random?.());
  await inWorkspace(database, workspaceId, (transaction) =>
    transaction.query(
      error === null
        ? sql`
          UPDATE delivery SET status = 'DELIVERED', attempts = ${made}::int, leased_until = NULL, last_status = ${status}::int,
            last_error = NULL, delivered_at = ${clock(now)}
          WHERE ${mine}`
        : sql`
          UPDATE delivery SET status = ${isDead ? 'DEAD' : 'PENDING'}::delivery_status, attempts = ${made}::int,
            leased_until = NULL, last_status = ${status}::int, last_error = ${error},
            next_attempt_at = ${clock(now)} + ${wait}::int * interval '1 millisecond'
          WHERE ${mine} AND ${held}`,
    ),
  );
}

/** Gives claimed deliveries back, unattempted. */
export async function releaseDeliveries(
  database: Database,
  workspaceId: string,
  claimed: readonly ClaimedDelivery[],
): Promise<void> {
  const [first] = claimed;
  if (!first) return;
  await inWorkspace(database, workspaceId, (transaction) =>
    transaction.query(sql`
      UPDATE delivery SET leased_until = NULL
      WHERE workspace_id = ${workspaceId}::uuid AND webhook_id = ${first.webhookId} AND status = 'PENDING'
        AND event_id = ANY(${claimed.map(({ eventId }) => eventId)}::bigint[])
        AND leased_until = ${instantParameter(first.leasedUntil)}`),
  );
}
