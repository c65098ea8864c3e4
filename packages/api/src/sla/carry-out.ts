import { handoffStage, type Instant, ladderAt, type StageDefinition, stageBefore } from '@leadstage/core';
import type { Recording } from '../commands/recording.js';
import { instantParameter, isoInstant, sql } from '../query/sql.js';
import { alertType, type DueAlert } from './due-alerts.js';

/** An alert with what is done about it; null where it is due soon, and nothing is. */
export type Answered = DueAlert & { readonly action: DueAlert['onOverdue'] | null };

/**
 * What is done about each of the alerts, which come in the order in which they fell due. Of several about one handoff
 * a recall ends it, so that nothing else is done; else the last that reassigns it counts. Where the ladder has nothing
 * before the handoff stage there is nowhere to recall to.
 */
export function answersTo(alerts: readonly DueAlert[], nurture: StageDefinition | null): Answered[] {
  const decisive = new Map<number, DueAlert>();
  for (const alert of alerts) {
    if (!alert.overdue || alert.onOverdue === 'NOTIFY' || (alert.onOverdue === 'RECALL' && !nurture)) continue;
    if (decisive.get(alert.openedBy)?.onOverdue !== 'RECALL') decisive.set(alert.openedBy, alert);
  }
  return alerts.map((alert) => {
    if (!alert.overdue) return { ...alert, action: null };
    return { ...alert, action: decisive.get(alert.openedBy) === alert ? alert.onOverdue : 'NOTIFY' };
  });
}

/** The stage to which an overdue handoff goes back: the one before the handoff stage, today. */
export function nurtureStage({ state }: Recording, now: Instant): StageDefinition | null {
  const ladder = ladderAt(state.definitions, now);
  const handoff = handoffStage(ladder);
  return handoff && stageBefore(ladder, handoff);
}

/** Reassigns and recalls, each in one statement. */
export async function carryOut(
  recording: Recording,
  answers: readonly Answered[],
  nurture: StageDefinition | null,
  now: Instant,
): Promise<void> {
  await reassign(
    recording,
    answers.filter(({ action, assignTo, owner }) => action === 'REASSIGN' && assignTo !== owner),
    now,
  );
  if (!nurture) return;
  await recall(
    recording,
    answers.filter(({ action }) => action === 'RECALL'),
    nurture,
    now,
  );
}

async function reassign(recording: Recording, alerts: readonly DueAlert[], now: Instant): Promise<void> {
  if (alerts.length === 0) return;
  const { transaction, workspaceId, recordedAt } = recording;
  const rows = alerts.map((alert) => ({ lead_id: alert.leadId, owner: alert.assignTo, actor: actorOf(alert) }));
  await transaction.query(sql`
    INSERT INTO assignment (workspace_id, lead_id, occurred_at, recorded_at, owner, actor)
    SELECT ${workspaceId}::uuid, r.lead_id, ${instantParameter(now)}, ${instantParameter(recordedAt)}, r.owner, r.actor
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS r (lead_id bigint, owner text, actor text)`);
  for (const { leadId } of alerts) recording.touched.add(leadId);
}

async function recall(
  recording: Recording,
  alerts: readonly DueAlert[],
  nurture: StageDefinition,
  now: Instant,
): Promise<void> {
  if (alerts.length === 0) return;
  const { transaction, workspaceId, recordedAt } = recording;
  const rows = alerts.map((alert) => ({
    id: recording.nextId('transition'),
    lead_id: alert.leadId,
    // An instant of its own: where a recall was voided and the handoff fell due once more, it is another one.
    external_id: `sla:${alert.openedBy}:${alertType(alert)}:${isoInstant(alert.dueAt)}`,
    actor: actorOf(alert),
    reason: `overdue: ${alert.clock}`,
  }));
  await transaction.query(sql`
    INSERT INTO transition (workspace_id, id, lead_id, external_id, to_stage_id, kind, occurred_at, recorded_at, actor, reason)
    SELECT ${workspaceId}::uuid, r.id, r.lead_id, r.external_id, ${nurture.id}::smallint, 'RECYCLED'::transition_kind,
      ${instantParameter(now)}, ${instantParameter(recordedAt)}, r.actor, r.reason
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS r
      (id bigint, lead_id bigint, external_id text, actor text, reason text)
    ON CONFLICT (workspace_id, external_id) DO NOTHING`);
  for (const { leadId } of alerts) recording.touched.add(leadId);
  recording.occurred.push(now);
}

function actorOf({ policy }: DueAlert): string {
  return `sla:${policy.key}@${policy.version}`;
}
