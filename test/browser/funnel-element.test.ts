import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ARTIFACTS, launchBrowser, withoutBrowser } from './browser.js';
import { DEMO_NOW, type DemoServer, startDemoServer } from './demo-server.js';
import { type PartnerSite, startPartnerSite } from './partner-site.js';

describe.skipIf(withoutBrowser)('<leadstage-funnel>', () => {
  let browser: Browser;
  let api: DemoServer;
  let site: PartnerSite;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    [api, browser] = await Promise.all([startDemoServer(), launchBrowser()]);
    site = await startPartnerSite(api.origin);
    await api.open(site.origin);
    site.put(
      '/',
      'text/html; charset=utf-8',
      `<!doctype html><html lang="en"><head><title>Partner</title><meta charset="utf-8">
       <script type="module" src="/leadstage.js"></script></head><body>
       <leadstage-reports url="${api.origin}/graphql" token="${api.apiKey}" period="2026-01-01..2026-04-01">
       <leadstage-funnel></leadstage-funnel></leadstage-reports></body></html>`,
    );
    page = await browser.newPage({ viewport: { width: 760, height: 640 } });
    await page.clock.setFixedTime(DEMO_NOW);
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
    await api?.close();
  });

  test('shows what the API counts', async () => {
    await page.goto(site.origin);
    await page.getByRole('figure', { name: 'Funnel' }).locator('.mark').first().waitFor();
    await page.screenshot({ path: `${ARTIFACTS}/funnel.png` });
    expect(complaints).toEqual([]);
  });
});
