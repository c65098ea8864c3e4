import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ARTIFACTS, withoutBrowser } from './browser.js';
import { type ElementStage, PERIOD, type ShowOptions, setElementStage } from './element-stage.js';
import { chartTexts, count, markNames } from './element-texts.js';
import { noteBehind } from './note-behind.js';

const [HOUR, DAY] = [3_600, 86_400];

/** Of lengths of at least an hour, as the elements write them. */
function written(seconds: number | null, largest: 'day' | 'hour' = 'day'): string {
  if (seconds === null) return '–';
  const unit = seconds >= DAY ? largest : 'hour';
  const value = seconds / (unit === 'day' ? DAY : HOUR);
  return new Intl.NumberFormat('en', { style: 'unit', unit, maximumFractionDigits: 1 }).format(value);
}

describe.skipIf(withoutBrowser)('<leadstage-velocity>', () => {
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
    stage.show(page, `<leadstage-velocity ${attributes}></leadstage-velocity>`, options);
  const marks = () => page.locator('.mark');
  const cells = (table: number) =>
    page
      .locator('table')
      .nth(table)
      .locator('tbody tr')
      .evaluateAll((all) => all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent)));

  test('shows what the API answers: the way, its classes and the stays', async () => {
    await show('from="MQL" to="SQL" stages="MQL, SQL"');
    const { total } = await stage.client.velocity({
      period: PERIOD,
      from: 'MQL',
      to: 'SQL',
      timeInStage: ['MQL', 'SQL'],
    });
    const [way, ...others] = await markNames(page);
    const quantiles = [`Median: ${written(total.median)}`, `75 % within: ${written(total.p75)}`];
    expect(way).toBe(
      `Marketing qualified lead → Sales qualified lead, ${quantiles.join(', ')}, 90 % within: ${written(total.p90)}, ` +
        `Mean: ${written(total.mean)}, Leads: ${count(total.count)}`,
    );
    expect(await page.locator('.strong').allTextContents()).toEqual(
      expect.arrayContaining([total.median, total.p75, total.p90].map((each) => written(each))),
    );
    const classes = others
      .slice(0, -2)
      .map((label) => Number(/Leads: ([\d,]+)$/.exec(label ?? '')?.[1]?.replace(',', '')));
    const counts = total.histogram.map((each) => each.count);
    expect(classes).toEqual(counts.slice(counts.findIndex(Boolean), counts.findLastIndex(Boolean) + 1));
    const stays = total.timeInStage.map(({ stage, ended, open, median, p75, p90, ...stay }) =>
      [
        `${stage.name}, Median: ${written(median)}, 75 % within: ${written(p75)}, 90 % within: ${written(p90)}`,
        `Stays: ${count(stay.count)}, Ended: ${count(ended)}, Open: ${count(open)}`,
        `Median age of open: ${written(stay.openMedian)}, Oldest open: ${written(stay.openLongest)}`,
      ].join(', '),
    );
    // How old the open ones are goes on changing.
    const withoutAges = (text: string | null) => text?.replace(/, Median age.*/, '');
    expect(others.slice(-2).map(withoutAges)).toEqual(stays.map(withoutAges));
    expect(await page.locator('.note').innerText()).toMatch(/^Open stays count with their age so far/);
    await page.screenshot({ path: `${ARTIFACTS}/velocity.png`, fullPage: true });

    await page.getByRole('button', { name: 'Show as table' }).click();
    const lengths = [total.median, total.p75, total.p90, total.mean].map((each) => written(each));
    expect(await cells(0)).toEqual([[count(total.count), ...lengths]]);
    expect(await cells(1)).toEqual(total.histogram.map((each) => [count(each.count)]));
    expect((await cells(2)).map((row) => row.slice(0, 6))).toEqual(
      total.timeInStage.map((stay) => [
        ...[stay.count, stay.ended, stay.open].map(count),
        ...[stay.median, stay.p75, stay.p90].map((each) => written(each)),
      ]),
    );
  });

  test('counts working time in hours, with the median over time', async () => {
    await show('from="MQL" to="SQL" clock="BUSINESS" grain="QUARTER" stages=""');
    const report = await stage.client.velocity({
      period: PERIOD,
      from: 'MQL',
      to: 'SQL',
      clock: 'BUSINESS',
      grain: 'QUARTER',
    });
    expect(report.total.p90).toBeGreaterThan(DAY);
    expect((await markNames(page))[0]).toContain(`90 % within: ${written(report.total.p90, 'hour')}`);
    const medians = (await markNames(page)).filter((label) => /^(Jul|Oct|Jan|Apr)/.test(label ?? ''));
    expect(medians.map((label) => /Median: ([^,]+)/.exec(label ?? '')?.[1])).toEqual(
      report.series.map(({ figures }) => written(figures.median, 'hour')),
    );
    expect(await page.locator('.note').allInnerTexts()).toEqual([
      `Working time of the calendar ${report.businessCalendar}.`,
    ]);
  });

  test('compares the medians of groups', async () => {
    await show('from="MQL" to="SQL" stages="" by="source"');
    const { groups } = await stage.client.velocity({ period: PERIOD, from: 'MQL', to: 'SQL', by: ['source'] });
    expect(groups.length).toBeGreaterThan(2);
    const compared = (await markNames(page)).slice(-groups.length).map((label) => label?.split(', 75')[0]);
    expect(compared).toEqual(
      groups.map(({ keys, figures }) => `${keys[0]?.value ?? '(none)'}, Median: ${written(figures.median)}`),
    );
    expect(await chartTexts(page)).toEqual(
      expect.arrayContaining(['Median by source', ...groups.map(({ figures }) => written(figures.median))]),
    );
    await page.screenshot({ path: `${ARTIFACTS}/velocity-groups.png`, fullPage: true });
    await page.getByRole('button', { name: 'Show as table' }).click();
    expect(await cells(1)).toEqual(
      groups.map(({ figures: { count: leads, median, p75, p90, mean } }) => [
        count(leads),
        ...[median, p75, p90, mean].map((each) => written(each)),
      ]),
    );
  });

  test('has stays in all stages unless told otherwise, and opens what is behind them', async () => {
    await show('');
    const noted = await noteBehind(page);
    const stages = await stage.client.stages();
    const { total } = await stage.client.velocity({ period: PERIOD, timeInStage: stages.map(({ key }) => key) });
    const last = (await markNames(page)).slice(-stages.length).map((label) => label?.split(',')[0]);
    expect(last).toEqual(stages.map(({ name }) => name));
    await marks().first().focus();
    await page.keyboard.press('End');
    expect(await page.locator('.tooltip').innerText()).toMatch(
      new RegExp(`^Customer\\s+Median: –\\s[^]*Open: ${total.timeInStage.at(-1)?.open}\\s`),
    );
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    const opened = await noted();
    const counts = await Promise.all(
      opened.map(({ behind }) => stage.client.leadsPage({ first: 1, filter: { behind } })),
    );
    // A lead may have several stays that ended: whoever still stands there is listed.
    const [before, customers] = total.timeInStage.slice(-2);
    expect(before?.ended).toBeGreaterThan(0);
    expect(counts.map(({ totalCount }) => totalCount)).toEqual([total.count, customers?.open, before?.open]);
  });

  test('says that there is nothing, and what is wrong with a question', async () => {
    await show('period="2019-01-01..2020-01-01"');
    expect(await page.getByRole('status').innerText()).toBe('Nothing in this period');
    await show('from="NOBODY"');
    expect(await page.getByRole('alert').innerText()).toMatch(/NOBODY/);
  });

  test('speaks other languages and fits a narrow place', async () => {
    await page.setViewportSize({ width: 300, height: 700 });
    await show('', { language: 'sv' });
    expect(await page.locator('header h3').innerText()).toBe('Ledtider');
    expect((await markNames(page))[0]).toMatch(/Median: \d+,\d/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(300);
  });

  test('does not make the page complain', () => {
    expect(complaints.flat()).toEqual([]);
  });
});
