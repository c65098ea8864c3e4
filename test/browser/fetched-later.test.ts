/* What a page fetches when somebody first wants it: when that fails, and when a page has the elements twice. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ARTIFACTS, withoutBrowser } from './browser.js';
import { type ElementStage, QUARTER, type ShowOptions, setElementStage } from './element-stage.js';
import { overflowing } from './overflowing.js';
import { BUILT } from './partner-site.js';
import { violations } from './violations.js';

describe.skipIf(withoutBrowser)('what is fetched later', () => {
  let stage: ElementStage;
  let page: Page;
  /** Other than that a file could not be had. */
  let complaints: () => readonly string[];
  /** Scripts that were asked for, with their queries. */
  let asked: string[];

  beforeAll(async () => {
    stage = await setElementStage();
    for (const file of readdirSync(BUILT).filter((name) => /^leadstage.*\.js$/.test(name)))
      stage.site.put(`/bundle/${file}`, 'text/javascript', readFileSync(`${BUILT}${file}`, 'utf8'));
  });

  afterAll(() => stage?.close());

  beforeEach(async () => {
    const opened = await stage.newPage({ height: 700 });
    page = opened.page;
    complaints = () => opened.complaints.filter((text) => !/ERR_FAILED|status of/.test(text));
    asked = [];
    page.on('request', (request) => {
      const { pathname, search } = new URL(request.url());
      if (pathname.endsWith('.js')) asked.push(`${pathname}${search}`);
    });
    return () => page.close();
  });

  const show = (elements = '<leadstage-funnel></leadstage-funnel>', options: ShowOptions = {}) =>
    stage.show(page, elements, { period: QUARTER, isWhole: true, ...options });

  const mark = (index: number) => page.locator('leadstage-funnel .mark').nth(index);
  const button = (name: string) => page.getByRole('button', { name });
  const focused = () => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.ariaLabel);
  const list = () => page.locator('leadstage-behind dialog[open]');

  describe('and fails', () => {
    const LATER = '**/leadstage-later.js*';

    test('is told to whoever opened a number, who can try again, and closes it', async () => {
      await show();
      await page.route(LATER, (route) => route.abort());
      await mark(2).focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      const failed = page.getByRole('dialog');
      await failed.getByText('This could not be shown').waitFor();
      await page.screenshot({ path: `${ARTIFACTS}/later-failed.png` });
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await failed.waitFor({ state: 'hidden' });
      await expect.poll(focused).toContain('Qualified sales opportunity');

      const opener = await focused();
      await page.keyboard.press('Enter');
      await failed.getByRole('button', { name: 'Try again' }).click();
      await failed.getByText('This could not be shown').waitFor();
      await page.unroute(LATER);
      await failed.getByRole('button', { name: 'Try again' }).click();
      await list().locator('tbody tr').first().waitFor();
      expect(await page.getByRole('dialog').count()).toBe(1);
      await page.keyboard.press('Escape');
      await list().waitFor({ state: 'detached' });
      expect(await focused()).toBe(opener);
      expect(complaints()).toEqual([]);
    });

    test.each(['PNG', 'CSV'])('is told where a %s was wanted, which is saved when it is tried again', async (kind) => {
      await page.setViewportSize({ width: 320, height: 700 });
      await page.emulateMedia({ colorScheme: 'dark' });
      await show();
      await page.route(LATER, (route) => route.fulfill({ status: 503, body: 'no' }));
      await button(`Download as ${kind}`).click();
      const alert = page.locator('leadstage-funnel').getByRole('alert');
      await alert.getByText('This could not be shown').waitFor();
      await page.screenshot({ path: `${ARTIFACTS}/later-failed-${kind}.png` });
      expect(await page.evaluate(overflowing)).toEqual([]);
      await page.unroute(LATER);
      const [file] = await Promise.all([page.waitForEvent('download'), button('Try again').click()]);
      expect(file.suggestedFilename()).toBe(`leadstage-funnel-2026-01-01-2026-04-01.${kind.toLowerCase()}`);
      await alert.waitFor({ state: 'detached' });
      expect(complaints()).toEqual([]);
    });

    test('is told where handoffs were to be saved', async () => {
      await show('<leadstage-handoffs state="disqualified"></leadstage-handoffs>');
      await page.route(LATER, (route) => route.abort());
      await button('Download as CSV').click();
      await page.locator('.below').getByRole('alert').getByText('This could not be shown').waitFor();
      await page.unroute(LATER);
      await Promise.all([page.waitForEvent('download'), button('Download as CSV').click()]);
      await page.locator('.below').getByRole('alert').waitFor({ state: 'detached' });
    });

    test('is told where a published pack was to be shown', async () => {
      await page.route(LATER, (route) => route.abort());
      await show('<leadstage-standard-metrics pack="none"></leadstage-standard-metrics>');
      await page.getByRole('alert').getByText('This could not be shown').waitFor();
      await page.unroute(LATER);
      await button('Try again').click();
      await page.getByRole('alert').getByText('There is no metric pack none.').waitFor();
    });

    test('is got around at once where one try fails', async () => {
      await show();
      let tries = 0;
      await page.route(LATER, (route) => (++tries === 1 ? route.abort() : route.continue()));
      await mark(1).click();
      await list().locator('tbody tr').first().waitFor();
      expect(tries).toBe(2);
    });

    test('leaves the page in English where a language cannot be had', async () => {
      await page.route('**/leadstage-sv.js*', (route) => route.abort());
      const elements = '<leadstage-controls></leadstage-controls><leadstage-funnel></leadstage-funnel>';
      await show(elements, { language: 'sv' });
      expect(await page.getByRole('heading', { name: 'Funnel' }).count()).toBe(1);
      expect(await button('Source').count()).toBe(1);
      expect(await page.getByRole('alert').count()).toBe(0);
      await mark(1).click();
      await list().getByRole('button', { name: 'Close' }).waitFor();
      expect(complaints()).toEqual([]);
    });
  });

  describe('by a page that has the elements twice', () => {
    const ELEMENTS = '<leadstage-funnel></leadstage-funnel><leadstage-acceptance></leadstage-acceptance>';

    /** Speaks Swedish everywhere, also in the list behind a number. */
    async function worksInSwedish(): Promise<void> {
      await page.getByRole('heading', { name: 'Tratt' }).waitFor();
      await page.getByRole('heading', { name: 'Acceptans' }).waitFor();
      await mark(1).click();
      await list().locator('tbody tr').first().waitFor();
      expect(await list().innerText()).toContain('Leads bakom siffran');
      await list().getByRole('button', { name: 'Stäng' }).click();
      expect(complaints()).toEqual([]);
    }

    test.each([
      ['/leadstage.js', '/leadstage.js?v=1'],
      ['/leadstage.js?v=1', '/leadstage.js'],
      ['/bundle/leadstage.js', '/leadstage.js?v=1'],
    ])('by %s and %s fetches each file once, beside the first', async (first, second) => {
      await show(ELEMENTS, { language: 'sv', scripts: [first, second] });
      await worksInSwedish();
      const beside = (name: string) => first.replace('leadstage.js', `leadstage-${name}.js`);
      expect(asked.toSorted()).toEqual([first, second, beside('sv'), beside('later')].toSorted());
    });

    test('by one script alone, asked for with a version, is no second copy of it', async () => {
      await show(ELEMENTS, { language: 'sv', scripts: ['/leadstage.js?v=1'] });
      await worksInSwedish();
      expect(asked).toEqual(['/leadstage.js?v=1', '/leadstage-sv.js?v=1', '/leadstage-later.js?v=1']);
    });

    test('each some of them', async () => {
      stage.site.put(
        '/both.js',
        'text/javascript',
        `const define = customElements.define;
         const some = ['leadstage-reports', 'leadstage-funnel'];
         customElements.define = (name, element) => void (some.includes(name) && define.call(customElements, name, element));
         await import('/bundle/leadstage.js');
         customElements.define = define;
         await import('/leadstage.js');`,
      );
      await show(ELEMENTS, { language: 'sv', scripts: ['/both.js'] });
      await worksInSwedish();
      const token = await stage.api.keyWith('leads:write');
      await show(ELEMENTS, { language: 'sv', scripts: ['/both.js'], token });
      await expect
        .poll(() => page.getByRole('alert').allInnerTexts())
        .toEqual(Array(2).fill('Du har inte åtkomst till det här'));
    });
  });
});
