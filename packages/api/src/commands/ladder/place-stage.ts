import { InvalidInput, resolveStage, type StageDefinition } from '@leadstage/core';

/** Where a stage is to stand; at most one of the three. */
export interface Place {
  /** A whole number that no other stage of the ladder has. */
  readonly position?: number | undefined;
  /** Key of the stage that it comes right after. */
  readonly after?: string | undefined;
  /** Key of the stage that it comes right before. */
  readonly before?: string | undefined;
}

const POSITION_STEP = 10;
const HIGHEST_POSITION = 2_147_483_647;

/**
 * The position of a stage among the others of its ladder: as given, or in the middle between two neighbours; where it
 * stands between them already, the one it has. Undefined where nothing was said.
 * @param others the rest of the ladder, lowest first
 * @throws InvalidInput AMBIGUOUS_POSITION, INVALID_POSITION, POSITION_TAKEN, UNKNOWN_STAGE, NO_ROOM
 */
export function placeStage(
  others: readonly StageDefinition[],
  { position, after, before }: Place,
  present: number | undefined,
): number | undefined {
  if ([position, after, before].filter((each) => each !== undefined).length > 1) {
    throw new InvalidInput('AMBIGUOUS_POSITION', ['position'], 'Give one of `position`, `after` and `before`.');
  }
  if (position !== undefined) return freePosition(others, position);
  if (after !== undefined) {
    const index = others.indexOf(resolveStage(others, after, ['after']));
    return between(others[index], others[index + 1], present, 'after');
  }
  if (before !== undefined) {
    const index = others.indexOf(resolveStage(others, before, ['before']));
    return between(others[index - 1], others[index], present, 'before');
  }
  return undefined;
}

function freePosition(others: readonly StageDefinition[], position: number): number {
  if (!Number.isInteger(position) || Math.abs(position) > HIGHEST_POSITION) {
    throw new InvalidInput('INVALID_POSITION', ['position'], `A position is a whole number, not ${position}.`);
  }
  const holder = others.find((each) => each.position === position);
  if (holder) throw positionTaken(holder);
  return position;
}

export function positionTaken({ key, position }: StageDefinition): InvalidInput {
  const message = `${key} stands at position ${position} already. Two stages of a ladder cannot share one.`;
  return new InvalidInput('POSITION_TAKEN', ['position'], message);
}

function between(
  lower: StageDefinition | undefined,
  upper: StageDefinition | undefined,
  present: number | undefined,
  field: string,
): number {
  const low = lower?.position ?? Number.NEGATIVE_INFINITY;
  const high = upper?.position ?? Number.POSITIVE_INFINITY;
  if (present !== undefined && low < present && present < high) return present;
  const middle = !upper ? low + POSITION_STEP : !lower ? high - POSITION_STEP : Math.floor((low + high) / 2);
  if (low < middle && middle < high && Math.abs(middle) <= HIGHEST_POSITION) return middle;
  const neighbours = [lower, upper].flatMap((each) => (each ? `${each.key} (${each.position})` : []));
  throw new InvalidInput(
    'NO_ROOM',
    [field],
    `There is no whole number left next to ${neighbours.join(' and ')}. Give one of them another \`position\` first, further away.`,
  );
}
