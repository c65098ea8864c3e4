import pg from 'pg';
import { cancelStatement, type Deadline, DeadlinePassed, type Watch, watch } from './deadline.js';

/** A transaction that is bound to one workspace, or (see `asOwner`) to none. */
export interface Transaction {
  /**
   * Runs one statement. `int8` comes as number, `timestamptz` as epoch milliseconds, `date` as `YYYY-MM-DD`,
   * `numeric` as decimal text.
   */
  query<Row extends object>(statement: Statement): Promise<Row[]>;
}

/** A query is a value: its text with `$1` … and what they stand for. `Prisma.sql` makes them. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

export interface TransactionOptions {
  /** One snapshot for all statements, nothing written. Default: read committed, writing allowed. */
  readonly snapshot?: boolean;
}

/** What ends a transaction before its work does. */
export interface TransactionLimit {
  readonly deadline: Deadline;
  /** Whether a statement under way can be ended; on the embedded database it runs on, and only the waiting ends. */
  readonly cancellable: boolean;
}

const INT8 = 20;
const DATE = 1082;
const TIMESTAMPTZ = 1184;

const parseTimestamp = pg.types.getTypeParser(TIMESTAMPTZ) as (text: string) => Date;
const parsers: Record<number, (text: string) => unknown> = {
  [INT8]: Number,
  [DATE]: (text) => text,
  [TIMESTAMPTZ]: (text) => parseTimestamp(text).getTime(),
};
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    parsers[oid] ?? pg.types.getTypeParser(oid, format as 'text'),
} as pg.CustomTypesConfig;

/**
 * Runs `work` in one transaction.
 * @throws DeadlinePassed as soon as the limit is reached; the transaction is then rolled back, unless its COMMIT was
 * already on the way
 */
export async function runTransaction<T>(
  pool: pg.Pool,
  preamble: string,
  work: (transaction: Transaction) => Promise<T>,
  options: TransactionOptions = {},
  limit?: TransactionLimit,
): Promise<T> {
  const watching = watch(limit?.deadline);
  try {
    watching.check();
    const client = await connected(pool, watching);
    const transacting = transact(client, preamble, work, options, watching, limit?.cancellable ?? false);
    return await watching.orPassed(transacting);
  } finally {
    watching.end();
  }
}

/**
 * Runs statements without parameters in one transaction that is one message: a single way there and back, and a lock
 * that is held no longer than the database takes.
 * @returns the rows of each statement
 * @throws DeadlinePassed
 */
export async function runAtOnce(
  pool: pg.Pool,
  preamble: string,
  statements: readonly string[],
  limit?: TransactionLimit,
): Promise<object[][]> {
  const watching = watch(limit?.deadline);
  let client: pg.PoolClient | undefined;
  let broken: Error | undefined;
  try {
    watching.check();
    client = await connected(pool, watching);
    const text = ['BEGIN', `${preamble}${timeout(watching, limit?.cancellable ?? false)}`, ...statements, 'COMMIT'];
    const results = (await client.query(text.join('; '))) as unknown as pg.QueryResult<object>[];
    return results.slice(-statements.length - 1, -1).map(({ rows }) => rows);
  } catch (error) {
    await client?.query('ROLLBACK').catch((rollbackError: Error) => {
      broken = rollbackError;
    });
    throw passedIfCancelled(error);
  } finally {
    watching.end();
    client?.release(broken);
  }
}

async function connected(pool: pg.Pool, watching: Watch): Promise<pg.PoolClient> {
  const connecting = pool.connect();
  try {
    return await watching.orPassed(connecting);
  } catch (error) {
    // It comes when its turn does; nobody waits for it any more.
    void connecting.then(
      (client) => client.release(),
      () => {},
    );
    throw error;
  }
}

async function transact<T>(
  client: pg.PoolClient,
  preamble: string,
  work: (transaction: Transaction) => Promise<T>,
  options: TransactionOptions,
  watching: Watch,
  cancellable: boolean,
): Promise<T> {
  let broken: Error | undefined;
  let underWay = 0;
  let cancelling: Promise<void> | undefined;
  const send = async <Result>(statement: () => Promise<Result>): Promise<Result> => {
    watching.check();
    underWay += 1;
    try {
      return await statement();
    } finally {
      underWay -= 1;
    }
  };
  watching.onPassed(() => {
    if (cancellable && underWay > 0) cancelling = cancelStatement(client);
  });
  try {
    const begin = options.snapshot ? 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY' : 'BEGIN';
    // One simple-protocol message: on the embedded database a transaction must begin in a single step.
    await send(() => client.query(`${begin}; ${preamble}${timeout(watching, cancellable)}`));
    const result = await work({
      query: async <Row extends object>({ text, values }: Statement) =>
        (await send(() => client.query<Row>({ text, values: values as unknown[], types }))).rows,
    });
    await send(() => client.query('COMMIT'));
    return result;
  } catch (error) {
    // A cancellation may arrive late: it must not meet the next who gets this connection.
    if (cancelling) broken = new Error('cancelled');
    else {
      await client.query('ROLLBACK').catch((rollbackError: Error) => {
        broken = rollbackError;
      });
    }
    throw cancellable ? passedIfCancelled(error) : error;
  } finally {
    await cancelling;
    client.release(broken ?? cancelling !== undefined);
  }
}

/** The server's own hold on each statement, should this process be too busy to keep the time. */
function timeout(watching: Watch, cancellable: boolean): string {
  const left = cancellable ? watching.left() : null;
  return left === null ? '' : `; SET LOCAL statement_timeout = ${left}`;
}

const QUERY_CANCELED = '57014';

function passedIfCancelled(error: unknown): unknown {
  return (error as { readonly code?: unknown } | null)?.code === QUERY_CANCELED ? new DeadlinePassed('TIMEOUT') : error;
}
