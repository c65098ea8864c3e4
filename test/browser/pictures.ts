// Draws the pictures of the dashboard for the docs: `npm run pictures`, after a build. One that looks the same is left as it is.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './browser.js';
import { DEMO_NOW, type DemoServer, startDemoServer } from './demo-server.js';
import { shareOfOtherPixels } from './other-pixels.js';

interface Shown {
  readonly file: string;
  readonly width: number;
  readonly height: number;
  readonly scheme: 'light' | 'dark';
  readonly signedIn: boolean;
}

const PICTURES: readonly Shown[] = [
  { file: 'dashboard.png', width: 1280, height: 860, scheme: 'light', signedIn: true },
  { file: 'dashboard-dark.png', width: 1280, height: 860, scheme: 'dark', signedIn: true },
  { file: 'dashboard-phone.png', width: 390, height: 844, scheme: 'light', signedIn: true },
  { file: 'sign-in.png', width: 900, height: 620, scheme: 'light', signedIn: false },
];
const FOLDER = new URL('../../docs/images/', import.meta.url);
/** Texts are drawn a little otherwise by each version of a browser, and with the fonts of each machine. */
const TOLERATED = 0.005;
const MOST_BYTES = 150_000;

const [api, browser] = await Promise.all([startDemoServer(), launchBrowser()]);
try {
  for (const shown of PICTURES) console.log(await keep(shown, await draw(browser, api, shown)));
} finally {
  await browser.close();
  await api.close();
}

async function draw(browser: Browser, api: DemoServer, shown: Shown): Promise<Buffer> {
  const { width, height, scheme, signedIn } = shown;
  const viewport = { width, height };
  const page = await browser.newPage({ viewport, colorScheme: scheme, reducedMotion: 'reduce', locale: 'en' });
  await page.clock.setFixedTime(DEMO_NOW);
  await onThatMonday(page, `${api.origin}/graphql`);
  if (signedIn) await page.addInitScript((key) => sessionStorage.setItem('leadstage-key', key), api.apiKey);
  await page.goto(api.origin);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => {
    const reports = [...document.querySelectorAll('leadstage-reports *')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
    return reports.every((root) => !root.querySelector('[aria-busy=true]'));
  });
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  if (!signedIn) await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const picture = await page.screenshot({ animations: 'disabled' });
  await page.close();
  return picture;
}

/** Reports as they were answered when the demo's history ended. */
async function onThatMonday(page: Page, url: string): Promise<void> {
  await page.route(url, (route) => {
    const body = JSON.parse(route.request().postData() ?? '{}') as { variables?: { input?: { asOf?: string } } };
    if (body.variables?.input) body.variables.input.asOf ??= new Date(DEMO_NOW).toISOString();
    return route.continue({ postData: JSON.stringify(body) });
  });
}

async function keep({ file }: Shown, picture: Buffer): Promise<string> {
  if (picture.length > MOST_BYTES) throw new Error(`${file} has ${picture.length} bytes, more than ${MOST_BYTES}.`);
  const path = fileURLToPath(new URL(file, FOLDER));
  const before = await readFile(path).catch(() => null);
  const share = before ? await shareOfOtherPixels(browser, before, picture) : 1;
  if (share <= TOLERATED) return `${file}: the same (${(share * 100).toFixed(2)} % of its pixels differ)`;
  await writeFile(path, picture);
  return `${file}: written, ${picture.length} bytes`;
}
