import { InvalidInput } from '@leadstage/core';
import { type Database, inWorkspace } from '@leadstage/prisma';
import { recordAct } from '../access/audit.js';
import type { Once } from './idempotency.js';
import { lockWorkspace } from './lock-workspace.js';
import { isSettled, recordIn } from './recording.js';

/**
 * Runs a call and sees to it that the audit log tells of it, also where the command refused before it came to record
 * anything, or records nothing at all. Such a refusal is kept under its idempotency key as any other; a call that
 * records nothing looks anew each time, and so is told of each time.
 * @throws what the call throws
 */
export async function onRecord<Result>(
  database: Database,
  workspaceId: string,
  once: Once,
  run: () => Promise<Result>,
): Promise<Result> {
  try {
    const result = await run();
    if (!isSettled(once)) await tellOf(database, workspaceId, once);
    return result;
  } catch (error) {
    if (error instanceof InvalidInput && once.act && !isSettled(once)) {
      const refuse = async (): Promise<never> => {
        throw error;
      };
      await recordIn(database, workspaceId, refuse, once);
    }
    throw error;
  }
}

async function tellOf(database: Database, workspaceId: string, { act, operation }: Once): Promise<void> {
  if (!act) return;
  await inWorkspace(database, workspaceId, async (transaction) => {
    const { recordedAt } = await lockWorkspace(transaction, workspaceId);
    await recordAct(transaction, workspaceId, act, { operation, at: recordedAt, refusal: null });
  });
}
