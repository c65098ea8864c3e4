import type { Database } from '@leadstage/prisma';
import type { Task } from './tasks.js';

/** How long a workspace is left alone after a task failed in it, milliseconds: 1 s, 2 s, 4 s … 5 min. */
const backOff = (failures: number) => Math.min(1_000 * 2 ** (failures - 1), 300_000);

export interface WorkQueue {
  /** Has the task run in these workspaces, in turn; those that wait or are at it already are not added again. */
  add(workspaceIds: readonly string[]): void;
  /** Begins nothing more, and resolves once what is under way has ended. */
  end(): Promise<void>;
}

/** One task's work: a step at a time in each workspace, taking turns, and less and less often where it fails. */
export function workQueue(
  task: Task,
  database: Database,
  signal: AbortSignal,
  onError: (error: unknown, task: string, workspaceId: string) => void,
): WorkQueue {
  const waiting = new Set<string>();
  const running = new Map<string, Promise<void>>();
  const failures = new Map<string, { readonly count: number; readonly until: number }>();

  const step = async (workspaceId: string) => {
    try {
      const more = await task.run(database, workspaceId, signal);
      failures.delete(workspaceId);
      if (more) waiting.add(workspaceId);
    } catch (error) {
      const count = (failures.get(workspaceId)?.count ?? 0) + 1;
      failures.set(workspaceId, { count, until: performance.now() + backOff(count) });
      onError(error, task.name, workspaceId);
    }
  };
  const begin = () => {
    for (const workspaceId of waiting) {
      if (signal.aborted || running.size >= task.atOnce) return;
      waiting.delete(workspaceId);
      const under = step(workspaceId).finally(() => {
        running.delete(workspaceId);
        begin();
      });
      running.set(workspaceId, under);
    }
  };
  return {
    add(workspaceIds) {
      for (const id of workspaceIds) {
        const isResting = (failures.get(id)?.until ?? 0) > performance.now();
        if (!isResting && !running.has(id)) waiting.add(id);
      }
      begin();
    },
    async end() {
      waiting.clear();
      await Promise.all(running.values());
    },
  };
}
