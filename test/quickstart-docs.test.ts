import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { createClient, type LeadFilterInput } from '@leadstage/sdk';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ARTIFACTS, launchBrowser, withoutBrowser } from './browser/browser.js';
import { complaintsOf } from './browser/complaints.js';
import { type Block, blocksOf, firstCells } from './support/readme-blocks.js';
import { type Desk, startDesk } from './support/readme-desk.js';

const text = readFileSync(new URL('../docs/quickstart.md', import.meta.url), 'utf8');
const blocks = blocksOf(text);
const block = (info: string) => blocks.find((each) => each.info === info)?.body ?? '';
const SEEDING_MS = 240_000;
/** Slow readers manage 150 words a minute. */
const MOST_WORDS = 1_500;

it('is read in ten minutes', () => {
  const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  expect(words.length).toBeGreaterThan(500);
  expect(words.length).toBeLessThanOrEqual(MOST_WORDS);
});

describe.skipIf(withoutBrowser)('docs/quickstart.md, followed by the letter', () => {
  let desk: Desk;
  let browser: Browser;
  let page: Page;
  let port: string;
  let partner: number | null = null;

  /** As it stands there, but for addresses, which are free ones. */
  const here = (body: string) =>
    body.replaceAll('http://127.0.0.1:4000', desk.origin).replaceAll('8080', port).replaceAll('lsk_…', desk.apiKey);

  beforeAll(async () => {
    [desk, browser, port] = await Promise.all([startDesk(Date.now()), launchBrowser(), freePort()]);
    page = await browser.newPage({ viewport: { width: 900, height: 700 } });
  }, SEEDING_MS);
  afterAll(async () => {
    await stopPartner();
    await browser?.close();
    await desk?.stop();
  });

  /** A program of the reader's, which a shell would leave running in the foreground. */
  async function startPartner(script: string, env: NodeJS.ProcessEnv = {}): Promise<void> {
    const log = 'partner.log';
    const pid = await desk.run(
      `{\n${script.replace(/^(node .*)$/m, `exec $1 > ${log} 2>&1`)}\n} > /dev/null & echo $!`,
      env,
    );
    partner = Number(pid);
    for (let times = 0; times < 100; times += 1) {
      if ((await desk.run(`cat ${log} 2>/dev/null || true`)).includes(`http://localhost:${port}`)) return;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error(`the page's server did not start: ${await desk.run(`cat ${log}`)}`);
  }

  async function stopPartner(): Promise<void> {
    if (partner !== null) process.kill(partner);
    partner = null;
  }

  /** What the chart shows at each stage. */
  const shown = (page: Page) => page.locator('leadstage-funnel text.strong').allTextContents();

  async function counted(period: object, filter: LeadFilterInput): Promise<string[]> {
    const client = createClient({ url: `${desk.origin}/graphql`, apiKey: desk.apiKey });
    const { total } = await client.funnel({ ...{ period }, filter } as Parameters<typeof client.funnel>[0]);
    return total.stages.map(({ reached }) => (reached ?? 0).toLocaleString('en'));
  }

  it('leads to a chart with the numbers of the API', async () => {
    for (const each of blocks.filter(isStep)) {
      if (each.info === 'start') await startPartner(here(each.body));
      else if (each.info === '') await desk.run(here(each.body));
      else {
        await desk.run('mkdir -p my-page');
        desk.writeFile(each.info, here(each.body));
      }
    }
    const complaints = complaintsOf(page);
    await page.goto(`http://localhost:${port}/`);
    await page.locator('leadstage-funnel .mark').first().waitFor();
    const year = { last: { count: 12, grain: 'MONTH' } };
    const numbers = await counted(year, { leadType: { in: ['demo_request'] } });
    expect(numbers[0]).not.toBe('0');
    expect(await shown(page)).toEqual(numbers);
    expect(numbers).not.toEqual(await counted(year, {}));
    await page.locator('leadstage-funnel .mark').nth(1).hover();
    await expect.poll(() => page.locator('leadstage-funnel .tooltip').textContent()).toMatch(/95 % interval/);
    await page.screenshot({ path: `${ARTIFACTS}/quickstart.png` });
    expect(complaints).toEqual([]);
  });

  /** The page with other reports in place of its own. */
  async function open(reports: string, host = 'localhost'): Promise<Page> {
    const written = here(block('my-page/index.html')).replace(/<leadstage-reports[\s\S]*<\/leadstage-reports>/, () =>
      here(reports),
    );
    desk.writeFile('my-page/index.html', written);
    await page.goto(`http://${host}:${port}/`);
    return page;
  }

  it('makes it the reader’s own', async () => {
    await open(block('more'));
    const counts = page.locator('leadstage-funnel text.strong');
    await counts.first().waitFor();
    const numbers = await counted({ last: { count: 6, grain: 'MONTH' } }, { leadType: { in: ['demo_request'] } });
    const texts = (await shown(page)).map((count) => count.replace(/\s/g, ','));
    expect(texts.slice(0, numbers.length)).toEqual(numbers);
    expect(texts[numbers.length]).toBe('Total,konvertering,per,källa');
    expect(await page.getByRole('heading', { level: 3 }).allTextContents()).toContain('Tratten');
    const bar = page.locator('leadstage-funnel rect.bar').first();
    expect(await bar.evaluate((element) => getComputedStyle(element).fill)).toBe('rgb(124, 58, 237)');
    await expect.poll(() => page.locator('figure[aria-busy=true]').count(), { timeout: 20_000 }).toBe(0);
    expect(await page.locator('[role=alert]').count()).toBe(0);
    await page.screenshot({ path: `${ARTIFACTS}/quickstart-more.png`, fullPage: true });
  });

  const reports = (inside: string, attributes = '') =>
    `<leadstage-reports url="http://127.0.0.1:4000/graphql" token-url="/leadstage-token" ${attributes}>${inside}</leadstage-reports>`;
  const FUNNEL = '<leadstage-funnel></leadstage-funnel>';

  it('tells what it looks like when it does not work', async () => {
    const told = firstCells(text, 'what you see');
    const seen: string[] = [];
    const see = async (page: Page) => {
      const said = page
        .locator('figure [role]', { hasText: /\S/ })
        .filter({ hasNotText: /Loading/ })
        .first();
      await said.waitFor({ timeout: 20_000 });
      const words = (await said.textContent())?.trim() ?? '';
      seen.push(told.find((cell) => words.startsWith(cell)) ?? words);
    };
    await page.route('**/leadstage.js', (route) => route.abort());
    await open(reports(FUNNEL));
    if ((await page.locator('body').innerText()).trim() === 'My leads') seen.push('nothing but the heading');
    await page.unroute('**/leadstage.js');
    await see(await open(reports(FUNNEL), '127.0.0.1'));
    await stopPartner();
    await startPartner('node my-page/server.mjs', { LEADSTAGE_API_KEY: 'lsk_wrong' });
    await see(await open(reports(FUNNEL)));
    expect(await desk.run('cat partner.log')).toContain('The key is not valid');
    await stopPartner();
    await startPartner(here(block('start')));
    await see(await open(reports('<leadstage-cost></leadstage-cost>')));
    await see(await open(reports(FUNNEL, `filter='{"leadType":{"in":["webinar"]}}'`)));
    expect(seen).toEqual(told);
  });

  it('names the elements and the lead types that there are', async () => {
    const index = readFileSync(
      new URL('../packages/sdk/src/elements/jsx/leadstage-elements.ts', import.meta.url),
      'utf8',
    );
    const tags = [...index.matchAll(/^ {2}'([\w-]+)':/gm)].map(([, tag]) => `<${tag}>`);
    const named = [...text.matchAll(/`(<leadstage-[\w-]+>)`/g)].map(([, tag]) => tag);
    // What is behind a number is opened by the reports themselves.
    expect([...new Set(named)].sort()).toEqual(tags.filter((tag) => tag !== '<leadstage-behind>').sort());
    const client = createClient({ url: `${desk.origin}/graphql`, apiKey: desk.apiKey });
    const { groups } = await client.funnel({ period: { last: { count: 12, grain: 'MONTH' } }, by: ['leadType'] });
    for (const { keys } of groups) expect(text).toContain(`\`${keys[0]?.value}\``);
  });
});

/** What a reader does before the page is open. */
function isStep({ notRun, info }: Block): boolean {
  return notRun === null && info !== 'more';
}

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { readonly port: number };
  server.close();
  await once(server, 'close');
  return String(port);
}
