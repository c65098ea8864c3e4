import { type Database, inWorkspace } from '@leadstage/prisma';
import { type Sql, sql } from '../query/sql.js';

/** How long an idempotency key is remembered, days. */
export const KEY_DAYS = 30;
const KEYS_PER_STEP = 5_000;

const isOld = (alias: Sql) => sql`${alias}.recorded_at < now() - ${KEY_DAYS}::int * interval '1 day'`;

/** Selects `workspace_id` of workspaces that have keys to forget. */
export const WORKSPACES_TO_FORGET: Sql = sql`
  SELECT c.workspace_id FROM workspace_clock c
  WHERE EXISTS (SELECT FROM idempotency_key k WHERE k.workspace_id = c.workspace_id AND ${isOld(sql`k`)})`;

/**
 * Forgets idempotency keys that are older than 30 days, some thousand at a time.
 * @returns whether there may be more
 */
export function forgetKeys(database: Database, workspaceId: string): Promise<boolean> {
  return inWorkspace(database, workspaceId, async (transaction) => {
    const forgotten = await transaction.query(sql`
      DELETE FROM idempotency_key WHERE workspace_id = ${workspaceId}::uuid AND key = ANY (ARRAY(
        SELECT k.key FROM idempotency_key k WHERE k.workspace_id = ${workspaceId}::uuid AND ${isOld(sql`k`)}
        LIMIT ${KEYS_PER_STEP}
      )) RETURNING 1`);
    return forgotten.length === KEYS_PER_STEP;
  });
}
