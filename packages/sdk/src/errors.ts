export interface ErrorDetails {
  /** The `x-request-id` of the answer, for whoever runs the server. */
  readonly requestId?: string | undefined;
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

  constructor(code: string, message: string, { requestId, cause }: ErrorDetails = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    if (requestId !== undefined) this.requestId = requestId;
  }
}

/** The key is unknown, revoked, expired or missing. */
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
  override readonly name = 'InvalidInputError';

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

/** No answer: unreachable or cut off (`NETWORK_ERROR`), or not within `timeoutMs` (`TIMEOUT`). */
export class NetworkError extends LeadstageError {
  override readonly name = 'NetworkError';
}

/** The server failed, is overloaded or starting, or is no Leadstage API. */
export class ServerError extends LeadstageError {
  override readonly name = 'ServerError';
}
