import type { Transaction } from '@leadstage/prisma';
import { sql } from './sql.js';
import type { WorkspaceState } from './workspace-state.js';

/** The leads with all that were ever merged with them, directly or not: their logs are one. */
export async function familiesOf(
  transaction: Transaction,
  { id: workspaceId, hasMerges }: Pick<WorkspaceState, 'id' | 'hasMerges'>,
  leadIds: readonly number[],
): Promise<number[]> {
  if (!hasMerges || leadIds.length === 0) return [...leadIds];
  const rows = await transaction.query<{ id: number }>(sql`
    WITH RECURSIVE family AS (
      SELECT id FROM unnest(${[...leadIds]}::bigint[]) AS given (id)
      UNION
      SELECT CASE WHEN m.lead_id = f.id THEN m.into_lead_id ELSE m.lead_id END
      FROM family f JOIN merge m ON m.workspace_id = ${workspaceId}::uuid AND f.id IN (m.lead_id, m.into_lead_id)
    )
    SELECT id FROM family`);
  return rows.map(({ id }) => id);
}
