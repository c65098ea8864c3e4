import { type Database, inWorkspace, type Transaction } from '@leadstage/prisma';
import { mergedLeads } from '../projections/merged-leads.js';
import { type LeadScope, ofScope } from '../projections/project-leads.js';
import { cells } from '../projections/rollup-cells.js';
import {
  HANDOFF_FACT,
  HANDOFF_FACT_COLUMNS,
  LEAD_FACT,
  LEAD_FACT_COLUMNS,
  ROLLUP_DAY,
  ROLLUP_MONTH,
} from '../query/facts.js';
import { handoffsFromRecord } from '../query/handoffs-from-record.js';
import { leadFactsFromRecord } from '../query/lead-facts-from-record.js';
import { raw, type Sql, sql } from '../query/sql.js';
import { loadWorkspace, type WorkspaceState } from '../query/workspace-state.js';
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
        wrong.push(...(await wrongFacts(transaction, state, { leadRange: { from, to: from + LEADS_PER_STEP } })));
        onProgress({ leads: Math.min(from + LEADS_PER_STEP - 1, last?.id ?? 0), totalLeads: last?.id ?? 0 });
      }
      if (state.hasMerges) {
        wrong.push(...(await wrongFacts(transaction, state, { leadIds: await mergedLeads(transaction, state) })));
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

/** Leads whose fact or handoffs differ, or are there and should not be. */
async function wrongFacts(transaction: Transaction, state: WorkspaceState, scope: LeadScope): Promise<number[]> {
  const { id: workspaceId, definitions, hasMerges } = state;
  const record = { workspaceId, definitions, hasMerges, ...scope };
  const wrong = new Set<number>();
  for (const [table, names, projected] of [
    [LEAD_FACT, LEAD_FACT_COLUMNS, leadFactsFromRecord(record)],
    [HANDOFF_FACT, HANDOFF_FACT_COLUMNS, handoffsFromRecord(record)],
  ] as const) {
    const columns = raw(names.join(', '));
    const rows = await transaction.query<{ lead_id: number }>(sql`
      WITH fresh AS MATERIALIZED (${projected}),
      kept AS (SELECT ${columns} FROM ${table} WHERE ${ofScope(state, scope)})
      SELECT DISTINCT lead_id FROM (${difference(sql`SELECT ${columns} FROM fresh`, sql`SELECT ${columns} FROM kept`)}) wrong`);
    for (const row of rows) wrong.add(row.lead_id);
  }
  return [...wrong];
}

async function wrongRollupCells(transaction: Transaction, state: WorkspaceState): Promise<number> {
  const { id: workspaceId, generation } = state;
  const kept = (table: Sql, columns: Sql) => sql`
    SELECT ${columns} FROM ${table}
    WHERE workspace_id = ${workspaceId}::uuid AND generation = ${generation} AND leads <> 0`;
  const day = sql`day, base_id, stage_id, leads`;
  const month = sql`month, segment_id, base_id, stage_id, leads`;
  const [row] = await transaction.query<{ wrong: number }>(sql`
    WITH ${cells(
      state,
      sql`SELECT 1 AS sign, f.* FROM ${LEAD_FACT} f
      WHERE f.workspace_id = ${workspaceId}::uuid AND f.generation = ${generation}`,
    )}
    SELECT
      (SELECT count(*) FROM (${difference(sql`SELECT ${day} FROM day_cell`, kept(ROLLUP_DAY, day))}) d) +
      (SELECT count(*) FROM (${difference(sql`SELECT ${month} FROM month_cell`, kept(ROLLUP_MONTH, month))}) m) AS wrong`);
  return row?.wrong ?? 0;
}

function difference(one: Sql, other: Sql): Sql {
  return sql`((${one}) EXCEPT (${other})) UNION ALL ((${other}) EXCEPT (${one}))`;
}
