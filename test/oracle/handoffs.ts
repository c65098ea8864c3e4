import type { Instant } from '../../packages/core/src/question.js';
import { createdEntry } from './first-entries.js';
import { fold, type KnownLead } from './fold.js';
import { definitionAt, definitionsKnownAt, handoffStageOf, isLater, ladderAt } from './ladder.js';
import { type LogEvent, logOf } from './log.js';
import type { History, StageDefinition } from './model.js';
import { ownerAt } from './owners.js';

export type HandoffOutcome = 'ACCEPTED' | 'REJECTED' | 'RECYCLED' | 'DISQUALIFIED';

export interface Handoff {
  /** The event's external id; null: the lead stood in the handoff stage since its creation. */
  readonly openedBy: string | null;
  readonly openedAt: Instant;
  /** Null while open, as the next four are. */
  readonly outcome: HandoffOutcome | null;
  readonly closedBy: string | null;
  readonly closedAt: Instant | null;
  /** The key of the stage that the closing event names; null also where it leads out of the ladder. */
  readonly closedInto: string | null;
  /** The closing event's, if it gives one. */
  readonly reason: string | null;
  /** At `closedAt`, or at `asOf` while open; null: nobody. */
  readonly owner: string | null;
  /** The first activity on it, or its end if that comes first; null where neither came. */
  readonly firstResponseAt: Instant | null;
}

interface Opening {
  readonly by: string | null;
  readonly at: Instant;
  readonly stage: number;
}

/** A lead's handoffs as of an instant, in their order. */
export function handoffsOf(
  lead: KnownLead,
  definitions: readonly StageDefinition[],
  asOf: Instant = Infinity,
): Handoff[] {
  const handoffs: Handoff[] = [];
  const created = openingAtCreation(lead, definitions);
  let open = created && created.at <= asOf ? created : undefined;
  for (const event of logOf(lead, definitions)) {
    if (event.occurredAt > asOf) break;
    if (!open) {
      if (opens(event, definitions)) open = { by: event.externalId, at: event.occurredAt, stage: event.stage };
      continue;
    }
    const outcome = event.occurredAt < open.at ? null : outcomeBy(event, open, definitions);
    if (outcome === null) continue;
    handoffs.push(closed(lead, open, event, outcome, definitions));
    open = undefined;
  }
  return open ? [...handoffs, stillOpen(lead, open, asOf)] : handoffs;
}

function openingAtCreation(lead: KnownLead, definitions: readonly StageDefinition[]): Opening | undefined {
  const stage = createdEntry(lead, definitions);
  const isHandoff = stage && stage.id === handoffStageOf(ladderAt(definitions, lead.createdAt))?.id;
  return isHandoff ? { by: null, at: lead.createdAt, stage: stage.id } : undefined;
}

/** Whether an event enters the handoff stage of its day from below or from outside; a decision of sales does not. */
function opens(
  event: LogEvent,
  definitions: readonly StageDefinition[],
): event is LogEvent & { readonly stage: number } {
  if (event.kind === 'REJECTED' || event.kind === 'RECYCLED') return false;
  const stage = handoffStageOf(ladderAt(definitions, event.occurredAt));
  if (!stage || event.stage !== stage.id) return false;
  if (typeof event.from !== 'number') return true;
  const left = definitionAt(definitions, event.from, event.occurredAt);
  return !left || isLater(stage, left);
}

/** What an event makes of an open handoff; null: it leaves it open. */
function outcomeBy(event: LogEvent, open: Opening, definitions: readonly StageDefinition[]): HandoffOutcome | null {
  const { kind, occurredAt } = event;
  if (kind === 'REJECTED' || kind === 'RECYCLED' || kind === 'DISQUALIFIED') return kind;
  const ladder = ladderAt(definitions, occurredAt);
  const handoffStage = handoffStageOf(ladder) ?? definitionAt(definitions, open.stage, occurredAt);
  const entered = ladder.find((stage) => stage.id === event.stage);
  return entered && handoffStage && isLater(entered, handoffStage) ? 'ACCEPTED' : null;
}

function closed(
  lead: KnownLead,
  open: Opening,
  event: LogEvent,
  outcome: HandoffOutcome,
  definitions: readonly StageDefinition[],
): Handoff {
  const { externalId, occurredAt: closedAt, stage, reason } = event;
  return {
    openedBy: open.by,
    openedAt: open.at,
    outcome,
    closedBy: externalId,
    closedAt,
    closedInto: definitions.find(({ id }) => id === stage)?.key ?? null,
    reason,
    owner: ownerAt(lead.assignments, closedAt),
    firstResponseAt: firstActivity(lead, open.at, closedAt) ?? closedAt,
  };
}

function stillOpen(lead: KnownLead, open: Opening, asOf: Instant): Handoff {
  return {
    openedBy: open.by,
    openedAt: open.at,
    outcome: null,
    closedBy: null,
    closedAt: null,
    closedInto: null,
    reason: null,
    owner: ownerAt(lead.assignments, asOf),
    firstResponseAt: firstActivity(lead, open.at, asOf),
  };
}

/** The first activity from one instant to another, both included. */
function firstActivity(lead: KnownLead, from: Instant, to: Instant): Instant | null {
  const within = lead.activities.filter((instant) => from <= instant && instant <= to);
  return within.length ? Math.min(...within) : null;
}

/** The handoffs of all leads, by the ids that survive; each lead's in their order. */
export function handoffs(
  history: History,
  { asOf, knownAt = Infinity }: { readonly asOf?: Instant | undefined; readonly knownAt?: Instant | undefined } = {},
): (Handoff & { readonly lead: string })[] {
  const definitions = definitionsKnownAt(history, knownAt);
  return fold(history, knownAt).leads.flatMap((lead) =>
    handoffsOf(lead, definitions, asOf).map((handoff) => ({ lead: lead.externalId, ...handoff })),
  );
}
