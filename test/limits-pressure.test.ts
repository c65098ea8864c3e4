import { request as httpRequest } from 'node:http';
import { type Database, inWorkspace } from '@leadstage/prisma';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createApiKey } from '../packages/api/src/access/api-key.js';
import { ingest } from '../packages/api/src/commands/ingest.js';
import type { Limits } from '../packages/api/src/limits/limits.js';
import { sql } from '../packages/api/src/query/sql.js';
import { type RunningServer, startServer } from '../packages/api/src/server.js';
import { asOwner } from './support/as-owner.js';
import { describeDatabase, newWorkspace, openTestDatabase } from './support/database.js';

const onServer = Boolean(process.env.LEADSTAGE_TEST_DATABASE_URL);
let database: Database;
let id: string;
let key: string;
const servers: RunningServer[] = [];

beforeAll(async () => {
  database = await openTestDatabase();
  id = await newWorkspace(database);
  key = await createApiKey(database, id, { name: 'k', scopes: ['admin'] });
  const units = Array.from({ length: 500 }, (_, n) => ({
    lead: { externalId: `l${n}`, source: `s${n % 7}`, owner: `o${n % 5}` },
    transitions: [{ externalId: `t${n}`, lead: `l${n}`, to: 'LEAD', occurredAt: Date.UTC(2026, 0, 1 + (n % 28)) }],
  }));
  await ingest(database, id, units);
});
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});
afterAll(() => database?.close());

async function serve(limits: Partial<Limits> = {}, trustedProxies: readonly string[] = []): Promise<string> {
  const server = await startServer({ host: '127.0.0.1', port: 0, limits });
  server.begin({ database, limits, trustedProxies });
  servers.push(server);
  return server.origin;
}

interface Answer {
  readonly status: number;
  readonly retryAfter: number | null;
  readonly code: unknown;
  readonly data: unknown;
}

async function ask(
  origin: string,
  query: string,
  credential = key,
  signal: AbortSignal | null = null,
): Promise<Answer> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${credential}` };
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query }),
    signal,
  });
  return answerOf(response);
}

async function answerOf(response: Response): Promise<Answer> {
  const body = (await response.json()) as { data?: unknown; errors?: { extensions: { code: unknown } }[] };
  const header = response.headers.get('retry-after');
  return {
    status: response.status,
    retryAfter: header === null ? null : Number(header),
    code: body.errors?.[0]?.extensions.code,
    data: body.data,
  };
}

const HEAVY = `{ funnel(input: { period: { start: "2026-01-01", end: "2026-03-01" }, by: ["source", "owner"] }) {
  total { stages { reached } } groups { figures { stages { reached stepRate { value } } } } } }`;

describe(`500 heavy requests at once, ${describeDatabase()}`, () => {
  it('are answered or told when to come back, and leave nothing behind', async () => {
    const limits = { concurrency: 8, budget: 0 };
    const origin = await serve(limits);
    const before = (await ask(origin, HEAVY)).data;
    const places = database.pool.options.max ?? 10;
    const held = await Promise.all(Array.from({ length: places }, () => database.pool.connect()));
    let refusals = 0;
    const asking = Array.from({ length: 500 }, async () => {
      const answer = await ask(origin, HEAVY);
      if (answer.status !== 200) refusals += 1;
      return answer;
    });
    // 8 are inside, each waiting for one connection; 40 wait outside; the others have been sent away.
    await vi.waitFor(() => expect(refusals).toBeGreaterThanOrEqual(452), { timeout: 30_000 });
    expect((await fetch(`${origin}/health`)).status).toBe(200);
    expect(database.pool.waitingCount).toBeLessThanOrEqual(limits.concurrency);
    for (const client of held) client.release();
    const answers = await Promise.all(asking);
    const refused = answers.filter(({ status }) => status !== 200);
    // What waits longer than 5 s is sent away too, on a machine that is as slow as that.
    expect(answers.length - refused.length).toBeGreaterThanOrEqual(8);
    expect(answers.length - refused.length).toBeLessThanOrEqual(48);
    for (const answer of refused) expect(answer).toMatchObject({ status: 503, code: 'OVERLOADED', retryAfter: 2 });
    for (const { status, data } of answers) if (status === 200) expect(data).toEqual(before);
    expect((await ask(origin, HEAVY)).data).toEqual(before);
    expect(database.pool.waitingCount).toBe(0);
    expect((await fetch(`${origin}/ready`)).status).toBe(200);
  });
});

describe(`a body, ${describeDatabase()}`, () => {
  const padded = (bytes: number) =>
    JSON.stringify({ query: '{ __typename }', operationName: null, extensions: { pad: 'x'.repeat(bytes) } });
  const post = (origin: string, body: RequestInit['body'], more: object = {}) =>
    fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: body ?? null,
      ...more,
    });

  it('is read up to its limit, and refused beyond it', async () => {
    const origin = await serve({ maxBody: 100_000 });
    expect(await answerOf(await post(origin, padded(90_000)))).toMatchObject({ status: 200 });
    expect(await answerOf(await post(origin, padded(100_000)))).toMatchObject({ status: 413, code: 'BODY_TOO_LARGE' });
  });

  it('without a length is counted as it comes, and no more of it is taken', async () => {
    const origin = await serve({ maxBody: 100_000 });
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      async pull(controller) {
        sent += 10_000;
        // A pause, as a network has: what is sent is then what was asked for.
        await new Promise((resolve) => setTimeout(resolve, 1));
        if (sent > 50_000_000) controller.close();
        else controller.enqueue(new Uint8Array(10_000).fill(32));
      },
    });
    const answer = await post(origin, endless, { duplex: 'half' }).then(answerOf, (error: Error) => error);
    if (answer instanceof Error) expect(answer.message).toMatch(/fetch failed/);
    else expect(answer).toMatchObject({ status: 413, code: 'BODY_TOO_LARGE' });
    expect(sent).toBeLessThan(50_000_000);
    expect(await answerOf(await post(origin, padded(10)))).toMatchObject({ status: 200 });
  });

  it('that is never ended takes no place from others', async () => {
    const origin = await serve({ concurrency: 1 });
    const slow = Array.from({ length: 10 }, () => {
      const request = httpRequest(`${origin}/graphql`, { method: 'POST', headers: { 'content-length': 1_000 } });
      request.on('error', () => {});
      request.write('{');
      return request;
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await ask(origin, '{ workspace { name } }')).status).toBe(200);
    for (const request of slow) request.destroy();
    expect((await ask(origin, '{ workspace { name } }')).status).toBe(200);
  });

  it('of an ingest of 10,000 items passes the default limits', async () => {
    const origin = await serve();
    const items = Array.from({ length: 10_000 }, (_, n) => ({
      externalId: `many-${n}`,
      createdAt: '2026-01-01T00:00:00Z',
      source: 'import',
      email: `lead-${n}@example.com`,
    }));
    const query =
      'mutation ($input: UpsertLeadsInput!) { upsertLeads(input: $input) { ... on IngestPayload { created outcomes(status: REJECTED) { problems { code } } } ... on InvalidInput { code } } }';
    const body = JSON.stringify({ query, variables: { input: { idempotencyKey: 'many', leads: items } } });
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` };
    const response = await fetch(`${origin}/graphql`, { method: 'POST', headers, body });
    expect([response.status, await response.json()]).toMatchObject([
      200,
      {
        data: { upsertLeads: { created: 10_000, outcomes: [] } },
        extensions: { cost: { requested: 10_131, actual: 10_021 } },
      },
    ]);
  });
});

describe(`guessing keys, ${describeDatabase()}`, () => {
  it('becomes slow, and does not lock out whoever has one', async () => {
    const origin = await serve();
    expect((await ask(origin, '{ workspace { name } }')).status).toBe(200);
    const told = [];
    for (let n = 0; n < 15; n += 1)
      told.push(
        await ask(origin, '{ viewer { name } }', `lsk_${id.replaceAll('-', '')}_${String(n).padStart(43, 'x')}`),
      );
    expect(told.slice(0, 12).every(({ status, code }) => status === 401 && code === 'UNAUTHENTICATED')).toBe(true);
    expect(told.at(-1)).toMatchObject({ status: 429, code: 'TOO_MANY_ATTEMPTS' });
    expect(told.at(-1)?.retryAfter).toBeGreaterThan(0);
    expect((await ask(origin, '{ workspace { name } }')).status).toBe(200);
    const feed = await fetch(`${origin}/feeds/lists/1.csv`, { headers: { authorization: 'Bearer guessed' } });
    expect([feed.status, await feed.json()]).toMatchObject([429, { code: 'TOO_MANY_ATTEMPTS' }]);
    expect((await fetch(`${origin}/health`)).status).toBe(200);
  });
});

describe(`tries from behind a proxy, ${describeDatabase()}`, () => {
  let number = 0;
  /** Tries another key, as a proxy on this machine passes it on; its status. */
  const tried = async (origin: string, forwarded: string) => {
    number += 1;
    const authorization = `Bearer lsk_${number}`;
    const headers = { 'content-type': 'application/json', authorization, 'x-forwarded-for': forwarded };
    const response = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers,
      body: '{"query":"{ viewer { name } }"}',
    });
    return response.status;
  };
  const one = '198.51.100.1';
  const other = '198.51.100.2';

  it('are counted for each client, where the proxy is trusted, whatever the client writes', async () => {
    const origin = await serve({ attempts: 20 }, ['loopback']);
    expect([
      await tried(origin, one),
      await tried(origin, `9.9.9.9, ${one}`),
      await tried(origin, `8.8.8.8, ${one}`),
    ]).toEqual([401, 401, 429]);
    expect(await tried(origin, other)).toBe(401);
  });

  it('are all counted together where it is not', async () => {
    const origin = await serve({ attempts: 20 }, ['10.0.0.0/8']);
    expect([await tried(origin, one), await tried(origin, other), await tried(origin, '198.51.100.3')]).toEqual([
      401, 401, 429,
    ]);
  });
});

/** Statements that wait for a lock. */
async function waiting(): Promise<number> {
  const found = await asOwner(database, (transaction) =>
    transaction.query(
      sql`SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`,
    ),
  );
  return found.length;
}

/** Holds the workspace as a long command would. */
async function holding(work: () => Promise<void>): Promise<void> {
  await inWorkspace(database, id, async (transaction) => {
    await transaction.query(sql`SELECT FROM workspace_clock WHERE workspace_id = ${id}::uuid FOR UPDATE`);
    await work();
  });
}

const WRITE = `mutation { saveList(input: { idempotencyKey: "slow", name: "slow", filter: {} }) { __typename } }`;

describe.runIf(onServer)('what takes too long, PostgreSQL server', () => {
  it('is ended in the database and answered with 504', async () => {
    const origin = await serve({ timeoutMs: 500 });
    await holding(async () => {
      expect(await ask(origin, WRITE)).toMatchObject({ status: 504, code: 'TIMEOUT' });
      await vi.waitFor(async () => expect(await waiting()).toBe(0));
    });
    expect((await ask(origin, WRITE)).status).toBe(200);
  });

  it('is ended in the database when its client goes, and its place is free', async () => {
    const origin = await serve({ concurrency: 1 });
    await holding(async () => {
      const gone = new AbortController();
      const asking = ask(origin, WRITE.replaceAll('slow', 'gone'), key, gone.signal).catch(
        (error: Error) => error.name,
      );
      await vi.waitFor(async () => expect(await waiting()).toBe(1));
      gone.abort();
      expect(await asking).toBe('AbortError');
      await vi.waitFor(async () => expect(await waiting()).toBe(0));
      expect((await ask(origin, '{ savedLists { name } }')).data).toMatchObject({
        savedLists: expect.not.arrayContaining([{ name: 'gone' }]),
      });
    });
  });
});
