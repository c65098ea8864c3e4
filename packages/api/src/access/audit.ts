import { userInfo } from 'node:os';
import type { Instant } from '@leadstage/core';
import type { Transaction } from '@leadstage/prisma';
import { instantParameter, sql } from '../query/sql.js';

/** Who acted. */
export interface Actor {
  readonly kind: 'API_KEY' | 'COMMAND_LINE';
  /** Of the key; null for the command line. */
  readonly id: string | null;
  /** Of the key as it was called then; of the user of the operating system. */
  readonly name: string;
}

/** An administrative act, as the audit log will tell of it. */
export interface Act {
  readonly actor: Actor;
  /** What was asked, as plain data without secrets and without personal data: the log is never changed. */
  readonly detail: Readonly<Record<string, unknown>>;
  readonly requestId: string | null;
}

export interface Outcome {
  /** Name of the mutation. */
  readonly operation: string;
  readonly at: Instant;
  /** Code of the refusal; null: it was done. */
  readonly refusal: string | null;
}

/** Writes one entry of the audit log, in the transaction of the act. Its id is drawn by the same statement. */
export async function recordAct(
  transaction: Transaction,
  workspaceId: string,
  { actor, detail, requestId }: Act,
  { operation, at, refusal }: Outcome,
): Promise<void> {
  await transaction.query(sql`
    WITH drawn AS (
      UPDATE workspace_clock SET last_audit_id = last_audit_id + 1
      WHERE workspace_id = ${workspaceId}::uuid RETURNING last_audit_id AS id
    )
    INSERT INTO audit_entry (workspace_id, id, occurred_at, actor_kind, actor_id, actor_name, act, refusal, detail, request_id)
    SELECT ${workspaceId}::uuid, id, ${instantParameter(at)}, ${actor.kind}, ${actor.id}, ${actor.name}, ${operation},
      ${refusal}, ${JSON.stringify(detail)}::jsonb, ${requestId} FROM drawn`);
}

/** Whoever runs this process. */
export function commandLineUser(): Actor {
  return { kind: 'COMMAND_LINE', id: null, name: userName() };
}

/** A container may run under a number that no user has. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return `user ${process.getuid?.() ?? 'unknown'}`;
  }
}
