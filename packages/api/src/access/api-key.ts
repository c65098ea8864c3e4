import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { type Database, inWorkspace } from '@leadstage/prisma';
import { isoInstant, sql } from '../query/sql.js';

/** What a credential may do. */
export const SCOPES = ['reports:read', 'leads:read', 'leads:write', 'costs:write', 'admin'] as const;
export type Scope = (typeof SCOPES)[number];

/** Whose request this is. */
export interface Access {
  readonly workspaceId: string;
  readonly keyId: string;
  readonly keyName: string;
  readonly scopes: readonly Scope[];
}

export interface NewApiKey {
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly expiresAt?: number | null;
}

const SECRET_BYTES = 32;
const KEY = /^lsk_(?<workspace>[0-9a-f]{32})_(?<secret>[A-Za-z0-9_-]{43})$/;

/**
 * Makes a key. It names its workspace, so that even looking it up is bound to one; only its SHA-256 is kept (256 bits
 * of randomness need no slow hash).
 * @returns the key, for the only time
 */
export async function createApiKey(database: Database, workspaceId: string, input: NewApiKey): Promise<string> {
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  const key = `lsk_${workspaceId.replaceAll('-', '')}_${secret}`;
  const expiresAt = input.expiresAt == null ? null : isoInstant(input.expiresAt);
  await inWorkspace(database, workspaceId, (transaction) =>
    transaction.query(sql`
      INSERT INTO api_key (workspace_id, id, name, prefix, hash, scopes, created_at, expires_at)
      VALUES (${workspaceId}::uuid, ${randomUUID()}::uuid, ${input.name}, ${`lsk_…_${secret.slice(0, 6)}`}, ${hashOf(key)},
        ${[...input.scopes]}::text[], now(), ${expiresAt}::timestamptz)`),
  );
  return key;
}

/** The access a key gives, or null when it is malformed, unknown, revoked or expired. */
export async function authenticate(database: Database, key: string): Promise<Access | null> {
  const workspaceId = workspaceOf(key);
  if (!workspaceId) return null;
  const [row] = await inWorkspace(database, workspaceId, (transaction) =>
    transaction.query<{ id: string; name: string; scopes: Scope[] }>(sql`
      SELECT id, name, scopes FROM api_key
      WHERE workspace_id = ${workspaceId}::uuid AND hash = ${hashOf(key)} AND revoked_at IS NULL
        AND (expires_at IS NULL OR expires_at > now())`),
  );
  return row ? { workspaceId, keyId: row.id, keyName: row.name, scopes: row.scopes } : null;
}

function workspaceOf(key: string): string | null {
  const hex = KEY.exec(key)?.groups?.workspace;
  return hex ? hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') : null;
}

function hashOf(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}
