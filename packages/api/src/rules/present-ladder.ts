import {
  checkMove,
  definitionsAt,
  handoffStage,
  type Instant,
  isLater,
  type StageDefinition,
  WrongMove,
} from '@leadstage/core';

/**
 * Where a lead stands, as a rule sees it: BELOW the target, so that the rule may move it; below it too, but sales must
 * take it over first (NEEDS_SALES); THERE, at the target or above; OUT of the ladder.
 */
export type Standing = 'BELOW' | 'NEEDS_SALES' | 'THERE' | 'OUT';

/** The ladder that rules are run in. */
export interface PresentLadder {
  /** Those in force, lowest first. */
  readonly stages: readonly StageDefinition[];
  /** As it is defined now, or was last; null for no stage: out of the ladder. */
  stage(id: number | null): StageDefinition | null;
  /** Null when it is not in force: a rule that leads there does nothing. */
  target(id: number): StageDefinition | null;
  standing(present: StageDefinition | null, target: StageDefinition): Standing;
}

export function presentLadder(definitions: readonly StageDefinition[], at: Instant): PresentLadder {
  const known = definitionsAt(definitions, at);
  const stages = known.filter(({ retired }) => !retired);
  // Worked out once per pair: leads are many, stages at most 16.
  const standings = new Map<string, Standing>();
  return {
    stages,
    stage: (id) => known.find((each) => each.id === id) ?? definitions.findLast((each) => each.id === id) ?? null,
    target: (id) => stages.find((each) => each.id === id) ?? null,
    standing(present, target) {
      const pair = `${present?.id ?? ''}>${target.id}`;
      const standing = standings.get(pair) ?? standingIn(stages, present, target);
      standings.set(pair, standing);
      return standing;
    },
  };
}

/** A rule may do what `checkMove` lets anybody do by ADVANCED, but it never decides a handoff in the place of sales. */
function standingIn(
  stages: readonly StageDefinition[],
  present: StageDefinition | null,
  target: StageDefinition,
): Standing {
  if (present === null) return 'OUT';
  if (!isLater(stages, target, present)) return 'THERE';
  if (present.id === handoffStage(stages)?.id) return 'NEEDS_SALES';
  // Whether a handoff is open decides only in which words the move is refused.
  const lead = { stage: present, hasTransitions: true, leftFrom: null, handoffOpenSince: null };
  try {
    checkMove(stages, lead, { kind: 'ADVANCED', to: target.key });
    return 'BELOW';
  } catch (error) {
    if (error instanceof WrongMove) return 'NEEDS_SALES';
    throw error;
  }
}
