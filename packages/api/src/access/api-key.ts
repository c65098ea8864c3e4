import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
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

/** Whether a credential, if there is one, may do something; an admin may do everything. */
export function allows(access: Access | null, scope: Scope): boolean {
  return access !== null && (access.scopes.includes(scope) || access.scopes.includes('admin'));
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

/** A key that an operator chose, for one workspace: it does not name the workspace itself. */
export interface OperatorKey {
  readonly key: string;
  readonly workspaceId: string;
}

/** Makes an operator's key valid in its workspace; once it was revoked there, it stays so. */
export async function admitOperatorKey(database: Database, { key, workspaceId }: OperatorKey): Promise<void> {
  await inWorkspace(database, workspaceId, (transaction) =>
    transaction.query(sql`
      INSERT INTO api_key (workspace_id, id, name, prefix, hash, scopes, created_at)
      VALUES (${workspaceId}::uuid, ${randomUUID()}::uuid, 'LEADSTAGE_ADMIN_KEY', '(environment)', ${hashOf(key)},
        ARRAY['admin'], now())
      ON CONFLICT (workspace_id, hash) DO NOTHING`),
  );
}

/** The access a key gives, or null when it is malformed, unknown, revoked or expired. */
export async function authenticate(database: Database, key: string, operator?: OperatorKey): Promise<Access | null> {
  const workspaceId = workspaceOf(key) ?? (operator && isSame(key, operator.key) ? operator.workspaceId : null);
  if (!workspaceId) return null;
  const [row] = await inWorkspace(database, workspaceId, (transaction) =>
    transaction.query<{ id: string; name: string; scopes: Scope[] }>(sql`
      SELECT id, name, scopes FROM api_key
      WHERE workspace_id = ${workspaceId}::uuid AND hash = ${hashOf(key)} AND revoked_at IS NULL
        AND (expires_at IS NULL OR expires_at > now())`),
  );
  return row ? { workspaceId, keyId: row.id, keyName: row.name, scopes: row.scopes } : null;
}

export interface KeyListing {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: number;
  readonly expiresAt: number | null;
  readonly revokedAt: number | null;
}

export async function listApiKeys(database: Database, workspaceId: string): Promise<KeyListing[]> {
  return inWorkspace(database, workspaceId, (transaction) =>
    transaction.query<KeyListing>(sql`
      SELECT id, name, prefix, scopes, created_at AS "createdAt", expires_at AS "expiresAt", revoked_at AS "revokedAt"
      FROM api_key WHERE workspace_id = ${workspaceId}::uuid ORDER BY created_at, id`),
  );
}

/** @returns false when the workspace has no such key, or it was revoked before */
export async function revokeApiKey(database: Database, workspaceId: string, id: string): Promise<boolean> {
  const rows = await inWorkspace(database, workspaceId, (transaction) =>
    transaction.query(sql`
      UPDATE api_key SET revoked_at = now()
      WHERE workspace_id = ${workspaceId}::uuid AND id::text = ${id} AND revoked_at IS NULL RETURNING id`),
  );
  return rows.length > 0;
}

function workspaceOf(key: string): string | null {
  const hex = KEY.exec(key)?.groups?.workspace;
  return hex ? hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') : null;
}

function isSame(a: string, b: string): boolean {
  return timingSafeEqual(hashOf(a), hashOf(b));
}

function hashOf(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}
