import { ClientError, GraphQLClient } from 'graphql-request';
import { type Deadline, startDeadline } from './deadline.js';
import { errorFromAnswer, invalidResponse } from './error-from-answer.js';
import { AuthenticationError, LeadstageError, NetworkError } from './errors.js';
import type { Connection } from './options.js';
import { retryingFetch } from './retrying-fetch.js';

export interface RequestOptions {
  /** Aborting it rejects the call with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

export interface ReportOptions extends RequestOptions {
  /**
   * Also tell beside each count the text from which `leads` lists what was counted: `leads({ filter: { behind } })`. Some 450
   * characters a count, so default false.
   */
  readonly behind?: boolean | undefined;
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

export interface Exchanged<Result> {
  readonly data: Result;
  /** The `x-request-id` of the answer, where it can be read. */
  readonly requestId: string | undefined;
}

export type Exchange = <Result, Needed extends object>(
  document: TypedDocument<Result, Needed>,
  variables: Needed,
  options?: RequestOptions,
) => Promise<Exchanged<Result>>;

/** A function that asks one question of one API, and throws a LeadstageError where there is no answer. */
export function sendOver(connection: Connection): Send {
  const exchange = exchangeOver(connection);
  return async (...asked) => (await exchange(...asked)).data;
}

/** The same, which also tells the id of the request. */
export function exchangeOver(connection: Connection): Exchange {
  const { url, credential, timeoutMs } = connection;
  return async (document, variables, { signal } = {}) => {
    signal?.throwIfAborted();
    const deadline = startDeadline(timeoutMs, signal);
    const ask = (token: string) => askOnce(connection, token, deadline, document, variables);
    let from = 'getToken';
    try {
      const token = await credential.current(deadline.signal);
      from = url;
      try {
        return (await ask(token)) as never;
      } catch (error) {
        if (!(error instanceof AuthenticationError)) throw error;
        from = 'getToken';
        const another = await credential.instead(token, deadline.signal);
        if (another === null) throw error;
        from = url;
        return (await ask(another)) as never;
      }
    } catch (error) {
      signal?.throwIfAborted();
      throw deadline.passed ? new NetworkError('TIMEOUT', `No answer from ${from} within ${timeoutMs} ms.`) : error;
    } finally {
      deadline.clear();
    }
  };
}

async function askOnce(
  { url, headers, fetch, retries }: Connection,
  token: string,
  deadline: Deadline,
  document: object,
  variables: object,
): Promise<Exchanged<object>> {
  const authorized = new Headers(headers);
  authorized.set('authorization', `Bearer ${token}`);
  const attempts = retryingFetch(fetch, retries, deadline);
  let requestId: string | undefined;
  const client = new GraphQLClient(url, {
    headers: authorized,
    fetch: async (...asked) => {
      const response = await attempts(...asked);
      requestId = response.headers.get('x-request-id') ?? undefined;
      return response;
    },
    // Else the text would be parsed before every request, only to name an operation that stands alone in it.
    excludeOperationName: true,
  });
  try {
    const data: unknown = await client.request<unknown, Record<string, unknown>>({
      document: document as unknown as string,
      variables: variables as Record<string, unknown>,
      signal: deadline.signal,
    });
    if (typeof data !== 'object' || data === null || Array.isArray(data)) throw invalidResponse(url, requestId);
    return { data, requestId };
  } catch (error) {
    // A TypeError was thrown before anything was sent: variables that are no JSON.
    if (error instanceof LeadstageError || error instanceof TypeError) throw error;
    // Its own error for a failed answer, and a plain one for what it cannot read.
    throw error instanceof ClientError ? errorFromAnswer(error.response) : invalidResponse(url, requestId);
  }
}
