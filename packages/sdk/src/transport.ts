import { ClientError, GraphQLClient } from 'graphql-request';
import { startDeadline } from './deadline.js';
import { errorFromAnswer, invalidResponse } from './error-from-answer.js';
import { LeadstageError, NetworkError } from './errors.js';
import type { Connection } from './options.js';
import { retryingFetch } from './retrying-fetch.js';

export interface RequestOptions {
  /** Aborting it rejects the call with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** A document that knows what it answers and what it needs, such as a TypedDocumentNode made by a code generator. */
export interface TypedDocument<Result, Needed> {
  /** For types only; there is no such method. */
  readonly __apiType?: ((variables: Needed) => Result) | undefined;
}

export type Variables = Readonly<Record<string, unknown>>;

export type Send = <Result, Needed extends object>(
  document: TypedDocument<Result, Needed>,
  variables: Needed,
  options?: RequestOptions,
) => Promise<Result>;

/** A function that asks one question of one API, and throws a LeadstageError where there is no answer. */
export function sendOver({ url, headers, fetch, timeoutMs, retries }: Connection): Send {
  return async (document, variables, { signal } = {}) => {
    signal?.throwIfAborted();
    const deadline = startDeadline(timeoutMs, signal);
    try {
      const client = new GraphQLClient(url, {
        headers,
        fetch: retryingFetch(fetch, retries, deadline),
        // Else the text would be parsed before every request, only to name an operation that stands alone in it.
        excludeOperationName: true,
      });
      const data: unknown = await client.request<unknown, Record<string, unknown>>({
        document: document as unknown as string,
        variables: variables as Record<string, unknown>,
        signal: deadline.signal,
      });
      if (typeof data !== 'object' || data === null || Array.isArray(data)) throw invalidResponse(url);
      return data as never;
    } catch (error) {
      signal?.throwIfAborted();
      if (deadline.passed) throw new NetworkError('TIMEOUT', `No answer from ${url} within ${timeoutMs} ms.`);
      throw explained(error, url);
    } finally {
      deadline.clear();
    }
  };
}

/** graphql-request throws its own error for a failed answer, and a plain one for what it cannot read. */
function explained(error: unknown, url: string): unknown {
  if (error instanceof ClientError) return errorFromAnswer(error.response);
  // A TypeError was thrown before anything was sent: variables that are no JSON.
  if (error instanceof LeadstageError || error instanceof TypeError) return error;
  return invalidResponse(url);
}
