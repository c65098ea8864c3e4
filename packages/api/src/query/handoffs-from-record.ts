import type { Instant } from '@leadstage/core';
import { log } from './events.js';
import { snapshots } from './lead-facts-from-record.js';
import { inScope, joinPerson, known, personId, type RecordScope, standing } from './record-scope.js';
import { instantParameter, type Sql, sql } from './sql.js';

/**
 * The handoff fact as the record gives it: the one definition from which the table is maintained, rebuilt and
 * verified. Yields HANDOFF_FACT_COLUMNS.
 *
 * An explicit entry into the handoff stage from an earlier stage, or from none, opens a handoff unless one is open.
 * An entry into a later stage, a rejection, a recycling or a disqualification closes it; such a decision opens none,
 * whatever stage it names. What came of it (until
 * the lead's next handoff opens, if one does) by `asOf` depends on nothing later.
 */
export function handoffsFromRecord(scope: RecordScope, asOf?: Instant): Sql {
  const { workspaceId, knownAt } = scope;
  const by = (column: Sql) => (asOf === undefined ? sql`true` : sql`${column} <= ${instantParameter(asOf)}`);
  return sql`
    WITH ${log(scope, asOf)},
    turn AS (
      SELECT *, NOT closes AND opens AS begins FROM (
        SELECT *,
          implied_kind IN ('REJECTED', 'RECYCLED', 'DISQUALIFIED') OR (reaches <> 0 AND rank > closing_rank) AS closes,
          reaches <> 0 AND rank = handoff_rank AND (from_rank IS NULL OR from_rank < rank) AS opens
        FROM log
      ) judged
      WHERE closes OR opens
    ),
    bound AS (
      SELECT *, lag(begins) OVER lead_log AS is_open FROM turn
      WINDOW lead_log AS (PARTITION BY lead_id ORDER BY occurred_at, recorded_at, id)
    ),
    span AS (
      SELECT lead_id, id AS opened_by, occurred_at AS opened_at, recorded_at AS opening_recorded_at, begins, lead(id) OVER rest AS closed_by,
        lead(occurred_at) OVER rest AS closed_at, lead(reason) OVER rest AS reason, lead(to_stage_id) OVER rest AS closed_into,
        CASE WHEN lead(implied_kind) OVER rest IN ('REJECTED', 'RECYCLED', 'DISQUALIFIED') THEN lead(implied_kind) OVER rest
          WHEN lead(id) OVER rest IS NOT NULL THEN 'ACCEPTED' END AS outcome
      FROM bound WHERE NOT begins OR is_open IS NOT TRUE
      WINDOW rest AS (PARTITION BY lead_id ORDER BY occurred_at, recorded_at, id)
    ),
    handoff AS (
      SELECT *, lead(opened_at) OVER passages AS next_at, lead(opening_recorded_at) OVER passages AS next_recorded_at,
        lead(opened_by) OVER passages AS next_by
      FROM span WHERE begins
      WINDOW passages AS (PARTITION BY lead_id ORDER BY opened_at, opening_recorded_at, opened_by)
    ),
    won AS (
      SELECT h.lead_id, h.opened_by, min(e.occurred_at) FILTER (WHERE e.reaches_sql) AS sql_at,
        min(e.occurred_at) FILTER (WHERE e.reaches_customer) AS customer_at
      FROM handoff h
      JOIN log e ON e.lead_id = h.lead_id AND (e.reaches_sql OR e.reaches_customer)
        AND (e.occurred_at, e.recorded_at, e.id) > (h.opened_at, h.opening_recorded_at, h.opened_by)
        AND (h.next_by IS NULL OR (e.occurred_at, e.recorded_at, e.id) < (h.next_at, h.next_recorded_at, h.next_by))
      GROUP BY h.lead_id, h.opened_by
    ),
    ${snapshots(scope)},
    holder AS (
      SELECT DISTINCT ON (h.lead_id, h.opened_by) h.lead_id, h.opened_by, a.owner
      FROM handoff h
      JOIN (
        SELECT ${personId(scope, 'a')} AS lead_id, a.lead_id AS of_lead, a.owner, a.occurred_at, a.recorded_at
        FROM assignment a ${joinPerson(scope, 'a')}
        WHERE ${inScope(scope, 'a')} AND ${known('a', knownAt)} AND ${by(sql`a.occurred_at`)}
      ) a ON a.lead_id = h.lead_id AND (h.closed_at IS NULL OR a.occurred_at <= h.closed_at)
      ORDER BY h.lead_id, h.opened_by, a.occurred_at DESC, a.recorded_at DESC, a.of_lead = h.lead_id DESC, a.of_lead DESC
    ),
    worked AS (
      SELECT h.lead_id, h.opened_by, min(c.occurred_at) AS at
      FROM handoff h
      JOIN (
        SELECT ${personId(scope, 'c')} AS lead_id, c.occurred_at
        FROM activity c ${joinPerson(scope, 'c')}
        WHERE ${inScope(scope, 'c')} AND ${standing('c', knownAt)} AND ${by(sql`c.occurred_at`)}
      ) c ON c.lead_id = h.lead_id AND c.occurred_at >= h.opened_at AND (h.closed_at IS NULL OR c.occurred_at <= h.closed_at)
      GROUP BY h.lead_id, h.opened_by
    )
    SELECT ${workspaceId}::uuid AS workspace_id, h.lead_id, h.opened_by, h.opened_at, h.closed_by, h.closed_at,
      h.outcome::transition_kind AS outcome, h.reason, h.closed_into, holder.owner, version.segment_id, version.account_id,
      version.attributes, least(worked.at, h.closed_at) AS first_response_at, won.sql_at, won.customer_at, due.policy_id, due.policy_version,
      due.response_due_at, due.response_due_soon_at, due.decision_due_at, due.decision_due_soon_at
    FROM handoff h
    JOIN version ON version.lead_id = h.lead_id
    LEFT JOIN holder ON holder.lead_id = h.lead_id AND holder.opened_by = h.opened_by
    LEFT JOIN won ON won.lead_id = h.lead_id AND won.opened_by = h.opened_by
    LEFT JOIN worked ON worked.lead_id = h.lead_id AND worked.opened_by = h.opened_by
    LEFT JOIN LATERAL (
      SELECT * FROM handoff_due d
      WHERE d.workspace_id = ${workspaceId}::uuid AND d.opened_by = h.opened_by AND ${known('d', knownAt)}
      ORDER BY d.recorded_at DESC LIMIT 1
    ) due ON true`;
}
