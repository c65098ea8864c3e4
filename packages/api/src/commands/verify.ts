import { type Database, inWorkspace, type Transaction } from '@leadstage/prisma';
import { LEAD_FACT, LEAD_FACT_COLUMNS, ROLLUP_DAY, ROLLUP_MONTH } from '../query/facts.js';
import { leadFactsFromRecord } from '../query/record.js';
import { raw, type Sql, sql } from '../query/sql.js';
import { loadWorkspace, type WorkspaceState } from '../query/workspace-state.js';
import { cells } from './project-facts.js';
import type { RebuildProgress } from './rebuild.js';

export interface Verification {
  readonly leads: number;
  /** Facts that are missing, stray or different from what a rebuild gives. */
  readonly wrongFacts: number;
  /** Ids of some of those leads. */
  readonly wrongLeads: readonly number[];
  readonly wrongRollupCells: number;
}

const LEADS_PER_STEP = 20_000;
const MOST_NAMED = 20;

/** Holds what is maintained against what a rebuild would give, on one snapshot; changes nothing. */
export async function verify(
  database: Database,
  workspaceId: string,
  onProgress: (progress: RebuildProgress) => void = () => {},
): Promise<Verification> {
  return inWorkspace(
    database,
    workspaceId,
    async (transaction) => {
      const state = await loadWorkspace(transaction, workspaceId);
      if (!state) return { leads: 0, wrongFacts: 0, wrongLeads: [], wrongRollupCells: 0 };
      const [last] = await transaction.query<{ id: number; leads: number }>(sql`
        SELECT coalesce(max(id), 0) AS id, count(*) AS leads FROM lead WHERE workspace_id = ${workspaceId}::uuid`);
      const wrong: number[] = [];
      for (let from = 1; from <= (last?.id ?? 0); from += LEADS_PER_STEP) {
        wrong.push(...(await wrongFacts(transaction, state, { from, to: from + LEADS_PER_STEP })));
        onProgress({ leads: Math.min(from + LEADS_PER_STEP - 1, last?.id ?? 0), totalLeads: last?.id ?? 0 });
      }
      return {
        leads: last?.leads ?? 0,
        wrongFacts: wrong.length,
        wrongLeads: wrong.slice(0, MOST_NAMED),
        wrongRollupCells: await wrongRollupCells(transaction, state),
      };
    },
    { snapshot: true },
  );
}

async function wrongFacts(
  transaction: Transaction,
  { id: workspaceId, definitions }: WorkspaceState,
  leadRange: { from: number; to: number },
): Promise<number[]> {
  const columns = raw(LEAD_FACT_COLUMNS.join(', '));
  const rows = await transaction.query<{ lead_id: number }>(sql`
    WITH fresh AS MATERIALIZED (${leadFactsFromRecord({ workspaceId, definitions, leadRange })}),
    kept AS (
      SELECT ${columns} FROM ${LEAD_FACT}
      WHERE workspace_id = ${workspaceId}::uuid AND lead_id >= ${leadRange.from} AND lead_id < ${leadRange.to}
    )
    SELECT DISTINCT lead_id FROM (${difference(sql`SELECT ${columns} FROM fresh`, sql`SELECT ${columns} FROM kept`)}) wrong`);
  return rows.map((row) => row.lead_id);
}

async function wrongRollupCells(transaction: Transaction, state: WorkspaceState): Promise<number> {
  const { id: workspaceId, rollupGeneration } = state;
  const kept = (table: Sql, columns: Sql) => sql`
    SELECT ${columns} FROM ${table}
    WHERE workspace_id = ${workspaceId}::uuid AND generation = ${rollupGeneration} AND leads <> 0`;
  const day = sql`day, base_id, stage_id, leads`;
  const month = sql`month, segment_id, base_id, stage_id, leads`;
  const [row] = await transaction.query<{ wrong: number }>(sql`
    WITH ${cells(state, sql`SELECT 1 AS sign, f.* FROM ${LEAD_FACT} f WHERE f.workspace_id = ${workspaceId}::uuid`)}
    SELECT
      (SELECT count(*) FROM (${difference(sql`SELECT ${day} FROM day_cell`, kept(ROLLUP_DAY, day))}) d) +
      (SELECT count(*) FROM (${difference(sql`SELECT ${month} FROM month_cell`, kept(ROLLUP_MONTH, month))}) m) AS wrong`);
  return row?.wrong ?? 0;
}

function difference(one: Sql, other: Sql): Sql {
  return sql`((${one}) EXCEPT (${other})) UNION ALL ((${other}) EXCEPT (${one}))`;
}
