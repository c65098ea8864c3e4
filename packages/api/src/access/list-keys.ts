import type { Instant } from '@leadstage/core';
import { type Database, inWorkspace } from '@leadstage/prisma';
import { countOf, type Listing, type Page, type PageRequest, pageOf } from '../query/keyset.js';
import { sql } from '../query/sql.js';
import type { Scope } from './access.js';

/** A key as it may be shown: neither the key nor its hash. */
export interface KeyListing {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: Instant;
  readonly expiresAt: Instant | null;
  /** To the minute. */
  readonly lastUsedAt: Instant | null;
  readonly revokedAt: Instant | null;
  /** Id of the key that this one was made to take over from. */
  readonly replaces: string | null;
}

const COLUMNS = sql`k.id, k.name, k.prefix, k.scopes, k.created_at AS "createdAt", k.expires_at AS "expiresAt",
  k.last_used_at AS "lastUsedAt", k.revoked_at AS "revokedAt", k.replaces`;

/** Every key of the workspace, oldest first; of an id, only this. */
export function listApiKeys(database: Database, workspaceId: string, id?: string): Promise<KeyListing[]> {
  const which = id === undefined ? sql`true` : sql`k.id::text = ${id}`;
  return inWorkspace(database, workspaceId, (transaction) =>
    transaction.query<KeyListing>(sql`
      SELECT ${COLUMNS} FROM api_key k WHERE k.workspace_id = ${workspaceId}::uuid AND ${which}
      ORDER BY k.created_at, k.id`),
  );
}

const listing = (workspaceId: string): Listing => ({
  columns: COLUMNS,
  from: sql`api_key k`,
  conditions: [sql`k.workspace_id = ${workspaceId}::uuid`],
  order: {
    name: 'API_KEY',
    keys: [
      { column: sql`k.created_at`, kind: 'INSTANT' },
      { column: sql`k.id::text`, kind: 'TEXT' },
    ],
    descending: true,
  },
});

/**
 * A page of keys, newest first.
 * @throws InvalidInput PAGE_SIZE_REQUIRED, INVALID_ARGUMENTS, INVALID_CURSOR
 */
export function pageOfKeys(database: Database, workspaceId: string, request: PageRequest): Promise<Page<KeyListing>> {
  return inWorkspace(database, workspaceId, (transaction) => pageOf(transaction, listing(workspaceId), request), {
    snapshot: true,
  });
}

export function countKeys(database: Database, workspaceId: string): Promise<number> {
  return inWorkspace(database, workspaceId, (transaction) => countOf(transaction, listing(workspaceId)));
}
