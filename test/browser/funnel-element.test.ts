import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FunnelReport } from '../../packages/sdk/src/index.js';
import { ARTIFACTS, withoutBrowser } from './browser.js';
import { type ElementStage, PERIOD, setElementStage } from './element-stage.js';
import { chartTexts, count, markNames, share, tableTexts } from './element-texts.js';
import { noteBehind } from './note-behind.js';
import { overflowing } from './overflowing.js';

type Stage = FunnelReport['total']['stages'][number];

const told = (name: string, rate: Stage['stepRate']) =>
  rate
    ? [
        `${name}: ${share(rate.value)} (${count(rate.numerator)} of ${count(rate.denominator)})`,
        ...(rate.low === null ? [] : [`95 % interval ${share(rate.low)} to ${share(rate.high)}`]),
      ]
    : [];

describe.skipIf(withoutBrowser)('<leadstage-funnel>', () => {
  let stage: ElementStage;
  let report: FunnelReport;

  beforeAll(async () => {
    stage = await setElementStage();
    const input = { period: PERIOD, by: ['source'], conversionWindow: 'P90D' };
    report = await stage.client.funnel(input, { behind: true });
    expect(report.groups.length).toBeGreaterThan(2);
  });

  afterAll(() => stage?.close());

  test('shows what the API counts, over all and by group', async () => {
    const { page, complaints } = await stage.open(
      '<leadstage-funnel by="source" conversion-window="P90D"></leadstage-funnel>',
    );
    await page.screenshot({ path: `${ARTIFACTS}/funnel.png`, fullPage: true });
    const { stages } = report.total;
    expect(stages[0]?.reached).toBeGreaterThan(1_000);
    expect(await markNames(page)).toEqual([
      ...stages.map((each) =>
        [
          `${each.stage.name}, Reached: ${count(each.reached)}`,
          ...told('Step rate', each.stepRate),
          ...told('Overall rate', each.overallRate),
          ...told('Watched long enough', each.matureShare),
          ...(each.projected ? [`Projected: ${share(each.projected.value)}`] : []),
        ].join(', '),
      ),
      ...report.groups.map(({ keys, figures }) =>
        [
          keys[0]?.value ?? '(none)',
          ...told('Overall rate', figures.stages.at(-1)?.overallRate ?? null),
          ...figures.stages.map(
            ({ stage, reached, stepRate }) =>
              `${stage.name}: ${count(reached)}${stepRate ? ` (${share(stepRate.value)})` : ''}`,
          ),
        ].join(', '),
      ),
    ]);
    expect(await chartTexts(page)).toEqual(
      expect.arrayContaining([
        'Overall rate by source',
        ...stages.flatMap(({ reached, stepRate }) => [count(reached), stepRate ? share(stepRate.value) : '']),
        ...report.groups.map(({ figures }) => share(figures.stages.at(-1)?.overallRate?.value ?? null)),
      ]),
    );
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('has in its table what the chart shows', async () => {
    const { page } = await stage.open('<leadstage-funnel by="source" conversion-window="P90D"></leadstage-funnel>');
    const [table = []] = await tableTexts(page);
    const row = (name: string | null | undefined) => (each: Stage) => [
      ...[name ?? '(none)', each.stage.name, count(each.reached)],
      ...[each.stepRate?.value, each.stepRate?.low, each.stepRate?.high].map((value) => share(value ?? null)),
      ...[each.overallRate?.value, each.matureShare?.value].map((value) => share(value ?? null)),
      ...[each.projected?.value, each.projected?.low, each.projected?.high].map((value) => share(value ?? null)),
    ];
    expect(table[0]?.slice(0, 2)).toEqual(['Source', 'Stage']);
    expect(table.slice(1)).toEqual([
      ...report.total.stages.map(row('Total')),
      ...report.groups.flatMap(({ keys, figures }) => figures.stages.map(row(keys[0]?.value))),
    ]);
    await page.close();
  });

  test('counts entries of a throughput', async () => {
    const { page } = await stage.open('<leadstage-funnel mode="THROUGHPUT" by="source"></leadstage-funnel>');
    const through = await stage.client.funnel({ period: PERIOD, mode: 'THROUGHPUT', by: ['source'] });
    const [table = []] = await tableTexts(page);
    expect(table[0]).toEqual(['Source', 'Stage', 'Entered', 'Period ratio']);
    expect(table.slice(1, 4)).toEqual(
      through.total.stages
        .slice(0, 3)
        .map(({ stage, entered, periodRatio }) => [
          ...['Total', stage.name, count(entered)],
          share(periodRatio?.value ?? null),
        ]),
    );
    await page.getByRole('button', { name: 'Show as chart' }).click();
    expect(await chartTexts(page)).toEqual(
      expect.arrayContaining([
        'Entered by source',
        ...through.groups.map(({ figures }) => count(figures.stages.at(-1)?.entered ?? null)),
      ]),
    );
    await page.close();
  });

  test('leads from each number to what it counts', async () => {
    const { page } = await stage.open('<leadstage-funnel by="source" conversion-window="P90D"></leadstage-funnel>');
    const noted = await noteBehind(page);
    await page.locator('.mark').nth(2).click();
    await page.locator('.mark').nth(report.total.stages.length).click();
    await page.getByRole('button', { name: 'Show as table' }).click();
    const buttons = page.getByRole('row', { name: 'Total' }).nth(1).getByRole('button');
    for (let index = 0; index < 3; index += 1) await buttons.nth(index).click();
    const asked = await noted();
    const counts = [];
    for (const { behind } of asked)
      counts.push((await stage.client.leadsPage({ first: 1, filter: { behind } })).totalCount);
    const [, second, third] = report.total.stages;
    expect(counts).toEqual([
      ...[third?.reached, report.groups[0]?.figures.stages.at(-1)?.reached],
      ...[second?.reached, second?.stepRate?.numerator, second?.matureShare?.numerator],
    ]);
    expect(asked[1]?.label).toBe(
      `${report.groups[0]?.keys[0]?.value}, ${report.groups[0]?.figures.stages.at(-1)?.stage.name}`,
    );
    await page.close();
  });

  test('of accounts says how many leads have none, and leads to them', async () => {
    const { page } = await stage.open('<leadstage-funnel unit="ACCOUNT"></leadstage-funnel>');
    const accounts = await stage.client.funnel({ period: PERIOD, unit: 'ACCOUNT' });
    const [base] = accounts.total.stages;
    expect(base?.unassigned).toBeGreaterThan(0);
    expect(await page.locator('.note').allTextContents()).toContain(
      `${base?.stage.name}: ${count(base?.unassigned ?? null)} leads without an account are left out.`,
    );
    const noted = await noteBehind(page);
    await page.getByRole('button', { name: 'Show as table' }).click();
    const buttons = page.locator('tbody tr').first().getByRole('button');
    await buttons.first().click();
    await buttons.last().click();
    const [counted, unassigned] = await noted();
    expect([counted?.of, unassigned?.of]).toEqual(['accounts', 'leads']);
    const filter = { behind: unassigned?.behind ?? '' };
    expect((await stage.client.leadsPage({ first: 1, filter })).totalCount).toBe(base?.unassigned);
    await page.close();
  });

  test('is written in Icelandic, which Chromium itself does not know', async () => {
    const { page } = await stage.open('<leadstage-funnel></leadstage-funnel>', { language: 'is' });
    const reached = report.total.stages[0]?.reached ?? 0;
    expect(await chartTexts(page)).toContain(`${Math.floor(reached / 1_000)}.${`${reached % 1_000}`.padStart(3, '0')}`);
    expect(await page.locator('.period').innerText()).toBe('1.7.2025 – 31.5.2026');
    await page.close();
  });

  test.each([320, 480])('keeps within %i px', async (width) => {
    const { page } = await stage.open('<leadstage-funnel by="source"></leadstage-funnel>', { width });
    await page.screenshot({ path: `${ARTIFACTS}/funnel-${width}.png`, fullPage: true });
    expect(await page.evaluate(overflowing)).toEqual([]);
    await page.close();
  });
});
