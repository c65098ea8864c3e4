import { readFileSync } from 'node:fs';
import { createClient } from '@leadstage/sdk';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExampleServer, startExample } from '../../test/support/example-server.js';
import { addRecentLeads } from '../../test/support/recent-leads.js';
import { type SeededServer, startSeededServer } from '../../test/support/seeded-server.js';

let api: SeededServer;
let example: ExampleServer;
beforeAll(async () => {
  api = await startSeededServer();
  await addRecentLeads(api);
  const LEADSTAGE_API_KEY = await api.keyWith('reports:read', 'leads:read', 'embeds:create');
  example = await startExample('express-tokens/server.mjs', { LEADSTAGE_URL: api.url, LEADSTAGE_API_KEY });
});
afterAll(async () => {
  await example?.stop();
  await api?.close();
});

async function signIn(user: string): Promise<string> {
  const response = await fetch(`${example.origin}/sign-in/${user}`, { method: 'POST' });
  expect(response.status).toBe(204);
  const cookie = response.headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/; HttpOnly; SameSite=Lax$/);
  return cookie.split(';')[0] as string;
}

const ask = (cookie = '') => fetch(`${example.origin}/leadstage-token`, { method: 'POST', headers: { cookie } });

async function tokenOf(cookie: string): Promise<string> {
  const response = await ask(cookie);
  expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
  const { token, expiresAt } = (await response.json()) as { token: string; expiresAt: string };
  expect(Date.parse(expiresAt)).toBeGreaterThan(Date.now());
  return token;
}

describe('server.mjs', () => {
  it.each([
    ['anna', 30],
    ['bertil', 9],
  ])('gives %s a token that opens her leads or his, and no others: %i', async (user, leads) => {
    const client = createClient({ url: api.url, token: await tokenOf(await signIn(user)) });
    const { total } = await client.funnel({ period: { last: { count: 12, grain: 'MONTH' } } });
    expect(total.stages[0]?.reached).toBe(leads);
  });

  it('opens costs to anna and not to bertil', async () => {
    const [anna, bertil] = await Promise.all(['anna', 'bertil'].map(async (user) => tokenOf(await signIn(user))));
    const cost = (token = '') =>
      createClient({ url: api.url, token }).cost({ period: { last: { count: 1, grain: 'MONTH' } } });
    await expect(cost(anna)).resolves.toHaveProperty('total');
    await expect(cost(bertil)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('gives nobody else one, whatever they send', async () => {
    await tokenOf(await signIn('anna'));
    for (const cookie of ['', 'session=', 'session=anna', 'other=1', 'session=__proto__']) {
      expect((await ask(cookie)).status, cookie).toBe(401);
    }
    expect((await fetch(`${example.origin}/sign-in/constructor`, { method: 'POST' })).status).toBe(404);
  });

  it('makes one token for a session that asks often, and another for another session', async () => {
    const cookie = await signIn('anna');
    const tokens = await Promise.all(Array.from({ length: 10 }, () => tokenOf(cookie)));
    expect(new Set([...tokens, await tokenOf(cookie)]).size).toBe(1);
    const other = await tokenOf(await signIn('anna'));
    expect(decodeJwt(other).jti).not.toBe(decodeJwt(tokens[0] as string).jti);
  });

  it('tells a page nothing about why there is no token, and tries again', async () => {
    const broken = await startExample('express-tokens/server.mjs', {
      LEADSTAGE_URL: api.url,
      LEADSTAGE_API_KEY: 'lsk_wrong',
    });
    try {
      const signedIn = await fetch(`${broken.origin}/sign-in/anna`, { method: 'POST' });
      const headers = { cookie: signedIn.headers.get('set-cookie')?.split(';')[0] ?? '' };
      for (let times = 0; times < 2; times += 1) {
        const response = await fetch(`${broken.origin}/leadstage-token`, { method: 'POST', headers });
        expect([response.status, await response.text()]).toEqual([502, '{"error":"No token could be made"}']);
      }
    } finally {
      await broken.stop();
    }
  });

  it('proxies nothing', async () => {
    const headers = { cookie: await signIn('anna'), 'content-type': 'application/json' };
    const body = JSON.stringify({ query: '{ viewer { name } }' });
    for (const path of ['/graphql', '/', '/server.mjs', '/leadstage.js']) {
      expect((await fetch(`${example.origin}${path}`, { method: 'POST', headers, body })).status, path).toBe(404);
      expect((await fetch(`${example.origin}${path}`, { headers })).status, path).toBe(404);
    }
  });
});

it('pins what this repository is tried with', () => {
  const read = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
  const { devDependencies } = read('../../package.json');
  const { version } = read('../../packages/sdk/package.json');
  expect(read('./package.json').dependencies).toEqual({ '@leadstage/sdk': version, express: devDependencies.express });
});
