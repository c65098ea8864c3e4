import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ingest } from '../packages/api/src/commands/ingest.js';
import { mayRead } from '../packages/api/src/http/metrics.js';
import { countRefused, LIMITS, registry } from '../packages/api/src/observe/metrics.js';
import { observed } from '../packages/api/src/observe/observed-task.js';
import { sql } from '../packages/api/src/query/sql.js';
import { createWebhook } from '../packages/api/src/webhooks/create-webhook.js';
import { deliverDue } from '../packages/api/src/webhooks/deliver.js';
import { describeDatabase } from './support/database.js';
import { type ObservedServer, startObservedServer } from './support/observed-server.js';
import { firstCells } from './support/readme-blocks.js';
import { startReceiver } from './support/receiver.js';

const PLANTED = 'planted_hunter2';

let server: ObservedServer;
beforeAll(async () => {
  server = await startObservedServer();
});
afterAll(() => server?.close());

/** Every sample of an answer of `/metrics`, `name{labels}` to its value. */
async function samples(): Promise<Map<string, number>> {
  const response = await fetch(`${server.origin}/metrics`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  const lines = (await response.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]));
}

/** By how much samples grew while something was done, once that many have. */
async function grown(names: readonly string[], act: () => Promise<unknown>): Promise<number[]> {
  const before = await samples();
  await act();
  return vi.waitFor(async () => {
    const after = await samples();
    const growth = names.map((name) => (after.get(name) ?? 0) - (before.get(name) ?? 0));
    expect(
      growth.every((each) => each > 0),
      growth.join(),
    ).toBe(true);
    return growth;
  });
}

describe(`/metrics, ${describeDatabase()}`, () => {
  it('counts and times requests and operations', async () => {
    const names = [
      'leadstage_http_requests_total{door="graphql",method="POST",status="200"}',
      'leadstage_http_request_duration_seconds_count{door="graphql"}',
      'leadstage_operations_total{type="query",field="viewer",outcome="ok"}',
      'leadstage_operation_duration_seconds_count{type="query",field="viewer"}',
      'leadstage_statements_total{outcome="ok"}',
      'leadstage_statement_duration_seconds_count',
    ];
    const growth = await grown(names, async () => {
      for (let n = 0; n < 3; n++) await server.ask({ query: '{ viewer { name } }' });
    });
    expect(growth.slice(0, 4)).toEqual([3, 3, 3, 3]);
    // Each looks up its key and its workspace, each in a transaction.
    expect(growth[4]).toBeGreaterThanOrEqual(9);
    expect(growth[5]).toBe(growth[4]);
  });

  it('counts what was refused, by code', async () => {
    const names = [
      'leadstage_errors_total{code="INVALID_PERIOD"}',
      'leadstage_operations_total{type="query",field="funnel",outcome="refused"}',
      'leadstage_errors_total{code="GRAPHQL_VALIDATION_FAILED"}',
      'leadstage_operations_total{type="none",field="none",outcome="refused"}',
      'leadstage_errors_total{code="UNAUTHENTICATED"}',
    ];
    const period = '{ start: "2026-02-01", end: "2026-01-01" }';
    await grown(names, async () => {
      await server.ask({ query: `{ funnel(input: { period: ${period} }) { period { start } } }` });
      await server.ask({ query: `{ ${PLANTED} }` });
      await server.ask({ query: '{ viewer { name } }' }, { authorization: 'Bearer x' });
    });
  });

  it('counts steps of background work, and those that fail', async () => {
    const task = { name: 'testing', due: sql`SELECT 1`, atOnce: 1 };
    const [works, fails] = [
      { ...task, run: async () => true },
      { ...task, run: () => Promise.reject(new Error('broken')) },
    ].map(observed);
    const { signal } = new AbortController();
    const names = [
      'leadstage_worker_steps_total{task="testing",outcome="ok"}',
      'leadstage_worker_steps_total{task="testing",outcome="failed"}',
      'leadstage_worker_step_duration_seconds_count{task="testing"}',
    ];
    const growth = await grown(names, async () => {
      expect(await works!.run(server.database, server.workspaceId, signal)).toBe(true);
      await expect(fails!.run(server.database, server.workspaceId, signal)).rejects.toThrow('broken');
    });
    expect(growth).toEqual([1, 1, 2]);
  });

  it('counts deliveries of webhooks by what became of them', async () => {
    vi.stubEnv('LEADSTAGE_WEBHOOK_ALLOW_PRIVATE', '1');
    const receiver = await startReceiver((index) => [204, 500, 410][index] ?? 204);
    const { database, workspaceId } = server;
    await createWebhook(database, workspaceId, { url: receiver.url, events: ['lead.transitioned'] });
    const occurredAt = Date.UTC(2026, 4, 1);
    await ingest(
      database,
      workspaceId,
      ['a', 'b'].map((lead) => ({
        lead: { externalId: lead },
        transitions: [{ externalId: lead, lead, to: 'LEAD', occurredAt }],
      })),
    );
    const names = ['delivered', 'failed', 'dead'].map(
      (outcome) => `leadstage_webhook_attempts_total{outcome="${outcome}"}`,
    );
    const growth = await grown(names, async () => {
      await deliverDue(database, workspaceId);
      // Once the failed one is due again; the receiver then wants no more.
      await deliverDue(database, workspaceId, { now: Date.now() + 86_400_000 });
    });
    expect(growth).toEqual([1, 1, 1]);
    await receiver.close();
    vi.unstubAllEnvs();
  });

  it('counts refusals of limits by which', async () => {
    const names = LIMITS.map((limit) => `leadstage_limit_refusals_total{limit="${limit}"}`);
    const codes = ['QUERY_TOO_COSTLY', 'RATE_LIMITED', 'BODY_TOO_LARGE', 'TIMEOUT', 'OVERLOADED', 'FORBIDDEN'];
    expect(await grown(names, async () => codes.forEach(countRefused))).toEqual(LIMITS.map(() => 1));
  });

  it('tells connections in use and waiting, the delay of the event loop, and memory', async () => {
    const now = await samples();
    // The embedded database has one.
    expect(now.get('leadstage_pool_connections{state="idle"}')).toBeGreaterThanOrEqual(1);
    expect(now.get('leadstage_pool_connections{state="in_use"}')).toBe(0);
    expect(now.get('leadstage_pool_waiting')).toBe(0);
    const clients = [await server.database.pool.connect()];
    const { max } = server.database.pool.options;
    while (clients.length < max) clients.push(await server.database.pool.connect());
    const waiting = server.database.pool.connect();
    const then = await samples();
    expect(then.get('leadstage_pool_connections{state="in_use"}')).toBe(max);
    expect(then.get('leadstage_pool_waiting')).toBe(1);
    for (const client of clients) client.release();
    (await waiting).release();
    for (const name of [
      'nodejs_eventloop_lag_p99_seconds',
      'process_resident_memory_bytes',
      'process_cpu_seconds_total',
    ]) {
      expect(now.get(name), name).toBeGreaterThan(0);
    }
  });

  it('has no label that a client, a key or a workspace could fill', async () => {
    for (const path of [`/${PLANTED}`, `/feeds/lists/${PLANTED}`, `/?${PLANTED}`])
      await fetch(`${server.origin}${path}`);
    await fetch(`${server.origin}/${PLANTED}`, { method: 'PROPFIND' });
    for (let n = 0; n < 50; n++) {
      await server.ask({
        query: `query ${PLANTED}${n} { a${n}: viewer { name } __typename }`,
        operationName: `${PLANTED}${n}`,
      });
      await server.ask({ query: `{ ${PLANTED}${n} }` });
    }
    const names = [...(await samples()).keys()].filter((name) => name.startsWith('leadstage_'));
    expect(names.join('\n')).not.toMatch(/planted|[0-9a-f]{8}-/);
    expect(names).toContain('leadstage_http_requests_total{door="nowhere",method="other",status="404"}');
    expect(names).toContain('leadstage_operations_total{type="query",field="several",outcome="ok"}');
    expect(names.length).toBeLessThan(400);
  });
});

describe('who may read /metrics', () => {
  const from = (remoteAddress: string | undefined, headers: Record<string, string> = { host: '127.0.0.1:4000' }) =>
    ({ headers, socket: { remoteAddress } }) as Parameters<typeof mayRead>[1];
  const [here, anywhere] = ['http://127.0.0.1:4000', 'http://0.0.0.0:4000'];
  const open = { token: undefined, origin: here };
  const guarded = { token: 'a-token-of-at-least-24-characters', origin: here };

  it.each([
    ['this machine', open, from('127.0.0.1'), true],
    ['this machine by name', open, from('::ffff:127.0.0.1', { host: 'localhost:4000' }), true],
    [
      'this machine by IPv6',
      { token: undefined, origin: 'http://[::1]:4000' },
      from('::1', { host: '[::1]:4000' }),
      true,
    ],
    ['another machine', open, from('10.0.0.7'), false],
    ['a connection without an address', open, from(undefined), false],
    ['whoever reaches a server that listens to all', { token: undefined, origin: anywhere }, from('127.0.0.1'), false],
    ['a proxy that says so', open, from('127.0.0.1', { host: '127.0.0.1:4000', 'x-forwarded-for': '8.8.8.8' }), false],
    ['a proxy that keeps the host', open, from('127.0.0.1', { host: 'leads.example.com' }), false],
    ['a page whose name was made to lead here', open, from('127.0.0.1', { host: 'evil.example:4000' }), false],
    ['a request without a host', open, from('127.0.0.1', {}), false],
    ['this machine, where there is a token', guarded, from('127.0.0.1'), false],
    ['a wrong token', guarded, from('127.0.0.1', { authorization: `Bearer ${guarded.token}x` }), false],
    ['an empty token', guarded, from('127.0.0.1', { authorization: 'Bearer ' }), false],
    ['the token, from anywhere', guarded, from('10.0.0.7', { authorization: `Bearer ${guarded.token}` }), true],
  ])('%s', (_who, access, request, may) => {
    expect(mayRead(access, request)).toBe(may);
  });

  it('is told why not', async () => {
    const response = await fetch(`${server.origin}/metrics`, { headers: { 'x-forwarded-for': '8.8.8.8' } });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    expect(await response.json()).toEqual({
      code: 'UNAUTHENTICATED',
      message: expect.stringContaining('LEADSTAGE_METRICS_TOKEN'),
      requestId: response.headers.get('x-request-id'),
    });
  });
});

describe('docs/operations.md', () => {
  const page = readFileSync(new URL('../docs/operations.md', import.meta.url), 'utf8');

  it('lists every metric of ours with its labels, and no other', async () => {
    const own = registry.getMetricsAsArray().filter(({ name }) => name.startsWith('leadstage_'));
    const told = own.map((metric) => {
      const { labelNames } = metric as unknown as { readonly labelNames: readonly string[] };
      const labels = labelNames.filter((each) => each !== 'le');
      return `\`${metric.name}${labels.length === 0 ? '' : `{${labels.join(',')}}`}\``;
    });
    expect(firstCells(page, 'metric').sort()).toEqual(told.sort());
  });
});
