import { createClient, type FunnelReport, type LeadstageClient } from '@leadstage/sdk';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ARTIFACTS, launchBrowser, withoutBrowser } from './browser.js';
import { DEMO_NOW, type DemoServer, startDemoServer } from './demo-server.js';
import { type PartnerSite, startPartnerSite } from './partner-site.js';

const PERIOD = { start: '2025-07-01', end: '2026-06-01' };
const percent = new Intl.NumberFormat('en', {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
const shown = (share: number | null | undefined) => (share == null ? '–' : percent.format(share));
const count = new Intl.NumberFormat('en');

describe.skipIf(withoutBrowser)('<leadstage-trend>', () => {
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
    client = createClient({ url: `${api.origin}/graphql`, apiKey: api.apiKey });
    site.put('/behind.js', 'text/javascript', BEHIND);
  });

  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 760, height: 640 } });
    await page.clock.setFixedTime(DEMO_NOW);
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    return () => page.close();
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
    await api?.close();
  });

  async function show(attributes: string, language = 'en') {
    site.put(
      '/',
      'text/html; charset=utf-8',
      `<!doctype html><html lang="${language}"><head><title>Partner</title><meta charset="utf-8">
       <script type="module" src="/leadstage.js"></script><script src="/behind.js"></script></head><body>
       <leadstage-reports url="${api.origin}/graphql" token="${api.apiKey}" period="${PERIOD.start}..${PERIOD.end}">
       <leadstage-trend ${attributes}></leadstage-trend></leadstage-reports></body></html>`,
    );
    await page.goto(site.origin);
    await page.locator('figure[aria-busy=false]').waitFor();
  }

  const marks = () => page.locator('.mark');
  const labels = () => marks().evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')));
  const stageOf = (report: FunnelReport['total'], key: string) => report.stages.find(({ stage }) => stage.key === key);

  test('shows what the API answers, in marks, legend and table', async () => {
    await show('measure="step-rate" stage="SQL"');
    const report = await client.funnel({ period: PERIOD, grain: 'MONTH' });
    const rates = report.series.map(({ figures }) => stageOf(figures, 'SQL')?.stepRate);
    expect(rates).toHaveLength(11);
    expect((await labels()).map((label) => label?.replace(/^.*?, Step rate/, 'Step rate'))).toEqual(
      rates.map(
        (rate) =>
          `Step rate: ${shown(rate?.value)} (${rate?.numerator} of ${rate?.denominator}), ` +
          `95 % interval ${shown(rate?.low)} to ${shown(rate?.high)}`,
      ),
    );
    const total = shown(stageOf(report.total, 'SQL')?.stepRate?.value);
    expect(await page.locator('.legend').innerText()).toBe(`Sales qualified lead ${total}`);
    await page.screenshot({ path: `${ARTIFACTS}/trend.png` });

    await page.getByRole('button', { name: 'Show as table' }).click();
    const rows = await page
      .locator('tbody tr')
      .evaluateAll((all) => all.map((row) => [...row.querySelectorAll('td')].slice(1).map((cell) => cell.textContent)));
    expect(rows).toEqual(
      rates.map((rate) => [
        String(rate?.numerator),
        String(rate?.denominator),
        ...[rate?.value, rate?.low, rate?.high].map(shown),
      ]),
    );
  });

  test('says more of a point under the pointer, and opens what is behind it', async () => {
    await show('measure="reached" stage="MQL"');
    const report = await client.funnel({ period: PERIOD, grain: 'MONTH' });
    const third = stageOf(report.series[2]?.figures ?? { stages: [] }, 'MQL')?.reached ?? 0;
    await marks().nth(2).hover();
    expect(await page.locator('.tooltip').innerText()).toMatch(
      new RegExp(`^Marketing qualified lead, Sep 1 . 30, 2025\\s+Reached: ${count.format(third)}$`),
    );
    await marks().nth(2).click();
    const opened = await page.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
    expect(opened).toHaveLength(1);
    expect((await client.leadsPage({ first: 1, filter: { behind: opened[0] as string } })).totalCount).toBe(third);
  });

  test('is gone through by keys', async () => {
    await show('measure="reached" stages="LEAD,MQL"');
    await marks().first().focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('.tooltip strong').innerText()).toMatch(/^Lead, Aug 1 . 31, 2025$/);
    await page.keyboard.press('End');
    expect(await page.locator('.tooltip strong').innerText()).toMatch(/^Marketing qualified lead, May 1 . 31, 2026$/);
    await page.keyboard.press('Escape');
    expect(await page.locator('.tooltip').count()).toBe(0);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => (globalThis as unknown as { labels: string[] }).labels)).toEqual([
      expect.stringMatching(/^Marketing qualified lead, May/),
    ]);
  });

  test('draws the six largest groups and tells of the others', async () => {
    await show('measure="reached" stage="MQL" by="source"');
    const { groups } = await client.funnel({ period: PERIOD, by: ['source'] });
    expect(groups).toHaveLength(7);
    const legend = await page.locator('.legend li').allInnerTexts();
    expect(legend).toEqual(
      groups.slice(0, 6).map(({ keys, figures }) => {
        return `${keys[0]?.value ?? '(none)'} ${count.format(stageOf(figures, 'MQL')?.reached ?? 0)}`;
      }),
    );
    expect(await page.locator('.note').allInnerTexts()).toEqual(['Only the first 6 are drawn; the table has 1 more.']);
    await page.getByRole('button', { name: 'Show as table' }).click();
    expect(await page.locator('tbody tr').count()).toBe(7 * 11);
  });

  test('dashes what is not over, and has no points where nothing has begun or nobody was counted', async () => {
    await show('measure="step-rate" stage="MQL" grain="YEAR" period="2020-01-01..2100-01-01"');
    const { series, asOf } = await client.funnel({ period: { start: '2020-01-01', end: '2100-01-01' }, grain: 'YEAR' });
    const begun = series.filter(({ period }) => period.start < asOf);
    const known = begun.filter(({ figures }) => stageOf(figures, 'MQL')?.stepRate?.value != null);
    expect(known.length).toBeGreaterThan(0);
    expect(known.length).toBeLessThan(begun.length);
    expect(await marks().count()).toBe(known.length);
    expect(await page.locator('path[stroke-dasharray]').count()).toBe(1);
    expect(await page.locator('.note').last().innerText()).toMatch(/^Dashed: not over yet/);
  });

  test('gives measures axes of their own', async () => {
    await show('measure="entered,overall-rate" stage="CUSTOMER"');
    const ticks = await page
      .locator('.plain')
      .evaluateAll((axes) => axes.map((axis) => [...axis.querySelectorAll('text')].map((text) => text.textContent)));
    expect(ticks).toHaveLength(2);
    expect(ticks[0]?.every((tick) => /^\d+$/.test(tick ?? ''))).toBe(true);
    expect(ticks[1]?.every((tick) => /%$/.test(tick ?? ''))).toBe(true);
    const { series } = await client.funnel({ period: PERIOD, grain: 'MONTH', mode: 'THROUGHPUT' });
    const first = stageOf(series[0]?.figures ?? { stages: [] }, 'CUSTOMER')?.entered;
    expect((await labels())[0]).toMatch(new RegExp(`Entered: ${first}$`));
  });

  test('says that there is nothing, and what is wrong with a question', async () => {
    await show('period="2019-01-01..2020-01-01"');
    expect(await page.getByRole('status').innerText()).toBe('Nothing in this period');
    await show('stage="NOBODY"');
    expect(await page.getByRole('alert').innerText()).toMatch(/"NOBODY" should be of LEAD, MQL, SQL/);
    await show('measure="speed"');
    expect(await page.getByRole('alert').innerText()).toMatch(/"speed" should be of reached, entered/);
  });

  test('speaks other languages and fits a narrow place', async () => {
    await page.setViewportSize({ width: 300, height: 700 });
    await show('measure="step-rate" stages="MQL,SQL"', 'sr');
    expect(await page.locator('header h3').innerText()).toBe('Stopa koraka kroz vreme');
    expect((await labels())[0]).toMatch(/Stopa koraka: \d\d,\d/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(300);
  });

  test('does not make the page complain', () => {
    expect(complaints).toEqual([]);
  });
});

/** Keeps what was asked for, as a page does that shows it itself. */
const BEHIND = `var opened = [], labels = [];
addEventListener('leadstage-behind', (event) => {
  opened.push(event.behind);
  labels.push(event.label);
  event.preventDefault();
});`;
