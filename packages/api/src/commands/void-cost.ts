import { type Instant, InvalidInput } from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import { instantParameter, sql } from '../query/sql.js';
import { isStorable } from '../storable-text.js';
import { checkedText } from './check-given.js';
import type { Once } from './idempotency.js';
import { type Recording, recordIn } from './recording.js';

/**
 * Voids a cost that should not have been recorded: it is spent no longer, and still was for an earlier `knownAt`. Its
 * external id stays taken. Voiding it again changes nothing.
 * @returns when it was voided
 * @throws InvalidInput UNKNOWN_COST, MISSING_REASON, INVALID_TEXT, TOO_LONG
 */
export async function voidCost(
  database: Database,
  workspaceId: string,
  { externalId, reason }: { readonly externalId: string; readonly reason: string },
  once?: Once,
): Promise<Instant> {
  const why = checkedText(reason, ['reason']);
  if (why === null) throw new InvalidInput('MISSING_REASON', ['reason'], 'Say why the cost is voided.');
  return recordIn(
    database,
    workspaceId,
    async (recording) => {
      const known = await knownCost(recording, externalId, ['externalId']);
      if (known.voidedAt !== null) return known.voidedAt;
      await voidStanding(recording, externalId, why);
      recording.changed();
      return recording.recordedAt;
    },
    once,
  );
}

/**
 * The entry that stands under an external id; where none does, the one that was voided last.
 * @throws InvalidInput UNKNOWN_COST
 */
export async function knownCost(
  { transaction, workspaceId }: Pick<Recording, 'transaction' | 'workspaceId'>,
  externalId: string,
  path: readonly string[],
): Promise<{ readonly voidedAt: Instant | null }> {
  const [known] = isStorable(externalId)
    ? await transaction.query<{ voidedAt: Instant | null }>(sql`
        SELECT voided_at AS "voidedAt" FROM cost_entry
        WHERE workspace_id = ${workspaceId}::uuid AND external_id = ${externalId}
        ORDER BY voided_at DESC NULLS FIRST LIMIT 1`)
    : [];
  if (known) return known;
  throw new InvalidInput('UNKNOWN_COST', path, `There is no cost "${externalId}".`);
}

export async function voidStanding(
  { transaction, workspaceId, recordedAt }: Pick<Recording, 'transaction' | 'workspaceId' | 'recordedAt'>,
  externalId: string,
  reason: string,
): Promise<void> {
  await transaction.query(sql`
    UPDATE cost_entry SET voided_at = ${instantParameter(recordedAt)}, void_reason = ${reason}
    WHERE workspace_id = ${workspaceId}::uuid AND external_id = ${externalId} AND voided_at IS NULL`);
}
