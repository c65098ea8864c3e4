import type { Database } from '@leadstage/prisma';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createApiKey } from '../packages/api/src/access/api-key.js';
import { ingest } from '../packages/api/src/commands/ingest.js';
import type { Limits } from '../packages/api/src/limits/limits.js';
import { type RunningServer, startServer } from '../packages/api/src/server.js';
import { describeDatabase, newWorkspace, openTestDatabase } from './support/database.js';
import { statementsOf } from './support/statements.js';

let database: Database;
let id: string;
let key: string;
const servers: RunningServer[] = [];

beforeAll(async () => {
  database = await openTestDatabase();
  id = await newWorkspace(database);
  key = await createApiKey(database, id, { name: 'k', scopes: ['admin'] });
  const units = Array.from({ length: 200 }, (_, n) => ({
    lead: { externalId: `l${n}`, source: `s${n % 3}` },
    transitions: [{ externalId: `t${n}`, lead: `l${n}`, to: 'LEAD', occurredAt: Date.UTC(2026, 0, 1 + (n % 28)) }],
  }));
  await ingest(database, id, units);
});
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});
afterAll(() => database?.close());

async function serve(limits: Partial<Limits> = {}): Promise<string> {
  const server = await startServer({ host: '127.0.0.1', port: 0, limits });
  server.begin({ database, limits });
  servers.push(server);
  return server.origin;
}

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: {
    readonly data?: unknown;
    readonly errors?: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[];
    readonly extensions?: { readonly cost?: Cost };
  };
}
interface Cost {
  readonly requested: number;
  readonly actual: number;
  readonly budget: { readonly maximum: number; readonly available: number; readonly restoreRate: number } | null;
}

async function ask(
  origin: string,
  query: string,
  credential: string | null = key,
  init: RequestInit = {},
): Promise<Answer> {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(credential === null ? {} : { authorization: `Bearer ${credential}` }),
    },
    body: JSON.stringify({ query }),
    ...init,
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Answer['body'] };
}

const PERIOD = 'period: { start: "2026-01-01", end: "2026-02-01" }';
const FUNNEL = `{ funnel(input: { ${PERIOD} }) { total { stages { reached } } } }`;
const leads = (first: number) => `{ leads(first: ${first}) { edges { node { externalId stage { key } } } } }`;

describe(`the cost of an answer, ${describeDatabase()}`, () => {
  it('is told with it, is never more than was requested, and what was not needed flows back', async () => {
    const origin = await serve({ budget: 10_000, budgetRestore: 1 });
    // A connection, 100 edges, 100 leads and 100 stages.
    const { body } = await ask(origin, leads(100));
    expect(body.extensions?.cost).toMatchObject({ requested: 301, actual: 301, budget: { maximum: 10_000 } });
    const few = (await ask(origin, '{ leads(first: 100, filter: { stage: ["SQL"] }) { edges { node { id } } } }')).body;
    expect(few.extensions?.cost).toMatchObject({ requested: 201, actual: 1 });
    // Of 10,000 only what was needed is gone: 301 and 1.
    expect(few.extensions?.cost?.budget?.available).toBeGreaterThanOrEqual(10_000 - 302);
    expect(few.extensions?.cost?.budget?.available).toBeLessThanOrEqual(10_000 - 302 + 5);
    const report = (await ask(origin, FUNNEL)).body.extensions?.cost;
    expect(report).toMatchObject({ requested: 121, actual: 21 });
    // The 200 of the page that came back empty are there again.
    expect(report?.budget?.available).toBeGreaterThanOrEqual(10_000 - 302 - 21);
  });

  it('takes one message more a request', async () => {
    const origin = await serve();
    const off = await serve({ budget: 0 });
    const count = async (at: string) => (await statementsOf(async () => void (await ask(at, FUNNEL)))).length;
    const [without, withBudget] = [await count(off), await count(origin)];
    expect(withBudget).toBe(without + 1);
  });

  it('is refused above the most, before anything is read', async () => {
    const origin = await serve({ maxCost: 1_000, budget: 0 });
    const query = '{ accounts(first: 100) { edges { node { leads(first: 100) { id } } } } }';
    const texts = await statementsOf(async () => {
      const { status, body } = await ask(origin, query);
      expect([status, body.errors?.[0]?.extensions]).toMatchObject([
        400,
        { code: 'QUERY_TOO_COSTLY', limit: 1_000, asked: 10_201 },
      ]);
      expect(body.extensions?.cost).toMatchObject({ requested: 10_201, actual: 0 });
    });
    expect(
      texts.filter((text) => !/^(BEGIN|COMMIT|SELECT id, name, scopes, last_used_at .* FROM api_key)/.test(text)),
    ).toEqual([]);
  });

  it('is refused beyond the budget with how long to wait, and a feed likewise', async () => {
    const origin = await serve({ budget: 400, budgetRestore: 1 });
    const own = await createApiKey(database, id, { name: 'poor', scopes: ['admin'] });
    expect((await ask(origin, leads(100), own)).status).toBe(200);
    const refused = await ask(origin, leads(100), own);
    expect([refused.status, refused.body.errors?.[0]?.extensions]).toMatchObject([429, { code: 'RATE_LIMITED' }]);
    // Of 400 are 301 gone, so that 202 are missing, less what flows back meanwhile.
    const seconds = Number(refused.headers.get('retry-after'));
    expect(seconds).toBeLessThanOrEqual(202);
    expect(seconds).toBeGreaterThan(100);
    expect(refused.body.extensions?.cost).toMatchObject({ requested: 301, actual: 0, budget: { restoreRate: 1 } });
    expect(refused.body.extensions?.cost?.budget?.available).toBeGreaterThanOrEqual(99);
    const feed = await fetch(`${origin}/feeds/lists/1.csv`, { headers: { authorization: `Bearer ${own}` } });
    expect([feed.status, await feed.json()]).toMatchObject([429, { code: 'RATE_LIMITED' }]);
    expect(Number(feed.headers.get('retry-after'))).toBeGreaterThan(300);
    // Another key has its own.
    const other = await createApiKey(database, id, { name: 'rich', scopes: ['admin'] });
    expect((await ask(origin, leads(100), other)).status).toBe(200);
  });
});

describe(`documents, ${describeDatabase()}`, () => {
  it.each([
    ['QUERY_TOO_DEEP', `{ account(id: "1") ${'{ leads(first: 1) { account '.repeat(10)}{ id }${' } }'.repeat(10)} }`],
    ['TOO_MANY_ALIASES', `{ workspace { ${Array.from({ length: 51 }, (_, n) => `a${n}: name`).join(' ')} } }`],
    ['TOO_MANY_DIRECTIVES', `{ workspace { name ${'@include(if: true) '.repeat(51)} } }`],
    ['TOO_MANY_ROOT_FIELDS', `{ ${Array.from({ length: 21 }, (_, n) => `a${n}: viewer { __typename }`).join(' ')} }`],
    ['QUERY_TOO_DEEP', `{ a(x: ${'['.repeat(4_900)}) }`],
    ['TOO_MANY_TOKENS', `{ workspace { ${'name '.repeat(2_000)} } }`],
    ['QUERY_TOO_LARGE', `{ workspace { name } } # ${'x'.repeat(50_000)}`],
  ])('are refused: %s', async (code, query) => {
    const { status, body } = await ask(await serve(), query, null);
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([400, code]);
    expect(body.errors).toHaveLength(1);
  });

  it('are refused with variables that nothing takes: VARIABLES_TOO_DEEP', async () => {
    const value = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const response = await fetch(`${await serve()}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"query":"query ($a: JSON) { __typename }","variables":{"a":${value}}}`,
    });
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { errors: [{ extensions: { code: 'VARIABLES_TOO_DEEP' } }] },
    ]);
  });

  it('are not taken in batches', async () => {
    const response = await fetch(`${await serve()}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify([{ query: '{ __typename }' }, { query: '{ __typename }' }]),
    });
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { errors: [{ extensions: { code: 'BAD_REQUEST' } }] },
    ]);
  });
});
