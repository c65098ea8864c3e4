import { openDatabase } from '@leadstage/prisma';
import type { Scope } from '../../packages/api/src/access/access.js';
import { createApiKey } from '../../packages/api/src/access/api-key.js';
import { createWorkspace } from '../../packages/api/src/commands/create-workspace.js';
import { ingest } from '../../packages/api/src/commands/ingest.js';
import { startServer } from '../../packages/api/src/server.js';
import { exampleA } from './example-a.js';

export interface SeededServer {
  /** Of the API, `http://127.0.0.1:…/graphql`. */
  readonly url: string;
  /** May do everything. */
  readonly apiKey: string;
  keyWith(...scopes: Scope[]): Promise<string>;
  close(): Promise<void>;
}

/** A real server over a database in memory that holds worked example A; takes about 5 s to start. */
export async function startSeededServer(): Promise<SeededServer> {
  const database = await openDatabase({ dataDir: 'memory://' });
  const workspaceId = await createWorkspace(database, { name: 'Example A', timeZone: 'UTC', currency: 'EUR' });
  const { outcomes } = await ingest(database, workspaceId, exampleA());
  const problem = outcomes.find(({ status }) => status !== 'CREATED')?.problems[0];
  if (problem) throw new Error(`${problem.path}: ${problem.message}`);
  const keyWith = (...scopes: Scope[]) => createApiKey(database, workspaceId, { name: 'Test', scopes });
  const apiKey = await keyWith('admin');
  const server = await startServer({ host: '127.0.0.1', port: 0 });
  server.begin({ database });
  return {
    url: `${server.origin}/graphql`,
    apiKey,
    keyWith,
    async close() {
      await server.close();
      await database.close();
    },
  };
}
