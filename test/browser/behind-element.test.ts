import { readFile } from 'node:fs/promises';
import { createClient, type LeadstageClient } from '@leadstage/sdk';
import axe from 'axe-core';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ARTIFACTS, launchBrowser, withoutBrowser } from './browser.js';
import { DEMO_NOW, type DemoServer, startDemoServer } from './demo-server.js';
import { type PartnerSite, startPartnerSite } from './partner-site.js';

const PERIOD = { start: '2026-01-01', end: '2026-04-01' };
const BEHIND = { behind: true };

describe.skipIf(withoutBrowser)('<leadstage-behind>', () => {
  let browser: Browser;
  let api: DemoServer;
  let site: PartnerSite;
  let client: LeadstageClient;
  let page: Page;
  let dialog: Locator;
  let complaints: string[];

  beforeAll(async () => {
    [api, browser] = await Promise.all([startDemoServer(), launchBrowser()]);
    site = await startPartnerSite(api.origin);
    await api.open(site.origin);
    client = createClient({ url: `${api.origin}/graphql`, apiKey: api.apiKey });
    const script = "import { BehindEvent } from '/leadstage.js'; Object.assign(globalThis, { BehindEvent });";
    site.put('/page.js', 'text/javascript', script);
    site.put(
      '/',
      'text/html; charset=utf-8',
      `<!doctype html><html lang="en"><head><title>Partner</title><meta charset="utf-8"><meta name="color-scheme" content="light dark"><link rel="stylesheet" href="/page.css">
       <script type="module" src="/leadstage.js"></script><script type="module" src="/page.js"></script></head><body>
       <leadstage-reports url="${api.origin}/graphql" token="${api.apiKey}" period="${PERIOD.start}..${PERIOD.end}">
       <leadstage-funnel></leadstage-funnel></leadstage-reports></body></html>`,
    );
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
    await api?.close();
  });

  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
    complaints = [];
    await page.clock.setFixedTime(DEMO_NOW);
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    dialog = page.locator('leadstage-behind dialog');
    await page.goto(site.origin);
    await mark(0).waitFor();
  });

  afterEach(() => page.close());

  const mark = (index: number) => page.locator('leadstage-funnel .mark').nth(index);
  const rows = () => dialog.locator('tbody tr');

  /** The stages as the API counts them, with what is behind. */
  async function stages() {
    const { total } = await client.funnel({ period: PERIOD }, BEHIND);
    return total.stages;
  }

  /** Asks for the list behind a number as an element does. */
  const ask = (behind: string | null | undefined, of: string) =>
    page.evaluate(
      ([behind, of]) => {
        const { BehindEvent } = globalThis as unknown as { BehindEvent: new (...of: unknown[]) => Event };
        document.querySelector('leadstage-funnel')?.dispatchEvent(new BehindEvent(behind, of, 'A number'));
      },
      [behind, of],
    );

  test('lists the leads that a number counts, 20 at a time', async () => {
    const stage = (await stages())[3];
    await mark(3).click();
    await rows().first().waitFor();
    const { leads, totalCount } = await client.leadsPage({ first: 40, filter: { behind: stage?.behind } });
    expect(totalCount).toBe(stage?.reached);
    expect(await dialog.getByRole('heading').innerText()).toBe(stage?.stage.name);
    expect(await dialog.locator('.below').innerText()).toContain(`20 of ${totalCount}`);
    const expected = (lead: (typeof leads)[number]) =>
      [lead.name, lead.externalId, lead.stage?.name ?? 'No stage', lead.source ?? '–', lead.owner ?? '–'].map(String);
    const texts = async () =>
      (await rows().evaluateAll((all) => all.map((row) => (row as HTMLElement).innerText.split(/\s*[\t\n]\s*/)))).map(
        ([name, id, stage, , source, owner]) => [name, id, stage, source, owner],
      );
    expect(await texts()).toEqual(leads.slice(0, 20).map(expected));
    await page.screenshot({ path: `${ARTIFACTS}/behind.png` });
    await dialog.getByRole('button', { name: 'Show more' }).click();
    await expect.poll(() => rows().count()).toBe(40);
    expect(await texts()).toEqual(leads.map(expected));
    expect(complaints).toEqual([]);
  });

  test('is opened and closed by keys, and gives the focus back', async () => {
    await mark(0).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await rows().first().waitFor();
    expect(await dialog.getByRole('heading').innerText()).toBe((await stages())[1]?.stage.name);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await rows().first().waitFor();
    expect(await dialog.getByRole('heading').innerText()).toBe((await stages())[2]?.stage.name);
    await dialog.getByRole('button', { name: 'Close' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const focused = await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.ariaLabel);
    expect(focused).toContain((await stages())[2]?.stage.name);
  });

  test('saves all of it as a file, which can be given up', async () => {
    const stage = (await stages())[3];
    let hold = true;
    let release = () => {};
    await page.route(`${api.origin}/graphql`, async (route) => {
      const isLater = /"first":100.*"after":"/.test(route.request().postData() ?? '');
      if (hold && isLater) await new Promise<void>((resolve) => (release = resolve));
      await route.continue().catch(() => {});
    });
    await mark(3).click();
    await rows().first().waitFor();
    await dialog.getByRole('button', { name: 'Download as CSV' }).click();
    await dialog.getByText(`Preparing the file: 100 of ${stage?.reached}`).waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.getByText('Preparing the file').waitFor({ state: 'detached' });
    hold = false;
    release();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Download as CSV' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('leadstage-leads.csv');
    const lines = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n');
    expect(lines[0]).toBe(
      '\uFEFFExternal id,Name,Email,Stage,Since,Source,Lead type,Campaign,Region,Owner,Account,Value',
    );
    expect(lines.length - 1).toBe(stage?.reached);
    expect(new Set(lines.slice(1).map((line) => line.split(',')[0])).size).toBe(stage?.reached);
  });

  test('lists handoffs', async () => {
    const { total } = await client.acceptance({ period: PERIOD }, BEHIND);
    await ask(total.behind, 'handoffs');
    await rows().first().waitFor();
    const { handoffs } = await client.handoffsPage({ first: 20, filter: { behind: total.behind } });
    expect(await rows().locator('th').allInnerTexts()).toEqual(
      handoffs.map(({ lead }) => expect.stringContaining(`${lead.name}\n${lead.externalId}`)),
    );
    expect(await dialog.locator('.below').innerText()).toContain(`of ${total.handedOver.toLocaleString('en')}`);
    expect(complaints).toEqual([]);
  });

  test('lists the accounts that a number counts', async () => {
    const { total } = await client.funnel({ period: PERIOD, unit: 'ACCOUNT' }, BEHIND);
    const stage = total.stages[2];
    await ask(stage?.behind, 'accounts');
    await rows().first().waitFor();
    const { accounts, totalCount } = await client.accountsPage({ first: 20, filter: { behind: stage?.behind } });
    expect(totalCount).toBe(stage?.reached);
    expect(totalCount).toBeGreaterThan(20);
    expect(await dialog.locator('.head').innerText()).toContain('Accounts behind this number');
    expect(await dialog.locator('.below').innerText()).toContain(`20 of ${totalCount?.toLocaleString('en')}`);
    const texts = await rows().evaluateAll((all) =>
      all.map((row) => [...row.querySelectorAll('th, td')].map((cell) => (cell as HTMLElement).innerText)),
    );
    expect(texts).toEqual(
      accounts.map(({ name, externalId, furthestStage, leadCount, openHandoffs, tier, domain }) => [
        ...[`${name}\n${externalId}`, furthestStage?.name, leadCount.toLocaleString('en')],
        ...[openHandoffs.toLocaleString('en'), tier ?? '–', domain ?? '–'],
      ]),
    );
    await page.screenshot({ path: `${ARTIFACTS}/behind-accounts.png` });
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Download as CSV' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('leadstage-accounts.csv');
    const lines = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n');
    expect(lines[0]).toBe('\uFEFFExternal id,Name,Domain,Target account,Tier,Furthest stage,Leads,Open handoffs');
    expect(lines.length - 1).toBe(totalCount);
    await page.setViewportSize({ width: 320, height: 640 });
    const content = dialog.locator('.content');
    expect(await content.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
    await page.screenshot({ path: `${ARTIFACTS}/behind-accounts-320.png` });
    expect(complaints).toEqual([]);
  });

  test('says that it failed, and asks again', async () => {
    await ask('no number', 'leads');
    await dialog.getByRole('alert').getByText('This could not be shown').waitFor();
    await page.keyboard.press('Escape');
    await page.route(`${api.origin}/graphql`, (route) => route.abort());
    await mark(2).click();
    await dialog.getByRole('button', { name: 'Try again' }).waitFor({ timeout: 20_000 });
    await page.unroute(`${api.origin}/graphql`);
    await dialog.getByRole('button', { name: 'Try again' }).click();
    await rows().first().waitFor();
  });

  test.each(['light', 'dark'] as const)('is accessible, and fits a narrow screen, in %s', async (colorScheme) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await mark(3).click();
    await rows().first().waitFor();
    await page.screenshot({ path: `${ARTIFACTS}/behind-320-${colorScheme}.png` });
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() =>
      (globalThis as unknown as { axe: typeof axe }).axe.run(
        { include: [{ fromShadowDom: ['leadstage-reports', 'leadstage-behind'] }] },
        { resultTypes: ['violations'] },
      ),
    );
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    const [scrollWidth, clientWidth] = await dialog
      .locator('.content')
      .evaluate(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth]);
    expect(scrollWidth).toBe(clientWidth);
  });

  test('leaves it to a page that shows such lists itself', async () => {
    await page.evaluate(() => document.addEventListener('leadstage-behind', (event) => event.preventDefault()));
    await mark(3).click();
    await page.waitForTimeout(300);
    expect(await dialog.isVisible()).toBe(false);
  });
});
