import type { Database } from '@leadstage/prisma';
import { inWorkspace } from '@leadstage/prisma';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { describeDatabase, newWorkspace, openTestDatabase } from '../../../../test/support/database.js';
import { startReceiver } from '../../../../test/support/receiver.js';
import { statementsOf } from '../../../../test/support/statements.js';
import { ingest } from '../commands/ingest.js';
import { recordIn } from '../commands/recording.js';
import { verify } from '../commands/verify.js';
import { createLog } from '../observe/log.js';
import { beginReprojection } from '../projections/reproject.js';
import { LEAD_FACT } from '../query/facts.js';
import { sql } from '../query/sql.js';
import { createWebhook } from '../webhooks/create-webhook.js';
import { startWorker } from './start-worker.js';
import { TASKS, type Task } from './tasks.js';

let database: Database;

beforeAll(async () => {
  vi.stubEnv('LEADSTAGE_WEBHOOK_ALLOW_PRIVATE', '1');
  database = await openTestDatabase();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await database?.close();
});

const unit = (lead: string) => ({
  lead: { externalId: lead },
  transitions: [{ externalId: lead, lead, to: 'LEAD', occurredAt: Date.UTC(2026, 4, 1) }],
});

/** Runs a worker, or several, until something is so. */
async function working(until: () => unknown, tasks: readonly Task[] = TASKS, workers = 1): Promise<unknown[]> {
  const stop = new AbortController();
  const errors: unknown[] = [];
  const options = { tick: 20, signal: stop.signal, onError: (...told: unknown[]) => errors.push(told), tasks };
  const ended = Array.from({ length: workers }, () => startWorker(database, options));
  try {
    await vi.waitFor(async () => expect(await until()).toBe(true), { timeout: 30_000, interval: 50 });
  } finally {
    stop.abort();
    await Promise.all(ended);
  }
  return errors;
}

async function generations(id: string): Promise<number[]> {
  const rows = await inWorkspace(database, id, (transaction) =>
    transaction.query<{ generation: number }>(sql`SELECT DISTINCT generation FROM ${LEAD_FACT} ORDER BY 1`),
  );
  return rows.map(({ generation }) => generation);
}

describe(`the worker, ${describeDatabase()}`, () => {
  it('delivers what is due in every workspace, each event once, however many workers there are', async () => {
    const receiver = await startReceiver();
    const ids = await Promise.all([newWorkspace(database), newWorkspace(database)]);
    for (const id of ids) {
      await createWebhook(database, id, { url: receiver.url, events: ['lead.transitioned'] });
      await ingest(
        database,
        id,
        Array.from({ length: 10 }, (_, n) => unit(`lead-${n}`)),
      );
    }
    const errors = await working(() => receiver.received.length >= 20, TASKS, 2);
    expect(errors).toEqual([]);
    expect(receiver.received).toHaveLength(20);
    for (const id of ids) {
      const own = receiver.received.filter(({ body }) => body.includes(id));
      expect(own.map((each) => each.id)).toEqual(Array.from({ length: 10 }, (_, n) => String(n + 1)));
    }
    await receiver.close();
  });

  it('makes projections anew and sweeps what is left of the old ones', async () => {
    const id = await newWorkspace(database);
    await ingest(
      database,
      id,
      Array.from({ length: 30 }, (_, n) => unit(`lead-${n}`)),
    );
    await recordIn(database, id, (recording) => beginReprojection(recording, 'REBUILD'));
    const impatient = TASKS.map(({ every: _, ...task }) => task);
    const errors = await working(async () => (await generations(id)).join() === '2', impatient);
    expect(errors).toEqual([]);
    expect(await verify(database, id)).toMatchObject({ leads: 30, wrongFacts: 0, wrongRollupCells: 0 });
  });

  it('goes on when a task fails, and says which', async () => {
    const id = await newWorkspace(database);
    let runs = 0;
    const failing: Task = {
      name: 'failing',
      due: sql`SELECT id AS workspace_id FROM workspace WHERE id = ${id}::uuid`,
      atOnce: 1,
      run: async () => {
        throw new Error('broken');
      },
    };
    const counting: Task = {
      ...failing,
      name: 'counting',
      run: async () => {
        runs += 1;
        return false;
      },
    };
    const errors = await working(() => runs >= 3, [failing, counting]);
    expect(errors[0]).toEqual([new Error('broken'), 'failing', id]);
    expect(errors.length).toBeLessThanOrEqual(2);
  });

  it('writes a failure into the log, with the task and the workspace', async () => {
    const id = await newWorkspace(database);
    const lines: string[] = [];
    const log = createLog({ level: 'info', to: { write: (line: string) => void lines.push(line) } });
    const stop = new AbortController();
    const failing: Task = {
      name: 'failing',
      due: sql`SELECT id AS workspace_id FROM workspace WHERE id = ${id}::uuid`,
      atOnce: 1,
      run: () => Promise.reject(new Error('broken')),
    };
    const ended = startWorker(database, { tick: 20, signal: stop.signal, log, tasks: [failing] });
    await vi.waitFor(() => expect(lines).not.toEqual([]));
    stop.abort();
    await ended;
    expect(JSON.parse(lines[0]!)).toMatchObject({
      level: 'error',
      task: 'failing',
      workspaceId: id,
      err: { message: 'broken' },
      msg: 'the background work failed; it will be tried again',
    });
  });

  it('goes on when it cannot ask', async () => {
    let isBroken = true;
    let asked = 0;
    const task: Task = {
      name: 'task',
      get due() {
        asked += 1;
        return isBroken ? sql`SELECT nonsense` : sql`SELECT id AS workspace_id FROM workspace WHERE false`;
      },
      atOnce: 1,
      run: async () => false,
    };
    const errors = await working(() => {
      isBroken = asked < 2;
      return asked >= 4;
    }, [task]);
    expect(errors.length).toBeGreaterThanOrEqual(1);
    expect(errors[0]).toEqual([
      expect.objectContaining({ message: expect.stringContaining('nonsense') }),
      'asking what is due',
    ]);
  });

  it('when idle asks one short question a tick', async () => {
    const stop = new AbortController();
    const texts = await statementsOf(async () => {
      const ended = startWorker(database, { tick: 100, signal: stop.signal });
      await new Promise((resolve) => setTimeout(resolve, 350));
      stop.abort();
      await ended;
    });
    const questions = texts.filter((text) => text.startsWith('SELECT'));
    expect(questions.length).toBeGreaterThan(1);
    expect(questions.length).toBeLessThanOrEqual(4);
    expect(texts).toHaveLength(3 * questions.length);
  });
});
