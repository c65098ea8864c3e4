import type { Page } from 'playwright-core';

/** What each mark is called, in the order of arrow keys. */
export function markNames(page: Page): Promise<(string | null)[]> {
  return page.locator('.mark').evaluateAll((marks) => marks.map((mark) => mark.getAttribute('aria-label')));
}

/** What the chart writes. */
export function chartTexts(page: Page): Promise<string[]> {
  return page.locator('.chart > svg text').allTextContents();
}

/** The cells of each table, row by row, the head first. */
export async function tableTexts(page: Page): Promise<string[][][]> {
  await page.getByRole('button', { name: 'Show as table' }).click();
  return page
    .locator('table')
    .evaluateAll((tables) =>
      tables.map((table) =>
        [...(table as HTMLTableElement).rows].map((row) =>
          [...row.cells].map((cell) => (cell.textContent ?? '').trim()),
        ),
      ),
    );
}

const whole = new Intl.NumberFormat('en');
const percent = new Intl.NumberFormat('en', { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });

const written = (value: number | null | undefined, { format }: Intl.NumberFormat) =>
  value === null ? '–' : format(value ?? Number.NaN);

/** As people read a share in English: a dash for null, and for what is not there `NaN`, which no page may say. */
export const share = (value: number | null | undefined) => written(value, percent);
/** As people read a number in English, otherwise as `share`. */
export const count = (value: number | null | undefined) => written(value, whole);
