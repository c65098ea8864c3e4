import { findStage, type StageDefinition } from './ladder.js';

/**
 * The stage into which marketing hands over, and from which sales takes: the one called MQL, else the first mapped to
 * it; null where a ladder has neither, and so no handoffs.
 */
export function handoffStage(ladder: readonly StageDefinition[]): StageDefinition | null {
  return findStage(ladder, 'MQL') ?? null;
}

/** The next lower stage of a ladder, which need not have `stage` itself (it may be retired); null below all. */
export function stageBefore(ladder: readonly StageDefinition[], stage: StageDefinition): StageDefinition | null {
  return ladder.findLast((each) => isLater(ladder, stage, each)) ?? null;
}

/**
 * Whether stage `a` comes later than `b`: by position, then by id, as the ladder places them; one that the ladder does
 * not have, by its own definition. No stage is later than itself, in whatever version.
 */
export function isLater(ladder: readonly StageDefinition[], a: StageDefinition, b: StageDefinition): boolean {
  const [upper, lower] = [placedIn(ladder, a), placedIn(ladder, b)];
  return upper.position > lower.position || (upper.position === lower.position && upper.id > lower.id);
}

function placedIn(ladder: readonly StageDefinition[], stage: StageDefinition): StageDefinition {
  return ladder.find(({ id }) => id === stage.id) ?? stage;
}
