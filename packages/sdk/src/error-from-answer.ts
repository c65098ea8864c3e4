import {
  AuthenticationError,
  type ErrorDetails,
  InvalidInputError,
  LeadstageError,
  PermissionError,
  RateLimitError,
  ServerError,
} from './errors.js';
import { retryAfterMs } from './retry-delay.js';

/** An answer that is no result. `errors` is whatever the body holds under that name. */
export interface FailedAnswer {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly errors?: unknown;
}

/** Codes that are not here are plain LeadstageErrors. */
const CLASS_OF_CODE: Readonly<Record<string, new (code: string, message: string, details: ErrorDetails) => Error>> = {
  UNAUTHENTICATED: AuthenticationError,
  FORBIDDEN: PermissionError,
  INTERNAL_SERVER_ERROR: ServerError,
  UNAVAILABLE: ServerError,
  DATABASE_UNAVAILABLE: ServerError,
  INVALID_RESPONSE: ServerError,
  OVERLOADED: ServerError,
  TIMEOUT: ServerError,
  RATE_LIMITED: RateLimitError,
  TOO_MANY_ATTEMPTS: RateLimitError,
  TOO_MANY_REQUESTS: RateLimitError,
};

/** For answers without a code of the API: from a proxy, or from a server that is starting. */
const CODE_OF_STATUS: Readonly<Record<number, string>> = {
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  429: 'TOO_MANY_REQUESTS',
  500: 'INTERNAL_SERVER_ERROR',
  502: 'UNAVAILABLE',
  503: 'UNAVAILABLE',
  504: 'UNAVAILABLE',
};

/** The first error of an answer as the class that its code stands for. */
export function errorFromAnswer({ status, headers, errors }: FailedAnswer): LeadstageError {
  const first = firstOf(errors);
  const { argumentPath, expected, ...told } = first?.extensions ?? {};
  const code = textOr(told.code, CODE_OF_STATUS[status] ?? (first ? 'UNKNOWN' : 'HTTP_ERROR'));
  const otherwise = first ? `The API refused with ${code}.` : `The API answered with HTTP status ${status}.`;
  const message = textOr(first?.message, otherwise);
  // Headers are hidden from pages of other origins where something on the way does not hand on which may be read.
  const details = {
    requestId: headers.get('x-request-id') ?? (textOr(told.requestId, '') || undefined),
    retryAfterMs: retryAfterMs(headers.get('retry-after') ?? textOr(told.retryAfter?.toString(), '')) ?? undefined,
    cause: first,
  };
  if (!Array.isArray(argumentPath)) return ofCode(code, message, details);
  return new InvalidInputError(code, message, {
    ...details,
    path: argumentPath as (string | number)[],
    expected: typeof expected === 'string' ? expected : undefined,
  });
}

/** For what answers but does not speak GraphQL, typically because the URL is not the API's. */
export function invalidResponse(url: string, requestId: string | undefined): ServerError {
  const message = `What ${url} answers is not GraphQL. Does the URL end in /graphql?`;
  return new ServerError('INVALID_RESPONSE', message, { requestId });
}

function ofCode(code: string, message: string, details: ErrorDetails): LeadstageError {
  const errorClass = Object.hasOwn(CLASS_OF_CODE, code) ? CLASS_OF_CODE[code] : undefined;
  return new (errorClass ?? LeadstageError)(code, message, details) as LeadstageError;
}

function firstOf(errors: unknown) {
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
  if (!isObject(first)) return undefined;
  return { ...first, extensions: isObject(first.extensions) ? first.extensions : {} } as {
    readonly message?: unknown;
    readonly extensions: Readonly<Record<string, unknown>>;
  };
}

function textOr(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
