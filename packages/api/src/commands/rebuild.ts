import type { Instant } from '@leadstage/core';
import { type Database, inWorkspace, type Transaction } from '@leadstage/prisma';
import { LEAD_FACT, LEAD_FACT_COLUMNS, ROLLUP_DAY, ROLLUP_MONTH } from '../query/facts.js';
import { leadFactsFromRecord } from '../query/record.js';
import { raw, sql } from '../query/sql.js';
import type { WorkspaceState } from '../query/workspace-state.js';
import { lockWorkspace } from './lock-workspace.js';
import { cells } from './project-facts.js';

export interface RebuildProgress {
  readonly leads: number;
  readonly totalLeads: number;
}

const LEADS_PER_STEP = 20_000;

/**
 * Makes facts and rollups anew from the record: facts in steps that each commit, then both rollups at once as a new
 * generation. Stopped in between, everything still answers; run again, it begins anew.
 */
export async function rebuild(
  database: Database,
  workspaceId: string,
  onProgress: (progress: RebuildProgress) => void = () => {},
  signal?: AbortSignal,
): Promise<void> {
  for (let from = 1, totalLeads = 1; from <= totalLeads; from += LEADS_PER_STEP) {
    signal?.throwIfAborted();
    totalLeads = await inWorkspace(database, workspaceId, async (transaction) => {
      const { state, lastIds } = await lockWorkspace(transaction, workspaceId);
      await rebuildFacts(transaction, state, { from, to: from + LEADS_PER_STEP });
      return lastIds.lead;
    });
    onProgress({ leads: Math.min(from + LEADS_PER_STEP - 1, totalLeads), totalLeads });
  }
  signal?.throwIfAborted();
  await inWorkspace(database, workspaceId, async (transaction) => {
    const { state } = await lockWorkspace(transaction, workspaceId);
    await rebuildRollups(transaction, state);
  });
}

async function rebuildFacts(
  transaction: Transaction,
  { id: workspaceId, definitions }: WorkspaceState,
  leadRange: { from: number; to: number },
): Promise<void> {
  const columns = raw(LEAD_FACT_COLUMNS.join(', '));
  await transaction.query(sql`
    DELETE FROM ${LEAD_FACT}
    WHERE workspace_id = ${workspaceId}::uuid AND lead_id >= ${leadRange.from} AND lead_id < ${leadRange.to}`);
  await transaction.query(sql`
    INSERT INTO ${LEAD_FACT} (${columns})
    SELECT ${columns} FROM (${leadFactsFromRecord({ workspaceId, definitions, leadRange })}) fresh`);
}

/** In the workspace's zone of today, which from then on is the rollups'. */
async function rebuildRollups(transaction: Transaction, state: WorkspaceState): Promise<void> {
  const { id: workspaceId, timeZone: rollupTimeZone } = state;
  const rollupGeneration = state.rollupGeneration + 1;
  const [span] = await transaction.query<{ earliest: Instant | null; latest: Instant | null }>(sql`
    SELECT min(at) AS earliest, max(at) AS latest FROM (
      SELECT occurred_at AS at FROM transition WHERE workspace_id = ${workspaceId}::uuid
      UNION ALL SELECT created_at FROM lead WHERE workspace_id = ${workspaceId}::uuid
    ) instant`);
  const next = {
    ...state,
    rollupTimeZone,
    earliestOccurredAt: span?.earliest ?? null,
    latestOccurredAt: span?.latest ?? null,
  };
  await transaction.query(sql`
    WITH ${cells(next, sql`SELECT 1 AS sign, f.* FROM ${LEAD_FACT} f WHERE f.workspace_id = ${workspaceId}::uuid`)},
    months AS (
      INSERT INTO ${ROLLUP_MONTH} (workspace_id, generation, month, segment_id, base_id, stage_id, leads)
      SELECT ${workspaceId}::uuid, ${rollupGeneration}, month, segment_id, base_id, stage_id, leads FROM month_cell
    )
    INSERT INTO ${ROLLUP_DAY} (workspace_id, generation, day, base_id, stage_id, leads)
    SELECT ${workspaceId}::uuid, ${rollupGeneration}, day, base_id, stage_id, leads FROM day_cell`);
  for (const rollup of [ROLLUP_MONTH, ROLLUP_DAY]) {
    await transaction.query(sql`
      DELETE FROM ${rollup} WHERE workspace_id = ${workspaceId}::uuid AND generation <> ${rollupGeneration}`);
  }
  await transaction.query(sql`
    UPDATE workspace_clock SET rollup_generation = ${rollupGeneration}, rollup_time_zone = ${rollupTimeZone},
      earliest_occurred_at = (${next.earliestOccurredAt === null ? null : new Date(next.earliestOccurredAt).toISOString()})::timestamptz,
      latest_occurred_at = (${next.latestOccurredAt === null ? null : new Date(next.latestOccurredAt).toISOString()})::timestamptz
    WHERE workspace_id = ${workspaceId}::uuid`);
}
