import type { Transaction } from '@leadstage/prisma';
import { LEAD_FACT, LEAD_FACT_COLUMNS, ROLLUP_DAY, ROLLUP_MONTH } from '../query/facts.js';
import { leadFactsFromRecord } from '../query/lead-facts-from-record.js';
import type { RecordScope } from '../query/record-scope.js';
import { conjunction, raw, type Sql, sql } from '../query/sql.js';
import type { Projection } from './projection.js';
import { cells } from './rollup-cells.js';

/** Which leads: these (of merged ones the whole family), or those of a range that were never merged. */
export type LeadScope = Pick<RecordScope, 'leadIds' | 'leadRange'>;

/**
 * Projects leads' facts from the record anew and carries the difference into the rollups, in one statement: what the
 * facts said before is taken off, what they say now is put on.
 * @param projection its span of instants must include those of the leads, their creation included
 */
export async function projectLeads(transaction: Transaction, projection: Projection, scope: LeadScope): Promise<void> {
  const { id: workspaceId, generation, definitions, hasMerges } = projection;
  const columns = raw(LEAD_FACT_COLUMNS.join(', '));
  const carried = LEAD_FACT_COLUMNS.filter((column) => column !== 'workspace_id' && column !== 'lead_id');
  const mine = ofScope(projection, scope);
  await transaction.query(sql`
    WITH fresh AS MATERIALIZED (${leadFactsFromRecord({ workspaceId, definitions, hasMerges, ...scope })}),
    before AS MATERIALIZED (SELECT * FROM ${LEAD_FACT} WHERE ${mine}),
    stored AS (
      INSERT INTO ${LEAD_FACT} (generation, ${columns}) SELECT ${generation}::int, ${columns} FROM fresh
      ON CONFLICT (workspace_id, generation, lead_id) DO UPDATE SET
        ${raw(carried.map((column) => `${column} = excluded.${column}`).join(', '))}
    ),
    gone AS (DELETE FROM ${LEAD_FACT} WHERE ${mine} AND lead_id NOT IN (SELECT lead_id FROM fresh)),
    changed AS (
      SELECT 1 AS sign, ${columns} FROM fresh UNION ALL SELECT -1, ${columns} FROM before
    ),
    ${cells(projection, sql`SELECT * FROM changed`)},
    months AS (
      INSERT INTO ${ROLLUP_MONTH} (workspace_id, generation, month, segment_id, base_id, stage_id, leads)
      SELECT ${workspaceId}::uuid, ${generation}::int, month, segment_id, base_id, stage_id, leads FROM month_cell
      ON CONFLICT (workspace_id, generation, base_id, month, segment_id, stage_id)
      DO UPDATE SET leads = ${ROLLUP_MONTH}.leads + excluded.leads
    )
    INSERT INTO ${ROLLUP_DAY} (workspace_id, generation, day, base_id, stage_id, leads)
    SELECT ${workspaceId}::uuid, ${generation}::int, day, base_id, stage_id, leads FROM day_cell
    ON CONFLICT (workspace_id, generation, base_id, day, stage_id)
    DO UPDATE SET leads = ${ROLLUP_DAY}.leads + excluded.leads`);
}

/** The facts of a scope, in one generation. */
export function ofScope({ id, generation, hasMerges }: Projection, { leadIds, leadRange }: LeadScope): Sql {
  const conditions = [sql`workspace_id = ${id}::uuid AND generation = ${generation}::int`];
  if (leadIds) conditions.push(sql`lead_id = ANY(${[...leadIds]}::bigint[])`);
  if (leadRange) {
    conditions.push(sql`lead_id >= ${leadRange.from} AND lead_id < ${leadRange.to}`);
    if (hasMerges) {
      conditions.push(sql`lead_id NOT IN (
        SELECT lead_id FROM merge WHERE workspace_id = ${id}::uuid
        UNION ALL SELECT into_lead_id FROM merge WHERE workspace_id = ${id}::uuid)`);
    }
  }
  return conjunction(conditions);
}
