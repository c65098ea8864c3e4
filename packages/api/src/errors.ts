import { InvalidInput } from '@leadstage/core';
import { GraphQLError } from 'graphql';

/** What a client is told of an error: what was wrong with the question in full, of everything else nothing. */
export function toClientError(error: unknown, message: string): Error {
  const cause = causeOf(error);
  if (cause instanceof InvalidInput) {
    const { code, path, expected } = cause;
    return new GraphQLError(cause.message, {
      ...(error instanceof GraphQLError ? { nodes: error.nodes ?? null, path: error.path ?? null } : {}),
      extensions: { code, argumentPath: path, ...(expected === undefined ? {} : { expected }) },
    });
  }
  if (error instanceof GraphQLError && cause instanceof GraphQLError) {
    // An error with a path arose while a field was answered, such as a cursor that is none; one without, before.
    error.extensions.code ??= error.path ? 'BAD_USER_INPUT' : 'GRAPHQL_VALIDATION_FAILED';
    return error;
  }
  return new GraphQLError(message, { extensions: { code: 'INTERNAL_SERVER_ERROR' } });
}

/** Logs what went wrong in the server; a client's own mistake is told to the client alone. */
export function logServerError(error: unknown): void {
  const cause = causeOf(error);
  if (cause instanceof InvalidInput || cause instanceof GraphQLError) return;
  console.error(cause);
}

function causeOf(error: unknown): unknown {
  return error instanceof GraphQLError ? (error.originalError ?? error) : error;
}
