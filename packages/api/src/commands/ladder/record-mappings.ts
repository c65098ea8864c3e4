import type { CrmValue, Instant } from '@leadstage/core';
import { instantParameter, sql } from '../../query/sql.js';
import type { Recording } from '../recording.js';
import { valueKey } from './value-key.js';

export const CRM_MEANINGS = ['STAGE', 'OUT', 'IGNORED'] as const;
export type CrmMeaning = (typeof CRM_MEANINGS)[number];

/** What a value of a CRM field means. */
export interface CrmMapping extends CrmValue {
  readonly meaning: CrmMeaning;
  /** With STAGE. */
  readonly stageId: number | null;
}

export function mappingTo(stageId: number): (value: CrmValue) => CrmMapping {
  return ({ field, value }) => ({ field: field.trim(), value: value.trim(), meaning: 'STAGE', stageId });
}

/**
 * Records mappings of CRM values, and lets what waits for them take effect as of when it happened. A mapping that is
 * in force already is not recorded again. Two statements, whatever the number.
 * @param mappings of different values, trimmed
 * @returns how many waiting values took effect, for each mapping
 */
export async function recordMappings(recording: Recording, mappings: readonly CrmMapping[]): Promise<number[]> {
  if (mappings.length === 0) return [];
  const { transaction, workspaceId, recordedAt } = recording;
  const given = sql`json_to_recordset(${JSON.stringify(
    mappings.map((each, place) => ({ ...each, place, key: valueKey(each.value) })),
  )}::json) AS g (place int, field text, key text, value text, meaning crm_meaning, "stageId" smallint)`;
  const stored = await transaction.query(sql`
    INSERT INTO crm_mapping (workspace_id, field, value_key, recorded_at, value, meaning, stage_id)
    SELECT ${workspaceId}::uuid, g.field, g.key, ${instantParameter(recordedAt)}, g.value, g.meaning, g."stageId"
    FROM ${given}
    LEFT JOIN (
      SELECT DISTINCT ON (field, value_key) * FROM crm_mapping WHERE workspace_id = ${workspaceId}::uuid
      ORDER BY field, value_key, recorded_at DESC
    ) known ON known.field = g.field AND known.value_key = g.key
    WHERE known.field IS NULL OR (known.meaning, known.stage_id) IS DISTINCT FROM (g.meaning, g."stageId")
    RETURNING 1`);
  const [settled] = await transaction.query<Settled>(sql`
    WITH settled AS (
      UPDATE crm_state s SET settled_at = ${instantParameter(recordedAt)} FROM ${given}
      WHERE s.workspace_id = ${workspaceId}::uuid AND s.settled_at IS NULL AND s.field = g.field AND s.value_key = g.key
      RETURNING s.*, g.place, g.meaning, g."stageId"
    ),
    stored AS (
      INSERT INTO transition (workspace_id, id, lead_id, external_id, to_stage_id, kind, occurred_at, recorded_at, actor, reason)
      SELECT workspace_id, ${recording.lastIds.transition} + row_number() OVER (ORDER BY id), lead_id, external_id, "stageId",
        CASE WHEN meaning = 'OUT' THEN 'DISQUALIFIED'::transition_kind END, occurred_at, ${instantParameter(recordedAt)},
        actor, CASE WHEN meaning = 'OUT' THEN field || ': ' || value END
      FROM settled WHERE meaning <> 'IGNORED'
      ON CONFLICT (workspace_id, external_id) DO NOTHING
      RETURNING id, lead_id, occurred_at
    )
    SELECT
      (SELECT coalesce(json_agg(place ORDER BY place), '[]') FROM (SELECT DISTINCT place FROM settled) p) AS places,
      (SELECT coalesce(json_agg(n ORDER BY place), '[]') FROM (SELECT place, count(*) AS n FROM settled GROUP BY place) c) AS counts,
      (SELECT coalesce(json_agg(DISTINCT lead_id), '[]') FROM stored) AS leads,
      (SELECT max(id) FROM stored) AS "lastId", (SELECT min(occurred_at) FROM stored) AS earliest,
      (SELECT max(occurred_at) FROM stored) AS latest`);
  const counts = mappings.map(() => 0);
  settled?.places.forEach((place, index) => {
    counts[place] = settled.counts[index] ?? 0;
  });
  carry(recording, settled);
  if (stored.length > 0 || counts.some((count) => count > 0)) recording.changed();
  return counts;
}

interface Settled {
  readonly places: readonly number[];
  readonly counts: readonly number[];
  readonly leads: readonly number[];
  readonly lastId: number | null;
  readonly earliest: Instant | null;
  readonly latest: Instant | null;
}

function carry(recording: Recording, settled: Settled | undefined): void {
  for (const lead of settled?.leads ?? []) recording.touched.add(lead);
  if (settled?.lastId == null || settled.earliest === null || settled.latest === null) return;
  recording.lastIds.transition = settled.lastId;
  recording.occurred.push(settled.earliest, settled.latest);
}
