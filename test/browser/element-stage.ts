import type { Page, Route } from 'playwright-core';
import { createClient, type LeadstageClient } from '../../packages/sdk/src/index.js';
import { launchBrowser } from './browser.js';
import { complaintsOf } from './complaints.js';
import { DEMO_NOW, type DemoServer, startDemoServer } from './demo-server.js';
import { type PartnerSite, startPartnerSite } from './partner-site.js';

export const PERIOD = { start: '2025-07-01', end: '2026-06-01' };
export const QUARTER = { start: '2026-01-01', end: '2026-04-01' };

export interface PageOptions {
  /** Pixels; default 760. */
  readonly width?: number;
  /** Pixels; default 900. */
  readonly height?: number;
  /** Of the screen, pixels of it for one of the page; default 1. */
  readonly scale?: number;
}

export interface ShowOptions {
  readonly language?: string;
  /** Dates, the end exclusive, or as the attribute has it; default `PERIOD`. */
  readonly period?: typeof PERIOD | string;
  /** Default: one that may do everything. */
  readonly token?: string;
  /** Paths of modules, instead of `/leadstage.js` alone. */
  readonly scripts?: readonly string[];
  /** Whether the reports stand in a `<main>` below two headings, as those do who let a whole page be checked. */
  readonly isWhole?: boolean;
  /** What is put in the place of an answer's data, for what the demo does not have. */
  readonly patch?: (data: Record<string, unknown>) => void;
}

export interface StagePage {
  readonly page: Page;
  /** What it complained about since it was made. */
  readonly complaints: readonly string[];
}

/** Elements on a partner's page, over the demo. */
export interface ElementStage {
  readonly api: DemoServer;
  readonly site: PartnerSite;
  readonly client: LeadstageClient;
  /** An empty page, for which it is `DEMO_NOW`. */
  newPage(options?: PageOptions): Promise<StagePage>;
  /** Puts elements on a page, inside `<leadstage-reports>`, and waits until one shows anything but that it loads. */
  show(page: Page, elements: string, options?: ShowOptions): Promise<void>;
  /** A new page that shows elements. */
  open(elements: string, options?: PageOptions & ShowOptions): Promise<StagePage>;
  close(): Promise<void>;
}

/** Takes about 12 s. */
export async function setElementStage(): Promise<ElementStage> {
  const [api, browser] = await Promise.all([startDemoServer(), launchBrowser()]);
  const site = await startPartnerSite(api.origin);
  await api.open(site.origin);
  const url = `${api.origin}/graphql`;

  async function newPage({ width = 760, height = 900, scale = 1 }: PageOptions = {}): Promise<StagePage> {
    const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: scale });
    await page.clock.setFixedTime(DEMO_NOW);
    return { page, complaints: complaintsOf(page) };
  }

  async function show(page: Page, elements: string, options: ShowOptions = {}): Promise<void> {
    const { language = 'en', period = PERIOD, token = api.apiKey, scripts = ['/leadstage.js'], patch } = options;
    const modules = scripts.map((src) => `<script type="module" src="${src}"></script>`).join('');
    const dates = typeof period === 'string' ? period : `${period.start}..${period.end}`;
    const reports = `<leadstage-reports url="${url}" token="${token}" period="${dates}">${elements}</leadstage-reports>`;
    site.put(
      '/',
      'text/html; charset=utf-8',
      `<!doctype html><html lang="${language}"><head><title>Partner</title><meta charset="utf-8">
       <meta name="color-scheme" content="light dark"><link rel="stylesheet" href="/page.css">${modules}</head><body>
       ${options.isWhole ? `<main><h1>Reports</h1><h2>All</h2>${reports}</main>` : reports}</body></html>`,
    );
    if (patch) await page.route(url, (route) => patched(route, patch, site.origin));
    await page.goto(site.origin);
    await page.locator('figure[aria-busy=false]').first().waitFor();
  }

  return {
    api,
    site,
    client: createClient({ url, apiKey: api.apiKey }),
    newPage,
    show,
    async open(elements, options) {
      const opened = await newPage(options);
      await show(opened.page, elements, options);
      return opened;
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
