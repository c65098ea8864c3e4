import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from '../generated/client/client.js';
import { takeDataFolder } from './data-folder.js';
import type { Database } from './database.js';
import { DatabaseError } from './database-error.js';
import { type Embedded, startEmbedded } from './embedded.js';
import { type Login, loginOf } from './login.js';
import { migrate, requireMigrated } from './migrate.js';
import { clientObservedBy, type StatementObserver } from './observed-client.js';

export interface OpenOptions {
  /** `postgres://…` of a server; without it the embedded database is opened. */
  readonly url?: string | undefined;
  /** The login that owns the tables of that server, for migrations alone; without it `url` migrates, where it may. */
  readonly migrationUrl?: string | undefined;
  /** Folder of the embedded database; default `.leadstage`. `memory://` keeps nothing. */
  readonly dataDir?: string | undefined;
  /** When another process has the folder open: join it (default) or refuse with DATA_FOLDER_IN_USE. */
  readonly attach?: boolean;
  readonly onMigration?: (name: string) => void;
  /** Told of every statement of every connection, migrations aside. */
  readonly onStatement?: StatementObserver | undefined;
}

/** How long a statement may wait for a connection. The embedded database has one; all wait for it in turn. */
const CONNECT_WITHIN_MS = { embedded: 60_000, server: 10_000 };
/** How long a read through Prisma may take. */
const LONGEST_READ_MS = 60_000;
const OLDEST_SERVER = 150_000;
/*
 * Nested loops are for plans that expect few rows. Ours are set-based, and the embedded database has no statistics to
 * tell a thousand rows from one (it never analyses by itself): there a batch of 2,000 leads took 13 s instead of 0.1 s.
 * Where nothing else can join, PostgreSQL loops all the same. Compiling (jit) costs more than these statements take.
 */
const SESSION = "SET ROLE leadstage_app; SET TIME ZONE 'UTC'; SET enable_nestloop = off; SET jit = off";

/**
 * Opens the database, embedded or on a server, brings its schema up to date, and leaves every connection under a
 * role that row-level security binds.
 * @throws DatabaseError with a one-line message
 */
export async function openDatabase(options: OpenOptions = {}): Promise<Database> {
  if (options.url) {
    if (options.migrationUrl) await bringUpToDate({ connectionString: options.migrationUrl }, options.onMigration);
    return connect({ connectionString: options.url }, 'server', options, 10);
  }
  const held = options.dataDir === 'memory://' ? inMemory() : takeDataFolder(options.dataDir ?? '.leadstage');
  if ('holder' in held) {
    if (options.attach === false) {
      throw new DatabaseError(
        'DATA_FOLDER_IN_USE',
        `The data folder is in use by process ${held.holder.pid}. Stop it, or set LEADSTAGE_DATA_DIR to another folder.`,
      );
    }
    return connect({ ...held.holder.connection, user: 'postgres', database: 'postgres' }, 'embedded', options, 1);
  }
  let embedded: Embedded | undefined;
  const stop = async () => {
    await embedded?.stop();
    held.release();
  };
  try {
    embedded = await startEmbedded(held.clusterPath, held.connection);
    held.announce(embedded.connection);
    const login = { ...embedded.connection, user: 'postgres', database: 'postgres' };
    return await connect(login, 'embedded', options, 1, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

function inMemory() {
  return {
    clusterPath: 'memory://',
    connection: { host: '127.0.0.1', port: 0 },
    announce: () => {},
    release: () => {},
  };
}

async function connect(
  login: pg.ClientConfig,
  kind: Database['kind'],
  options: OpenOptions,
  connections: number,
  stop?: () => Promise<void>,
): Promise<Database> {
  const attached = kind === 'embedded' && !stop;
  const rights = attached ? null : await bringUpToDate(login, options.onMigration);
  const pool = new pg.Pool({
    ...login,
    ...(options.onStatement ? { Client: clientObservedBy(options.onStatement) } : {}),
    max: connections,
    connectionTimeoutMillis: CONNECT_WITHIN_MS[kind],
    onConnect: async (client) => {
      await client.query(SESSION);
    },
  });
  // A connection that breaks is replaced by the pool, and whoever waits for an answer on it is told. Without listeners,
  // for those that are idle and for those that are lent out, it would end the process besides.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  // Prisma's own two seconds would fail whoever waits for a longer command, above all on the one embedded connection.
  const transactionOptions = { maxWait: CONNECT_WITHIN_MS[kind], timeout: LONGEST_READ_MS };
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool), transactionOptions });
  return {
    kind,
    attached,
    mayBypass: rights?.mayBypass ?? true,
    pool,
    prisma,
    async close() {
      await prisma.$disconnect();
      if (!pool.ended) await pool.end();
      await stop?.();
    },
  };
}

/** Migrates where the login may; else makes sure that it has been done. */
async function bringUpToDate(config: pg.ClientConfig, onMigration?: (name: string) => void): Promise<Login> {
  const client = new pg.Client(config);
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (error) {
    const { host, port, database } = client;
    throw new DatabaseError(
      'DATABASE_UNREACHABLE',
      `Cannot reach the database "${database}" on ${host}:${port}: ${describe(error)}. Check DATABASE_URL and, if set, LEADSTAGE_MIGRATION_URL.`,
      { cause: error },
    );
  }
  try {
    const version = await client.query<{ server_version_num: string }>('SHOW server_version_num');
    if (Number(version.rows[0]?.server_version_num) < OLDEST_SERVER) {
      throw new DatabaseError('DATABASE_TOO_OLD', 'Leadstage needs PostgreSQL 15 or later.');
    }
    const login = await loginOf(client);
    if (login.mayMigrate) await migrate(client, onMigration);
    else await requireMigrated(client, login);
    return login.mayMigrate ? await loginOf(client) : login;
  } finally {
    await client.end();
  }
}

/** A refused dual-stack connection comes as an AggregateError without a message of its own. */
function describe(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(describe).join('; ');
  return error instanceof Error ? error.message : String(error);
}
