import { asOwner, type Database, inWorkspace, Prisma, prismaInWorkspace } from '@leadstage/prisma';
import { getNamedType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createApiKey, listApiKeys, revokeApiKey, SCOPES, type Scope } from '../packages/api/src/access/api-key.js';
import { sql } from '../packages/api/src/query/sql.js';
import { schema } from '../packages/api/src/schema/index.js';
import { type Answer, type Ask, askingOf, everythingOf } from './support/ask.js';
import { rowsOf } from './support/catalog.js';
import { describeDatabase, openTestDatabase } from './support/database.js';
import { newTenant, type Tenant } from './support/tenant.js';

const AT = 'asOf: "2026-06-01T00:00:00Z"';
const PERIOD = 'period: { start: "2026-01-01", end: "2026-04-01" }';
const BY_ALL = ['["source", "leadType", "campaign"]', '["owner", "account", "plan"]', '["region"]'];

/**
 * What is asked of each field with the key of alpha: its own questions first, and then, by what belongs to bravo. A field
 * that is not here fails the test below. `own` answers must not change when bravo comes, `foreign` ones must be empty.
 */
interface Questions {
  /** The scope that the field asks for; null: none. */
  readonly scope: Scope | null;
  readonly own: readonly string[];
  readonly foreign: (bravo: Tenant, cursor: string) => readonly string[];
}

const QUESTIONS: Readonly<Record<string, Questions>> = {
  viewer: { scope: null, own: [''], foreign: () => [] },
  workspace: { scope: 'reports:read', own: [''], foreign: () => [] },
  stages: { scope: 'reports:read', own: ['', '(at: "2026-03-01T00:00:00Z")'], foreign: () => [] },
  metricDefinitions: { scope: 'reports:read', own: [''], foreign: () => [] },
  lead: {
    scope: 'leads:read',
    own: ['(id: "1")', '(externalId: "alpha-lead-2")'],
    foreign: ({ leads, name }) => [`(id: "${leads}")`, `(externalId: "${name}-lead-1")`],
  },
  leads: {
    scope: 'leads:read',
    own: ['(first: 100)', '(last: 100)', '(first: 2)'],
    foreign: (_bravo, cursor) => [`(first: 100, after: "${cursor}")`, `(last: 100, before: "${cursor}")`],
  },
  funnel: report(''),
  velocity: report('from: "LEAD", to: "SQL"'),
  cost: report(''),
};

function report(more: string): Questions {
  const input = (...parts: string[]) => `(input: { ${[PERIOD, AT, more, ...parts].filter(Boolean).join(', ')} })`;
  return {
    scope: 'reports:read',
    own: [input(), input('grain: MONTH'), ...BY_ALL.map((by) => input(`by: ${by}`))],
    foreign: ({ name }) => [
      input(`filter: { source: { in: ["${name} source 1"] } }`),
      input(`filter: { account: { in: ["${name}-account-1"] } }`),
      input(`filter: { owner: { in: ["${name} owner"] } }`),
      input(`filter: { attributes: [{ name: "plan", in: ["${name} plan"] }] }`),
      input(`by: ["${name}_only"]`),
    ],
  };
}

let database: Database;
let ask: Ask;
let alpha: Tenant;
let bravo: Tenant;
let cursor: string;
/** Answers to alpha's own questions from before there was a bravo. */
const alone = new Map<string, Answer>();

const bearer = ({ key }: { readonly key: string }) => `Bearer ${key}`;
const queryType = schema.getQueryType()!;
const fields = Object.values(queryType.getFields());

function questionOf(name: string, args: string): string {
  const type = getNamedType(queryType.getFields()[name]!.type);
  return `{ ${name}${args}${everythingOf(schema, type)} }`;
}

const ownQuestions = Object.entries(QUESTIONS).flatMap(([name, { own }]) => own.map((args) => questionOf(name, args)));
const simplest = (name: string) => questionOf(name, QUESTIONS[name]!.own[0]!);

beforeAll(async () => {
  // Every refusal is logged, and there are hundreds of them here.
  vi.spyOn(console, 'error').mockImplementation(() => {});
  database = await openTestDatabase();
  ask = askingOf(database);
  alpha = await newTenant(database, 'alpha', 6);
  for (const question of ownQuestions) alone.set(question, await ask(question, bearer(alpha)));
  bravo = await newTenant(database, 'bravo', 12);
  const answer = await ask('{ leads(first: 100) { edges { cursor } } }', bearer(bravo));
  cursor = (answer.data!.leads as { edges: { cursor: string }[] }).edges[6]!.cursor;
});
afterAll(() => database?.close());

describe(`another workspace's key and ids over GraphQL, ${describeDatabase()}`, () => {
  it('are tried on every field: whoever adds one adds its questions here', () => {
    expect(Object.keys(QUESTIONS).sort()).toEqual(fields.map(({ name }) => name).sort());
    expect(schema.getMutationType(), 'mutations need questions of their own').toBeUndefined();
    expect(schema.getSubscriptionType()).toBeUndefined();
  });

  it('a workspace sees of itself what it saw alone, and nothing of the other', async () => {
    for (const question of ownQuestions) {
      const before = alone.get(question)!;
      expect(before, question).toMatchObject({ status: 200, errors: [] });
      const { text } = await ask(question, bearer(alpha));
      expect(text, question).toBe(before.text);
      expect(text, question).not.toContain('bravo');
    }
    const texts = [...alone.values()].map(({ text }) => text).join();
    for (const part of ['alpha person', 'alpha actor', 'alpha-account-1', 'alpha source', 'alpha own', 'alpha admin']) {
      expect(texts, 'so the questions do reach what would leak').toContain(part);
    }
  });

  it.each(Object.keys(QUESTIONS))('%s answers nothing of the other by its ids, names and cursors', async (name) => {
    for (const args of QUESTIONS[name]!.foreign(bravo, cursor)) {
      const question = questionOf(name, args);
      const answer = await ask(question, bearer(alpha));
      expect(answer.status, question).toBe(200);
      expect(JSON.stringify(answer.data ?? null).replaceAll(/"attribute":"[^"]*"/g, ''), question).not.toContain(
        'bravo',
      );
      expect(answer.text, question).not.toContain(bravo.id);
      if (name === 'lead') expect(answer.data, question).toEqual({ lead: null });
      if (name === 'leads')
        expect(answer.data, question).toMatchObject({ leads: { edges: [], totalCount: alpha.leads } });
      for (const counted of countsIn(answer.data)) expect(counted, question).toBe(0);
    }
  });

  it('an attribute that only the other has is as unknown as one that nobody has', async () => {
    const refused = async (attribute: string) => {
      const input = `{ ${PERIOD}, by: ["${attribute}"] }`;
      const { errors } = await ask(`{ funnel(input: ${input}) { asOf } }`, bearer(alpha));
      return JSON.stringify(errors).replaceAll(attribute, '…');
    };
    expect(await refused('bravo_only')).toBe(await refused('nobodys'));
    expect(await refused('bravo_only')).toContain('UNKNOWN_ATTRIBUTE');
  });

  it('both see their own under the same internal id', async () => {
    for (const tenant of [alpha, bravo]) {
      const { data } = await ask('{ lead(id: "1") { externalId } }', bearer(tenant));
      expect(data).toEqual({ lead: { externalId: `${tenant.name}-lead-1` } });
    }
  });
});

/** Every count of leads in a report's answer. */
function countsIn(data: unknown): unknown[] {
  const counts: unknown[] = [];
  JSON.stringify(data ?? null, (key, value) => {
    if (['reached', 'entered', 'count'].includes(key) && value !== null) counts.push(value);
    return value;
  });
  return counts;
}

describe('keys', () => {
  it.each([
    ['no scheme', () => alpha.key],
    ['another scheme', () => `Basic ${Buffer.from(`x:${alpha.key}`).toString('base64')}`],
    ['an empty header', () => ''],
    ['a scheme and no key', () => 'Bearer'],
    ['two keys', () => `Bearer ${bravo.key} ${alpha.key}`],
    ['nonsense', () => "Bearer lsk_' OR 1=1 --"],
    ['a key cut short', () => `Bearer ${alpha.key.slice(0, -1)}`],
    ['a key with something after it', () => `Bearer ${alpha.key}A`],
    ['capitals', () => `Bearer ${alpha.key.toUpperCase()}`],
    ['another last character', () => `Bearer ${alpha.key.slice(0, -1)}${alpha.key.endsWith('A') ? 'E' : 'A'}`],
    ['an unknown secret', () => `Bearer ${withSecret(alpha.key, 'A'.repeat(43))}`],
    ["the other's secret", () => `Bearer ${withSecret(alpha.key, secretOf(bravo.key))}`],
    ["one's own secret for the other workspace", () => `Bearer ${withSecret(bravo.key, secretOf(alpha.key))}`],
    ['a workspace that there is none of', () => `Bearer lsk_${'0'.repeat(32)}_${secretOf(alpha.key)}`],
    ['the hash that is stored', async () => `Bearer ${await storedHash(alpha)}`],
  ])('%s gives 401 and no data', async (_, header) => {
    await expectUnauthenticated(await header());
  });

  it('one revoked gives 401 and no data from then on', async () => {
    const key = await createApiKey(database, alpha.id, { name: 'short-lived', scopes: ['admin'] });
    expect((await ask(simplest('workspace'), `Bearer ${key}`)).status).toBe(200);
    const id = (await listApiKeys(database, alpha.id)).find(({ name }) => name === 'short-lived')!.id;
    expect(await revokeApiKey(database, bravo.id, id), "the other's workspace cannot").toBe(false);
    expect((await ask(simplest('workspace'), `Bearer ${key}`)).status).toBe(200);
    expect(await revokeApiKey(database, alpha.id, id)).toBe(true);
    await expectUnauthenticated(`Bearer ${key}`);
  });

  it('one expired gives 401 and no data, one that will expire works', async () => {
    const key = (expiresAt: number) =>
      createApiKey(database, alpha.id, { name: 'dated', scopes: ['admin'], expiresAt });
    await expectUnauthenticated(`Bearer ${await key(Date.now() - 1_000)}`);
    expect((await ask(simplest('workspace'), `Bearer ${await key(Date.now() + 600_000)}`)).status).toBe(200);
  });

  it('are stored as their hash alone', async () => {
    const everything = JSON.stringify(await rowsOf(database, alpha.id));
    expect(everything).toContain('api_key');
    expect(everything).not.toContain(secretOf(alpha.key));
  });

  it.each(SCOPES)('with %s alone do what that scope allows and nothing else', async (scope) => {
    const key = await createApiKey(database, alpha.id, { name: scope, scopes: [scope] });
    for (const [name, { scope: needed }] of Object.entries(QUESTIONS)) {
      const answer = await ask(simplest(name), `Bearer ${key}`);
      // Stages within a lead are part of the lead.
      if (needed === null || scope === 'admin' || scope === needed) {
        expect(answer, `${name} with ${scope}`).toMatchObject({ status: 200, errors: [] });
      } else {
        expect(answer.errors, `${name} with ${scope}`).toMatchObject([{ code: 'FORBIDDEN' }]);
        expect(answer.data?.[name] ?? null).toBeNull();
        expect(answer.text).not.toContain('alpha');
      }
    }
  });

  it('are needed by every field but viewer and introspection', async () => {
    for (const { name } of fields) {
      const answer = await ask(simplest(name), null);
      if (name === 'viewer') {
        expect(answer).toMatchObject({ status: 200, data: { viewer: null }, errors: [] });
        continue;
      }
      expect(answer.errors, name).toMatchObject([{ code: 'UNAUTHENTICATED' }]);
      expect(answer.status, name).toBe(401);
      expect(answer.data?.[name] ?? null, name).toBeNull();
    }
    const introspected = await ask('{ __schema { queryType { name } } __typename }', null);
    expect(introspected).toMatchObject({ status: 200, data: { __schema: { queryType: { name: 'Query' } } } });
  });
});

async function expectUnauthenticated(header: string): Promise<void> {
  for (const question of [simplest('workspace'), simplest('leads'), '{ viewer { name } }', '{ __typename }']) {
    const answer = await ask(question, header);
    expect(answer.status, question).toBe(401);
    expect(answer.errors, question).toMatchObject([{ code: 'UNAUTHENTICATED' }]);
    expect(answer.data ?? null, question).toBeNull();
    expect(answer.text).not.toMatch(/alpha|bravo/);
  }
}

const secretOf = (key: string) => key.slice(-43);
const withSecret = (key: string, secret: string) => `${key.slice(0, -43)}${secret}`;

async function storedHash({ id }: Tenant): Promise<string> {
  const [row] = await asOwner(database, (transaction) =>
    transaction.query<{ hash: Buffer }>(sql`SELECT hash FROM api_key WHERE workspace_id = ${id}::uuid LIMIT 1`),
  );
  return row!.hash.toString('hex');
}

describe('prismaInWorkspace', () => {
  interface Delegate {
    findMany(): Promise<Record<string, unknown>[]>;
    count(): Promise<number>;
    updateMany(args: object): Promise<{ count: number }>;
    deleteMany(args: object): Promise<{ count: number }>;
  }
  const tenantField = (model: string) => (model === 'Workspace' ? 'id' : 'workspaceId');

  it.each(Object.keys(Prisma.ModelName))('sees and changes only its own workspace in %s', async (model) => {
    const before = await rowsOf(database, bravo.id);
    const client = prismaInWorkspace(database, alpha.id) as unknown as Record<string, Delegate>;
    const delegate = client[model[0]!.toLowerCase() + model.slice(1)]!;
    const seen = await delegate.findMany();
    expect(seen.length).toBeGreaterThan(0);
    expect(new Set(seen.map((row) => row[tenantField(model)]))).toEqual(new Set([alpha.id]));
    expect(await delegate.count()).toBe(seen.length);
    const ofBravo = { where: { [tenantField(model)]: bravo.id } };
    const data = { [tenantField(model)]: alpha.id };
    expect((await delegate.updateMany({ ...ofBravo, data })).count).toBe(0);
    expect((await delegate.deleteMany(ofBravo)).count).toBe(0);
    expect(await rowsOf(database, bravo.id)).toEqual(before);
  });

  it('is bound in raw queries too, and creates nothing elsewhere', async () => {
    const client = prismaInWorkspace(database, alpha.id);
    const rows = await client.$queryRaw<{ leads: bigint }[]>`SELECT count(*) AS leads FROM lead`;
    expect(rows).toEqual([{ leads: BigInt(alpha.leads) }]);
    const stray = { workspaceId: bravo.id, key: 'stray', recordedAt: new Date(0) };
    await expect(client.attributeDefinition.create({ data: stray })).rejects.toThrow(/row-level security/);
  });

  it('without a workspace sees nothing', async () => {
    expect(await database.prisma.lead.findMany()).toEqual([]);
    expect(await database.prisma.workspace.findMany()).toEqual([]);
  });
});

describe('requests at the same time', () => {
  const QUESTION = `{
    viewer { workspace { id } }
    leads(first: 100) { totalCount edges { node { id source transitions { actor } account { externalId } } } }
    funnel(input: { ${PERIOD}, by: ["source"] }) { total { stages { reached } } groups { keys { value } } }
  }`;

  it('of two workspaces, 200 times over and by every door, never mix', { timeout: 120_000 }, async () => {
    const expected = new Map<string, string>();
    for (const tenant of [alpha, bravo]) expected.set(tenant.name, (await ask(QUESTION, bearer(tenant))).text);
    expect(expected.get('alpha')).not.toContain('bravo');
    for (let round = 0; round < 200; round += 10) {
      const asked = Array.from({ length: 10 }, (_, index) => [round + index, index % 2 ? alpha : bravo] as const);
      await Promise.all(
        asked.map(async ([number, tenant]) => {
          if (number % 5 === 0) await expect(failing(tenant)).rejects.toThrow('division by zero');
          expect((await ask(QUESTION, bearer(tenant))).text).toBe(expected.get(tenant.name));
          expect(await prismaInWorkspace(database, tenant.id).lead.count()).toBe(tenant.leads);
          const rows = await inWorkspace(database, tenant.id, (transaction) =>
            transaction.query<{ name: string }>(sql`SELECT name FROM workspace`),
          );
          expect(rows).toEqual([{ name: tenant.name }]);
        }),
      );
    }
    expect((await database.pool.query('SELECT 1 FROM lead')).rows).toEqual([]);
  });

  const failing = ({ id }: Tenant) => inWorkspace(database, id, (transaction) => transaction.query(sql`SELECT 1 / 0`));
});
