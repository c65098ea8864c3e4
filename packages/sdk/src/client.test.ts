import { getEventListeners } from 'node:events';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { parse } from 'graphql';
import { afterEach, describe, expect, expectTypeOf, it, vi } from 'vitest';
import type { FunnelQuery } from './_generated/operations.js';
import { createClient } from './client.js';
import { AuthenticationError, LeadstageError, NetworkError, ServerError } from './errors.js';
import type { ConnectionOptions, WithApiKey } from './options.js';
import { type Answer, type FakeApi, failureOf, startFakeApi } from './testing.js';
import type { FunnelReport } from './types.js';

const STAGES: Answer = { body: { data: { stages: [] } } };
const BUSY: Answer = { status: 503, body: { status: 'starting' } };

let api: FakeApi | undefined;
afterEach(async () => {
  await api?.close();
  api = undefined;
});

async function clientOf(answers: readonly Answer[], options: Partial<ConnectionOptions & WithApiKey> = {}) {
  api = await startFakeApi(...answers);
  return { client: createClient({ url: api.url, apiKey: 'lsk_test', ...options }), requests: api.requests };
}

describe('a request', () => {
  it('carries the key, own headers, the document and the variables', async () => {
    const headers = { Authorization: 'mine', 'x-trace': 't' };
    const { client, requests } = await clientOf([STAGES], { headers, apiKey: ' lsk_test\n' });
    expect(await client.stages({ at: '2026-03-27T15:30:00Z' })).toEqual([]);
    expect(requests[0]?.headers).toMatchObject({ authorization: 'Bearer lsk_test', 'x-trace': 't' });
    const { query, variables } = JSON.parse(requests[0]?.body as string);
    expect(query).toContain('query Stages($at:DateTime)');
    expect(variables).toEqual({ at: '2026-03-27T15:30:00Z' });
  });

  it('goes through the fetch that it was given', async () => {
    const urls: string[] = [];
    const fetch: typeof globalThis.fetch = (url) => {
      urls.push(String(url));
      return Promise.resolve(Response.json({ data: { stages: [] } }));
    };
    await createClient({ url: 'https://leads.example/graphql', apiKey: 'k', fetch }).stages();
    expect(urls).toEqual(['https://leads.example/graphql']);
  });

  it('may go to an address relative to the page', async () => {
    const fetch = vi.fn<typeof globalThis.fetch>(() => Promise.resolve(Response.json({ data: { stages: [] } })));
    vi.stubGlobal('location', { href: 'https://leads.example/app/' });
    const client = createClient({ url: '/graphql', apiKey: 'k', fetch });
    vi.unstubAllGlobals();
    await client.stages();
    expect(String(fetch.mock.calls[0]?.[0])).toBe('https://leads.example/graphql');
  });

  it('holds on to nothing when it is done', async () => {
    const { client } = await clientOf([BUSY, STAGES]);
    const { signal } = new AbortController();
    await client.stages({}, { signal });
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('leaves variables that are no JSON to the language to refuse', async () => {
    const { client, requests } = await clientOf([STAGES]);
    expect(await failureOf(client.raw('{ stages { key } }', { big: 1n }))).toBeInstanceOf(TypeError);
    expect(requests).toEqual([]);
  });

  it('takes a document of a code generator with its types, or text', async () => {
    const { client, requests } = await clientOf([STAGES]);
    type Answered = { stages: { key: string }[] };
    const document = parse('query ($at: DateTime) { stages(at: $at) { key } }') as TypedDocumentNode<
      Answered,
      { at: string }
    >;
    const result = await client.raw(document, { at: '2026-01-01T00:00:00Z' });
    expectTypeOf(result).toEqualTypeOf<Answered>();
    // @ts-expect-error: variables are needed
    await client.raw(document);
    // @ts-expect-error: of another type
    await client.raw(document, { at: 7 });
    expectTypeOf(await client.raw('{ stages { key } }')).toEqualTypeOf<Record<string, unknown>>();
    expect(JSON.parse(requests[0]?.body as string).query).toMatch(/stages\(at: \$at\) \{\n\s+key/);
  });
});

describe('the types of reports', () => {
  it('say of the generated ones neither more nor less', () => {
    expectTypeOf<FunnelQuery['funnel']>().toExtend<FunnelReport>();
    expectTypeOf<FunnelReport>().toExtend<FunnelQuery['funnel']>();
  });
});

describe('retries', () => {
  it.each([
    [429, { status: 429, body: 'slow down' }],
    [502, { status: 502, body: '<html>' }],
    [503, BUSY],
    [504, { status: 504, body: '' }],
    ['a cut connection', 'CUT'],
    ['an answer cut off', 'CUT_IN_BODY'],
  ] as [string | number, Answer][])('come after %s', async (_name, answer) => {
    const { client, requests } = await clientOf([answer, answer, STAGES]);
    expect(await client.stages()).toEqual([]);
    expect(requests).toHaveLength(3);
    const [first, second, third] = requests.map(({ at }) => at) as [number, number, number];
    expect(second - first).toBeGreaterThanOrEqual(120);
    expect(third - second).toBeGreaterThanOrEqual(245);
  });

  it('wait as long as the server asks', async () => {
    const { client, requests } = await clientOf([{ ...BUSY, headers: { 'retry-after': '1' } } as Answer, STAGES]);
    await client.stages();
    const [first, second] = requests.map(({ at }) => at) as [number, number];
    expect(second - first).toBeGreaterThanOrEqual(995);
    expect(second - first).toBeLessThan(2_000);
  });

  it('do not begin where the wait is longer than the call may take', async () => {
    const { client, requests } = await clientOf([{ ...BUSY, headers: { 'retry-after': '60' } } as Answer]);
    const began = performance.now();
    expect(await failureOf(client.stages())).toMatchObject({ name: 'ServerError', code: 'UNAVAILABLE' });
    expect(performance.now() - began).toBeLessThan(1_000);
    expect(requests).toHaveLength(1);
  });

  it('end with the last failure', async () => {
    const { client, requests } = await clientOf([
      BUSY,
      BUSY,
      { status: 502, body: 'bad', headers: { 'x-request-id': 'r' } },
    ]);
    const error = await failureOf(client.stages());
    expect(error).toBeInstanceOf(ServerError);
    expect(error).toMatchObject({ code: 'UNAVAILABLE', requestId: 'r' });
    expect(requests).toHaveLength(3);
  });

  it.each([
    ['500', { status: 500, body: { errors: [{ message: 'x', extensions: { code: 'INTERNAL_SERVER_ERROR' } }] } }],
    ['400', { status: 400, body: { errors: [{ message: 'x', extensions: { code: 'GRAPHQL_PARSE_FAILED' } }] } }],
    ['401', { status: 401, body: { errors: [{ message: 'x', extensions: { code: 'UNAUTHENTICATED' } }] } }],
    [
      'a question that was too much',
      { status: 504, body: { errors: [{ message: 'x', extensions: { code: 'TIMEOUT', requestId: 'r' } }] } },
    ],
    ['a refusal', { body: { data: null, errors: [{ message: 'x', extensions: { code: 'FORBIDDEN' } }] } }],
  ] as [string, Answer][])('do not come after %s', async (_name, answer) => {
    const { client, requests } = await clientOf([answer, STAGES]);
    expect(await failureOf(client.stages())).toBeInstanceOf(LeadstageError);
    expect(requests).toHaveLength(1);
  });

  it('can be switched off', async () => {
    const { client, requests } = await clientOf([BUSY, STAGES], { retries: 0 });
    expect(await failureOf(client.stages())).toBeInstanceOf(ServerError);
    expect(requests).toHaveLength(1);
  });
});

describe('an end before the answer', () => {
  it('comes by the timeout', async () => {
    const { client, requests } = await clientOf(['SILENCE'], { timeoutMs: 200 });
    const error = await failureOf(client.stages());
    expect(error).toBeInstanceOf(NetworkError);
    expect(error).toMatchObject({ code: 'TIMEOUT', message: expect.stringContaining('within 200 ms') });
    expect(requests).toHaveLength(1);
  });

  it('comes by the signal, with its reason, also while waiting for the next attempt', async () => {
    for (const answer of ['SILENCE', BUSY] as const) {
      const { client, requests } = await clientOf([answer]);
      const controller = new AbortController();
      const reason = new Error('enough');
      setTimeout(() => controller.abort(reason), 100);
      expect(await failureOf(client.stages({}, { signal: controller.signal }))).toBe(reason);
      expect(requests).toHaveLength(1);
      await api?.close();
    }
  });

  it('comes before the request where the signal is aborted already', async () => {
    const { client, requests } = await clientOf([STAGES]);
    expect(await failureOf(client.stages({}, { signal: AbortSignal.abort() }))).toMatchObject({ name: 'AbortError' });
    expect(requests).toHaveLength(0);
  });

  it('says why nobody answers', async () => {
    const client = createClient({ url: 'http://127.0.0.1:9/graphql', apiKey: 'k', retries: 0 });
    const error = await failureOf(client.workspace());
    expect(error).toBeInstanceOf(NetworkError);
    expect((error as Error).message).toMatch(/^No answer from http:\/\/127\.0\.0\.1:9\/graphql: .+/);
  });
});

describe('an answer that is none', () => {
  it.each([
    ['a web page', { body: '<html></html>' }],
    ['broken JSON', { body: '{', headers: { 'content-type': 'application/json' } }],
    ['other JSON', { body: { hello: 'world' } }],
    ['a list', { body: [] }],
    ['no data', { body: { data: null } }],
  ] as [string, Answer][])('is told: %s', async (_name, answer) => {
    const { client } = await clientOf([answer]);
    const error = await failureOf(client.stages());
    expect(error).toBeInstanceOf(ServerError);
    expect(error).toMatchObject({ code: 'INVALID_RESPONSE' });
  });

  it('is told by its status', async () => {
    const { client } = await clientOf([{ status: 404, body: 'Not found.' }]);
    expect(await failureOf(client.stages())).toMatchObject({
      code: 'HTTP_ERROR',
      message: expect.stringContaining('404'),
    });
  });
});

describe('a key that nobody has', () => {
  it('is an AuthenticationError with the message of the API', async () => {
    const message = 'The key is not valid.';
    const body = { errors: [{ message, extensions: { code: 'UNAUTHENTICATED' } }] };
    const { client } = await clientOf([{ status: 401, body }]);
    const error = await failureOf(client.viewer());
    expect(error).toBeInstanceOf(AuthenticationError);
    expect(error).toMatchObject({ code: 'UNAUTHENTICATED', message });
    expect(JSON.stringify(error)).not.toContain('lsk_test');
  });
});
