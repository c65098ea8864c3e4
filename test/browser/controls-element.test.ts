import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { LeadFilterInput } from '../../packages/sdk/src/index.js';
import { ARTIFACTS, withoutBrowser } from './browser.js';
import { type ElementStage, PERIOD, type ShowOptions, setElementStage } from './element-stage.js';
import { count } from './element-texts.js';
import { violations } from './violations.js';

describe.skipIf(withoutBrowser)('<leadstage-controls>', () => {
  let stage: ElementStage;
  let page: Page;
  let complaints: readonly string[];

  beforeAll(async () => {
    stage = await setElementStage();
  });

  afterAll(() => stage?.close());

  beforeEach(async () => {
    ({ page, complaints } = await stage.newPage({ height: 800 }));
    await show();
    return () => page.close();
  });

  const show = ({ attributes = '', ...options }: ShowOptions & { readonly attributes?: string } = {}) =>
    stage.show(page, `<leadstage-controls ${attributes}></leadstage-controls><leadstage-funnel></leadstage-funnel>`, {
      isWhole: true,
      ...options,
    });
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const focused = () =>
    page.evaluate(() => {
      const inner = document.activeElement?.shadowRoot?.activeElement;
      return inner?.getAttribute('aria-label') ?? inner?.textContent?.trim() ?? null;
    });
  const question = () =>
    page.evaluate(() => {
      const { period, filter } = document.querySelector('leadstage-reports') as unknown as {
        period: string;
        filter: LeadFilterInput;
      };
      return { period, filter };
    });
  const leadsShown = async () => {
    await page.locator('figure[aria-busy=true]').waitFor({ state: 'detached' });
    return page.locator('leadstage-funnel text.strong').first().textContent();
  };
  const leadsOf = async (filter: LeadFilterInput) =>
    count((await stage.client.funnel({ period: PERIOD, filter })).total.stages[0]?.reached);

  test('offers the values that leads of the period have, as the API counts them', async () => {
    const { groups } = await stage.client.funnel({ period: PERIOD, by: ['source'] });
    await button('Source').click();
    await page.getByRole('checkbox').first().waitFor();
    const rows = await page.locator('.values label').allInnerTexts();
    expect(rows.map((row) => row.split(/\s*\n\s*/))).toEqual(
      groups.map(({ keys, figures }) => [keys[0]?.value ?? '(none)', count(figures.stages[0]?.reached)]),
    );
    await page.screenshot({ path: `${ARTIFACTS}/controls.png` });
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('filters every report by what is ticked, a missing value too, and lets go of it by chips', async () => {
    await button('Source').click();
    await page.getByRole('checkbox', { name: 'email' }).check();
    expect(await leadsShown()).toBe(await leadsOf({ source: { in: ['email'] } }));
    await page.getByRole('checkbox', { name: '(none)' }).check();
    expect(await leadsShown()).toBe(await leadsOf({ source: { in: ['email', null] } }));
    await button('Region').click();
    await page.locator('.values label').first().click();
    const { filter } = await question();
    expect(filter.source).toEqual({ in: ['email', null] });
    expect(filter.region?.in).toHaveLength(1);
    expect(await leadsShown()).toBe(await leadsOf(filter));

    await button('Remove Source: email').click();
    await button('Remove Source: email').waitFor({ state: 'detached' });
    expect((await question()).filter.source).toEqual({ in: [null] });
    await expect.poll(focused).toBe('Remove Source: (none)');
    expect(await violations(page)).toEqual([]);
    await button('Clear all').click();
    await expect.poll(question).toEqual({ period: '2025-07-01..2026-06-01', filter: {} });
    await expect.poll(focused).toContain('Period');
    expect(await leadsShown()).toBe(await leadsOf({}));
    expect(complaints).toEqual([]);
  });

  test('keeps what the page itself filters by', async () => {
    await page.evaluate(() => {
      const reports = document.querySelector('leadstage-reports') as unknown as { filter: object };
      reports.filter = { source: { notIn: ['email'] }, owner: { notIn: ['Walt Sample'] } };
    });
    await button('Source').click();
    await page.getByRole('checkbox', { name: 'event' }).check();
    const filter = { source: { notIn: ['email'], in: ['event'] }, owner: { notIn: ['Walt Sample'] } };
    expect((await question()).filter).toEqual(filter);
    expect(await leadsShown()).toBe(await leadsOf(filter));
    await button('Clear all').click();
    await expect
      .poll(question)
      .toMatchObject({ filter: { source: { notIn: ['email'] }, owner: { notIn: ['Walt Sample'] } } });
  });

  test('asks for a preset', async () => {
    await button(/Period/).click();
    expect(await button('Last quarter').getAttribute('aria-pressed')).toBe('false');
    await button('Last quarter').click();
    await expect.poll(question).toEqual({ period: 'last-quarter', filter: {} });
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await button(/Period/).innerText()).toContain('Last quarter');
    expect(await focused()).toContain('Last quarter');
    await button(/Period/).click();
    expect(await button('Last quarter').nth(1).getAttribute('aria-pressed')).toBe('true');
    expect(await violations(page)).toEqual([]);
  });

  test('asks for dates of one’s own, the last included', async () => {
    await button(/Period/).click();
    const [from, to] = [page.getByLabel('From'), page.getByLabel('To, inclusive')];
    expect([await from.inputValue(), await to.inputValue()]).toEqual(['2025-07-01', '2026-05-31']);
    await from.fill('2026-02-01');
    await to.fill('2026-01-31');
    await button('Apply').click();
    expect((await question()).period).toBe('2025-07-01..2026-06-01');
    await to.fill('2026-02-28');
    await button('Apply').click();
    await expect.poll(question).toMatchObject({ period: '2026-02-01..2026-03-01' });
    expect(await button(/Period/).innerText()).toContain('Feb 1 – 28, 2026');
  });

  test.each([
    ['en', 'Last 4 quarters'],
    ['is', 'Síðustu 4 ársfjórðungar'],
    ['sr', 'Poslednjih 4 kvartala'],
    ['sv', 'Senaste 4 kvartalen'],
    ['ja', '過去 4 四半期'],
    ['zh', '最近 4 个季度'],
  ])('calls a period that is none of its choices by words, in %s', async (language, name) => {
    await show({ language });
    const set = (period: string) =>
      page.evaluate(
        (period) => Object.assign(document.querySelector('leadstage-reports') as object, { period }),
        period,
      );
    await set('last-4-quarters');
    const called = page.locator('leadstage-controls .period');
    await expect.poll(() => called.innerText()).toContain(name);
    await called.click();
    await page.getByRole('dialog').waitFor();
    await page.screenshot({ path: `${ARTIFACTS}/controls-period-${language}.png` });
    expect(await page.locator('[aria-pressed=true]').count()).toBe(0);
    await set('2026-02');
    await expect.poll(() => called.innerText()).toMatch(/28.*2026|2026.*28/s);
    expect(complaints).toEqual([]);
  });

  test('is used by keys alone', async () => {
    await button('Lead type').focus();
    expect(await button('Lead type').getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.press('Enter');
    expect(await button('Lead type').getAttribute('aria-expanded')).toBe('true');
    await page.getByRole('checkbox').first().waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    const { groups } = await stage.client.funnel({ period: PERIOD, by: ['leadType'] });
    await expect.poll(question).toMatchObject({ filter: { leadType: { in: [groups[0]?.keys[0]?.value ?? null] } } });
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await focused()).toContain('Lead type');
    await page.keyboard.press('Enter');
    await page.getByRole('checkbox').first().waitFor();
    for (let stops = 0; stops <= groups.length; stops++) await page.keyboard.press('Tab');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  test('closes when something else is pressed', async () => {
    await button('Source').click();
    await page.getByRole('dialog').waitFor();
    await page.getByRole('heading', { name: 'Funnel' }).click();
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  test('searches a long list, and shows it within a narrow window', async () => {
    await page.setViewportSize({ width: 320, height: 700 });
    await show({ attributes: 'attributes="source, owner"', language: 'sr' });
    await button('Vlasnik').click();
    await page.getByRole('searchbox').fill('dEmO');
    const names = (await page.locator('.values label span').allInnerTexts()).map((name) => name.toLowerCase());
    expect(names.length).toBeGreaterThan(1);
    expect(names.filter((name) => !name.includes('demo'))).toEqual([]);
    const box = await page.getByRole('dialog').boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await page.getByRole('searchbox').fill('nobody');
    expect(await page.getByRole('dialog').innerText()).toContain('Nema rezultata');
  });

  test('says why there are no values to choose from', async () => {
    await show({ token: await stage.api.keyWith('leads:write') });
    await button('Source').click();
    expect(await page.getByRole('dialog').getByRole('alert').innerText()).toContain('This is not open to you');
  });

  test('leaves the answer to a page that gives its own', async () => {
    await page.evaluate(() => addEventListener('leadstage-question', (event) => event.preventDefault()));
    await button('Source').click();
    await page.getByRole('checkbox', { name: 'email' }).click();
    expect((await question()).filter).toEqual({});
    expect(await page.getByRole('checkbox', { name: 'email' }).isChecked()).toBe(false);
  });
});
