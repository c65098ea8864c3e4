import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { ClientBase } from 'pg';
import { DatabaseError } from './database-error.js';
import { appliedAsWatch, appliedMigrations, type Login } from './login.js';

/** The key of Prisma's own migration lock. */
const ADVISORY_LOCK = 72707369;

const INSUFFICIENT_PRIVILEGE = '42501';
const ROLE_REMEDY =
  ' Whose login migrates (LEADSTAGE_MIGRATION_URL, else DATABASE_URL) must own the database and be a member of the roles' +
  ' that the server works under. It makes those itself where it has CREATEROLE; else let an administrator run:' +
  ' CREATE ROLE leadstage_app NOLOGIN; CREATE ROLE leadstage_watch NOLOGIN;' +
  ' GRANT leadstage_app, leadstage_watch TO <that login>;';

const LEDGER = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz,
  migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz,
  started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`;

interface MigrationFile {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/**
 * Applies what is pending of `prisma/migrations`, each file in a transaction of its own, and keeps Prisma's ledger
 * so that `prisma migrate status` agrees. Safe when several servers start at once.
 * @returns the names applied now
 * @throws DatabaseError MIGRATION_CHANGED, MIGRATION_FAILED
 */
export async function migrate(client: ClientBase, onApply: (name: string) => void = () => {}): Promise<string[]> {
  await client.query(`SELECT pg_advisory_lock(${ADVISORY_LOCK})`);
  try {
    await client.query(LEDGER);
    const done: string[] = [];
    for (const file of pending(await appliedMigrations(client))) {
      onApply(file.name);
      await apply(client, file);
      done.push(file.name);
    }
    return done;
  } finally {
    await client.query(`SELECT pg_advisory_unlock(${ADVISORY_LOCK})`);
  }
}

/**
 * Makes sure that nothing is pending, for a login that may not apply it.
 * @throws DatabaseError NOT_MIGRATED, MIGRATION_CHANGED, LOGIN_WITHOUT_ROLES
 */
export async function requireMigrated(client: ClientBase, login: Login): Promise<void> {
  const missing = pending(await appliedAsWatch(client, login));
  if (missing.length === 0) return;
  const names = missing.map(({ name }) => name).join(', ');
  throw new DatabaseError(
    'NOT_MIGRATED',
    `The database lacks ${missing.length === 1 ? 'the migration' : `${missing.length} migrations:`} ${names}, and the login "${login.name}" may not apply ${missing.length === 1 ? 'it' : 'them'}. Run \`leadstage migrate\` with LEADSTAGE_MIGRATION_URL set to the login that owns the tables.`,
  );
}

/** @throws DatabaseError MIGRATION_CHANGED */
function pending(applied: ReadonlyMap<string, string>): MigrationFile[] {
  return migrationFiles().filter(({ name, checksum }) => {
    const known = applied.get(name);
    if (known === undefined || known === checksum) return known === undefined;
    throw new DatabaseError(
      'MIGRATION_CHANGED',
      `Migration ${name} was applied to this database in another form. Restore the file, or start from an empty database.`,
    );
  });
}

async function apply(client: ClientBase, file: MigrationFile): Promise<void> {
  try {
    await client.query('BEGIN');
    await client.query(file.sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
       VALUES ($1, $2, now(), $3, 1)`,
      [randomUUID(), file.checksum, file.name],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    const { code, message } = error as Error & { code?: string };
    const remedy = code === INSUFFICIENT_PRIVILEGE ? ROLE_REMEDY : '';
    throw new DatabaseError('MIGRATION_FAILED', `Migration ${file.name} failed: ${message}.${remedy}`, {
      cause: error,
    });
  }
}

/** Names of all migrations that a database of this version has, in the order in which they are applied. */
export function migrationNames(): string[] {
  return migrationFiles().map(({ name }) => name);
}

function migrationFiles(): MigrationFile[] {
  const packageFile = createRequire(import.meta.url).resolve('@leadstage/prisma/package.json');
  const folder = join(dirname(packageFile), 'migrations');
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}
