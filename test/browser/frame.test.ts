import { readFile } from 'node:fs/promises';
import type { Download, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { FunnelReport } from '../../packages/sdk/src/index.js';
import { withoutBrowser } from './browser.js';
import { type ElementStage, QUARTER, setElementStage } from './element-stage.js';
import { count } from './element-texts.js';
import { noteBehind } from './note-behind.js';

describe.skipIf(withoutBrowser)('the frame of a report', () => {
  let stage: ElementStage;
  let page: Page;
  let funnel: Locator;
  let answer: FunnelReport;
  let complaints: readonly string[];

  beforeAll(async () => {
    stage = await setElementStage();
    answer = await stage.client.funnel({ period: QUARTER });
    ({ page, complaints } = await stage.newPage());
  });

  beforeEach(async () => {
    await stage.show(page, '<leadstage-funnel></leadstage-funnel>', { period: QUARTER });
    funnel = page.locator('leadstage-funnel');
    await funnel.locator('.mark').first().waitFor();
  });

  afterAll(() => stage?.close());

  const saved = async (name: string): Promise<Download> => {
    const [download] = await Promise.all([page.waitForEvent('download'), funnel.getByRole('button', { name }).click()]);
    return download;
  };

  test('has what the API answers, in the chart and in the table', async () => {
    const counts = answer.total.stages.map(({ reached }) => count(reached));
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
    expect(tooltip).toContain(`${count(mql!.stepRate!.numerator)} of ${count(mql!.stepRate!.denominator)}`);
    expect(tooltip).toContain('95 % interval');
    await page.keyboard.press('End');
    expect(await focused()).toBe('4');
    const noted = await noteBehind(page);
    await page.keyboard.press('Enter');
    expect(await noted()).toEqual([{ of: 'leads', label: 'Customer', behind: expect.stringMatching(/^.{11,}$/) }]);
    await page.keyboard.press('Escape');
    expect(await funnel.locator('.tooltip').count()).toBe(0);
  });

  test('never complains under a strict policy', () => {
    expect(complaints).toEqual([]);
  });
});
