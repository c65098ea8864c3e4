import { type Database, inWorkspace, type Transaction } from '@leadstage/prisma';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { raw, sql } from '../packages/api/src/query/sql.js';
import { asOwner } from './support/as-owner.js';
import { rowCounts, rowsOf, tables, tenantColumn } from './support/catalog.js';
import { describeDatabase, openTestDatabase } from './support/database.js';
import { newTenant, type Tenant } from './support/tenant.js';
import { WATCHED } from './support/watched.js';

let database: Database;
let alpha: Tenant;
let bravo: Tenant;
let names: readonly string[];

beforeAll(async () => {
  database = await openTestDatabase();
  alpha = await newTenant(database, 'alpha', 6);
  bravo = await newTenant(database, 'bravo', 12);
  names = await tables(database);
}, 180_000);
afterAll(() => database?.close());

function catalog<Row extends object>(query: string): Promise<Row[]> {
  return asOwner(database, (transaction) => transaction.query<Row>(sql`${raw(query)}`));
}

/** What was published or done is never changed, by nobody. */
const UNCHANGEABLE: readonly string[] = ['audit_entry', 'published_pack'];

class RolledBack extends Error {}

/** Runs work in a workspace and takes back whatever it did. */
async function tried<T>(workspaceId: string, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  let result: T | undefined;
  await inWorkspace(database, workspaceId, async (transaction) => {
    result = await work(transaction);
    throw new RolledBack();
  }).catch((error: unknown) => {
    if (!(error instanceof RolledBack)) throw error;
  });
  return result as T;
}

describe(`the schema, ${describeDatabase()}`, () => {
  it('gives every table a workspace, so that a new one cannot be forgotten', async () => {
    const columns = await catalog<{ table: string; type: string; nullable: boolean }>(`
      SELECT c.relname::text AS table, format_type(a.atttypid, a.atttypmod) AS type, NOT a.attnotnull AS nullable
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'workspace_id'
      WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') ORDER BY 1`);
    expect(columns.map(({ table }) => table)).toEqual(names.filter((name) => name !== 'workspace'));
    expect(columns.filter(({ type, nullable }) => type !== 'uuid' || nullable)).toEqual([]);
  });

  it('puts row-level security on every table, with one policy that binds reading and writing', async () => {
    const policies = await catalog<Record<'table' | 'command' | 'using' | 'check', string> & { enabled: boolean }>(`
      SELECT c.relname::text AS table, c.relrowsecurity AS enabled, p.polcmd::text AS command,
        pg_get_expr(p.polqual, c.oid) AS using, pg_get_expr(p.polwithcheck, c.oid) AS check
      FROM pg_class c LEFT JOIN pg_policy p ON p.polrelid = c.oid
        AND p.polpermissive AND p.polroles = ARRAY['leadstage_app'::regrole::oid]
      WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
        AND c.relname <> '_prisma_migrations' ORDER BY 1`);
    expect(policies).toEqual(
      names.map((table) => {
        const bound = `(${tenantColumn(table)} = leadstage_workspace())`;
        return { table, enabled: true, command: '*', using: bound, check: bound };
      }),
    );
    const others = await catalog<{ roles: string; count: number }>(`
      SELECT polroles::regrole[]::text AS roles, count(*) FROM pg_policy GROUP BY 1 ORDER BY 1`);
    expect(others, 'a second, permissive policy would open what the first closes').toEqual([
      { roles: '{leadstage_app}', count: names.length },
      { roles: '{leadstage_watch}', count: Object.keys(WATCHED).length },
    ]);
  });

  it('begins every key, unique constraint and index with the workspace', async () => {
    const indexes = await catalog<{ table: string; index: string; column: string | null }>(`
      SELECT c.relname::text AS table, i.indexrelid::regclass::text AS index, a.attname::text AS column
      FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
      LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
      WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
        AND c.relname <> '_prisma_migrations'`);
    expect(indexes.filter(({ table, column }) => column !== tenantColumn(table))).toEqual([]);
    const keyed = await catalog<{ table: string }>(`
      SELECT conrelid::regclass::text AS table FROM pg_constraint WHERE contype = 'p'
        AND connamespace = current_schema()::regnamespace`);
    expect(keyed.map(({ table }) => table)).toEqual(expect.arrayContaining([...names]));
  });

  it('begins both sides of every foreign key with the workspace', async () => {
    const keys = await catalog<Record<'key' | 'from' | 'target' | 'to', string>>(`
      SELECT k.conname::text AS key, a.attname::text AS from, k.confrelid::regclass::text AS target, b.attname::text AS to
      FROM pg_constraint k
      JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
      JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = k.confkey[1]
      WHERE k.contype = 'f' AND k.connamespace = current_schema()::regnamespace`);
    expect(keys.length).toBeGreaterThan(10);
    expect(keys.filter(({ from, target, to }) => from !== 'workspace_id' || to !== tenantColumn(target))).toEqual([]);
  });

  it('lets the server work under a role that cannot get around it', async () => {
    const roles = await catalog<Record<string, boolean>>(`
      SELECT rolsuper AS superuser, rolbypassrls AS "bypassesSecurity", rolcanlogin AS "canLogin",
        rolcreaterole AS "createsRoles", rolinherit AND EXISTS (
          SELECT FROM pg_auth_members m WHERE m.member = r.oid) AS "inheritsOthers"
      FROM pg_roles r WHERE rolname = 'leadstage_app'`);
    expect(roles).toEqual([
      { superuser: false, bypassesSecurity: false, canLogin: false, createsRoles: false, inheritsOthers: false },
    ]);
    const owned = await catalog(`
      SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace
        AND pg_has_role('leadstage_app', relowner, 'MEMBER')`);
    expect(owned, 'who owns a table is not bound by its policies').toEqual([]);
    const { rows } = await database.pool.query<{ role: string }>('SELECT current_user AS role');
    expect(rows).toEqual([{ role: 'leadstage_app' }]);
  });

  it('has no other door: no view, no function with the rights of its owner, no right to housekeeping', async () => {
    expect(
      await catalog(`SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace
        AND relkind IN ('v', 'm', 'f') AND NOT coalesce(reloptions::text LIKE '%security_invoker=true%', false)`),
    ).toEqual([]);
    expect(
      await catalog(`SELECT proname FROM pg_proc WHERE pronamespace = current_schema()::regnamespace AND prosecdef`),
    ).toEqual([]);
    await expect(database.pool.query('SELECT * FROM _prisma_migrations')).rejects.toThrow('permission denied');
    const truncatable = await catalog<{ table: string }>(`
      SELECT relname::text AS table FROM pg_class WHERE relnamespace = current_schema()::regnamespace
        AND relkind IN ('r', 'p') AND has_table_privilege('leadstage_app', oid, 'TRUNCATE, REFERENCES, TRIGGER')`);
    expect(truncatable, 'these rights know no rows').toEqual([]);
  });
});

describe(`the rows, ${describeDatabase()}`, () => {
  it('are of two workspaces in every table, so that nothing below is true of nothing', async () => {
    for (const { id } of [alpha, bravo]) {
      const counts = await rowCounts(database, id);
      expect(Object.entries(counts).filter(([, count]) => count === 0)).toEqual([]);
    }
  });

  it('are all there for the owner, and none for a connection that is bound to no workspace', async () => {
    const [all, ofAlpha, ofBravo] = [
      await rowCounts(database),
      await rowCounts(database, alpha.id),
      await rowCounts(database, bravo.id),
    ];
    for (const name of names) {
      expect(all[name], name).toBe(ofAlpha[name]! + ofBravo[name]!);
      expect((await database.pool.query(`SELECT * FROM ${name}`)).rows, name).toEqual([]);
      const change = database.pool.query(`UPDATE ${name} SET ${tenantColumn(name)} = ${tenantColumn(name)}`);
      if (UNCHANGEABLE.includes(name)) await expect(change, name).rejects.toThrow('permission denied');
      else expect((await change).rowCount, name).toBe(0);
    }
  });

  it('of another workspace are not seen, changed or deleted', async () => {
    const before = await rowsOf(database, bravo.id);
    const ofAlpha = await rowCounts(database, alpha.id);
    for (const name of names) {
      const [table, tenant] = [raw(name), raw(tenantColumn(name))];
      const seen = await inWorkspace(database, alpha.id, (transaction) =>
        transaction.query<{ tenant: string; count: number }>(
          sql`SELECT ${tenant} AS tenant, count(*) FROM ${table} GROUP BY 1`,
        ),
      );
      expect(seen, name).toEqual([{ tenant: alpha.id, count: ofAlpha[name] }]);
      if (UNCHANGEABLE.includes(name)) {
        for (const statement of [sql`UPDATE ${table} SET ${tenant} = ${tenant}`, sql`DELETE FROM ${table}`]) {
          const change = tried(alpha.id, (transaction) => transaction.query(statement));
          await expect(change, name).rejects.toThrow('permission denied');
        }
        continue;
      }

      const changed = await tried(alpha.id, (transaction) =>
        transaction.query<{ tenant: string }>(
          sql`UPDATE ${table} SET ${tenant} = ${tenant} RETURNING ${tenant} AS tenant`,
        ),
      );
      expect(new Set(changed.map((row) => row.tenant)), name).toEqual(new Set([alpha.id]));
      expect(changed.length, name).toBe(ofAlpha[name]);

      const reached = await tried(alpha.id, async (transaction) => [
        ...(await transaction.query(
          sql`UPDATE ${table} SET ${tenant} = ${tenant} WHERE ${tenant} = ${bravo.id}::uuid RETURNING 1`,
        )),
        ...(await transaction.query(sql`DELETE FROM ${table} WHERE ${tenant} = ${bravo.id}::uuid RETURNING 1`)),
        ...(await transaction.query(sql`DELETE FROM ${table} WHERE ${tenant} <> ${alpha.id}::uuid RETURNING 1`)),
      ]);
      expect(reached, name).toEqual([]);
    }
    expect(await rowsOf(database, bravo.id)).toEqual(before);
  });

  it('cannot be put into another workspace', async () => {
    const rows = { alpha: await rowsOf(database, alpha.id), bravo: await rowsOf(database, bravo.id) };
    for (const name of names) {
      const insert = (row: string) =>
        tried(alpha.id, (transaction) =>
          transaction.query(
            sql`INSERT INTO ${raw(name)} SELECT (json_populate_record(NULL::${raw(name)}, ${row}::json)).*`,
          ),
        );
      await expect(insert(rows.bravo[name]![0]!), name).rejects.toThrow('violates row-level security policy');
      // The same of its own gets as far as the key: it was the policy that refused.
      await expect(insert(rows.alpha[name]![0]!), name).rejects.toThrow('duplicate key');
      const given = tried(alpha.id, (transaction) =>
        transaction.query(sql`UPDATE ${raw(name)} SET ${raw(tenantColumn(name))} = ${bravo.id}::uuid`),
      );
      await expect(given, name).rejects.toThrow(
        UNCHANGEABLE.includes(name) ? 'permission denied' : 'violates row-level security policy',
      );
    }
  });

  it('are not reached by the id of a workspace that there is none of, or by none', async () => {
    await inWorkspace(database, '00000000-0000-0000-0000-000000000000', async (transaction) => {
      for (const name of names) expect(await transaction.query(sql`SELECT 1 FROM ${raw(name)}`), name).toEqual([]);
      await transaction.query(sql`SET LOCAL app.workspace_id = ''`);
      for (const name of names) expect(await transaction.query(sql`SELECT 1 FROM ${raw(name)}`), name).toEqual([]);
    });
    for (const id of ['', 'x', `${alpha.id}'; SET ROLE postgres; --`, alpha.id.toUpperCase()]) {
      await expect(async () => inWorkspace(database, id, async () => {})).rejects.toThrow('not a workspace id');
    }
  });

  it('are bound for one transaction only, whether it ends well or not', async () => {
    const leads = async () => (await database.pool.query('SELECT 1 FROM lead')).rows.length;
    await inWorkspace(database, alpha.id, (transaction) => transaction.query(sql`SELECT 1`));
    expect(await leads()).toBe(0);
    await expect(
      inWorkspace(database, alpha.id, (transaction) => transaction.query(sql`SELECT 1 / 0`)),
    ).rejects.toThrow('division by zero');
    expect(await leads()).toBe(0);
    await asOwner(database, (transaction) => transaction.query(sql`SELECT 1`));
    expect(await leads()).toBe(0);
  });
});
