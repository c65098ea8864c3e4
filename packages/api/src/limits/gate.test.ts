import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { gate, Overloaded } from './gate.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a gate', () => {
  it('lets in order, and turns away who finds the queue full or has waited too long', async () => {
    const { enter } = gate({ atOnce: 1, mostWaiting: 2, longestWait: 100 });
    const leave = await enter();
    const told: string[] = [];
    const note = (name: string) => (entering: Promise<() => void>) =>
      entering.then(
        (left) => {
          told.push(name);
          return left;
        },
        () => void told.push(`not ${name}`),
      );
    const a = note('a')(enter());
    void note('b')(enter());
    await expect(enter()).rejects.toThrow(Overloaded);
    leave();
    leave();
    const leaveA = await a;
    await vi.advanceTimersByTimeAsync(100);
    expect(told).toEqual(['a', 'not b']);
    (leaveA as () => void)();
    await expect(enter()).resolves.toBeTypeOf('function');
  });

  it('takes out of the queue who has gone, and lets nobody wait under strain', async () => {
    let strained = false;
    const doors = gate({ atOnce: 1, mostWaiting: 5, longestWait: 100, isStrained: () => strained });
    const leave = await doors.enter();
    const gone = new AbortController();
    const waiting = expect(doors.enter(gone.signal)).rejects.toThrow(Overloaded);
    gone.abort();
    await waiting;
    expect(doors.waiting).toBe(0);
    strained = true;
    await expect(doors.enter()).rejects.toThrow(Overloaded);
    leave();
    await expect(doors.enter()).resolves.toBeTypeOf('function');
  });

  it('never has more inside or waiting than it may, and is empty in the end', async () => {
    const step = fc.oneof(fc.constant('enter' as const), fc.constant('leave' as const), fc.constant('wait' as const));
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.nat(4),
        fc.array(step),
        async (atOnce, mostWaiting, steps) => {
          const doors = gate({ atOnce, mostWaiting, longestWait: 50 });
          const inside: (() => void)[] = [];
          for (const each of steps) {
            if (each === 'enter')
              void doors.enter().then(
                (leave) => inside.push(leave),
                () => {},
              );
            if (each === 'leave') inside.shift()?.();
            if (each === 'wait') await vi.advanceTimersByTimeAsync(20);
            await vi.advanceTimersByTimeAsync(0);
            expect(doors.inside).toBe(inside.length);
            expect(doors.inside).toBeLessThanOrEqual(atOnce);
            expect(doors.waiting).toBeLessThanOrEqual(mostWaiting);
            // Nobody waits before an empty place.
            if (doors.waiting > 0) expect(doors.inside).toBe(atOnce);
          }
          await vi.advanceTimersByTimeAsync(50);
          while (inside.length > 0) inside.shift()?.();
          expect([doors.inside, doors.waiting]).toEqual([0, 0]);
        },
      ),
    );
  });
});
