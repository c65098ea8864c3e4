import type {
  ActivityInput,
  CostInput,
  IngestUnit,
  LeadInput,
  TransitionInput,
} from '../../packages/api/src/commands/ingest-input.js';
import type { Instant } from '../../packages/core/src/question.js';
import { definitionsKnownAt, resolveStage } from './ladder.js';
import type { History, StageDefinition } from './model.js';

export interface KnownTransition {
  readonly externalId: string;
  readonly lead: string;
  /** The stage's id; null: out of the ladder. */
  readonly stage: number | null;
  readonly occurredAt: Instant;
  readonly kind: string | null;
}

interface Assignment {
  readonly owner: string | null;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
}

interface StoredLead {
  readonly createdAt: Instant;
  readonly attributes: ReadonlyMap<string, string>;
  readonly assignments: readonly Assignment[];
}

export interface KnownLead {
  readonly externalId: string;
  readonly createdAt: Instant;
  /** Those that are set: source, leadType, campaign, region, owner, account and own ones by key. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Recorded and not voided by `knownAt`, whatever `asOf`. */
  readonly transitions: readonly KnownTransition[];
}

export interface Refusal {
  readonly batch: number;
  readonly unit: number;
  readonly code: string;
}

export interface Known {
  readonly leads: readonly KnownLead[];
  readonly costs: readonly CostInput[];
  readonly refusals: readonly Refusal[];
}

interface State {
  readonly leads: Map<string, StoredLead>;
  readonly transitions: Map<string, KnownTransition>;
  readonly activities: Map<string, ActivityInput>;
  readonly costs: Map<string, CostInput>;
}

class Refused extends Error {}

/** What had been recorded by `knownAt` (and not voided by then), whole units in their order. */
export function fold(history: History, knownAt: Instant = Infinity): Known {
  let state: State = { leads: new Map(), transitions: new Map(), activities: new Map(), costs: new Map() };
  const refusals: Refusal[] = [];
  history.batches.forEach((batch, batchIndex) => {
    if (batch.recordedAt > knownAt) return;
    const definitions = definitionsKnownAt(history, batch.recordedAt);
    batch.units.forEach((unit, unitIndex) => {
      try {
        state = stateWith(state, unit, batch.recordedAt, definitions, history.settings.currency);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        refusals.push({ batch: batchIndex, unit: unitIndex, code: error.message });
      }
    });
  });
  const voided = history.voids
    .filter((entry) => entry.recordedAt <= knownAt)
    .map((entry) => entry.transitionExternalId);
  const transitions = [...state.transitions.values()].filter((transition) => !voided.includes(transition.externalId));
  const leads = [...state.leads].map(([externalId, lead]) => ({
    externalId,
    createdAt: lead.createdAt,
    attributes: withOwner(lead),
    transitions: transitions.filter((transition) => transition.lead === externalId),
  }));
  return { leads, costs: [...state.costs.values()], refusals };
}

/** The state after a unit; throws `Refused`, leaving `before` as it is, where any part of it is refused. */
function stateWith(
  before: State,
  unit: IngestUnit,
  recordedAt: Instant,
  definitions: readonly StageDefinition[],
  currency: string,
): State {
  const state: State = {
    leads: new Map(before.leads),
    transitions: new Map(before.transitions),
    activities: new Map(before.activities),
    costs: new Map(before.costs),
  };
  if (unit.lead) upsertLead(state, unit.lead, unit.transitions ?? [], recordedAt);
  for (const transition of unit.transitions ?? []) addTransition(state, transition, recordedAt, definitions);
  for (const activity of unit.activities ?? []) {
    requireLead(state, activity.lead);
    requirePast(activity.occurredAt, recordedAt);
    addOnce(state.activities, activity.externalId, activity);
  }
  for (const cost of unit.costs ?? []) {
    if (cost.from >= cost.to) throw new Refused('EMPTY_RANGE');
    if ((cost.currency === currency) !== (cost.exchangeRate === undefined)) throw new Refused('EXCHANGE_RATE');
    addOnce(state.costs, cost.externalId, cost);
  }
  return state;
}

function upsertLead(
  state: State,
  input: LeadInput,
  transitions: readonly TransitionInput[],
  recordedAt: Instant,
): void {
  const lead = state.leads.get(input.externalId) ?? newLead(input, transitions);
  requirePast(lead.createdAt, recordedAt);
  const attributes = new Map(lead.attributes);
  const { source, leadType, campaign, region, account } = input;
  const given = { source, leadType, campaign, region, account, ...input.attributes };
  for (const [name, value] of Object.entries(given)) {
    if (value === null) attributes.delete(name);
    else if (value !== undefined) attributes.set(name, value);
  }
  const assignments = [...lead.assignments];
  if (input.owner !== undefined && input.owner !== ownerOf(lead)) {
    const occurredAt = assignments.length === 0 ? lead.createdAt : recordedAt;
    assignments.push({ owner: input.owner, occurredAt, recordedAt });
  }
  state.leads.set(input.externalId, { createdAt: lead.createdAt, attributes, assignments });
}

function newLead(input: LeadInput, transitions: readonly TransitionInput[]): StoredLead {
  if (input.create === false) throw new Refused('UNKNOWN_LEAD');
  const own = transitions.filter((transition) => transition.lead === input.externalId);
  if (input.createdAt === undefined && own.length === 0) throw new Refused('NO_CREATED_AT');
  const createdAt = input.createdAt ?? Math.min(...own.map((transition) => transition.occurredAt));
  return { createdAt, attributes: new Map(), assignments: [] };
}

/** The latest assignment by (occurredAt, recordedAt); within one batch the later unit's. */
function ownerOf(lead: StoredLead): string | null {
  let latest: Assignment | undefined;
  for (const assignment of lead.assignments) {
    const isLater =
      latest === undefined ||
      assignment.occurredAt > latest.occurredAt ||
      (assignment.occurredAt === latest.occurredAt && assignment.recordedAt >= latest.recordedAt);
    if (isLater) latest = assignment;
  }
  return latest?.owner ?? null;
}

function withOwner(lead: StoredLead): Map<string, string> {
  const owner = ownerOf(lead);
  return owner === null ? new Map(lead.attributes) : new Map([...lead.attributes, ['owner', owner]]);
}

function addTransition(
  state: State,
  input: TransitionInput,
  recordedAt: Instant,
  definitions: readonly StageDefinition[],
): void {
  requireLead(state, input.lead);
  requirePast(input.occurredAt, recordedAt);
  const kind = input.kind ?? (input.to === null ? 'DISQUALIFIED' : null);
  if (input.to === null && kind !== 'DISQUALIFIED') throw new Refused('NO_STAGE');
  if ((kind === 'REJECTED' || kind === 'DISQUALIFIED') && !input.reason) throw new Refused('NO_REASON');
  const stage = input.to === null ? null : resolveStage(definitions, input.occurredAt, input.to)?.id;
  if (stage === undefined) throw new Refused('UNKNOWN_STAGE');
  const { externalId, lead, occurredAt } = input;
  addOnce(state.transitions, externalId, { externalId, lead, stage, occurredAt, kind });
}

/** An id that is known already is stored once, and must mean the same. */
function addOnce<T extends object>(items: Map<string, T>, externalId: string, item: T): void {
  const existing = items.get(externalId);
  if (existing && contentOf(existing) !== contentOf(item)) throw new Refused('CONFLICT');
  if (!existing) items.set(externalId, item);
}

function contentOf(item: object): string {
  const given = Object.entries(item).filter(([, value]) => value !== undefined && value !== null);
  return JSON.stringify(given.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function requireLead(state: State, externalId: string): void {
  if (!state.leads.has(externalId)) throw new Refused('UNKNOWN_LEAD');
}

function requirePast(instant: Instant, recordedAt: Instant): void {
  if (instant < 0) throw new Refused('BEFORE_1970');
  if (instant > recordedAt) throw new Refused('IN_THE_FUTURE');
}
