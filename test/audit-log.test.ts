import type { Database } from '@leadstage/prisma';
import { getNamedType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createApiKey } from '../packages/api/src/access/api-key.js';
import { listApiKeys } from '../packages/api/src/access/list-keys.js';
import { onCommandLine } from '../packages/api/src/access/on-command-line.js';
import { ingest } from '../packages/api/src/commands/ingest.js';
import { issueApiKey } from '../packages/api/src/commands/issue-api-key.js';
import { raw, sql } from '../packages/api/src/query/sql.js';
import { schema } from '../packages/api/src/schema/index.js';
import { asOwner } from './support/as-owner.js';
import { type Ask, askingOf } from './support/ask.js';
import { rowsOf } from './support/catalog.js';
import { describeDatabase, newWorkspace, openTestDatabase } from './support/database.js';
import { finishJob } from './support/ladder.js';
import { TRIALS } from './support/tenancy-trials.js';
import { newTenant, type Tenant } from './support/tenant.js';

const mutations = schema.getMutationType()!.getFields();
/** As docs/access.md says: what needs `admin`, and erasures. */
const AUDITED = Object.keys(TRIALS).filter((name) => TRIALS[name]!.scopes.includes('admin') || name === 'deleteLead');
const OTHERS = Object.keys(TRIALS).filter((name) => !AUDITED.includes(name));

interface Entry {
  readonly id: string;
  readonly act: string;
  readonly refusal: string | null;
  readonly detail: Record<string, unknown>;
  readonly requestId: string | null;
  readonly actor: { readonly kind: string; readonly id: string | null; readonly name: string };
}

let database: Database;
let ask: Ask;
let tenant: Tenant;
let bearer: string;

beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  database = await openTestDatabase();
  ask = askingOf(database);
  tenant = await newTenant(database, 'bravo', 12);
  bearer = `Bearer ${tenant.key}`;
  await finishJob(database, tenant.id);
}, 120_000);
afterAll(() => database?.close());

const FIELDS = 'id act refusal detail requestId actor { kind id name }';

/** The whole log, newest first. */
async function log(authorization = bearer): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (let after: string | null = null; ; ) {
    const args: string = after === null ? '' : `, after: "${after}"`;
    const asked = `{ auditLog(first: 100${args}) { edges { node { ${FIELDS} } } pageInfo { hasNextPage endCursor } } }`;
    const { data } = await ask(asked, authorization);
    const { edges, pageInfo } = data!.auditLog as {
      edges: { node: Entry }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
    entries.push(...edges.map(({ node }) => node));
    if (!pageInfo.hasNextPage) return entries;
    after = pageInfo.endCursor;
  }
}

/** What a question adds to the log. */
async function added(question: string, authorization = bearer): Promise<Entry[]> {
  const before = (await log()).length;
  const { errors } = await ask(question, authorization);
  expect(errors, question).toEqual([]);
  const after = await log();
  return after.slice(0, after.length - before);
}

function questionOf(name: string, input: string, key = name): string {
  const members = `__typename ... on UserError { code }`;
  expect(getNamedType(mutations[name]!.type).name).toMatch(/Result$/);
  return `mutation { ${name}(input: { idempotencyKey: "${key}", ${input} }) { ${members} } }`;
}

describe(`the audit log, ${describeDatabase()}`, () => {
  it('is told of by every mutation that only an admin may: whoever adds one has it here', () => {
    expect([...AUDITED, ...OTHERS].sort()).toEqual(Object.keys(mutations).sort());
    expect(AUDITED.length).toBeGreaterThan(20);
  });

  it.each(AUDITED)('%s is one entry, its repeat none, and its refusal another', async (name) => {
    await finishJob(database, tenant.id);
    const [first] = TRIALS[name]!.trials;
    const question = questionOf(name, first!.input(tenant));
    const [entry, ...more] = await added(question);
    const [key] = (await listApiKeys(database, tenant.id)).filter((each) => each.name === 'bravo admin');
    const actor = { kind: 'API_KEY', id: key!.id, name: 'bravo admin' };
    const refusal = first!.bravo.endsWith('Payload') || first!.bravo === 'RuleDryRun' ? null : first!.bravo;
    expect(entry).toMatchObject({ act: name, refusal, requestId: 'test', actor });
    expect(more).toEqual([]);
    // A dry run records nothing, and looks anew each time.
    expect(await added(question)).toHaveLength(name === 'dryRunRule' ? 1 : 0);
    const misused = await added(questionOf(name, first!.input(tenant), 'with blanks in it'));
    const unkept = name === 'dryRunRule' ? null : 'INVALID_IDEMPOTENCY_KEY';
    expect(misused).toMatchObject([{ act: name, refusal: unkept }]);
  });

  it.each(OTHERS)('%s is none', async (name) => {
    expect(await added(questionOf(name, TRIALS[name]!.trials[0]!.input(tenant)))).toEqual([]);
  });

  it('tells of a refusal once, also of one that was told before anything was locked', async () => {
    const bad = questionOf('createWebhook', 'url: "ftp://elsewhere", events: [GOAL_AT_RISK]', 'refused');
    expect(await added(bad)).toMatchObject([{ act: 'createWebhook', refusal: 'INVALID_URL' }]);
    expect(await added(bad)).toEqual([]);
    const other = questionOf('createWebhook', 'url: "https://good.example", events: [GOAL_AT_RISK]', 'refused');
    expect(await added(other)).toMatchObject([{ act: 'createWebhook', refusal: 'IDEMPOTENCY_CONFLICT' }]);
  });

  it('counts up without gaps, newest first, and is filtered', async () => {
    const entries = await log();
    expect(entries.map((entry) => Number(entry.id))).toEqual(entries.map((_, index) => entries.length - index));
    const filtered = async (filter: string) => {
      const { data } = await ask(
        `{ auditLog(first: 100, filter: ${filter}) { totalCount edges { node { id } } } }`,
        bearer,
      );
      const { totalCount, edges } = data!.auditLog as { totalCount: number; edges: { node: { id: string } }[] };
      expect(totalCount).toBe(edges.length);
      return edges.map(({ node }) => node.id);
    };
    const ofAct = entries.filter(({ act }) => act === 'createApiKey');
    expect(await filtered('{ act: "createApiKey" }')).toEqual(ofAct.map(({ id }) => id));
    const [{ actor }] = entries as [Entry];
    const ofActor = entries.filter((entry) => entry.actor.id === actor.id);
    expect(await filtered(`{ actorId: "${actor.id}" }`)).toEqual(ofActor.map(({ id }) => id));
    expect(ofActor.length).toBeLessThan(entries.length);
    expect(await filtered('{ since: "2999-01-01T00:00:00Z" }')).toEqual([]);
    expect(await filtered('{ act: "\\u0000" }')).toEqual([]);
  });

  it('is written in the transaction of the act: where it cannot be, nothing is done', async () => {
    const forbid = (rule: string) =>
      asOwner(database, (transaction) => transaction.query(sql`ALTER TABLE audit_entry ${raw(rule)}`));
    await forbid(`ADD CONSTRAINT no_keys CHECK (act <> 'createApiKey') NOT VALID`);
    const before = await rowsOf(database, tenant.id);
    try {
      const { errors } = await ask(questionOf('createApiKey', 'name: "x", scopes: [ADMIN]', 'unheard'), bearer);
      expect(errors).toMatchObject([{ code: 'INTERNAL_SERVER_ERROR' }]);
      expect(await rowsOf(database, tenant.id)).toEqual(before);
    } finally {
      await forbid('DROP CONSTRAINT no_keys');
    }
    expect(await added(questionOf('createApiKey', 'name: "x", scopes: [ADMIN]', 'unheard'))).toHaveLength(1);
  });

  it('cannot be changed by the server', async () => {
    for (const change of ["UPDATE audit_entry SET act = ''", 'DELETE FROM audit_entry', 'TRUNCATE audit_entry']) {
      await expect(database.pool.query(change)).rejects.toThrow('permission denied');
    }
  });

  it('has an entry for each of many at once, and none twice', async () => {
    const before = (await log()).length;
    const calls = Array.from({ length: 12 }, (_, number) =>
      ask(questionOf('createApiKey', 'name: "many", scopes: [LEADS_READ]', `many-${number % 6}`), bearer),
    );
    await Promise.all(calls);
    const entries = await log();
    expect(entries.length - before).toBe(6);
    expect(entries.map(({ id }) => Number(id))).toEqual(entries.map((_, index) => entries.length - index));
  });
});

describe('what the log says', () => {
  const SECRET = 'hunter2';
  const PERSON = 'zoe.oneill@acme.example';

  it('is what was asked, in words of the API', async () => {
    const input = 'name: "Desk", scopes: [LEADS_READ, ADMIN], expiresAt: "2029-01-01T00:00:00Z"';
    const [entry] = await added(questionOf('createApiKey', input, 'words'));
    const { id } = (await listApiKeys(database, tenant.id)).find(({ name }) => name === 'Desk')!;
    const asked = { name: 'Desk', scopes: ['LEADS_READ', 'ADMIN'], expiresAt: '2029-01-01T00:00:00.000Z' };
    expect(entry!.detail).toEqual({ ...asked, apiKey: id });
    const [goal] = await added(
      questionOf(
        'setGoal',
        `key: "G", name: "Spring", stage: "MQL", target: 9, period: { start: "2026-01-01", end: "2026-04-01" },
          filter: { source: { in: ["${PERSON}", null] } }`,
      ).replace('"setGoal"', '"goal-words"'),
    );
    expect(goal!.detail).toEqual({
      ...{ key: 'G', name: 'Spring', stage: 'MQL', target: 9, period: { start: '2026-01-01', end: '2026-04-01' } },
      filter: { source: { in: ['…', null] } },
    });
  });

  it('holds no secret, and nothing of a person', async () => {
    const id = await newWorkspace(database);
    const admin = `Bearer ${await createApiKey(database, id, { name: 'k', scopes: ['admin'] })}`;
    const lead = { externalId: PERSON, name: 'Zoe Oneill', email: PERSON, createdAt: Date.UTC(2026, 0, 1) };
    await ingest(database, id, [{ lead }]);
    const events = 'events: [LEAD_TRANSITIONED]';
    const period = 'period: { start: "2026-01-01", end: "2026-04-01" }';
    const filter = `filter: { attributes: [{ name: "source", in: ["${PERSON}"] }] }`;
    const told = [
      questionOf('createWebhook', `url: "https://hooks.example/${SECRET}?token=${SECRET}#${SECRET}", ${events}`, 'a'),
      questionOf('createWebhook', `url: "https://me:${SECRET}@hooks.example/in", ${events}`, 'b'),
      questionOf('saveReport', `name: "r", funnel: { ${period}, ${filter} }`),
      questionOf('publishMetricPack', `name: "p", question: { ${period}, ${filter} }`),
      questionOf('defineRule', `key: "R", name: "r", to: "MQL", condition: { attribute: "source", in: ["${PERSON}"] }`),
      questionOf('mapCrmValues', `values: [{ field: "Status", value: "${PERSON}", stage: "MQL" }]`),
      questionOf('deleteLead', `lead: { externalId: "${PERSON}" }`),
      questionOf('deleteLead', `lead: { externalId: "${PERSON}" }`, 'again'),
    ];
    for (const question of told) expect((await ask(question, admin)).errors, question).toEqual([]);
    const entries = (await log(admin)).toReversed();
    expect(entries.map(({ act, refusal }) => [act, refusal])).toEqual([
      ['createWebhook', null],
      ['createWebhook', 'INVALID_URL'],
      ['saveReport', null],
      ['publishMetricPack', null],
      ['defineRule', null],
      ['mapCrmValues', null],
      ['deleteLead', null],
      ['deleteLead', 'UNKNOWN_LEAD'],
    ]);
    expect(entries[0]!.detail).toMatchObject({ url: 'https://hooks.example', events: ['LEAD_TRANSITIONED'] });
    expect(entries[6]!.detail).toEqual({ lead: 1 });
    expect(entries[7]!.detail).toEqual({ lead: { externalId: '…' } });
    const { audit_entry: rows } = await rowsOf(database, id);
    expect(rows!.join()).not.toMatch(/hunter2|oneill|acme/i);
  });

  it('names whoever runs the command line', async () => {
    const id = await newWorkspace(database);
    const input = { name: 'by hand', scopes: ['admin'] } as const;
    const { key } = await issueApiKey(database, id, input, onCommandLine('createApiKey', input));
    const [entry] = await log(`Bearer ${key}`);
    const actor = { kind: 'COMMAND_LINE', id: null, name: expect.stringMatching(/./) };
    expect(entry).toMatchObject({ act: 'createApiKey', refusal: null, requestId: null, actor });
    expect(entry!.detail).toMatchObject({ name: 'by hand', scopes: ['admin'] });
  });
});
