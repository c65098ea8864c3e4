import type { Calendar, Instant, LeadFilter, StageDefinition } from '@leadstage/core';
import type { Transaction } from '@leadstage/prisma';
import { known } from './record-scope.js';
import { raw, type Sql, sql } from './sql.js';

/** What a report or a command must know of its workspace before it can ask anything. */
export interface WorkspaceState extends Calendar {
  readonly id: string;
  readonly name: string;
  /** ISO 4217. */
  readonly currency: string;
  /** Of web pages that may call the API from a browser. */
  readonly origins: readonly string[];
  /** Every version of every stage, retired ones included. */
  readonly definitions: readonly StageDefinition[];
  /** Keys of workspace-defined attributes. */
  readonly attributeKeys: readonly string[];
  /** The last commit of this workspace; everything recorded up to it is visible. */
  readonly lastRecordedAt: Instant;
  readonly earliestOccurredAt: Instant | null;
  readonly latestOccurredAt: Instant | null;
  /** Which generation of the projections answers, and the zone its days were cut in. */
  readonly generation: number;
  readonly rollupTimeZone: string;
  /** The next generation, while it is being made. */
  readonly reprojection: Reprojection | null;
  /** Whether any leads were ever merged. */
  readonly hasMerges: boolean;
  readonly hasPolicies: boolean;
  readonly hasEnabledRules: boolean;
  /** Types of event that a webhook wants to be told of. */
  readonly wantedEvents: readonly string[];
  /** What whoever reads may not look past, whatever is asked; absent: nothing. Reports and lists obey it. */
  readonly lock?: LeadFilter;
}

/** The same for somebody who may look no further than a lock. */
export function lockedTo(state: WorkspaceState, lock: LeadFilter | null): WorkspaceState {
  return lock && Object.keys(lock).length > 0 ? { ...state, lock } : state;
}

/** A generation of the projections under way. */
export interface Reprojection {
  readonly generation: number;
  readonly reason: 'REBUILD' | 'LADDER' | 'TIME_ZONE' | 'UPGRADE';
  readonly timeZone: string;
  /** Stage definitions that come into force with it. */
  readonly definitions: readonly StageDefinition[];
  /** Leads up to this id are done. */
  readonly doneLeadId: number;
}

/** Loads the state as known at an instant (default: now), or null when the workspace does not exist. */
export async function loadWorkspace(
  transaction: Transaction,
  workspaceId: string,
  knownAt?: Instant,
): Promise<WorkspaceState | null> {
  const [row] = await transaction.query<{ state: WorkspaceState }>(sql`
    SELECT json_build_object(
      'id', w.id, 'name', w.name, 'origins', coalesce(w.origins, '{}'),
      'timeZone', s.time_zone, 'currency', s.currency,
      'fiscalYearStartMonth', s.fiscal_year_start_month, 'weekStart', s.week_start,
      'lastRecordedAt', ${milliseconds('c.last_recorded_at')},
      'earliestOccurredAt', ${milliseconds('c.earliest_occurred_at')},
      'latestOccurredAt', ${milliseconds('c.latest_occurred_at')},
      'generation', c.generation, 'rollupTimeZone', c.rollup_time_zone,
      'reprojection', (
        SELECT json_build_object('generation', r.generation, 'reason', r.reason, 'timeZone', r.time_zone,
          'definitions', r.definitions, 'doneLeadId', r.done_lead_id)
        FROM reprojection r WHERE r.workspace_id = w.id AND r.generation > c.generation
      ),
      'hasMerges', EXISTS (SELECT 1 FROM merge m WHERE m.workspace_id = w.id),
      'hasPolicies', EXISTS (SELECT 1 FROM sla_policy p WHERE p.workspace_id = w.id),
      'hasEnabledRules', EXISTS (
        SELECT 1 FROM rule r WHERE r.workspace_id = w.id AND r.enabled_at IS NOT NULL AND r.disabled_at IS NULL
      ),
      'wantedEvents', (
        SELECT coalesce(json_agg(DISTINCT wanted), '[]') FROM webhook h, unnest(h.events) wanted
        WHERE h.workspace_id = w.id AND h.deleted_at IS NULL
      ),
      'attributeKeys', (
        SELECT coalesce(json_agg(key ORDER BY key), '[]') FROM attribute_definition a WHERE a.workspace_id = w.id
      ),
      'definitions', (
        SELECT coalesce(json_agg(json_build_object(
          'id', d.stage_id, 'key', st.key, 'version', d.version,
          'effectiveFrom', ${milliseconds('d.effective_from')}, 'recordedAt', ${milliseconds('d.recorded_at')},
          'name', d.name, 'position', d.position, 'standard', d.standard, 'team', d.team,
          'objective', d.objective, 'actions', d.actions, 'criteria', d.criteria, 'notes', d.notes,
          'crmValues', ${crmValues(knownAt)}, 'retired', d.retired
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

/** The values that mean the stage `d`, by the latest mapping of each. */
function crmValues(knownAt: Instant | undefined): Sql {
  return sql`(
    SELECT coalesce(json_agg(json_build_object('field', m.field, 'value', m.value) ORDER BY m.field, m.value_key), '[]')
    FROM (
      SELECT DISTINCT ON (c.field, c.value_key) c.* FROM crm_mapping c
      WHERE c.workspace_id = d.workspace_id AND ${known('c', knownAt)}
      ORDER BY c.field, c.value_key, c.recorded_at DESC
    ) m WHERE m.stage_id = d.stage_id
  )`;
}

function milliseconds(column: string): Sql {
  return raw(`(extract(epoch FROM ${column}) * 1000)::bigint`);
}
