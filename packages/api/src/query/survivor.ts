import { type Database, inWorkspace, type Transaction } from '@leadstage/prisma';
import { sql } from './sql.js';

/** A lead by our id or by the caller's. */
export type LeadReference = { readonly id: number } | { readonly externalId: string };

/**
 * Our id of the lead that answers to a reference: the last that it was merged into, else itself; null where there is
 * none. One that was erased answers to our id alone.
 */
export async function survivorOf(
  transaction: Transaction,
  workspaceId: string,
  reference: LeadReference,
): Promise<number | null> {
  const named =
    'id' in reference
      ? sql`l.id = ${reference.id}`
      : sql`l.external_id = ${reference.externalId} AND l.erased_at IS NULL`;
  const [row] = await transaction.query<{ id: number }>(sql`
    SELECT coalesce(m.into_lead_id, l.id) AS id
    FROM lead l
    LEFT JOIN LATERAL (
      SELECT m.into_lead_id FROM merge m WHERE m.workspace_id = l.workspace_id AND m.lead_id = l.id
      ORDER BY m.recorded_at DESC LIMIT 1
    ) m ON true
    WHERE l.workspace_id = ${workspaceId}::uuid AND ${named}`);
  return row?.id ?? null;
}

/** The same in a transaction of its own. */
export function findSurvivor(
  database: Database,
  workspaceId: string,
  reference: LeadReference,
): Promise<number | null> {
  return inWorkspace(database, workspaceId, (transaction) => survivorOf(transaction, workspaceId, reference));
}
