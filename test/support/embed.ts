import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Database } from '@leadstage/prisma';
import { yogaFor } from '../../packages/api/src/graphql/yoga.js';
import { SILENT } from '../../packages/api/src/observe/log.js';
import * as operations from '../../packages/sdk/src/_generated/operations.js';

/** What is sent: a document by its text or by its hash. */
export interface Sent {
  readonly query?: string;
  readonly hash?: string;
  readonly variables?: object;
  readonly origin?: string;
  readonly method?: string;
}

export interface Got {
  readonly status: number;
  readonly data: Record<string, never> | null | undefined;
  /** `extensions.code` of each error. */
  readonly codes: readonly unknown[];
  readonly messages: readonly string[];
  readonly headers: Headers;
  readonly text: string;
}

export type Send = (credential: string | null, sent: Sent) => Promise<Got>;

/** Sends over HTTP, in process, as a web page or a server would. */
export function sendingTo(database: Database): Send {
  const yoga = yogaFor({ database });
  return async (credential, { query, hash, variables, origin, method = 'POST' }) => {
    const extensions = hash && { persistedQuery: { version: 1, sha256Hash: hash } };
    const response = await yoga.fetch(
      'http://127.0.0.1/graphql',
      {
        method,
        headers: {
          'content-type': 'application/json',
          ...(credential === null ? {} : { authorization: `Bearer ${credential}` }),
          ...(origin === undefined ? {} : { origin }),
        },
        ...(method === 'POST' ? { body: JSON.stringify({ query, variables, extensions }) } : {}),
      },
      { info: { id: 'test', signal: new AbortController().signal, log: SILENT, facts: {} } },
    );
    const text = await response.text();
    const { data, errors = [] } = (text ? JSON.parse(text) : {}) as {
      data?: Got['data'];
      errors?: { message: string; extensions?: { code?: unknown } }[];
    };
    return {
      status: response.status,
      data,
      codes: errors.map(({ extensions }) => extensions?.code),
      messages: errors.map(({ message }) => message),
      headers: response.headers,
      text,
    };
  };
}

const trusted = JSON.parse(
  readFileSync(new URL('../../packages/api/trusted-documents.json', import.meta.url), 'utf8'),
) as Record<string, string>;

/** Every document that embed tokens may send. */
export const trustedDocuments: readonly string[] = Object.values(trusted);

/** The document of the present SDK with this operation: `Funnel`. */
export function documentOf(operation: string): string {
  const text = Object.values(operations)
    .map(String)
    .find((each) => new RegExp(`query ${operation}\\b`).test(each));
  if (!text) throw new Error(`the SDK has no ${operation}`);
  return text;
}

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
