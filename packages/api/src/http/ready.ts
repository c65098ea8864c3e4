import type { ServerResponse } from 'node:http';
import { acrossWorkspaces, type Database, migrationNames } from '@leadstage/prisma';
import type { Log } from '../observe/log.js';
import { sql } from '../query/sql.js';
import { send } from './listener.js';

export interface ReadyOptions {
  /** Aborted once the server has been told to stop. */
  readonly draining?: AbortSignal | undefined;
  readonly log: Log;
}

/** Whether requests should be sent here: the database answers, all migrations are applied, and the server stays. */
export async function ready(database: Database, response: ServerResponse, options: ReadyOptions): Promise<void> {
  const status = options.draining?.aborted ? 'draining' : await standing(database, options.log);
  const body = JSON.stringify({ status });
  if (status === 'ready') send(response, 200, 'application/json', body);
  else send(response, 503, 'application/json', body, { 'retry-after': '5' });
}

async function standing(database: Database, log: Log): Promise<string> {
  try {
    const pending = await pendingMigrations(database);
    if (pending.length === 0) return 'ready';
    log.warn({ pending }, 'migrations are pending');
    return 'migrations pending';
  } catch (err) {
    log.warn({ err }, 'the database does not answer');
    return 'database unreachable';
  }
}

/** Of this version, those that the database has not been brought to. One that is newer may have more. */
async function pendingMigrations(database: Database): Promise<string[]> {
  const rows = await acrossWorkspaces(database, (transaction) =>
    transaction.query<{ name: string }>(sql`
      SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`),
  );
  const applied = new Set(rows.map(({ name }) => name));
  expected ??= migrationNames();
  return expected.filter((name) => !applied.has(name));
}

/** The files do not change while a server runs. */
let expected: string[] | undefined;
