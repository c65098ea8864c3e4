import type { Transaction } from '@leadstage/prisma';
import { sql } from '../query/sql.js';
import type { WorkspaceState } from '../query/workspace-state.js';

/** Every lead that was ever merged, on either side. */
export async function mergedLeads(transaction: Transaction, { id }: WorkspaceState): Promise<number[]> {
  const rows = await transaction.query<{ id: number }>(sql`
    SELECT lead_id AS id FROM merge WHERE workspace_id = ${id}::uuid
    UNION SELECT into_lead_id FROM merge WHERE workspace_id = ${id}::uuid`);
  return rows.map((row) => row.id);
}
