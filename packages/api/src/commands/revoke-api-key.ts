import { type Instant, InvalidInput } from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import { OPERATOR_PREFIX } from '../access/key-form.js';
import { instantParameter, sql } from '../query/sql.js';
import { findApiKey } from './find-api-key.js';
import type { Once } from './idempotency.js';
import { type Recording, recordIn } from './recording.js';

export interface KeyToRevoke {
  readonly id: string;
  /**
   * Whether the last key that may administer the workspace may go too. Who reaches the database can make another;
   * who has but keys could not.
   */
  readonly evenLastAdmin?: boolean;
}

/**
 * Revokes a key, which gives nothing from then on. Revoking it again changes nothing.
 * @returns when it was revoked, the first time
 * @throws InvalidInput UNKNOWN_KEY, LAST_ADMIN_KEY
 */
export function revokeApiKey(
  database: Database,
  workspaceId: string,
  { id, evenLastAdmin = false }: KeyToRevoke,
  once?: Once,
): Promise<Instant> {
  return recordIn(
    database,
    workspaceId,
    async (recording) => {
      const { transaction, recordedAt } = recording;
      const key = await findApiKey(recording, id);
      if (key.revokedAt !== null) return key.revokedAt;
      const isAdmin = key.scopes.includes('admin') && (key.expiresAt === null || key.expiresAt > recordedAt);
      if (isAdmin && !evenLastAdmin) await refuseLastAdmin(recording, key.id, once?.act?.actor.id ?? null);
      await transaction.query(sql`
        UPDATE api_key SET revoked_at = ${instantParameter(recordedAt)}
        WHERE workspace_id = ${workspaceId}::uuid AND id = ${key.id}::uuid`);
      return recordedAt;
    },
    once,
  );
}

/** The operator's key counts where it is the one that is used: it may stand here and no longer in the environment. */
async function refuseLastAdmin(
  { transaction, workspaceId, recordedAt }: Recording,
  id: string,
  usedKeyId: string | null,
): Promise<void> {
  const others = await transaction.query(sql`
    SELECT 1 FROM api_key WHERE workspace_id = ${workspaceId}::uuid AND id <> ${id}::uuid AND 'admin' = ANY(scopes)
      AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ${instantParameter(recordedAt)})
      AND (prefix <> ${OPERATOR_PREFIX} OR id::text = ${usedKeyId}) LIMIT 1`);
  if (others.length > 0) return;
  throw new InvalidInput(
    'LAST_ADMIN_KEY',
    ['id'],
    'It is the last key that may administer this workspace. Make another first; the command line revokes it as it is.',
  );
}
