import type { Instant } from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import { VERSION } from '../version.js';
import { type ClaimedDelivery, claimDeliveries, webhooksWithDue } from './claim-deliveries.js';
import { type Attempt, type PostOptions, postEvent } from './post-event.js';
import { recordAttempt, releaseDeliveries } from './record-attempt.js';
import { signatureOf } from './sign.js';
import { type Slots, slots } from './slots.js';

export interface DeliverOptions extends PostOptions {
  /** Tests give their own; else the database's clock says what is due, and this machine's when it was signed. */
  readonly now?: Instant;
  readonly random?: () => number;
  /** Once it is aborted, the requests under way end, and no others begin. */
  readonly signal?: AbortSignal;
  readonly slots?: Slots;
}

/** Requests at one time, of this server. */
const atOnce = slots(8);
const PER_CLAIM = 50;
/**
 * How long a webhook is served in one go, milliseconds: with the last request and its recording well within a lease,
 * so that no other server claims what this one is still at.
 */
const TURN_MS = 10_000;

/**
 * Delivers what is due in a workspace: up to 8 webhooks side by side, each one event at a time and in order. A webhook
 * that fails is left for a later turn; the others do not wait for it.
 */
export async function deliverDue(database: Database, workspaceId: string, options: DeliverOptions = {}): Promise<void> {
  const webhooks = await webhooksWithDue(database, workspaceId, options.now);
  const turns = await Promise.allSettled(webhooks.map((webhookId) => serve(database, workspaceId, webhookId, options)));
  for (const turn of turns) if (turn.status === 'rejected') throw turn.reason;
}

async function serve(
  database: Database,
  workspaceId: string,
  webhookId: number,
  options: DeliverOptions,
): Promise<void> {
  const end = performance.now() + TURN_MS;
  for (let goesOn = true; goesOn; ) {
    const claimed = await claimDeliveries(database, workspaceId, webhookId, PER_CLAIM, options.now);
    const { attempted, failed } = await deliverInOrder(database, workspaceId, claimed, end, options);
    await releaseDeliveries(database, workspaceId, claimed.slice(attempted));
    goesOn = attempted > 0 && !failed && performance.now() < end && !options.signal?.aborted;
  }
}

/** Stops at the first that fails, and when the time is up. */
async function deliverInOrder(
  database: Database,
  workspaceId: string,
  claimed: readonly ClaimedDelivery[],
  end: number,
  options: DeliverOptions,
): Promise<{ readonly attempted: number; readonly failed: boolean }> {
  for (const [index, delivery] of claimed.entries()) {
    const attempt = await (options.slots ?? atOnce)(async () =>
      options.signal?.aborted || performance.now() > end ? null : attemptTo(delivery, options),
    );
    if (!attempt) return { attempted: index, failed: false };
    await recordAttempt(database, workspaceId, delivery, attempt, options);
    if (attempt.error !== null) return { attempted: index + 1, failed: true };
  }
  return { attempted: claimed.length, failed: false };
}

function attemptTo({ url, secret, envelope }: ClaimedDelivery, options: DeliverOptions): Promise<Attempt> {
  const { id, type, workspace, recordedAt, data } = envelope;
  const body = JSON.stringify({ id, type, workspace, recordedAt, data });
  const headers = {
    'content-type': 'application/json',
    'user-agent': `Leadstage/${VERSION}`,
    'leadstage-event': type,
    'leadstage-delivery': id,
    'leadstage-signature': signatureOf(secret, body, options.now ?? Date.now()),
  };
  return postEvent(url, headers, body, options);
}
