import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CostReport, createClient, type LeadstageClient } from '../../packages/sdk/src/index.js';
import { ARTIFACTS, launchBrowser, withoutBrowser } from './browser.js';
import { DEMO_NOW, type DemoServer, startDemoServer } from './demo-server.js';
import { type PartnerSite, startPartnerSite } from './partner-site.js';

const PERIOD = { start: '2025-07-01', end: '2026-06-01' };
const eur = new Intl.NumberFormat('en', { style: 'currency', currency: 'EUR' });
const money = (amount: string | undefined) => (amount === undefined ? '–' : eur.format(amount as `${number}`));

describe.skipIf(withoutBrowser)('<leadstage-cost>', () => {
  let browser: Browser;
  let api: DemoServer;
  let site: PartnerSite;
  let page: Page;
  let client: LeadstageClient;
  const complaints: string[] = [];

  beforeAll(async () => {
    [api, browser] = await Promise.all([startDemoServer(), launchBrowser()]);
    site = await startPartnerSite(api.origin);
    await api.open(site.origin);
    client = createClient({ url: `${api.origin}/graphql`, token: api.apiKey });
    site.put(
      '/',
      'text/html; charset=utf-8',
      `<!doctype html><html lang="en"><head><title>Partner</title><meta charset="utf-8">
       <script type="module" src="/leadstage.js"></script></head><body>
       <leadstage-reports url="${api.origin}/graphql" token="${api.apiKey}" period="2025-07-01..2026-06-01">
       <leadstage-cost id="stages"></leadstage-cost>
       <leadstage-cost id="sources" by="source" heading="By source"></leadstage-cost>
       <leadstage-cost id="kernel" method="KERNEL" filter='{"source":{"in":["paid_search"]}}'></leadstage-cost>
       <leadstage-cost id="series" method="ROLLING" rolling-days="30" stage="SQL"></leadstage-cost>
       <leadstage-cost id="empty" period="2019"></leadstage-cost>
       <leadstage-cost id="wrong" method="ROLLING"></leadstage-cost>
       </leadstage-reports></body></html>`,
    );
    page = await browser.newPage({ viewport: { width: 1000, height: 900 } });
    await page.clock.setFixedTime(DEMO_NOW);
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(site.origin);
    for (const id of ['stages', 'sources', 'kernel', 'series']) await page.locator(`#${id} .mark`).first().waitFor();
    await page.locator('#wrong [role=alert]').waitFor();
    await page.screenshot({ path: `${ARTIFACTS}/cost.png`, fullPage: true });
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
    await api?.close();
  });

  const namesOf = (marks: Locator) =>
    marks.evaluateAll((all) => all.map((each) => each.getAttribute('aria-label') ?? ''));
  const stageNames = ({ total }: CostReport) => total.stages.map(({ stage }) => stage.name);

  test('shows what the API answers, amounts to the cent', async () => {
    const report = await client.cost({ period: PERIOD });
    const { cac, pipelineValue, stages } = report.total;
    const text = (await page.locator('#stages svg[role=group]').textContent()) ?? '';
    for (const { costPerEntry, spend } of stages) {
      expect(text).toContain(money(costPerEntry?.amount));
      expect(text).toContain(money(spend?.amount));
    }
    expect(text).toContain(money(cac?.cost?.amount));
    expect(text).toContain(money(pipelineValue?.value.amount));
  });

  test('sets sources beside each other at every stage', async () => {
    const report = await client.cost({ period: PERIOD, by: ['source'] });
    const names = await namesOf(page.locator('#sources .mark'));
    expect(report.groups.length).toBeGreaterThan(3);
    for (const { keys, figures } of report.groups)
      for (const { stage, costPerEntry } of figures.stages) {
        const label = `${keys[0]?.value ?? '(none)'}, ${stage.name}, Cost per entry: ${money(costPerEntry?.amount)},`;
        expect(names.filter((name) => name.startsWith(label))).toHaveLength(1);
      }
    const unallocated = money(report.total.stages[0]?.unallocated?.amount);
    expect(await page.locator('#sources .note').allTextContents()).toContain(
      `Spend without source, in the total alone: ${unallocated}.`,
    );
  });

  test('a tooltip tells spend, entries and the interval', async () => {
    const filter = { source: { in: ['paid_search'] } };
    const { total } = await client.cost({ period: PERIOD, method: 'KERNEL', filter });
    const customer = total.stages.at(-1);
    await page.locator('#kernel .mark').last().hover();
    const tooltip = page.locator('#kernel .tooltip');
    await expect.poll(() => tooltip.textContent()).toContain(customer?.stage.name);
    const text = (await tooltip.textContent()) ?? '';
    expect(text).toContain(`Spend: ${money(customer?.spend?.amount)}`);
    expect(text).toContain(`Entered: ${customer?.entered}`);
    const { low, high } = customer?.interval ?? {};
    expect(text).toContain(`95 % interval ${money(low?.amount)} to ${money(high?.amount)}`);
    const outside = money(customer?.outsideFilter?.amount);
    expect((await page.locator('#kernel .note').allTextContents()).join()).toContain(outside);
  });

  test('keys go from mark to mark and open what is behind', async () => {
    const { total } = await client.cost({ period: PERIOD }, { behind: true });
    await page.evaluate(() =>
      document.addEventListener('leadstage-behind', (event) => {
        event.preventDefault();
        const { label, behind } = event as Event & { readonly label: string; readonly behind: string };
        document.title = JSON.stringify([label, behind]);
      }),
    );
    await page.locator('#stages .mark[tabindex="0"]').focus();
    for (const key of ['End', 'ArrowUp', 'Enter']) await page.keyboard.press(key);
    const stage = total.stages.at(-2);
    await expect.poll(() => page.title()).toContain(stage?.stage.name);
    const [, behind] = JSON.parse(await page.title());
    const { totalCount } = await client.leadsPage({ first: 1, filter: { behind } });
    expect(totalCount).toBe(stage?.entered);
  });

  test('draws a point for each bucket with entries', async () => {
    const report = await client.cost({
      period: PERIOD,
      method: 'ROLLING',
      rollingDays: 30,
      grain: 'MONTH',
      stages: ['SQL'],
    });
    const costs = report.series.map(({ figures }) => money(figures.stages[0]?.costPerEntry?.amount));
    const names = (await namesOf(page.locator('#series .mark'))).filter((name) =>
      name.includes('Sales qualified lead'),
    );
    expect(names.map((name) => /Cost per entry: (€[\d,.]+\d)/.exec(name)?.[1])).toEqual(costs);
  });

  test('the table has what the chart shows', async () => {
    const report = await client.cost({ period: PERIOD, by: ['source'] });
    const sources = page.locator('#sources');
    await sources.getByRole('button', { name: 'Show as table' }).click();
    const rows = await sources
      .locator('table')
      .first()
      .locator('tbody tr')
      .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent?.trim())));
    const groups = [{ name: 'Total', figures: report.total }].concat(
      report.groups.map(({ keys, figures }) => ({ name: keys[0]?.value ?? '(none)', figures })),
    );
    const expected = groups.flatMap(({ name, figures }) =>
      figures.stages.map(({ stage, spend, entered, costPerEntry }) => [
        name,
        stage.name,
        money(spend?.amount),
        entered.toLocaleString('en'),
        money(costPerEntry?.amount),
      ]),
    );
    expect(rows.slice(0, expected.length).map((row) => row.slice(0, 5))).toEqual(expected);
    expect(rows.slice(expected.length).map((row) => row[0])).toEqual(stageNames(report).map(() => 'Unallocated'));
  });

  test('says that a period is empty, and what was asked wrongly', async () => {
    expect(await page.locator('#empty .state').textContent()).toBe('Nothing in this period');
    expect(await page.locator('#wrong [role=alert]').textContent()).toContain('rollingDays');
  });

  test('the page has nothing to complain of', () => {
    expect(complaints).toEqual([]);
  });
});
