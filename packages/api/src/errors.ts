import { InvalidInput } from '@leadstage/core';
import { DeadlinePassed, isUnavailable, isUnstorableText } from '@leadstage/prisma';
import { GraphQLError } from 'graphql';
import type { Log } from './observe/log.js';

/** What is answered where no check of ours found it before the database did. */
const UNSTORABLE = {
  code: 'INVALID_TEXT',
  message: 'A text has a NUL character (U+0000), which cannot be stored or looked for. Leave it out.',
} as const;

/** What is answered, with status 503, while the database cannot be reached. */
export const UNAVAILABLE = {
  code: 'DATABASE_UNAVAILABLE',
  message: 'The database cannot be reached just now. Try again; a mutation with the same idempotency key.',
  /** Seconds. */
  retryAfter: '5',
} as const;

/** What a client is told of an error: what was wrong with the question in full, of everything else nothing. */
export function toClientError(error: unknown, message: string): Error {
  const cause = causeOf(error);
  const place = error instanceof GraphQLError ? { nodes: error.nodes ?? null, path: error.path ?? null } : {};
  if (cause instanceof InvalidInput) {
    const { code, path, expected } = cause;
    return new GraphQLError(cause.message, {
      ...place,
      extensions: { code, argumentPath: path, ...(expected === undefined ? {} : { expected }) },
    });
  }
  if (error instanceof GraphQLError && cause instanceof GraphQLError) return error;
  // The parser and what walks a document call themselves for each level.
  if (cause instanceof RangeError && cause.message.includes('call stack')) {
    const tooDeep = 'The document is nested too deeply to be read.';
    return new GraphQLError(tooDeep, { extensions: { code: 'QUERY_TOO_DEEP' } });
  }
  if (isUnstorableText(cause)) {
    return new GraphQLError(UNSTORABLE.message, { ...place, extensions: { code: UNSTORABLE.code } });
  }
  const hidden = cause instanceof Error ? cause : new Error(String(cause));
  if (isUnavailable(cause)) {
    const http = { status: 503, headers: { 'retry-after': UNAVAILABLE.retryAfter } };
    const extensions = { code: UNAVAILABLE.code, http };
    return new GraphQLError(UNAVAILABLE.message, { ...place, originalError: hidden, extensions });
  }
  return new GraphQLError(message, { ...place, originalError: hidden, extensions: { code: INTERNAL.code } });
}

/** What is answered where the fault is the server's and no message of the graph fits. */
export const INTERNAL = { code: 'INTERNAL_SERVER_ERROR', message: 'Something went wrong here.' } as const;

/**
 * An error as it leaves: with a code and the id of its request, under which the log holds the cause of what is kept
 * from the client. A copy, since the answer of a validation is kept and given to others.
 */
export function identified(error: GraphQLError, requestId: string): GraphQLError {
  const { originalError: told, ...extensions } = error.extensions;
  // An error with a path arose while a field was answered, such as a cursor that is none; one without, before.
  const code = extensions.code ?? (error.path ? 'BAD_USER_INPUT' : 'GRAPHQL_VALIDATION_FAILED');
  const copy = new GraphQLError(error.message, {
    nodes: error.nodes ?? null,
    source: error.source ?? null,
    positions: error.positions ?? null,
    path: error.path ?? null,
    originalError: error.originalError ?? null,
    extensions: { ...extensions, code, requestId },
  });
  // Yoga chooses the status by what a parser threw, and would send it along.
  if (told !== undefined) Object.defineProperty(copy.extensions, 'originalError', { value: told, enumerable: false });
  return copy;
}

/** Whether the fault is the server's: the client is told nothing but that. */
export function isInternal({ extensions }: GraphQLError): boolean {
  return extensions.code === INTERNAL.code;
}

/** Writes down what went wrong in the server; a client's own mistake is told to the client alone. */
export function logServerError(error: unknown, log: Log): void {
  const err = causeOf(error);
  if (err instanceof InvalidInput || err instanceof GraphQLError || err instanceof DeadlinePassed) return;
  log.error({ err }, 'request failed');
}

function causeOf(error: unknown): unknown {
  return error instanceof GraphQLError ? (error.originalError ?? error) : error;
}
