import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { watchEventLoop } from './event-loop.js';

/** Lets nothing else happen. */
function block(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}

describe('the delay of the event loop', () => {
  it('is told once it has been, for a second or two, and then forgotten', async () => {
    let clock = 0;
    const delay = watchEventLoop(() => clock);
    await pause(100);
    block(700);
    // The runtime's own timer sees how late it is.
    await pause(50);
    clock = 500;
    expect(delay()).toBeGreaterThan(600);
    clock = 1_500;
    expect(delay(), 'of the second that is over').toBeGreaterThan(600);
    clock = 2_400;
    expect(delay(), 'of that and the one under way').toBeGreaterThan(600);
    // What has been since, but nobody knows when: it may be long ago.
    block(700);
    await pause(50);
    clock = 3_500;
    expect(delay(), 'once nobody has asked for two seconds').toBe(0);
  });
});
