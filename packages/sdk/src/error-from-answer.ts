import {
  AuthenticationError,
  type ErrorDetails,
  InvalidInputError,
  LeadstageError,
  PermissionError,
  ServerError,
} from './errors.js';

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
  TOO_MANY_REQUESTS: ServerError,
  INVALID_RESPONSE: ServerError,
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
  const requestId = headers.get('x-request-id') ?? undefined;
  const first = firstOf(errors);
  if (!first) {
    return ofCode(CODE_OF_STATUS[status] ?? 'HTTP_ERROR', `The API answered with HTTP status ${status}.`, {
      requestId,
    });
  }
  const { argumentPath, expected } = first.extensions;
  const code = textOr(first.extensions.code, CODE_OF_STATUS[status] ?? 'UNKNOWN');
  const message = textOr(first.message, `The API refused with ${code}.`);
  if (!Array.isArray(argumentPath)) return ofCode(code, message, { requestId, cause: first });
  return new InvalidInputError(code, message, {
    path: argumentPath as (string | number)[],
    expected: typeof expected === 'string' ? expected : undefined,
    requestId,
    cause: first,
  });
}

/** For what answers but does not speak GraphQL, typically because the URL is not the API's. */
export function invalidResponse(url: string): ServerError {
  return new ServerError('INVALID_RESPONSE', `What ${url} answers is not GraphQL. Does the URL end in /graphql?`);
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
