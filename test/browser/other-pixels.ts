import type { Browser } from 'playwright-core';

/** Of 255, in any channel: less is not seen. */
const SEEN = 16;

/** The share of the pixels of two PNGs that look otherwise, compared by a browser, which can read them; 1 for other sizes. */
export async function shareOfOtherPixels(browser: Browser, one: Buffer, another: Buffer): Promise<number> {
  const page = await browser.newPage();
  try {
    return await page.evaluate(
      async ([one, another, seen]) => {
        // No function here has a name of its own: tsx would wrap it in a helper that the page has not.
        const [a, b] = await Promise.all(
          [one, another].map(async (base64) => {
            const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
            const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
            const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
            context?.drawImage(bitmap, 0, 0);
            return context?.getImageData(0, 0, bitmap.width, bitmap.height) ?? null;
          }),
        );
        if (!a || !b || a.width !== b.width || a.height !== b.height) return 1;
        let others = 0;
        for (let at = 0; at < a.data.length; at += 4) {
          const differs = [0, 1, 2].some((channel) => {
            return Math.abs((a.data[at + channel] ?? 0) - (b.data[at + channel] ?? 0)) > seen;
          });
          if (differs) others += 1;
        }
        return others / (a.width * a.height);
      },
      [one.toString('base64'), another.toString('base64'), SEEN] as const,
    );
  } finally {
    await page.close();
  }
}
