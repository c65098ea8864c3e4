import { createHash } from 'node:crypto';
import { InvalidInput } from '@leadstage/core';
import type { Transaction } from '@leadstage/prisma';
import canonicalize from 'canonicalize';
import { instantParameter, sql } from '../query/sql.js';
import type { LockedWorkspace } from './lock-workspace.js';
import { type Refusal, refusalOf } from './refusal.js';

export { thrown } from './refusal.js';

/** What makes a call the same call. */
export interface Once {
  /** The caller's, 1–255 characters. */
  readonly key: string;
  /** Name of the mutation. */
  readonly operation: string;
  /** What the caller asked, as plain data. */
  readonly input: unknown;
}

export type Settled<Result> = { readonly result: Result } | { readonly refusal: Refusal };

interface Remembered {
  readonly inputHash: string;
  readonly result: { readonly result?: unknown; readonly refusal?: Refusal } | null;
}

/**
 * Runs a command unless its key was used before; then answers what it answered. A refusal is an answer too: it is
 * kept, and the command's writes are undone.
 * @throws InvalidInput IDEMPOTENCY_CONFLICT when the key was used with another input; IDEMPOTENCY_ANSWER_ERASED;
 *   INVALID_IDEMPOTENCY_KEY
 */
export async function runOnce<Result>(
  transaction: Transaction,
  { state: { id: workspaceId }, recordedAt }: LockedWorkspace,
  once: Once,
  run: () => Promise<{ readonly result: Result; readonly touched: readonly number[] }>,
): Promise<Settled<Result>> {
  const { key, operation } = once;
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw new InvalidInput(
      'INVALID_IDEMPOTENCY_KEY',
      ['idempotencyKey'],
      'An idempotency key is 1 to 255 visible ASCII characters, such as a UUID.',
    );
  }
  const inputHash = createHash('sha256')
    .update(`${operation}\n${canonicalize(once.input)}`)
    .digest('hex');
  const [known] = await transaction.query<Remembered>(sql`
    SELECT encode(input_hash, 'hex') AS "inputHash", result FROM idempotency_key
    WHERE workspace_id = ${workspaceId}::uuid AND key = ${key}`);
  if (known) return answerOf<Result>(known, inputHash, key);
  const remember = (answer: Settled<unknown>, leads: readonly number[]) =>
    transaction.query(sql`
      INSERT INTO idempotency_key (workspace_id, key, operation, input_hash, result, lead_ids, recorded_at)
      VALUES (${workspaceId}::uuid, ${key}, ${operation}, decode(${inputHash}, 'hex'),
        ${JSON.stringify(answer)}::jsonb, ${[...leads]}::bigint[], ${instantParameter(recordedAt)})`);
  await transaction.query(sql`SAVEPOINT command`);
  try {
    const { result, touched } = await run();
    await remember({ result }, touched);
    return { result };
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    await transaction.query(sql`ROLLBACK TO SAVEPOINT command`);
    const refusal = refusalOf(error);
    await remember({ refusal }, []);
    return { refusal };
  }
}

function answerOf<Result>({ inputHash, result }: Remembered, hash: string, key: string): Settled<Result> {
  if (inputHash !== hash) {
    throw new InvalidInput(
      'IDEMPOTENCY_CONFLICT',
      ['idempotencyKey'],
      `The idempotency key "${key}" was used for another input. Use a new key for a new request.`,
    );
  }
  if (result === null) {
    throw new InvalidInput(
      'IDEMPOTENCY_ANSWER_ERASED',
      ['idempotencyKey'],
      'The request was carried out; its answer named a lead that has been erased since.',
    );
  }
  return result.refusal ? { refusal: result.refusal } : { result: result.result as Result };
}
