import { addDays, dateOf, startsOfDates } from '@leadstage/core';
import type { Transaction } from '@leadstage/prisma';
import { enteredColumn, LEAD_FACT, LEAD_FACT_COLUMNS, ROLLUP_DAY, ROLLUP_MONTH } from '../query/facts.js';
import { leadFactsFromRecord } from '../query/record.js';
import { rollupLadder } from '../query/source.js';
import { dateParameter, instantsParameter, raw, type Sql, sql } from '../query/sql.js';
import type { WorkspaceState } from '../query/workspace-state.js';

/**
 * Projects leads' facts from the record anew and carries the difference into the rollups, in one statement: what the
 * facts said before is taken off, what they say now is put on.
 * @param workspace its envelope of instants must include those of the leads, their creation included
 */
export async function projectFacts(
  transaction: Transaction,
  workspace: WorkspaceState,
  leadIds: readonly number[],
): Promise<void> {
  if (leadIds.length === 0) return;
  const { id: workspaceId, definitions } = workspace;
  const columns = raw(LEAD_FACT_COLUMNS.join(', '));
  const carried = LEAD_FACT_COLUMNS.filter((column) => column !== 'workspace_id' && column !== 'lead_id');
  await transaction.query(sql`
    WITH fresh AS MATERIALIZED (${leadFactsFromRecord({ workspaceId, definitions, leadIds })}),
    before AS MATERIALIZED (
      SELECT * FROM ${LEAD_FACT} WHERE workspace_id = ${workspaceId}::uuid AND lead_id = ANY(${[...leadIds]}::bigint[])
    ),
    stored AS (
      INSERT INTO ${LEAD_FACT} (${columns}) SELECT ${columns} FROM fresh
      ON CONFLICT (workspace_id, lead_id) DO UPDATE SET
        ${raw(carried.map((column) => `${column} = excluded.${column}`).join(', '))}
    ),
    changed AS (
      SELECT 1 AS sign, fresh.* FROM fresh UNION ALL SELECT -1, before.* FROM (SELECT ${columns} FROM before) before
    ),
    ${cells(workspace, sql`SELECT * FROM changed`)},
    months AS (
      INSERT INTO ${ROLLUP_MONTH} (workspace_id, generation, month, segment_id, base_id, stage_id, leads)
      SELECT ${workspaceId}::uuid, ${workspace.rollupGeneration}, month, segment_id, base_id, stage_id, leads FROM month_cell
      ON CONFLICT (workspace_id, generation, base_id, month, segment_id, stage_id)
      DO UPDATE SET leads = ${ROLLUP_MONTH}.leads + excluded.leads
    )
    INSERT INTO ${ROLLUP_DAY} (workspace_id, generation, day, base_id, stage_id, leads)
    SELECT ${workspaceId}::uuid, ${workspace.rollupGeneration}, day, base_id, stage_id, leads FROM day_cell
    ON CONFLICT (workspace_id, generation, base_id, day, stage_id)
    DO UPDATE SET leads = ${ROLLUP_DAY}.leads + excluded.leads`);
}

/**
 * The CTEs `day_cell` and `month_cell`: leads by the local date of their first entry into a base stage and by a stage
 * at or above it. `source` yields the lead fact's columns and a `sign`. Dates are told by their first instants, never
 * by the database's own time-zone arithmetic.
 */
export function cells(workspace: WorkspaceState, source: Sql): Sql {
  const days = localDays(workspace);
  const ladder = rollupLadder(workspace.definitions);
  const pairs = ladder.flatMap((base, index) => ladder.slice(index).map((stage) => pairOf(base.id, stage.id)));
  return sql`
    day_start AS MATERIALIZED (SELECT ${instantsParameter(days.starts)} AS starts),
    base_cell AS (
      SELECT c.sign, c.segment_id, pair.base_id, pair.stage_id,
        ${dateParameter(days.first)} + width_bucket(pair.at, (SELECT starts FROM day_start)) - 1 AS day
      FROM (${source}) c
      CROSS JOIN LATERAL (VALUES ${raw(pairs.join(', '))}) AS pair (base_id, stage_id, at)
      WHERE pair.at IS NOT NULL
    ),
    segment_day_cell AS MATERIALIZED (
      SELECT day, segment_id, base_id, stage_id, sum(sign)::int AS leads
      FROM base_cell GROUP BY day, segment_id, base_id, stage_id HAVING sum(sign) <> 0
    ),
    day_cell AS (
      SELECT day, base_id, stage_id, sum(leads)::int AS leads
      FROM segment_day_cell GROUP BY day, base_id, stage_id HAVING sum(leads) <> 0
    ),
    month_cell AS (
      SELECT date_trunc('month', day::timestamp)::date AS month, segment_id, base_id, stage_id, sum(leads)::int AS leads
      FROM segment_day_cell GROUP BY 1, segment_id, base_id, stage_id HAVING sum(leads) <> 0
    )`;
}

/** The entry into the base stage, where the lead reached the other one too. */
function pairOf(base: number, stage: number): string {
  const at = enteredColumn(base);
  return `(${base}, ${stage}, CASE WHEN c.${enteredColumn(stage)} IS NOT NULL THEN c.${at} END)`;
}

/** The local dates that the workspace's record spans, by their first instants, in the zone its rollups are cut in. */
function localDays(workspace: WorkspaceState) {
  const { earliestOccurredAt, latestOccurredAt, rollupTimeZone } = workspace;
  const first = dateOf(earliestOccurredAt ?? 0, rollupTimeZone);
  const last = addDays(dateOf(latestOccurredAt ?? 0, rollupTimeZone), 1);
  return { first, starts: startsOfDates(first, last, rollupTimeZone) };
}
