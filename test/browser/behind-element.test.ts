import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ARTIFACTS, withoutBrowser } from './browser.js';
import { type ElementStage, QUARTER, setElementStage } from './element-stage.js';
import { count } from './element-texts.js';
import { noteBehind } from './note-behind.js';
import { violations } from './violations.js';

const BEHIND = { behind: true };

describe.skipIf(withoutBrowser)('<leadstage-behind>', () => {
  let stage: ElementStage;
  let page: Page;
  let dialog: Locator;
  let complaints: readonly string[];

  beforeAll(async () => {
    stage = await setElementStage();
    const script = "import { BehindEvent } from '/leadstage.js'; Object.assign(globalThis, { BehindEvent });";
    stage.site.put('/page.js', 'text/javascript', script);
  });

  afterAll(() => stage?.close());

  beforeEach(async () => {
    const scripts = ['/leadstage.js', '/page.js'];
    const options = { width: 1000, height: 800, period: QUARTER, scripts, isWhole: true };
    ({ page, complaints } = await stage.open('<leadstage-funnel></leadstage-funnel>', options));
    dialog = page.locator('leadstage-behind dialog');
    return () => page.close();
  });

  const mark = (index: number) => page.locator('leadstage-funnel .mark').nth(index);
  const rows = () => dialog.locator('tbody tr');

  /** The stages as the API counts them, with what is behind. */
  async function stages() {
    const { total } = await stage.client.funnel({ period: QUARTER }, BEHIND);
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
    const counted = (await stages())[3];
    await mark(3).click();
    await rows().first().waitFor();
    const { leads, totalCount } = await stage.client.leadsPage({ first: 40, filter: { behind: counted?.behind } });
    expect(totalCount).toBe(counted?.reached);
    expect(await dialog.getByRole('heading').innerText()).toBe(counted?.stage.name);
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
    const counted = (await stages())[3];
    let hold = true;
    let release = () => {};
    await page.route(`${stage.api.origin}/graphql`, async (route) => {
      const isLater = /"first":100.*"after":"/.test(route.request().postData() ?? '');
      if (hold && isLater) await new Promise<void>((resolve) => (release = resolve));
      await route.continue().catch(() => {});
    });
    await mark(3).click();
    await rows().first().waitFor();
    await dialog.getByRole('button', { name: 'Download as CSV' }).click();
    await dialog.getByText(`Preparing the file: 100 of ${counted?.reached}`).waitFor();
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
    expect(lines.length - 1).toBe(counted?.reached);
    expect(new Set(lines.slice(1).map((line) => line.split(',')[0])).size).toBe(counted?.reached);
  });

  test('lists handoffs', async () => {
    const { total } = await stage.client.acceptance({ period: QUARTER }, BEHIND);
    await ask(total.behind, 'handoffs');
    await rows().first().waitFor();
    const { handoffs } = await stage.client.handoffsPage({ first: 20, filter: { behind: total.behind } });
    expect(await rows().locator('th').allInnerTexts()).toEqual(
      handoffs.map(({ lead }) => expect.stringContaining(`${lead.name}\n${lead.externalId}`)),
    );
    expect(await dialog.locator('.below').innerText()).toContain(`of ${count(total.handedOver)}`);
    expect(complaints).toEqual([]);
  });

  test('lists the accounts that a number counts', async () => {
    const { total } = await stage.client.funnel({ period: QUARTER, unit: 'ACCOUNT' }, BEHIND);
    const counted = total.stages[2];
    await ask(counted?.behind, 'accounts');
    await rows().first().waitFor();
    const { accounts, totalCount } = await stage.client.accountsPage({
      first: 20,
      filter: { behind: counted?.behind },
    });
    expect(totalCount).toBe(counted?.reached);
    expect(totalCount).toBeGreaterThan(20);
    expect(await dialog.locator('.head').innerText()).toContain('Accounts behind this number');
    expect(await dialog.locator('.below').innerText()).toContain(`20 of ${count(totalCount)}`);
    const texts = await rows().evaluateAll((all) =>
      all.map((row) => [...row.querySelectorAll('th, td')].map((cell) => (cell as HTMLElement).innerText)),
    );
    expect(texts).toEqual(
      accounts.map(({ name, externalId, furthestStage, leadCount, openHandoffs, tier, domain }) => [
        ...[`${name}\n${externalId}`, furthestStage?.name, count(leadCount)],
        ...[count(openHandoffs), tier ?? '–', domain ?? '–'],
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
    await page.route(`${stage.api.origin}/graphql`, (route) => route.abort());
    await mark(2).click();
    await dialog.getByRole('button', { name: 'Try again' }).waitFor({ timeout: 20_000 });
    await page.unroute(`${stage.api.origin}/graphql`);
    await dialog.getByRole('button', { name: 'Try again' }).click();
    await rows().first().waitFor();
  });

  test.each(['light', 'dark'] as const)('is accessible, and fits a narrow screen, in %s', async (colorScheme) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await mark(3).click();
    await rows().first().waitFor();
    await page.screenshot({ path: `${ARTIFACTS}/behind-320-${colorScheme}.png` });
    expect(await violations(page)).toEqual([]);
    const [scrollWidth, clientWidth] = await dialog
      .locator('.content')
      .evaluate(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth]);
    expect(scrollWidth).toBe(clientWidth);
  });

  test('leaves it to a page that shows such lists itself', async () => {
    const noted = await noteBehind(page);
    await mark(3).click();
    await page.waitForTimeout(300);
    expect(await noted()).toHaveLength(1);
    expect(await dialog.isVisible()).toBe(false);
  });
});
