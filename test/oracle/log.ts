import type { Instant } from '../../packages/core/src/question.js';
import { fold, type KnownLead } from './fold.js';
import type { KnownTransition, TransitionKind } from './fold-state.js';
import { definitionAt, definitionsKnownAt, handoffStageOf, isLater, ladderAt } from './ladder.js';
import type { History, StageDefinition } from './model.js';

/** Where a lead stands: in a stage, by its id; out of the ladder; nowhere yet. */
export type Standing = number | 'OUT' | 'NONE';

export interface LogEvent extends KnownTransition {
  readonly from: Standing;
  readonly kind: TransitionKind;
}

/** A lead's transitions in their order, each with where it found the lead and with its kind. */
export function logOf(lead: KnownLead, definitions: readonly StageDefinition[]): LogEvent[] {
  // Those of one batch stay in the order of recording.
  const inOrder = [...lead.transitions].sort((a, b) => a.occurredAt - b.occurredAt || a.recordedAt - b.recordedAt);
  return inOrder.map((event, index) => {
    const from = standingAfter(inOrder[index - 1]);
    return { ...event, from, kind: event.kind ?? impliedKind(event, from, definitions) };
  });
}

function standingAfter(event: KnownTransition | undefined): Standing {
  return event ? (event.stage ?? 'OUT') : 'NONE';
}

/** The kind that follows from the two stages, as they were on the event's day; no move where one was not yet there. */
function impliedKind(
  { stage, occurredAt }: KnownTransition,
  from: Standing,
  definitions: readonly StageDefinition[],
): TransitionKind {
  if (stage === null) return 'DISQUALIFIED';
  if (from === 'NONE') return 'ENTERED';
  if (from === 'OUT') return 'REOPENED';
  const [left, entered] = [definitionAt(definitions, from, occurredAt), definitionAt(definitions, stage, occurredAt)];
  const handoffStage = handoffStageOf(ladderAt(definitions, occurredAt));
  if (!left || !entered) return 'ENTERED';
  if (isLater(entered, left)) return left.id === handoffStage?.id ? 'ACCEPTED' : 'ADVANCED';
  return isLater(left, entered) ? 'RECYCLED' : 'ENTERED';
}

export interface LogRow {
  readonly lead: string;
  readonly externalId: string;
  /** A stage's key, OUT or NONE. */
  readonly from: string;
  /** A stage's key; null: out of the ladder. */
  readonly to: string | null;
  readonly kind: TransitionKind;
  readonly occurredAt: Instant;
}

/** The logs of all leads, by the ids that survive; each in its order. */
export function logs(
  history: History,
  { asOf = Infinity, knownAt = Infinity }: { readonly asOf?: Instant; readonly knownAt?: Instant } = {},
): LogRow[] {
  const definitions = definitionsKnownAt(history, knownAt);
  const keyOf = (id: number) => definitions.find((stage) => stage.id === id)?.key ?? String(id);
  return fold(history, knownAt).leads.flatMap((lead) =>
    logOf(lead, definitions)
      .filter((event) => event.occurredAt <= asOf)
      .map(({ externalId, from, stage, kind, occurredAt }) => ({
        lead: lead.externalId,
        externalId,
        from: typeof from === 'number' ? keyOf(from) : from,
        to: stage === null ? null : keyOf(stage),
        kind,
        occurredAt,
      })),
  );
}
