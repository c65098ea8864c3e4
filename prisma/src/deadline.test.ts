import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { asOwner } from '../../test/support/as-owner.js';
import { describeDatabase, newWorkspace, openTestDatabase } from '../../test/support/database.js';
import { type Database, inWorkspace, prismaInWorkspace, withDeadline } from './database.js';

let database: Database;
let id: string;

beforeAll(async () => {
  database = await openTestDatabase();
  id = await newWorkspace(database);
});
afterAll(() => database?.close());

const statement = (text: string) => ({ text, values: [] });
const onServer = Boolean(process.env.LEADSTAGE_TEST_DATABASE_URL);

/** Statements of others that are running and contain the text. */
async function running(text: string): Promise<number> {
  const found = await asOwner(database, (transaction) =>
    transaction.query<{ query: string }>({
      text: `SELECT query FROM pg_stat_activity WHERE state = 'active' AND pid <> pg_backend_pid() AND position($1 IN query) > 0`,
      values: [text],
    }),
  );
  return found.length;
}

const within = (milliseconds: number | null, signal = new AbortController().signal) =>
  withDeadline(database, { until: milliseconds === null ? null : Date.now() + milliseconds, signal });

describe(`a deadline, ${describeDatabase()}`, () => {
  it('that is far changes nothing', async () => {
    const rows = await inWorkspace(within(60_000), id, (transaction) =>
      transaction.query(statement('SELECT 1 AS one')),
    );
    expect(rows).toEqual([{ one: 1 }]);
  });

  it('that has passed lets nothing begin', async () => {
    const work = vi.fn();
    await expect(inWorkspace(within(-1), id, work)).rejects.toMatchObject({
      name: 'DeadlinePassed',
      reason: 'TIMEOUT',
    });
    const gone = AbortSignal.abort();
    await expect(inWorkspace(within(null, gone), id, work)).rejects.toMatchObject({ reason: 'CLIENT_GONE' });
    expect(work).not.toHaveBeenCalled();
    await expect(prismaInWorkspace(within(-1), id).lead.findMany()).rejects.toMatchObject({ reason: 'TIMEOUT' });
  });

  it.each([
    ['between two statements', 'SELECT 1'],
    ['before the end', null],
  ])('that passes %s rolls back what was written', async (_when, next) => {
    const gone = new AbortController();
    const renaming = inWorkspace(within(null, gone.signal), id, async (transaction) => {
      await transaction.query(statement("UPDATE workspace SET name = 'renamed'"));
      gone.abort();
      return next === null ? [] : transaction.query(statement(next));
    });
    await expect(renaming).rejects.toMatchObject({ reason: 'CLIENT_GONE' });
    const read = () =>
      inWorkspace(database, id, (transaction) =>
        transaction.query<{ name: string }>(statement('SELECT name FROM workspace')),
      );
    expect((await read())[0]?.name).not.toBe('renamed');
  });

  it('of one who waits for a connection ends the waiting, and leaves no connection behind', async () => {
    const held = await Promise.all(
      Array.from({ length: database.pool.options.max ?? 10 }, () => database.pool.connect()),
    );
    const waiting = inWorkspace(within(50), id, async () => 'never');
    await expect(waiting).rejects.toMatchObject({ reason: 'TIMEOUT' });
    for (const client of held) client.release();
    await vi.waitFor(() => expect(database.pool.waitingCount).toBe(0));
    expect(await inWorkspace(database, id, async () => 'free')).toBe('free');
  });

  it.runIf(onServer)(
    'ends a statement that runs, on the server too, and the connection is fit for others',
    async () => {
      const sleeping = "SELECT pg_sleep(60), 'deadline'";
      const slow = inWorkspace(within(300), id, (transaction) => transaction.query(statement(sleeping)));
      await vi.waitFor(async () => expect(await running("pg_sleep(60), 'deadline'")).toBe(1));
      await expect(slow).rejects.toMatchObject({ name: 'DeadlinePassed', reason: 'TIMEOUT' });
      await vi.waitFor(async () => expect(await running("pg_sleep(60), 'deadline'")).toBe(0));
      for (let n = 0; n < 20; n += 1) {
        expect(
          await inWorkspace(database, id, (transaction) => transaction.query(statement('SELECT 1 AS one'))),
        ).toHaveLength(1);
      }
    },
  );

  it.runIf(onServer)('ends a statement whose client has gone', async () => {
    const gone = new AbortController();
    const slow = inWorkspace(within(null, gone.signal), id, (transaction) =>
      transaction.query(statement("SELECT pg_sleep(60), 'gone'")),
    );
    const ended = expect(slow).rejects.toMatchObject({ reason: 'CLIENT_GONE' });
    await vi.waitFor(async () => expect(await running("pg_sleep(60), 'gone'")).toBe(1));
    gone.abort();
    await ended;
    await vi.waitFor(async () => expect(await running("pg_sleep(60), 'gone'")).toBe(0));
  });

  it.runIf(onServer)('is kept by the server alone where this process is too busy, through Prisma too', async () => {
    const told = await inWorkspace(within(5_000), id, (transaction) =>
      transaction.query<{ ms: number }>(
        statement("SELECT extract(epoch FROM current_setting('statement_timeout')::interval)::float8 * 1000 AS ms"),
      ),
    );
    expect(told[0]?.ms).toBeGreaterThan(3_000);
    expect(told[0]?.ms).toBeLessThanOrEqual(5_000);
    const blocked = await database.pool.connect();
    try {
      await blocked.query('RESET ROLE; BEGIN; LOCK TABLE lead IN ACCESS EXCLUSIVE MODE');
      await expect(prismaInWorkspace(within(300), id).lead.findMany()).rejects.toMatchObject({ reason: 'TIMEOUT' });
    } finally {
      await blocked.query('ROLLBACK; SET ROLE leadstage_app');
      blocked.release();
    }
    expect(await prismaInWorkspace(within(5_000), id).lead.findMany()).toEqual([]);
  });

  it.runIf(!onServer)(
    'on the embedded database ends the waiting; the statement runs on and is then rolled back',
    async () => {
      const slow = inWorkspace(within(100), id, async (transaction) => {
        await transaction.query(statement("UPDATE workspace SET name = 'too late'"));
        await transaction.query(statement('SELECT count(*) FROM generate_series(1, 3000000)'));
        return 'done';
      });
      await expect(slow).rejects.toMatchObject({ reason: 'TIMEOUT' });
      const rows = await inWorkspace(database, id, (transaction) =>
        transaction.query<{ name: string }>(statement('SELECT name FROM workspace')),
      );
      expect(rows[0]?.name).not.toBe('too late');
    },
  );
});
