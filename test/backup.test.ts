import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { type Database, openDatabase } from '@leadstage/prisma';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verify } from '../packages/api/src/commands/verify.js';
import { sql } from '../packages/api/src/query/sql.js';
import { type Cluster, newCluster, postgresPrograms } from './faults/support/cluster.js';
import { asOwner } from './support/as-owner.js';
import { askingOf } from './support/ask.js';
import { rowsOf } from './support/catalog.js';
import { createServerDatabase } from './support/database.js';
import { blocksOf } from './support/readme-blocks.js';
import { AT, PERIOD } from './support/tenancy-questions.js';
import { newTenant, type Tenant } from './support/tenant.js';

const serverUrl = process.env.LEADSTAGE_TEST_DATABASE_URL;
const blocks = blocksOf(readFileSync(new URL('../docs/backup.md', import.meta.url), 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'leadstage-backup-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a block of docs/backup.md as it stands there. */
async function run(info: string, environment: Readonly<Record<string, string>>): Promise<void> {
  const { body } = blocks.find((block) => block.language === 'sh' && block.info === info)!;
  const path = [postgresPrograms(), process.env.PATH].filter(Boolean).join(delimiter);
  await promisify(execFile)('bash', ['-euc', body], { env: { ...process.env, ...environment, PATH: path } });
}

/** Everything of both workspaces: rows, answers to reports, and whether the projections hold. */
async function everything(database: Database, tenants: readonly Tenant[]) {
  const ask = askingOf(database);
  const all: Record<string, unknown> = {};
  for (const { id, name, key } of tenants) {
    const question = `{
      funnel(input: { ${PERIOD}, ${AT}, grain: MONTH, by: ["source"] }) { total { stages { reached stepRate { value } } }
        groups { keys { value } figures { stages { reached } } } series { figures { stages { reached } } } }
      cost(input: { ${PERIOD}, ${AT} }) { total { stages { entered spend { amount } } } }
      leads(first: 100) { edges { cursor node { externalId name stage { key } transitions { kind } } } }
    }`;
    const { errors, text } = await ask(question, `Bearer ${key}`);
    expect(errors).toEqual([]);
    expect(await verify(database, id)).toMatchObject({ wrongFacts: 0, wrongRollupCells: 0 });
    all[name] = { text, rows: await rowsOf(database, id) };
  }
  return all;
}

const twoTenants = async (database: Database) => [
  await newTenant(database, 'alpha', 6),
  await newTenant(database, 'bravo', 12),
];

const needsServer = serverUrl ? '' : ' (skipped: needs LEADSTAGE_TEST_DATABASE_URL)';

describe.skipIf(needsServer !== '')(`docs/backup.md on a PostgreSQL server${needsServer}`, () => {
  const backup = join(folder, 'leadstage.dump');
  let old: Database;
  let restored: Database;
  let drop = async () => {};
  let cluster: Cluster;
  let own: string;
  let tenants: Tenant[];

  beforeAll(async () => {
    const source = await createServerDatabase(serverUrl!);
    drop = source.drop;
    old = await openDatabase({ url: source.url });
    tenants = await twoTenants(old);
    cluster = await newCluster();
    const target = await createServerDatabase(cluster.url);
    await run('dump', { BACKUP: backup, OWNER_URL: source.url });
    await run('roles', { ADMIN_URL: cluster.url, PASSWORD: 'secret' });
    await run('restore', { NEW_URL: target.url, BACKUP: backup });
    const url = new URL(target.url);
    url.username = 'leadstage';
    url.password = 'secret';
    own = url.href;
    restored = await openDatabase({ url: target.url });
  }, 180_000);
  afterAll(async () => {
    await restored?.close();
    await cluster?.remove();
    await old?.close();
    await drop();
  });

  it('brings every row and the same answers to a cluster that had no roles', async () => {
    expect(await everything(restored, tenants)).toEqual(await everything(old, tenants));
  });

  it('brings row-level security, and all that the roles may do', async () => {
    const walls = (database: Database) =>
      asOwner(database, (transaction) =>
        transaction.query(sql`
          SELECT c.relname::text AS table, c.relrowsecurity AS secured, a.attname::text AS column,
            has_column_privilege('leadstage_app', c.oid, a.attnum, 'SELECT') AS app,
            has_column_privilege('leadstage_watch', c.oid, a.attnum, 'SELECT') AS watch,
            has_table_privilege('leadstage_app', c.oid, 'UPDATE') AS changes,
            (SELECT json_agg(json_build_array(polname, polcmd, pg_get_expr(polqual, polrelid)) ORDER BY polname)
              FROM pg_policy WHERE polrelid = c.oid) AS policies
          FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
          WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') ORDER BY 1, 3`),
      );
    const before = await walls(old);
    expect(before.length).toBeGreaterThan(100);
    expect(await walls(restored)).toEqual(before);
    expect((await restored.pool.query('SELECT * FROM lead')).rows).toEqual([]);
  });

  it('is served by the login that owns nothing', async () => {
    const database = await openDatabase({ url: own });
    expect(database.mayBypass).toBe(false);
    const { data } = await askingOf(database)('{ leads(first: 1) { totalCount } }', `Bearer ${tenants[1]!.key}`);
    expect(data).toEqual({ leads: { totalCount: 12 } });
    await database.close();
  });

  it('cannot be made by that login', async () => {
    await expect(run('dump', { BACKUP: join(folder, 'none.dump'), OWNER_URL: own })).rejects.toThrow(
      /permission denied|row-level security/,
    );
  });
});

describe.skipIf(serverUrl !== undefined)('docs/backup.md of the embedded database', () => {
  it('brings every row and the same answers back', { timeout: 180_000 }, async () => {
    const place = { LEADSTAGE_DATA_DIR: join(folder, 'data'), BACKUP: join(folder, 'copy') };
    const first = await openDatabase({ dataDir: place.LEADSTAGE_DATA_DIR });
    const tenants = await twoTenants(first);
    const before = await everything(first, tenants);
    await expect(run('copy', place), 'while it runs').rejects.toThrow();
    await first.close();
    await run('copy', place);

    rmSync(place.LEADSTAGE_DATA_DIR, { recursive: true });
    mkdirSync(place.LEADSTAGE_DATA_DIR);
    writeFileSync(join(place.LEADSTAGE_DATA_DIR, 'broken'), 'what is left after a disk failed');
    await run('put back', place);
    const again = await openDatabase({ dataDir: place.LEADSTAGE_DATA_DIR });
    try {
      expect(await everything(again, tenants)).toEqual(before);
    } finally {
      await again.close();
    }
  });
});
