import pg from 'pg';

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

export async function runTransaction<T>(
  pool: pg.Pool,
  preamble: string,
  work: (transaction: Transaction) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    const begin = options.snapshot ? 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY' : 'BEGIN';
    // One simple-protocol message: on the embedded database a transaction must begin in a single step.
    await client.query(`${begin}; ${preamble}`);
    const result = await work({
      query: async <Row extends object>({ text, values }: Statement) =>
        (await client.query<Row>({ text, values: values as unknown[], types })).rows,
    });
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((rollbackError: Error) => {
      broken = rollbackError;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
