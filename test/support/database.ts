import { randomBytes } from 'node:crypto';
import { type Database, type OpenOptions, openDatabase } from '@leadstage/prisma';
import pg from 'pg';
import { createWorkspace, type NewWorkspace } from '../../packages/api/src/commands/create-workspace.js';

/** `postgres://…` of a server on which tests make databases of their own; without it the embedded one is used. */
const serverUrl = process.env.LEADSTAGE_TEST_DATABASE_URL;

/** Which database the tests of this run use, for the names of tests. */
export function describeDatabase(): string {
  return serverUrl ? 'PostgreSQL server' : 'embedded PostgreSQL';
}

/** A migrated database without any workspace. `close()` leaves nothing behind. */
export async function openTestDatabase(options: Pick<OpenOptions, 'onStatement'> = {}): Promise<Database> {
  if (!serverUrl) return openDatabase({ ...options, dataDir: 'memory://' });
  const { url, drop } = await createServerDatabase(serverUrl);
  const database = await openDatabase({ ...options, url }).catch(async (error: unknown) => {
    await drop();
    throw error;
  });
  return {
    ...database,
    async close() {
      await database.close().finally(drop);
    },
  };
}

/** The address of a new, empty database on that server, and how to get rid of it. */
export async function createServerDatabase(server: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `leadstage_test_${randomBytes(8).toString('hex')}`;
  await onServer(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A workspace with a name of its own: UTC, EUR and the standard ladder unless told otherwise. */
export function newWorkspace(database: Database, overrides: Partial<NewWorkspace> = {}): Promise<string> {
  const name = `Test ${randomBytes(6).toString('hex')}`;
  return createWorkspace(database, { name, timeZone: 'UTC', currency: 'EUR', ...overrides });
}
