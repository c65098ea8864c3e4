/* The files of every element: CSV with the numbers of the API, PNG that looks as the chart does. */
import { readFile, writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parsedCsv } from '../support/parsed-csv.js';
import { ARTIFACTS, withoutBrowser } from './browser.js';
import { type ElementStage, setElementStage } from './element-stage.js';
import { tableTexts } from './element-texts.js';
import { ELEMENTS } from './every-element.js';

const REPORTS = ELEMENTS.filter(({ hasTable = true }) => hasTable);
const PAPER = { light: [255, 255, 255], dark: [21, 24, 29] };

describe.skipIf(withoutBrowser)('the files of', () => {
  let stage: ElementStage;

  beforeAll(async () => {
    stage = await setElementStage();
  });

  afterAll(() => stage?.close());

  async function saved(page: Page, kind: 'CSV' | 'PNG'): Promise<Buffer> {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: `Download as ${kind}` }).click(),
    ]);
    return readFile(await file.path());
  }

  test.each(REPORTS)('$tag: CSV has the rows and columns of its tables, with what the API answered', async (shown) => {
    const answered = new Set<string>();
    const patch = (data: unknown): void => {
      if (typeof data === 'object' && data !== null) Object.values(data).forEach(patch);
      else answered.add(String(data));
    };
    const { page } = await stage.open(`<${shown.tag} ${shown.attributes ?? ''}></${shown.tag}>`, { patch });
    const blocks = parsedCsv((await saved(page, 'CSV')).toString('utf8'));
    const tables = await tableTexts(page);
    expect(blocks.map((lines) => lines.map((line) => line.length))).toEqual(
      tables.map((rows) => rows.map((cells) => cells.length)),
    );
    expect(blocks.map(([head]) => head)).toEqual(tables.map(([head]) => head));
    const numbers: string[] = [];
    blocks.forEach((lines, block) => {
      lines.slice(1).forEach((line, index) => {
        line.forEach((cell, column) => {
          const text = tables[block]?.[index + 1]?.[column] ?? '';
          const place = `${lines[0]?.[column]}, ${line[0]}: ${cell} (${text})`;
          if (column > 0 && text === '–') expect(cell, place).toBe('');
          if (/^\d{1,3}(,\d{3})*$/.test(text))
            expect(Math.round(Number(cell)), place).toBe(Number(text.replaceAll(',', '')));
          if (column > 0 && /^-?\d+(\.\d+)?(e-?\d+)?$/.test(cell)) numbers.push(cell);
        });
      });
    });
    expect(numbers.length).toBeGreaterThan(5);
    expect(numbers.filter((number) => !answered.has(number))).toEqual([]);
    await page.close();
  });

  describe.each(['light', 'dark'] as const)('%s', (theme) => {
    test.each(REPORTS)('$tag: PNG looks as the chart does', async ({ tag, attributes = '' }) => {
      const { page } = await stage.open(`<${tag} ${attributes} theme="${theme}"></${tag}>`, { scale: 2 });
      if ((await page.getByRole('button', { name: 'Download as PNG' }).count()) === 0) {
        expect(await page.locator('.chart > svg').count(), 'no one drawing').toBe(0);
        await page.close();
        return;
      }
      const image = await saved(page, 'PNG');
      await writeFile(`${ARTIFACTS}/png-${tag}-${theme}.png`, image);
      // Else the pointer would rest on a mark.
      await page.mouse.move(0, 0);
      const [legend, chart] = await Promise.all(
        ['.legend', '.chart > svg'].map(async (each) => (await page.locator(each).all())[0]?.boundingBox() ?? null),
      );
      if (!chart) throw new Error('No chart.');
      const y = legend?.y ?? chart.y;
      const clip = { ...chart, y, height: chart.y + chart.height - y };
      const screen = await page.screenshot({ clip, fullPage: true });
      const images = [image.toString('base64'), screen.toString('base64')] as const;
      const seen = await page.evaluate(compared, { images });
      expect(seen.paper).toEqual(PAPER[theme]);
      expect(seen.drawn).toBeGreaterThan(0.02);
      expect(seen.otherwise).toBeLessThan(0.02);
      if (legend)
        expect((await page.evaluate(compared, { images, rows: legend.height * 2 })).otherwise).toBeLessThan(0.02);
      await page.close();
    });
  });
});

/**
 * For `page.evaluate`: the colour of an image's paper, and the shares of its pixels that are drawn on, and that a screen shows
 * otherwise. @param rows only so many, from the top
 */
async function compared({ images, rows = Infinity }: { images: readonly [string, string]; rows?: number }) {
  const [image, screen] = await Promise.all(
    images.map(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      context?.drawImage(bitmap, 0, 0);
      return context?.getImageData(0, 0, bitmap.width, bitmap.height);
    }),
  );
  if (!image || !screen || image.width !== screen.width) throw new Error('No image, or of another width.');
  const paper = [...image.data.slice(0, 3)];
  // A screen shows the part of a pixel that a drawing ends with.
  const length = Math.min(image.data.length, screen.data.length, Math.floor(rows) * image.width * 4);
  /** Of 255: letters are smoothed otherwise on a screen. */
  const FAR = 48;
  let [drawn, otherwise] = [0, 0];
  for (let at = 0; at < length; at += 4) {
    const [onPaper, onScreen] = [paper, screen.data.subarray(at, at + 3)].map((other) =>
      [0, 1, 2].some((channel) => Math.abs((image.data[at + channel] ?? 0) - (other[channel] ?? 0)) > FAR),
    );
    if (onPaper) drawn += 1;
    if (onScreen) otherwise += 1;
  }
  return { paper, drawn: (drawn * 4) / length, otherwise: (otherwise * 4) / length };
}
