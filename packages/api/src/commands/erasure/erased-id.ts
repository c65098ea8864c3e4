import { raw, type Sql, sql } from '../../query/sql.js';

/** The external id of an erased row: `erased:<our id>`, and more where a caller has named something so. */
export function erasedId(table: 'lead' | 'transition' | 'activity' | 'crm_state', alias: string): Sql {
  const prefix = table === 'crm_state' ? 'erased:crm:' : 'erased:';
  const id = raw(`${alias}.id`);
  const wanted = sql`(${prefix}::text || ${id})`;
  return sql`CASE WHEN EXISTS (
      SELECT 1 FROM ${raw(table)} taken
      WHERE taken.workspace_id = ${raw(alias)}.workspace_id AND taken.external_id = ${wanted} AND taken.id <> ${id}
    ) THEN ${wanted} || ':' || gen_random_uuid() ELSE ${wanted} END`;
}
