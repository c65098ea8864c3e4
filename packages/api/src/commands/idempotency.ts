import { createHash } from 'node:crypto';
import { InvalidInput } from '@leadstage/core';
import type { Transaction } from '@leadstage/prisma';
import canonicalize from 'canonicalize';
import { type Act, recordAct } from '../access/audit.js';
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
  /** Where the call is an administrative act: what the audit log will tell of it. */
  readonly act?: Act | undefined;
}

export type Settled<Result> = { readonly result: Result } | { readonly refusal: Refusal };

interface Remembered {
  readonly inputHash: string;
  readonly result: { readonly result?: unknown; readonly refusal?: Refusal } | null;
}

/** What a command did: its answer, the leads it touched, and what the audit log is told besides what was asked. */
export interface Done<Result> {
  readonly result: Result;
  readonly touched: readonly number[];
  readonly told: Readonly<Record<string, unknown>>;
}

/**
 * Runs a command unless its key was used before; then answers what it answered. A refusal is an answer too: it is
 * kept, and the command's writes are undone. An administrative act is put into the audit log, refused or not; a repeat
 * of it is none.
 * @returns what the command answers; or refuses, also with IDEMPOTENCY_CONFLICT when the key was used with another
 *   input, IDEMPOTENCY_ANSWER_ERASED, INVALID_IDEMPOTENCY_KEY
 */
export async function runOnce<Result>(
  transaction: Transaction,
  { state: { id: workspaceId }, recordedAt }: LockedWorkspace,
  once: Once,
  run: () => Promise<Done<Result>>,
): Promise<Settled<Result>> {
  const { key, operation, act } = once;
  const audit = async (refusal: Refusal | null, told: Done<Result>['told'] = {}) => {
    if (!act) return;
    const outcome = { operation, at: recordedAt, refusal: refusal && String(refusal.code) };
    await recordAct(transaction, workspaceId, { ...act, detail: { ...act.detail, ...told } }, outcome);
  };
  const inputHash = createHash('sha256')
    .update(`${operation}\n${canonicalize(once.input)}`)
    .digest('hex');
  const known = isKey(key) ? await remembered(transaction, workspaceId, key) : undefined;
  if (known?.inputHash === inputHash) return answerOf<Result>(known);
  const misused = misuseOf(key, known);
  if (misused) {
    await audit(misused);
    return { refusal: misused };
  }
  const remember = (answer: Settled<unknown>, leads: readonly number[]) =>
    transaction.query(sql`
      INSERT INTO idempotency_key (workspace_id, key, operation, input_hash, result, lead_ids, recorded_at)
      VALUES (${workspaceId}::uuid, ${key}, ${operation}, decode(${inputHash}, 'hex'),
        ${JSON.stringify(answer)}::jsonb, ${[...leads]}::bigint[], ${instantParameter(recordedAt)})`);
  await transaction.query(sql`SAVEPOINT command`);
  try {
    const { result, touched, told } = await run();
    await remember({ result }, touched);
    await audit(null, told);
    return { result };
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    await transaction.query(sql`ROLLBACK TO SAVEPOINT command`);
    const refusal = refusalOf(error);
    await remember({ refusal }, []);
    await audit(refusal);
    return { refusal };
  }
}

function isKey(key: string): boolean {
  return /^[\x21-\x7e]{1,255}$/.test(key);
}

async function remembered(transaction: Transaction, workspaceId: string, key: string): Promise<Remembered | undefined> {
  const [known] = await transaction.query<Remembered>(sql`
    SELECT encode(input_hash, 'hex') AS "inputHash", result FROM idempotency_key
    WHERE workspace_id = ${workspaceId}::uuid AND key = ${key}`);
  return known;
}

/** What is wrong with the key of a call that is not the one it was used for, if anything. */
function misuseOf(key: string, known: Remembered | undefined): Refusal | null {
  const refused = (code: string, message: string) => refusalOf(new InvalidInput(code, ['idempotencyKey'], message));
  if (!isKey(key)) {
    const message = 'An idempotency key is 1 to 255 visible ASCII characters, such as a UUID.';
    return refused('INVALID_IDEMPOTENCY_KEY', message);
  }
  if (!known) return null;
  const message = `The idempotency key "${key}" was used for another input. Use a new key for a new request.`;
  return refused('IDEMPOTENCY_CONFLICT', message);
}

function answerOf<Result>({ result }: Remembered): Settled<Result> {
  if (result === null) {
    const message = 'The request was carried out; its answer named a lead that has been erased since.';
    return { refusal: refusalOf(new InvalidInput('IDEMPOTENCY_ANSWER_ERASED', ['idempotencyKey'], message)) };
  }
  return result.refusal ? { refusal: result.refusal } : { result: result.result as Result };
}
