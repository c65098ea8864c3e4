import type { Instant, StageDefinition } from '@leadstage/core';
import type { Transaction } from '@leadstage/prisma';
import { instantParameter, isoInstant, sql } from '../../query/sql.js';

/** Gives stages that are new their rows. They are in no ladder before a definition of theirs is recorded. */
export async function storeStages(
  transaction: Transaction,
  workspaceId: string,
  stages: readonly Pick<StageDefinition, 'id' | 'key'>[],
  recordedAt: Instant,
): Promise<void> {
  if (stages.length === 0) return;
  const rows = stages.map(({ id, key }) => ({ id, key }));
  await transaction.query(sql`
    INSERT INTO stage (workspace_id, id, key, recorded_at)
    SELECT DISTINCT ${workspaceId}::uuid, id, key, ${instantParameter(recordedAt)}
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS s (id smallint, key text)
    ON CONFLICT (workspace_id, id) DO NOTHING`);
}

/** Records stage definitions; a stage that is new gets its row. Their CRM values are mappings of their own. */
export async function storeDefinitions(
  transaction: Transaction,
  workspaceId: string,
  definitions: readonly StageDefinition[],
  recordedAt: Instant,
): Promise<void> {
  if (definitions.length === 0) return;
  const rows = definitions.map((each) => ({ ...each, effectiveFrom: isoInstant(each.effectiveFrom) }));
  const given = sql`json_to_recordset(${JSON.stringify(rows)}::json) AS d (
    id smallint, version int, "effectiveFrom" timestamptz, name text, position int, standard standard_stage,
    team team, objective text, actions jsonb, criteria text, notes text, retired boolean)`;
  await storeStages(transaction, workspaceId, definitions, recordedAt);
  await transaction.query(sql`
    INSERT INTO stage_definition (workspace_id, stage_id, version, effective_from, recorded_at, name, position, standard,
      team, objective, actions, criteria, notes, retired)
    SELECT ${workspaceId}::uuid, id, version, "effectiveFrom", ${instantParameter(recordedAt)}, name, position, standard,
      team, objective, ARRAY(SELECT jsonb_array_elements_text(actions)), criteria, notes, retired FROM ${given}`);
}
