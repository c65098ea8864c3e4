import type { CostInput, IngestUnit, TransitionInput } from '../../packages/api/src/commands/ingest-input.js';
import type { Instant } from '../../packages/core/src/question.js';
import { carryOut } from './fold-commands.js';
import { upsertLead } from './fold-lead.js';
import {
  type Assignment,
  type KnownTransition,
  Refused,
  requireLead,
  requirePast,
  type State,
  survivorOf,
} from './fold-state.js';
import { definitionsKnownAt, resolveStage } from './ladder.js';
import type { History, RecordedBatch, StageDefinition } from './model.js';
import { inOrderOfForce, ownerAt } from './owners.js';

export interface KnownLead {
  readonly externalId: string;
  readonly createdAt: Instant;
  /** Those that are set: source, leadType, campaign, region, owner, account and own ones by key. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly value: string | null;
  /** Recorded and not voided by `knownAt`, whatever `asOf`, in the order of recording; of all leads it absorbed, too. */
  readonly transitions: readonly KnownTransition[];
  /** When sales did something, in the order of recording. */
  readonly activities: readonly Instant[];
  /** The one in force last; see `ownerAt` (owners.ts). */
  readonly assignments: readonly Assignment[];
}

export interface Refusal {
  readonly batch: number;
  readonly unit: number;
  readonly code: string;
}

export interface Known {
  /** Without those that were absorbed by others. */
  readonly leads: readonly KnownLead[];
  /** The survivor that answers to each absorbed lead's id. */
  readonly survivors: ReadonlyMap<string, string>;
  readonly costs: readonly CostInput[];
  readonly refusals: readonly Refusal[];
  /** By their place among the history's commands. */
  readonly refusedCommands: readonly { readonly command: number; readonly code: string }[];
}

/** What had been recorded by `knownAt` (and not voided by then), whole units and commands in their order. */
export function fold(history: History, knownAt: Instant = Infinity): Known {
  const ofHistory = folded.get(history) ?? new Map<Instant, Known>();
  folded.set(history, ofHistory);
  const known = ofHistory.get(knownAt) ?? foldAnew(history, knownAt);
  ofHistory.set(knownAt, known);
  return known;
}

/** Of each history, by instant: a report asks for the same fold many times. */
const folded = new WeakMap<History, Map<Instant, Known>>();

function foldAnew(history: History, knownAt: Instant): Known {
  const taken = recordsOf(history).filter(({ record }) => record.recordedAt <= knownAt);
  const { state, refusals, refusedCommands } = progressAfter(history, taken.length);
  const { absorbed, costs } = state;
  const survivors = new Map([...absorbed.keys()].map((externalId) => [externalId, survivorOf(absorbed, externalId)]));
  return {
    leads: knownLeads(history, knownAt, state),
    survivors,
    costs: [...costs.values()],
    refusals,
    refusedCommands,
  };
}

interface Progress extends Pick<Known, 'refusals' | 'refusedCommands'> {
  readonly state: State;
}

const NOTHING: Progress = {
  state: { leads: new Map(), absorbed: new Map(), transitions: new Map(), activities: new Map(), costs: new Map() },
  refusals: [],
  refusedCommands: [],
};

/** Of each history, by how many of its records were taken. */
const progress = new WeakMap<History, Progress[]>();

/** Where the first records, as they stand in `recordsOf`, lead to. */
function progressAfter(history: History, count: number): Progress {
  const known = progress.get(history) ?? [NOTHING];
  progress.set(history, known);
  for (const step of recordsOf(history).slice(known.length - 1, count)) known.push(take(history, known.at(-1)!, step));
  return known[count]!;
}

type Step = ReturnType<typeof recordsOf>[number];

function take(history: History, before: Progress, { record, index }: Step): Progress {
  let { state } = before;
  const refusals = [...before.refusals];
  const refusedCommands = [...before.refusedCommands];
  /** The state after a step, or as it was where the step is refused. */
  const attempt = (step: (state: State) => void, refuse: (code: string) => void) => {
    const next = copyOf(state);
    try {
      step(next);
      state = next;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      refuse(error.message);
    }
  };
  if ('op' in record) {
    attempt(
      (next) => carryOut(next, record),
      (code) => refusedCommands.push({ command: index, code }),
    );
    return { state, refusals, refusedCommands };
  }
  const definitions = definitionsKnownAt(history, record.recordedAt);
  const recording = { recordedAt: record.recordedAt, batch: index, definitions, currency: history.settings.currency };
  record.units.forEach((unit, unitIndex) => {
    attempt(
      (next) => takeUnit(next, unit, recording),
      (code) => refusals.push({ batch: index, unit: unitIndex, code }),
    );
  });
  return { state, refusals, refusedCommands };
}

/**
 * The batches and commands in time. Where `withRecordedAt` put something that a store refused at the instant of the
 * record before it, commands come first: refused ones stay refused there.
 */
function recordsOf(history: History) {
  const numbered = <T>(records: readonly T[]) => records.map((record, index) => ({ record, index }));
  return [...numbered(history.commands), ...numbered<RecordedBatch>(history.batches)].sort(
    (a, b) => a.record.recordedAt - b.record.recordedAt,
  );
}

function copyOf({ leads, absorbed, transitions, activities, costs }: State): State {
  return {
    leads: new Map(leads),
    absorbed: new Map(absorbed),
    transitions: new Map(transitions),
    activities: new Map(activities),
    costs: new Map(costs),
  };
}

function knownLeads(history: History, knownAt: Instant, state: State): KnownLead[] {
  const voided = history.voids
    .filter((entry) => entry.recordedAt <= knownAt)
    .map((entry) => entry.transitionExternalId);
  const isOf = (externalId: string) => (event: { readonly lead: string }) =>
    survivorOf(state.absorbed, event.lead) === externalId;
  const transitions = [...state.transitions.values()].filter((transition) => !voided.includes(transition.externalId));
  const activities = [...state.activities.values()];
  return [...state.leads].map(([externalId, lead]) => {
    const assignments = inOrderOfForce(lead);
    const owner = ownerAt(assignments);
    return {
      externalId,
      createdAt: lead.createdAt,
      attributes: owner === null ? lead.attributes : new Map([...lead.attributes, ['owner', owner]]),
      value: lead.value,
      transitions: transitions.filter(isOf(externalId)),
      activities: activities.filter(isOf(externalId)).map((activity) => activity.occurredAt),
      assignments,
    };
  });
}

interface Recording {
  readonly recordedAt: Instant;
  readonly batch: number;
  readonly definitions: readonly StageDefinition[];
  readonly currency: string;
}

/** Throws `Refused` where any part of a unit is. */
function takeUnit(state: State, unit: IngestUnit, recording: Recording): void {
  const { recordedAt, currency } = recording;
  if (unit.lead) upsertLead(state, unit.lead, unit.transitions ?? [], recording);
  for (const transition of unit.transitions ?? []) addTransition(state, transition, recording);
  for (const activity of unit.activities ?? []) {
    requireLead(state, activity.lead);
    requirePast(activity.occurredAt, recordedAt);
    addOnce(state.activities, activity.externalId, activity, contentOf);
  }
  for (const cost of unit.costs ?? []) {
    if (cost.from >= cost.to) throw new Refused('EMPTY_RANGE');
    if ((cost.currency === currency) !== (cost.exchangeRate === undefined)) throw new Refused('EXCHANGE_RATE');
    addOnce(state.costs, cost.externalId, cost, contentOf);
  }
}

function addTransition(state: State, input: TransitionInput, { recordedAt, definitions }: Recording): void {
  requireLead(state, input.lead);
  requirePast(input.occurredAt, recordedAt);
  const kind = input.kind ?? (input.to === null ? 'DISQUALIFIED' : null);
  if (input.to === null && kind !== 'DISQUALIFIED') throw new Refused('NO_STAGE');
  if (input.to !== null && kind === 'DISQUALIFIED') throw new Refused('NO_WAY_OUT');
  if ((kind === 'REJECTED' || kind === 'DISQUALIFIED') && !input.reason) throw new Refused('NO_REASON');
  const stage = input.to === null ? null : resolveStage(definitions, input.occurredAt, input.to ?? '')?.id;
  if (stage === undefined) throw new Refused('UNKNOWN_STAGE');
  const { externalId, lead, occurredAt } = input;
  const transition = { externalId, lead, stage, occurredAt, recordedAt, kind, reason: input.reason || null };
  addOnce(state.transitions, externalId, transition, ({ stage, occurredAt, kind, lead }) =>
    contentOf({ stage, occurredAt, kind, lead: survivorOf(state.absorbed, lead) }),
  );
}

/** An id that is known already is stored once, and must mean the same. */
function addOnce<T>(items: Map<string, T>, externalId: string, item: T, meaning: (item: T) => string): void {
  const existing = items.get(externalId);
  if (existing && meaning(existing) !== meaning(item)) throw new Refused('CONFLICT');
  if (!existing) items.set(externalId, item);
}

function contentOf(item: object): string {
  const given = Object.entries(item).filter(([, value]) => value !== undefined && value !== null);
  return JSON.stringify(given.sort(([a], [b]) => (a < b ? -1 : 1)));
}
