import { erasOf, type Instant, ladderAt, OrphanedLeads, type StageDefinition } from '@leadstage/core';
import { eras } from '../../query/eras.js';
import { LEAD_FACT } from '../../query/facts.js';
import { joinPerson, mergedLeads, personId } from '../../query/record-scope.js';
import { sql } from '../../query/sql.js';
import type { Recording } from '../recording.js';

/**
 * Refuses a change by which a stage leaves the ladder, now or later, while leads stand in it. Where a stage ceases to
 * have been the first, leads that only began in it begin in the next instead, and are no orphans.
 * @throws OrphanedLeads STAGE_IN_USE with the number of leads
 */
export async function refuseOrphans(
  recording: Recording,
  after: readonly StageDefinition[],
  path: readonly string[],
): Promise<void> {
  const { definitions } = recording.state;
  const gone = leaving(definitions, after, recording.recordedAt);
  if (gone.length === 0) return;
  const leads = await orphans(recording, after, gone);
  if (leads === 0) return;
  const names = gone.map(({ key }) => key).join(', ');
  const stand = leads === 1 ? '1 lead stands' : `${leads} leads stand`;
  const message = `${stand} in ${names}. Move them to another stage first.`;
  throw new OrphanedLeads(path, message, leads);
}

/** Stages in the ladder of some instant from now on, and in that of the same instant no more. */
function leaving(
  before: readonly StageDefinition[],
  after: readonly StageDefinition[],
  now: Instant,
): StageDefinition[] {
  const gone = new Map<number, StageDefinition>();
  const later = erasOf(after).flatMap(({ from }) => (from > now ? from : []));
  for (const instant of [now, ...later]) {
    const kept = new Set(ladderAt(after, instant).map(({ id }) => id));
    for (const stage of ladderAt(before, instant)) if (!kept.has(stage.id)) gone.set(stage.id, stage);
  }
  return [...gone.values()];
}

async function orphans(
  { transaction, workspaceId, state, recordedAt }: Recording,
  after: readonly StageDefinition[],
  gone: readonly StageDefinition[],
): Promise<number> {
  const { generation, hasMerges } = state;
  const scope = { workspaceId, definitions: after, hasMerges };
  const kept = ladderAt(after, recordedAt).map(({ id }) => id);
  const [row] = await transaction.query<{ leads: number }>(sql`
    WITH ${mergedLeads(scope)},
    era AS (${eras(after)}),
    moved AS (
      SELECT DISTINCT ${personId(scope, 't')} AS lead_id FROM transition t ${joinPerson(scope, 't')}
      WHERE t.workspace_id = ${workspaceId}::uuid AND t.voided_at IS NULL
    )
    SELECT count(*) AS leads
    FROM ${LEAD_FACT} f
    LEFT JOIN moved ON moved.lead_id = f.lead_id
    LEFT JOIN LATERAL (
      SELECT era.stage_id FROM era
      WHERE era.is_first AND f.stage_since >= era.from_at AND (f.stage_since < era.until_at OR era.until_at IS NULL)
    ) origin ON moved.lead_id IS NULL
    WHERE f.workspace_id = ${workspaceId}::uuid AND f.generation = ${generation}
      AND f.stage_id = ANY(${gone.map(({ id }) => id)}::int[])
      AND (origin.stage_id IS NULL OR origin.stage_id <> ALL(${kept}::int[]))`);
  return row?.leads ?? 0;
}
