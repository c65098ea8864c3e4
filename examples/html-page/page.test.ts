import { createClient } from '@leadstage/sdk';
import { createServerClient } from '@leadstage/sdk/server';
import { decodeJwt } from 'jose';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ARTIFACTS, launchBrowser, withoutBrowser } from '../../test/browser/browser.js';
import { complaintsOf } from '../../test/browser/complaints.js';
import { type ExampleServer, startExample } from '../../test/support/example-server.js';
import { addRecentLeads } from '../../test/support/recent-leads.js';
import { type SeededServer, startSeededServer } from '../../test/support/seeded-server.js';

let api: SeededServer;
let example: ExampleServer;
beforeAll(async () => {
  api = await startSeededServer();
  await addRecentLeads(api);
  const LEADSTAGE_API_KEY = await api.keyWith('reports:read', 'embeds:create');
  example = await startExample('html-page/server.mjs', { LEADSTAGE_URL: api.url, LEADSTAGE_API_KEY });
  await createServerClient(api).updateWorkspace({ origins: [example.origin] });
});
afterAll(async () => {
  await example?.stop();
  await api?.close();
});

async function mint(): Promise<string> {
  const response = await fetch(`${example.origin}/leadstage-token`, { method: 'POST' });
  expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([200, null]);
  return ((await response.json()) as { token: string }).token;
}

describe('server.mjs', () => {
  it('serves three files under a strict policy, and none of the others', async () => {
    for (const path of ['/', '/page.js', '/page.css']) {
      const response = await fetch(example.origin + path);
      expect(response.status, path).toBe(200);
      expect(response.headers.get('content-security-policy'), path).toMatch(
        /^default-src 'none'; script-src 'self' http/,
      );
    }
    for (const path of ['/server.mjs', '/README.md', '/leadstage-token', '/constructor', '/%2e%2e/package.json']) {
      expect((await fetch(example.origin + path)).status, path).toBe(404);
    }
  });

  it('gives tokens for one lead type, whatever is asked', async () => {
    const token = await mint();
    expect(decodeJwt(token)).toHaveProperty('exp');
    const { total } = await createClient({ url: api.url, token }).funnel({
      period: { last: { count: 12, grain: 'MONTH' } },
      filter: { leadType: { in: ['demo_request', 'e-book'] } },
    });
    expect(total.stages[0]?.reached).toBe(30);
  });
});

describe.skipIf(withoutBrowser)('index.html', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  it('shows the reports, and asks again when its own control changes the period', async () => {
    const page = await browser.newPage({ viewport: { width: 900, height: 1_100 } });
    const complaints = complaintsOf(page);
    await page.goto(example.origin);
    const counts = page.locator('leadstage-funnel text.strong');
    await counts.first().waitFor();
    /** Of the stages; the sources follow. */
    const shown = () => counts.allTextContents().then((texts) => texts.slice(0, 5));
    const told = async (months: number) => {
      const client = createClient({ url: api.url, token: await mint() });
      const { total } = await client.funnel({ period: { last: { count: months, grain: 'MONTH' } } });
      return total.stages.map(({ reached }) => String(reached));
    };
    const year = await told(12);
    expect(year.slice(0, 3)).toEqual(['30', '12', '12']);
    expect(await shown()).toEqual(year);
    await page.getByRole('figure').nth(1).locator('.mark').first().waitFor();
    await page.screenshot({ path: `${ARTIFACTS}/example-html-page.png`, fullPage: true });

    await page.getByLabel('Period').selectOption('Last 3 years');
    const years = await told(36);
    expect(years.slice(0, 3)).toEqual(['37', '19', '19']);
    await expect.poll(shown).toEqual(years);
    expect(complaints).toEqual([]);
  });
});
