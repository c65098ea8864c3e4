import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Embedded, startEmbedded } from './embedded.js';
import { loginOf } from './login.js';
import { migrate } from './migrate.js';

/** The embedded PostgreSQL is of a version from which on whoever makes a role may not take it on by that alone. */
describe('migrations by an owner who is no superuser', () => {
  let embedded: Embedded;
  let client: pg.Client;
  beforeAll(async () => {
    embedded = await startEmbedded('memory://', { host: '127.0.0.1', port: 0 });
    client = new pg.Client({ ...embedded.connection, user: 'postgres', database: 'postgres' });
    await client.connect();
    await client.query('CREATE ROLE owner LOGIN CREATEROLE');
    await client.query('ALTER DATABASE postgres OWNER TO owner; GRANT CREATE ON SCHEMA public TO owner');
    await client.query('SET SESSION AUTHORIZATION owner');
  });
  afterAll(async () => {
    await client?.end();
    await embedded?.stop();
  });

  it('leave it both roles to take on, and are applied once', async () => {
    expect(await migrate(client)).toContain('20261122180000_access');
    for (const role of ['leadstage_app', 'leadstage_watch']) {
      await client.query(`SET ROLE ${role}`);
      expect((await client.query('SELECT id FROM workspace')).rows).toEqual([]);
      await client.query('RESET ROLE');
    }
    expect(await migrate(client)).toEqual([]);
    expect(await loginOf(client)).toEqual({ name: 'owner', mayMigrate: true, mayBypass: true });
  });
});
