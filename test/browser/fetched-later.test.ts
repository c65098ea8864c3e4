/* What a page fetches when somebody first wants it: when that fails, and when a page has the elements twice. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ARTIFACTS, launchBrowser, withoutBrowser } from './browser.js';
import { DEMO_NOW, type DemoServer, startDemoServer } from './demo-server.js';
import { overflowing } from './overflowing.js';
import { BUILT, type PartnerSite, startPartnerSite } from './partner-site.js';
import { violations } from './violations.js';

const PERIOD = '2026-01-01..2026-04-01';

describe.skipIf(withoutBrowser)('what is fetched later', () => {
  let browser: Browser;
  let api: DemoServer;
  let site: PartnerSite;
  let page: Page;
  let complaints: string[];
  /** Scripts that were asked for, with their queries. */
  let asked: string[];

  beforeAll(async () => {
    [api, browser] = await Promise.all([startDemoServer(), launchBrowser()]);
    site = await startPartnerSite(api.origin);
    await api.open(site.origin);
    for (const file of readdirSync(BUILT).filter((name) => /^leadstage.*\.js$/.test(name)))
      site.put(`/bundle/${file}`, 'text/javascript', readFileSync(`${BUILT}${file}`, 'utf8'));
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
    await api?.close();
  });

  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 760, height: 700 } });
    await page.clock.setFixedTime(DEMO_NOW);
    complaints = [];
    asked = [];
    page.on('console', (message) => {
      if (message.type() === 'error' && !/ERR_FAILED|status of/.test(message.text())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      const { pathname, search } = new URL(request.url());
      if (pathname.endsWith('.js')) asked.push(`${pathname}${search}`);
    });
  });

  afterEach(() => page.close());

  interface Shown {
    readonly elements?: string;
    readonly language?: string;
    readonly token?: string;
    readonly scripts?: readonly string[];
  }

  async function open({
    elements = '<leadstage-funnel></leadstage-funnel>',
    language = 'en',
    token = api.apiKey,
    scripts = ['/leadstage.js'],
  }: Shown = {}): Promise<void> {
    const tags = scripts.map((src) => `<script type="module" src="${src}"></script>`).join('');
    site.put(
      '/',
      'text/html; charset=utf-8',
      `<!doctype html><html lang="${language}"><head><title>Partner</title><meta charset="utf-8"><meta name="color-scheme" content="light dark">
       <link rel="stylesheet" href="/page.css">${tags}</head><body><main><h1>Reports</h1><h2>All</h2>
       <leadstage-reports url="${api.origin}/graphql" token="${token}" period="${PERIOD}">${elements}</leadstage-reports></main></body></html>`,
    );
    await page.goto(site.origin);
    await page.locator('figure[aria-busy=false]').first().waitFor();
  }

  const mark = (index: number) => page.locator('leadstage-funnel .mark').nth(index);
  const button = (name: string) => page.getByRole('button', { name });
  const focused = () => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.ariaLabel);
  const list = () => page.locator('leadstage-behind dialog[open]');

  describe('and fails', () => {
    const LATER = '**/leadstage-later.js*';

    test('is told to whoever opened a number, who can try again, and closes it', async () => {
      await open();
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
      expect(complaints).toEqual([]);
    });

    test.each(['PNG', 'CSV'])('is told where a %s was wanted, which is saved when it is tried again', async (kind) => {
      await page.setViewportSize({ width: 320, height: 700 });
      await page.emulateMedia({ colorScheme: 'dark' });
      await open();
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
      expect(complaints).toEqual([]);
    });

    test('is told where handoffs were to be saved', async () => {
      await open({ elements: '<leadstage-handoffs state="disqualified"></leadstage-handoffs>' });
      await page.route(LATER, (route) => route.abort());
      await button('Download as CSV').click();
      await page.locator('.below').getByRole('alert').getByText('This could not be shown').waitFor();
      await page.unroute(LATER);
      await Promise.all([page.waitForEvent('download'), button('Download as CSV').click()]);
      await page.locator('.below').getByRole('alert').waitFor({ state: 'detached' });
    });

    test('is told where a published pack was to be shown', async () => {
      await page.route(LATER, (route) => route.abort());
      await open({ elements: '<leadstage-standard-metrics pack="none"></leadstage-standard-metrics>' });
      await page.getByRole('alert').getByText('This could not be shown').waitFor();
      await page.unroute(LATER);
      await button('Try again').click();
      await page.getByRole('alert').getByText('There is no metric pack none.').waitFor();
    });

    test('is got around at once where one try fails', async () => {
      await open();
      let tries = 0;
      await page.route(LATER, (route) => (++tries === 1 ? route.abort() : route.continue()));
      await mark(1).click();
      await list().locator('tbody tr').first().waitFor();
      expect(tries).toBe(2);
    });

    test('leaves the page in English where a language cannot be had', async () => {
      await page.route('**/leadstage-sv.js*', (route) => route.abort());
      await open({
        language: 'sv',
        elements: '<leadstage-controls></leadstage-controls><leadstage-funnel></leadstage-funnel>',
      });
      expect(await page.getByRole('heading', { name: 'Funnel' }).count()).toBe(1);
      expect(await button('Source').count()).toBe(1);
      expect(await page.getByRole('alert').count()).toBe(0);
      await mark(1).click();
      await list().getByRole('button', { name: 'Close' }).waitFor();
      expect(complaints).toEqual([]);
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
      expect(complaints).toEqual([]);
    }

    test.each([
      ['/leadstage.js', '/leadstage.js?v=1'],
      ['/leadstage.js?v=1', '/leadstage.js'],
      ['/bundle/leadstage.js', '/leadstage.js?v=1'],
    ])('by %s and %s fetches each file once, beside the first', async (first, second) => {
      await open({ language: 'sv', elements: ELEMENTS, scripts: [first, second] });
      await worksInSwedish();
      const beside = (name: string) => first.replace('leadstage.js', `leadstage-${name}.js`);
      expect(asked.toSorted()).toEqual([first, second, beside('sv'), beside('later')].toSorted());
    });

    test('by one script alone, asked for with a version, is no second copy of it', async () => {
      await open({ language: 'sv', elements: ELEMENTS, scripts: ['/leadstage.js?v=1'] });
      await worksInSwedish();
      expect(asked).toEqual(['/leadstage.js?v=1', '/leadstage-sv.js?v=1', '/leadstage-later.js?v=1']);
    });

    test('each some of them', async () => {
      site.put(
        '/both.js',
        'text/javascript',
        `const define = customElements.define;
         const some = ['leadstage-reports', 'leadstage-funnel'];
         customElements.define = (name, element) => void (some.includes(name) && define.call(customElements, name, element));
         await import('/bundle/leadstage.js');
         customElements.define = define;
         await import('/leadstage.js');`,
      );
      await open({ language: 'sv', elements: ELEMENTS, scripts: ['/both.js'] });
      await worksInSwedish();
      const token = await api.keyWith('leads:write');
      await open({ language: 'sv', elements: ELEMENTS, scripts: ['/both.js'], token });
      await expect
        .poll(() => page.getByRole('alert').allInnerTexts())
        .toEqual(Array(2).fill('Du har inte åtkomst till det här'));
    });
  });
});
