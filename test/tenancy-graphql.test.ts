import { type Database, inWorkspace, Prisma, prismaInWorkspace } from '@leadstage/prisma';
import { getNamedType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { SCOPES } from '../packages/api/src/access/access.js';
import { createApiKey } from '../packages/api/src/access/api-key.js';
import { listApiKeys } from '../packages/api/src/access/list-keys.js';
import { revokeApiKey } from '../packages/api/src/commands/revoke-api-key.js';
import { handlerFor } from '../packages/api/src/http/doors.js';
import { type Listener, listen } from '../packages/api/src/http/listener.js';
import { raw, sql } from '../packages/api/src/query/sql.js';
import { schema } from '../packages/api/src/schema/index.js';
import { asOwner } from './support/as-owner.js';
import { type Answer, type Ask, askingOf } from './support/ask.js';
import { rowsOf, tables, tenantColumn } from './support/catalog.js';
import { describeDatabase, openTestDatabase } from './support/database.js';
import { selectionOf } from './support/selection.js';
import {
  BELOW,
  CURSORS,
  PERIOD,
  type Question,
  type Questions,
  questionsOf,
  toldBeyond,
} from './support/tenancy-questions.js';
import { newTenant, type Tenant } from './support/tenant.js';

let database: Database;
let ask: Ask;
let alpha: Tenant;
let bravo: Tenant;
let cursors: Record<keyof typeof CURSORS, string>;
/** Answers to alpha's own questions from before there was a bravo. */
const alone = new Map<string, Answer>();

const bearer = ({ key }: { readonly key: string }) => `Bearer ${key}`;
const queryType = schema.getQueryType()!;
const fields = Object.values(queryType.getFields());
/** The fields that are asked; what they are asked is known once the tenants are there. */
const NAMES = Object.keys(questionsOf({ ids: { benchmark: 0, webhook: 0, list: 0, report: 0, pack: 0 } }));
const questions = (name: string): Questions => questionsOf(alpha)[name]!;

function questionOf(name: string, asked: Question | string): string {
  const { args, below = {} }: Question = typeof asked === 'string' ? { args: asked } : asked;
  const type = getNamedType(queryType.getFields()[name]!.type);
  return `{ ${name}${args}${selectionOf(schema, type, { ...BELOW, ...below })} }`;
}

const ownQuestions = () => NAMES.flatMap((name) => questions(name).own.map((asked) => questionOf(name, asked)));
const foreignAsked = (name: string) =>
  (questions(name).foreign?.(bravo) ?? []).map((asked) => ({
    question: questionOf(name, asked),
    refused: typeof asked === 'string' ? undefined : asked.refused,
  }));
const foreignQuestions = (name: string) => foreignAsked(name).map(({ question }) => question);
const turnedQuestions = (name: string) =>
  (questions(name).turned?.(cursors) ?? []).map((asked) => questionOf(name, asked));
const simplest = (name: string) => questionOf(name, questions(name).own[0]!);

beforeAll(async () => {
  // Every refusal is logged, and there are hundreds of them here.
  vi.spyOn(console, 'error').mockImplementation(() => {});
  database = await openTestDatabase();
  ask = askingOf(database);
  alpha = await newTenant(database, 'alpha', 6);
  for (const question of ownQuestions()) alone.set(question, await ask(question, bearer(alpha)));
  bravo = await newTenant(database, 'bravo', 12);
  cursors = await cursorsOf(bravo);
}, 180_000);
afterAll(() => database?.close());

/** A cursor from the middle of each page. */
async function cursorsOf(tenant: Tenant): Promise<typeof cursors> {
  const found: Partial<typeof cursors> = {};
  for (const [name, asks] of Object.entries(CURSORS)) {
    const { text } = await ask(`{ ${asks(tenant)} }`, bearer(tenant));
    const all = [...text.matchAll(/"(?:cursor|behind)":"([^"]+)"/g)].map(([, cursor]) => cursor!);
    expect(all.length, `${name}: ${text}`).toBeGreaterThan(1);
    found[name as keyof typeof CURSORS] = all[all.length >> 1]!;
  }
  return found as typeof cursors;
}

describe(`another workspace's key and ids over GraphQL, ${describeDatabase()}`, () => {
  it('are tried on every field: whoever adds one adds its questions here', () => {
    expect(NAMES.toSorted()).toEqual(fields.map(({ name }) => name).sort());
    expect(schema.getSubscriptionType()).toBeUndefined();
  });

  it('a workspace sees of itself what it saw alone, and nothing of the other', async () => {
    for (const question of ownQuestions()) {
      const before = alone.get(question)!;
      expect(before, question).toMatchObject({ status: 200, errors: [] });
      const { text } = await ask(question, bearer(alpha));
      expect(text, question).toBe(before.text);
      expect(text, question).not.toMatch(/bravo/i);
    }
    const texts = [...alone.values()].map(({ text }) => text).join();
    for (const part of REACHED) expect(texts, 'so the questions do reach what would leak').toContain(part);
  });

  it.each(NAMES)('%s answers nothing of the other by its ids, names and keys', async (name) => {
    for (const { question, refused } of foreignAsked(name)) {
      const answer = await ask(question, bearer(alpha));
      expect(answer.status, question).toBe(200);
      expect(toldBeyond(question, answer), question).not.toMatch(/bravo/i);
      expect(answer.text, question).not.toContain(bravo.id);
      for (const counted of countsIn(answer.data)) expect(counted, question).toBe(0);
      if (!REPORTS.includes(name)) expect(isNothing(answer.data?.[name]), `${question}\n${answer.text}`).toBe(true);
      const own = await ask(question, bearer(bravo));
      const errors = refused === undefined ? [] : [{ code: refused }];
      expect(own, 'which its owner is answered').toMatchObject({ status: 200, errors });
      expect(own.text, question).toMatch(/bravo/i);
    }
  });

  it.each(NAMES)('%s turns no page into the other by its cursors', async (name) => {
    for (const question of turnedQuestions(name)) {
      const answer = await ask(question, bearer(alpha));
      expect(answer.status, question).toBe(200);
      expect(toldBeyond(question, answer), question).not.toMatch(/bravo/i);
      for (const { code } of answer.errors) expect(code, question).toMatch(/^INVALID_(CURSOR|CELL)$/);
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

/** What answers to alpha's own questions hold, each from another corner. */
const REACHED: readonly string[] = [
  ...['alpha person', 'alpha actor', 'alpha reason', 'alpha-account-1', 'alpha source', 'alpha own', 'alpha admin'],
  ...['alpha fit', 'alpha fits', 'alpha waits', 'ALPHA_RULE', 'alpha rule', 'alpha goal', 'alpha study'],
  ...['ALPHA_HOURS', 'alpha day off', 'ALPHA_POLICY', 'alpha manager', 'alpha tier', 'alpha.example', 'alpha list'],
  ...['alpha report', 'alpha pack'],
  ...['https://alpha.example/hook', 'alpha is gone', 'alpha mistake', 'alpha-cost-2', '"reason":"LADDER"'],
];

const REPORTS: readonly string[] = ['funnel', 'acceptance', 'velocity', 'sla', 'cost', 'diagnosis', 'standardMetrics'];

/** No object, an empty list, or an empty page. */
function isNothing(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (Array.isArray(value)) return value.length === 0;
  const { edges, totalCount = 0 } = value as { edges?: unknown[]; totalCount?: number };
  return edges?.length === 0 && totalCount === 0;
}

/** Every count of leads or handoffs in a report's answer; goals have leads of their own, whatever the filter. */
function countsIn(data: unknown): unknown[] {
  const counts: unknown[] = [];
  JSON.stringify(data ?? null, (key, value) => {
    if (key === 'goals' || value?.metric === 'attainment') return undefined;
    const isCount = ['reached', 'entered', 'count', 'handedOver', 'handoffs', 'denominator'].includes(key);
    if (isCount && typeof value === 'number') counts.push(value);
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
    const elsewhere = revokeApiKey(database, bravo.id, { id });
    await expect(elsewhere, "the other's workspace cannot").rejects.toMatchObject({ code: 'UNKNOWN_KEY' });
    expect((await ask(simplest('workspace'), `Bearer ${key}`)).status).toBe(200);
    await revokeApiKey(database, alpha.id, { id });
    await expectUnauthenticated(`Bearer ${key}`);
  });

  it('one expired gives 401 and no data, one that will expire works', async () => {
    const key = (expiresAt: number) =>
      createApiKey(database, alpha.id, { name: 'dated', scopes: ['admin'], expiresAt });
    const dated = await key(Date.now() + 600_000);
    expect((await ask(simplest('workspace'), `Bearer ${dated}`)).status).toBe(200);
    await inWorkspace(database, alpha.id, (transaction) =>
      transaction.query(sql`
        UPDATE api_key SET expires_at = now() - interval '1 second' WHERE workspace_id = ${alpha.id}::uuid AND name = 'dated'`),
    );
    await expectUnauthenticated(`Bearer ${dated}`);
  });

  it('are stored as their hash alone', async () => {
    const everything = JSON.stringify(await rowsOf(database, alpha.id));
    expect(everything).toContain('api_key');
    expect(everything).not.toContain(secretOf(alpha.key));
  });

  it.each(SCOPES)('with %s alone do what that scope allows and nothing else', async (scope) => {
    const key = await createApiKey(database, alpha.id, { name: scope, scopes: [scope] });
    for (const [name, { scope: needed }] of NAMES.map((name) => [name, questions(name)] as const)) {
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
  /** What was published or done; nobody changes even their own. */
  const UNCHANGEABLE: readonly string[] = ['AuditEntry', 'PublishedPack'];
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
    if (UNCHANGEABLE.includes(model)) {
      await expect(delegate.updateMany({ ...ofBravo, data })).rejects.toThrow(/permission denied/);
      await expect(delegate.deleteMany(ofBravo)).rejects.toThrow(/permission denied/);
    } else {
      expect((await delegate.updateMany({ ...ofBravo, data })).count).toBe(0);
      expect((await delegate.deleteMany(ofBravo)).count).toBe(0);
    }
    expect(await rowsOf(database, bravo.id)).toEqual(before);
  });

  it('is bound in raw queries too, and creates nothing elsewhere', async () => {
    const client = prismaInWorkspace(database, alpha.id);
    const rows = await client.$queryRaw<{ leads: bigint }[]>`SELECT count(*) AS leads FROM lead`;
    expect(rows).toEqual([{ leads: BigInt(alpha.leadRows) }]);
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
    expect(expected.get('alpha')).not.toMatch(/bravo/i);
    for (let round = 0; round < 200; round += 10) {
      const asked = Array.from({ length: 10 }, (_, index) => [round + index, index % 2 ? alpha : bravo] as const);
      await Promise.all(
        asked.map(async ([number, tenant]) => {
          if (number % 5 === 0) await expect(failing(tenant)).rejects.toThrow('division by zero');
          expect((await ask(QUESTION, bearer(tenant))).text).toBe(expected.get(tenant.name));
          expect(await prismaInWorkspace(database, tenant.id).lead.count()).toBe(tenant.leadRows);
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

describe('feeds of saved lists', () => {
  let server: Listener;
  beforeAll(async () => {
    server = await listen({ host: '127.0.0.1', port: 0 });
    server.handleWith(handlerFor({ database }, server.origin));
  });
  afterAll(() => server?.close());

  const get = async (list: number, extension: string, key: string | null) => {
    const headers: Record<string, string> = key === null ? {} : { authorization: `Bearer ${key}` };
    const response = await fetch(`${server.origin}/feeds/lists/${list}.${extension}`, { headers });
    return { status: response.status, text: await response.text() };
  };

  it.each(['csv', 'ndjson'])('as %s are for their own workspace alone', async (extension) => {
    for (const [own, other] of [
      [alpha, bravo],
      [bravo, alpha],
    ] as const) {
      const answered = await get(own.ids.list, extension, own.key);
      expect(answered).toMatchObject({ status: 200, text: expect.stringContaining(`${own.name} person`) });
      expect(answered.text).not.toMatch(new RegExp(other.name, 'i'));
      const refused = await get(own.ids.list, extension, other.key);
      expect(refused.status).toBe(404);
      expect(refused.text).not.toMatch(/alpha|bravo/i);
      expect((await get(own.ids.list, extension, null)).status).toBe(401);
    }
  });

  it('need leads:read', async () => {
    for (const scope of SCOPES) {
      const key = await createApiKey(database, alpha.id, { name: scope, scopes: [scope] });
      const allowed = ['leads:read', 'admin'].includes(scope);
      expect((await get(alpha.ids.list, 'csv', key)).status, scope).toBe(allowed ? 200 : 403);
    }
  });
});

describe('a workspace that is gone', () => {
  it('leaves the answers to questions by what was its own as they were', async () => {
    const asked = NAMES.flatMap((name) => [...foreignQuestions(name), ...turnedQuestions(name)]);
    const before: string[] = [];
    for (const question of asked) before.push((await ask(question, bearer(alpha))).text);
    await remove(bravo);
    for (const [index, question] of asked.entries()) {
      expect((await ask(question, bearer(alpha))).text, question).toBe(before[index]);
    }
  });

  /** Deletes what nothing refers to any more until nothing is left. */
  async function remove({ id }: Tenant): Promise<void> {
    for (let left = await tables(database), before = Infinity; left.length < before; ) {
      before = left.length;
      const kept: string[] = [];
      for (const name of left) {
        const statement = sql`DELETE FROM ${raw(name)} WHERE ${raw(tenantColumn(name))} = ${id}::uuid`;
        await asOwner(database, (transaction) => transaction.query(statement)).catch(() => kept.push(name));
      }
      left = kept;
    }
    expect(Object.values(await rowsOf(database, id)).flat()).toEqual([]);
  }
});
