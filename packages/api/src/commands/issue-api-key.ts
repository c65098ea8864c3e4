import { randomUUID } from 'node:crypto';
import { type Instant, InvalidInput } from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import { SCOPES, type Scope } from '../access/access.js';
import { drawKey } from '../access/key-form.js';
import { instantParameter, sql } from '../query/sql.js';
import { checkedName } from './check-name.js';
import type { Once } from './idempotency.js';
import { type Recording, recordIn } from './recording.js';

export interface NewApiKey {
  readonly name: string;
  /** At least one. */
  readonly scopes: readonly Scope[];
  /** Epoch milliseconds, at most five years ahead; null or left out: never. */
  readonly expiresAt?: Instant | null | undefined;
}

export interface IssuedKey {
  readonly id: string;
  /** For the only time: null where the call is repeated, since it is kept nowhere. */
  readonly key: string | null;
}

const DAY = 86_400_000;
/** Five years, leap days included. */
const LONGEST_LIFE = 1_826 * DAY;
const MOST_VALID_KEYS = 1_000;

/**
 * Makes an API key. Only an admin may, who has every scope: so no key grants what its maker lacks.
 * @throws InvalidInput INVALID_NAME, INVALID_TEXT, MISSING_SCOPES, INVALID_EXPIRY, TOO_MANY_KEYS
 */
export async function issueApiKey(
  database: Database,
  workspaceId: string,
  input: NewApiKey,
  once?: Once,
): Promise<IssuedKey> {
  const name = checkedName(input.name, 'A key');
  const scopes = checkedScopes(input.scopes);
  let key: string | null = null;
  const { id } = await recordIn(
    database,
    workspaceId,
    async (recording) => {
      const expiresAt = checkedExpiry(input.expiresAt, recording.recordedAt);
      const stored = await storeKey(recording, { name, scopes, expiresAt, replaces: null });
      key = stored.key;
      return { id: stored.id };
    },
    once,
  );
  return { id, key };
}

export interface StoredKey extends Required<Omit<NewApiKey, 'expiresAt'>> {
  readonly expiresAt: Instant | null;
  readonly replaces: string | null;
}

/** Draws and stores a key. @throws InvalidInput TOO_MANY_KEYS */
export async function storeKey(recording: Recording, { name, scopes, expiresAt, replaces }: StoredKey) {
  const { transaction, workspaceId, recordedAt } = recording;
  await refuseTooMany(recording);
  const { key, prefix, hash } = drawKey(workspaceId);
  const id = randomUUID();
  const until = expiresAt === null ? sql`NULL` : instantParameter(expiresAt);
  await transaction.query(sql`
    INSERT INTO api_key (workspace_id, id, name, prefix, hash, scopes, created_at, expires_at, replaces)
    VALUES (${workspaceId}::uuid, ${id}::uuid, ${name}, ${prefix}, ${hash}, ${[...scopes]}::text[],
      ${instantParameter(recordedAt)}, ${until}, ${replaces}::uuid)`);
  recording.tell({ apiKey: id });
  return { id, key };
}

async function refuseTooMany({ transaction, workspaceId, recordedAt }: Recording): Promise<void> {
  const [row] = await transaction.query<{ count: number }>(sql`
    SELECT count(*) AS count FROM api_key WHERE workspace_id = ${workspaceId}::uuid AND revoked_at IS NULL
      AND (expires_at IS NULL OR expires_at > ${instantParameter(recordedAt)})`);
  if ((row?.count ?? 0) < MOST_VALID_KEYS) return;
  const message = `A workspace has at most ${MOST_VALID_KEYS.toLocaleString('en')} valid keys. Revoke one first.`;
  throw new InvalidInput('TOO_MANY_KEYS', [], message);
}

/** In the order in which scopes are listed, each once. @throws InvalidInput MISSING_SCOPES */
function checkedScopes(given: readonly Scope[]): Scope[] {
  const scopes = SCOPES.filter((scope) => given.includes(scope));
  if (scopes.length > 0) return scopes;
  throw new InvalidInput('MISSING_SCOPES', ['scopes'], 'Say what the key may do: at least one scope.');
}

/**
 * When a key ends, as it is kept.
 * @throws InvalidInput INVALID_EXPIRY
 */
export function checkedExpiry(expiresAt: Instant | null | undefined, now: Instant): Instant | null {
  if (expiresAt == null) return null;
  if (Number.isInteger(expiresAt) && expiresAt > now && expiresAt <= now + LONGEST_LIFE) return expiresAt;
  const latest = new Date(now + LONGEST_LIFE).toISOString();
  const expected = `an instant to come, at most five years ahead: until ${latest}`;
  throw new InvalidInput('INVALID_EXPIRY', ['expiresAt'], `A key expires at ${expected}.`, expected);
}
