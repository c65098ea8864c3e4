import type { Instant } from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import { type Recording, recordIn } from '../commands/recording.js';
import { instantParameter, isoInstant, sql } from '../query/sql.js';
import { type HandoffData, handoffsAsData } from '../webhooks/handoff-data.js';
import { type Answered, answersTo, carryOut, nurtureStage } from './carry-out.js';
import { alertType, type DueAlert, dueAlerts, type HandoffClock } from './due-alerts.js';
import { setWake } from './set-wake.js';

/** So that other writes get their turn in between. */
const MOST_HANDOFFS = 1_000;

/** `data` of `handoff.due_soon` and `handoff.overdue`. */
export interface AlertData extends HandoffData {
  readonly clock: HandoffClock;
  readonly dueAt: string;
  readonly policy: { readonly key: string; readonly version: number };
  /** What was done besides telling: NOTIFY nothing more. Null while it is due soon. */
  readonly action: Answered['action'];
  /** With REASSIGN, the new owner; the handoff's is the one that had it. */
  readonly assignedTo: string | null;
}

/**
 * Raises what is due soon or overdue among a workspace's open handoffs, does what their policies say of an overdue one,
 * and sets when to look again. Everything is raised once per handoff, clock and due instant, however many servers do
 * this at once: each call holds the workspace, and finds what others have raised. At most 1,000 handoffs per call; where
 * there are more, the workspace is to be looked at again at once.
 */
export async function raiseAlerts(
  database: Database,
  workspaceId: string,
  now: Instant = Date.now(),
  mostHandoffs = MOST_HANDOFFS,
): Promise<void> {
  await recordIn(database, workspaceId, async (recording) => {
    const alerts = await dueAlerts(recording, now, mostHandoffs);
    const nurture = nurtureStage(recording, now);
    const answers = answersTo(alerts, nurture);
    if (answers.length > 0) {
      await storeAlerts(recording, answers);
      await tell(recording, answers);
      await carryOut(recording, answers, nurture, now);
    }
    const recalled = answers.filter(({ action }) => action === 'RECALL').map(({ openedBy }) => openedBy);
    await setWake(recording, now, recalled);
    const handoffs = new Set(alerts.map(({ openedBy }) => openedBy));
    if (handoffs.size === mostHandoffs) recording.wakeAt(now);
  });
}

async function storeAlerts(recording: Recording, alerts: readonly DueAlert[]): Promise<void> {
  const { transaction, workspaceId, recordedAt } = recording;
  await transaction.query(sql`
    INSERT INTO handoff_alert (workspace_id, opened_by, type, due_at, raised_at)
    SELECT ${workspaceId}::uuid, a.opened_by, a.type::alert_type, a.due_at, ${instantParameter(recordedAt)}
    FROM unnest(${alerts.map(({ openedBy }) => openedBy)}::bigint[], ${alerts.map(alertType)}::text[],
      ${alerts.map(({ dueAt }) => isoInstant(dueAt))}::timestamptz[]) AS a (opened_by, type, due_at)`);
  recording.changed();
}

async function tell(recording: Recording, answers: readonly Answered[]): Promise<void> {
  const { transaction, state } = recording;
  const wanted = answers.filter((answer) => state.wantedEvents.includes(eventType(answer)));
  if (wanted.length === 0) return;
  const handoffs = await handoffsAsData(transaction, state, wanted);
  for (const answer of wanted) {
    const handoff = handoffs.get(answer.openedBy);
    const { leadId, clock, dueAt, policy, action, assignTo } = answer;
    if (!handoff) continue;
    const assignedTo = action === 'REASSIGN' ? assignTo : null;
    const data: AlertData = { ...handoff, clock, dueAt: isoInstant(dueAt), policy, action, assignedTo };
    recording.events.push({ type: eventType(answer), leadId, payload: { ...data } });
  }
}

function eventType({ overdue }: DueAlert) {
  return overdue ? 'handoff.overdue' : 'handoff.due_soon';
}
