import type { Recording } from '../commands/recording.js';
import type { HandoffChange } from '../projections/project-handoffs.js';
import { isoInstant, sql } from '../query/sql.js';
import { type HandoffReference, handoffsAsData } from './handoff-data.js';
import { transitionsAsData } from './transition-data.js';

export const EVENT_TYPES = [
  'lead.transitioned',
  'handoff.opened',
  'handoff.accepted',
  'handoff.rejected',
  'handoff.due_soon',
  'handoff.overdue',
  'goal.at_risk',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** Something that webhooks are told of. */
export interface NewEvent {
  readonly type: EventType;
  /** Of the lead it is about, if any. */
  readonly leadId: number | null;
  /** The `data` of what is sent (docs/webhooks.md); id, type, workspace and instant are put around it. */
  readonly payload: Readonly<Record<string, unknown>>;
}

/** What webhooks are sent, as it stands in the outbox. */
export interface EventEnvelope {
  /** Of the event, unique within the workspace; what receivers tell duplicates by. */
  readonly id: string;
  readonly type: EventType;
  readonly workspace: string;
  readonly recordedAt: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Events of what a command recorded: first its transitions, in order, then the handoffs that they opened and closed. */
export async function eventsOf(recording: Recording, handoffs: readonly HandoffChange[]): Promise<NewEvent[]> {
  const { state, touched } = recording;
  const wants = (type: EventType) => state.wantedEvents.includes(type);
  const transitions =
    wants('lead.transitioned') && touched.size > 0 ? await transitionsAsData(recording, [...touched]) : [];
  const told = handoffs.flatMap(occasions).filter(({ type }) => wants(type));
  return [
    ...transitions.map(({ leadId, data }) => ({ type: 'lead.transitioned' as const, leadId, payload: { ...data } })),
    ...(await withData(recording, told)),
  ];
}

/**
 * Puts the recording's events into the outbox, in order, with a delivery for each webhook that wants to be told. An
 * event that none wants is dropped.
 */
export async function storeEvents(recording: Recording): Promise<void> {
  const { transaction, workspaceId, recordedAt, state } = recording;
  const wanted = recording.events.filter(({ type }) => state.wantedEvents.includes(type));
  if (wanted.length === 0) return;
  const rows = wanted.map(({ type, leadId, payload }) => {
    const id = recording.nextId('event');
    const envelope = {
      id: String(id),
      type,
      workspace: workspaceId,
      recordedAt: isoInstant(recordedAt),
      data: payload,
    };
    return { id, type, lead_id: leadId, payload: envelope satisfies EventEnvelope };
  });
  await transaction.query(sql`
    INSERT INTO event (workspace_id, id, type, recorded_at, lead_id, payload)
    SELECT ${workspaceId}::uuid, e.id, e.type, ${isoInstant(recordedAt)}::timestamptz, e.lead_id, e.payload
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS e (id bigint, type text, lead_id bigint, payload jsonb)`);
  await transaction.query(sql`
    INSERT INTO delivery (workspace_id, event_id, webhook_id, next_attempt_at)
    SELECT ${workspaceId}::uuid, e.id, w.id, ${isoInstant(recordedAt)}::timestamptz
    FROM unnest(${rows.map(({ id }) => id)}::bigint[], ${rows.map(({ type }) => type)}::text[]) AS e (id, type)
    JOIN (
      SELECT id, unnest(events) AS type FROM webhook WHERE workspace_id = ${workspaceId}::uuid AND deleted_at IS NULL
    ) w ON w.type = e.type`);
}

interface Occasion extends HandoffReference {
  readonly type: EventType;
}

/** A handoff that one write opened and closed is told of twice. Recycled and disqualified ones have no event of theirs. */
function occasions({ leadId, openedBy, opened, closed, outcome }: HandoffChange): Occasion[] {
  const found: EventType[] = [];
  if (opened) found.push('handoff.opened');
  if (closed && outcome === 'ACCEPTED') found.push('handoff.accepted');
  if (closed && outcome === 'REJECTED') found.push('handoff.rejected');
  return found.map((type) => ({ type, leadId, openedBy }));
}

async function withData({ transaction, state }: Recording, told: readonly Occasion[]): Promise<NewEvent[]> {
  if (told.length === 0) return [];
  const data = await handoffsAsData(transaction, state, told);
  return told.flatMap(({ type, leadId, openedBy }) => {
    const payload = data.get(openedBy);
    return payload ? [{ type, leadId, payload: { ...payload } }] : [];
  });
}
