import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Listener, listen } from './listener.js';

let listener: Listener;
beforeAll(async () => {
  const patience = { headersTimeout: 300, requestTimeout: 600, connectionsCheckingInterval: 50 };
  listener = await listen({ host: '127.0.0.1', port: 0, patience });
  listener.handleWith((request, response) => {
    request.resume().once('end', () => response.end('ok'));
  });
});
afterAll(() => listener?.close());

interface Ended {
  readonly text: string;
  readonly milliseconds: number;
}

/** What a connection on which this is sent, and then nothing more, has been told when the server ends it. */
function sentSlowly(text: string): Promise<Ended> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    let told = '';
    const socket = connect(Number(new URL(listener.origin).port), '127.0.0.1', () => socket.write(text));
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      told += chunk;
    });
    socket.on('error', reject);
    socket.on('close', () => resolve({ text: told, milliseconds: performance.now() - began }));
  });
}

const HEAD = 'POST /graphql HTTP/1.1\r\nHost: a.example\r\n';

describe('a request that does not come to its end', () => {
  it.each([
    ['within its headers', HEAD, 300],
    ['within its body', `${HEAD}Content-Length: 10\r\n\r\n{`, 600],
  ])('%s is told so after a while, and its connection ended, however many there are', async (_where, text, after) => {
    const all = Array.from({ length: 50 }, () => sentSlowly(text));
    expect((await fetch(listener.origin)).status).toBe(200);
    const ended = await Promise.all(all);
    expect(ended.filter((one) => one.text.startsWith('HTTP/1.1 408 '))).toHaveLength(50);
    expect(Math.min(...ended.map(({ milliseconds }) => milliseconds))).toBeGreaterThanOrEqual(after);
    expect((await fetch(listener.origin)).status).toBe(200);
  });

  it('is answered where it does', async () => {
    const text = `${HEAD}Connection: close\r\nContent-Length: 2\r\n\r\n{}`;
    expect((await sentSlowly(text)).text).toMatch(/^HTTP\/1\.1 200 /);
  });
});
