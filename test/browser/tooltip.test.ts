/* Where the tooltip of a chart stands: within the window, whatever mark it is of. */

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ARTIFACTS, withoutBrowser } from './browser.js';
import { type ElementStage, setElementStage } from './element-stage.js';

describe.skipIf(withoutBrowser)('a tooltip', () => {
  let stage: ElementStage;

  beforeAll(async () => {
    stage = await setElementStage();
  });

  afterAll(() => stage?.close());

  /** How far it sticks out of the window and how wide it is, pixels, and where it stands to its mark. */
  const placed = (page: Page, tag: string) =>
    page.locator(tag).evaluate((element) => {
      const root = element.shadowRoot as ShadowRoot;
      const box = root.querySelector('.tooltip')?.getBoundingClientRect() as DOMRect;
      const mark = root.activeElement?.getBoundingClientRect() as DOMRect;
      const { clientWidth, clientHeight } = document.documentElement;
      return {
        out: Math.max(-box.left, -box.top, box.right - clientWidth, box.bottom - clientHeight, 0),
        side: box.bottom <= mark.top ? 'above' : box.top >= mark.bottom ? 'below' : 'over',
        width: Math.round(box.width),
      };
    });

  async function eachMark(page: Page, tag: string, seen: (index: number) => Promise<void>): Promise<void> {
    const marks = page.locator(`${tag} .mark`);
    const count = await marks.count();
    expect(count).toBeGreaterThan(0);
    for (let index = 0; index < Math.min(count, 30); index += 1) {
      await marks.nth(index).focus();
      await page.locator(`${tag} .tooltip`).waitFor();
      await seen(index);
    }
  }

  test('stands below a mark of the first row where the page begins, and above where there is room', async () => {
    const { page, complaints } = await stage.open('<leadstage-funnel heading=""></leadstage-funnel>');
    await page.evaluate(() => {
      document.body.style.margin = '0';
    });
    const sides: string[] = [];
    await eachMark(page, 'leadstage-funnel', async (index) => {
      const { out, side } = await placed(page, 'leadstage-funnel');
      expect(out, String(index)).toBe(0);
      sides.push(side);
      if (index === 0) await page.screenshot({ path: `${ARTIFACTS}/tooltip-first-row.png` });
    });
    expect(sides[0]).toBe('below');
    expect(sides.slice(2)).toEqual(sides.slice(2).map(() => 'above'));
    expect(complaints).toEqual([]);
    await page.close();
  });

  test.each([
    ['leadstage-funnel', ''],
    ['leadstage-trend', 'measure="reached,step-rate" stages="MQL,SQL"'],
    ['leadstage-cost', 'by="source"'],
    ['leadstage-velocity', 'grain="MONTH"'],
    ['leadstage-sla', 'by="owner" grain="MONTH"'],
    ['leadstage-acceptance', 'by="owner"'],
    ['leadstage-diagnosis', ''],
    ['leadstage-standard-metrics', ''],
  ])('%s: is within 320 pixels, at both edges, wherever the page is scrolled', async (tag, attributes) => {
    const { page } = await stage.open(`<${tag} ${attributes}></${tag}>`, { width: 320 });
    const widths: number[] = [];
    await eachMark(page, tag, async (index) => {
      const { out, width } = await placed(page, tag);
      expect(out, `mark ${index}`).toBe(0);
      widths.push(width);
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    expect(Math.min(...widths)).toBeGreaterThan(60);
    await page.screenshot({ path: `${ARTIFACTS}/tooltip-320-${tag}.png` });
    await page.close();
  });
});
