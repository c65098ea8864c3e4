import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addBenchmark } from '../../packages/api/src/commands/add-benchmark.js';
import type { DiagnosisReport } from '../../packages/sdk/src/index.js';
import { ARTIFACTS, withoutBrowser } from './browser.js';
import { type ElementStage, QUARTER, setElementStage } from './element-stage.js';
import { count, share } from './element-texts.js';
import { noteBehind } from './note-behind.js';
import { overflowing } from './overflowing.js';
import { violations } from './violations.js';

const TROUBLED = QUARTER;
const QUIET = { start: '2025-07-01', end: '2025-10-01' };
const BY = ['source', 'owner'];

describe.skipIf(withoutBrowser)('<leadstage-diagnosis>', () => {
  let stage: ElementStage;
  let page: Page;
  let complaints: readonly string[];
  let answer: DiagnosisReport;
  let noted: Awaited<ReturnType<typeof noteBehind>>;

  beforeAll(async () => {
    stage = await setElementStage();
    answer = await stage.client.diagnosis({ period: TROUBLED, by: BY }, { behind: true });
    ({ page, complaints } = await stage.newPage({ width: 980 }));
  });

  afterAll(() => stage?.close());

  const show = (period: typeof QUIET | string, language = 'en', attributes = `by="${BY}"`) =>
    stage.show(page, `<leadstage-diagnosis ${attributes}></leadstage-diagnosis>`, { period, language, isWhole: true });
  const cards = () => page.locator('.finding');
  /** A dash in the place of a number would be found anywhere. */
  const percent = (value: number | null | undefined) => share(value ?? Number.NaN);
  const points = (share: number) => `${share < 0 ? '−' : '+'}${Math.abs(share * 100).toFixed(1)}`;
  /** How many handoffs the number leads to that was opened last. */
  const listed = async () => {
    const opened = (await noted()).at(-1);
    expect(opened?.of).toBe('handoffs');
    const filter = { behind: opened?.behind ?? '' };
    return (await stage.client.handoffsPage({ first: 1, filter })).totalCount;
  };

  test('shows a card for the main finding of each step, as the API ranks and tells them', async () => {
    await show(TROUBLED);
    const main = answer.findings.filter((each) => each.main);
    expect(main.length).toBeGreaterThan(1);
    expect(await cards().count()).toBe(main.length);
    for (const [index, finding] of main.entries()) {
      const text = await cards().nth(index).innerText();
      expect(text).toContain(finding.reading);
      expect(text).toContain(`Owner: ${finding.value}`);
      expect(text).toContain(`${points(finding.difference.value)} points`);
      expect(text).toContain(`95 % interval ${points(finding.difference.low)} to ${points(finding.difference.high)}`);
      expect(text).toContain(`Lost\n${Math.round(finding.leadsLost)}`);
      expect(text).toContain('Owner of the step\nSales');
      const rates = await cards().nth(index).locator('.columns .beside').allTextContents();
      expect(rates[0]).toContain(percent(finding.baseline?.value));
      expect(rates[1]).toContain(percent(finding.period.value));
    }
    await page.screenshot({ path: `${ARTIFACTS}/diagnosis.png`, fullPage: true });
    expect(complaints).toEqual([]);
  });

  test('shows the other findings of a step below its card, all of them when asked', async () => {
    const main = answer.findings.find((each) => each.main);
    const others = answer.findings.filter((each) => each !== main && each.metric === main?.metric);
    const rows = cards().first().locator('.rows > li');
    expect(await rows.count()).toBe(3);
    await cards().first().getByRole('button', { name: 'Show more' }).click();
    expect(await rows.count()).toBe(others.length);
    const told = await rows.locator('.change-text').allInnerTexts();
    expect(told).toEqual(others.map(({ difference }) => `${points(difference.value)} points`));
  });

  test('leads to what is behind both rates, by pointer and by keys', async () => {
    noted = await noteBehind(page);
    const finding = answer.findings.find((each) => each.main);
    const marks = cards().first().locator('.columns .mark');
    await marks.nth(1).click();
    expect(await listed()).toBe(finding?.period.numerator);
    await marks.nth(1).focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    expect(await listed()).toBe(finding?.baseline?.numerator);
    const lines = await page.locator('.tooltip').innerText();
    expect(lines).toContain(`Before: ${percent(finding?.baseline?.value)}`);
    expect(lines).toContain(`${finding?.baseline?.numerator} of ${finding?.baseline?.denominator}`);
    expect(lines).toContain(`95 % interval ${percent(finding?.baseline?.low)} to ${percent(finding?.baseline?.high)}`);
    await page.keyboard.press('Escape');
    expect(await page.locator('.tooltip').count()).toBe(0);
  });

  test('has one stop of the Tab key for its marks, which arrows reach to the last', async () => {
    expect(await page.locator('.mark[tabindex="0"]').count()).toBe(1);
    await page.locator('.mark[tabindex="0"]').focus();
    await page.keyboard.press('End');
    const last = await page.locator('.mark').last().getAttribute('aria-label');
    expect(
      await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.getAttribute('aria-label')),
    ).toBe(last);
  });

  test('has in its table what cards and rows show', async () => {
    await page.getByRole('button', { name: 'Show as table' }).click();
    const rows = page.locator('table').first().locator('tbody tr');
    expect(await rows.count()).toBe(answer.findings.length);
    for (const [index, { period, baseline, difference }] of answer.findings.entries()) {
      const cells = await rows.nth(index).locator('th, td').allInnerTexts();
      expect(cells.slice(2, 5)).toEqual([percent(period.value), count(period.numerator), count(period.denominator)]);
      expect(cells.slice(7, 9)).toEqual([percent(baseline?.value), count(baseline?.numerator)]);
      expect(cells[12]).toBe(points(difference.value));
    }
    const tables = await page.locator('table caption').allInnerTexts();
    expect(tables.map((caption) => caption.split(',')[0])).toEqual([
      'Diagnosis',
      'All steps',
      'Mix',
      'Could not be judged',
    ]);
    await rows.nth(1).getByRole('button').first().click();
    expect(await listed()).toBe(answer.findings[1]?.period.numerator);
    expect(await violations(page)).toEqual([]);
  });

  test('leads from both counts of both rates to as many, of steps and of what could not be judged', async () => {
    const tables = page.locator('table');
    const seen = new Set<string>();
    for (const [table, all] of [
      [1, answer.steps],
      [3, answer.thin],
    ] as const) {
      expect(await tables.nth(table).locator('tbody tr').count()).toBe(all.length);
      for (const [index, each] of all.slice(0, 6).entries()) {
        const { period, baseline, behind, denominatorBehind, baselineBehind, baselineDenominatorBehind } = each;
        const numbers = [period.numerator, period.denominator, baseline?.numerator, baseline?.denominator];
        const references = [behind, denominatorBehind, baselineBehind, baselineDenominatorBehind];
        const buttons = tables.nth(table).locator('tbody tr').nth(index).getByRole('button');
        const counts: (number | null)[] = [];
        for (const button of await buttons.all()) {
          await button.click();
          const opened = (await noted()).at(-1);
          const asked = { first: 1, filter: { behind: opened?.behind ?? '' } };
          const list = opened?.of === 'leads' ? stage.client.leadsPage(asked) : stage.client.handoffsPage(asked);
          counts.push((await list).totalCount);
          seen.add(`${table} ${opened?.of}`);
        }
        expect(counts).toEqual(numbers.filter((_, at) => references[at]));
      }
    }
    expect(seen).toContain('1 leads');
    expect(seen).toContain('1 handoffs');
    expect([...seen].some((each) => each.startsWith('3 '))).toBe(true);
  });

  test.each([
    ['is', 'Af 162 fyrstu svörum sem lofað var (Ábyrgðaraðili: Walt Sample) komu 7 ('],
    ['sr', 'Od 162 obećanih prvih odgovora (Vlasnik: Walt Sample) na vreme je stiglo 7 ('],
    ['sv', 'Av 162 utlovade första svar (Ägare: Walt Sample) kom 7 ('],
    ['ja', '約束された初回対応（担当者: Walt Sample） 162 件のうち、期限内だったのは 7 件（'],
    ['zh', '承诺的 162 次首次响应（负责人: Walt Sample）中，7 次（'],
  ])('tells a finding in %s, within 320 px', async (language, beginning) => {
    await page.setViewportSize({ width: 320, height: 800 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await show(TROUBLED, language);
    expect(await page.locator('.reading').first().innerText()).toContain(beginning);
    expect(await page.locator('.reading').first().getAttribute('lang')).toBe(language);
    for (const button of await page.locator('.toggle').all()) await button.click();
    expect(await page.evaluate(overflowing)).toEqual([]);
    expect(await violations(page)).toEqual([]);
    expect(await page.locator('main').innerText()).not.toMatch(/\{\w+\}|undefined|NaN/);
  });

  test('is calm where nothing stands out, and says what was tested', async () => {
    await page.setViewportSize({ width: 760, height: 800 });
    await page.emulateMedia({ colorScheme: 'light' });
    await show(QUIET);
    const quiet = await stage.client.diagnosis({ period: QUIET, by: BY });
    expect(quiet.quiet).toBe(true);
    expect(await page.locator('.calm').innerText()).toMatch(
      new RegExp(`Nothing stands out\\s+${quiet.tested} comparisons;`),
    );
    const rows = page.locator('.rows > li');
    expect(await rows.locator('.change-text').allInnerTexts()).toEqual(
      quiet.steps.map(({ difference }) => `${points(difference?.value ?? Number.NaN)} points`),
    );
    await page.getByRole('button', { name: 'Could not be judged' }).click();
    expect(await page.locator('.thin li').count()).toBe(quiet.thin.length);
    await page.screenshot({ path: `${ARTIFACTS}/diagnosis-quiet.png`, fullPage: true });
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('says so where nothing has been watched, and where it cannot be shown', async () => {
    await show('2001-01-01..2001-04-01');
    expect(await page.getByRole('figure').innerText()).toContain('Nothing in this period');
    await show(QUIET, 'en', 'by="no-such-attribute"');
    expect(await page.getByRole('alert').innerText()).toContain('no-such-attribute');
  });

  test('compares with a benchmark', async () => {
    await addBenchmark(stage.api.database, stage.api.workspaceId, {
      metric: 'stepRate',
      stage: 'SQL',
      value: '0.55',
      definition: 'stepRate',
      source: 'Peers <b>of</b> 2025',
      publishedOn: '2025-11-03',
    });
    await show(QUIET);
    const { findings } = await stage.client.diagnosis({ period: QUIET, by: BY });
    const main = findings.find((each) => each.main);
    expect(main?.comparison).toBe('BENCHMARK');
    expect(await cards().first().innerText()).toContain(main?.reading);
    expect(await cards().first().locator('.columns .beside').allTextContents()).toContainEqual(
      expect.stringContaining('Benchmark 55.0%'),
    );
    await page.screenshot({ path: `${ARTIFACTS}/diagnosis-benchmark.png`, fullPage: true });
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
