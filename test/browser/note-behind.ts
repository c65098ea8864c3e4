import type { Page } from 'playwright-core';

/** From now on, what asks to be shown behind a number is written down instead. */
export async function noteBehind(page: Page): Promise<() => Promise<{ behind: string; of: string; label: string }[]>> {
  await page.evaluate(() => {
    type Behind = Event & { readonly behind: string; readonly of: string; readonly label: string };
    const noted: unknown[] = [];
    Object.assign(globalThis, { noted });
    document.addEventListener('leadstage-behind', (event) => {
      event.preventDefault();
      const { behind, of, label } = event as Behind;
      noted.push({ behind, of, label });
    });
  });
  return () => page.evaluate(() => (globalThis as unknown as { noted: [] }).noted);
}
