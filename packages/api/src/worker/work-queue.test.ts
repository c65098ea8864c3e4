import type { Database } from '@leadstage/prisma';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { empty } from '../query/sql.js';
import type { Task } from './tasks.js';
import { workQueue } from './work-queue.js';

const database = {} as Database;
const turns = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function queueOf(run: (workspaceId: string) => Promise<boolean>, atOnce = 1) {
  const stop = new AbortController();
  const errors: unknown[] = [];
  const task: Task = { name: 'test', due: empty, atOnce, run: (_database, workspaceId) => run(workspaceId) };
  const queue = workQueue(task, database, stop.signal, (...told) => errors.push(told));
  return { queue, stop, errors };
}

describe('a work queue', () => {
  it('takes turns among workspaces with more to do', async () => {
    const steps: string[] = [];
    const left: Record<string, number> = { big: 3, small: 1, other: 2 };
    const { queue } = queueOf(async (id) => {
      steps.push(id);
      left[id]! -= 1;
      return left[id]! > 0;
    });
    queue.add(['big', 'small', 'other']);
    await turns();
    expect(steps).toEqual(['big', 'small', 'other', 'big', 'other', 'big']);
  });

  it('runs at most so many at once, and none twice at once', async () => {
    let running = 0;
    let most = 0;
    const steps: string[] = [];
    const { queue } = queueOf(async (id) => {
      steps.push(id);
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 10));
      running -= 1;
      return false;
    }, 2);
    queue.add(['a', 'b', 'c']);
    queue.add(['a', 'b', 'c']);
    await vi.advanceTimersByTimeAsync(100);
    expect([steps, most]).toEqual([['a', 'b', 'c'], 2]);
    queue.add(['a']);
    await vi.advanceTimersByTimeAsync(100);
    expect(steps).toHaveLength(4);
  });

  it('leaves a workspace alone for 1 s, 2 s, 4 s … after failures, and others not', async () => {
    let isBroken = true;
    const steps: string[] = [];
    const { queue, errors } = queueOf(async (id) => {
      steps.push(id);
      if (id === 'bad' && isBroken) throw new Error('broken');
      return false;
    });
    const asked = async (milliseconds: number) => {
      await vi.advanceTimersByTimeAsync(milliseconds);
      steps.length = 0;
      queue.add(['bad', 'good']);
      await turns();
      return [...steps];
    };
    expect(await asked(0)).toEqual(['bad', 'good']);
    expect(await asked(999)).toEqual(['good']);
    expect(await asked(1)).toEqual(['bad', 'good']);
    expect(await asked(1_999)).toEqual(['good']);
    isBroken = false;
    expect(await asked(1)).toEqual(['bad', 'good']);
    expect(await asked(0)).toEqual(['bad', 'good']);
    expect(errors).toEqual(Array(2).fill([new Error('broken'), 'test', 'bad']));
  });

  it('ends once what is under way has ended, and begins nothing more', async () => {
    const steps: string[] = [];
    const { queue, stop } = queueOf(async (id) => {
      steps.push(id);
      await new Promise((resolve) => setTimeout(resolve, 50));
      steps.push(`${id} done`);
      return true;
    });
    queue.add(['a', 'b']);
    stop.abort();
    const ended = queue.end();
    await vi.advanceTimersByTimeAsync(500);
    await ended;
    queue.add(['c']);
    expect(steps).toEqual(['a', 'a done']);
  });
});
