import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SeededServer, startSeededServer } from './support/seeded-server.js';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const isRequired = process.env.LEADSTAGE_REQUIRE_BROWSER === '1';

if (!executablePath && !isRequired) console.warn('No Chromium on this machine: the browser tests are skipped.');

describe.skipIf(!executablePath && !isRequired)('in a browser', () => {
  let browser: Browser;
  let server: SeededServer;
  let page: Page;
  const foreign: string[] = [];

  beforeAll(async () => {
    if (!executablePath) throw new Error('LEADSTAGE_REQUIRE_BROWSER is set and there is no Chromium');
    [server, browser] = await Promise.all([
      startSeededServer(),
      chromium.launch({
        executablePath,
        args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-gpu'],
      }),
    ]);
    await mkdir('artifacts', { recursive: true });
    page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
    page.on('request', (request) => {
      const { protocol, host } = new URL(request.url());
      if (protocol.startsWith('http') && host !== new URL(server.url).host) foreign.push(request.url());
    });
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  test('the explorer loads without any other host and answers a query with a key', async () => {
    // The editor completes brackets as one types, so query and key come by address and header.
    await page.setExtraHTTPHeaders({ authorization: `Bearer ${server.apiKey}` });
    await page.goto(`${server.url}?query=${encodeURIComponent('{ workspace { name } }')}`);
    await page.getByRole('button', { name: /Execute query/ }).click();
    await expect.poll(() => page.locator('.result-window').textContent(), { timeout: 15_000 }).toMatch(/Example\sA/);
    await page.screenshot({ path: 'artifacts/explorer.png' });
    expect(foreign).toEqual([]);
  });
});
