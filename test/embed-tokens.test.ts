/* Embed tokens: what makes one, what ends one, and that nothing else opens anything. */
import { type Database, inWorkspace } from '@leadstage/prisma';
import { type DocumentNode, type OperationDefinitionNode, parse } from 'graphql';
import { decodeJwt, importPKCS8, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Access, Scope } from '../packages/api/src/access/access.js';
import { EMBEDDABLE_REPORTS } from '../packages/api/src/access/access.js';
import { createApiKey } from '../packages/api/src/access/api-key.js';
import { authenticate } from '../packages/api/src/access/authenticate.js';
import { listApiKeys } from '../packages/api/src/access/list-keys.js';
import { closedFields } from '../packages/api/src/access/open-to-embeds.js';
import { createEmbedToken, type NewEmbedToken } from '../packages/api/src/commands/create-embed-token.js';
import { ingest } from '../packages/api/src/commands/ingest.js';
import { revokeApiKey } from '../packages/api/src/commands/revoke-api-key.js';
import { rotateSigningKey } from '../packages/api/src/commands/rotate-signing-key.js';
import { sql } from '../packages/api/src/query/sql.js';
import { schema } from '../packages/api/src/schema/index.js';
import { REPORTS } from '../packages/api/src/schema/reports-registry.js';
import { asOwner } from './support/as-owner.js';
import { rowsOf } from './support/catalog.js';
import { describeDatabase, newWorkspace, openTestDatabase } from './support/database.js';
import { documentOf, type Got, type Send, sendingTo, sha256, trustedDocuments } from './support/embed.js';
import { exampleA } from './support/example-a.js';

const PAGE = 'https://app.example';
const OTHER_PAGE = 'https://other.example';
const FUNNEL = documentOf('Funnel');
const INPUT = { input: { period: { start: '2025-01-01', end: '2025-04-01' } } };

let database: Database;
let send: Send;
let id: string;
let key: string;
let maker: Access;
let other: string;

async function workspace(): Promise<{ id: string; key: string }> {
  const made = await newWorkspace(database);
  await ingest(database, made, exampleA());
  await asOwner(database, (transaction) =>
    transaction.query(sql`UPDATE workspace SET origins = ${[PAGE, OTHER_PAGE]}::text[] WHERE id = ${made}::uuid`),
  );
  return { id: made, key: await createApiKey(database, made, { name: 'server of the host', scopes: ['admin'] }) };
}

const accessOf = async (secret: string) => (await authenticate({ database }, `Bearer ${secret}`)) as Access;

beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  database = await openTestDatabase();
  send = sendingTo(database);
  ({ id, key } = await workspace());
  maker = await accessOf(key);
  other = (await workspace()).id;
});
afterAll(() => database?.close());

async function tokenOf(asked: Partial<NewEmbedToken> = {}, by: Access = maker): Promise<string> {
  const { token } = await createEmbedToken(database, by, { reports: ['funnel'], ...asked });
  return token!;
}

const funnelWith = (token: string | null, more: object = {}) =>
  send(token, { query: FUNNEL, variables: INPUT, ...more });

/** Nothing of the workspace is in an answer. */
function expectNothing(got: Got, code: string, status?: number): void {
  expect(got.codes, got.text).toEqual([code]);
  if (status !== undefined) expect(got.status).toBe(status);
  expect(got.data ?? null).toBeNull();
  expect(got.text).not.toMatch(/e-book|reached|server of the host/);
}

let calls = 0;
/** Over GraphQL, with a key of some scopes. */
async function created(input: string, secret = key): Promise<Record<string, unknown>> {
  const query = `mutation { createEmbedToken(input: { idempotencyKey: "c${++calls}", ${input} }) {
    ... on CreateEmbedTokenPayload { token expiresAt } ... on InvalidInput { code path } } }`;
  const { data, codes } = await send(secret, { query });
  return (data?.createEmbedToken as Record<string, unknown> | undefined) ?? { codes };
}

describe(`an embed token, ${describeDatabase()}`, () => {
  it('answers the reports that it names, and no other', async () => {
    const token = await tokenOf({ reports: ['funnel', 'acceptance'] });
    const { data, codes } = await funnelWith(token);
    expect(codes).toEqual([]);
    expect(
      (data as never as { funnel: { total: { stages: { reached: number }[] } } }).funnel.total.stages[0]!.reached,
    ).toBe(200);
    expect((await send(token, { query: documentOf('Acceptance'), variables: INPUT })).codes).toEqual([]);
    const velocity = { input: { ...INPUT.input, from: 'LEAD', to: 'SQL' } };
    expectNothing(await send(token, { query: documentOf('Velocity'), variables: velocity }), 'FORBIDDEN', 200);
  });

  it('names every report there is', () => {
    expect([...EMBEDDABLE_REPORTS].sort()).toEqual(REPORTS.map(({ field }) => field).sort());
  });

  it('tells the page what it opens and until when', async () => {
    const rightsOf = async (credential: string) => {
      const { data, codes } = await send(credential, { query: documentOf('Viewer') });
      expect(codes).toEqual([]);
      return (data as never as { viewer: { embed: object | null; scopes: string[] } }).viewer;
    };
    const asked = { reports: ['sla', 'funnel'] as const, leads: true, ttl: 120_000 };
    const { token, expiresAt } = await createEmbedToken(database, maker, asked);
    const { embed, scopes } = await rightsOf(token!);
    expect(embed).toEqual({
      reports: expect.arrayContaining(['SLA', 'FUNNEL']),
      leads: true,
      expiresAt: new Date(expiresAt).toISOString(),
    });
    expect((embed as { reports: string[] }).reports).toHaveLength(2);
    expect(scopes).not.toContain('ADMIN');
    expect((await rightsOf(await tokenOf())).embed).toMatchObject({ reports: ['FUNNEL'], leads: false });
    expect((await rightsOf(key)).embed).toBeNull();
  });

  it('is made over GraphQL by a key with embeds:create, that lists leads by one with leads:read too', async () => {
    const keyWith = (...scopes: Scope[]) => createApiKey(database, id, { name: 'k', scopes });
    const made = await created('reports: [FUNNEL]', await keyWith('embeds:create'));
    expect((await funnelWith(made.token as string)).status).toBe(200);
    const { iat, exp } = decodeJwt(made.token as string);
    expect([exp! - iat!, Date.parse(made.expiresAt as string)]).toEqual([15 * 60, exp! * 1_000]);
    for (const scope of ['reports:read', 'leads:read', 'leads:write', 'costs:write'] as const) {
      expect(await created('reports: [FUNNEL]', await keyWith(scope))).toEqual({ codes: ['FORBIDDEN'] });
    }
    const leads = 'reports: [FUNNEL], leads: true';
    expect(await created(leads, await keyWith('embeds:create'))).toMatchObject({
      code: 'SCOPE_NEEDED',
      path: ['input', 'leads'],
    });
    expect(await created(leads, await keyWith('embeds:create', 'leads:read'))).toHaveProperty('token');
    expect(await created(leads)).toHaveProperty('token');
    // A token makes no token.
    expectNothing(
      await send(made.token as string, {
        query: 'mutation { rotateSigningKey(input: { idempotencyKey: "x" }) { __typename } }',
      }),
      'UNTRUSTED_DOCUMENT',
    );
  });

  it.each([
    ['reports: []', 'MISSING_REPORTS', ['reports']],
    ['reports: [FUNNEL], ttl: "PT59S"', 'INVALID_TTL', ['ttl']],
    ['reports: [FUNNEL], ttl: "PT24H1S"', 'INVALID_TTL', ['ttl']],
    ['reports: [FUNNEL], origin: "https://evil.example"', 'UNKNOWN_ORIGIN', ['origin']],
    [
      'reports: [FUNNEL], filter: { attributes: [{ name: "nobodys", in: ["x"] }] }',
      'UNKNOWN_ATTRIBUTE',
      ['filter', 'nobodys'],
    ],
    ['reports: [FUNNEL], filter: { source: {} }', 'INVALID_FILTER', ['filter', 'source']],
    [`reports: [FUNNEL], filter: { source: { in: ["${'x'.repeat(6_000)}"] } }`, 'FILTER_TOO_LONG', ['filter']],
  ])('is not made of %s', async (input, code, path) => {
    expect(await created(input)).toEqual({ code, path: ['input', ...path] });
  });

  it('is the same when the call is repeated, and stands nowhere in the database', async () => {
    const asked = { reports: ['funnel'] as const, filter: { leadType: { in: ['e-book'] } } };
    const once = { key: 'again', operation: 'createEmbedToken', input: asked };
    const first = await createEmbedToken(database, maker, asked, once);
    const rows = JSON.stringify(await rowsOf(database, id));
    expect(await createEmbedToken(database, maker, asked, once)).toEqual(first);
    expect(rows).toContain('again');
    expect(rows).not.toContain(first.token!.split('.')[2]);
    expect(rows).not.toContain(first.token!.split('.')[1]);
    // By another key it is still the first one's, with whom it ends.
    const second = await accessOf(await createApiKey(database, id, { name: 'k', scopes: ['admin'] }));
    expect(await createEmbedToken(database, second, asked, once)).toEqual(first);
  });
});

describe('what is no valid token gives nothing', () => {
  const secretOf = async (workspaceId: string) => {
    const [row] = await inWorkspace(database, workspaceId, (transaction) =>
      transaction.query<{ id: string; secret: Uint8Array }>(
        sql`SELECT id, secret FROM signing_key WHERE workspace_id = ${workspaceId}::uuid AND retired_at IS NULL`,
      ),
    );
    return row!;
  };
  interface Forged {
    readonly alg?: string;
    readonly typ?: string;
    readonly kid?: string;
    readonly secret?: Uint8Array;
    readonly claims?: object;
    readonly drop?: string;
    readonly issued?: number;
    readonly expires?: number;
  }
  /** A token as ours are, but for what is given. */
  async function forged({ alg = 'HS256', typ = 'JWT', ...given }: Forged): Promise<string> {
    const { id: signingKeyId, secret } = await secretOf(id);
    const now = Math.floor(Date.now() / 1_000);
    const payload: Record<string, unknown> = {
      ...{
        iss: 'leadstage',
        aud: id,
        sub: maker.keyId,
        jti: 'x',
        iat: now + (given.issued ?? 0),
        exp: now + (given.expires ?? 600),
      },
      ...{ reports: ['funnel'], filter: {}, leads: false, origin: null },
      ...given.claims,
    };
    if (given.drop) delete payload[given.drop];
    const header = { alg, typ, kid: given.kid ?? `${id}/${signingKeyId}` };
    return new SignJWT(payload).setProtectedHeader(header).sign(given.secret ?? secret);
  }
  const changed = (token: string, part: number, change: (value: Record<string, unknown>) => object) => {
    const parts = token.split('.');
    const value = JSON.parse(Buffer.from(parts[part]!, 'base64url').toString());
    parts[part] = Buffer.from(JSON.stringify(change(value))).toString('base64url');
    return parts.join('.');
  };

  it('the forger forges one that would open', async () => {
    expect((await funnelWith(await forged({}))).status).toBe(200);
  });

  it.each<[string, () => Promise<string>]>([
    [
      'a payload that was changed',
      async () => changed(await tokenOf(), 1, (claims) => ({ ...claims, reports: ['funnel', 'cost'] })),
    ],
    [
      'a filter that was widened',
      async () =>
        changed(await tokenOf({ filter: { source: { in: ['x'] } } }), 1, (claims) => ({ ...claims, filter: {} })),
    ],
    ['a later end', async () => changed(await tokenOf(), 1, (claims) => ({ ...claims, exp: Number(claims.exp) + 60 }))],
    ['a changed header', async () => changed(await tokenOf(), 0, (header) => ({ ...header, typ: 'jwt' }))],
    [
      'alg none',
      async () => {
        const token = await tokenOf();
        const claims = JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString());
        return changed(new UnsecuredJWT(claims).encode(), 0, () => ({
          alg: 'none',
          typ: 'JWT',
          kid: JSON.parse(Buffer.from(token.split('.')[0]!, 'base64url').toString()).kid,
        }));
      },
    ],
    [
      'alg none with the signature left',
      async () => changed(await tokenOf(), 0, (header) => ({ ...header, alg: 'none' })),
    ],
    ['no signature', async () => (await tokenOf()).replace(/[^.]*$/, '')],
    ['half a signature', async () => (await tokenOf()).slice(0, -20)],
    [
      'HS512',
      async () =>
        forged({ alg: 'HS512', secret: Buffer.concat([(await secretOf(id)).secret, (await secretOf(id)).secret]) }),
    ],
    [
      'RS256',
      async () => {
        const { privateKey } = await import('node:crypto').then(({ generateKeyPairSync }) =>
          generateKeyPairSync('rsa', {
            modulusLength: 2048,
            publicKeyEncoding: { type: 'spki', format: 'pem' },
            privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
          }),
        );
        const [header, payload] = (await tokenOf()).split('.');
        const claims = JSON.parse(Buffer.from(payload!, 'base64url').toString());
        const { kid } = JSON.parse(Buffer.from(header!, 'base64url').toString());
        return new SignJWT(claims)
          .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid })
          .sign(await importPKCS8(privateKey, 'RS256'));
      },
    ],
    ['another secret', () => forged({ secret: Buffer.alloc(32, 7) })],
    ['an empty secret', () => forged({ secret: Buffer.alloc(32) })],
    ['no kid', () => forged({ kid: '' })],
    ['a kid of no key', () => forged({ kid: `${id}/00000000-0000-0000-0000-000000000000` })],
    ['a kid of no form', () => forged({ kid: `${id}/' OR true --` })],
    [
      "another workspace's kid",
      async () => {
        await createEmbedToken(database, { ...maker, workspaceId: other }, { reports: ['funnel'] });
        return forged({ kid: `${other}/${(await secretOf(other)).id}` });
      },
    ],
    ["another workspace's key for this one", async () => forged({ secret: (await secretOf(other)).secret })],
    ['another audience', () => forged({ claims: { aud: other } })],
    ['another issuer', () => forged({ claims: { iss: 'somebody' } })],
    ['another type of token', () => forged({ typ: 'at+jwt' })],
    ['no key that it was made with', () => forged({ claims: { sub: '00000000-0000-0000-0000-000000000000' } })],
    ['no subject', () => forged({ drop: 'sub' })],
    ['no end', () => forged({ drop: 'exp' })],
    ['no beginning', () => forged({ drop: 'iat' })],
    ['no name', () => forged({ drop: 'jti' })],
    ['a beginning in the future', () => forged({ issued: 60, expires: 600 })],
    ['a beginning in the future by nbf', () => forged({ claims: { nbf: Math.floor(Date.now() / 1_000) + 60 } })],
    ['more than a day of age', () => forged({ issued: -90_000, expires: 600 })],
    ['no filter', () => forged({ drop: 'filter' })],
    ['a filter that is none', () => forged({ claims: { filter: null } })],
    ['a filter with a condition that is none', () => forged({ claims: { filter: { source: {} } } })],
    ['a filter with a condition of no known kind', () => forged({ claims: { filter: { source: { like: 'x' } } } })],
    ['no reports', () => forged({ claims: { reports: [] } })],
    ['an unknown report', () => forged({ claims: { reports: ['funnel', 'leads'] } })],
    ['a restriction that is not known here', () => forged({ claims: { maxRows: 1 } })],
    ['no origin', () => forged({ drop: 'origin' })],
    ['no word on leads', () => forged({ drop: 'leads' })],
    ['nonsense', async () => 'eyJ.eyJ.x'],
    ['a token that is too long', async () => `${await tokenOf()}${'A'.repeat(6_000)}`],
  ])('%s', async (_, make) => {
    expectNothing(await funnelWith(await make()), 'UNAUTHENTICATED', 401);
  });

  it('one that has expired, and says so', async () => {
    const got = await funnelWith(await forged({ issued: -600, expires: -6 }));
    expectNothing(got, 'UNAUTHENTICATED', 401);
    expect(got.messages[0]).toContain('expired');
    expect((await funnelWith(await forged({ issued: -600, expires: -2 }))).status, 'within the tolerance').toBe(200);
  });

  it('one whose key was revoked or has expired', async () => {
    for (const end of ['revoked', 'expired'] as const) {
      const secret = await createApiKey(database, id, { name: end, scopes: ['embeds:create'] });
      const token = await tokenOf({}, await accessOf(secret));
      expect((await funnelWith(token)).status).toBe(200);
      const { id: keyId } = (await listApiKeys(database, id)).find(({ name }) => name === end)!;
      if (end === 'revoked') await revokeApiKey(database, id, { id: keyId });
      else {
        await inWorkspace(database, id, (transaction) =>
          transaction.query(
            sql`UPDATE api_key SET expires_at = now() WHERE workspace_id = ${id}::uuid AND id::text = ${keyId}`,
          ),
        );
      }
      expectNothing(await funnelWith(token), 'UNAUTHENTICATED', 401);
    }
  });

  it('one that was signed with a key that is no longer taken', async () => {
    const { id: own, key: ownKey } = await workspace();
    const ownMaker = await accessOf(ownKey);
    const asked = { reports: ['funnel'] as const };
    const once = { key: 'k', operation: 'createEmbedToken', input: asked };
    const { token: before, expiresAt } = await createEmbedToken(database, ownMaker, asked, once);
    expect(await rotateSigningKey(database, own, 60_000)).toBeGreaterThan(Date.now());
    const between = await tokenOf({}, ownMaker);
    expect(between.split('.')[0]).not.toBe(before!.split('.')[0]);
    expect([(await funnelWith(before)).status, (await funnelWith(between)).status]).toEqual([200, 200]);
    await rotateSigningKey(database, own, 0);
    const after = await tokenOf({}, ownMaker);
    for (const token of [before!, between]) expectNothing(await funnelWith(token), 'UNAUTHENTICATED', 401);
    expect((await funnelWith(after)).status).toBe(200);
    expect(await createEmbedToken(database, ownMaker, asked, once)).toEqual({ token: null, expiresAt });
    expect((await funnelWith(await tokenOf())).status, 'in the other workspace nothing changed').toBe(200);
    await expect(rotateSigningKey(database, own, 86_400_001)).rejects.toMatchObject({ code: 'INVALID_OVERLAP' });
  });
});

describe('pages', () => {
  it('of its origin alone may use it, where it names one', async () => {
    const token = await tokenOf({ origin: PAGE });
    expect((await funnelWith(token, { origin: PAGE })).status).toBe(200);
    for (const origin of [OTHER_PAGE, 'https://evil.example', 'null', `${PAGE}.evil.example`, undefined]) {
      expectNothing(await funnelWith(token, origin === undefined ? {} : { origin }), 'FORBIDDEN', 403);
    }
  });

  it('of the workspace’s origins alone, and servers, where it names none', async () => {
    const token = await tokenOf();
    for (const origin of [PAGE, OTHER_PAGE]) expect((await funnelWith(token, { origin })).status).toBe(200);
    expect((await funnelWith(token)).status).toBe(200);
    for (const origin of ['https://evil.example', 'null', 'http://app.example', `${PAGE}:8443`]) {
      expectNothing(await funnelWith(token, { origin }), 'FORBIDDEN', 403);
    }
  });

  it('no longer, once the workspace has taken their origin off its list', async () => {
    const { id: own, key: ownKey } = await workspace();
    const token = await tokenOf({ origin: PAGE }, await accessOf(ownKey));
    expect((await funnelWith(token, { origin: PAGE })).status).toBe(200);
    await asOwner(database, (transaction) =>
      transaction.query(sql`UPDATE workspace SET origins = '{}' WHERE id = ${own}::uuid`),
    );
    expectNothing(await funnelWith(token, { origin: PAGE }), 'FORBIDDEN', 403);
  });

  const readable = ({ headers }: Got) => headers.get('access-control-allow-origin');

  it('read answers where the workspace of the credential allows their origin, refusals included', async () => {
    const token = await tokenOf();
    const stale = `${token.slice(0, -4)}AAAA`;
    for (const credential of [token, stale, key]) {
      expect(readable(await funnelWith(credential, { origin: PAGE }))).toBe(PAGE);
      expect(readable(await funnelWith(credential, { origin: 'https://evil.example' }))).toBeNull();
      expect(readable(await funnelWith(credential))).toBeNull();
    }
    expect(readable(await funnelWith(null, { origin: PAGE }))).toBeNull();
    expect(readable(await funnelWith('nonsense', { origin: PAGE }))).toBeNull();
    const got = await funnelWith(token, { origin: PAGE });
    expect(got.headers.get('vary')).toContain('Origin');
    expect(got.headers.get('access-control-allow-credentials')).toBeNull();
    const bare = await newWorkspace(database);
    const bareKey = await createApiKey(database, bare, { name: 'k', scopes: ['admin'] });
    expect(readable(await funnelWith(bareKey, { origin: PAGE }))).toBeNull();
  });
});

describe('trusted documents', () => {
  it('of the SDK run, by text and by hash', async () => {
    const token = await tokenOf();
    const byText = await funnelWith(token);
    const byHash = await send(token, { hash: sha256(FUNNEL), variables: INPUT });
    expect(byHash.codes).toEqual([]);
    expect((byHash.data as never as { funnel: { total: unknown } }).funnel.total).toEqual(
      (byText.data as never as { funnel: { total: unknown } }).funnel.total,
    );
    expect((await send(key, { hash: sha256(FUNNEL), variables: INPUT })).codes).toEqual([]);
  });

  it('alone run with a token', async () => {
    const token = await tokenOf({ leads: true });
    const asked = 'funnel(input: { period: { start: "2025-01-01", end: "2025-04-01" } }) { asOf }';
    const { data } = await send(key, { query: `{ ${asked} }` });
    expect(data).not.toBeNull();
    for (const query of [
      `{ ${asked} }`,
      `${FUNNEL} `,
      FUNNEL.replace('funnel(', 'widened: funnel('),
      '{ __schema { types { name } } }',
      '{ __typename }',
      '{ viewer { name } }',
      'mutation { deleteLead(input: { idempotencyKey: "x", lead: { id: "1" } }) { __typename } }',
    ]) {
      expectNothing(await send(token, { query }), 'UNTRUSTED_DOCUMENT', 403);
      // A hash beside another text does not make that trusted.
      expectNothing(await send(token, { query, hash: sha256(FUNNEL) }), 'UNTRUSTED_DOCUMENT', 403);
    }
    expectNothing(await send(token, { hash: sha256('{ __typename }') }), 'PERSISTED_QUERY_NOT_FOUND', 400);
    expectNothing(await send(token, {}), 'BAD_REQUEST', 400);
  });

  it('of the SDK that lead past the lock are refused all the same', async () => {
    const token = await tokenOf({ reports: [...EMBEDDABLE_REPORTS], leads: true });
    const one = { id: '1' };
    for (const [operation, variables] of [
      ['Lead', one],
      ['SavedReports', {}],
      ['SavedReport', one],
      ['MetricPacks', {}],
      ['MetricPack', { ...one, again: true }],
      ['Leads', { first: 10, withTotal: true }],
      ['Handoffs', { first: 10 }],
      ['ApiKeys', { first: 10, withTotal: true }],
      ['AuditLog', { first: 10, withTotal: true }],
      ['Accounts', { first: 10, withTotal: true }],
    ] as const) {
      const got = await send(token, { query: documentOf(operation), variables });
      expectNothing(got, 'FORBIDDEN', ['Leads', 'Handoffs'].includes(operation) ? 200 : 403);
      // Of lists it is the question that is refused, of all others the fields.
      expect(got.messages[0]).toMatch(
        ['Leads', 'Handoffs'].includes(operation) ? /behind a number/ : /do not open Query\./,
      );
    }
    for (const operation of ['Viewer', 'Workspace', 'Stages', 'MetricDefinitions']) {
      expect((await send(token, { query: documentOf(operation) })).codes, operation).toEqual([]);
    }
  });

  it('are questions, and nothing but what embeds are open to runs', () => {
    const parsed = trustedDocuments.map((text) => parse(text));
    const operationOf = ({ definitions }: DocumentNode) =>
      definitions.find((each): each is OperationDefinitionNode => each.kind === 'OperationDefinition');
    const open = parsed.filter((document) => closedFields(schema, document).length === 0);
    // Of some there is one of a released SDK, too.
    expect([...new Set(open.map((document) => operationOf(document)?.name?.value))].sort()).toEqual(
      'Acceptance Cost Diagnosis Funnel Handoffs Leads MetricDefinitions Sla Stages StandardMetrics Velocity Viewer Workspace'.split(
        ' ',
      ),
    );
    expect(parsed.length).toBeGreaterThan(open.length);
    expect(parsed.map((document) => operationOf(document)?.operation).filter((each) => each !== 'query')).toEqual([]);
  });
});
