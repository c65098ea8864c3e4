import type { LeadInput, TransitionInput } from '../../packages/api/src/commands/ingest-input.js';
import type { Instant } from '../../packages/core/src/question.js';
import { Refused, requirePast, type State, type StoredLead, survivorOf } from './fold-state.js';
import { inOrderOfForce, ownerAt } from './owners.js';

interface Recording {
  readonly recordedAt: Instant;
  /** Its place among the batches. */
  readonly batch: number;
}

/** Makes a lead known or changes what a unit's row says of it; an absorbed one's row is about its survivor. */
export function upsertLead(
  state: State,
  input: LeadInput,
  transitions: readonly TransitionInput[],
  recording: Recording,
): void {
  const id = survivorOf(state.absorbed, input.externalId);
  const known = state.leads.get(id) ?? newLead(state, input, transitions);
  requirePast(known.createdAt, recording.recordedAt);
  const attributes = new Map(known.attributes);
  const { source, leadType, campaign, region, account } = input;
  const given = { source, leadType, campaign, region, account, ...input.attributes };
  for (const [name, value] of Object.entries(given)) {
    if (value === null) attributes.delete(name);
    else if (value !== undefined) attributes.set(name, value);
  }
  const lead = { ...known, attributes, value: input.value === undefined ? known.value : input.value };
  state.leads.set(id, input.owner === undefined ? lead : withOwner(lead, input.owner, recording));
}

/** A batch's last word on the owner; what it said before in the same batch is forgotten. */
function withOwner(lead: StoredLead, owner: string | null, { recordedAt, batch }: Recording): StoredLead {
  const assignments = lead.assignments.filter((assignment) => assignment.batch !== batch);
  if (owner === ownerAt(inOrderOfForce({ ...lead, assignments }))) return { ...lead, assignments };
  const occurredAt = assignments.length === 0 ? lead.createdAt : recordedAt;
  return { ...lead, assignments: [...assignments, { of: lead.number, owner, occurredAt, recordedAt, batch }] };
}

function newLead(state: State, input: LeadInput, transitions: readonly TransitionInput[]): StoredLead {
  if (input.create === false) throw new Refused('UNKNOWN_LEAD');
  const own = transitions.filter((transition) => transition.lead === input.externalId);
  if (input.createdAt === undefined && own.length === 0) throw new Refused('NO_CREATED_AT');
  const createdAt = input.createdAt ?? Math.min(...own.map((transition) => transition.occurredAt));
  const number = state.leads.size + state.absorbed.size;
  return { number, createdAt, attributes: new Map(), value: null, assignments: [] };
}
