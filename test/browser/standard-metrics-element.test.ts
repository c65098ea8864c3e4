import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publishMetricPack } from '../../packages/api/src/commands/publish-metric-pack.js';
import { ARTIFACTS, withoutBrowser } from './browser.js';
import { type ElementStage, QUARTER, setElementStage } from './element-stage.js';
import { count } from './element-texts.js';
import { noteBehind } from './note-behind.js';

describe.skipIf(withoutBrowser)('<leadstage-standard-metrics>', () => {
  let stage: ElementStage;
  let page: Page;
  let complaints: readonly string[];
  let packs: readonly [string, string];

  beforeAll(async () => {
    stage = await setElementStage();
    const { api, client } = stage;
    const { knownAt } = await client.standardMetrics({ period: QUARTER });
    const duringTheImport = Date.parse(knownAt) - 3_000;
    const publish = (name: string, question: object) =>
      publishMetricPack(api.database, api.workspaceId, {
        name,
        question: { period: QUARTER, grain: 'MONTH', ...question },
      });
    const whole = await publish('Q1 2026', {});
    const early = await publish('Q1 2026, early', { knownAt: duringTheImport });
    packs = [String(whole), String(early)];
    const element = (attributes: string) => `<leadstage-standard-metrics ${attributes}></leadstage-standard-metrics>`;
    const elements = [
      ...['id="now"', `id="whole" pack="${whole}"`, `id="early" pack="${early}"`],
      ...['id="none" pack="999999"', 'id="quiet" period="2019"'],
    ];
    ({ page, complaints } = await stage.open(elements.map(element).join(''), { width: 900, period: QUARTER }));
    for (const id of ['now', 'whole', 'early', 'quiet']) await page.locator(`#${id} .mark`).first().waitFor();
    await page.locator('#none [role=alert]').waitFor();
    await page.screenshot({ path: `${ARTIFACTS}/standard-metrics.png`, fullPage: true });
  });

  afterAll(() => stage?.close());

  const rowsOf = (id: string) =>
    page
      .locator(`#${id} .metrics tbody tr:not(.family)`)
      .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent?.trim() ?? '')));

  test('shows what the API answers, for the period and each month', async () => {
    const { total, series } = await stage.client.standardMetrics({ period: QUARTER, grain: 'MONTH' });
    const rows = await rowsOf('now');
    expect(rows).toHaveLength(total.metrics.length);
    for (const key of ['LEAD', 'MQL', 'SQL', 'QSO', 'CUSTOMER']) {
      const of = ({ metrics }: typeof total) =>
        metrics.find((each) => each.metric === 'entered' && each.stage === key)?.value ?? Number.NaN;
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
    const { total } = await stage.client.standardMetrics({ period: QUARTER });
    const rate = total.metrics.find(({ metric, stage }) => metric === 'stepRate' && stage === 'SQL');
    const mark = page.locator('#now .mark[aria-label*="qualified lead → Sales qualified lead"]').first();
    await mark.hover();
    const tooltip = page.locator('#now .tooltip');
    await expect
      .poll(() => tooltip.textContent())
      .toContain(`(${count(rate?.numerator)} of ${count(rate?.denominator)})`);
    expect(await tooltip.textContent()).toContain('95 % interval');
    await page.locator('#now .mark[tabindex="0"]').focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => tooltip.textContent()).toContain('Jan 1 – 31, 2026');
  });

  test('leads from a number to as many as it says, of the period and of a month', async () => {
    const { total, series } = await stage.client.standardMetrics({ period: QUARTER, grain: 'MONTH' });
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
        const list = of === 'leads' ? stage.client.leadsPage(asked) : stage.client.handoffsPage(asked);
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
    const pack = await stage.client.metricPack({ id: packs[0] });
    const text = (await page.locator('#whole .pack').textContent()) ?? '';
    expect(text).toContain(pack?.sha256);
    expect(text).toContain('Reproduces: ');
    expect(text).toContain('Not restated');
    expect(await page.locator('#whole details.terms li').count()).toBeGreaterThan(10);
  });

  test('a pack that knew less lists what is restated', async () => {
    const pack = await stage.client.metricPack({ id: packs[1], again: true });
    const { length } = pack?.restatements ?? [];
    expect(length, 'knownAt lies within the import').toBeGreaterThan(0);
    const early = page.locator('#early .pack');
    expect(await early.textContent()).toContain(`by what is known now, ${length} numbers are different`);
    await early.locator('summary').click();
    expect(await early.locator('tbody tr').count()).toBe(length);
  });

  test('CSV and table have every number, exact', async () => {
    const { total, series } = await stage.client.standardMetrics({ period: QUARTER, grain: 'MONTH' });
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
