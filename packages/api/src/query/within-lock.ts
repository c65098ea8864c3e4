import { LEAD_FACT } from './facts.js';
import { dimensions, filterConditions } from './lead-rows.js';
import { conjunction, raw, type Sql, sql } from './sql.js';
import type { WorkspaceState } from './workspace-state.js';

/**
 * What keeps a list from showing anybody outside the lock of whoever reads: the id is of a lead, or of an account of a
 * lead, that is within it as of now, whatever it was when a number counted it. None without a lock.
 * @param id of what the list shows
 */
export function withinLock({ id: workspaceId, generation, lock }: WorkspaceState, of: Of, id: Sql): readonly Sql[] {
  if (!lock) return [];
  const asked = { by: [], filter: lock };
  return [
    sql`${id} IN (
      SELECT ${COLUMN[of]} FROM ${LEAD_FACT} f ${dimensions(asked, 'f')}
      WHERE f.workspace_id = ${workspaceId}::uuid AND f.generation = ${generation}
        AND ${conjunction(filterConditions(asked))})`,
  ];
}

const COLUMN = { LEAD: raw('f.lead_id'), ACCOUNT: raw('f.account_id') } as const;
type Of = keyof typeof COLUMN;
