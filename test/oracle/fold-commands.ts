import { Refused, requireLead, requirePast, type State } from './fold-state.js';
import type { RecordedCommand } from './model.js';

type Assign = Extract<RecordedCommand, { op: 'ASSIGN' }>;
type Merge = Extract<RecordedCommand, { op: 'MERGE' }>;

/** Carries a command out on the state; throws `Refused`, having changed nothing, where it is refused. */
export function carryOut(state: State, command: RecordedCommand): void {
  if (command.op === 'ASSIGN') assign(state, command);
  else merge(state, command);
}

function assign(state: State, { lead: externalId, owner, occurredAt, recordedAt }: Assign): void {
  const { id, lead } = requireLead(state, externalId);
  requirePast(occurredAt, recordedAt);
  const assignment = { of: lead.number, owner, occurredAt, recordedAt, batch: null };
  state.leads.set(id, { ...lead, assignments: [...lead.assignments, assignment] });
}

function merge(state: State, command: Merge): void {
  const absorbed = requireLead(state, command.lead);
  const survivor = requireLead(state, command.into);
  if (absorbed.id === survivor.id) throw new Refused('SAME_LEAD');
  state.leads.delete(absorbed.id);
  state.absorbed.set(absorbed.id, survivor.id);
  state.leads.set(survivor.id, {
    number: survivor.lead.number,
    createdAt: Math.min(absorbed.lead.createdAt, survivor.lead.createdAt),
    attributes: new Map([...absorbed.lead.attributes, ...survivor.lead.attributes]),
    value: survivor.lead.value ?? absorbed.lead.value,
    assignments: [...absorbed.lead.assignments, ...survivor.lead.assignments],
  });
}
