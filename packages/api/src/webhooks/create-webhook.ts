import { randomBytes } from 'node:crypto';
import { InvalidInput } from '@leadstage/core';
import { type Database, inWorkspace } from '@leadstage/prisma';
import type { Once } from '../commands/idempotency.js';
import { recordIn } from '../commands/recording.js';
import { instantParameter, sql } from '../query/sql.js';
import { EVENT_TYPES, type EventType } from './events.js';
import { checkWebhookUrl } from './webhook-url.js';

export interface NewWebhook {
  /** http or https. */
  readonly url: string;
  readonly events: readonly EventType[];
}

const MOST_WEBHOOKS = 50;
const SECRET_BYTES = 32;

/**
 * Makes a webhook. It is told of what is recorded from then on.
 * @returns its id, and the secret by which its receiver knows what comes from here; null where the call is repeated
 *   and the webhook has been deleted meanwhile
 * @throws InvalidInput INVALID_URL, PRIVATE_ADDRESS, MISSING_EVENTS, TOO_MANY_WEBHOOKS
 */
export async function createWebhook(
  database: Database,
  workspaceId: string,
  { url, events }: NewWebhook,
  once?: Once,
): Promise<{ readonly id: number; readonly secret: string | null }> {
  const target = checkWebhookUrl(url);
  const wanted = EVENT_TYPES.filter((type) => events.includes(type));
  if (wanted.length === 0) {
    throw new InvalidInput('MISSING_EVENTS', ['events'], 'Say which events the webhook is told of, at least one.');
  }
  const { id } = await recordIn(
    database,
    workspaceId,
    async (recording) => {
      const { transaction, recordedAt } = recording;
      const [row] = await transaction.query<{ count: number }>(sql`
        SELECT count(*) AS count FROM webhook WHERE workspace_id = ${workspaceId}::uuid AND deleted_at IS NULL`);
      if ((row?.count ?? 0) >= MOST_WEBHOOKS) {
        throw new InvalidInput(
          'TOO_MANY_WEBHOOKS',
          [],
          `A workspace has at most ${MOST_WEBHOOKS} webhooks. Delete one first.`,
        );
      }
      const webhook = recording.nextId('definition');
      const secret = `whsec_${randomBytes(SECRET_BYTES).toString('base64url')}`;
      await transaction.query(sql`
        INSERT INTO webhook (workspace_id, id, url, secret, events, created_at)
        VALUES (${workspaceId}::uuid, ${webhook}, ${target}, ${secret}, ${wanted}::text[], ${instantParameter(recordedAt)})`);
      recording.tell({ webhook });
      recording.changed();
      return { id: webhook };
    },
    once,
  );
  return { id, secret: await secretOf(database, workspaceId, id) };
}

/** Read back instead of being kept with the answer, where deleting the webhook would not reach it. */
async function secretOf(database: Database, workspaceId: string, id: number): Promise<string | null> {
  const [row] = await inWorkspace(database, workspaceId, (transaction) =>
    transaction.query<{ secret: string }>(sql`
      SELECT secret FROM webhook WHERE workspace_id = ${workspaceId}::uuid AND id = ${id} AND deleted_at IS NULL`),
  );
  return row?.secret ?? null;
}
