import { acrossWorkspaces, type Database } from '@leadstage/prisma';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listWorkspaces } from '../packages/api/src/commands/create-workspace.js';
import { handlerFor } from '../packages/api/src/http/doors.js';
import { listen } from '../packages/api/src/http/listener.js';
import { raw, sql } from '../packages/api/src/query/sql.js';
import { TASKS } from '../packages/api/src/worker/tasks.js';
import { asOwner } from './support/as-owner.js';
import { tables } from './support/catalog.js';
import { describeDatabase, openTestDatabase } from './support/database.js';
import { newTenant, type Tenant } from './support/tenant.js';
import { WATCHED } from './support/watched.js';

let database: Database;
let tenants: readonly Tenant[];

beforeAll(async () => {
  database = await openTestDatabase();
  tenants = [await newTenant(database, 'alpha', 6), await newTenant(database, 'bravo', 12)];
}, 180_000);
afterAll(() => database?.close());

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly readable: boolean;
}

function columns(): Promise<Column[]> {
  return asOwner(database, (transaction) =>
    transaction.query<Column>(sql`
      SELECT c.relname::text AS table, a.attname::text AS column, format_type(a.atttypid, NULL) AS type,
        has_column_privilege('leadstage_watch', c.oid, a.attnum, 'SELECT') AS readable
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
      ORDER BY 1, 2`),
  );
}

/** Neither a number, an instant nor an id. */
const isWord = (value: unknown) =>
  value !== null && /[a-z]{3}/i.test(String(value)) && !/^[0-9a-f-]{36}$/.test(String(value));

const watch = <Row extends object>(text: string) =>
  acrossWorkspaces(database, (transaction) => transaction.query<Row>(sql`${raw(text)}`));

describe(`events, ${describeDatabase()}`, () => {
  it('stand with their own workspace, and tell no word of the other', async () => {
    const rows = await asOwner(database, (transaction) =>
      transaction.query<{ id: string; type: string; envelope: string; webhook: string }>(sql`
        SELECT e.workspace_id::text AS id, e.payload->>'type' AS type, e.payload::text AS envelope, w.url AS webhook
        FROM event e JOIN delivery d ON d.workspace_id = e.workspace_id AND d.event_id = e.id
        JOIN webhook w ON w.workspace_id = d.workspace_id AND w.id = d.webhook_id`),
    );
    for (const tenant of tenants) {
      const [other] = tenants.filter((each) => each !== tenant);
      const its = rows.filter(({ id }) => id === tenant.id);
      expect(new Set(its.map(({ type }) => type)).size, 'kinds of events').toBeGreaterThan(3);
      for (const { envelope, webhook } of its) {
        expect(webhook).toContain(`${tenant.name}.example`);
        expect(envelope).toContain(tenant.id);
        expect(envelope).not.toMatch(new RegExp(`${other!.name}|${other!.id}`, 'i'));
      }
    }
  });
});

describe(`the role that watches all workspaces, ${describeDatabase()}`, () => {
  it('may read exactly these columns', async () => {
    const readable: Record<string, string[]> = {};
    for (const { table, column } of (await columns()).filter((each) => each.readable)) {
      if (table !== '_prisma_migrations') readable[table] = [...(readable[table] ?? []), column];
    }
    expect(readable).toEqual(WATCHED);
  });

  it('is refused every other column of every table, one by one', async () => {
    const all = (await columns()).filter(({ table }) => table !== '_prisma_migrations');
    expect(new Set(all.map(({ table }) => table))).toEqual(new Set(await tables(database)));
    for (const { table, column } of all) {
      const asked = watch(`SELECT "${column}" FROM "${table}" LIMIT 1`);
      if (WATCHED[table]?.includes(column)) await expect(asked, `${table}.${column}`).resolves.toBeDefined();
      else await expect(asked, `${table}.${column}`).rejects.toThrow('permission denied');
    }
  });

  it('reads no word of a workspace but its name', async () => {
    const found: string[] = [];
    for (const [table, names] of Object.entries(WATCHED)) {
      const rows = await watch<Record<string, unknown>>(`SELECT ${names.map((name) => `"${name}"`)} FROM "${table}"`);
      expect(rows.length, table).toBeGreaterThan(0);
      for (const row of rows) {
        for (const [column, value] of Object.entries(row)) {
          if (isWord(value)) found.push(`${table}.${column}`);
        }
      }
    }
    // A status is one of the words of the schema.
    expect(new Set(found)).toEqual(new Set(['delivery.status', 'goal.retired', 'workspace.name']));
  });

  it('changes nothing: no right but to read, and its transactions are read-only besides', async () => {
    const rights = await asOwner(database, (transaction) =>
      transaction.query<{ table: string }>(sql`
        SELECT relname::text AS table FROM pg_class WHERE relnamespace = current_schema()::regnamespace
          AND (has_any_column_privilege('leadstage_watch', oid, 'INSERT, UPDATE, REFERENCES')
            OR has_table_privilege('leadstage_watch', oid, 'DELETE, TRUNCATE, TRIGGER'))`),
    );
    expect(rights).toEqual([]);
    await expect(watch('CREATE TEMPORARY TABLE thing AS SELECT 1')).rejects.toThrow('read-only transaction');
    const policies = await asOwner(database, (transaction) =>
      transaction.query<{ table: string; command: string; using: string }>(sql`
        SELECT polrelid::regclass::text AS table, polcmd::text AS command, pg_get_expr(polqual, polrelid) AS using
        FROM pg_policy WHERE polroles = ARRAY['leadstage_watch'::regrole::oid] ORDER BY 1`),
    );
    expect(policies).toEqual(Object.keys(WATCHED).map((table) => ({ table, command: 'r', using: 'true' })));
  });

  it('has no way around row-level security, and is no member of another role', async () => {
    const roles = await asOwner(database, (transaction) =>
      transaction.query(sql`
        SELECT rolsuper OR rolbypassrls OR rolcanlogin OR rolcreaterole OR rolcreatedb AS "mayMore",
          EXISTS (SELECT FROM pg_auth_members m WHERE m.member = r.oid) AS "isMember"
        FROM pg_roles r WHERE rolname = 'leadstage_watch'`),
    );
    expect(roles).toEqual([{ mayMore: false, isMember: false }]);
    await expect(watch('SET LOCAL row_security = off; SELECT id FROM workspace')).rejects.toThrow('row-level security');
    await expect(watch('SELECT 1 FROM lead')).rejects.toThrow('permission denied');
  });

  it('sees the same work due as the owner of the tables', async () => {
    const seen: string[] = [];
    for (const { name, due } of TASKS) {
      const ask = sql`SELECT workspace_id::text AS id FROM (${due}) due ORDER BY 1`;
      const told = await acrossWorkspaces(database, (transaction) => transaction.query(ask));
      expect(told, name).toEqual(await asOwner(database, (transaction) => transaction.query(ask)));
      if (told.length > 0) seen.push(name);
    }
    expect(seen, 'so that it is not all true of nothing').toEqual(
      expect.arrayContaining(['deliveries', 'reprojection']),
    );
  });

  it('lists workspaces, and tells /ready that the database is there', async () => {
    expect((await listWorkspaces(database)).map(({ name }) => name)).toEqual(tenants.map(({ name }) => name));
    const server = await listen({ host: '127.0.0.1', port: 0 });
    server.handleWith(handlerFor({ database }, server.origin));
    const { status } = await fetch(`${server.origin}/ready`);
    await server.close();
    expect(status).toBe(200);
  });
});
