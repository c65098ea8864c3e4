import { readFile } from 'node:fs/promises';
import type { Browser, Download, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createClient, type FunnelReport } from '../../packages/sdk/src/index.js';
import { launchBrowser, withoutBrowser } from './browser.js';
import { DEMO_NOW, type DemoServer, startDemoServer } from './demo-server.js';
import { type PartnerSite, startPartnerSite } from './partner-site.js';

const PERIOD = { start: '2026-01-01', end: '2026-04-01' };

describe.skipIf(withoutBrowser)('the frame of a report', () => {
  let browser: Browser;
  let api: DemoServer;
  let site: PartnerSite;
  let page: Page;
  let funnel: Locator;
  let answer: FunnelReport;
  const complaints: string[] = [];

  beforeAll(async () => {
    [api, browser] = await Promise.all([startDemoServer(), launchBrowser()]);
    site = await startPartnerSite(api.origin);
    await api.open(site.origin);
    answer = await createClient({ url: `${api.origin}/graphql`, apiKey: api.apiKey }).funnel({ period: PERIOD });
    site.put(
      '/',
      'text/html; charset=utf-8',
      `<!doctype html><html lang="en"><head><title>Partner</title><meta charset="utf-8">
       <link rel="stylesheet" href="/page.css"><script type="module" src="/leadstage.js"></script></head><body>
       <leadstage-reports url="${api.origin}/graphql" token="${api.apiKey}" period="${PERIOD.start}..${PERIOD.end}">
       <leadstage-funnel></leadstage-funnel></leadstage-reports></body></html>`,
    );
    page = await browser.newPage({ viewport: { width: 760, height: 640 } });
    await page.clock.setFixedTime(DEMO_NOW);
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
  });

  beforeEach(async () => {
    await page.goto(site.origin);
    funnel = page.locator('leadstage-funnel');
    await funnel.locator('.mark').first().waitFor();
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
    await api?.close();
  });

  const saved = async (name: string): Promise<Download> => {
    const [download] = await Promise.all([page.waitForEvent('download'), funnel.getByRole('button', { name }).click()]);
    return download;
  };

  test('has what the API answers, in the chart and in the table', async () => {
    const counts = answer.total.stages.map(({ reached }) => new Intl.NumberFormat('en').format(reached ?? 0));
    expect(counts.length).toBe(5);
    expect(await funnel.locator('svg text.strong').allTextContents()).toEqual(counts);
    await funnel.getByRole('button', { name: 'Show as table' }).click();
    expect(await funnel.locator('tbody tr td:nth-child(3)').allTextContents()).toEqual(counts);
    await funnel.getByRole('button', { name: 'Show as chart' }).click();
    expect(await funnel.locator('.mark').count()).toBe(5);
  });

  test('saves the numbers as CSV that a program can read', async () => {
    const download = await saved('Download as CSV');
    expect(download.suggestedFilename()).toBe('leadstage-funnel-2026-01-01-2026-04-01.csv');
    const text = await readFile(await download.path(), 'utf8');
    expect(text.startsWith('\uFEFFTotal,Stage,Reached,')).toBe(true);
    const rows = text.trimEnd().split('\r\n').slice(1);
    expect(rows.map((row) => row.split(',').slice(1, 4))).toEqual(
      answer.total.stages.map(({ stage, reached, stepRate }) => [
        stage.name,
        String(reached),
        stepRate?.value == null ? '' : String(stepRate.value),
      ]),
    );
  });

  test('saves the drawing as PNG, with its colours', async () => {
    const download = await saved('Download as PNG');
    expect(download.suggestedFilename()).toBe('leadstage-funnel-2026-01-01-2026-04-01.png');
    const image = await readFile(await download.path());
    const drawn = await page.evaluate(
      async (bytes) => {
        const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/png' }));
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
        const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
        context.drawImage(bitmap, 0, 0);
        const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
        const colours = new Set<string>();
        for (let at = 0; at < data.length; at += 4) colours.add(`${data[at]},${data[at + 1]},${data[at + 2]}`);
        return { width: bitmap.width, bar: colours.has('36,86,199'), paper: colours.has('255,255,255') };
      },
      [...image],
    );
    const box = await funnel.locator('.chart > svg').boundingBox();
    expect(drawn).toEqual({ width: Math.trunc(box!.width * 2), bar: true, paper: true });
  });

  test('tells what its metrics mean, one click away, and gives the keyboard back', async () => {
    await funnel.getByRole('button', { name: 'What this means' }).click();
    const dialog = funnel.getByRole('dialog');
    await expect.poll(() => dialog.getByRole('heading').count()).toBe(4);
    expect(await dialog.textContent()).toContain('Formula');
    await page.keyboard.press('Escape');
    expect(await dialog.isVisible()).toBe(false);
    const focused = await funnel.evaluate((element) => element.shadowRoot?.activeElement?.getAttribute('aria-label'));
    expect(focused).toBe('What this means');
  });

  test('is gone through by keys: one stop of Tab, arrows from mark to mark, Enter to what is behind', async () => {
    const focused = () => funnel.evaluate((element) => element.shadowRoot?.activeElement?.getAttribute('data-mark'));
    await funnel.getByRole('button', { name: 'Download as PNG' }).focus();
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('0');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('1');
    const [, mql] = answer.total.stages;
    const tooltip = await funnel.locator('.tooltip').innerText();
    expect(tooltip).toContain(
      `${mql!.stepRate!.numerator.toLocaleString('en')} of ${mql!.stepRate!.denominator.toLocaleString('en')}`,
    );
    expect(tooltip).toContain('95 % interval');
    await page.keyboard.press('End');
    expect(await focused()).toBe('4');
    await funnel.evaluate((element) => {
      const kept = globalThis as { opened?: Promise<unknown> };
      kept.opened = new Promise((resolve) => {
        element.addEventListener('leadstage-behind', (event) => {
          event.preventDefault();
          const { of, label, behind } = event as unknown as { of: string; label: string; behind: string };
          resolve({ of, label, isText: behind.length > 10 });
        });
      });
    });
    await page.keyboard.press('Enter');
    const opened = await page.evaluate(() => (globalThis as { opened?: Promise<unknown> }).opened);
    expect(opened).toEqual({ of: 'leads', label: 'Customer', isText: true });
    await page.keyboard.press('Escape');
    expect(await funnel.locator('.tooltip').count()).toBe(0);
  });

  test('never complains under a strict policy', () => {
    expect(complaints).toEqual([]);
  });
});
