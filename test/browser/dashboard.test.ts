import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ARTIFACTS, launchBrowser, withoutBrowser } from './browser.js';
import { DEMO_NOW, type DemoServer, startDemoServer } from './demo-server.js';
import { type Observed, observed } from './observed.js';
import { overflowing } from './overflowing.js';
import { violations } from './violations.js';

const KEY_IS_WRONG = 'This key opens nothing: it is wrong, was revoked, or has expired.';
const KEY_ENDED = 'Your key has stopped working. Sign in again to go on where you were.';

describe.skipIf(withoutBrowser)('the dashboard', () => {
  let browser: Browser;
  let api: DemoServer;
  let context: BrowserContext;
  let page: Page;
  let seen: Observed;

  beforeAll(async () => {
    [api, browser] = await Promise.all([startDemoServer(), launchBrowser()]);
  });

  beforeEach(async () => {
    await context?.close();
    context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      locale: 'en',
      reducedMotion: 'reduce',
    });
    page = await newPage();
    seen = observed(page);
  });

  afterAll(async () => {
    await browser?.close();
    await api?.close();
  });

  async function newPage(): Promise<Page> {
    const page = await context.newPage();
    await page.clock.setFixedTime(DEMO_NOW);
    return page;
  }

  async function signIn(search = '', { key = api.apiKey, stays = false } = {}): Promise<void> {
    await page.goto(`${api.origin}/${search}`);
    await page.getByLabel('API key').fill(key);
    if (stays) await page.getByLabel('Stay signed in').check();
    await page.getByRole('button', { name: 'Sign in' }).click();
  }

  /** All reports that are there have their answers. */
  async function answered(): Promise<void> {
    await page.getByRole('figure', { name: 'Funnel' }).locator('.mark').first().waitFor();
    await expect.poll(() => page.locator('figure[aria-busy=true]').count(), PATIENCE).toBe(0);
  }

  /** Answers take their time on a busy machine. */
  const PATIENCE = { timeout: 30_000 };

  const heading = () => page.getByRole('heading', { level: 1 }).textContent();

  test('lets nobody in with a wrong key, and says so', async () => {
    await signIn('?period=2026-05', { key: `${api.apiKey.slice(0, -4)}AAAA` });
    await page.getByRole('alert').getByText(KEY_IS_WRONG).waitFor();
    expect(await heading()).toBe('Leadstage');
    expect(await page.evaluate(() => [sessionStorage.length, localStorage.length])).toEqual([0, 0]);
    expect(page.url()).toBe(`${api.origin}/?period=2026-05`);
    await page.getByLabel('API key').fill('not a key\u00fe');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').getByText(KEY_IS_WRONG).waitFor();
    expect(seen.foreign).toEqual([]);
    expect(await violations(page)).toEqual([]);
  });

  test('keeps the key out of the address, the page and every address that it asks', async () => {
    await signIn();
    await answered();
    expect(await heading()).toBe('Demo');
    expect(await page.title()).toBe('Demo · Leadstage');
    const written = await page.evaluate(() => [
      location.href,
      JSON.stringify(history.state),
      document.title,
      document.documentElement.outerHTML,
      ...Object.values(localStorage),
    ]);
    expect([...written, ...seen.addresses].filter((text) => text.includes(api.apiKey))).toEqual([]);
    expect(await page.evaluate(() => Object.values(sessionStorage))).toEqual([api.apiKey]);
    expect(seen.complaints).toEqual([]);
    expect(seen.foreign).toEqual([]);
    const another = await newPage();
    await another.goto(api.origin);
    await another.getByLabel('API key').waitFor();
  });

  test('stays signed in where that is asked for, until somebody signs out', async () => {
    await signIn('', { stays: true });
    await answered();
    const another = await newPage();
    await another.goto(api.origin);
    await another.getByRole('heading', { level: 1, name: 'Demo' }).waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('API key').waitFor();
    await another.getByLabel('API key').waitFor();
    expect(await page.evaluate(() => Object.values({ ...localStorage, ...sessionStorage }))).toEqual([]);
    expect(await page.locator('leadstage-reports').count()).toBe(0);
    await page.reload();
    await page.getByLabel('API key').waitFor();
  });

  test('asks every report what the address says', async () => {
    const search = '?period=2026-05&source=referral&source=paid_search&owner=';
    await signIn(search);
    await answered();
    expect(page.url()).toBe(`${api.origin}/${search}`);
    const reports = ['Funnel', 'Acceptance', 'Sla', 'Cost', 'Diagnosis'];
    expect(reports.filter((name) => !seen.asked.some(({ operation }) => operation === name))).toEqual([]);
    for (const { operation, input } of seen.asked) {
      if (!input?.period) continue;
      const filter = { source: { in: ['referral', 'paid_search'] }, owner: { in: [null] } };
      const asked = [operation, input.period, input.filter];
      expect(asked).toEqual([operation, { grain: 'MONTH', containing: '2026-05-01' }, filter]);
    }
    await page.screenshot({ path: `${ARTIFACTS}/dashboard-filtered.png`, fullPage: true });
  });

  test('has its controls in the address, and goes back', async () => {
    await signIn();
    await answered();
    const shownPeriod = page.getByRole('figure', { name: 'Funnel' }).locator('.period');
    const before = await shownPeriod.textContent();
    await page.getByRole('button', { name: 'Source', exact: true }).click();
    await page.getByRole('checkbox', { name: 'referral' }).check();
    await expect.poll(() => page.url()).toBe(`${api.origin}/?source=referral`);
    await page.getByRole('button', { name: /This quarter$/ }).click();
    await page.getByRole('button', { name: 'This month', exact: true }).click();
    await expect.poll(() => page.url()).toBe(`${api.origin}/?period=this-month&source=referral`);
    await expect.poll(() => shownPeriod.textContent(), PATIENCE).not.toBe(before);
    const after = await shownPeriod.textContent();
    await page.goBack();
    await expect.poll(() => page.url()).toBe(`${api.origin}/?source=referral`);
    await expect.poll(() => shownPeriod.textContent(), PATIENCE).toBe(before);
    await page.goBack();
    await expect.poll(() => page.url()).toBe(`${api.origin}/`);
    await expect.poll(() => page.getByRole('button', { name: /Remove/ }).count()).toBe(0);
    await page.goForward();
    await page.goForward();
    await page.goForward();
    await expect.poll(() => shownPeriod.textContent(), PATIENCE).toBe(after);
    await answered();
    expect(seen.complaints).toEqual([]);
  });

  test('tells early in a quarter of the last one, one click away', async () => {
    const asOf = '2026-04-03T07:00:00Z';
    await page.clock.setFixedTime(asOf);
    await page.route(`${api.origin}/graphql`, (route) => {
      const body = JSON.parse(route.request().postData() ?? '{}') as { variables?: { input?: object } };
      if (body.variables?.input) Object.assign(body.variables.input, { asOf });
      return route.continue({ postData: JSON.stringify(body) });
    });
    await signIn('?source=referral&source=paid_search');
    await answered();
    const periodOf = (name: string) => page.getByRole('figure', { name, exact: true }).locator('.period').textContent();
    const note = page.getByRole('status').filter({ hasText: 'This period has only begun.' });
    await note.waitFor();
    expect([await periodOf('Where it hurts'), await periodOf('Funnel')]).toEqual([
      'Jan 1 – Mar 31, 2026',
      'Apr 1 – Jun 30, 2026',
    ]);
    await page.screenshot({ path: `${ARTIFACTS}/dashboard-early.png` });
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Show the last period' }).click();
    await expect.poll(() => page.url()).toBe(`${api.origin}/?period=last-quarter&source=referral&source=paid_search`);
    await expect.poll(() => periodOf('Funnel'), PATIENCE).toBe('Jan 1 – Mar 31, 2026');
    expect(await note.count()).toBe(0);
    await page.goBack();
    await note.waitFor();
    expect(seen.complaints).toEqual([]);
  });

  test('asks for a key again where it has ended, and goes on where it was', async () => {
    const search = '?period=2026-05&source=referral';
    await signIn(search);
    await answered();
    const graphql = `${api.origin}/graphql`;
    const error = { message: 'No.', extensions: { code: 'UNAUTHENTICATED' } };
    await page.route(graphql, (route) => route.fulfill({ status: 401, json: { errors: [error] } }));
    await page.getByRole('button', { name: 'Owner', exact: true }).click();
    await page.getByRole('alert').getByText(KEY_ENDED).waitFor();
    expect(page.url()).toBe(`${api.origin}/${search}`);
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    await page.unroute(graphql);
    await page.getByLabel('API key').fill(api.apiKey);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await answered();
    expect(page.url()).toBe(`${api.origin}/${search}`);
    // Where the server says so at the first question of a kept key, too.
    await page.evaluate(() => sessionStorage.setItem('leadstage-key', 'lsk_0'));
    await page.reload();
    await page.getByRole('alert').getByText(KEY_ENDED).waitFor();
  });

  test('shows a saved report with its own question, by its own address', async () => {
    const saved = await api.save(
      'MQLs by source',
      'funnel: { period: { last: { count: 2, grain: QUARTER } }, by: ["source"] }',
    );
    await signIn('?period=2026-05');
    await answered();
    await page.getByRole('link', { name: /MQLs by source/ }).click();
    await expect.poll(() => page.url()).toBe(`${api.origin}/?saved=${saved}&period=2026-05`);
    await page.getByRole('heading', { level: 1, name: 'MQLs by source' }).waitFor();
    await answered();
    const { input } = seen.asked.filter(({ operation }) => operation === 'Funnel').at(-1) ?? {};
    expect(input).toMatchObject({ period: { last: { count: 2, grain: 'QUARTER' } }, by: ['source'] });
    expect(await violations(page)).toEqual([]);
    await page.screenshot({ path: `${ARTIFACTS}/dashboard-saved.png`, fullPage: true });
    await page.getByRole('link', { name: 'Back to the dashboard' }).click();
    await page.getByRole('heading', { level: 1, name: 'Demo' }).waitFor();
    expect(page.url()).toBe(`${api.origin}/?period=2026-05`);
    await page.goto(`${api.origin}/?saved=999999`);
    await page.getByRole('heading', { level: 1, name: 'There is no such report any more.' }).waitFor();
    expect(seen.complaints).toEqual([]);
  });

  test('speaks the language and wears the theme that is chosen', async () => {
    await signIn();
    await page.getByLabel('Language').selectOption('sv');
    await page.getByRole('heading', { name: 'Mål och takt' }).waitFor();
    await page.getByRole('figure', { name: 'Tratt' }).waitFor();
    await page.getByLabel('Utseende').selectOption('dark');
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('dark');
    await page.reload();
    await page.getByRole('heading', { name: 'Mål och takt' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('sv');
    expect(await page.getByLabel('Utseende').inputValue()).toBe('dark');
  });

  test('skips to the reports by keys', async () => {
    await signIn();
    await answered();
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the reports');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    expect(page.url()).toBe(`${api.origin}/`);
  });

  test('folds on a phone, and asks only what is open', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await signIn();
    await answered();
    expect(seen.asked.filter(({ operation }) => operation === 'Sla')).toEqual([]);
    const section = page.getByRole('button', { name: 'Follow-up', exact: true });
    expect(await section.getAttribute('aria-expanded')).toBe('false');
    await section.click();
    expect(await section.getAttribute('aria-expanded')).toBe('true');
    await expect.poll(() => seen.asked.filter(({ operation }) => operation === 'Sla').length).toBeGreaterThan(0);
    for (const name of ['Handoffs', 'Saved reports']) {
      await page.getByRole('button', { name, exact: true }).click();
    }
    await answered();
    expect(await page.evaluate(overflowing)).toEqual([]);
    expect(await violations(page)).toEqual([]);
    await page.screenshot({ path: `${ARTIFACTS}/dashboard-390.png`, fullPage: true });
    await page.getByRole('button', { name: 'Pipeline and cost', exact: true }).click();
    expect(await page.getByRole('figure', { name: 'Funnel' }).count()).toBe(0);
    expect(seen.complaints).toEqual([]);
  });

  test.each(['light', 'dark'] as const)('holds together in %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await signIn();
    await answered();
    for (const width of [1440, 1024, 768, 320]) {
      await page.setViewportSize({ width, height: 900 });
      await answered();
      expect(await page.evaluate(overflowing), `${width}`).toEqual([]);
      await page.screenshot({ path: `${ARTIFACTS}/dashboard-${colorScheme}-${width}.png`, fullPage: true });
    }
    await page.setViewportSize({ width: 1440, height: 900 });
    await answered();
    expect(await violations(page)).toEqual([]);
    expect(seen.complaints).toEqual([]);
  });
});
