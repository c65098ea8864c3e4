import type { Database } from '@leadstage/prisma';
import { yogaFor } from '../../packages/api/src/server.js';

export interface Answer {
  readonly status: number;
  readonly data: Record<string, unknown> | null | undefined;
  /** `extensions.code` of each error, with its message. */
  readonly errors: readonly { readonly code: unknown; readonly message: string }[];
  /** The whole body. */
  readonly text: string;
}

/** Sends a query over HTTP, in process. The credential is the header as it goes over the wire; null sends none. */
export type Ask = (query: string, authorization: string | null) => Promise<Answer>;

export function askingOf(database: Database): Ask {
  const yoga = yogaFor({ database, workspaceName: null });
  return async (query, authorization) => {
    const response = await yoga.fetch('http://127.0.0.1/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization === null ? {} : { authorization }) },
      body: JSON.stringify({ query }),
    });
    const text = await response.text();
    const { data, errors = [] } = JSON.parse(text) as {
      data?: Answer['data'];
      errors?: { message: string; extensions?: { code?: unknown } }[];
    };
    const told = errors.map(({ message, extensions }) => ({ code: extensions?.code, message }));
    return { status: response.status, data, errors: told, text };
  };
}
