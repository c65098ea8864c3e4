import { randomUUID, timingSafeEqual } from 'node:crypto';
import { type Database, inWorkspace } from '@leadstage/prisma';
import type { Once } from '../commands/idempotency.js';
import { issueApiKey, type NewApiKey } from '../commands/issue-api-key.js';
import { sql } from '../query/sql.js';
import type { Access, Scope } from './access.js';
import { type Act, recordAct } from './audit.js';
import { hashOf, OPERATOR_PREFIX, workspaceNamedBy } from './key-form.js';
import { noteUse } from './last-used.js';

/**
 * Makes a key, for whoever sees it now.
 * @returns the key, for the only time
 * @throws InvalidInput as `issueApiKey`
 */
export async function createApiKey(
  database: Database,
  workspaceId: string,
  input: NewApiKey,
  once?: Once,
): Promise<string> {
  const { key } = await issueApiKey(database, workspaceId, input, once);
  if (key === null) throw new Error('a key is shown when it is made, and never again');
  return key;
}

/** A key that an operator chose, for one workspace: it does not name the workspace itself. */
export interface OperatorKey {
  readonly key: string;
  readonly workspaceId: string;
}

const OPERATOR_KEY_NAME = 'LEADSTAGE_ADMIN_KEY';

/** Makes an operator's key valid in its workspace; once it was revoked there, it stays so. */
export async function admitOperatorKey(
  database: Database,
  { key, workspaceId }: OperatorKey,
  act?: Act,
): Promise<void> {
  await inWorkspace(database, workspaceId, async (transaction) => {
    const [made] = await transaction.query<{ id: string; at: number }>(sql`
      INSERT INTO api_key (workspace_id, id, name, prefix, hash, scopes, created_at)
      VALUES (${workspaceId}::uuid, ${randomUUID()}::uuid, ${OPERATOR_KEY_NAME}, ${OPERATOR_PREFIX}, ${hashOf(key)},
        ARRAY['admin'], now())
      ON CONFLICT (workspace_id, hash) DO NOTHING RETURNING id, created_at AS at`);
    if (!made || !act) return;
    const detail = { ...act.detail, apiKey: made.id };
    const done = { operation: 'admitOperatorKey', at: made.at, refusal: null };
    await recordAct(transaction, workspaceId, { ...act, detail }, done);
  });
}

/** The access a key gives, or null when it is malformed, unknown, revoked or expired. One lookup in an index. */
export async function accessOfKey(database: Database, key: string, operator?: OperatorKey): Promise<Access | null> {
  const workspaceId = workspaceOfKey(key, operator);
  if (!workspaceId) return null;
  const [row] = await inWorkspace(database, workspaceId, (transaction) =>
    transaction.query<{ id: string; name: string; scopes: Scope[]; lastUsedAt: number | null }>(sql`
      SELECT id, name, scopes, last_used_at AS "lastUsedAt" FROM api_key
      WHERE workspace_id = ${workspaceId}::uuid AND hash = ${hashOf(key)} AND revoked_at IS NULL
        AND (expires_at IS NULL OR expires_at > now())`),
  );
  if (!row) return null;
  noteUse(database, { workspaceId, keyId: row.id, lastUsedAt: row.lastUsedAt });
  return { workspaceId, keyId: row.id, keyName: row.name, scopes: row.scopes, embed: null };
}

/** The workspace that a key names, whether or not it is one of its keys. */
export function workspaceOfKey(key: string, operator?: OperatorKey): string | null {
  return workspaceNamedBy(key) ?? (operator && isSame(key, operator.key) ? operator.workspaceId : null);
}

/** Of equal length and in equal time, whatever was sent. */
function isSame(a: string, b: string): boolean {
  return timingSafeEqual(hashOf(a), hashOf(b));
}
