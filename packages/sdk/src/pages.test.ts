import { afterEach, describe, expect, expectTypeOf, it } from 'vitest';
import { createClient, type LeadstageClient } from './client.js';
import { type Answer, type FakeApi, failureOf, startFakeApi } from './testing.js';
import type { Account } from './types.js';

let api: FakeApi | undefined;
afterEach(() => api?.close());

function page(ids: readonly string[], endCursor: string | null, hasNextPage: boolean, name = 'leads'): Answer {
  const connection = {
    totalCount: 3,
    edges: ids.map((id) => ({ node: { id } })),
    pageInfo: { hasNextPage, endCursor },
  };
  return { body: { data: name === 'savedList' ? { savedList: { leads: connection } } : { [name]: connection } } };
}

async function clientOf(...answers: Answer[]) {
  api = await startFakeApi(...answers);
  const { url, requests } = api;
  return {
    client: createClient({ url, apiKey: 'k' }),
    variables: () => requests.map(({ body }) => JSON.parse(body).variables),
  };
}

async function idsOf(items: AsyncIterable<unknown>) {
  const ids: string[] = [];
  for await (const { id } of items as AsyncIterable<{ id: string }>) ids.push(id);
  return ids;
}

describe('a list', () => {
  it('asks for page after page, and not for the total', async () => {
    const { client, variables } = await clientOf(page(['1', '2'], 'b', true), page(['3'], 'c', false));
    expect(await idsOf(client.leads({ pageSize: 2 }))).toEqual(['1', '2', '3']);
    expect(variables()).toEqual([
      { first: 2, after: null, withTotal: false },
      { first: 2, after: 'b', withTotal: false },
    ]);
  });

  it('asks for every page with the same filter and order', async () => {
    const { client, variables } = await clientOf(page(['1'], 'a', true), page(['2'], 'b', false));
    const asked = { filter: { owner: 'anna' }, orderBy: { field: 'RECORDED', direction: 'DESC' } } as const;
    expect(await idsOf(client.leads(asked))).toEqual(['1', '2']);
    expect(variables()).toMatchObject([asked, { ...asked, after: 'a' }]);
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

describe('a page', () => {
  it('gives the items with the number of all and where to go on', async () => {
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

const KEY = { key: 'k', answer: 'YES' } as const;

describe('each list', () => {
  type Lists = [
    string,
    string,
    (client: LeadstageClient) => AsyncIterable<unknown>,
    (client: LeadstageClient) => unknown,
  ];
  const lists: Lists[] = [
    ['leads', 'leads', (client) => client.leads(), (client) => client.leadsPage({ first: 9 })],
    ['handoffs', 'handoffs', (client) => client.handoffs(), (client) => client.handoffsPage({ first: 9 })],
    ['accounts', 'accounts', (client) => client.accounts(), (client) => client.accountsPage({ first: 9 })],
    ['costs', 'costs', (client) => client.costs(), (client) => client.costsPage({ first: 9 })],
    ['apiKeys', 'apiKeys', (client) => client.apiKeys(), (client) => client.apiKeysPage({ first: 9 })],
    ['auditLog', 'auditLog', (client) => client.auditLog(), (client) => client.auditLogPage({ first: 9 })],
    [
      'ruleAnswers',
      'ruleAnswers',
      (client) => client.ruleAnswers(KEY),
      (client) => client.ruleAnswersPage({ ...KEY, first: 9 }),
    ],
    [
      'savedList',
      'leads',
      (client) => client.savedListLeads({ id: '7' }),
      (client) => client.savedListLeadsPage({ id: '7', first: 9 }),
    ],
  ];

  it.each(lists)('%s is read whole and by the page', async (root, name, all, one) => {
    const { client, variables } = await clientOf(page(['1'], 'a', true, root), page(['2'], 'b', false, root));
    expect(await idsOf(all(client))).toEqual(['1', '2']);
    expect(await one(client)).toEqual({ [name]: [{ id: '2' }], totalCount: 3, hasNextPage: false, endCursor: 'b' });
    expect(variables().map(({ first, after }) => [first, after])).toEqual([
      [100, null],
      [100, 'a'],
      [9, null],
    ]);
  });

  it('says that there is no saved list of that id', async () => {
    const { client } = await clientOf({ body: { data: { savedList: null } } });
    const refusal = { name: 'InvalidInputError', code: 'UNKNOWN_LIST', path: ['id'] };
    expect(await failureOf(idsOf(client.savedListLeads({ id: '7' })))).toMatchObject(refusal);
  });

  it('has the types of its items', async () => {
    const { client } = await clientOf();
    expectTypeOf(client.accounts()).toEqualTypeOf<AsyncIterable<Account>>();
    expectTypeOf<Awaited<ReturnType<typeof client.accountsPage>>['accounts']>().toEqualTypeOf<readonly Account[]>();
    expectTypeOf<Parameters<typeof client.apiKeysPage>[0]>().toHaveProperty('first');
    // @ts-expect-error: of which rule?
    expect(() => client.ruleAnswers({})).not.toThrow();
  });
});
