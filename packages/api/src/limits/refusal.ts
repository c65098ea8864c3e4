import { DeadlinePassed } from '@leadstage/prisma';
import { GraphQLError } from 'graphql';
import type { Charge } from '../access/rate-budget.js';

export interface Refusal {
  readonly code: string;
  readonly status: number;
  readonly message: string;
  /** What the limit is and what was asked for, and the like. */
  readonly detail?: Readonly<Record<string, unknown>>;
  /** Whole seconds after which it is worth asking again. */
  readonly retryAfter?: number;
}

export function costly(requested: number, maximum: number): Refusal {
  const message = `This may cost ${requested} points; an operation may cost ${maximum}. Ask for smaller pages, a coarser grain or fewer attributes, or in parts.`;
  return { code: 'QUERY_TOO_COSTLY', status: 400, message, detail: { limit: maximum, asked: requested } };
}

export function spent(requested: number, { available, waitSeconds }: Charge): Refusal {
  const message = `This may cost ${requested} points, and the key has ${available} left. Enough has flowed back in ${waitSeconds} s.`;
  return { code: 'RATE_LIMITED', status: 429, message, retryAfter: waitSeconds };
}

/** A refusal as an answer of the graph. */
export function refused({ code, status, message, detail, retryAfter }: Refusal): GraphQLError {
  // `spec`: Yoga would answer an invalid document with 200, as the specification has it for `application/json`.
  const headers = retryAfter === undefined ? {} : { headers: { 'retry-after': String(retryAfter) } };
  return new GraphQLError(message, {
    extensions: {
      code,
      ...detail,
      ...(retryAfter === undefined ? {} : { retryAfter }),
      http: { status, spec: false, ...headers },
    },
  });
}

/** A refusal before the graph, told in the same form. */
export function refusalBody({ code, message, detail, retryAfter }: Refusal, requestId: string): string {
  const extensions = { code, ...detail, ...(retryAfter === undefined ? {} : { retryAfter }), requestId };
  return JSON.stringify({ errors: [{ message, extensions }] });
}

/** The same as feeds tell it. */
export function feedRefusalBody({ code, message, detail, retryAfter }: Refusal, requestId: string): string {
  return JSON.stringify({ code, message, ...detail, ...(retryAfter === undefined ? {} : { retryAfter }), requestId });
}

/** What a client is told where its request took too long; null for any other error. */
export function timedOut(error: unknown): GraphQLError | null {
  const cause = error instanceof GraphQLError ? error.originalError : error;
  if (!(cause instanceof DeadlinePassed)) {
    return error instanceof GraphQLError && error.extensions?.code === 'TIMEOUT' ? error : null;
  }
  const { nodes, path } = error instanceof GraphQLError ? error : { nodes: undefined, path: undefined };
  return new GraphQLError(`${cause.message} Ask for less: a shorter period, a coarser grain, fewer attributes.`, {
    nodes: nodes ?? null,
    path: path ?? null,
    extensions: { code: 'TIMEOUT', http: { status: 504 } },
  });
}
