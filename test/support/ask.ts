import { setMaxListeners } from 'node:events';
import type { Database } from '@leadstage/prisma';
import { yogaFor } from '../../packages/api/src/graphql/yoga.js';
import { type Limits, SHAPE } from '../../packages/api/src/limits/limits.js';
import { SILENT } from '../../packages/api/src/observe/log.js';

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

/** Tests ask for all that there is, and for the same again and again. */
const WITHOUT_LIMITS: Partial<Limits> = {
  budget: 0,
  maxCost: Number.MAX_SAFE_INTEGER,
  shape: { ...SHAPE, characters: 1e6, tokens: 1e5, fields: 1e6, aliases: 1e4, rootFields: 1e4 },
};

export function askingOf(database: Database, limits = WITHOUT_LIMITS): Ask {
  const yoga = yogaFor({ database, limits });
  return async (query, authorization) => {
    const request = {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization === null ? {} : { authorization }) },
      body: JSON.stringify({ query }),
    };
    const { signal } = new AbortController();
    setMaxListeners(0, signal);
    const info = { id: 'test', signal, log: SILENT, facts: {} };
    const response = await yoga.fetch('http://127.0.0.1/graphql', request, { info });
    const text = await response.text();
    const { data, errors = [] } = JSON.parse(text) as {
      data?: Answer['data'];
      errors?: { message: string; extensions?: { code?: unknown } }[];
    };
    const told = errors.map(({ message, extensions }) => ({ code: extensions?.code, message }));
    return { status: response.status, data, errors: told, text };
  };
}
