import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_LIMITS } from '../limits/limits.js';
import { clientAddressBehind } from './client-address.js';
import { guardsFor } from './pressure.js';
import { requestInfo } from './request-info.js';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A door with one place; who is inside stays until `letGo`. */
async function oneAtATime(delay: () => number) {
  const inside: ServerResponse[] = [];
  const guards = guardsFor({ ...DEFAULT_LIMITS, concurrency: 1 }, clientAddressBehind([]), delay);
  const door = guards.operations(
    (_request, response) =>
      new Promise<void>((resolve) => {
        inside.push(response);
        response.once('finish', resolve);
      }),
  );
  const listening = createServer((request, response) => {
    void door(request, response, requestInfo(request, response));
  });
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(listening.address() as AddressInfo).port}/`;
  return {
    gate: guards.gate,
    ask: async () => (await fetch(url)).status,
    letGo: () => inside.shift()?.end(),
  };
}

describe('while the event loop is late', () => {
  it('nobody is let wait, who finds a place goes in, and afterwards they wait again', async () => {
    let late = 1_001;
    const { gate, ask, letGo } = await oneAtATime(() => late);
    const first = ask();
    await vi.waitFor(() => expect(gate.inside).toBe(1));
    expect(await Promise.all([ask(), ask(), ask(), ask(), ask()])).toEqual([503, 503, 503, 503, 503]);
    expect([gate.inside, gate.waiting]).toEqual([1, 0]);
    late = 1_000;
    const waiting = [ask(), ask(), ask()];
    await vi.waitFor(() => expect(gate.waiting).toBe(3));
    // Who waits already is not sent away.
    late = 5_000;
    expect(await ask()).toBe(503);
    for (let left = 3; left >= 0; left -= 1) {
      letGo();
      await vi.waitFor(() => expect([gate.inside, gate.waiting]).toEqual(left > 0 ? [1, left - 1] : [0, 0]));
    }
    expect(await Promise.all([first, ...waiting])).toEqual([200, 200, 200, 200]);
    const next = ask();
    await vi.waitFor(() => expect(gate.inside).toBe(1));
    letGo();
    expect(await next).toBe(200);
  });
});
