import { InvalidInput } from '@leadstage/core';
import { GraphQLError } from 'graphql';

/** What a client is told of an error: what was wrong with the question in full, of everything else nothing. */
export function toClientError(error: unknown, message: string): Error {
  const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  if (cause instanceof InvalidInput) {
    const { code, path, expected } = cause;
    return new GraphQLError(cause.message, {
      ...(error instanceof GraphQLError ? { nodes: error.nodes ?? null, path: error.path ?? null } : {}),
      extensions: { code, argumentPath: path, ...(expected === undefined ? {} : { expected }) },
    });
  }
  if (cause instanceof GraphQLError) {
    // An error with a path arose while a field was answered, such as a cursor that is none; one without, before.
    const code = cause.extensions.code ?? (cause.path ? 'BAD_USER_INPUT' : 'GRAPHQL_VALIDATION_FAILED');
    cause.extensions.code = code;
    return cause;
  }
  return new GraphQLError(message, { extensions: { code: 'INTERNAL_SERVER_ERROR' } });
}
