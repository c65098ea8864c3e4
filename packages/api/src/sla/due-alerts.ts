import type { Instant, OverdueAction } from '@leadstage/core';
import type { Recording } from '../commands/recording.js';
import { HANDOFF_FACT } from '../query/facts.js';
import { instantParameter, raw, type Sql, sql } from '../query/sql.js';

/** The two clocks of a handoff. */
export type HandoffClock = 'FIRST_RESPONSE' | 'DECISION';

/** Something about a handoff that is to be raised, and was not. */
export interface DueAlert {
  readonly leadId: number;
  readonly openedBy: number;
  readonly owner: string | null;
  readonly clock: HandoffClock;
  /** False: due soon. */
  readonly overdue: boolean;
  readonly dueAt: Instant;
  readonly policy: { readonly key: string; readonly version: number };
  readonly onOverdue: OverdueAction;
  readonly assignTo: string | null;
}

/** The types of `handoff_alert`. */
export function alertType({ clock, overdue }: Pick<DueAlert, 'clock' | 'overdue'>): string {
  return `${clock === 'DECISION' ? 'DECISION' : 'RESPONSE'}_${overdue ? 'OVERDUE' : 'DUE_SOON'}`;
}

/**
 * What is due soon (from that instant on) or overdue (after the due instant) among open handoffs and not yet raised
 * for that due instant, in the order in which they opened. What is overdue is not due soon any more. One statement; it
 * reads the open handoffs alone.
 */
export function dueAlerts(recording: Recording, now: Instant, mostHandoffs: number): Promise<DueAlert[]> {
  const { transaction, workspaceId, state } = recording;
  return transaction.query<DueAlert>(sql`
    WITH open AS MATERIALIZED (
      SELECT * FROM ${HANDOFF_FACT} f
      WHERE f.workspace_id = ${workspaceId}::uuid AND f.generation = ${state.generation}::int AND f.closed_at IS NULL
        AND f.policy_id IS NOT NULL
    ),
    due AS (
      ${ofClock('FIRST_RESPONSE', now)} WHERE o.first_response_at IS NULL AND ${isDue('o.response', now)}
      UNION ALL
      ${ofClock('DECISION', now)} WHERE ${isDue('o.decision', now)}
    ),
    news AS (
      SELECT *, dense_rank() OVER (ORDER BY opened_at, opened_by) AS place FROM due
      WHERE (
        SELECT a.raised_at FROM handoff_alert a
        WHERE a.workspace_id = ${workspaceId}::uuid AND a.opened_by = due.opened_by AND a.type = due.type::alert_type
          AND a.due_at = due.due_at
      ) IS NULL
    )
    SELECT n.lead_id AS "leadId", n.opened_by AS "openedBy", n.owner, n.clock, n.overdue, n.due_at AS "dueAt",
      json_build_object('key', p.key, 'version', p.version) AS policy,
      p.target ->> 'onOverdue' AS "onOverdue", p.target ->> 'assignTo' AS "assignTo"
    FROM news n
    JOIN (
      SELECT id, version, key, 'FIRST_RESPONSE' AS clock, first_response AS target FROM sla_policy
      WHERE workspace_id = ${workspaceId}::uuid
      UNION ALL
      SELECT id, version, key, 'DECISION', decision FROM sla_policy WHERE workspace_id = ${workspaceId}::uuid
    ) p ON p.id = n.policy_id AND p.version = n.policy_version AND p.clock = n.clock
    WHERE n.place <= ${mostHandoffs}
    ORDER BY n.opened_at, n.opened_by, n.due_at, n.clock`);
}

const COLUMNS = { FIRST_RESPONSE: 'response', DECISION: 'decision' } as const;

function ofClock(clock: HandoffClock, now: Instant): Sql {
  const due = raw(`o.${COLUMNS[clock]}_due_at`);
  const type = raw(`'${COLUMNS[clock].toUpperCase()}'`);
  return sql`
    SELECT o.lead_id, o.opened_by, o.opened_at, o.owner, o.policy_id, o.policy_version, ${clock}::text AS clock,
      ${due} < ${instantParameter(now)} AS overdue, ${due} AS due_at,
      ${type} || CASE WHEN ${due} < ${instantParameter(now)} THEN '_OVERDUE' ELSE '_DUE_SOON' END AS type
    FROM open o`;
}

function isDue(columns: string, now: Instant): Sql {
  return sql`(${raw(columns)}_due_at < ${instantParameter(now)} OR ${raw(columns)}_due_soon_at <= ${instantParameter(now)})`;
}
