import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SlaFigures, SlaReport } from '../../packages/sdk/src/index.js';
import { ARTIFACTS, withoutBrowser } from './browser.js';
import { DEMO_NOW } from './demo-server.js';
import { type ElementStage, PERIOD, setElementStage } from './element-stage.js';
import { chartTexts, count, markNames, share, tableTexts } from './element-texts.js';
import { noteBehind } from './note-behind.js';
import { overflowing } from './overflowing.js';

type Rate = SlaFigures['decision']['complianceRate'];

const euro = new Intl.NumberFormat('en', { style: 'currency', currency: 'EUR' });
const times = (ratio: number | null) => `${ratio?.toLocaleString('en', { maximumFractionDigits: 1 })}×`;
const VERDICTS = { SLIPPING: 'Slipping', HOLDING: 'Holding' };

const told = (name: string, { value, numerator, denominator, low, high }: Rate) =>
  `${name}: ${share(value)} (${count(numerator)} of ${count(denominator)}), 95 % interval ${share(low)} to ${share(high)}`;

/** What a clock says where it stands for itself. */
const clock = (name: string, { complianceRate, met, breached, overdue, pending, ...of }: SlaFigures['decision']) =>
  [
    told(`${name}, Compliance`, complianceRate),
    `Met: ${count(met)}, Breached: ${count(breached)}, Overdue: ${count(overdue)}, Pending: ${count(pending)}`,
    `Time ÷ target: ${times(of.meanRatio)} (${of.verdict && VERDICTS[of.verdict]})`,
  ].join(', ');

const parts = (name: string, of: SlaFigures['decision']) =>
  (['met', 'breached', 'overdue', 'pending'] as const).map(
    (status) => `${name}, ${status[0]?.toUpperCase()}${status.slice(1)}, ${count(of[status])}`,
  );

describe.skipIf(withoutBrowser)('<leadstage-sla>', () => {
  let stage: ElementStage;
  let report: SlaReport;
  /** Owners as they are to be shown. */
  let slipping: SlaReport['groups'];

  beforeAll(async () => {
    stage = await setElementStage();
    report = await stage.client.sla({ period: PERIOD, by: ['owner'], grain: 'MONTH' }, { behind: true });
    const overdue = (group: SlaReport['groups'][number]) => group.figures.firstResponse.overdue;
    const kept = (group: SlaReport['groups'][number]) => group.figures.firstResponse.complianceRate.value ?? 1;
    slipping = [...report.groups].sort((a, b) => overdue(b) - overdue(a) || kept(a) - kept(b));
    expect(new Set(slipping.map(overdue)).size).toBeGreaterThan(1);
  });

  afterAll(() => stage?.close());

  test('shows what the API counts', async () => {
    const { page, complaints } = await stage.open('<leadstage-sla by="owner" grain="MONTH"></leadstage-sla>');
    await page.screenshot({ path: `${ARTIFACTS}/sla.png`, fullPage: true });
    const { handoffs, wasted, wastedCost, neverWorked, firstResponse, decision, outcomes } = report.total;
    const cost = euro.format(wastedCost?.amount as `${number}`);
    const bands = ['Within 1 hr', 'Within 1 day', 'Later', 'Never'];
    expect(handoffs).toBeGreaterThan(1_000);
    expect(await markNames(page)).toEqual([
      `Handoffs, ${count(handoffs)}`,
      `Wasted, ${count(wasted)}, Wasted cost: ${cost}`,
      `Never worked, ${count(neverWorked)}`,
      ...Array(2).fill(`First response, ${clock('First response', firstResponse)}`),
      ...parts('First response', firstResponse),
      ...Array(2).fill(`Decision, ${clock('Decision', decision)}`),
      ...parts('Decision', decision),
      ...slipping.map(({ keys, figures }) => `${keys[0]?.value}, ${clock('First response', figures.firstResponse)}`),
      ...outcomes.map((outcome, index) =>
        [
          `First response: ${bands[index]}, Handoffs: ${count(outcome.handoffs)}`,
          told('Became SQL', outcome.sqlRate),
          told('Became customer', outcome.customerRate),
        ].join(', '),
      ),
      ...(['firstResponse', 'decision'] as const).flatMap((key) =>
        report.series.map(({ period, figures }) => {
          const utc = { month: 'short', year: '2-digit', timeZone: 'UTC' } as const;
          const month = new Date(period.start).toLocaleDateString('en', utc);
          const name = { firstResponse: 'First response', decision: 'Decision' }[key];
          const notOver = Date.parse(period.end) > DEMO_NOW ? ', Not over yet' : '';
          return `${name}, ${month}, ${clock(name, figures[key])}${notOver}`;
        }),
      ),
    ]);
    expect(await chartTexts(page)).toEqual(
      expect.arrayContaining([
        ...[count(handoffs), count(wasted), cost, count(neverWorked)],
        ...[share(firstResponse.complianceRate.value), times(firstResponse.meanRatio), 'Slipping'],
        ...outcomes.map(({ sqlRate }) => share(sqlRate.value)),
      ]),
    );
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('has in its tables what the chart shows', async () => {
    const { page } = await stage.open('<leadstage-sla by="owner" grain="MONTH"></leadstage-sla>');
    const tables = await tableTexts(page);
    const rate = ({ value, low, high }: Rate) => [value, low, high].map(share);
    const row = (name: string | null | undefined, { wastedCost, ...figures }: SlaFigures) => [
      ...[name, count(figures.handoffs), count(figures.wasted)],
      ...[wastedCost ? euro.format(wastedCost.amount as `${number}`) : '–', count(figures.neverWorked)],
      ...[figures.firstResponse, figures.decision].flatMap(({ met, breached, overdue, pending, ...of }) => [
        ...[met, breached, overdue, pending].map(count),
        ...rate(of.complianceRate),
        ...[times(of.meanRatio), of.verdict && VERDICTS[of.verdict]],
      ]),
    ];
    const rows = tables.map((table) => table.slice(1));
    expect(rows[0]).toEqual([row('Total', report.total)]);
    expect(rows[1]).toEqual(slipping.map(({ keys, figures }) => row(keys[0]?.value, figures)));
    expect(rows[2]?.map((cells) => cells.slice(1))).toEqual(
      report.total.outcomes.map(({ handoffs, sqlRate, customerRate }) => [
        ...[count(handoffs), ...rate(sqlRate), ...rate(customerRate)],
      ]),
    );
    expect(rows[3]?.map((cells) => cells.slice(1))).toEqual(
      report.series.map(({ figures }) => row('', figures).slice(1)),
    );
    for (const table of tables) expect(new Set(table.map(({ length }) => length)).size).toBe(1);
    await page.close();
  });

  test('leads from a number to what it counts, by pointer and by keys', async () => {
    const { page } = await stage.open('<leadstage-sla by="owner" grain="MONTH"></leadstage-sla>');
    const noted = await noteBehind(page);
    await page.locator('.mark').first().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    expect(await page.locator('.tooltip').innerText()).toContain('Wasted cost: €');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const [worst] = slipping;
    await page.getByRole('button', { name: `${worst?.keys[0]?.value},` }).click();
    await page.getByRole('button', { name: 'Within 1 hr' }).click();
    await page.getByRole('button', { name: 'Decision, Mar 26' }).click();
    await page.getByRole('button', { name: 'Show as table' }).click();
    await page.getByRole('row', { name: 'Within 1 hr' }).getByRole('button').nth(1).click();
    const counts = [];
    for (const { behind, of } of await noted()) {
      expect(of).toBe('handoffs');
      counts.push((await stage.client.handoffsPage({ first: 1, filter: { behind } })).totalCount);
    }
    const { wasted, neverWorked, outcomes } = report.total;
    const march = report.series.find(({ period }) => period.start === '2026-03-01')?.figures.decision;
    expect(counts).toEqual([
      ...[wasted, neverWorked, worst?.figures.handoffs, outcomes[0]?.handoffs],
      (march?.met ?? 0) + (march?.breached ?? 0) + (march?.overdue ?? 0) + (march?.pending ?? 0),
      outcomes[0]?.sqlRate.numerator,
    ]);
    await page.close();
  });

  test('leads from each status of each clock, and each count of its table, to as many handoffs as it says', async () => {
    const { page } = await stage.open('<leadstage-sla by="owner"></leadstage-sla>');
    const noted = await noteBehind(page);
    const clocks = ['First response', 'Decision'];
    for (const name of clocks) {
      await page
        .getByRole('button', { name: `${name}, ${name}, Compliance` })
        .first()
        .click();
      for (const status of ['Met', 'Breached', 'Overdue', 'Pending']) {
        await page
          .getByRole('button', { name: new RegExp(`^${name}, ${status}, `) })
          .locator('.hit')
          .click();
      }
    }
    await page.getByRole('button', { name: 'Show as table' }).click();
    const row = page.locator('table').nth(1).locator('tbody tr').first();
    for (const number of await row.getByRole('button').all()) await number.click();
    const counts = [];
    for (const { behind, of } of await noted()) {
      expect(of).toBe('handoffs');
      counts.push((await stage.client.handoffsPage({ first: 1, filter: { behind } })).totalCount);
    }
    const statuses = ({ met, breached, overdue, pending }: SlaFigures['decision']) => [met, breached, overdue, pending];
    const { firstResponse, decision } = report.total;
    const worst = slipping[0]?.figures ?? report.total;
    expect(counts).toEqual([
      ...[firstResponse, decision].flatMap((of) => [statuses(of).reduce((sum, each) => sum + each), ...statuses(of)]),
      ...[worst.handoffs, worst.wasted, worst.neverWorked],
      ...[worst.firstResponse, worst.decision].flatMap(statuses),
    ]);
    expect(new Set([...statuses(firstResponse), ...statuses(decision)]).size).toBeGreaterThan(4);
    await page.close();
  });

  test('shows those parts alone that it is asked for', async () => {
    const { page } = await stage.open('<leadstage-sla by="owner" clock="decision" show="groups"></leadstage-sla>');
    expect(await page.locator('leadstage-sla h3').first().innerText()).toBe('Decision by owner');
    const names = await markNames(page);
    expect(names).toHaveLength(report.groups.length);
    for (const { keys, figures } of report.groups) {
      expect(names).toContain(`${keys[0]?.value}, ${clock('Decision', figures.decision)}`);
    }
    await page.locator('leadstage-sla').evaluate((element) => element.setAttribute('show', 'trend'));
    await page.locator('.axis').first().waitFor();
    await page.waitForFunction(
      (points) => document.querySelector('leadstage-sla')?.shadowRoot?.querySelectorAll('.mark').length === points,
      2 * report.series.length,
    );
    await page.close();
  });

  test('draws what the demo does not have: no promise, a yen, many groups, a name without end', async () => {
    const { page, complaints } = await stage.open('<leadstage-sla by="owner" grain="MONTH"></leadstage-sla>', {
      width: 280,
      patch: ({ sla }) => {
        const answer = sla as SlaReport | undefined;
        if (!answer) return;
        const rate = { value: null, numerator: 0, denominator: 0, low: null, high: null };
        const none = { met: 0, breached: 0, overdue: 0, pending: 0, complianceRate: rate, ...NOTHING_MEASURED };
        for (const each of [answer.total, ...answer.groups.map(({ figures }) => figures)]) {
          Object.assign(each, { firstResponse: none, wastedCost: { amount: '1234567', currency: 'JPY' } });
        }
        Object.assign(answer.total.decision, { meanRatio: 0.86, verdict: 'HOLDING' });
        const [point, ...more] = answer.series;
        for (const { figures } of more) Object.assign(figures, { firstResponse: none, decision: none });
        const [group] = answer.groups;
        const keys = [{ attribute: 'owner', value: 'Wolfeschlegelsteinhausenbergerdorff '.repeat(3) }];
        Object.assign(answer, { groups: Array(15).fill({ ...group, keys }), series: [point, ...more] });
      },
    });
    await page.screenshot({ path: `${ARTIFACTS}/sla-280.png`, fullPage: true });
    const texts = await chartTexts(page);
    expect(texts).toEqual(expect.arrayContaining(['¥1,234,567', '0.9×', 'Holding', 'Decision by owner']));
    const names = await markNames(page);
    // No clock that nothing was promised on, but for the one month that has a first response in time.
    expect(names.filter((name) => name?.startsWith('First response,'))).toEqual([
      expect.stringMatching(/^First response, Jul 25, /),
    ]);
    expect(names.filter((name) => name?.startsWith('Wolfe'))).toHaveLength(12);
    expect(await page.locator('.note').allInnerTexts()).toContain('3 more in the table.');
    expect(await page.locator('circle.dot').count()).toBe(2);
    expect(await page.evaluate(overflowing)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('says that there is nothing, and that it failed', async () => {
    const { page, complaints } = await stage.open('<leadstage-sla></leadstage-sla>', { period: '2001-01' });
    expect(await page.getByRole('status').first().innerText()).toBe('Nothing in this period');
    expect(complaints).toEqual([]);
    await page.close();
    const failed = await stage.open('<leadstage-sla grain="MONTH" by="shoe_size"></leadstage-sla>');
    expect(await failed.page.getByRole('alert').innerText()).toMatch(
      /^This could not be shown\s+Leads have no attribute/,
    );
    await failed.page.close();
  });
});

const NOTHING_MEASURED = { meanDuration: null, meanRatio: null, verdict: null };
