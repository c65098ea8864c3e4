import { setTimeout as pause } from 'node:timers/promises';
import { acrossWorkspaces, type Database } from '@leadstage/prisma';
import { type Log, SILENT } from '../observe/log.js';
import { observed } from '../observe/observed-task.js';
import { join, sql } from '../query/sql.js';
import { TASKS, type Task } from './tasks.js';
import { workQueue } from './work-queue.js';

export interface WorkerOptions {
  /** How often to ask what is due, milliseconds; default 1,000. */
  readonly tick?: number;
  /** Ends the worker: nothing more begins. */
  readonly signal: AbortSignal;
  readonly log?: Log;
  /** Told of what fails, with the task and, where there is one, the workspace. It is tried again. Default: logged. */
  readonly onError?: (error: unknown, task: string, workspaceId?: string) => void;
  readonly tasks?: readonly Task[];
}

const TICK_MS = 1_000;
/** How long it waits at most where it cannot ask, milliseconds. */
const LONGEST_WAIT_MS = 5_000;

/**
 * Does what a server does of itself, next to answering: alerts, deliveries, reprojections, sweeping. Every tick it
 * asks in one statement which workspaces have something due.
 * @returns once it has been ended and the steps under way are through
 */
export async function startWorker(
  database: Database,
  { tick = TICK_MS, signal, log = SILENT, onError = logging(log), tasks = TASKS }: WorkerOptions,
): Promise<void> {
  const lanes = tasks.map((task) => ({
    task,
    queue: workQueue(observed(task), database, signal, onError),
    askAt: 0,
  }));
  for (let failures = 0; !signal.aborted; ) {
    const now = performance.now();
    const asked = lanes.filter(({ askAt }) => askAt <= now);
    try {
      const due = await askDue(
        database,
        asked.map(({ task }) => task),
      );
      for (const lane of asked) {
        lane.askAt = now + (lane.task.every ?? 0);
        lane.queue.add(due.filter(({ task }) => task === lane.task.name).map(({ workspaceId }) => workspaceId));
      }
      failures = 0;
    } catch (error) {
      failures += 1;
      onError(error, 'asking what is due');
    }
    await pause(Math.min(tick * 2 ** failures, LONGEST_WAIT_MS), undefined, { signal }).catch(() => {});
  }
  await Promise.all(lanes.map(({ queue }) => queue.end()));
}

async function askDue(database: Database, tasks: readonly Task[]): Promise<{ task: string; workspaceId: string }[]> {
  if (tasks.length === 0) return [];
  const selections = tasks.map(
    ({ name, due }) => sql`SELECT ${name}::text AS task, workspace_id AS "workspaceId" FROM (${due}) due`,
  );
  return acrossWorkspaces(database, (transaction) => transaction.query(sql`${join(selections, ' UNION ALL ')}`));
}

function logging(log: Log): NonNullable<WorkerOptions['onError']> {
  return (err, task, workspaceId) =>
    log.error({ err, task, workspaceId }, 'the background work failed; it will be tried again');
}
