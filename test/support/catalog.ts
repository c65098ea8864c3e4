import type { Database } from '@leadstage/prisma';
import { raw, sql } from '../../packages/api/src/query/sql.js';
import { asOwner } from './as-owner.js';

/** Tables that hold nobody's data. */
const HOUSEKEEPING: readonly string[] = ['_prisma_migrations'];

/** Every table of the database but housekeeping ones, by name. */
export async function tables(database: Database): Promise<string[]> {
  const rows = await asOwner(database, (transaction) =>
    transaction.query<{ name: string }>(sql`
      SELECT relname::text AS name FROM pg_class
      WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p') ORDER BY relname`),
  );
  return rows.map(({ name }) => name).filter((name) => !HOUSEKEEPING.includes(name));
}

/** The column of a table that says whose row it is. */
export function tenantColumn(table: string): string {
  return table === 'workspace' ? 'id' : 'workspace_id';
}

/** How many rows each table has, of one workspace or of all. */
export async function rowCounts(database: Database, workspaceId?: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  const names = await tables(database);
  await asOwner(database, async (transaction) => {
    for (const name of names) {
      const whose = workspaceId ? sql`WHERE ${raw(tenantColumn(name))} = ${workspaceId}::uuid` : sql``;
      const [row] = await transaction.query<{ count: number }>(sql`SELECT count(*) FROM ${raw(name)} ${whose}`);
      counts[name] = row!.count;
    }
  });
  return counts;
}

/** What changes by the mere asking, a moment later. */
const VOLATILE = 'last_used_at';

/** Every row of a workspace as JSON text, by table, in an order that does not depend on where it is stored. */
export async function rowsOf(database: Database, workspaceId: string): Promise<Record<string, readonly string[]>> {
  const all: Record<string, readonly string[]> = {};
  const names = await tables(database);
  await asOwner(database, async (transaction) => {
    for (const name of names) {
      const rows = await transaction.query<{ row: string }>(sql`
        SELECT (to_jsonb(t) - ${VOLATILE}::text)::text AS row FROM ${raw(name)} t
        WHERE ${raw(tenantColumn(name))} = ${workspaceId}::uuid ORDER BY 1`);
      all[name] = rows.map(({ row }) => row);
    }
  });
  return all;
}
