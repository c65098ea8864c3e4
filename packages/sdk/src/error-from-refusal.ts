import { InvalidInputError, OrphanedLeadsError, WrongMoveError } from './errors.js';

/** A member of a mutation's result that says why nothing was done. */
export interface Refusal {
  /** Its type in the schema. */
  readonly refusal: string;
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
  readonly expected: string | null;
  readonly handoffOpen?: boolean;
  readonly presentStage?: string | null;
  readonly leads?: number;
}

/** A refusal as the class that its type stands for; one that is new to this client is an InvalidInputError all the same. */
export function errorFromRefusal(refusal: Refusal, requestId: string | undefined): InvalidInputError {
  const { code, message, path, handoffOpen = false, presentStage = null, leads = 0 } = refusal;
  const details = { path, expected: refusal.expected ?? undefined, requestId, cause: refusal };
  if (refusal.refusal === 'WrongMove')
    return new WrongMoveError(code, message, { ...details, handoffOpen, presentStage });
  if (refusal.refusal === 'OrphanedLeads') return new OrphanedLeadsError(code, message, { ...details, leads });
  return new InvalidInputError(code, message, details);
}
