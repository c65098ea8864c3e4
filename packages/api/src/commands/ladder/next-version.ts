import {
  definitionsAt,
  findStage,
  type Instant,
  InvalidInput,
  ladderAt,
  STANDARD_STAGES,
  type StageDefinition,
  type StandardStage,
  type Team,
} from '@leadstage/core';
import { SLOTS } from '../../query/facts.js';
import { type Place, placeStage } from './place-stage.js';

/** What is to be said of a stage. What is left out stays as the version in force says; null clears it. */
export interface StageContent extends Place {
  readonly name?: string | undefined;
  readonly standard?: StandardStage | null | undefined;
  readonly team?: Team | undefined;
  readonly objective?: string | null | undefined;
  readonly actions?: readonly string[] | undefined;
  readonly criteria?: string | null | undefined;
  readonly notes?: string | null | undefined;
}

const NEW_KEY = /^[A-Z][A-Z0-9_]{0,39}$/;
const CONTENT = [
  'name',
  'position',
  'standard',
  'team',
  'objective',
  'actions',
  'criteria',
  'notes',
  'retired',
] as const;

/** The versions of the stage that a key means, among all that were ever defined; none where it is new. */
export function versionsOf(definitions: readonly StageDefinition[], key: string): StageDefinition[] {
  const wanted = key.trim().toUpperCase();
  const found = findStage(definitions, wanted);
  // A stage that is merely mapped to the standard stage of that name is another one.
  const isOther = found?.key.toUpperCase() !== wanted && (STANDARD_STAGES as readonly string[]).includes(wanted);
  if (!found || isOther) return [];
  return definitions
    .filter(({ id }) => id === found.id)
    .sort((a, b) => a.effectiveFrom - b.effectiveFrom || a.version - b.version);
}

/**
 * The version that a stage gets by this content, or the one in force where that says the same already.
 * @param recordedAt when it would be recorded
 * @throws InvalidInput INVALID_KEY, TOO_MANY_STAGES, MISSING_NAME, MISSING_TEAM, MISSING_POSITION, and of `placeStage`
 */
export function nextVersion(
  definitions: readonly StageDefinition[],
  key: string,
  content: StageContent,
  effectiveFrom: Instant,
  recordedAt: Instant,
): { readonly definition: StageDefinition; readonly isNew: boolean } {
  const versions = versionsOf(definitions, key);
  const inForce = definitionsAt(versions, effectiveFrom)[0];
  const base = inForce ?? versions[0];
  const others = ladderAt(definitions, effectiveFrom).filter(({ id }) => id !== base?.id);
  const position = placeStage(others, content, base?.position) ?? base?.position;
  const next: StageDefinition = {
    ...(base ? { id: base.id, key: base.key } : newStage(definitions, key)),
    name: required(content.name ?? base?.name, 'name', 'MISSING_NAME', 'A new stage needs a name.'),
    position: required(position, 'position', 'MISSING_POSITION', NEEDS_POSITION),
    standard: content.standard === undefined ? (base?.standard ?? null) : content.standard,
    team: required(content.team ?? base?.team, 'team', 'MISSING_TEAM', 'A new stage needs the team that owns it.'),
    objective: content.objective === undefined ? (base?.objective ?? null) : content.objective,
    actions: content.actions ?? base?.actions ?? [],
    criteria: content.criteria === undefined ? (base?.criteria ?? null) : content.criteria,
    notes: content.notes === undefined ? (base?.notes ?? null) : content.notes,
    retired: false,
    version: latestVersion(versions) + 1,
    effectiveFrom,
    recordedAt,
    crmValues: [],
  };
  return inForce && saysTheSame(inForce, next)
    ? { definition: inForce, isNew: false }
    : { definition: next, isNew: true };
}

const NEEDS_POSITION = 'A new stage needs its place: `after` or `before` another stage, or a `position`.';

/** The highest number among versions of one stage; 0 where there are none. */
export function latestVersion(versions: readonly StageDefinition[]): number {
  return Math.max(0, ...versions.map(({ version }) => version));
}

function newStage(definitions: readonly StageDefinition[], key: string) {
  if (!NEW_KEY.test(key)) {
    const message = `"${key}" cannot name a stage: a capital letter, then capital letters, digits and _, at most 40 in all.`;
    throw new InvalidInput('INVALID_KEY', ['key'], message);
  }
  const id = Math.max(0, ...definitions.map((each) => each.id)) + 1;
  if (id > SLOTS.length) {
    const message = `A workspace has at most ${SLOTS.length} stages, retired ones included. Define a retired one anew.`;
    throw new InvalidInput('TOO_MANY_STAGES', ['key'], message);
  }
  return { id, key };
}

function required<Value>(value: Value | undefined, field: string, code: string, message: string): Value {
  if (value === undefined) throw new InvalidInput(code, [field], message);
  return value;
}

function saysTheSame(a: StageDefinition, b: StageDefinition): boolean {
  return CONTENT.every((field) => JSON.stringify(a[field]) === JSON.stringify(b[field]));
}
