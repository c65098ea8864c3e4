import type { Database } from '@leadstage/prisma';
import type { Once } from '../commands/idempotency.js';
import { recordIn } from '../commands/recording.js';
import { instantParameter, sql } from '../query/sql.js';
import { unknownWebhook } from './delete-webhook.js';

/**
 * Puts dead deliveries of a webhook on their way again, with all their attempts.
 * @param events only these; absent: every dead one. Those that are not dead stay as they are
 * @returns how many
 * @throws InvalidInput UNKNOWN_WEBHOOK
 */
export function resendDeliveries(
  database: Database,
  workspaceId: string,
  { webhook, events }: { readonly webhook: number; readonly events?: readonly number[] | undefined },
  once?: Once,
): Promise<number> {
  return recordIn(
    database,
    workspaceId,
    async ({ transaction, recordedAt }) => {
      const known = await transaction.query(sql`
        SELECT 1 FROM webhook
        WHERE workspace_id = ${workspaceId}::uuid AND id = ${webhook}::int AND deleted_at IS NULL`);
      if (known.length === 0) throw unknownWebhook(webhook, 'webhook');
      const these = events ? sql`event_id = ANY(${[...events]}::bigint[])` : sql`true`;
      const rows = await transaction.query(sql`
        UPDATE delivery SET status = 'PENDING', attempts = 0, leased_until = NULL,
          next_attempt_at = ${instantParameter(recordedAt)}
        WHERE workspace_id = ${workspaceId}::uuid AND webhook_id = ${webhook}::int AND status = 'DEAD' AND ${these}
        RETURNING 1`);
      return rows.length;
    },
    once,
  );
}
