import type { ActivityInput, CostInput, TransitionInput } from '../../packages/api/src/commands/ingest-input.js';
import type { Instant } from '../../packages/core/src/question.js';

export type TransitionKind = NonNullable<TransitionInput['kind']>;

export interface KnownTransition {
  readonly externalId: string;
  /** As it was recorded, also where that lead was merged since. */
  readonly lead: string;
  /** The stage's id; null: out of the ladder. */
  readonly stage: number | null;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  /** As given; DISQUALIFIED where `stage` is null. */
  readonly kind: TransitionKind | null;
  readonly reason: string | null;
}

export interface Assignment {
  /** The number of the lead that it was recorded for. */
  readonly of: number;
  readonly owner: string | null;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  /** The batch that said so; null: a command. */
  readonly batch: number | null;
}

export interface StoredLead {
  /** Leads are numbered as they become known. */
  readonly number: number;
  readonly createdAt: Instant;
  readonly attributes: ReadonlyMap<string, string>;
  /** A decimal text, as given. */
  readonly value: string | null;
  readonly assignments: readonly Assignment[];
}

export interface State {
  /** Without those that were absorbed. */
  readonly leads: Map<string, StoredLead>;
  /** An absorbed lead, and the one it was merged into, which may have been absorbed since. */
  readonly absorbed: Map<string, string>;
  /** In the order of recording, as the rest is. */
  readonly transitions: Map<string, KnownTransition>;
  readonly activities: Map<string, ActivityInput>;
  readonly costs: Map<string, CostInput>;
}

/** Refuses a unit or a command, whole; its message is a code. */
export class Refused extends Error {}

/** The lead that an id means now: itself, or the one that absorbed it in the end. */
export function survivorOf(absorbed: ReadonlyMap<string, string>, externalId: string): string {
  const into = absorbed.get(externalId);
  return into === undefined ? externalId : survivorOf(absorbed, into);
}

/** The lead that an id means, with the id it goes by. */
export function requireLead(state: State, externalId: string): { readonly id: string; readonly lead: StoredLead } {
  const id = survivorOf(state.absorbed, externalId);
  const lead = state.leads.get(id);
  if (!lead) throw new Refused('UNKNOWN_LEAD');
  return { id, lead };
}

export function requirePast(instant: Instant, recordedAt: Instant): void {
  if (instant < 0) throw new Refused('BEFORE_1970');
  if (instant > recordedAt) throw new Refused('IN_THE_FUTURE');
}
