/* What the doors refuse before the graph has looked at it, as the script of a web page sees it. */
import { existsSync } from 'node:fs';
import type { Database } from '@leadstage/prisma';
import { chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createApiKey } from '../packages/api/src/access/api-key.js';
import { type Listener, listen } from '../packages/api/src/http/listener.js';
import type { Limits } from '../packages/api/src/limits/limits.js';
import { type RunningServer, startServer } from '../packages/api/src/server.js';
import { newWorkspace, openTestDatabase } from './support/database.js';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const isRequired = process.env.LEADSTAGE_REQUIRE_BROWSER === '1';
const PAGE = 'https://app.example';

let database: Database;
let key: string;
const servers: (RunningServer | Listener)[] = [];
beforeAll(async () => {
  database = await openTestDatabase();
  key = await createApiKey(database, await newWorkspace(database), { name: 'k', scopes: ['admin'] });
});
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});
afterAll(() => database?.close());

async function serve(limits: Partial<Limits> = {}, serving: Database = database): Promise<string> {
  const server = await startServer({ host: '127.0.0.1', port: 0, limits });
  server.begin({ database: serving, limits });
  servers.push(server);
  return server.origin;
}

const asked = (origin: string, credential: string, query = '{ viewer { name } }') =>
  fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${credential}`, origin: PAGE },
    body: JSON.stringify({ query }),
  });

/** What a page may read, and that it is told the id that every answer has. */
async function expectReadable(response: Response, status: number, retryAfter: RegExp | null): Promise<void> {
  expect(response.status).toBe(status);
  const { headers } = response;
  expect(headers.get('access-control-allow-origin')).toBe('*');
  expect(headers.get('access-control-allow-credentials')).toBeNull();
  expect(headers.get('access-control-expose-headers')).toBe('x-request-id, retry-after');
  if (retryAfter) expect(headers.get('retry-after')).toMatch(retryAfter);
  expect(await response.text()).toContain(headers.get('x-request-id'));
}

describe('a page reads', () => {
  it('that a preflight promises nothing, and that it may ask', async () => {
    const origin = await serve();
    const headers = { origin: 'https://anybody.example', 'access-control-request-method': 'POST' };
    const response = await fetch(`${origin}/graphql`, { method: 'OPTIONS', headers });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-allow-headers')).toMatch(/authorization/);
    expect(response.headers.get('access-control-allow-methods')).toBe('GET, POST');
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
  });

  it('413 of a body that is too long', async () => {
    const origin = await serve({ maxBody: 1_000 });
    await expectReadable(await asked(origin, key, `{ viewer { name } }${' '.repeat(1_000)}`), 413, null);
  });

  it('429 of an address that has tried too often; its preflight is answered all the same', async () => {
    const origin = await serve({ attempts: 10 });
    expect((await asked(origin, 'guess')).status).toBe(401);
    await expectReadable(await asked(origin, 'another guess'), 429, /^[1-9]$/);
    const preflights = await Promise.all(
      Array.from({ length: 20 }, () => fetch(`${origin}/graphql`, { method: 'OPTIONS', headers: { origin: PAGE } })),
    );
    expect(preflights.map(({ status }) => status)).toEqual(preflights.map(() => 204));
  });

  it('503 of a server that does as much as it can', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow: Database = { ...database, pool: Object.create(database.pool) };
    slow.pool.connect = (async () => {
      await held;
      return database.pool.connect();
    }) as typeof slow.pool.connect;
    const origin = await serve({ concurrency: 1 }, slow);
    // One is inside and five wait; the first that is answered is the one too many.
    const asking = Array.from({ length: 7 }, () => asked(origin, key));
    await expectReadable(await Promise.race(asking), 503, /^2$/);
    release();
    const statuses = (await Promise.all(asking)).map(({ status }) => status).sort();
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 503]);
  });

  it('500 of a fault', async () => {
    const pool = Object.create(database.pool);
    pool.connect = async () => {
      throw new Error('a fault');
    };
    const origin = await serve({}, { ...database, pool });
    await expectReadable(await asked(origin, key), 500, null);
  });

  it('503 of a server that is starting, whose answers have ids too', async () => {
    const server = await listen({ host: '127.0.0.1', port: 0 });
    servers.push(server);
    await expectReadable(await asked(server.origin, key), 503, /^2$/);
    expect((await fetch(`${server.origin}/graphql`, { method: 'OPTIONS' })).status).toBe(204);
    const named = await fetch(`${server.origin}/ready`, { headers: { 'x-request-id': 'from-the-proxy' } });
    expect([named.status, named.headers.get('x-request-id')]).toEqual([503, 'from-the-proxy']);
    expect(await named.json()).toEqual({ status: 'starting' });
    const health = await fetch(`${server.origin}/health`);
    expect([health.status, health.headers.get('x-request-id')]).toEqual([200, expect.stringMatching(/./)]);
  });
});

describe.skipIf(!executablePath && !isRequired)('a script in a browser', () => {
  it('reads the status, the code, when to come back, and what to quote', async () => {
    if (!executablePath) throw new Error('LEADSTAGE_REQUIRE_BROWSER is set and there is no Chromium');
    const origin = await serve({ attempts: 10 });
    // A page of another origin: another port.
    const page = await serve();
    const browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-gpu'],
    });
    try {
      const tab = await browser.newPage();
      // Of a page that says nothing of whom it may ask.
      await tab.goto(`${page}/health`);
      expect((await asked(origin, 'guess')).status).toBe(401);
      const seen = await tab.evaluate(async (url) => {
        const headers = { 'content-type': 'application/json', authorization: 'Bearer another-guess' };
        const response = await fetch(url, { method: 'POST', headers, body: '{"query":"{ viewer { name } }"}' });
        const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
        return {
          status: response.status,
          code: errors[0]?.extensions.code,
          retryAfter: response.headers.get('retry-after'),
          id: response.headers.get('x-request-id'),
        };
      }, `${origin}/graphql`);
      expect(seen).toEqual({
        ...{ status: 429, code: 'TOO_MANY_ATTEMPTS' },
        ...{ retryAfter: expect.stringMatching(/^[1-9]$/), id: expect.stringMatching(/^[\w-]{36}$/) },
      });
    } finally {
      await browser.close();
    }
  });
});
