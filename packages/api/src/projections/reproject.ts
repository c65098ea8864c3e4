import { InvalidInput, type StageDefinition } from '@leadstage/core';
import { type Database, inWorkspace, type Transaction } from '@leadstage/prisma';
import { mappingTo, recordMappings } from '../commands/ladder/record-mappings.js';
import { storeDefinitions, storeStages } from '../commands/ladder/store-definitions.js';
import { type Recording, recordIn } from '../commands/recording.js';
import { HANDOFF_FACT, LEAD_FACT, ROLLUP_DAY, ROLLUP_MONTH } from '../query/facts.js';
import { instantParameter, sql } from '../query/sql.js';
import type { Reprojection } from '../query/workspace-state.js';
import { mergedLeads } from './merged-leads.js';
import { projectHandoffs } from './project-handoffs.js';
import { projectLeads } from './project-leads.js';
import { nextGeneration, type Projection } from './projection.js';

export interface ReprojectionProgress {
  readonly leads: number;
  readonly totalLeads: number;
  /** True once the new generation answers. */
  readonly switched: boolean;
}

/** Holds the workspace for a quarter to half a second on a small server; what writes waits for it, what reads does not. */
const LEADS_PER_STEP = 2_000;
const ROWS_PER_SWEEP = 20_000;

/**
 * Says that the projections are to be made anew, as the next generation; `stepReprojection` does it.
 * @param definitions stage definitions that come into force once it is made, with CRM values that mean them from then on
 * @throws InvalidInput REPROJECTION_UNDER_WAY
 */
export async function beginReprojection(
  { transaction, workspaceId, state, recordedAt, changed }: Recording,
  reason: Reprojection['reason'],
  { timeZone = state.timeZone, definitions = [] as readonly StageDefinition[] } = {},
): Promise<void> {
  if (state.reprojection) refuseWhileUnderWay(state.reprojection);
  // Facts of the next generation may stand in a new stage before it is in force.
  await storeStages(transaction, workspaceId, definitions, recordedAt);
  await transaction.query(sql`
    INSERT INTO reprojection (workspace_id, generation, reason, started_at, time_zone, definitions)
    VALUES (${workspaceId}::uuid, ${state.generation + 1}, ${reason}, ${instantParameter(recordedAt)}, ${timeZone},
      ${JSON.stringify(definitions)}::jsonb)`);
  changed();
}

/** @throws InvalidInput REPROJECTION_UNDER_WAY */
export function refuseWhileUnderWay({ reason, doneLeadId }: Reprojection): never {
  const what = {
    LADDER: 'An earlier change of the ladder',
    TIME_ZONE: 'A change of the time zone',
    REBUILD: 'A rebuild',
    UPGRADE: 'An upgrade',
  };
  throw new InvalidInput(
    'REPROJECTION_UNDER_WAY',
    [],
    `${what[reason]} is still being worked into the numbers (${doneLeadId} leads done). Try again when it is through.`,
  );
}

/**
 * Does the next part of a reprojection, in one transaction; the last part switches to the new generation. It can be
 * stopped after any step, and several servers may take turns.
 * @returns how far it is, or null when there was nothing to do
 */
export function stepReprojection(
  database: Database,
  workspaceId: string,
  leadsPerStep = LEADS_PER_STEP,
): Promise<ReprojectionProgress | null> {
  return recordIn(database, workspaceId, async (recording) => {
    const { transaction, state } = recording;
    const job = state.reprojection;
    if (!job) return null;
    const projection = nextGeneration(state, job);
    const totalLeads = recording.lastIds.lead;
    const from = job.doneLeadId + 1;
    if (from <= totalLeads) {
      await project(transaction, projection, { leadRange: { from, to: from + leadsPerStep } });
      const leads = Math.min(totalLeads, from + leadsPerStep - 1);
      await transaction.query(sql`
        UPDATE reprojection SET done_lead_id = ${leads}
        WHERE workspace_id = ${workspaceId}::uuid AND generation = ${job.generation}`);
      return { leads, totalLeads, switched: false };
    }
    if (state.hasMerges) await project(transaction, projection, { leadIds: await mergedLeads(transaction, state) });
    await switchTo(recording, job);
    return { leads: totalLeads, totalLeads, switched: true };
  });
}

/**
 * Deletes part of what is left of generations that answer no longer.
 * @returns whether there may be more
 */
export function sweepGenerations(database: Database, workspaceId: string): Promise<boolean> {
  return inWorkspace(database, workspaceId, async (transaction) => {
    let swept = 0;
    for (const table of [LEAD_FACT, HANDOFF_FACT, ROLLUP_MONTH, ROLLUP_DAY]) {
      const rows = await transaction.query(sql`
        DELETE FROM ${table} WHERE workspace_id = ${workspaceId}::uuid AND ctid = ANY (ARRAY(
          SELECT old.ctid FROM ${table} old JOIN workspace_clock c ON c.workspace_id = old.workspace_id
          WHERE old.workspace_id = ${workspaceId}::uuid AND old.generation < c.generation LIMIT ${ROWS_PER_SWEEP}
        )) RETURNING 1`);
      swept = Math.max(swept, rows.length);
    }
    return swept === ROWS_PER_SWEEP;
  });
}

async function project(
  transaction: Transaction,
  projection: Projection,
  scope: Parameters<typeof projectLeads>[2],
): Promise<void> {
  await projectLeads(transaction, projection, scope);
  await projectHandoffs(transaction, projection, scope);
}

async function switchTo(recording: Recording, job: Reprojection): Promise<void> {
  const { transaction, workspaceId, state, recordedAt } = recording;
  const { generation, timeZone, definitions } = job;
  await storeDefinitions(transaction, workspaceId, definitions, recordedAt);
  await transaction.query(sql`
    UPDATE workspace_clock SET generation = ${generation}, rollup_time_zone = ${timeZone}
    WHERE workspace_id = ${workspaceId}::uuid`);
  await transaction.query(sql`
    DELETE FROM reprojection WHERE workspace_id = ${workspaceId}::uuid AND generation = ${generation}`);
  recording.state = {
    ...state,
    generation,
    rollupTimeZone: timeZone,
    definitions: [...state.definitions, ...definitions.map((each) => ({ ...each, recordedAt }))],
    reprojection: null,
  };
  recording.changed();
  await recordMappings(
    recording,
    definitions.flatMap(({ id, crmValues }) => crmValues.map(mappingTo(id))),
  );
}
