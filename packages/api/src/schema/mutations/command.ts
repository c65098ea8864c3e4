import { InvalidInput } from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import type { GraphQLResolveInfo } from 'graphql';
import type { Act } from '../../access/audit.js';
import type { Once } from '../../commands/idempotency.js';
import { onRecord } from '../../commands/settle-act.js';
import type { Context } from '../../context.js';
import { auditDetail } from './audit-detail.js';

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

interface Options {
  /** Whether the audit log tells of it although it does not need the scope `admin`. */
  readonly audited?: boolean;
}

/**
 * A mutation's resolver: runs a command once per idempotency key, and lets the request see what it changed. A refusal
 * names the path as the caller wrote it, from `input` on. What only an admin may do goes into the audit log.
 * @param operation the mutation's name
 */
export function command<Input extends { readonly idempotencyKey: string }, Result>(
  operation: string,
  run: (scope: CommandScope, input: Omit<Input, 'idempotencyKey'>) => Promise<Result>,
  { audited = false }: Options = {},
) {
  return async (
    _root: unknown,
    { input }: { readonly input: Input },
    context: Context,
    info: GraphQLResolveInfo,
  ): Promise<Result> => {
    const { idempotencyKey: key, ...asked } = input;
    const { database } = context;
    const { workspaceId, keyName } = context.owner();
    const act = audited || isForAdmins(info) ? actOf(context, info, asked) : undefined;
    const once: Once = { key, operation, input: asked, act };
    try {
      return await onRecord(database, workspaceId, once, () => run({ database, workspaceId, keyName, once }, asked));
    } catch (error) {
      throw error instanceof InvalidInput ? error.within('input') : error;
    } finally {
      context.forget();
    }
  };
}

interface SaidOfField {
  readonly pothosOptions?: { readonly authScopes?: { readonly scope?: unknown } };
}

function actOf(context: Context, info: GraphQLResolveInfo, asked: object): Act {
  const { keyId, keyName } = context.owner();
  return {
    actor: { kind: 'API_KEY', id: keyId, name: keyName },
    detail: auditDetail(info, asked),
    requestId: context.request.id,
  };
}

/** As the field itself says. */
function isForAdmins({ parentType, fieldName }: GraphQLResolveInfo): boolean {
  const said = parentType.getFields()[fieldName]?.extensions as SaidOfField | undefined;
  return said?.pothosOptions?.authScopes?.scope === 'admin';
}
