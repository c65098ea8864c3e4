import { afterEach, describe, expect, it } from 'vitest';
import { createClient } from './client.js';
import { type Answer, type FakeApi, failureOf, startFakeApi } from './testing.js';

let api: FakeApi | undefined;
afterEach(() => api?.close());

const page = (ids: readonly string[], endCursor: string | null, hasNextPage: boolean): Answer => ({
  body: {
    data: {
      leads: { totalCount: 3, edges: ids.map((id) => ({ node: { id } })), pageInfo: { hasNextPage, endCursor } },
    },
  },
});

async function clientOf(...answers: Answer[]) {
  api = await startFakeApi(...answers);
  const { url, requests } = api;
  return {
    client: createClient({ url, apiKey: 'k' }),
    variables: () => requests.map(({ body }) => JSON.parse(body).variables),
  };
}

async function idsOf(leads: AsyncIterable<{ readonly id: string }>) {
  const ids: string[] = [];
  for await (const { id } of leads) ids.push(id);
  return ids;
}

describe('leads', () => {
  it('asks for page after page, and not for the total', async () => {
    const { client, variables } = await clientOf(page(['1', '2'], 'b', true), page(['3'], 'c', false));
    expect(await idsOf(client.leads({ pageSize: 2 }))).toEqual(['1', '2', '3']);
    expect(variables()).toEqual([
      { first: 2, after: null, withTotal: false },
      { first: 2, after: 'b', withTotal: false },
    ]);
  });

  it('asks for no page that nobody looks at', async () => {
    const { client, variables } = await clientOf(page(['1', '2'], 'b', true));
    for await (const { id } of client.leads()) if (id === '2') break;
    expect(variables()).toHaveLength(1);
    expect(variables()[0].first).toBe(100);
  });

  it('ends with nothing where there is nothing', async () => {
    const { client } = await clientOf(page([], null, false));
    expect(await idsOf(client.leads())).toEqual([]);
  });

  it.each([null, 'a'])('does not go round in circles at the cursor %j', async (cursor) => {
    const { client } = await clientOf(page(['1'], 'a', true), page(['2'], cursor, true));
    expect(await failureOf(idsOf(client.leads()))).toMatchObject({ code: 'INVALID_RESPONSE' });
  });

  it('stops at a signal between two pages', async () => {
    const { client, variables } = await clientOf(page(['1'], 'a', true));
    const controller = new AbortController();
    const reading = (async () => {
      for await (const _ of client.leads({}, { signal: controller.signal })) controller.abort();
    })();
    expect(await failureOf(reading)).toMatchObject({ name: 'AbortError' });
    expect(variables()).toHaveLength(1);
  });

  it.each([0, 101, 2.5])('refuses a page size of %d before asking', async (size) => {
    const { client, variables } = await clientOf(page([], null, false));
    const refusal = { name: 'InvalidInputError', code: 'PAGE_SIZE_REQUIRED' };
    expect(() => client.leads({ pageSize: size })).toThrow(expect.objectContaining({ ...refusal, path: ['pageSize'] }));
    expect(await failureOf(client.leadsPage({ first: size }))).toMatchObject({ ...refusal, path: ['first'] });
    expect(variables()).toEqual([]);
  });
});

describe('leadsPage', () => {
  it('gives the leads with the number of all and where to go on', async () => {
    const { client, variables } = await clientOf(page(['1', '2'], 'b', true));
    expect(await client.leadsPage({ first: 2, after: 'z' })).toEqual({
      leads: [{ id: '1' }, { id: '2' }],
      totalCount: 3,
      hasNextPage: true,
      endCursor: 'b',
    });
    expect(variables()).toEqual([{ first: 2, after: 'z', withTotal: true }]);
  });
});
