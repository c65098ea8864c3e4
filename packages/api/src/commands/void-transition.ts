import { type Instant, InvalidInput } from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import { instantParameter, sql } from '../query/sql.js';
import type { Once } from './idempotency.js';
import { recordIn } from './recording.js';

/**
 * Voids a transition that was recorded by mistake: it counts no longer, and still does for an earlier `knownAt`.
 * Voiding it again changes nothing.
 * @returns when it was voided
 * @throws InvalidInput UNKNOWN_TRANSITION, MISSING_REASON
 */
export async function voidTransition(
  database: Database,
  workspaceId: string,
  { externalId, reason }: { readonly externalId: string; readonly reason: string },
  once?: Once,
): Promise<Instant> {
  if (reason.trim() === '') throw new InvalidInput('MISSING_REASON', ['reason'], 'Say why the transition is voided.');
  return recordIn(
    database,
    workspaceId,
    async ({ transaction, recordedAt, touched }) => {
      const [known] = await transaction.query<{ leadId: number; voidedAt: Instant | null }>(sql`
        SELECT lead_id AS "leadId", voided_at AS "voidedAt" FROM transition
        WHERE workspace_id = ${workspaceId}::uuid AND external_id = ${externalId}`);
      if (!known) {
        throw new InvalidInput('UNKNOWN_TRANSITION', ['externalId'], `There is no transition "${externalId}".`);
      }
      if (known.voidedAt !== null) return known.voidedAt;
      await transaction.query(sql`
        UPDATE transition SET voided_at = ${instantParameter(recordedAt)}, void_reason = ${reason}
        WHERE workspace_id = ${workspaceId}::uuid AND external_id = ${externalId}`);
      touched.add(known.leadId);
      return recordedAt;
    },
    once,
  );
}
