import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AcceptanceReport } from '../../packages/sdk/src/index.js';
import { ARTIFACTS, withoutBrowser } from './browser.js';
import { type ElementStage, PERIOD, setElementStage } from './element-stage.js';
import { chartTexts, count, markNames, share, tableTexts } from './element-texts.js';
import { noteBehind } from './note-behind.js';
import { overflowing } from './overflowing.js';

const interval = ({ low, high }: { low: number | null; high: number | null }) =>
  `95 % interval ${share(low)} to ${share(high)}`;

describe.skipIf(withoutBrowser)('<leadstage-acceptance>', () => {
  let stage: ElementStage;
  let report: AcceptanceReport;

  beforeAll(async () => {
    stage = await setElementStage();
    report = await stage.client.acceptance({ period: PERIOD, by: ['owner'] }, { behind: true });
  });

  afterAll(() => stage?.close());

  test('shows what the API counts', async () => {
    const { page, complaints } = await stage.open('<leadstage-acceptance by="owner"></leadstage-acceptance>');
    await page.screenshot({ path: `${ARTIFACTS}/acceptance.png`, fullPage: true });
    const { handedOver, accepted, rejected, recycled, disqualified, open, ...rest } = report.total;
    const { acceptanceRate: rate, acceptanceRateOfDecided: decided, rejections } = rest;
    const all = count(handedOver);
    expect(handedOver).toBeGreaterThan(1_000);
    expect(await markNames(page)).toEqual([
      `Acceptance, Acceptance rate: ${share(rate.value)} (${count(accepted)} of ${all}), ${interval(rate)}`,
      `Acceptance, Of those decided: ${share(decided.value)} (${count(accepted)} of ${count(decided.denominator)}), ${interval(decided)}`,
      `Handed over, ${all}`,
      `Accepted, ${count(accepted)} of ${all}`,
      `Rejected, ${count(rejected)} of ${all}`,
      `Recycled, ${count(recycled)} of ${all}`,
      `Disqualified, ${count(disqualified)} of ${all}`,
      `Open, ${count(open)} of ${all}`,
      ...report.groups.map(({ keys, figures }) =>
        [
          keys[0]?.value,
          `Acceptance rate: ${share(figures.acceptanceRate.value)} (${count(figures.accepted)} of ${count(figures.handedOver)})`,
          interval(figures.acceptanceRate),
          `Accepted: ${count(figures.accepted)}, Rejected: ${count(figures.rejected)}, Recycled: ${count(figures.recycled)}`,
          `Disqualified: ${count(figures.disqualified)}, Open: ${count(figures.open)}`,
        ].join(', '),
      ),
      ...rejections.map(({ reason, handoffs }) => `${reason}, Rejected: ${count(handoffs)} of ${count(rejected)}`),
      ...report.goals.map((goal) => expect.stringContaining(`${goal.name}, Missed, ${goal.stage?.name}: `)),
    ]);
    const texts = await chartTexts(page);
    expect(texts).toEqual(
      expect.arrayContaining([
        share(rate.value),
        `${share(rate.low)} – ${share(rate.high)}`,
        share(decided.value),
        all,
      ]),
    );
    for (const { entered, target } of report.goals) expect(texts).toContain(`${count(entered)} of ${count(target)}`);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('has in its table what the chart shows', async () => {
    const { page } = await stage.open('<leadstage-acceptance by="owner"></leadstage-acceptance>');
    const [decisions = [], reasons = [], goals = []] = await tableTexts(page);
    const { total, groups } = report;
    expect(decisions.slice(1)).toEqual(
      [
        { name: 'Total', figures: total },
        ...groups.map(({ keys, figures }) => ({ name: keys[0]?.value, figures })),
      ].map(({ name, figures: { acceptanceRate: rate, acceptanceRateOfDecided: decided, ...counts } }) => [
        name,
        ...[counts.handedOver, counts.accepted, counts.rejected, counts.recycled].map(count),
        ...[counts.disqualified, counts.open].map(count),
        ...[rate.value, rate.low, rate.high, decided.value, decided.low, decided.high].map(share),
      ]),
    );
    expect(reasons.slice(1)).toEqual(total.rejections.map(({ reason, handoffs }) => [reason, count(handoffs)]));
    expect(goals.slice(1).map((cells) => [cells[0], ...cells.slice(3)])).toEqual(
      report.goals.map(({ name, entered, target, attainment, pace, elapsedShare }) => [
        ...[name, count(entered), count(target), share(attainment), share(pace), share(elapsedShare), 'Missed'],
      ]),
    );
    await page.close();
  });

  test('leads from a number to what it counts, by pointer and by keys', async () => {
    const { page } = await stage.open('<leadstage-acceptance></leadstage-acceptance>');
    const noted = await noteBehind(page);
    await page.getByRole('button', { name: /^Handed over,/ }).click();
    await page.locator('.mark').first().focus();
    await page.keyboard.press('End');
    const tip = page.locator('.tooltip');
    const goal = report.goals.at(-1);
    expect(await tip.locator('strong').innerText()).toBe(goal?.name);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    expect(await tip.count()).toBe(0);
    const [handoffs, leads] = await noted();
    expect([handoffs?.of, leads?.of]).toEqual(['handoffs', 'leads']);
    const { totalCount } = await stage.client.handoffsPage({ first: 1, filter: { behind: handoffs?.behind ?? null } });
    expect(totalCount).toBe(report.total.handedOver);
    const entered = await stage.client.leadsPage({ first: 1, filter: { behind: leads?.behind ?? null } });
    expect(entered.totalCount).toBe(goal?.entered);
    await page.close();
  });

  test('leads from each part, and each count of its table, to as many handoffs as it says', async () => {
    const { page } = await stage.open('<leadstage-acceptance by="owner"></leadstage-acceptance>');
    const noted = await noteBehind(page);
    for (const part of ['Accepted', 'Rejected', 'Recycled', 'Disqualified', 'Open']) {
      await page
        .getByRole('button', { name: new RegExp(`^${part},`) })
        .locator('.hit')
        .click();
    }
    await page.getByRole('button', { name: 'Show as table' }).click();
    const row = page.locator('table').first().locator('tbody tr').nth(1);
    for (const number of await row.getByRole('button').all()) await number.click();
    const counts = [];
    for (const { behind, of } of await noted()) {
      expect(of).toBe('handoffs');
      counts.push((await stage.client.handoffsPage({ first: 1, filter: { behind } })).totalCount);
    }
    const { total, groups } = report;
    const partsOf = ({ accepted, rejected, recycled, disqualified, open }: AcceptanceReport['total']) => [
      ...[accepted, rejected, recycled, disqualified, open],
    ];
    const figures = groups[0]?.figures ?? total;
    expect(counts).toEqual([...partsOf(total), figures.handedOver, ...partsOf(figures)]);
    expect(new Set(partsOf(total)).size).toBe(5);
    await page.close();
  });

  test('says above a mark what it says, where it is first pointed at', async () => {
    const { page } = await stage.open('<leadstage-acceptance show="reasons"></leadstage-acceptance>');
    const mark = page.locator('.mark').nth(2);
    await mark.hover();
    const [tip, box] = [await page.locator('.tooltip').boundingBox(), await mark.boundingBox()];
    const { reason, handoffs } = report.total.rejections[2] ?? {};
    expect(await page.locator('.tooltip').innerText()).toBe(
      `${reason}\nRejected: ${count(handoffs ?? null)} of ${count(report.total.rejected)}`,
    );
    expect((tip?.y ?? 0) + (tip?.height ?? 0)).toBeCloseTo((box?.y ?? 0) - 8, 0);
    await page.close();
  });

  test('tells in words how goals stand, and shows those parts alone that it is asked for', async () => {
    const at = (pace: number | null, attainment: number | null, elapsedShare: number, entered: number | null) => ({
      ...{
        key: 'G',
        version: 1,
        name: 'Leads of a name that goes on and on, until there is no room for it',
        behind: null,
      },
      ...{ stage: { key: 'MQL', name: 'MQL' }, period: PERIOD, target: 1_200_000, entered },
      ...{ pace, attainment, elapsedShare },
    });
    const { page, complaints } = await stage.open('<leadstage-acceptance show="goals"></leadstage-acceptance>', {
      width: 280,
      patch: ({ acceptance }) => {
        const answer = acceptance as { goals: unknown } | undefined;
        if (!answer) return;
        answer.goals = [
          ...[at(1.2, 0.6, 0.5, 720_000), at(0.5, 0.25, 0.5, 300_000), at(3, 1.5, 0.5, 1_800_000)],
          ...[at(0.9, 0.9, 1, 1_080_000), at(null, 0, 0, 0), at(null, null, 0.5, null)],
        ];
      },
    });
    expect(await page.locator('leadstage-acceptance h3').first().innerText()).toBe('Goals');
    const small = await page.locator('.beside text.small').allTextContents();
    expect(small).toEqual(['On pace', 'Behind pace', 'Reached', 'Missed', 'Not begun', '–']);
    expect(await chartTexts(page)).toEqual(expect.arrayContaining(['720,000 of 1,200,000', '– of 1,200,000']));
    expect((await markNames(page))[1]).toContain(
      'Behind pace, MQL: 300,000 of 1,200,000, Attainment: 25.0%, Pace: 50.0%',
    );
    // A tick where an even pace would be: at half of the track, and within what is longer than it.
    const [track, tick] = await Promise.all(
      ['.track', 'path.pace'].map((part) => page.locator('.mark').first().locator(part).boundingBox()),
    );
    expect((tick?.x ?? 0) + (tick?.width ?? 0) / 2).toBeCloseTo((track?.x ?? 0) + (track?.width ?? 0) / 2, 0);
    expect(await page.evaluate(overflowing)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('says that there is nothing, and that it failed', async () => {
    const element = '<leadstage-acceptance></leadstage-acceptance>';
    const { page, complaints } = await stage.open(element, { period: '2001-01' });
    expect(await page.getByRole('status').first().innerText()).toBe('Nothing in this period');
    expect(complaints).toEqual([]);
    await page.close();
    const failed = await stage.open('<leadstage-acceptance by="shoe_size"></leadstage-acceptance>');
    expect(await failed.page.getByRole('alert').innerText()).toMatch(
      /^This could not be shown\s+Leads have no attribute/,
    );
    await failed.page.close();
  });
});
