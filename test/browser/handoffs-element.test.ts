import { readFile } from 'node:fs/promises';
import { createClient, type HandoffList, type LeadstageClient } from '@leadstage/sdk';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { parsedCsv } from '../support/parsed-csv.js';
import { ARTIFACTS, launchBrowser, withoutBrowser } from './browser.js';
import { DEMO_NOW, type DemoServer, startDemoServer } from './demo-server.js';
import { mintFor } from './embed-tokens-for.js';
import { type PartnerSite, startPartnerSite } from './partner-site.js';

const PERIOD = { start: '2026-01-01', end: '2026-04-01' };
const MINUTE = 60_000;

describe.skipIf(withoutBrowser)('<leadstage-handoffs>', () => {
  let browser: Browser;
  let api: DemoServer;
  let site: PartnerSite;
  let client: LeadstageClient;
  let page: Page;
  let element: Locator;
  let complaints: string[];

  beforeAll(async () => {
    [api, browser] = await Promise.all([startDemoServer(), launchBrowser()]);
    site = await startPartnerSite(api.origin);
    await api.open(site.origin);
    client = createClient({ url: `${api.origin}/graphql`, apiKey: api.apiKey });
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
    await api?.close();
  });

  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
    complaints = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    element = page.locator('leadstage-handoffs');
  });

  afterEach(() => page.close());

  const rows = () => element.locator('tbody tr');

  async function open(attributes = '', token = api.apiKey): Promise<void> {
    site.put(
      '/',
      'text/html; charset=utf-8',
      `<!doctype html><html lang="en"><head><title>Partner</title><meta charset="utf-8"><link rel="stylesheet" href="/page.css">
       <script type="module" src="/leadstage.js"></script></head><body>
       <leadstage-reports url="${api.origin}/graphql" token="${token}" period="${PERIOD.start}..${PERIOD.end}">
       <leadstage-handoffs ${attributes}></leadstage-handoffs></leadstage-reports></body></html>`,
    );
    await page.goto(site.origin);
    await element.locator('figure[aria-busy=false]').waitFor();
  }

  /** It names the leads that the API lists, in its order, and says how many there are. */
  async function expectListed(asked: HandoffList): Promise<void> {
    const { handoffs, totalCount } = await client.handoffsPage({ first: 20, ...asked });
    const names = handoffs.map(({ lead }) => `${lead.name}\n${lead.externalId}`);
    await expect.poll(() => rows().locator('th').allInnerTexts(), { timeout: 15_000 }).toEqual(names);
    const total = totalCount.toLocaleString('en');
    expect(await element.locator('.below').innerText()).toContain(`${handoffs.length} of ${total}`);
  }

  const URGENT = { field: 'DUE', direction: 'ASC' } as const;
  const LATEST = { field: 'OPENED', direction: 'DESC' } as const;

  test('lists what waits, the most urgent first, and more where it is asked to', async () => {
    await open();
    await expectListed({ filter: { open: true }, orderBy: URGENT });
    await page.screenshot({ path: `${ARTIFACTS}/handoffs.png` });
    await element.getByRole('button', { name: 'Show more' }).click();
    await expect.poll(() => rows().count()).toBe(40);
    expect(complaints).toEqual([]);
  });

  test('lists what is chosen: by state, and one person’s', async () => {
    await open('state="rejected"');
    const openedIn = PERIOD;
    await expectListed({ filter: { open: false, outcome: ['REJECTED'], openedIn }, orderBy: LATEST });
    const texts = await rows().allInnerTexts();
    expect(texts.every((text) => text.includes('Rejected'))).toBe(true);
    await element.getByRole('combobox', { name: 'Show' }).selectOption('decided');
    await expectListed({ filter: { open: false, openedIn }, orderBy: LATEST });
    await element.getByRole('combobox', { name: 'Show' }).selectOption('overdue');
    await expectListed({ filter: { open: true, overdue: true }, orderBy: URGENT });
    const owner = (await rows().first().locator('td').first().innerText()).trim();
    await rows().first().getByRole('button', { name: owner }).click();
    await expectListed({ filter: { open: true, overdue: true, owner }, orderBy: URGENT });
    await element.getByRole('button', { name: `Only ${owner}` }).click();
    await expectListed({ filter: { open: true, overdue: true }, orderBy: URGENT });
  });

  test('keeps what it says of now true while it is looked at', async () => {
    await page.clock.install({ time: DEMO_NOW });
    // The demo's promises are long past by the server's clock: one is made anew.
    await page.route(`${api.origin}/graphql`, async (route) => {
      if (!route.request().postData()?.includes('query Handoffs')) return route.continue();
      const response = await route.fetch();
      const answer = (await response.json()) as { data: { handoffs: { edges: { node: object }[] } } };
      const due = new Date(DEMO_NOW + 3 * MINUTE + 30_000).toISOString();
      Object.assign(answer.data.handoffs.edges[0]?.node as object, { decisionDueAt: due, decisionStatus: 'PENDING' });
      return route.fulfill({ response, json: answer });
    });
    await open();
    const decision = rows().first().locator('td').last();
    const says = (text: RegExp) => expect.poll(() => decision.innerText()).toMatch(text);
    const turn = (hidden: boolean) =>
      page.evaluate((hidden) => {
        Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      }, hidden);
    await says(/^Due\s+in 3 minutes$/);
    await page.clock.runFor(2 * MINUTE);
    await says(/^Due\s+in 1 minute$/);
    await turn(true);
    await page.clock.runFor(5 * MINUTE);
    expect(await decision.innerText()).toMatch(/in 1 minute/);
    await turn(false);
    await says(/^Overdue\s+3 minutes ago$/);
  });

  test('saves all of it as a file', async () => {
    await open('state="disqualified"');
    const filter = { open: false, outcome: ['DISQUALIFIED'], openedIn: PERIOD } as const;
    const { totalCount, handoffs } = await client.handoffsPage({ first: 100, filter, orderBy: LATEST });
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      element.getByRole('button', { name: 'Download as CSV' }).click(),
    ]);
    const [[, ...lines] = []] = parsedCsv(await readFile(await file.path(), 'utf8'));
    expect(lines.length).toBe(totalCount);
    const rows = handoffs.map(({ lead, owner, openedAt, firstResponseDueAt, firstResponseAt, ...decided }) => [
      ...[lead.externalId, lead.name, lead.source, lead.leadType, owner, openedAt, firstResponseDueAt, firstResponseAt],
      ...[decided.decisionDueAt, decided.closedAt, 'Disqualified', decided.reason],
    ]);
    expect(lines.slice(0, 100)).toEqual(rows.map((row) => row.map((value) => value ?? '')));
  });

  test('lists with an embed token what is behind a report that it opens, within its lock', async () => {
    const { minted } = await mintFor(api);
    const filter = { source: { in: ['event'] } };
    const { token } = await minted({ reports: ['sla'], leads: true, filter });
    await open('state="decided"', token);
    const { total } = await client.sla({ period: PERIOD, filter }, { behind: true });
    await expectListed({ filter: { open: false, behind: total.behind }, orderBy: LATEST });
    expect(complaints).toEqual([]);
  });

  test('says that it is not open, that nothing is there, and that it failed', async () => {
    await open('', await api.keyWith('reports:read'));
    await element.getByText('This is not open to you').waitFor();
    await open('owner="Nobody" state="overdue"');
    await element.getByText('Nothing is overdue').waitFor();
    await open('period="nonsense"');
    await element.getByText('This could not be shown').waitFor();
  });
});
