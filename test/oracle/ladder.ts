import type { Instant } from '../../packages/core/src/question.js';
import type { CommonQuestion, History, StageDefinition } from './model.js';

/** The definitions recorded by `knownAt`. */
export function definitionsKnownAt(history: History, knownAt: Instant): StageDefinition[] {
  return history.ladder.filter((definition) => definition.recordedAt <= knownAt);
}

/**
 * The definitions by which a report reads events. With TODAY each stage is what it is at `asOf`, as if it had always
 * been; one that is retired by then is in no ladder, and one that is not yet in force is nowhere.
 */
export function definitionsRead(
  history: History,
  { asOf = Infinity, knownAt = Infinity, ladder }: Pick<CommonQuestion, 'asOf' | 'knownAt' | 'ladder'>,
): StageDefinition[] {
  const known = definitionsKnownAt(history, knownAt);
  if (ladder !== 'TODAY') return known;
  return [...new Set(known.map((definition) => definition.id))].flatMap((id) => {
    const today = definitionAt(known, id, asOf);
    return today ? [{ ...today, effectiveFrom: -Infinity }] : [];
  });
}

/** Whether `a` replaces `b`, another definition of the same stage, where both are in force. */
function replaces(a: StageDefinition, b: StageDefinition): boolean {
  return a.effectiveFrom === b.effectiveFrom ? a.recordedAt > b.recordedAt : a.effectiveFrom > b.effectiveFrom;
}

/** The stages in the ladder at an instant, lowest first. */
export function ladderAt(definitions: readonly StageDefinition[], instant: Instant): StageDefinition[] {
  const inForce = definitions.filter((definition) => definition.effectiveFrom <= instant);
  return inForce
    .filter((definition) => !inForce.some((other) => other.id === definition.id && replaces(other, definition)))
    .filter((definition) => !definition.retired)
    .sort((a, b) => a.position - b.position);
}

/** What a stage was at an instant: its latest definition in force by then, retired or not; none before its first. */
export function definitionAt(
  definitions: readonly StageDefinition[],
  id: number,
  instant: Instant,
): StageDefinition | undefined {
  const inForce = definitions.filter((definition) => definition.id === id && definition.effectiveFrom <= instant);
  return inForce.find((definition) => !inForce.some((other) => replaces(other, definition)));
}

/** The stage in which marketing hands over, if a ladder has one. */
export function handoffStageOf(ladder: readonly StageDefinition[]): StageDefinition | undefined {
  return ladder.find((stage) => stage.key === 'MQL') ?? ladder.find((stage) => stage.standard === 'MQL');
}

export function isLater(a: StageDefinition, b: StageDefinition): boolean {
  return a.position === b.position ? a.id > b.id : a.position > b.position;
}

/**
 * The stage a name means: a key in any case, else (SQO being QSO) the first stage of the ladder that is mapped to the
 * standard stage of that name. A stage outside the ladder answers to its own key last.
 */
export function resolveStage(
  definitions: readonly StageDefinition[],
  instant: Instant,
  name: string,
): StageDefinition | undefined {
  const ladder = ladderAt(definitions, instant);
  const wanted = name.toUpperCase();
  const alias = wanted === 'SQO' ? 'QSO' : wanted;
  const keyIs = (key: string) => (stage: StageDefinition) => stage.key.toUpperCase() === key;
  return (
    ladder.find(keyIs(wanted)) ??
    ladder.find(keyIs(alias)) ??
    ladder.find((stage) => stage.standard === alias) ??
    definitions.find(keyIs(wanted)) ??
    definitions.find(keyIs(alias)) ??
    definitions.find((stage) => stage.standard === alias)
  );
}

/** The stages a report lists: the ladder in force at `asOf`, as known at `knownAt`. */
export function reportLadder(
  history: History,
  question: { readonly asOf?: Instant | undefined; readonly knownAt?: Instant | undefined },
): StageDefinition[] {
  return ladderAt(definitionsKnownAt(history, question.knownAt ?? Infinity), question.asOf ?? Infinity);
}

/** A stage of the report's ladder by name; undefined where the ladder has none. */
export function reportStage(history: History, question: Parameters<typeof reportLadder>[1], name: string) {
  const definitions = definitionsKnownAt(history, question.knownAt ?? Infinity);
  const stage = resolveStage(definitions, question.asOf ?? Infinity, name);
  return reportLadder(history, question).find((rung) => rung.id === stage?.id);
}
