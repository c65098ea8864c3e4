import { type Instant, InvalidInput } from '@leadstage/core';
import { type Database, inWorkspace } from '@leadstage/prisma';
import { sql } from './sql.js';

/**
 * Makes an explicit `knownAt` safe to answer: waits for a command that may have drawn an earlier `recordedAt` and has
 * not committed yet, so that the same question has the same answer ever after.
 * @throws InvalidInput KNOWN_AT_IN_FUTURE
 */
export async function settleKnownAt(
  database: Database,
  workspaceId: string,
  knownAt: Instant | undefined,
): Promise<void> {
  if (knownAt === undefined) return;
  await inWorkspace(database, workspaceId, async (transaction) => {
    const [clock] = await transaction.query<{ last: Instant; now: Instant }>(sql`
      SELECT last_recorded_at AS last, clock_timestamp() AS now FROM workspace_clock WHERE workspace_id = ${workspaceId}::uuid`);
    if (!clock || knownAt <= clock.last) return;
    refuseFuture(knownAt, clock.now);
    // Commands hold this row from before they draw recordedAt until they commit.
    await transaction.query(sql`SELECT 1 FROM workspace_clock WHERE workspace_id = ${workspaceId}::uuid FOR SHARE`);
  });
}

/** @throws InvalidInput KNOWN_AT_IN_FUTURE */
export function refuseFuture(knownAt: Instant, now: Instant): void {
  if (knownAt <= now) return;
  throw new InvalidInput(
    'KNOWN_AT_IN_FUTURE',
    ['knownAt'],
    `knownAt ${new Date(knownAt).toISOString()} is in the future; nobody knows yet what will be recorded by then.`,
  );
}
