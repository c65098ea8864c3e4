import { Writable } from 'node:stream';
import type { Database } from '@leadstage/prisma';
import type { Scope } from '../../packages/api/src/access/access.js';
import { createApiKey } from '../../packages/api/src/access/api-key.js';
import { createLog } from '../../packages/api/src/observe/log.js';
import { observeStatement } from '../../packages/api/src/observe/statements.js';
import { type Serving, startServer } from '../../packages/api/src/server.js';
import { newWorkspace, openTestDatabase } from './database.js';

export type LogEntry = Readonly<Record<string, unknown>> & { readonly err?: Readonly<Record<string, unknown>> };

/** A server whose log is read along. */
export interface ObservedServer {
  readonly database: Database;
  readonly origin: string;
  readonly workspaceId: string;
  readonly apiKey: string;
  /** All that was written, as it was written. */
  readonly text: () => string;
  readonly entries: () => LogEntry[];
  keyWith(...scopes: Scope[]): Promise<string>;
  /** Posts a GraphQL request; a body that is text goes as it is. */
  ask(body: object | string, headers?: Record<string, string>): Promise<ObservedAnswer>;
  close(): Promise<void>;
}

export interface ObservedAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly errors: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[];
}

export async function startObservedServer(more: Omit<Partial<Serving>, 'database'> = {}): Promise<ObservedServer> {
  let written = '';
  const to = new Writable({
    decodeStrings: false,
    write(line: string, _encoding, done) {
      written += line;
      done();
    },
  });
  const database = await openTestDatabase({ onStatement: observeStatement });
  const workspaceId = await newWorkspace(database);
  const keyWith = (...scopes: Scope[]) => createApiKey(database, workspaceId, { name: 'Test', scopes });
  const apiKey = await keyWith('admin');
  const server = await startServer({ host: '127.0.0.1', port: 0 });
  server.begin({ database, log: createLog({ level: 'debug', to }), ...more });
  return {
    database,
    origin: server.origin,
    workspaceId,
    apiKey,
    text: () => written,
    entries: () =>
      written
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as LogEntry),
    keyWith,
    async ask(body, headers = {}) {
      const response = await fetch(`${server.origin}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${apiKey}`, ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
      const text = await response.text();
      const { errors = [] } = JSON.parse(text) as { errors?: ObservedAnswer['errors'] };
      return { status: response.status, headers: response.headers, text, errors };
    },
    async close() {
      await server.close();
      await database.close();
    },
  };
}
