import type { Recording } from '../commands/recording.js';
import type { HandoffChange } from '../projections/project-handoffs.js';

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
  readonly payload: Readonly<Record<string, unknown>>;
}

export async function eventsOf(_recording: Recording, _handoffs: readonly HandoffChange[]): Promise<NewEvent[]> {
  return [];
}

export async function storeEvents(_recording: Recording): Promise<void> {}
