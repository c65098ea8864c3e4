import type { ClientBase } from 'pg';
import { DatabaseError } from './database-error.js';

/** What a login may do to the tables by itself, beside what the roles that it takes on let it. */
export interface Login {
  readonly name: string;
  /** It owns the tables, or may make them where there are none. */
  readonly mayMigrate: boolean;
  /** It could get around row-level security: it is, or could become, a superuser or the owner of a table. */
  readonly mayBypass: boolean;
}

/** The roles that the server works under; a login of its own is a member of these and of nothing else. */
const ROLES = ['leadstage_app', 'leadstage_watch'] as const;

/** Makes a login that cannot get around row-level security. An administrator runs it once, after the first migration. */
export const OWN_LOGIN_SQL = `CREATE ROLE leadstage LOGIN NOINHERIT PASSWORD '…'; GRANT ${ROLES.join(', ')} TO leadstage;`;

/*
 * Roles are taken on with SET ROLE, so that membership counts whether it is inherited or not. With CREATEROLE a login
 * of PostgreSQL 15 can make itself a member of the owner.
 */
const LOGIN = `
  SELECT session_user::text AS name,
    coalesce(
      (SELECT pg_has_role(relowner, 'USAGE') FROM pg_class WHERE oid = to_regclass('_prisma_migrations')),
      has_schema_privilege(current_schema(), 'CREATE'),
      false
    ) AS "mayMigrate",
    EXISTS (
      SELECT FROM pg_roles r
      WHERE pg_has_role(r.oid, 'MEMBER') AND (r.rolsuper OR r.rolbypassrls OR r.rolcreaterole OR EXISTS (
        SELECT FROM pg_class c WHERE c.relowner = r.oid AND c.relnamespace = current_schema()::regnamespace
      ))
    ) AS "mayBypass"`;

export async function loginOf(client: ClientBase): Promise<Login> {
  const { rows } = await client.query<Login>(LOGIN);
  return rows[0]!;
}

/**
 * What was applied to a database whose login owns nothing: only `leadstage_watch` reads that. Nothing where there is no
 * such role or table, or one from before the watch.
 * @throws DatabaseError LOGIN_WITHOUT_ROLES
 */
export async function appliedAsWatch(client: ClientBase, login: Login): Promise<Map<string, string>> {
  const { rows } = await client.query<{ role: string; isMember: boolean }>(
    `SELECT rolname::text AS role, pg_has_role(oid, 'MEMBER') AS "isMember" FROM pg_roles WHERE rolname = ANY ($1)`,
    [ROLES],
  );
  if (rows.length < ROLES.length) return new Map();
  if (rows.some(({ isMember }) => !isMember)) {
    throw new DatabaseError(
      'LOGIN_WITHOUT_ROLES',
      `The login "${login.name}" is no member of the roles that the server works under. Let an administrator run: GRANT ${ROLES.join(', ')} TO "${login.name}";`,
    );
  }
  try {
    await client.query('BEGIN READ ONLY; SET LOCAL ROLE leadstage_watch');
    return await appliedMigrations(client);
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === UNDEFINED_TABLE || code === INSUFFICIENT_PRIVILEGE) return new Map();
    throw error;
  } finally {
    await client.query('ROLLBACK');
  }
}

const UNDEFINED_TABLE = '42P01';
const INSUFFICIENT_PRIVILEGE = '42501';

/** Checksums of the migrations in Prisma's ledger, by name. */
export async function appliedMigrations(client: ClientBase): Promise<Map<string, string>> {
  const { rows } = await client.query<{ migration_name: string; checksum: string }>(
    'SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  );
  return new Map(rows.map((row) => [row.migration_name, row.checksum]));
}
