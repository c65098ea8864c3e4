import { randomUUID } from 'node:crypto';
import type { Database } from '@leadstage/prisma';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createApiKey } from '../../packages/api/src/access/api-key.js';
import { handlerFor } from '../../packages/api/src/http/doors.js';
import { type Listener, listen } from '../../packages/api/src/http/listener.js';
import { describeDatabase, newWorkspace, openTestDatabase } from '../support/database.js';
import { send } from './support/client.js';

describe(`a database that is not there, ${describeDatabase()}`, () => {
  let database: Database;
  let server: Listener;
  let key: string;
  beforeAll(async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    database = await openTestDatabase();
    key = await createApiKey(database, await newWorkspace(database), { name: 'all', scopes: ['admin'] });
    server = await listen({ host: '127.0.0.1', port: 0 });
    server.handleWith(handlerFor({ database }, server.origin));
    expect((await send(server.origin, '{ viewer { name } }', undefined, { key })).status).toBe(200);
    await database.close();
  });
  afterAll(() => server?.close());

  it.each([
    ['a query', '{ leads(first: 1) { totalCount } }'],
    ['a query through Prisma', '{ account(id: "1") { name } }'],
    ['a mutation', `mutation { deleteList(input: { idempotencyKey: "${randomUUID()}", id: "1" }) { __typename } }`],
  ])('is said to %s: 503 with a code, and when to come again', async (_, query) => {
    const { status, codes, headers, text } = await send(server.origin, query, undefined, { key });
    expect(text).toMatch(/cannot be reached just now/);
    expect({ status, codes }).toEqual({ status: 503, codes: ['DATABASE_UNAVAILABLE'] });
    expect(headers.get('retry-after')).toBe('5');
  });

  it('is said to a page, though nobody knows whether it may read more', async () => {
    const headers = {
      'content-type': 'application/json',
      authorization: `Bearer ${key}`,
      origin: 'https://app.example',
    };
    const body = JSON.stringify({ query: '{ leads(first: 1) { totalCount } }' });
    const response = await fetch(`${server.origin}/graphql`, { method: 'POST', headers, body });
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('5');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    const requestId = response.headers.get('x-request-id');
    expect(requestId).toBeTruthy();
    const extensions = { code: 'DATABASE_UNAVAILABLE', requestId };
    expect(await response.json()).toMatchObject({ errors: [{ extensions }] });
  });

  it('is said by a feed and by /ready, and /health does not ask', async () => {
    const headers = { authorization: `Bearer ${key}` };
    const feed = await fetch(`${server.origin}/feeds/lists/1.csv`, { headers });
    expect(feed.status).toBe(503);
    expect(feed.headers.get('retry-after')).toBe('5');
    expect(await feed.json()).toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
    expect((await fetch(`${server.origin}/ready`)).status).toBe(503);
    expect((await fetch(`${server.origin}/health`)).status).toBe(200);
  });
});
