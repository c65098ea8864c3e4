import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtFile } from './built-files.js';
import { STATIC_FILES, sendStaticFile, staticFileAt } from './static-files.js';

let server: Server;
beforeAll(async () => {
  server = createServer((asked, response) => void sendStaticFile(asked, response));
  await once(server.listen(0, '127.0.0.1'), 'listening');
});
afterAll(() => void server.close());

interface Got {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** As it is sent: `fetch` unpacks, and does not say which encodings it takes. */
async function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Got> {
  const { port } = server.address() as AddressInfo;
  const asked = request({ host: '127.0.0.1', port, path, headers, method, agent: false }).end();
  const [response] = (await once(asked, 'response')) as [import('node:http').IncomingMessage];
  const body = Buffer.concat(await response.toArray());
  return { status: response.statusCode, headers: response.headers, body };
}

describe('a file', () => {
  it.each(Object.keys(STATIC_FILES))('%s is there once the SDK is built, and is what it says it is', async (path) => {
    const { status, headers, body } = await get(path);
    expect([status, headers['x-content-type-options']]).toEqual([200, 'nosniff']);
    expect(headers['content-type']).toBe(STATIC_FILES[path]?.type);
    expect(headers['content-length']).toBe(String(body.length));
    expect(body.length).toBeGreaterThan(100);
  });

  it('is served where the build leaves one that a script fetches', () => {
    const built = dirname(createRequire(import.meta.url).resolve('@leadstage/sdk/browser/leadstage.js'));
    const fetched = readdirSync(built).filter((file) => /^(leadstage|dashboard)-.*\.js$/.test(file));
    expect(fetched).toContain('leadstage-later.js');
    expect(fetched.filter((file) => !staticFileAt(`/${file}`))).toEqual([]);
  });

  it('is packed as its reader likes, and the same unpacked', async () => {
    const [plain, gzip, br] = await Promise.all(
      ['identity', 'gzip', 'br'].map((encoding) => get('/leadstage.js', { 'accept-encoding': encoding })),
    );
    expect([plain, gzip, br].map((got) => got?.headers['content-encoding'])).toEqual([undefined, 'gzip', 'br']);
    expect(gunzipSync(gzip?.body ?? '')).toEqual(plain?.body);
    expect(brotliDecompressSync(br?.body ?? '')).toEqual(plain?.body);
    expect(br?.body.length).toBeLessThan(gzip?.body.length ?? 0);
    expect(br?.headers.vary).toBe('accept-encoding');
    expect(new Set([plain, gzip, br].map((got) => got?.headers.etag)).size).toBe(3);
  });

  it('is not sent again to whoever has it', async () => {
    const { etag } = (await get('/leadstage.js')).headers as { etag: string };
    for (const told of [etag, `"other", W/${etag}`]) {
      const got = await get('/leadstage.js', { 'if-none-match': told });
      expect([got.status, got.body.length, got.headers.etag]).toEqual([304, 0, etag]);
    }
    expect((await get('/leadstage.js', { 'if-none-match': '"other"' })).status).toBe(200);
  });

  it('tells its head without its body, and takes nothing', async () => {
    const head = await get('/embed', {}, 'HEAD');
    expect([head.status, head.body.length]).toEqual([200, 0]);
    expect(await get('/embed', {}, 'POST')).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
  });

  it('is one of the table', async () => {
    for (const path of ['/embed/', '/embed.html', '/../package.json', '/constructor', '/__proto__']) {
      expect(staticFileAt(path), path).toBeUndefined();
      expect((await get(path)).status, path).toBe(404);
    }
    expect(await builtFile('never-built.js')).toBeNull();
  });
});

describe('who may use it', () => {
  it('is every page for the elements, which are public code, and pages of this server alone for its own', async () => {
    const elements = await get('/leadstage.js');
    expect(elements.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    });
    const own = await get('/embed.js');
    expect(own.headers['access-control-allow-origin']).toBeUndefined();
    expect(own.headers['cross-origin-resource-policy']).toBe('same-origin');
  });

  it.each([
    ['', '*'],
    ['?parent=https%3A%2F%2Fapp.example', 'https://app.example'],
    ['?parent=https%3A%2F%2Fapp.example%2Fpath', 'https://app.example'],
    ['?parent=', "'none'"],
    ['?parent=javascript:alert(1)', "'none'"],
    ['?parent=*', "'none'"],
    ['?parent=https%3A%2F%2Fa%3Bsandbox', "'none'"],
    ['?parent=https%3A%2F%2Fa%2Csandbox', "'none'"],
    ['?parent=http%3A%2F%2F%5B%3A%3A1%5D%3A8080', 'http://[::1]:8080'],
    ['?parent=https%3A%2F%2Fa%3B%20script-src%20*', "'none'"],
  ])('is, for the framed page with %j, %s', async (query, ancestors) => {
    const policy = String((await get(`/embed${query}`)).headers['content-security-policy']);
    expect(policy.split('; ').filter((part) => part.startsWith('frame-ancestors'))).toEqual([
      `frame-ancestors ${ancestors}`,
    ]);
    expect(policy.split('; ')).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe');
  });
});
