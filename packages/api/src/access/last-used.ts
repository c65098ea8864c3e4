import { type Database, inWorkspace } from '@leadstage/prisma';
import { sql } from '../query/sql.js';

export interface UsedKey {
  readonly workspaceId: string;
  readonly keyId: string;
  /** As the database has it, epoch milliseconds. */
  readonly lastUsedAt: number | null;
}

const MINUTE = 60_000;

/** Keys whose use this process has noted in the minute: a burst of requests asks the database once. */
interface Noted {
  minute: number;
  keys: Set<string>;
}

const notedIn = new WeakMap<Database, Noted>();

/**
 * Notes when a key was used, to the minute: at most one write a minute and key. Nothing waits for it, and where it
 * fails (the database closes, the row is locked) the next minute's use is noted instead.
 */
export function noteUse(database: Database, { workspaceId, keyId, lastUsedAt }: UsedKey, now = Date.now()): void {
  const minute = Math.floor(now / MINUTE);
  if (lastUsedAt !== null && Math.floor(lastUsedAt / MINUTE) >= minute) return;
  const noted = notedIn.get(database) ?? { minute, keys: new Set() };
  notedIn.set(database, noted);
  if (noted.minute !== minute) Object.assign(noted, { minute, keys: new Set() });
  if (noted.keys.has(keyId)) return;
  noted.keys.add(keyId);
  store(database, workspaceId, keyId).catch(() => {});
}

/** Of servers that do so at once one writes; the others find the row locked, or the minute there. */
async function store(database: Database, workspaceId: string, keyId: string): Promise<void> {
  await inWorkspace(database, workspaceId, (transaction) =>
    transaction.query(sql`
      UPDATE api_key SET last_used_at = date_trunc('minute', now())
      WHERE workspace_id = ${workspaceId}::uuid AND id = (
        SELECT id FROM api_key WHERE workspace_id = ${workspaceId}::uuid AND id = ${keyId}::uuid
          AND (last_used_at IS NULL OR last_used_at < date_trunc('minute', now()))
        FOR UPDATE SKIP LOCKED)`),
  );
}
