import { type Instant, InvalidInput } from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import type { Once } from '../commands/idempotency.js';
import { recordIn } from '../commands/recording.js';
import { instantParameter, sql } from '../query/sql.js';

/**
 * Deletes a webhook: its secret is forgotten, and what was on its way to it is dropped. Deleting it again changes
 * nothing.
 * @returns when it was deleted
 * @throws InvalidInput UNKNOWN_WEBHOOK
 */
export function deleteWebhook(database: Database, workspaceId: string, id: number, once?: Once): Promise<Instant> {
  return recordIn(
    database,
    workspaceId,
    async (recording) => {
      const { transaction, recordedAt } = recording;
      const [known] = await transaction.query<{ deletedAt: Instant | null }>(sql`
        SELECT deleted_at AS "deletedAt" FROM webhook
        WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::int FOR NO KEY UPDATE`);
      if (!known) throw unknownWebhook(id, 'id');
      if (known.deletedAt !== null) return known.deletedAt;
      await transaction.query(sql`
        UPDATE webhook SET deleted_at = ${instantParameter(recordedAt)}, secret = ''
        WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::int`);
      await transaction.query(sql`
        DELETE FROM delivery WHERE workspace_id = ${workspaceId}::uuid AND webhook_id = ${id}::int AND status <> 'DELIVERED'`);
      recording.changed();
      return recordedAt;
    },
    once,
  );
}

export function unknownWebhook(id: number, argument: string): InvalidInput {
  return new InvalidInput('UNKNOWN_WEBHOOK', [argument], `There is no webhook ${id}.`);
}
