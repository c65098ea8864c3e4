import { randomBytes, randomUUID } from 'node:crypto';
import type { Instant } from '@leadstage/core';
import type { Transaction } from '@leadstage/prisma';
import { instantParameter, sql } from '../query/sql.js';

/** What a workspace signs embed tokens with: HMAC SHA-256. */
export interface SigningKey {
  readonly id: string;
  readonly secret: Uint8Array;
}

/** As long as the hash: more would add nothing (RFC 7518, 3.2). */
const SECRET_BYTES = 32;

/** The key that signs now; the first is made when it is first needed. The workspace is locked. */
export async function presentSigningKey(transaction: Transaction, workspaceId: string): Promise<SigningKey> {
  const [key] = await transaction.query<SigningKey>(sql`
    SELECT id, secret FROM signing_key WHERE workspace_id = ${workspaceId}::uuid AND retired_at IS NULL
    ORDER BY created_at DESC, id LIMIT 1`);
  return key ?? addSigningKey(transaction, workspaceId);
}

/** Makes another key, which signs from now on. */
export async function addSigningKey(transaction: Transaction, workspaceId: string): Promise<SigningKey> {
  const key = { id: randomUUID(), secret: randomBytes(SECRET_BYTES) };
  await transaction.query(sql`
    INSERT INTO signing_key (workspace_id, id, secret, created_at)
    VALUES (${workspaceId}::uuid, ${key.id}::uuid, ${key.secret}, clock_timestamp())`);
  return key;
}

/** From `at` on nothing that was signed until now is taken; what was to end earlier still does. Ended keys are forgotten. */
export async function retireSigningKeys(transaction: Transaction, workspaceId: string, at: Instant): Promise<void> {
  await transaction.query(sql`
    DELETE FROM signing_key WHERE workspace_id = ${workspaceId}::uuid AND retired_at <= clock_timestamp()`);
  await transaction.query(sql`
    UPDATE signing_key SET retired_at = least(retired_at, ${instantParameter(at)})
    WHERE workspace_id = ${workspaceId}::uuid`);
}

/** A key by its id, while what it signed is taken; null afterwards. */
export async function validSigningKey(
  transaction: Transaction,
  workspaceId: string,
  id: string,
): Promise<SigningKey | null> {
  const [key] = await transaction.query<SigningKey>(sql`
    SELECT id, secret FROM signing_key
    WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid
      AND (retired_at IS NULL OR retired_at > clock_timestamp())`);
  return key ?? null;
}
