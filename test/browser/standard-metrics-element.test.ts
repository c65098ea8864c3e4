import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publishMetricPack } from '../../packages/api/src/commands/publish-metric-pack.js';
import { createClient, type LeadstageClient } from '../../packages/sdk/src/index.js';
import { ARTIFACTS, launchBrowser, withoutBrowser } from './browser.js';
import { DEMO_NOW, type DemoServer, startDemoServer } from './demo-server.js';
import { noteBehind } from './element-stage.js';
import { type PartnerSite, startPartnerSite } from './partner-site.js';

const PERIOD = { start: '2026-01-01', end: '2026-04-01' };

describe.skipIf(withoutBrowser)('<leadstage-standard-metrics>', () => {
  let browser: Browser;
  let api: DemoServer;
  let site: PartnerSite;
  let page: Page;
  let client: LeadstageClient;
  let packs: readonly [string, string];
  const complaints: string[] = [];

  beforeAll(async () => {
    [api, browser] = await Promise.all([startDemoServer(), launchBrowser()]);
    site = await startPartnerSite(api.origin);
    await api.open(site.origin);
    client = createClient({ url: `${api.origin}/graphql`, token: api.apiKey });
    const { knownAt } = await client.standardMetrics({ period: PERIOD });
    const duringTheImport = Date.parse(knownAt) - 3_000;
    const publish = (name: string, question: object) =>
      publishMetricPack(api.database, api.workspaceId, {
        name,
        question: { period: PERIOD, grain: 'MONTH', ...question },
      });
    const whole = await publish('Q1 2026', {});
    const early = await publish('Q1 2026, early', { knownAt: duringTheImport });
    packs = [String(whole), String(early)];
    const element = (attributes: string) => `<leadstage-standard-metrics ${attributes}></leadstage-standard-metrics>`;
    site.put(
      '/',
      'text/html; charset=utf-8',
      `<!doctype html><html lang="en"><head><title>Partner</title><meta charset="utf-8">
       <script type="module" src="/leadstage.js"></script></head><body>
       <leadstage-reports url="${api.origin}/graphql" token="${api.apiKey}" period="2026-01-01..2026-04-01">
       ${element('id="now"')} ${element(`id="whole" pack="${whole}"`)} ${element(`id="early" pack="${early}"`)}
       ${element('id="none" pack="999999"')} ${element('id="quiet" period="2019"')}
       </leadstage-reports></body></html>`,
    );
    page = await browser.newPage({ viewport: { width: 900, height: 900 } });
    await page.clock.setFixedTime(DEMO_NOW);
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(site.origin);
    for (const id of ['now', 'whole', 'early', 'quiet']) await page.locator(`#${id} .mark`).first().waitFor();
    await page.locator('#none [role=alert]').waitFor();
    await page.screenshot({ path: `${ARTIFACTS}/standard-metrics.png`, fullPage: true });
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
    await api?.close();
  });

  const rowsOf = (id: string) =>
    page
      .locator(`#${id} .metrics tbody tr:not(.family)`)
      .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent?.trim() ?? '')));

  test('shows what the API answers, for the period and each month', async () => {
    const { total, series } = await client.standardMetrics({ period: PERIOD, grain: 'MONTH' });
    const rows = await rowsOf('now');
    expect(rows).toHaveLength(total.metrics.length);
    const count = (value: number | null | undefined) => (value ?? Number.NaN).toLocaleString('en');
    for (const stage of ['LEAD', 'MQL', 'SQL', 'QSO', 'CUSTOMER']) {
      const of = ({ metrics }: typeof total) =>
        metrics.find((each) => each.metric === 'entered' && each.stage === stage)?.value;
      expect(rows.map(([, ...cells]) => cells)).toContainEqual([
        count(of(total)),
        '',
        ...series.map((one) => count(of(one))),
      ]);
    }
    const cac = total.metrics.find(({ metric }) => metric === 'cac')?.amount?.amount as `${number}`;
    const eur = new Intl.NumberFormat('en', { style: 'currency', currency: 'EUR' });
    expect(rows.find(([name]) => name === 'Customer acquisition cost')?.[1]).toBe(eur.format(cac));
  });

  test('a tooltip tells what a rate is of, by pointer and by keys', async () => {
    const { total } = await client.standardMetrics({ period: PERIOD });
    const rate = total.metrics.find(({ metric, stage }) => metric === 'stepRate' && stage === 'SQL');
    const mark = page.locator('#now .mark[aria-label*="qualified lead → Sales qualified lead"]').first();
    await mark.hover();
    const tooltip = page.locator('#now .tooltip');
    await expect
      .poll(() => tooltip.textContent())
      .toContain(`(${rate?.numerator?.toLocaleString('en')} of ${rate?.denominator?.toLocaleString('en')})`);
    expect(await tooltip.textContent()).toContain('95 % interval');
    await page.locator('#now .mark[tabindex="0"]').focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => tooltip.textContent()).toContain('Jan 1 – 31, 2026');
  });

  test('leads from a number to as many as it says, of the period and of a month', async () => {
    const { total, series } = await client.standardMetrics({ period: PERIOD, grain: 'MONTH' });
    const noted = await noteBehind(page);
    const of = ({ metrics }: typeof total, metric: string, stage: string | null) =>
      metrics.find((each) => each.metric === metric && each.stage === stage);
    const now = page.locator('#now');
    const click = (name: string, at: number) => now.getByRole('button', { name }).nth(at).click();
    await click('Marketing qualified lead → Sales qualified lead, ', 0);
    await click('Marketing qualified lead → Sales qualified lead, ', 1);
    await click('Of all handoffs, ', 0);
    await click('Customer acquisition cost, ', 0);
    await now.getByRole('button', { name: 'Show as table' }).click();
    const row = now.getByRole('row', { name: /^Step rates: .*→ Sales qualified lead / }).first();
    for (const number of await row.getByRole('button').all()) await number.click();
    await now
      .getByRole('row', { name: /^Entered: Marketing/ })
      .first()
      .getByRole('button')
      .click();
    await now.getByRole('button', { name: 'Show as chart' }).click();
    const opened = await noted();
    const counts = await Promise.all(
      opened.map(async ({ behind, of }) => {
        const asked = { first: 1, filter: { behind } };
        const list = of === 'leads' ? client.leadsPage(asked) : client.handoffsPage(asked);
        return (await list).totalCount;
      }),
    );
    const rate = of(total, 'stepRate', 'SQL');
    expect(counts).toEqual([
      rate?.numerator,
      series[0] && of(series[0], 'stepRate', 'SQL')?.numerator,
      of(total, 'acceptanceRate', null)?.numerator,
      of(total, 'cac', 'CUSTOMER')?.denominator,
      ...[rate?.numerator, rate?.denominator, of(total, 'entered', 'MQL')?.value],
    ]);
    expect(opened[1]?.label).toContain('Jan 1 – 31, 2026');
    expect(await page.locator('#whole .mark[role="button"]').count()).toBe(0);
  });

  test('a pack shows its hash and that it reproduces', async () => {
    const pack = await client.metricPack({ id: packs[0] });
    const text = (await page.locator('#whole .pack').textContent()) ?? '';
    expect(text).toContain(pack?.sha256);
    expect(text).toContain('Reproduces: ');
    expect(text).toContain('Not restated');
    expect(await page.locator('#whole details.terms li').count()).toBeGreaterThan(10);
  });

  test('a pack that knew less lists what is restated', async () => {
    const pack = await client.metricPack({ id: packs[1], again: true });
    const { length } = pack?.restatements ?? [];
    expect(length, 'knownAt lies within the import').toBeGreaterThan(0);
    const early = page.locator('#early .pack');
    expect(await early.textContent()).toContain(`by what is known now, ${length} numbers are different`);
    await early.locator('summary').click();
    expect(await early.locator('tbody tr').count()).toBe(length);
  });

  test('CSV and table have every number, exact', async () => {
    const { total, series } = await client.standardMetrics({ period: PERIOD, grain: 'MONTH' });
    const now = page.locator('#now');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      now.getByRole('button', { name: 'Download as CSV' }).click(),
    ]);
    const lines = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n');
    const metrics = [total, ...series].flatMap(({ metrics }) => metrics);
    expect(lines).toHaveLength(metrics.length + 1);
    for (const { value, amount } of metrics) {
      const exact = amount?.amount ?? String(value ?? '');
      expect(lines.some((line) => line.includes(`,${exact},`))).toBe(true);
    }
    await now.getByRole('button', { name: 'Show as table' }).click();
    expect(await now.locator('tbody tr').count()).toBe(metrics.length);
  });

  test('says that there is no such pack, and shows zeros and dashes for a quiet year', async () => {
    expect(await page.locator('#none [role=alert]').textContent()).toContain('There is no metric pack 999999.');
    const rows = await rowsOf('quiet');
    expect(rows[0]?.[1]).toBe('0');
    expect(rows.find(([name]) => name === 'Customer acquisition cost')?.[1]).toBe('–');
  });

  test('the page has nothing to complain of', () => {
    expect(complaints).toEqual([]);
  });
});
