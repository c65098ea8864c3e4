import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CostReport } from '../../packages/sdk/src/index.js';
import { ARTIFACTS, withoutBrowser } from './browser.js';
import { type ElementStage, PERIOD, setElementStage } from './element-stage.js';
import { count } from './element-texts.js';
import { noteBehind } from './note-behind.js';

const ELEMENTS = `
  <leadstage-cost id="stages"></leadstage-cost>
  <leadstage-cost id="sources" by="source" heading="By source"></leadstage-cost>
  <leadstage-cost id="kernel" method="KERNEL" filter='{"source":{"in":["paid_search"]}}'></leadstage-cost>
  <leadstage-cost id="series" method="ROLLING" rolling-days="30" stage="SQL"></leadstage-cost>
  <leadstage-cost id="empty" period="2019"></leadstage-cost>
  <leadstage-cost id="wrong" method="ROLLING"></leadstage-cost>`;
const eur = new Intl.NumberFormat('en', { style: 'currency', currency: 'EUR' });
const money = (amount: string | undefined) => (amount === undefined ? '–' : eur.format(amount as `${number}`));

describe.skipIf(withoutBrowser)('<leadstage-cost>', () => {
  let stage: ElementStage;
  let page: Page;
  let complaints: readonly string[];

  beforeAll(async () => {
    stage = await setElementStage();
    ({ page, complaints } = await stage.open(ELEMENTS, { width: 1000 }));
    for (const id of ['stages', 'sources', 'kernel', 'series']) await page.locator(`#${id} .mark`).first().waitFor();
    await page.locator('#wrong [role=alert]').waitFor();
    await page.screenshot({ path: `${ARTIFACTS}/cost.png`, fullPage: true });
  });

  afterAll(() => stage?.close());

  const namesOf = (marks: Locator) =>
    marks.evaluateAll((all) => all.map((each) => each.getAttribute('aria-label') ?? ''));
  const stageNames = ({ total }: CostReport) => total.stages.map(({ stage }) => stage.name);

  test('shows what the API answers, amounts to the cent', async () => {
    const report = await stage.client.cost({ period: PERIOD });
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
    const report = await stage.client.cost({ period: PERIOD, by: ['source'] });
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
    const { total } = await stage.client.cost({ period: PERIOD, method: 'KERNEL', filter });
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
    const { total } = await stage.client.cost({ period: PERIOD }, { behind: true });
    const noted = await noteBehind(page);
    await page.locator('#stages .mark[tabindex="0"]').focus();
    for (const key of ['End', 'ArrowUp', 'Enter']) await page.keyboard.press(key);
    const entered = total.stages.at(-2);
    await expect.poll(async () => (await noted()).length).toBe(1);
    const [opened] = await noted();
    expect(opened?.label).toContain(entered?.stage.name);
    const { totalCount } = await stage.client.leadsPage({ first: 1, filter: { behind: opened?.behind ?? '' } });
    expect(totalCount).toBe(entered?.entered);
  });

  test('draws a point for each bucket with entries', async () => {
    const report = await stage.client.cost({
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
    const report = await stage.client.cost({ period: PERIOD, by: ['source'] });
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
        count(entered),
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
