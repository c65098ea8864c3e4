export interface ErrorDetails {
  /** The `x-request-id` of the answer, for whoever runs the server. */
  readonly requestId?: string | undefined;
  /** How long the API asks to wait. */
  readonly retryAfterMs?: number | undefined;
  /** The error of the API as it came, or what `fetch` threw. */
  readonly cause?: unknown;
}

/** Whatever went wrong between a question and its answer; the classes below say what. */
export class LeadstageError extends Error {
  override readonly name: string = 'LeadstageError';

  /** For programs, upper snake case: `UNKNOWN_STAGE`, `TIMEOUT`. Stable across versions. */
  readonly code: string;

  /** The `x-request-id` of the answer, where there was one. */
  declare readonly requestId?: string;

  /** After so many milliseconds it is worth asking again, where the API says so. */
  declare readonly retryAfterMs?: number;

  constructor(code: string, message: string, { requestId, retryAfterMs, cause }: ErrorDetails = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    if (requestId !== undefined) this.requestId = requestId;
    if (retryAfterMs !== undefined) this.retryAfterMs = retryAfterMs;
  }
}

/** The key or token is unknown, revoked, expired or missing, or `getToken` gave none (`TOKEN_UNAVAILABLE`). */
export class AuthenticationError extends LeadstageError {
  override readonly name = 'AuthenticationError';
}

/** The key is valid but has not the scope for this. */
export class PermissionError extends LeadstageError {
  override readonly name = 'PermissionError';
}

export interface InvalidInputDetails extends ErrorDetails {
  readonly path: readonly (string | number)[];
  readonly expected?: string | undefined;
}

/** The question cannot be answered as asked; the message says what would be right. */
export class InvalidInputError extends LeadstageError {
  override readonly name: string = 'InvalidInputError';

  /** Where in the input: `['period', 'end']`; empty where the whole input is meant. */
  readonly path: readonly (string | number)[];

  /** What would be right, in words, where there is more to say than the message does. */
  declare readonly expected?: string;

  constructor(code: string, message: string, { path, expected, ...details }: InvalidInputDetails) {
    super(code, message, details);
    this.path = path;
    if (expected !== undefined) this.expected = expected;
  }
}

export interface WrongMoveDetails extends InvalidInputDetails {
  readonly handoffOpen: boolean;
  readonly presentStage: string | null;
}

/** The lead cannot make this move from where it stands. Nothing was done. */
export class WrongMoveError extends InvalidInputError {
  override readonly name = 'WrongMoveError';

  /** Whether a handoff waits for a decision of sales. */
  readonly handoffOpen: boolean;

  /** Key of the stage that it stands in; null: it is out of the ladder. */
  readonly presentStage: string | null;

  constructor(code: string, message: string, { handoffOpen, presentStage, ...details }: WrongMoveDetails) {
    super(code, message, details);
    this.handoffOpen = handoffOpen;
    this.presentStage = presentStage;
  }
}

/** The change of the ladder would leave leads without a stage. Nothing was done. */
export class OrphanedLeadsError extends InvalidInputError {
  override readonly name = 'OrphanedLeadsError';

  /** How many. */
  readonly leads: number;

  constructor(code: string, message: string, { leads, ...details }: InvalidInputDetails & { readonly leads: number }) {
    super(code, message, details);
    this.leads = leads;
  }
}

/** Asked too much or too often; `retryAfterMs` says when there is room again. */
export class RateLimitError extends LeadstageError {
  override readonly name = 'RateLimitError';
}

/** No answer: unreachable or cut off (`NETWORK_ERROR`), or not within `timeoutMs` (`TIMEOUT`). */
export class NetworkError extends LeadstageError {
  override readonly name = 'NetworkError';
}

/** The server failed, is overloaded or starting, or is no Leadstage API. */
export class ServerError extends LeadstageError {
  override readonly name = 'ServerError';
}
