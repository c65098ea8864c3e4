import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ARTIFACTS, launchBrowser, withoutBrowser } from './browser.js';
import { DEMO_NOW, type DemoServer, startDemoServer } from './demo-server.js';
import { type Observed, observed } from './observed.js';
import { overflowing } from './overflowing.js';
import { SAVED_QUESTIONS } from './saved-questions.js';
import { violations } from './violations.js';

describe.skipIf(withoutBrowser)('a saved report on the dashboard', () => {
  let browser: Browser;
  let api: DemoServer;

  beforeAll(async () => {
    [api, browser] = await Promise.all([startDemoServer(), launchBrowser()]);
  });

  afterAll(async () => {
    await browser?.close();
    await api?.close();
  });

  /** What the API answers, and the question as it was kept. */
  async function answerOf(id: string, selection: string): Promise<{ question: object; [report: string]: unknown }> {
    const response = await fetch(`${api.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${api.apiKey}` },
      body: JSON.stringify({ query: `{ savedReport(id: "${id}") { question ${selection} } }` }),
    });
    const { data } = (await response.json()) as { data: { savedReport: { question: object } } };
    return data.savedReport;
  }

  /** Beside a period and a filter of the page, which must not touch it. */
  async function open(id: string): Promise<{ page: Page; seen: Observed }> {
    const page = await browser.newPage({
      viewport: { width: 1200, height: 900 },
      locale: 'en',
      reducedMotion: 'reduce',
    });
    await page.clock.setFixedTime(DEMO_NOW);
    await page.addInitScript((key) => sessionStorage.setItem('leadstage-key', key), api.apiKey);
    const seen = observed(page);
    await page.goto(`${api.origin}/?saved=${id}&period=2026-05&source=email`);
    await page.locator('figure[aria-busy=false]').first().waitFor();
    await expect.poll(() => page.locator('figure[aria-busy=true]').count(), { timeout: 30_000 }).toBe(0);
    return { page, seen };
  }

  /** Every table of the page, once all figures are turned to theirs. */
  async function rowsOf(page: Page): Promise<string[][]> {
    const turn = page.getByRole('button', { name: 'Show as table' });
    while ((await turn.count()) > 0) await turn.first().click();
    return page
      .locator('tr')
      .evaluateAll((rows) =>
        rows.map((row) => [...(row as HTMLTableRowElement).cells].map((cell) => (cell.textContent ?? '').trim())),
      );
  }

  test.each(Object.entries(SAVED_QUESTIONS))('shows what its own question is answered: %s', async (name, saved) => {
    const id = await api.save(`Monday's ${name}`, saved.report);
    const { question, [name]: answer } = await answerOf(id, saved.answer);
    const { page, seen } = await open(id);
    await page.getByRole('heading', { level: 1, name: `Monday's ${name}` }).waitFor();
    await page.screenshot({ path: `${ARTIFACTS}/saved-${name}.png`, fullPage: true });
    expect(await page.evaluate(overflowing)).toEqual([]);
    expect(await violations(page)).toEqual([]);
    const reports = seen.asked.filter(({ operation }) => operation.toLowerCase() === name.toLowerCase());
    expect(reports.length).toBeGreaterThan(0);
    for (const { input } of reports) expect(input).toMatchObject(question);

    const text = await page.locator('body').evaluate(() => {
      const textOf = (root: ParentNode): string =>
        [...root.querySelectorAll('*')]
          .map((each) => (each.shadowRoot ? textOf(each.shadowRoot) : each.children.length ? '' : each.textContent))
          .join('\n');
      return textOf(document);
    });
    for (const told of saved.told) expect(text).toContain(told);

    const rows = await rowsOf(page);
    const expected = saved.rows(answer as never);
    expect(expected.length).toBeGreaterThan(3);
    expect(expected.filter((cells) => !rows.some((row) => holds(row, cells)))).toEqual([]);
    expect(seen.complaints).toEqual([]);
    await page.close();
  });

  test('is there in the demo, and answered', async () => {
    const { page, seen } = await open(await api.save("Monday's way back", SAVED_QUESTIONS.funnel?.report ?? ''));
    await page.getByRole('link', { name: 'Back to the dashboard' }).click();
    const links = page.locator('.saved a');
    await links.first().waitFor();
    const names = await links.locator('strong').allTextContents();
    const demos = names.filter((name) => !/^(Monday's|Svar)/.test(name));
    expect(demos).toHaveLength(3);
    for (const name of demos) {
      await page.getByRole('link', { name }).click();
      await page.getByRole('heading', { level: 1, name }).waitFor();
      await page.locator('figure[aria-busy=false]').first().waitFor();
      expect(await page.getByRole('alert').count()).toBe(0);
      await page.goBack();
    }
    expect(seen.complaints).toEqual([]);
    await page.close();
  });

  test('is told in another language, as it is opened', async () => {
    const id = await api.save('Svar', SAVED_QUESTIONS.velocity?.report ?? '');
    const page = await browser.newPage({ locale: 'sv' });
    await page.addInitScript((key) => sessionStorage.setItem('leadstage-key', key), api.apiKey);
    await page.goto(`${api.origin}/?saved=${id}`);
    await page.getByText('Källa: referral, (inget)').waitFor();
    await page.getByText('Visas inte här, fast API:et svarar på det: utvecklingen för varje grupp över tid.').waitFor();
    await page.close();
  });
});

/** Whether the cells stand in a row, in that order, with others between them or without. */
function holds(row: readonly string[], cells: readonly (string | number)[]): boolean {
  let from = 0;
  return cells.every((cell) => {
    const at = row.indexOf(`${cell}`, from);
    from = at + 1;
    return at >= 0;
  });
}
