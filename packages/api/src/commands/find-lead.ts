import { type Instant, InvalidInput } from '@leadstage/core';
import { familiesOf } from '../query/families.js';
import type { LeadFamily } from '../query/lead-standing.js';
import { sql } from '../query/sql.js';
import { type LeadReference, survivorOf } from '../query/survivor.js';
import type { Recording } from './recording.js';

/**
 * The lead that a command is about, merges followed. The message repeats no id: a refusal is kept with its idempotency
 * key, and would outlive an erasure.
 * @param path of the reference in the command's input
 * @throws InvalidInput UNKNOWN_LEAD
 */
export async function findLead(
  { transaction, workspaceId, state }: Pick<Recording, 'transaction' | 'workspaceId' | 'state'>,
  reference: LeadReference,
  path: readonly string[] = ['lead'],
): Promise<LeadFamily> {
  const id = await survivorOf(transaction, workspaceId, reference);
  if (id === null) {
    const [key, whose] = 'id' in reference ? ['id', 'this id'] : ['externalId', 'this external id'];
    throw new InvalidInput('UNKNOWN_LEAD', [...path, key as string], `There is no lead with ${whose}.`);
  }
  const family = await familiesOf(transaction, state, [id]);
  const [row] = await transaction.query<{ createdAt: Instant }>(sql`
    SELECT min(created_at) AS "createdAt" FROM lead
    WHERE workspace_id = ${workspaceId}::uuid AND id = ANY(${family}::bigint[])`);
  if (!row) throw new Error('a lead that was found has no row');
  return { id, family, createdAt: row.createdAt };
}
