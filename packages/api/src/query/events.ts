import { erasOf, handoffStage, type Instant } from '@leadstage/core';
import { eras } from './eras.js';
import { inScope, joinPerson, mergedLeads, personId, type RecordScope, standing } from './record-scope.js';
import { instantParameter, type Sql, sql } from './sql.js';

/** The CTEs `merged`, `era` and `event`: the standing transitions of the scope with what their stage meant that day. */
export function events(scope: RecordScope): Sql {
  return sql`${mergedLeads(scope)},
    era AS (${eras(scope.definitions)}),
    event AS (
      SELECT ${personId(scope, 't')} AS lead_id, t.occurred_at, t.recorded_at, t.id, t.external_id, t.to_stage_id, t.kind,
        t.actor, t.reason, coalesce(era.reaches, 0) AS reaches, era.rank, era.handoff_rank, era.closing_rank,
        coalesce(era.reaches & era.sql_bit <> 0, false) AS reaches_sql,
        coalesce(era.reaches & era.customer_bit <> 0, false) AS reaches_customer
      FROM transition t
      ${joinPerson(scope, 't')}
      LEFT JOIN era ON era.stage_id = t.to_stage_id AND t.occurred_at >= era.from_at
        AND (t.occurred_at < era.until_at OR era.until_at IS NULL)
      WHERE ${inScope(scope, 't')} AND ${standing('t', scope.knownAt)}
    )`;
}

/**
 * The CTEs of `events` and `log`: a lead's events in order (at one instant as they were recorded), each with the stage it left and its kind, which follows from the two stages
 * where its source gave none (core's `impliedKind` says the same of one transition).
 */
export function log(scope: RecordScope, asOf?: Instant): Sql {
  const happened = asOf === undefined ? sql`true` : sql`e.occurred_at <= ${instantParameter(asOf)}`;
  return sql`${events(scope)},
    step AS (
      SELECT e.*, lag(to_stage_id) OVER lead_log AS from_stage_id, lag(id) OVER lead_log IS NULL AS is_first
      FROM (SELECT * FROM event ${createdEntries(scope)}) e
      WHERE ${happened}
      WINDOW lead_log AS (PARTITION BY lead_id ORDER BY occurred_at, recorded_at, id)
    ),
    log AS (
      SELECT s.*, left_era.rank AS from_rank, s.kind AS given_kind, coalesce(s.kind, CASE
          WHEN s.to_stage_id IS NULL THEN 'DISQUALIFIED'
          WHEN s.is_first THEN 'ENTERED'
          WHEN s.from_stage_id IS NULL THEN 'REOPENED'
          WHEN s.rank > left_era.rank AND left_era.rank = s.handoff_rank THEN 'ACCEPTED'
          WHEN s.rank > left_era.rank THEN 'ADVANCED'
          WHEN s.rank < left_era.rank THEN 'RECYCLED'
          ELSE 'ENTERED'
        END::transition_kind) AS implied_kind
      FROM step s
      LEFT JOIN era left_era ON left_era.stage_id = s.from_stage_id AND s.occurred_at >= left_era.from_at
        AND (s.occurred_at < left_era.until_at OR left_era.until_at IS NULL)
    )`;
}

/**
 * A lead that no transition brought into a stage stands in the first stage since its creation. That entry matters to
 * the log only where the first stage is the one that is handed over from: then it opens a handoff.
 */
function createdEntries(scope: RecordScope): Sql {
  const matters = erasOf(scope.definitions).some(
    ({ stages }) => stages.length > 0 && handoffStage(stages)?.id === stages[0]?.id,
  );
  if (!matters) return sql``;
  return sql`
    UNION ALL
    SELECT born.lead_id, born.created_at, born.recorded_at, -born.lead_id, NULL, era.stage_id, 'ENTERED'::transition_kind,
      NULL, NULL, era.reaches, era.rank, era.handoff_rank, era.closing_rank, era.reaches & era.sql_bit <> 0,
      era.reaches & era.customer_bit <> 0
    FROM (
      SELECT ${scope.hasMerges ? sql`coalesce(merged.into_lead_id, l.id)` : sql`l.id`} AS lead_id,
        min(l.created_at) AS created_at, min(l.recorded_at) AS recorded_at
      FROM lead l ${scope.hasMerges ? sql`LEFT JOIN merged ON merged.lead_id = l.id` : sql``}
      WHERE ${inScope(scope, 'l', 'id')} AND ${scope.knownAt === undefined ? sql`true` : sql`l.recorded_at <= ${instantParameter(scope.knownAt)}`}
      GROUP BY 1
    ) born
    JOIN era ON era.is_first AND era.rank = era.handoff_rank AND born.created_at >= era.from_at
      AND (born.created_at < era.until_at OR era.until_at IS NULL)
    WHERE NOT EXISTS (SELECT 1 FROM event e WHERE e.lead_id = born.lead_id AND e.reaches <> 0)`;
}
