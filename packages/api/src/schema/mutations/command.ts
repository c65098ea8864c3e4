import { InvalidInput } from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import type { Once } from '../../commands/idempotency.js';
import type { Context } from '../../context.js';

/** Description of every mutation's only argument. */
export const WHAT_IS_ASKED = 'What is asked, with the idempotency key.';

/** Where and for whom a command runs. */
export interface CommandScope {
  readonly database: Database;
  readonly workspaceId: string;
  readonly once: Once;
  /** Name of the key that is used, for commands whose caller does not name an actor. */
  readonly keyName: string;
}

/**
 * A mutation's resolver: runs a command once per idempotency key, and lets the request see what it changed. A refusal
 * names the path as the caller wrote it, from `input` on.
 * @param operation the mutation's name
 */
export function command<Input extends { readonly idempotencyKey: string }, Result>(
  operation: string,
  run: (scope: CommandScope, input: Omit<Input, 'idempotencyKey'>) => Promise<Result>,
) {
  return async (_root: unknown, { input }: { readonly input: Input }, context: Context): Promise<Result> => {
    const { idempotencyKey: key, ...asked } = input;
    const { workspaceId, keyName } = context.owner();
    try {
      return await run(
        { database: context.database, workspaceId, keyName, once: { key, operation, input: asked } },
        asked,
      );
    } catch (error) {
      throw error instanceof InvalidInput ? error.within('input') : error;
    } finally {
      context.forget();
    }
  };
}
