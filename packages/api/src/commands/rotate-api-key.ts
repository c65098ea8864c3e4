import { type Instant, InvalidInput } from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import { OPERATOR_PREFIX } from '../access/key-form.js';
import { instantParameter, sql } from '../query/sql.js';
import { type FoundKey, findApiKey } from './find-api-key.js';
import type { Once } from './idempotency.js';
import { checkedExpiry, type IssuedKey, storeKey } from './issue-api-key.js';
import { type Recording, recordIn } from './recording.js';

export interface KeyRotation {
  readonly id: string;
  /** How long the old key still works, milliseconds, 0 to 30 days; default 24 hours. */
  readonly overlap?: number | undefined;
  /** Of the new key; null: never. Left out: it lasts as long as the old one was made for. */
  readonly expiresAt?: Instant | null | undefined;
}

const DAY = 86_400_000;
const LONGEST_OVERLAP = 30 * DAY;

/**
 * Makes a key with the name and the scopes of another, which ends after an overlap, or when it would have ended anyway.
 * @throws InvalidInput UNKNOWN_KEY, KEY_NOT_VALID, OPERATOR_KEY, ALREADY_REPLACED, INVALID_OVERLAP, INVALID_EXPIRY,
 *   TOO_MANY_KEYS
 */
export async function rotateApiKey(
  database: Database,
  workspaceId: string,
  { id: oldId, overlap = DAY, expiresAt }: KeyRotation,
  once?: Once,
): Promise<IssuedKey> {
  checkOverlap(overlap);
  let key: string | null = null;
  const { id } = await recordIn(
    database,
    workspaceId,
    async (recording) => {
      const { transaction, recordedAt } = recording;
      const old = await findApiKey(recording, oldId);
      await refuseUnfit(recording, old);
      const until = expiresAt === undefined ? sameLife(old, recordedAt) : checkedExpiry(expiresAt, recordedAt);
      const stored = await storeKey(recording, {
        name: old.name,
        scopes: old.scopes,
        expiresAt: until,
        replaces: old.id,
      });
      await transaction.query(sql`
        UPDATE api_key SET expires_at = least(expires_at, ${instantParameter(recordedAt + overlap)})
        WHERE workspace_id = ${workspaceId}::uuid AND id = ${old.id}::uuid`);
      key = stored.key;
      return { id: stored.id };
    },
    once,
  );
  return { id, key };
}

function sameLife({ createdAt, expiresAt }: FoundKey, now: Instant): Instant | null {
  return expiresAt === null ? null : now + (expiresAt - createdAt);
}

function checkOverlap(overlap: number): void {
  if (Number.isInteger(overlap) && overlap >= 0 && overlap <= LONGEST_OVERLAP) return;
  const expected = 'a duration from none to 30 days, such as PT24H';
  throw new InvalidInput('INVALID_OVERLAP', ['overlap'], `The overlap is ${expected}.`, expected);
}

async function refuseUnfit({ transaction, workspaceId, recordedAt }: Recording, old: FoundKey): Promise<void> {
  if (old.prefix === OPERATOR_PREFIX) {
    const message = 'This key is the one in LEADSTAGE_ADMIN_KEY: whoever runs the server changes it there.';
    throw new InvalidInput('OPERATOR_KEY', ['id'], message);
  }
  if (old.revokedAt !== null || (old.expiresAt !== null && old.expiresAt <= recordedAt)) {
    throw new InvalidInput('KEY_NOT_VALID', ['id'], 'The key is revoked or expired; make a new one instead.');
  }
  const [heir] = await transaction.query<{ id: string }>(sql`
    SELECT id FROM api_key WHERE workspace_id = ${workspaceId}::uuid AND replaces = ${old.id}::uuid LIMIT 1`);
  if (!heir) return;
  const message = `The key has been replaced by ${heir.id}. Rotate that one, or make a new one.`;
  throw new InvalidInput('ALREADY_REPLACED', ['id'], message);
}
