import type { Database } from '@leadstage/prisma';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ask, askingOf } from '../../../../test/support/ask.js';
import { describeDatabase, newWorkspace, openTestDatabase } from '../../../../test/support/database.js';
import { statementsOf as allStatementsOf } from '../../../../test/support/statements.js';
import type { Scope } from '../access/access.js';
import { createApiKey } from '../access/api-key.js';
import { ingest } from '../commands/ingest.js';
import { verify } from '../commands/verify.js';

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 1);

/** Without the statement by which a new connection is made ready, which belongs to no request. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  return (await allStatementsOf(work)).filter((text) => !text.startsWith('SET ROLE'));
}

let database: Database;
let workspace: string;
let ask: Ask;
let admin: string;
beforeAll(async () => {
  database = await openTestDatabase();
  ask = askingOf(database);
  workspace = await newWorkspace(database);
  admin = await keyOf('admin');
  await ingest(
    database,
    workspace,
    Array.from({ length: 24 }, (_, number) => {
      const lead = `lead-${number}`;
      // Account k has leads k, k + 6, k + 12, k + 18; leads of 3 stop at LEAD, of 4 get to MQL, of 5 to SQL.
      const climbs = number % 6 === 5 ? ['LEAD', 'MQL', 'SQL'] : number % 6 === 4 ? ['LEAD', 'MQL'] : ['LEAD'];
      return {
        lead: { externalId: lead, source: number % 2 ? 'web' : null, account: `a${number % 6}` },
        transitions: climbs.map((to, step) => ({
          externalId: `${lead}-${to}`,
          lead,
          to,
          occurredAt: START + (number + step) * DAY,
        })),
      };
    }),
  );
});
afterAll(() => database?.close());

async function keyOf(...scopes: Scope[]): Promise<string> {
  return `Bearer ${await createApiKey(database, workspace, { name: 'k', scopes })}`;
}

async function answered(query: string, key = admin): Promise<Record<string, unknown>> {
  const { data, errors } = await ask(query, key);
  expect(errors).toEqual([]);
  return data ?? {};
}

describe(`lists over GraphQL, ${describeDatabase()}`, () => {
  it('leads page through a filter and an order, with as many statements for twenty as for two', async () => {
    const asked = (first: number, after = '') => `{ leads(first: ${first} ${after},
      filter: { attributes: { source: { in: ["web"] } }, entered: { stage: "LEAD", period: { start: "2026-01-01", end: "2026-01-20" } } },
      orderBy: { field: ENTERED, stage: "LEAD", direction: DESC }) {
        totalCount pageInfo { hasNextPage endCursor }
        edges { node { externalId createdAt source stage { key } account { externalId leadCount } handoffs { id } } } } }`;
    type Page = {
      leads: {
        totalCount: number;
        pageInfo: { hasNextPage: boolean; endCursor: string };
        edges: { node: { externalId: string } }[];
      };
    };
    const first = (await answered(asked(4))) as Page;
    expect(first.leads.totalCount).toBe(9);
    expect(first.leads.edges.map(({ node }) => node.externalId)).toEqual(['lead-17', 'lead-15', 'lead-13', 'lead-11']);
    const rest = (await answered(asked(100, `after: "${first.leads.pageInfo.endCursor}"`))) as Page;
    expect(rest.leads.edges.map(({ node }) => node.externalId)).toEqual([
      'lead-9',
      'lead-7',
      'lead-5',
      'lead-3',
      'lead-1',
    ]);
    expect(rest.leads.pageInfo.hasNextPage).toBe(false);
    const statements = async (size: number) => (await statementsOf(() => answered(asked(size)))).length;
    expect(await statements(20)).toBe(await statements(2));
  });

  it('refuse what they cannot do, with a code', async () => {
    const refused = async (args: string) => (await ask(`{ leads(${args}) { totalCount } }`, admin)).errors[0]?.code;
    expect(await refused('first: 1, after: "nonsense"')).toBe('INVALID_CURSOR');
    expect(await refused('first: 0')).toBe('PAGE_SIZE_REQUIRED');
    expect(await refused('filter: {}')).toBe('PAGE_SIZE_REQUIRED');
    expect(await refused('first: 1, filter: { reached: "NONE" }')).toBe('UNKNOWN_STAGE');
    const reports = await keyOf('reports:read');
    for (const query of ['leads(first: 1)', 'handoffs(first: 1)', 'accounts(first: 1)']) {
      expect((await ask(`{ ${query} { totalCount } }`, reports)).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    }
  });

  it('are saved, replaced by name, read back as they were asked, and deleted', async () => {
    const save = (key: string, filter: string, by = admin) =>
      ask(
        `mutation { saveList(input: { idempotencyKey: "${key}", name: " Hot leads ", ${filter}
          orderBy: { field: ENTERED, stage: "MQL" } }) {
          ... on SaveListPayload { list { id name totalCount } } ... on UserError { code path } } }`,
        by,
      );
    const filter = `filter: { attributes: { source: { in: ["web", null] } }, stage: ["MQL", "SQL", null],
      entered: { stage: "MQL", period: { last: { count: 400, grain: MONTH } } }, openHandoff: true },`;
    const saved = (await save('s1', filter)).data as { saveList: { list: { id: string } } };
    expect(saved.saveList.list).toMatchObject({ name: 'Hot leads' });
    expect((await save('s1', filter)).data).toEqual(saved);
    const { id } = saved.saveList.list;
    expect(
      await answered(`{ savedList(id: "${id}") { filter { attributes { name in notIn } stage reached
      entered { stage explicitOnly period { start last { count grain } } } openHandoff } orderBy { field stage direction } } }`),
    ).toEqual({
      savedList: {
        filter: {
          attributes: [{ name: 'source', in: ['web', null], notIn: null }],
          stage: ['MQL', 'SQL', null],
          reached: null,
          entered: { stage: 'MQL', explicitOnly: false, period: { start: null, last: { count: 400, grain: 'MONTH' } } },
          openHandoff: true,
        },
        orderBy: { field: 'ENTERED', stage: 'MQL', direction: 'ASC' },
      },
    });
    expect((await save('s2', 'filter: { reached: "NONE" },')).data).toEqual({
      saveList: { code: 'UNKNOWN_STAGE', path: ['input', 'filter', 'reached'] },
    });
    expect((await save('s3', 'filter: { reached: "MQL" },')).data).toMatchObject({
      saveList: { list: { id, totalCount: 8 } },
    });
    expect(
      await answered('{ savedLists { id name leads(first: 2) { totalCount edges { node { externalId } } } } }'),
    ).toEqual({
      savedLists: [
        {
          id,
          name: 'Hot leads',
          leads: { totalCount: 8, edges: [{ node: { externalId: 'lead-4' } }, { node: { externalId: 'lead-5' } }] },
        },
      ],
    });
    expect((await save('s4', '', await keyOf('leads:read'))).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    const gone = (key: string) =>
      answered(`mutation { deleteList(input: { idempotencyKey: "${key}", id: "${id}" }) {
        ... on DeleteListPayload { deletedAt } ... on UserError { code path } } }`);
    expect(await gone('d1')).toMatchObject({ deleteList: { deletedAt: expect.any(String) } });
    expect(await gone('d2')).toEqual({ deleteList: { code: 'UNKNOWN_LIST', path: ['input', 'id'] } });
    expect(await answered(`{ savedLists { id } savedList(id: "${id}") { id } }`)).toEqual({
      savedLists: [],
      savedList: null,
    });
  });
});

describe(`accounts, ${describeDatabase()}`, () => {
  const upsert = (key: string, accounts: string) =>
    answered(`mutation { upsertAccounts(input: { idempotencyKey: "${key}", accounts: [${accounts}] }) {
      ... on UpsertAccountsPayload { outcomes { index status problem { code path } } } ... on UserError { code } } }`);

  it('are made, changed and left alone, each by itself, in the order of the call', async () => {
    expect(
      await upsert(
        'u1',
        `{ externalId: "a0", name: "Zeta", domain: "Zeta.Example", tier: "A", target: true }, { externalId: "new", name: "alpha" },
         { externalId: "new", tier: "B" }, { externalId: "new", tier: "B" }, { externalId: " " }, { externalId: "x", domain: "no domain" }`,
      ),
    ).toEqual({
      upsertAccounts: {
        outcomes: [
          { index: 0, status: 'UPDATED', problem: null },
          { index: 1, status: 'CREATED', problem: null },
          { index: 2, status: 'UPDATED', problem: null },
          { index: 3, status: 'UNCHANGED', problem: null },
          { index: 4, status: 'REJECTED', problem: { code: 'MISSING_ID', path: ['externalId'] } },
          { index: 5, status: 'REJECTED', problem: { code: 'INVALID_DOMAIN', path: ['domain'] } },
        ],
      },
    });
    await upsert('u2', '{ externalId: "new", name: null }');
    const account = (externalId: string) =>
      answered(`{ account(externalId: "${externalId}") { name domain tier target } }`);
    expect(await account('a0')).toEqual({ account: { name: 'Zeta', domain: 'zeta.example', tier: 'A', target: true } });
    expect(await account('new')).toEqual({ account: { name: null, domain: null, tier: 'B', target: false } });
    expect(await account('x')).toEqual({ account: null });
    expect(await verify(database, workspace)).toMatchObject({ wrongFacts: 0, wrongRollupCells: 0 });
  });

  it('know how far their leads have got', async () => {
    const fields =
      'externalId leadCount openHandoffs furthestStage { key } stages { stage { key } leads } leads(first: 2) { externalId }';
    expect(await answered(`{ account(externalId: "a4") { id ${fields} } }`)).toMatchObject({
      account: {
        leadCount: 4,
        openHandoffs: 4,
        furthestStage: { key: 'MQL' },
        stages: [
          { stage: { key: 'CONTACT' }, leads: 4 },
          { stage: { key: 'LEAD' }, leads: 4 },
          { stage: { key: 'MQL' }, leads: 4 },
          { stage: { key: 'SQL' }, leads: 0 },
          { stage: { key: 'QSO' }, leads: 0 },
          { stage: { key: 'CUSTOMER' }, leads: 0 },
        ],
        leads: [{ externalId: 'lead-4' }, { externalId: 'lead-10' }],
      },
    });
    const statements = async (first: number) =>
      (await statementsOf(() => answered(`{ accounts(first: ${first}) { edges { node { ${fields} } } } }`))).length;
    expect(await statements(7)).toBe(await statements(2));
  });

  it.each([
    ['NAME', 'ASC', ['a1', 'a2', 'a3', 'a4', 'a5', 'new', 'a0']],
    ['LEADS', 'DESC', ['a5', 'a4', 'a3', 'a2', 'a1', 'a0', 'new']],
    ['FURTHEST', 'DESC', ['a5', 'a4', 'a3', 'a2', 'a1', 'a0', 'new']],
  ])('are listed by %s %s, each once, whatever the page size', async (field, direction, expected) => {
    await upsert('u3', '{ externalId: "new" }');
    for (const size of [1, 3, 100]) {
      const seen: string[] = [];
      for (let after = ''; ; ) {
        const { accounts } = (await answered(
          `{ accounts(first: ${size} ${after}, orderBy: { field: ${field}, direction: ${direction} }) {
            pageInfo { hasNextPage endCursor } edges { node { externalId } } } }`,
        )) as {
          accounts: {
            pageInfo: { hasNextPage: boolean; endCursor: string };
            edges: { node: { externalId: string } }[];
          };
        };
        seen.push(...accounts.edges.map(({ node }) => node.externalId));
        if (!accounts.pageInfo.hasNextPage) break;
        after = `after: "${accounts.pageInfo.endCursor}"`;
      }
      expect(seen).toEqual(expected);
    }
    expect(
      await answered('{ accounts(first: 9, filter: { text: "ZETA.ex", target: true, tier: "A" }) { totalCount } }'),
    ).toEqual({
      accounts: { totalCount: 1 },
    });
  });
});

describe(`benchmarks, ${describeDatabase()}`, () => {
  const add = (key: string, more: string) =>
    answered(`mutation { addBenchmark(input: { idempotencyKey: "${key}", definition: "SQL / MQL, monthly", source: "A report",
      publishedOn: "2025-05-01", ${more} }) { ... on AddBenchmarkPayload { benchmark { id metric stage value publishedOn voidedAt } }
      ... on UserError { code path } } }`);

  it('are added for our own metrics, and voided', async () => {
    const added = (await add('b1', 'metric: "stepRate", stage: "SQO", value: "0.130"')) as {
      addBenchmark: { benchmark: { id: string } };
    };
    expect(added.addBenchmark.benchmark).toMatchObject({
      metric: 'stepRate',
      stage: 'QSO',
      value: '0.13',
      publishedOn: '2025-05-01',
    });
    expect(await add('b2', 'metric: "luck", value: "1"')).toEqual({
      addBenchmark: { code: 'UNKNOWN_METRIC', path: ['input', 'metric'] },
    });
    expect(await add('b3', 'metric: "pace", stage: "NONE", value: "1"')).toEqual({
      addBenchmark: { code: 'UNKNOWN_STAGE', path: ['input', 'stage'] },
    });
    const { id } = added.addBenchmark.benchmark;
    const voided = (key: string, which: string) =>
      answered(`mutation { voidBenchmark(input: { idempotencyKey: "${key}", id: "${which}" }) {
        ... on VoidBenchmarkPayload { voidedAt } ... on UserError { code } } }`);
    expect(await answered('{ benchmarks { id } }')).toEqual({ benchmarks: [{ id }] });
    const first = await voided('v1', id);
    expect(await voided('v2', id)).toEqual(first);
    expect(await voided('v3', '999')).toEqual({ voidBenchmark: { code: 'UNKNOWN_BENCHMARK' } });
    expect(await answered('{ benchmarks { id } }')).toEqual({ benchmarks: [] });
    expect(await answered('{ benchmarks(voided: true) { id } }')).toEqual({ benchmarks: [{ id }] });
  });
});
