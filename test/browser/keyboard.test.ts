/* A page by the keyboard alone: controls, a chart, the list behind its number, and back. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withoutBrowser } from './browser.js';
import { type ElementStage, PERIOD, setElementStage } from './element-stage.js';

describe.skipIf(withoutBrowser)('a page', () => {
  let stage: ElementStage;

  beforeAll(async () => {
    stage = await setElementStage();
  });

  afterAll(() => stage?.close());

  test('is walked through by the keyboard alone, and the focus comes back', async () => {
    const elements = '<leadstage-controls></leadstage-controls><leadstage-funnel></leadstage-funnel>';
    const { page, complaints } = await stage.open(elements);
    const focused = () =>
      page.evaluate(() => {
        let at = document.activeElement;
        while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        return (at?.ariaLabel ?? at?.textContent ?? '').trim().split(', ')[0];
      });
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const dialog = page.getByRole('dialog');
    const { groups } = await stage.client.funnel({ period: PERIOD, by: ['source'] });
    const source = groups[0]?.keys[0]?.value;

    const stops: (string | undefined)[] = [];
    for (let stop = 0; stop < 9; stop += 1) {
      await press('Tab');
      stops.push(await focused());
    }
    expect(stops).toEqual([
      ...[expect.stringMatching(/^Period:/), 'Source', 'Lead type', 'Region'],
      ...['What this means', 'Show as table', 'Download as CSV', 'Download as PNG', 'Lead'],
    ]);

    // Up to the sources, and one of them chosen.
    for (let stop = 0; stop < 7; stop += 1) await press('Shift+Tab');
    expect(await focused()).toBe('Source');
    await press('Enter');
    await page.getByRole('checkbox').first().waitFor();
    await press('Tab', 'Space');
    await page.getByRole('button', { name: `Remove Source: ${source}` }).waitFor();
    await press('Escape');
    expect(await dialog.count()).toBe(0);
    expect(await focused()).toMatch(/^Source/);

    // Past the chip and "Clear all" to the chart, from mark to mark, behind one and back.
    await page.locator('figure[aria-busy=false]').waitFor();
    for (let stop = 0; stop < 9; stop += 1) await press('Tab');
    expect(await focused()).toBe('Lead');
    await press('ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowDown');
    const opener = await focused();
    const { total } = await stage.client.funnel({ period: PERIOD, filter: { source: { in: [source ?? null] } } });
    expect(opener).toBe(total.stages[2]?.stage.name);
    await press('Enter');
    await dialog.locator('tbody tr').first().waitFor();
    expect(await dialog.locator('.below').innerText()).toContain(
      `of ${total.stages[2]?.reached?.toLocaleString('en')}`,
    );
    const inside: (string | undefined)[] = [];
    for (let stop = 0; stop < 4; stop += 1) {
      inside.push(await focused());
      await press('Tab');
    }
    expect(inside).toEqual(expect.arrayContaining(['Close', 'Show more']));
    await press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await focused()).toBe(opener);

    // What it means, and back; then back to the controls, where the chip is taken away.
    for (let stop = 0; stop < 4; stop += 1) await press('Shift+Tab');
    expect(await focused()).toBe('What this means');
    await press('Enter');
    await dialog.getByRole('heading', { level: 4 }).first().waitFor();
    await press('Escape');
    expect(await focused()).toBe('What this means');
    await press('Shift+Tab', 'Shift+Tab');
    expect(await focused()).toBe('Remove Source: '.concat(String(source)));
    await press('Enter');
    await expect.poll(focused).toMatch(/^Period:/);
    expect(complaints).toEqual([]);
    await page.close();
  });
});
