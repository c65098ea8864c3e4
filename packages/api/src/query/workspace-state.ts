import type { Calendar, Instant, StageDefinition } from '@leadstage/core';
import type { Transaction } from '@leadstage/prisma';
import { known } from './record.js';
import { raw, type Sql, sql } from './sql.js';

/** What a report or a command must know of its workspace before it can ask anything. */
export interface WorkspaceState extends Calendar {
  readonly id: string;
  readonly name: string;
  /** ISO 4217. */
  readonly currency: string;
  /** Every version of every stage, retired ones included. */
  readonly definitions: readonly StageDefinition[];
  /** Keys of workspace-defined attributes. */
  readonly attributeKeys: readonly string[];
  /** The last commit of this workspace; everything recorded up to it is visible. */
  readonly lastRecordedAt: Instant;
  readonly earliestOccurredAt: Instant | null;
  readonly latestOccurredAt: Instant | null;
  readonly rollupGeneration: number;
  readonly rollupTimeZone: string;
}

/** Loads the state as known at an instant (default: now), or null when the workspace does not exist. */
export async function loadWorkspace(
  transaction: Transaction,
  workspaceId: string,
  knownAt?: Instant,
): Promise<WorkspaceState | null> {
  const [row] = await transaction.query<{ state: WorkspaceState }>(sql`
    SELECT json_build_object(
      'id', w.id, 'name', w.name,
      'timeZone', s.time_zone, 'currency', s.currency,
      'fiscalYearStartMonth', s.fiscal_year_start_month, 'weekStart', s.week_start,
      'lastRecordedAt', ${milliseconds('c.last_recorded_at')},
      'earliestOccurredAt', ${milliseconds('c.earliest_occurred_at')},
      'latestOccurredAt', ${milliseconds('c.latest_occurred_at')},
      'rollupGeneration', c.rollup_generation, 'rollupTimeZone', c.rollup_time_zone,
      'attributeKeys', (
        SELECT coalesce(json_agg(key ORDER BY key), '[]') FROM attribute_definition a WHERE a.workspace_id = w.id
      ),
      'definitions', (
        SELECT coalesce(json_agg(json_build_object(
          'id', d.stage_id, 'key', st.key, 'version', d.version,
          'effectiveFrom', ${milliseconds('d.effective_from')}, 'recordedAt', ${milliseconds('d.recorded_at')},
          'name', d.name, 'position', d.position, 'standard', d.standard, 'team', d.team,
          'objective', d.objective, 'actions', d.actions, 'criteria', d.criteria, 'notes', d.notes,
          'crmValues', d.crm_values, 'retired', d.retired
        ) ORDER BY d.stage_id, d.version), '[]')
        FROM stage_definition d JOIN stage st ON st.workspace_id = d.workspace_id AND st.id = d.stage_id
        WHERE d.workspace_id = w.id AND ${known('d', knownAt)}
      )
    ) AS state
    FROM workspace w
    JOIN workspace_clock c ON c.workspace_id = w.id
    JOIN LATERAL (
      SELECT * FROM workspace_settings s WHERE s.workspace_id = w.id AND ${known('s', knownAt)}
      ORDER BY s.recorded_at DESC LIMIT 1
    ) s ON true
    WHERE w.id = ${workspaceId}::uuid`);
  return row?.state ?? null;
}

function milliseconds(column: string): Sql {
  return raw(`(extract(epoch FROM ${column}) * 1000)::bigint`);
}
