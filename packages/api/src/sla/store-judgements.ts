import type { Recording } from '../commands/recording.js';
import { generationsOf } from '../projections/projection.js';
import { HANDOFF_FACT } from '../query/facts.js';
import { instantParameter, isoInstant, sql } from '../query/sql.js';
import type { HandoffToJudge } from './handoffs-to-judge.js';
import type { Judgement } from './judge.js';

/** What was found of a handoff. */
export type Judged = Pick<HandoffToJudge, 'leadId' | 'openedBy' | 'isOpen' | 'isAnswered'> & Judgement;

/**
 * Records what was found, brings the facts along in one statement, and has the scheduler look when the first of the
 * handoffs that are open falls due; at once if one already has.
 */
export async function storeJudgements(recording: Recording, judged: readonly Judged[]): Promise<void> {
  if (judged.length === 0) return;
  const { transaction, workspaceId, recordedAt, state } = recording;
  const instants = (name: keyof Judgement) =>
    sql`${judged.map((each) => (each[name] === null ? null : isoInstant(each[name])))}::timestamptz[]`;
  const found = sql`policy_id, policy_version, response_due_at, response_due_soon_at, decision_due_at, decision_due_soon_at`;
  await transaction.query(sql`
    WITH given AS MATERIALIZED (
      SELECT * FROM unnest(
        ${judged.map(({ leadId }) => leadId)}::bigint[], ${judged.map(({ openedBy }) => openedBy)}::bigint[],
        ${judged.map(({ calendarVersion }) => calendarVersion)}::int[],
        ${judged.map(({ policyId }) => policyId)}::int[], ${judged.map(({ policyVersion }) => policyVersion)}::int[],
        ${instants('responseDueAt')}, ${instants('responseDueSoonAt')}, ${instants('decisionDueAt')}, ${instants('decisionDueSoonAt')}
      ) AS given (lead_id, opened_by, calendar_version, ${found})
    ),
    recorded AS (
      INSERT INTO handoff_due (workspace_id, opened_by, recorded_at, calendar_version, ${found})
      SELECT ${workspaceId}::uuid, opened_by, ${instantParameter(recordedAt)}, calendar_version, ${found} FROM given
    )
    UPDATE ${HANDOFF_FACT} f SET (${found}) = ROW(g.policy_id, g.policy_version, g.response_due_at,
      g.response_due_soon_at, g.decision_due_at, g.decision_due_soon_at)
    FROM given g
    WHERE f.workspace_id = ${workspaceId}::uuid
      AND f.generation = ANY(${generationsOf(state).map(({ generation }) => generation)}::int[])
      AND f.lead_id = ANY(${judged.map(({ leadId }) => leadId)}::bigint[])
      AND f.lead_id = g.lead_id AND f.opened_by = g.opened_by`);
  recording.changed();
  for (const each of judged) wakeFor(recording, each);
}

/** Has the scheduler look at a handoff when it falls due next, a millisecond after a due instant. */
export function wakeFor(recording: Recording, handoff: Omit<Judged, 'leadId' | 'openedBy' | 'calendarVersion'>): void {
  if (!handoff.isOpen) return;
  const { isAnswered, responseDueAt, responseDueSoonAt, decisionDueAt, decisionDueSoonAt } = handoff;
  for (const due of [isAnswered ? null : responseDueAt, decisionDueAt]) if (due !== null) recording.wakeAt(due + 1);
  for (const soon of [isAnswered ? null : responseDueSoonAt, decisionDueSoonAt]) {
    if (soon !== null) recording.wakeAt(soon);
  }
}
