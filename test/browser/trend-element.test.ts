import type { FunnelReport } from '@leadstage/sdk';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ARTIFACTS, withoutBrowser } from './browser.js';
import { type ElementStage, PERIOD, type ShowOptions, setElementStage } from './element-stage.js';
import { count, markNames, share } from './element-texts.js';
import { noteBehind } from './note-behind.js';

describe.skipIf(withoutBrowser)('<leadstage-trend>', () => {
  let stage: ElementStage;
  let page: Page;
  const complaints: (readonly string[])[] = [];

  beforeAll(async () => {
    stage = await setElementStage();
  });

  beforeEach(async () => {
    const opened = await stage.newPage();
    page = opened.page;
    complaints.push(opened.complaints);
    return () => page.close();
  });

  afterAll(() => stage?.close());

  const show = (attributes: string, options?: ShowOptions) =>
    stage.show(page, `<leadstage-trend ${attributes}></leadstage-trend>`, options);
  const marks = () => page.locator('.mark');
  const stageOf = (report: FunnelReport['total'], key: string) => report.stages.find(({ stage }) => stage.key === key);

  test('shows what the API answers, in marks, legend and table', async () => {
    await show('measure="step-rate" stage="SQL"');
    const report = await stage.client.funnel({ period: PERIOD, grain: 'MONTH' });
    const rates = report.series.map(({ figures }) => stageOf(figures, 'SQL')?.stepRate);
    expect(rates).toHaveLength(11);
    expect((await markNames(page)).map((label) => label?.replace(/^.*?, Step rate/, 'Step rate'))).toEqual(
      rates.map(
        (rate) =>
          `Step rate: ${share(rate?.value)} (${rate?.numerator} of ${rate?.denominator}), ` +
          `95 % interval ${share(rate?.low)} to ${share(rate?.high)}`,
      ),
    );
    const total = share(stageOf(report.total, 'SQL')?.stepRate?.value);
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
        ...[rate?.value, rate?.low, rate?.high].map(share),
      ]),
    );
  });

  test('says more of a point under the pointer, and opens what is behind it', async () => {
    await show('measure="reached" stage="MQL"');
    const report = await stage.client.funnel({ period: PERIOD, grain: 'MONTH' });
    const third = stageOf(report.series[2]?.figures ?? { stages: [] }, 'MQL')?.reached ?? 0;
    await marks().nth(2).hover();
    expect(await page.locator('.tooltip').innerText()).toMatch(
      new RegExp(`^Marketing qualified lead, Sep 1 . 30, 2025\\s+Reached: ${count(third)}$`),
    );
    const noted = await noteBehind(page);
    await marks().nth(2).click();
    const [opened, ...others] = await noted();
    expect(others).toEqual([]);
    const filter = { behind: opened?.behind ?? '' };
    expect((await stage.client.leadsPage({ first: 1, filter })).totalCount).toBe(third);
  });

  test('is gone through by keys', async () => {
    await show('measure="reached" stages="LEAD,MQL"');
    const noted = await noteBehind(page);
    await marks().first().focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('.tooltip strong').innerText()).toMatch(/^Lead, Aug 1 . 31, 2025$/);
    await page.keyboard.press('End');
    expect(await page.locator('.tooltip strong').innerText()).toMatch(/^Marketing qualified lead, May 1 . 31, 2026$/);
    await page.keyboard.press('Escape');
    expect(await page.locator('.tooltip').count()).toBe(0);
    await page.keyboard.press('Enter');
    expect((await noted()).map(({ label }) => label)).toEqual([
      expect.stringMatching(/^Marketing qualified lead, May/),
    ]);
  });

  test('draws the six largest groups and tells of the others', async () => {
    await show('measure="reached" stage="MQL" by="source"');
    const { groups } = await stage.client.funnel({ period: PERIOD, by: ['source'] });
    expect(groups).toHaveLength(7);
    const legend = await page.locator('.legend li').allInnerTexts();
    expect(legend).toEqual(
      groups.slice(0, 6).map(({ keys, figures }) => {
        return `${keys[0]?.value ?? '(none)'} ${count(stageOf(figures, 'MQL')?.reached)}`;
      }),
    );
    expect(await page.locator('.note').allInnerTexts()).toEqual(['Only the first 6 are drawn; the table has 1 more.']);
    await page.getByRole('button', { name: 'Show as table' }).click();
    expect(await page.locator('tbody tr').count()).toBe(7 * 11);
  });

  test('dashes what is not over, and has no points where nothing has begun or nobody was counted', async () => {
    await show('measure="step-rate" stage="MQL" grain="YEAR" period="2020-01-01..2100-01-01"');
    const { series, asOf } = await stage.client.funnel({
      period: { start: '2020-01-01', end: '2100-01-01' },
      grain: 'YEAR',
    });
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
    const { series } = await stage.client.funnel({ period: PERIOD, grain: 'MONTH', mode: 'THROUGHPUT' });
    const first = stageOf(series[0]?.figures ?? { stages: [] }, 'CUSTOMER')?.entered;
    expect((await markNames(page))[0]).toMatch(new RegExp(`Entered: ${first}$`));
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
    await show('measure="step-rate" stages="MQL,SQL"', { language: 'sr' });
    expect(await page.locator('header h3').innerText()).toBe('Stopa koraka kroz vreme');
    expect((await markNames(page))[0]).toMatch(/Stopa koraka: \d\d,\d/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(300);
  });

  test('does not make the page complain', () => {
    expect(complaints.flat()).toEqual([]);
  });
});
