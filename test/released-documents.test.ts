/* Pages go on running the SDK that they were made with after the server has been replaced: its documents stay trusted. */
import { readFileSync } from 'node:fs';
import type { Database } from '@leadstage/prisma';
import { parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Access } from '../packages/api/src/access/access.js';
import { createApiKey } from '../packages/api/src/access/api-key.js';
import { authenticate } from '../packages/api/src/access/authenticate.js';
import { createEmbedToken } from '../packages/api/src/commands/create-embed-token.js';
import { ingest } from '../packages/api/src/commands/ingest.js';
import { schema } from '../packages/api/src/schema/index.js';
import {
  afterRelease,
  checkReleased,
  type ReleasedDocuments,
  trustedDocuments,
} from '../packages/sdk/scripts/released-documents.js';
import * as operations from '../packages/sdk/src/_generated/operations.js';
import { describeDatabase, newWorkspace, openTestDatabase } from './support/database.js';
import { documentOf, sendingTo, sha256 } from './support/embed.js';
import { exampleA } from './support/example-a.js';

const read = (path: string) => JSON.parse(readFileSync(new URL(`../packages/${path}`, import.meta.url), 'utf8'));
const released = read('sdk/documents.released.json') as ReleasedDocuments;
const trusted = read('api/trusted-documents.json') as Record<string, string>;
const present = Object.values(operations).map(String);
const texts = Object.values(released).map(({ text }) => text);
const replaced = texts.filter((text) => !present.includes(text));

describe('documents of released SDKs', () => {
  it('are trusted, each by its own hash, besides those of the present one', () => {
    checkReleased(released);
    expect(replaced.length).toBeGreaterThan(0);
    const documents = present.filter((text) => /^query /.test(text));
    expect(Object.keys(trusted)).toEqual([...new Set([...documents, ...texts].map(sha256))].sort());
    for (const text of texts) expect(trusted[sha256(text)]).toBe(text);
  });

  it.each(texts.map((text) => [/query (\w+)/.exec(text)?.[1], text]))('still fit the schema: %s', (_name, text) => {
    expect(validate(schema, parse(text!))).toEqual([]);
  });
});

describe(`a page of an older SDK, ${describeDatabase()}`, () => {
  let database: Database;
  let token: string;
  beforeAll(async () => {
    database = await openTestDatabase();
    const id = await newWorkspace(database);
    await ingest(database, id, exampleA());
    const key = await createApiKey(database, id, { name: 'server of the host', scopes: ['admin'] });
    const maker = (await authenticate({ database }, `Bearer ${key}`)) as Access;
    token = (await createEmbedToken(database, maker, { reports: ['funnel'] })).token!;
  });
  afterAll(() => database?.close());

  it('is answered as before, by text and by hash; a document that was never released is not', async () => {
    const send = sendingTo(database);
    const variables = { input: { period: { start: '2025-01-01', end: '2025-04-01' }, asOf: '2025-06-01T00:00:00Z' } };
    const older = replaced.find((text) => text.includes('query Funnel('))!;
    expect(older).not.toBe(documentOf('Funnel'));
    const byText = await send(token, { query: older, variables });
    expect([byText.status, byText.codes]).toEqual([200, []]);
    const totalOf = (data: unknown) => (data as { funnel: { total: { stages: { reached: number }[] } } }).funnel.total;
    expect(totalOf(byText.data).stages[0]?.reached).toBe(200);
    const byHash = await send(token, { hash: sha256(older), variables });
    expect(totalOf(byHash.data)).toEqual(totalOf(byText.data));
    const changed = await send(token, { query: `${older} `, variables });
    expect([changed.status, changed.codes]).toEqual([403, ['UNTRUSTED_DOCUMENT']]);
  });
});

describe('the list of what is released', () => {
  const at = (release: string, until: string | null, text: string) => ({ [sha256(text)]: { release, until, text } });
  const told = (list: ReleasedDocuments) =>
    Object.values(list)
      .map(({ release, until, text }) => `${text} ${release} ${until}`)
      .sort();

  it('keeps what a release replaces for half a year, and drops it with the first release after that', () => {
    const first = afterRelease({}, ['a', 'b'], { release: '1.0.0', today: '2027-01-01' });
    expect(told(first)).toEqual(['a 1.0.0 null', 'b 1.0.0 null']);
    const second = afterRelease(first, ['a', 'c'], { release: '1.1.0', today: '2027-02-01' });
    expect(told(second)).toEqual(['a 1.1.0 null', 'b 1.0.0 2027-08-03', 'c 1.1.0 null']);
    const onItsDay = afterRelease(second, ['a', 'c'], { release: '1.2.0', today: '2027-08-03' });
    expect(told(onItsDay)).toEqual(['a 1.2.0 null', 'b 1.0.0 2027-08-03', 'c 1.2.0 null']);
    const after = afterRelease(second, ['a', 'c'], { release: '1.2.0', today: '2027-08-04' });
    expect(told(after)).toEqual(['a 1.2.0 null', 'c 1.2.0 null']);
    expect(trustedDocuments(['c', 'd'], second)).toEqual(
      Object.fromEntries(
        ['a', 'b', 'c', 'd'].map((text) => [sha256(text), text]).sort(([left], [right]) => (left! < right! ? -1 : 1)),
      ),
    );
  });

  it('is refused where a text was changed under its hash, or a day is none', () => {
    expect(() => checkReleased({ [sha256('a')]: { release: '1', until: null, text: 'b' } })).toThrow('not the SHA-256');
    expect(() => checkReleased(at('1', 'some day', 'a'))).toThrow('no date');
  });
});
