import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '../../packages/sdk/src/elements/words/language.js';
import { ARTIFACTS, launchBrowser, withoutBrowser } from './browser.js';
import { DEMO_NOW, type DemoServer, startDemoServer } from './demo-server.js';
import { ELEMENTS, elementsPage } from './every-element.js';
import { overflowing } from './overflowing.js';
import { type PartnerSite, startPartnerSite } from './partner-site.js';
import { violations } from './violations.js';

const WIDTHS = [320, 720, 1280];
const SCHEMES = ['light', 'dark'] as const;
/** A word that is said in this language and no other. */
const SAID: Readonly<Record<Language, string>> = {
  en: 'Funnel',
  is: 'Sölutrekt',
  sr: 'Levak',
  sv: 'Tratt',
  ja: 'ファネル',
  zh: '漏斗',
};
const PERIOD = '2025-07-01..2026-06-01';

/** How the API behaves, and what every report shows then. */
const STATES: Readonly<Record<string, { readonly answer?: (route: Route) => unknown; readonly period?: string }>> = {
  loading: { answer: () => new Promise(() => {}) },
  empty: { period: '2001-01-01..2001-04-01' },
  partial: { period: '2026-05-01..2099-01-01' },
  failed: { answer: (route) => route.fulfill({ status: 500, body: 'no' }) },
  'signed-out': {
    answer: (route) =>
      route.fulfill({ status: 401, json: { errors: [{ message: 'No.', extensions: { code: 'UNAUTHENTICATED' } }] } }),
  },
};

describe.skipIf(withoutBrowser)('every element', () => {
  let browser: Browser;
  let api: DemoServer;
  let site: PartnerSite;
  /** What the server answered, by what was asked: asked again only for another question. */
  const answers = new Map<string, { readonly status: number; readonly body: string }>();

  beforeAll(async () => {
    [api, browser] = await Promise.all([startDemoServer(), launchBrowser()]);
    site = await startPartnerSite(api.origin);
    await api.open(site.origin);
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
    await api?.close();
  });

  interface Look {
    readonly scheme: (typeof SCHEMES)[number];
    readonly language: string;
    readonly width: number;
    readonly state?: string;
  }

  async function shown({ scheme, language, width, state = '' }: Look): Promise<{ page: Page; complaints: string[] }> {
    const context: BrowserContext = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme: scheme,
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    const complaints: string[] = [];
    await page.clock.setFixedTime(DEMO_NOW);
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of (500|401)/.test(message.text())) complaints.push(message.text());
    });
    const { answer, period = PERIOD } = STATES[state] ?? {};
    await page.route(`${api.origin}/graphql`, answer ? (route) => void answer(route) : remembered);
    const options = { url: `${api.origin}/graphql`, token: api.apiKey, period, language };
    site.put('/', 'text/html; charset=utf-8', elementsPage(options));
    await page.goto(site.origin);
    if (state !== 'loading') await page.locator('figure[aria-busy=true]').first().waitFor({ state: 'detached' });
    return { page, complaints };
  }

  async function remembered(route: Route): Promise<void> {
    const request = route.request();
    if (request.method() === 'OPTIONS') return route.continue();
    const asked = request.postData() ?? '';
    const known = answers.get(asked);
    const headers = { 'content-type': 'application/json', 'access-control-allow-origin': site.origin };
    if (known) return route.fulfill({ ...known, headers });
    const response = await route.fetch();
    const answer = { status: response.status(), body: await response.text() };
    answers.set(asked, answer);
    return route.fulfill({ ...answer, headers });
  }

  async function holds({ page, complaints }: { page: Page; complaints: string[] }, name: string): Promise<void> {
    await page.screenshot({ path: `${ARTIFACTS}/elements-${name}.png`, fullPage: true });
    expect(complaints).toEqual([]);
    expect(await page.evaluate(overflowing)).toEqual([]);
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  }

  for (const scheme of SCHEMES) {
    for (const language of LANGUAGES) {
      for (const width of WIDTHS) {
        test(`reads well in ${language}, ${scheme}, at ${width} px`, async () => {
          const look = await shown({ scheme, language, width });
          for (const { tag } of ELEMENTS) expect(await look.page.locator(`${tag} [role=alert]`).count(), tag).toBe(0);
          expect(await look.page.locator('leadstage-funnel figure > header h3').innerText()).toBe(SAID[language]);
          expect(await look.page.locator('body').innerText()).not.toMatch(/\{\w+\}|undefined|NaN/);
          await holds(look, `${language}-${scheme}-${width}`);
        });
      }
    }
  }

  for (const state of Object.keys(STATES)) {
    for (const scheme of SCHEMES) {
      for (const language of ['en', 'ja']) {
        test(`says that it is ${state}, in ${language}, ${scheme}`, async () => {
          await holds(await shown({ scheme, language, width: 720, state }), `${state}-${language}-${scheme}`);
        });
      }
    }
  }

  test.each(ELEMENTS)('$tag has all of its numbers in a table', async ({ tag, hasTable = true }) => {
    if (!hasTable) return;
    const { page } = await shown({ scheme: 'light', language: 'en', width: 1280 });
    await page.locator(tag).getByRole('button', { name: 'Show as table' }).click();
    expect(await page.locator(tag).locator('tbody tr').count()).toBeGreaterThan(0);
    expect(await violations(page)).toEqual([]);
    await page.locator(tag).screenshot({ path: `${ARTIFACTS}/table-${tag}.png` });
    await page.context().close();
  });
});
