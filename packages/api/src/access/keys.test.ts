import { type Database, inWorkspace } from '@leadstage/prisma';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { asOwner } from '../../../../test/support/as-owner.js';
import { type Ask, askingOf } from '../../../../test/support/ask.js';
import { rowsOf } from '../../../../test/support/catalog.js';
import { describeDatabase, newWorkspace, openTestDatabase } from '../../../../test/support/database.js';
import { statementsOf } from '../../../../test/support/statements.js';
import { issueApiKey } from '../commands/issue-api-key.js';
import { revokeApiKey } from '../commands/revoke-api-key.js';
import { type KeyRotation, rotateApiKey } from '../commands/rotate-api-key.js';
import { sql } from '../query/sql.js';
import { accessOfKey, admitOperatorKey, createApiKey } from './api-key.js';
import { noteUse } from './last-used.js';
import { listApiKeys } from './list-keys.js';
import { onCommandLine } from './on-command-line.js';

let database: Database;
let ask: Ask;
let id: string;
let admin: string;

beforeAll(async () => {
  database = await openTestDatabase();
  ask = askingOf(database);
});
afterAll(() => database?.close());
beforeEach(async () => {
  id = await newWorkspace(database);
  admin = await createApiKey(database, id, { name: 'admin', scopes: ['admin'] });
});

const DAY = 86_400_000;
const keyNamed = async (name: string) => (await listApiKeys(database, id)).filter((key) => key.name === name);
const accessOf = (key: string | null) => accessOfKey(database, key ?? '');

/** The whole answer of a mutation. */
async function mutated<Result>(field: string, selection: string, key = admin): Promise<Result> {
  const question = `mutation { ${field} { ${selection} ... on UserError { code path } } }`;
  const { data, errors } = await ask(question, `Bearer ${key}`);
  expect(errors, question).toEqual([]);
  return Object.values(data ?? {})[0] as Result;
}

/** Makes as if it had been so long ago that the key was made, and until it ends. */
const age = (keyId: string, days: number) =>
  inWorkspace(database, id, (transaction) =>
    transaction.query(sql`
      UPDATE api_key SET created_at = created_at - ${days}::int * interval '1 day',
        expires_at = expires_at - ${days}::int * interval '1 day'
      WHERE workspace_id = ${id}::uuid AND id = ${keyId}::uuid`),
  );

describe(`a key, ${describeDatabase()}`, () => {
  const CREATED = '... on CreateApiKeyPayload { key apiKey { id name prefix scopes expiresAt lastUsedAt replaces } }';
  const asked = (more = '') =>
    `createApiKey(input: { idempotencyKey: "once", name: "CRM", scopes: [LEADS_WRITE, LEADS_READ, LEADS_READ]${more} })`;

  it('is shown once, with 256 bits; a repeat shows what is listed, and no key', async () => {
    const first = await mutated<{ key: string; apiKey: object }>(asked(), CREATED);
    expect(first.key).toMatch(/^lsk_[0-9a-f]{32}_[A-Za-z0-9_-]{43}$/);
    const secret = first.key.slice(-43);
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    expect(first.apiKey).toMatchObject({ name: 'CRM', prefix: `lsk_…_${secret.slice(0, 6)}`, expiresAt: null });
    expect(first.apiKey).toMatchObject({ scopes: ['LEADS_READ', 'LEADS_WRITE'], lastUsedAt: null, replaces: null });
    expect(await mutated(asked(), CREATED)).toEqual({ ...first, key: null });
    expect(await keyNamed('CRM')).toHaveLength(1);
    expect(await accessOf(first.key)).toMatchObject({ keyName: 'CRM', scopes: ['leads:read', 'leads:write'] });
    const kept = JSON.stringify(await rowsOf(database, id));
    expect(kept, 'neither in an answer that is kept nor anywhere else').not.toContain(secret.slice(6));
    const listed = await ask('{ apiKeys(first: 9) { edges { node { id name prefix } } } }', `Bearer ${admin}`);
    expect(listed.text).not.toContain(secret.slice(6));
  });

  it.each([
    ['no scope', { scopes: [] }, 'MISSING_SCOPES'],
    ['a blank name', { name: '  ' }, 'INVALID_NAME'],
    ['a long name', { name: 'n'.repeat(256) }, 'INVALID_NAME'],
    ['an end that has been', { expiresAt: Date.now() - 1 }, 'INVALID_EXPIRY'],
    ['an end in more than five years', { expiresAt: Date.now() + 1_827 * DAY }, 'INVALID_EXPIRY'],
    ['an end that is no instant', { expiresAt: Number.NaN }, 'INVALID_EXPIRY'],
  ])('is not made with %s', async (_, wrong, code) => {
    const before = await rowsOf(database, id);
    const input = { name: 'n', scopes: ['admin'], ...wrong } as Parameters<typeof issueApiKey>[2];
    await expect(issueApiKey(database, id, input)).rejects.toMatchObject({ code });
    expect(await rowsOf(database, id)).toEqual(before);
  });

  it('may last five years', async () => {
    const expiresAt = Date.now() + 1_825 * DAY;
    await issueApiKey(database, id, { name: 'long', scopes: ['admin'], expiresAt });
    expect(await keyNamed('long')).toMatchObject([{ expiresAt }]);
  });

  it('is one of at most a thousand that are valid', async () => {
    const insert = sql`
      INSERT INTO api_key (workspace_id, id, name, prefix, hash, scopes, created_at)
      SELECT ${id}::uuid, gen_random_uuid(), 'filler', 'x', decode(md5(n::text), 'hex'), ARRAY['admin'], now()
      FROM generate_series(1, 999) n`;
    await inWorkspace(database, id, (transaction) => transaction.query(insert));
    const another = () => createApiKey(database, id, { name: 'another', scopes: ['admin'] });
    await expect(another()).rejects.toMatchObject({ code: 'TOO_MANY_KEYS' });
    await revokeApiKey(database, id, { id: (await keyNamed('filler'))[0]!.id });
    await another();
    // It is found among them by the index alone.
    await asOwner(database, (transaction) => transaction.query(sql`ANALYZE api_key`));
    const sent = await statementsOf(() => accessOf(admin));
    expect(sent.filter((text) => /FROM api_key/.test(text))).toHaveLength(1);
    const plan = await inWorkspace(database, id, (transaction) =>
      transaction.query<{ 'QUERY PLAN': string }>(sql`
        EXPLAIN SELECT id FROM api_key WHERE workspace_id = ${id}::uuid AND hash = ${Buffer.alloc(32)} AND revoked_at IS NULL`),
    );
    expect(plan.map((line) => line['QUERY PLAN']).join()).toMatch(/Index Scan using api_key_workspace_id_hash_key/);
  });
});

describe('rotation', () => {
  const old = { name: 'sync', scopes: ['leads:write', 'costs:write'] } as const;

  it('makes a key with the same name and scopes; both work for 24 hours, then the new one alone', async () => {
    const before = await createApiKey(database, id, old);
    const [{ id: oldId } = { id: '' }] = await keyNamed('sync');
    const field = `rotateApiKey(input: { idempotencyKey: "turn", id: "${oldId}" })`;
    const ROTATED = '... on RotateApiKeyPayload { key apiKey { id replaces expiresAt } }';
    const { key, apiKey } = await mutated<{ key: string; apiKey: { id: string } }>(field, ROTATED);
    expect(apiKey).toMatchObject({ replaces: oldId, expiresAt: null });
    expect(await mutated(field, ROTATED)).toEqual({ key: null, apiKey });
    for (const each of [before, key])
      expect(await accessOf(each)).toMatchObject({ keyName: 'sync', scopes: old.scopes });
    const [ending] = await keyNamed('sync');
    expect(Math.abs(ending!.expiresAt! - Date.now() - DAY)).toBeLessThan(60_000);
    await age(oldId, 1);
    expect(await accessOf(before)).toBeNull();
    expect(await accessOf(key)).toMatchObject({ keyId: apiKey.id });
  });

  it('with no overlap ends the old key at once, and never lets it work longer than it would have', async () => {
    const first = await issueApiKey(database, id, old);
    const second = await rotateApiKey(database, id, { id: first.id, overlap: 0 });
    expect(await accessOf(first.key)).toBeNull();
    expect(await accessOf(second.key)).not.toBeNull();
    const expiresAt = Date.now() + DAY;
    const dated = await issueApiKey(database, id, { ...old, name: 'dated', expiresAt });
    await rotateApiKey(database, id, { id: dated.id, overlap: 30 * DAY });
    expect((await keyNamed('dated'))[0]).toMatchObject({ id: dated.id, expiresAt });
  });

  it('gives the new key the life that the old one was made for, or another', async () => {
    const made = async (more: Partial<KeyRotation>) => {
      const { id: oldId } = await issueApiKey(database, id, { ...old, expiresAt: Date.now() + 90 * DAY });
      await age(oldId, 60);
      const rotated = await rotateApiKey(database, id, { id: oldId, ...more });
      return (await listApiKeys(database, id, rotated.id))[0]!;
    };
    const same = await made({});
    expect(Math.abs(same.expiresAt! - same.createdAt - 90 * DAY)).toBeLessThan(60_000);
    expect((await made({ expiresAt: null })).expiresAt).toBeNull();
    const until = Date.now() + 5 * DAY;
    expect((await made({ expiresAt: until })).expiresAt).toBe(until);
    await expect(made({ expiresAt: 0 })).rejects.toMatchObject({ code: 'INVALID_EXPIRY' });
  });

  it('is refused of what is no valid key, twice, and of an overlap that is none', async () => {
    const { id: keyId } = await issueApiKey(database, id, old);
    const refused = (rotation: KeyRotation) =>
      rotateApiKey(database, id, rotation).then(
        () => 'DONE',
        ({ code }: { code: string }) => code,
      );
    expect(await refused({ id: 'x' })).toBe('UNKNOWN_KEY');
    for (const overlap of [-1, 0.5, 30 * DAY + 1])
      expect(await refused({ id: keyId, overlap })).toBe('INVALID_OVERLAP');
    expect(await refused({ id: keyId })).toBe('DONE');
    expect(await refused({ id: keyId })).toBe('ALREADY_REPLACED');
    const gone = await issueApiKey(database, id, { ...old, name: 'gone' });
    await revokeApiKey(database, id, { id: gone.id });
    expect(await refused({ id: gone.id })).toBe('KEY_NOT_VALID');
    await admitOperatorKey(database, { key: 'chosen by the operator', workspaceId: id });
    expect(await refused({ id: (await keyNamed('LEADSTAGE_ADMIN_KEY'))[0]!.id })).toBe('OPERATOR_KEY');
  });
});

describe('revocation', () => {
  it('holds from then on, and the second time changes nothing', async () => {
    const { id: keyId, key } = await issueApiKey(database, id, { name: 'short', scopes: ['admin'] });
    const at = await revokeApiKey(database, id, { id: keyId });
    expect(await accessOf(key)).toBeNull();
    expect(await revokeApiKey(database, id, { id: keyId })).toBe(at);
  });

  it('leaves one key that may administer, unless on the command line', async () => {
    const [{ id: own } = { id: '' }] = await keyNamed('admin');
    const revoke = (name: string) =>
      mutated(
        `revokeApiKey(input: { idempotencyKey: "${name}", id: "${own}" })`,
        '... on RevokeApiKeyPayload { apiKey { revokedAt } }',
      );
    await createApiKey(database, id, { name: 'reader', scopes: ['reports:read', 'leads:read'] });
    await admitOperatorKey(database, { key: 'may no longer be set', workspaceId: id });
    expect(await revoke('last')).toEqual({ code: 'LAST_ADMIN_KEY', path: ['input', 'id'] });
    expect(await accessOf(admin)).not.toBeNull();
    await revokeApiKey(database, id, { id: own, evenLastAdmin: true }, onCommandLine('revokeApiKey', { id: own }));
    expect(await accessOf(admin)).toBeNull();
  });

  it('of two admins by one another at once revokes one of them', async () => {
    const [one, two] = [
      (await keyNamed('admin'))[0]!.id,
      (await issueApiKey(database, id, { name: 'two', scopes: ['admin'] })).id,
    ];
    const settled = await Promise.allSettled([one, two].map((each) => revokeApiKey(database, id, { id: each })));
    const refused = settled.flatMap((each) => (each.status === 'rejected' ? [each.reason.code] : []));
    expect(refused).toEqual(['LAST_ADMIN_KEY']);
  });
});

describe('the last use of a key', () => {
  const NOTES = { notes: true };
  const lastUsed = async () => (await keyNamed('admin'))[0]!.lastUsedAt;
  const writes = (texts: readonly string[]) =>
    texts.filter((text) => /UPDATE api_key SET last_used_at/.test(text)).length;
  const settled = async () => {
    for (let tries = 0; (await lastUsed()) === null && tries < 200; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };

  it('is noted to the minute, by one write for many requests', async () => {
    expect(await lastUsed()).toBeNull();
    const sent = await statementsOf(async () => {
      await Promise.all(Array.from({ length: 30 }, () => accessOf(admin)));
      await settled();
      await accessOf(admin);
    }, NOTES);
    // Two where the minute changed on the way.
    expect(writes(sent)).toBeGreaterThanOrEqual(1);
    expect(writes(sent)).toBeLessThanOrEqual(2);
    const at = (await lastUsed())!;
    expect(at % 60_000).toBe(0);
    expect(Math.abs(Date.now() - at)).toBeLessThan(120_000);
  });

  it('is noted again in another minute, and not by a server that comes late', async () => {
    const [{ id: keyId } = { id: '' }] = await keyNamed('admin');
    const used = { workspaceId: id, keyId, lastUsedAt: null };
    const now = Date.now();
    const sent = await statementsOf(async () => {
      noteUse(database, used, now);
      noteUse(database, used, now + 1);
      noteUse(database, { ...used, lastUsedAt: now }, now + 2);
      await settled();
      const at = await lastUsed();
      // The next minute for this process, the same for the database: nothing changes.
      noteUse(database, used, now + 60_000);
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(await lastUsed()).toBe(at);
    }, NOTES);
    expect(writes(sent)).toBe(2);
  });

  it('is nobody’s business when it fails: the request is answered', async () => {
    const closed = { ...database, pool: { connect: () => Promise.reject(new Error('no connection')) } };
    noteUse(closed as unknown as Database, { workspaceId: id, keyId: id, lastUsedAt: null });
    await new Promise((resolve) => setTimeout(resolve, 20));
  });

  it.skipIf(!process.env.LEADSTAGE_TEST_DATABASE_URL)('waits for nobody who holds the key’s row', async () => {
    await inWorkspace(database, id, async (transaction) => {
      await transaction.query(sql`SELECT 1 FROM api_key WHERE workspace_id = ${id}::uuid FOR UPDATE`);
      expect(await accessOf(admin)).not.toBeNull();
      for (let tries = 0; tries < 20; tries += 1) await new Promise((resolve) => setTimeout(resolve, 10));
      const { rows } = await database.pool.query(`SELECT 1 FROM pg_stat_activity
        WHERE wait_event_type = 'Lock' AND query LIKE '%last_used_at%' AND pid <> pg_backend_pid()
          AND datname = current_database()`);
      expect(rows).toEqual([]);
    });
    expect(await lastUsed()).toBeNull();
  });
});
