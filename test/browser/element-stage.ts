import type { Browser, Page, Route } from 'playwright-core';
import { createClient, type LeadstageClient } from '../../packages/sdk/src/index.js';
import { launchBrowser } from './browser.js';
import { DEMO_NOW, type DemoServer, startDemoServer } from './demo-server.js';
import { startPartnerSite } from './partner-site.js';

export const PERIOD = { start: '2025-07-01', end: '2026-06-01' };

export interface OpenOptions {
  /** Pixels; default 760. */
  readonly width?: number;
  readonly language?: string;
  readonly period?: string;
  /** Of the screen, pixels of it for one of the page; default 1. */
  readonly scale?: number;
  /** What is put in the place of an answer's data, for what the demo does not have. */
  readonly patch?: (data: Record<string, unknown>) => void;
}

/** An element on a partner's page, over the demo. */
export interface ElementStage {
  readonly api: DemoServer;
  readonly client: LeadstageClient;
  /** A page with it inside `<leadstage-reports>`, once it shows anything but that it loads. */
  open(element: string, options?: OpenOptions): Promise<{ readonly page: Page; readonly complaints: string[] }>;
  close(): Promise<void>;
}

/** Takes about 12 s. */
export async function setElementStage(): Promise<ElementStage> {
  const [api, browser]: [DemoServer, Browser] = await Promise.all([startDemoServer(), launchBrowser()]);
  const site = await startPartnerSite(api.origin);
  await api.open(site.origin);
  const url = `${api.origin}/graphql`;
  const client = createClient({ url, apiKey: api.apiKey });
  return {
    api,
    client,
    async open(element, { width = 760, language = 'en', period, patch, scale = 1 } = {}) {
      site.put(
        '/',
        'text/html; charset=utf-8',
        `<!doctype html><html lang="${language}"><head><title>Partner</title><meta charset="utf-8">
         <link rel="stylesheet" href="/page.css"><script type="module" src="/leadstage.js"></script></head><body>
         <leadstage-reports url="${url}" token="${api.apiKey}" period="${period ?? `${PERIOD.start}..${PERIOD.end}`}">
         ${element}</leadstage-reports></body></html>`,
      );
      const page = await browser.newPage({ viewport: { width, height: 900 }, deviceScaleFactor: scale });
      const complaints: string[] = [];
      await page.clock.setFixedTime(DEMO_NOW);
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      if (patch) await page.route(url, (route) => patched(route, patch, site.origin));
      await page.goto(site.origin);
      await page.locator('figure[aria-busy=false]').first().waitFor();
      return { page, complaints };
    },
    async close() {
      await browser.close();
      await site.close();
      await api.close();
    },
  };
}

async function patched(route: Route, patch: (data: Record<string, unknown>) => void, origin: string): Promise<void> {
  if (route.request().method() === 'OPTIONS') return route.continue();
  const response = await route.fetch();
  const answer = (await response.json()) as { data: Record<string, unknown> };
  patch(answer.data);
  await route.fulfill({ json: answer, headers: { 'access-control-allow-origin': origin } });
}

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

const percent = new Intl.NumberFormat('en', { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** As people read a share in English. */
export const share = (value: number | null) => (value === null ? '–' : percent.format(value));
export const count = (value: number | null) => (value === null ? '–' : value.toLocaleString('en'));
