import { readFileSync } from 'node:fs';
import { type Database, inWorkspace } from '@leadstage/prisma';
import { createClient } from '@leadstage/sdk';
import { createServerClient } from '@leadstage/sdk/server';
import { parse, validate } from 'graphql';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApiKey } from '../packages/api/src/access/api-key.js';
import { ingest } from '../packages/api/src/commands/ingest.js';
import { sql } from '../packages/api/src/query/sql.js';
import { schema } from '../packages/api/src/schema/index.js';
import { type RunningServer, startServer } from '../packages/api/src/server.js';
import { newWorkspace, openTestDatabase } from './support/database.js';
import { exampleA } from './support/example-a.js';
import { blocksOf } from './support/readme-blocks.js';

const page = readFileSync(new URL('../docs/embedding.md', import.meta.url), 'utf8');
const blocks = blocksOf(page);
const block = (info: string) => blocks.find((each) => each.info === info)!.body;

let database: Database;
let server: RunningServer;
let url: string;
let apiKey: string;
let id: string;

beforeAll(async () => {
  database = await openTestDatabase();
  id = await newWorkspace(database);
  await ingest(database, id, exampleA());
  apiKey = await createApiKey(database, id, { name: 'server', scopes: ['embeds:create', 'leads:read'] });
  server = await startServer({ host: '127.0.0.1', port: 0 });
  server.begin({ database });
  url = `${server.origin}/graphql`;
});
afterAll(async () => {
  await server?.close();
  await database?.close();
});

type EmbedToken = (url: string, apiKey: string, partner: string) => Promise<{ token: string; expiresAt: string }>;
const minting = async () =>
  ((await import(`data:text/javascript,${encodeURIComponent(block('server'))}`)) as { embedToken: EmbedToken })
    .embedToken;

/** Runs a script of the page with what it imports and is given. */
function run(script: string, given: object, answer = ''): never {
  const [, ...lines] = script.replace('export const', 'const').split('\n');
  return new Function(...Object.keys(given), `${lines.join('\n')}\n${answer}`)(...Object.values(given)) as never;
}

/** What the page's script leaves in `sqls`; its own server answers this token. */
function runPage(token: string): Promise<{ reached: number; behind?: string }> {
  const fetched: string[] = [];
  const fetch = async (path: string) => {
    fetched.push(path);
    return Response.json({ token });
  };
  const script = `\nreturn (async () => {${block('page').replace(/^import .*$/m, '')}\nreturn [sqls, fetched]; })()`;
  const told = run(script, { createClient, url, fetch, fetched }) as Promise<[{ reached: number }, string[]]>;
  return told.then(([sqls, paths]) => {
    expect(paths).toEqual(['/leadstage-token']);
    return sqls;
  });
}

describe('docs/embedding.md', () => {
  it('makes a token and asks with it: of worked example A, the 8 SQLs of the e-book', async () => {
    const { token, expiresAt } = await (await minting())(url, apiKey, 'e-book');
    expect(Date.parse(expiresAt)).toBeGreaterThan(Date.now());
    expect(await runPage(token)).toMatchObject({ reached: 8 });
    await expect(runPage(`${token}x`)).rejects.toMatchObject({ name: 'AuthenticationError' });
  });

  it('makes the same token with the SDK', async () => {
    const given = { createServerClient, url, apiKey };
    const embedToken: (partner: string) => ReturnType<EmbedToken> = run(block('sdk'), given, 'return embedToken;');
    const { token, expiresAt } = await embedToken('e-book');
    expect(await runPage(token)).toMatchObject({ reached: 8 });
    const bySdk = decodeJwt(token);
    const byFetch = decodeJwt((await (await minting())(url, apiKey, 'e-book')).token);
    const { iat, exp, jti, ...claims } = bySdk;
    expect(byFetch).toMatchObject(claims);
    expect([Number(exp) - Number(iat), Date.parse(expiresAt)]).toEqual([900, Number(exp) * 1_000]);
    await expect(embedToken('x'.repeat(6_000))).rejects.toMatchObject({ code: 'FILTER_TOO_LONG' });
  });

  it('refuses as its server would tell', async () => {
    const embedToken = await minting();
    await expect(embedToken(url, 'lsk_nobody', 'e-book')).rejects.toThrow('The key is not valid');
    await expect(embedToken(url, apiKey, 'x'.repeat(6_000))).rejects.toThrow('The token would have');
  });

  it('shows a real page what it may read, and another nothing', async () => {
    await inWorkspace(database, id, (transaction) =>
      transaction.query(sql`UPDATE workspace SET origins = ARRAY['https://app.example'] WHERE id = ${id}::uuid`),
    );
    const { token } = await (await minting())(url, apiKey, 'e-book');
    for (const [origin, status, allowed] of [
      ['https://app.example', 200, 'https://app.example'],
      ['https://evil.example', 403, null],
    ] as const) {
      const from: typeof fetch = async (input, init) => {
        const headers = new Headers(init?.headers);
        headers.set('origin', origin);
        const response = await fetch(input, { ...init, headers });
        expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([status, allowed]);
        return response;
      };
      const asked = createClient({ url, apiKey: token, fetch: from }).workspace();
      if (status === 200) await expect(asked).resolves.toHaveProperty('currency', 'EUR');
      else await expect(asked).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
  });

  it('names documents and codes that there are', () => {
    for (const { language, body } of blocks) {
      if (language === 'graphql') expect(validate(schema, parse(body))).toEqual([]);
    }
    const source = ['graphql/plugins/trusted-documents.ts', 'access/unauthenticated.ts', 'schema/list-lock.ts']
      .map((file) => readFileSync(new URL(`../packages/api/src/${file}`, import.meta.url), 'utf8'))
      .join();
    const codes = [...page.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, code]) => code!);
    expect(codes.length).toBeGreaterThan(3);
    for (const code of codes) expect(source).toContain(`'${code}'`);
    expect(page).toContain('trusted-documents.json');
  });
});
