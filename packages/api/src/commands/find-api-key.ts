import { type Instant, InvalidInput } from '@leadstage/core';
import type { Scope } from '../access/access.js';
import { sql } from '../query/sql.js';
import type { Recording } from './recording.js';

export interface FoundKey {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: Instant;
  readonly expiresAt: Instant | null;
  readonly revokedAt: Instant | null;
}

/**
 * A key by its id, as a command finds it.
 * @throws InvalidInput UNKNOWN_KEY
 */
export async function findApiKey({ transaction, workspaceId }: Recording, id: string): Promise<FoundKey> {
  const [found] = await transaction.query<FoundKey>(sql`
    SELECT id, name, prefix, scopes, created_at AS "createdAt", expires_at AS "expiresAt", revoked_at AS "revokedAt"
    FROM api_key WHERE workspace_id = ${workspaceId}::uuid AND id::text = ${id}`);
  if (found) return found;
  const message = `There is no key with the id ${JSON.stringify(id)}.`;
  throw new InvalidInput('UNKNOWN_KEY', ['id'], message, 'the id of a key of this workspace, as `apiKeys` lists it');
}
