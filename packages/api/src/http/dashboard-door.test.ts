import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendStaticFile } from './static-files.js';

let server: Server;
let origin: string;
beforeAll(async () => {
  server = createServer((asked, response) => void sendStaticFile(asked, response));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

describe('the dashboard at /', () => {
  it('runs, asks and shows nothing but what is here, and stands in no frame', async () => {
    const { status, headers } = await fetch(`${origin}/?period=2026-05`);
    const policy = new Map(
      (headers.get('content-security-policy') ?? '').split('; ').map((part) => {
        const [name = '', ...sources] = part.split(' ');
        return [name, sources.join(' ')];
      }),
    );
    expect(status).toBe(200);
    expect(Object.fromEntries(policy)).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'connect-src': "'self'",
      'img-src': "'self' blob: data:",
      'base-uri': "'none'",
      'form-action': "'self'",
      'frame-ancestors': "'none'",
    });
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
  });

  it('has no script or style within, and every file that it names is there', async () => {
    const page = await (await fetch(`${origin}/`)).text();
    expect(page).not.toMatch(/<style|<script(?![^>]*\bsrc=)|\son\w+=|\bstyle=/i);
    const named = [...page.matchAll(/<(?:script|link)[^>]*(?:src|href)="([^"]*)"/g)].map(([, path]) => path);
    expect(named).toEqual(['/dashboard-icon.svg', '/dashboard.css', '/dashboard.js']);
    for (const path of named) {
      const { status, headers } = await fetch(`${origin}${path}`);
      expect([path, status, headers.get('cross-origin-resource-policy')]).toEqual([path, 200, 'same-origin']);
    }
  });

  it('tells somebody without scripts where the API is', async () => {
    const page = await (await fetch(`${origin}/`)).text();
    expect(page.slice(page.indexOf('<noscript>'), page.indexOf('</noscript>'))).toContain('href="/graphql"');
  });
});
