import { InvalidInput } from './invalid-input.js';
import type { Instant } from './question.js';

export const STANDARD_STAGES = ['CONTACT', 'LEAD', 'MQL', 'SQL', 'QSO', 'CUSTOMER'] as const;
export type StandardStage = (typeof STANDARD_STAGES)[number];
export type Team = 'MARKETING' | 'SALES';

/** Names used elsewhere for a standard stage, accepted on input. */
const ALIASES: Readonly<Record<string, StandardStage>> = { SQO: 'QSO' };

/** A value of a field of the CRM, such as `Lead Status` `Working`. */
export interface CrmValue {
  readonly field: string;
  readonly value: string;
}

/** One version of what a stage means, in force from `effectiveFrom` until the stage's next version. */
export interface StageDefinition {
  /** Also its slot in the lead fact: 1–16, never reused. */
  readonly id: number;
  readonly key: string;
  readonly version: number;
  readonly effectiveFrom: Instant;
  readonly recordedAt: Instant;
  readonly name: string;
  /** Order in the ladder, ascending. */
  readonly position: number;
  readonly standard: StandardStage | null;
  readonly team: Team;
  readonly objective: string | null;
  readonly actions: readonly string[];
  readonly criteria: string | null;
  readonly notes: string | null;
  /** Values of CRM fields that mean this stage, as mapped today. */
  readonly crmValues: readonly CrmValue[];
  readonly retired: boolean;
}

/** The stages in force over `[from, until)`, lowest first. The first era begins with time, the last never ends. */
export interface LadderEra {
  readonly from: Instant;
  readonly until: Instant | null;
  readonly stages: readonly StageDefinition[];
  /** The stages and, among them in order of position, those retired by then. */
  readonly withRetired: readonly StageDefinition[];
}

/** The ladder in force at an instant, lowest stage first. */
export function ladderAt(definitions: readonly StageDefinition[], instant: Instant): StageDefinition[] {
  return definitionsAt(definitions, instant).filter((definition) => !definition.retired);
}

/** The same with the stages that had been retired by then. */
export function definitionsAt(definitions: readonly StageDefinition[], instant: Instant): StageDefinition[] {
  const inForce = new Map<number, StageDefinition>();
  for (const definition of definitions) {
    const current = inForce.get(definition.id);
    if (definition.effectiveFrom > instant) continue;
    if (!current || comesAfter(definition, current)) inForce.set(definition.id, definition);
  }
  return [...inForce.values()].sort((a, b) => a.position - b.position || a.id - b.id);
}

function comesAfter(a: StageDefinition, b: StageDefinition): boolean {
  return a.effectiveFrom - b.effectiveFrom > 0 || (a.effectiveFrom === b.effectiveFrom && a.version > b.version);
}

/** The ladder's whole history, one era per instant at which it changed. */
export function erasOf(definitions: readonly StageDefinition[]): LadderEra[] {
  const changes = [...new Set(definitions.map((definition) => definition.effectiveFrom))].sort((a, b) => a - b);
  return changes.map((from, index) => ({
    from,
    until: changes[index + 1] ?? null,
    stages: ladderAt(definitions, from),
    withRetired: definitionsAt(definitions, from),
  }));
}

/** The ladder in force at an instant as if it had always been: its definitions and those of stages retired by then. */
export function restatedUnder(definitions: readonly StageDefinition[], instant: Instant): StageDefinition[] {
  return definitionsAt(definitions, instant).map((definition) => ({ ...definition, effectiveFrom: 0 }));
}

/** The versions that were in force at some instant of `[from, until]`, by position and version. */
export function versionsInForce(
  definitions: readonly StageDefinition[],
  from: Instant,
  until: Instant,
): StageDefinition[] {
  const eras = erasOf(definitions).filter((era) => era.from <= until && (era.until ?? Number.POSITIVE_INFINITY) > from);
  const versions = new Map(eras.flatMap(({ stages }) => stages.map((each) => [`${each.id} ${each.version}`, each])));
  return [...versions.values()].sort((a, b) => a.position - b.position || a.id - b.id || a.version - b.version);
}

/**
 * The stage that a name means in a ladder: a stage's own key; else, for a standard name or its alias, the first
 * stage mapped to it. Case does not matter.
 * @throws InvalidInput UNKNOWN_STAGE naming the ladder's stages
 */
export function resolveStage(
  ladder: readonly StageDefinition[],
  name: string,
  path: readonly (string | number)[],
): StageDefinition {
  const stage = findStage(ladder, name);
  if (stage) return stage;
  const known = ladder.map((each) => each.key).join(', ');
  throw new InvalidInput('UNKNOWN_STAGE', path, `There is no stage "${name}". The ladder is: ${known}.`, known);
}

export function findStage(ladder: readonly StageDefinition[], name: string): StageDefinition | undefined {
  const wanted = name.trim().toUpperCase();
  const standard = ALIASES[wanted] ?? wanted;
  const called = (key: string) => ladder.find((stage) => stage.key.toUpperCase() === key);
  return called(wanted) ?? called(standard) ?? ladder.find((stage) => stage.standard === standard);
}

/** The stages of a ladder from `base` up. */
export function stagesFrom(ladder: readonly StageDefinition[], base: StageDefinition): StageDefinition[] {
  return ladder.filter((stage) => stage.position >= base.position);
}

/** Bit of a stage in masks of stages: `1 << (id − 1)`. */
export function stageBit(id: number): number {
  return 1 << (id - 1);
}
