import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Database, migrationNames } from '@leadstage/prisma';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { describeDatabase, openTestDatabase } from '../../../../test/support/database.js';
import { SILENT } from '../observe/log.js';
import { ready } from './ready.js';

let database: Database;
let server: Server;
let draining: AbortController;

beforeAll(async () => {
  database = await openTestDatabase();
  server = createServer(
    (_request, response) => void ready(database, response, { draining: draining.signal, log: SILENT }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
beforeEach(() => {
  draining = new AbortController();
});
afterAll(async () => {
  server?.close();
  await database?.close();
});

async function asked() {
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/ready`);
  return { status: response.status, text: await response.text(), retryAfter: response.headers.get('retry-after') };
}

/** The ledger belongs to who migrates, not to the role that the server works under. */
async function asOwner(statement: string, values: unknown[]): Promise<void> {
  const client = await database.pool.connect();
  await client.query('RESET ROLE');
  await client.query(statement, values);
  client.release(true);
}

describe(`/ready, ${describeDatabase()}`, () => {
  const last = migrationNames().at(-1)!;
  const setFinished = (to: 'NULL' | 'now()') =>
    asOwner(`UPDATE _prisma_migrations SET finished_at = ${to} WHERE migration_name = $1`, [last]);

  it('says yes once every migration is applied, newer ones too', async () => {
    expect(await asked()).toEqual({ status: 200, text: '{"status":"ready"}', retryAfter: null });
    await asOwner(
      `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
       VALUES ('newer', '', now(), '99990101000000_newer', 1)`,
      [],
    );
    expect((await asked()).status).toBe(200);
  });

  it('says no while one is not, and not which', async () => {
    await setFinished('NULL');
    expect(await asked()).toEqual({ status: 503, text: '{"status":"migrations pending"}', retryAfter: '5' });
    await setFinished('now()');
    expect((await asked()).status).toBe(200);
  });

  it('says no once the server has been told to stop', async () => {
    draining.abort();
    expect(await asked()).toEqual({ status: 503, text: '{"status":"draining"}', retryAfter: '5' });
  });
});
