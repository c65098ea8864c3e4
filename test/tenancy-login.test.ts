import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  acrossWorkspaces,
  type Database,
  DatabaseError,
  inWorkspace,
  OWN_LOGIN_SQL,
  openDatabase,
} from '@leadstage/prisma';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verify } from '../packages/api/src/commands/verify.js';
import { sql } from '../packages/api/src/query/sql.js';
import { TASKS } from '../packages/api/src/worker/tasks.js';
import { askingOf } from './support/ask.js';
import { createServerDatabase } from './support/database.js';
import { newTenant, type Tenant } from './support/tenant.js';

const serverUrl = process.env.LEADSTAGE_TEST_DATABASE_URL;
/** The embedded database takes whoever connects for its superuser. */
const needsServer = serverUrl ? '' : ' (skipped: needs LEADSTAGE_TEST_DATABASE_URL)';

describe.skipIf(needsServer !== '')(`a login of its own, PostgreSQL server${needsServer}`, () => {
  const made: (() => Promise<void>)[] = [];
  afterAll(async () => {
    for (const undo of made.reverse()) await undo();
  });

  async function emptyDatabase(): Promise<string> {
    const { url, drop } = await createServerDatabase(serverUrl!);
    made.push(drop);
    return url;
  }

  async function asAdministrator(url: string, ...statements: string[]): Promise<void> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      for (const statement of statements) await client.query(statement);
    } finally {
      await client.end();
    }
  }

  /** Runs statements as docs/tenancy.md has them, with a name of this test's in place of theirs. */
  async function newLogin(statements: string): Promise<string> {
    const name = `leadstage_${randomBytes(6).toString('hex')}`;
    await asAdministrator(serverUrl!, statements.replaceAll(/\bleadstage\b/g, name).replaceAll('…', 'secret'));
    made.push(() => asAdministrator(serverUrl!, `DROP ROLE ${name}`));
    return name;
  }

  function urlOf(database: string, login: string): string {
    const url = new URL(database);
    url.username = login;
    url.password = 'secret';
    return url.href;
  }

  const refusal = (opening: Promise<Database>) =>
    opening.then(
      async (database) => {
        await database.close();
        throw new Error('it opened');
      },
      (error: unknown) => {
        if (error instanceof DatabaseError) return error;
        throw error;
      },
    );

  describe('made as the docs say', () => {
    let owner: string;
    let login: string;
    let own: string;
    let database: Database;
    let alpha: Tenant;
    beforeAll(async () => {
      owner = await emptyDatabase();
      await (await openDatabase({ url: owner })).close();
      const page = readFileSync(new URL('../docs/tenancy.md', import.meta.url), 'utf8');
      expect(page, 'what the server advises').toContain(OWN_LOGIN_SQL.split(';')[0]!);
      login = await newLogin(/```sql login\n([^`]+)```/.exec(page)![1]!);
      own = urlOf(owner, login);
      database = await openDatabase({ url: own });
      alpha = await newTenant(database, 'alpha', 6);
    });
    afterAll(() => database?.close());

    it('does all that the server does: commands, reports, tasks, the list of workspaces', async () => {
      const ask = askingOf(database);
      const { data, errors } = await ask(
        '{ workspace { name } leads(first: 1) { totalCount } stages { key } }',
        `Bearer ${alpha.key}`,
      );
      expect(errors).toEqual([]);
      expect(data).toMatchObject({ workspace: { name: 'alpha' }, leads: { totalCount: 6 } });
      expect(await verify(database, alpha.id)).toMatchObject({ wrongFacts: 0, wrongRollupCells: 0 });
      const signal = new AbortController().signal;
      for (const { name, due, run } of TASKS) {
        if (name === 'deliveries') continue;
        await acrossWorkspaces(database, (transaction) => transaction.query(due));
        await run(database, alpha.id, signal);
      }
    });

    it('could not get around row-level security, whereas the owner could, and both are told so', async () => {
      expect(database.mayBypass).toBe(false);
      const asOwner = await openDatabase({ url: owner });
      expect(asOwner.mayBypass).toBe(true);
      await asOwner.close();
    });

    it.each([
      ['by itself', 'RESET ROLE'],
      ['by no role', 'SET ROLE NONE'],
      ['as superuser', 'SET ROLE postgres'],
      ['as whom the tables belong to', 'SET ROLE "owner"'],
      ['as another session', 'SET SESSION AUTHORIZATION postgres'],
      ['without policies', 'SET row_security = off'],
      ['as the watch', 'SET ROLE leadstage_watch'],
    ])('%s reads nothing of a workspace: %s', async (_, statement) => {
      const rows = await database.pool.connect().then(async (client) => {
        try {
          await client.query('SET ROLE leadstage_app');
          await client.query(statement.replace('"owner"', new URL(owner).username));
          return (await client.query('SELECT * FROM lead')).rows;
        } catch (error) {
          return (error as Error).message;
        } finally {
          await client.query('RESET row_security; SET ROLE leadstage_app');
          client.release();
        }
      });
      expect(rows).toMatch(/permission denied|row-level security/);
    });

    it.each([
      'ALTER TABLE lead DISABLE ROW LEVEL SECURITY',
      'ALTER TABLE lead OWNER TO CURRENT_USER',
      'DROP POLICY bound_to_workspace ON lead',
      'CREATE POLICY all_of_it ON lead TO leadstage_app USING (true)',
      'GRANT postgres TO CURRENT_USER',
      'CREATE OR REPLACE FUNCTION leadstage_workspace() RETURNS uuid LANGUAGE sql AS $$ SELECT NULL::uuid $$',
      'CREATE FUNCTION other() RETURNS int LANGUAGE sql SECURITY DEFINER AS $$ SELECT 1 $$',
      'CREATE VIEW other AS SELECT * FROM lead',
      'CREATE TABLE other (id int)',
      'CREATE ROLE other SUPERUSER',
      'ALTER ROLE CURRENT_USER BYPASSRLS',
      'ALTER ROLE leadstage_app BYPASSRLS',
      'TRUNCATE lead',
      'SELECT * FROM _prisma_migrations',
      "COPY lead TO PROGRAM 'cat'",
      "SELECT pg_read_file('postgresql.conf')",
    ])('may not, under its role or without: %s', async (statement) => {
      for (const role of ['leadstage_app', 'NONE']) {
        const client = await database.pool.connect();
        try {
          await client.query(`BEGIN; SET LOCAL ROLE ${role}`);
          await expect(client.query(statement), role).rejects.toThrow(
            /permission denied|must be (owner|superuser|able to)|must have|superuser/,
          );
        } finally {
          await client.query('ROLLBACK');
          client.release();
        }
      }
    });

    it('is told NOT_MIGRATED, and what to run, where a migration is missing', async () => {
      await asAdministrator(
        owner,
        'CREATE TABLE kept AS SELECT * FROM _prisma_migrations',
        "DELETE FROM _prisma_migrations WHERE migration_name LIKE '%_access'",
      );
      const { code, message } = await refusal(openDatabase({ url: own }));
      expect(code).toBe('NOT_MIGRATED');
      expect(message).toMatch(
        /lacks the migration \d+_access, and the login "leadstage_\w+" may not apply it\. Run `leadstage migrate`/,
      );
      await asAdministrator(
        owner,
        "UPDATE kept SET checksum = 'other'",
        'DELETE FROM _prisma_migrations',
        'INSERT INTO _prisma_migrations SELECT * FROM kept',
      );
      expect(await refusal(openDatabase({ url: own }))).toMatchObject({ code: 'MIGRATION_CHANGED' });
    });
  });

  it('cannot begin an empty database, but LEADSTAGE_MIGRATION_URL can', async () => {
    const owner = await emptyDatabase();
    const login = await newLogin(
      "CREATE ROLE leadstage LOGIN NOINHERIT PASSWORD 'secret'; GRANT leadstage_app, leadstage_watch TO leadstage;",
    );
    const url = urlOf(owner, login);
    expect(await refusal(openDatabase({ url }))).toMatchObject({ code: 'NOT_MIGRATED' });
    const database = await openDatabase({ url, migrationUrl: owner });
    const ask = () => acrossWorkspaces(database, (transaction) => transaction.query(sql`SELECT id FROM workspace`));
    expect(await ask()).toEqual([]);
    expect(database.mayBypass).toBe(false);
    await database.close();
    await (await openDatabase({ url })).close();
  });

  it('without the roles is told to be granted them', async () => {
    const owner = await emptyDatabase();
    await (await openDatabase({ url: owner })).close();
    const login = await newLogin("CREATE ROLE leadstage LOGIN NOINHERIT PASSWORD 'secret'");
    const { code, message } = await refusal(openDatabase({ url: urlOf(owner, login) }));
    expect(code).toBe('LOGIN_WITHOUT_ROLES');
    expect(message).toContain(`GRANT leadstage_app, leadstage_watch TO "${login}"`);
  });

  it.each([
    ['it is a member of the owner', 'GRANT'],
    ['it may make roles', 'CREATEROLE'],
    ['it bypasses row-level security', 'BYPASSRLS'],
  ])('is not taken for safe where %s', async (_, how) => {
    const owner = await emptyDatabase();
    await (await openDatabase({ url: owner })).close();
    const login = await newLogin(
      "CREATE ROLE leadstage LOGIN NOINHERIT PASSWORD 'secret'; GRANT leadstage_app, leadstage_watch TO leadstage;",
    );
    await asAdministrator(owner, how === 'GRANT' ? `GRANT postgres TO ${login}` : `ALTER ROLE ${login} ${how}`);
    const database = await openDatabase({ url: urlOf(owner, login) });
    expect(database.mayBypass).toBe(true);
    // Nevertheless it works under a role that does not.
    const rows = await inWorkspace(database, '00000000-0000-0000-0000-000000000000', (transaction) =>
      transaction.query(sql`SELECT 1 FROM workspace`),
    );
    expect(rows).toEqual([]);
    await database.close();
  });
});
