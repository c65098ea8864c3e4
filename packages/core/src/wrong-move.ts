import { InvalidInput } from './invalid-input.js';

/** Why a move is refused. Stable: names are added, never changed. */
export const WRONG_MOVE_CODES = [
  'ALREADY_ENTERED',
  'ALREADY_OUT',
  'ALREADY_WON',
  'HANDOFF_OPEN',
  'INVALID_STAGE',
  'MISSING_REASON',
  'MISSING_STAGE',
  'NEEDS_HANDOFF',
  'NOT_EARLIER',
  'NOT_LATER',
  'NOT_OUT',
  'NO_EARLIER_STAGE',
  'NO_OPEN_HANDOFF',
  'NO_SALES_STAGE',
  'OUT_OF_LADDER',
  'UNKNOWN_STAGE',
  'WRONG_TEAM',
] as const;
export type WrongMoveCode = (typeof WRONG_MOVE_CODES)[number];

/** Where the lead stands whose move was refused. */
export interface PresentStanding {
  /** The stage's key; null: out of the ladder. */
  readonly presentStage: string | null;
  readonly handoffOpen: boolean;
}

/** A move that the lead's present standing does not allow. `expected` lists the stages that would be right, if any. */
export class WrongMove extends InvalidInput implements PresentStanding {
  override readonly name = 'WrongMove';
  declare readonly code: WrongMoveCode;
  readonly presentStage: string | null;
  readonly handoffOpen: boolean;

  constructor(
    code: WrongMoveCode,
    path: readonly (string | number)[],
    message: string,
    { presentStage, handoffOpen }: PresentStanding,
    expected?: string,
  ) {
    super(code, path, message, expected);
    this.presentStage = presentStage;
    this.handoffOpen = handoffOpen;
  }

  override within(outer: string): WrongMove {
    return new WrongMove(this.code, [outer, ...this.path], this.message, this, this.expected);
  }
}
