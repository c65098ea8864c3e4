/* Pages of another origin with real embed tokens: what they show, what renews, and what no page can do. */
import { readFile } from 'node:fs/promises';
import { createClient, type FunnelReport, type LeadFilterInput } from '@leadstage/sdk';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { rotateSigningKey } from '../../packages/api/src/commands/rotate-signing-key.js';
import { blocksOf } from '../support/readme-blocks.js';
import { ARTIFACTS, launchBrowser, withoutBrowser } from './browser.js';
import { DEMO_NOW, type DemoServer, startDemoServer } from './demo-server.js';
import { mintFor } from './embed-tokens-for.js';
import { type PartnerSite, startPartnerSite } from './partner-site.js';

const PERIOD = '2026-01-01..2026-04-01';
const BEFORE = '2025-10-01..2026-01-01';
const LOCK = { source: { in: ['event'] } };

describe.skipIf(withoutBrowser)('embedding', () => {
  let browser: Browser;
  let api: DemoServer;
  let site: PartnerSite;
  let mint: Awaited<ReturnType<typeof mintFor>>;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    [api, browser] = await Promise.all([startDemoServer(), launchBrowser()]);
    site = await startPartnerSite(api.origin);
    // Its own, for the framed page.
    await api.open(site.origin, api.origin);
    const script = `import { createClient } from '${api.origin}/leadstage.js'; Object.assign(globalThis, { createClient });`;
    site.put('/page.js', 'text/javascript', script);
    mint = await mintFor(api);
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
    await api?.close();
  });

  beforeEach(async () => {
    context = await browser.newContext({ viewport: { width: 760, height: 640 } });
    page = await context.newPage();
    complaints = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
  });

  afterEach(() => context.close());

  /** A partner's page, with the elements as the API's own server hands them out. */
  const partnerPage = (
    attributes: string,
    elements: string,
  ) => `<!doctype html><html lang="en"><head><title>Partner</title>
    <meta charset="utf-8"><link rel="stylesheet" href="/page.css">
    <script type="module" src="${api.origin}/leadstage.js"></script><script type="module" src="/page.js"></script></head><body>
    <leadstage-reports url="${api.origin}/graphql" period="${PERIOD}" ${attributes}>${elements}</leadstage-reports></body></html>`;

  async function open(attributes: string, elements = '<leadstage-funnel></leadstage-funnel>'): Promise<void> {
    site.put('/', 'text/html; charset=utf-8', partnerPage(attributes, elements));
    await page.goto(site.origin);
  }

  /** As an admin is answered who asks for the lock and more. */
  async function reached(filter: LeadFilterInput, period = PERIOD): Promise<string[]> {
    const [start = '', end = ''] = period.split('..');
    const { total } = await createClient({ url: `${api.origin}/graphql`, apiKey: api.apiKey }).funnel({
      period: { start, end },
      filter,
    });
    return countsOf(total);
  }

  const countsOf = (total: FunnelReport['total']) =>
    total.stages.map((stage) => new Intl.NumberFormat('en').format(stage.reached ?? Number.NaN));

  /** The counts that the funnel says, once it shows what it was last asked. */
  async function shown(at: Pick<Page, 'locator'> = page): Promise<string[]> {
    await at.locator('leadstage-funnel figure[aria-busy=false] .mark').first().waitFor();
    const names = await at
      .locator('leadstage-funnel .mark')
      .evaluateAll((marks) => marks.map((mark) => mark.ariaLabel));
    return names.map((name) => /Reached: (\d+(?:,\d{3})*)/.exec(name ?? '')?.[1] ?? '');
  }

  const set = (name: string, value: unknown, on = 'leadstage-reports') =>
    page.evaluate(
      ([on, name, value]) => Object.assign(document.querySelector(on as string) as object, { [name as string]: value }),
      [on, name, value],
    );

  test('shows a page of another origin what its token opens, under a strict policy', async () => {
    const { token } = await mint.minted({ reports: ['funnel'], filter: LOCK, origin: site.origin });
    await open(`token="${token}"`);
    const counts = await shown();
    expect(counts).toEqual(await reached(LOCK));
    expect(counts).not.toEqual(await reached({}));
    expect(await page.locator('leadstage-funnel .mark[role=button]').count(), 'leads may not be listed').toBe(0);
    expect(complaints).toEqual([]);
  });

  test('renews a token that has ended, without a break that can be seen', async () => {
    const asked = { reports: ['funnel'] as const, filter: LOCK };
    let posts = 0;
    site.on('/token', async () => {
      posts += 1;
      return posts === 1 ? mint.ended(asked) : mint.minted(asked);
    });
    await open('token-url="/token"');
    expect(await shown()).toEqual(await reached(LOCK));
    expect(posts, 'refused once, renewed once').toBe(2);
    await page.evaluate(() => {
      const breaks: string[] = [];
      Object.assign(globalThis, { breaks });
      const root = document.querySelector('leadstage-funnel')?.shadowRoot as ShadowRoot;
      new MutationObserver(() => {
        if (root.querySelector('[role=alert], .skeleton') || !root.querySelector('.mark')) breaks.push(root.innerHTML);
      }).observe(root, { childList: true, subtree: true });
    });
    // Whatever was signed before is refused from now on.
    await rotateSigningKey(api.database, api.workspaceId, 0);
    await set('period', BEFORE);
    await expect.poll(() => shown(), { timeout: 20_000 }).toEqual(await reached(LOCK, BEFORE));
    expect(await page.evaluate(() => (globalThis as unknown as { breaks: string[] }).breaks)).toEqual([]);
    expect(posts).toBe(3);
    // The browser itself writes down each refusal that led to a renewal.
    expect(complaints.filter((text) => !text.includes('401'))).toEqual([]);
  });

  test('keeps to its locked filter whatever the page does', async () => {
    const { token } = await mint.minted({ reports: ['funnel'], filter: LOCK });
    await open(`token="${token}"`);
    const locked = await reached(LOCK);
    expect(await shown()).toEqual(locked);
    for (const [on, filter, counts] of [
      ['leadstage-reports', { source: { in: ['event', 'paid_search', 'organic_search'] } }, locked],
      ['leadstage-reports', {}, locked],
      ['leadstage-reports', { source: { notIn: ['paid_search'] } }, locked],
      ['leadstage-funnel', {}, locked],
      ['leadstage-funnel', { leadType: { notIn: [null] } }, await reached({ ...LOCK, leadType: { notIn: [null] } })],
    ] as const) {
      const answered = page.waitForResponse((answer) => answer.request().method() === 'POST');
      await set('filter', filter, on);
      expect((await answered).status()).toBe(200);
      await expect.poll(() => shown(), { message: JSON.stringify(filter) }).toEqual(counts);
    }
    await set('filter', { source: { in: ['paid_search'] } });
    await set('filter', null, 'leadstage-funnel');
    await page.getByText('Nothing in this period').waitFor();
    const byClient = await page.evaluate(
      async ([url, token]) => {
        const { createClient } = globalThis as unknown as typeof import('@leadstage/sdk');
        const client = createClient({ url: url as string, token: token as string });
        const refusal = (asked: Promise<unknown>) => asked.then(JSON.stringify, ({ code }: { code: string }) => code);
        const period = { start: '2026-01-01', end: '2026-04-01' };
        const { total, groups } = await client.funnel({ period, by: ['source'], filter: { source: { notIn: ['x'] } } });
        return {
          counts: total.stages.map((stage) => (stage.reached ?? 0).toLocaleString('en')),
          sources: groups.map(({ keys }) => keys[0]?.value),
          refusals: await Promise.all([
            refusal(client.raw('{ funnel(input: { period: { start: "2026-01-01", end: "2026-04-01" } }) { asOf } }')),
            refusal(client.raw('query Funnel { leads(first: 5) { totalCount } }')),
            refusal(client.leadsPage({ first: 5 })),
            refusal(client.lead({ id: '1' })),
            refusal(client.savedReports()),
            refusal(client.sla({ period })),
          ]),
        };
      },
      [`${api.origin}/graphql`, token],
    );
    expect(byClient).toEqual({
      counts: locked,
      sources: ['event'],
      refusals: ['UNTRUSTED_DOCUMENT', 'UNTRUSTED_DOCUMENT', ...Array.from({ length: 4 }, () => 'FORBIDDEN')],
    });
  });

  test('shows what a token does not open as not open, and the rest', async () => {
    const { token } = await mint.minted({ reports: ['funnel'], filter: LOCK, leads: true });
    const closed = ['sla', 'cost', 'velocity', 'acceptance', 'diagnosis', 'standard-metrics', 'handoffs'];
    const tags = ['funnel', ...closed].map((name) => `<leadstage-${name}></leadstage-${name}>`).join('');
    await open(`token="${token}"`, tags);
    expect(await shown()).toEqual(await reached(LOCK));
    const defined = await page.evaluate(
      (names) => names.filter((name) => customElements.get(`leadstage-${name}`)),
      closed,
    );
    expect(defined).toContain('handoffs');
    for (const name of defined) {
      const element = page.locator(`leadstage-${name}`);
      expect(await element.getByRole('alert').innerText(), name).toContain('This is not open to you');
      expect(await element.getByRole('button', { name: 'Try again' }).count(), name).toBe(0);
    }
    expect(complaints).toEqual([]);
  });

  test('shows nothing to a page whose origin is not listed', async () => {
    const { token } = await mint.minted({ reports: ['funnel'] });
    await api.open(api.origin);
    await open(`token="${token}"`);
    await page.locator('leadstage-funnel').getByRole('alert').waitFor({ timeout: 20_000 });
    expect(await page.locator('leadstage-funnel .mark').count()).toBe(0);
    expect(complaints.join()).toContain('CORS');
    await api.open(site.origin, api.origin);
    await page.getByRole('button', { name: 'Try again' }).click();
    expect(await shown()).toEqual(await reached({}));
  });

  test('does in a page what docs/embedding.md shows, with elements and with a frame', async () => {
    const blocks = blocksOf(await readFile(new URL('../../docs/embedding.md', import.meta.url), 'utf8'));
    const shownAs = (name: string) =>
      blocks
        .find(({ info }) => info === name)
        ?.body.replaceAll('https://leads.example', api.origin)
        .replaceAll('https://app.example', site.origin) ?? '';
    site.on('/leadstage-token', () => mint.minted({ reports: ['funnel', 'acceptance'], leads: true, filter: LOCK }));
    site.put('/reports.js', 'text/javascript', shownAs('frame-script'));
    const bodyOf = (block: string) =>
      `<!doctype html><html lang="en"><head><title>Docs</title></head><body>${block}</body></html>`;
    site.put('/elements', 'text/html; charset=utf-8', bodyOf(shownAs('elements')));
    site.put('/frame', 'text/html; charset=utf-8', bodyOf(shownAs('frame')));
    await page.clock.setFixedTime(DEMO_NOW);
    for (const path of ['/elements', '/frame']) {
      await page.goto(`${site.origin}${path}`);
      const at = path === '/frame' ? page.frameLocator('iframe') : page;
      for (const name of ['funnel', 'handoffs'])
        await at.locator(`leadstage-${name} figure[aria-busy=false]`).waitFor();
      expect(await at.getByRole('alert').count()).toBe(0);
    }
    expect(complaints).toEqual([]);
  });

  describe('in a frame', () => {
    const frame = () => page.frameLocator('iframe').first();

    async function openFramed(query: string): Promise<void> {
      site.put(
        '/framed.js',
        'text/javascript',
        `import { frameReports } from '${api.origin}/leadstage.js';
         const getToken = async () => (await fetch('/token', { method: 'POST' })).json();
         frameReports(document.querySelector('iframe'), { getToken });`,
      );
      site.put(
        '/framed',
        'text/html; charset=utf-8',
        `<!doctype html><html lang="en"><head><title>Partner</title><script type="module" src="/framed.js"></script></head>
         <body><iframe title="Reports" src="${api.origin}/embed?period=${PERIOD}&${query}"></iframe></body></html>`,
      );
      await page.goto(`${site.origin}/framed`);
    }

    test('shows reports as high as they are, with tokens that are handed to it and renewed', async () => {
      const asked = { reports: ['funnel'] as const, filter: LOCK };
      let posts = 0;
      site.on('/token', async () => {
        posts += 1;
        return posts === 1 ? mint.ended(asked) : mint.minted(asked);
      });
      await openFramed(`reports=funnel&theme=dark&lang=sv&parent=${encodeURIComponent(site.origin)}`);
      const marks = frame().locator('leadstage-funnel figure[aria-busy=false] .mark');
      await marks.first().waitFor();
      expect(posts).toBe(2);
      const names = await marks.evaluateAll((each) => each.map((mark) => mark.ariaLabel ?? ''));
      const counts = await reached(LOCK);
      expect(names.map((name) => /Nådde: ([\d\s]+)/.exec(name)?.[1]?.replaceAll(/\s/g, ',').replace(/,$/, ''))).toEqual(
        counts,
      );
      const heights = await frame()
        .locator('body')
        .evaluate((body) => [body.getBoundingClientRect().height, innerHeight, body.scrollHeight]);
      expect(heights[0]).toBeGreaterThan(300);
      expect(Math.abs((heights[1] as number) - Math.ceil(heights[0] as number))).toBeLessThanOrEqual(1);
      expect(await frame().locator('html').getAttribute('class')).toBe('dark');
      await page.screenshot({ path: `${ARTIFACTS}/framed.png`, fullPage: true });
      // The definitions' dialog, and a file, are open to it too.
      await frame().getByRole('button', { name: 'Vad det betyder' }).click();
      await frame().getByRole('button', { name: 'Stäng' }).click();
      expect(complaints.filter((text) => !text.includes('401'))).toEqual([]);
      expect(page.url() + page.frames().map((each) => each.url())).not.toContain('eyJ');
    });

    test('takes tokens from the page around it alone', async () => {
      const good = await mint.minted({ reports: ['funnel'], filter: LOCK });
      const wide = await mint.minted({ reports: ['funnel'] });
      const used = new Set<string | undefined>();
      page.on('request', (request) => {
        if (request.url().endsWith('/graphql') && request.method() === 'POST')
          used.add(request.headers().authorization);
      });
      let release = () => {};
      const released = new Promise<void>((resolve) => {
        release = resolve;
      });
      site.on('/token', async () => {
        await released;
        return good;
      });
      await openFramed(`reports=funnel&parent=${encodeURIComponent(site.origin)}`);
      const inner = page.frames().find((each) => each.url().includes('/embed')) as import('playwright-core').Frame;
      await frame().locator('leadstage-funnel').waitFor({ state: 'attached' });
      // From the frame itself, and from another one beside it that the page has let in.
      const message = { type: 'leadstage-token', id: 1, token: wide.token };
      await inner.evaluate((data) => window.postMessage(data, '*'), message);
      await page.evaluate((src) => {
        const other = document.createElement('iframe');
        other.src = src;
        document.body.append(other);
      }, `${api.origin}/health`);
      await expect.poll(() => page.frames().some((each) => each.url().endsWith('/health'))).toBe(true);
      const other = page.frames().find((each) => each.url().endsWith('/health')) as import('playwright-core').Frame;
      await other.evaluate((data) => window.parent.frames[0]?.postMessage(data, '*'), message);
      await page.waitForTimeout(500);
      expect([...used]).toEqual([]);
      release();
      await frame().locator('leadstage-funnel figure[aria-busy=false] .mark').first().waitFor();
      expect([...used]).toEqual([`Bearer ${good.token}`]);
    });

    test('is shown by nobody but the parent that its address names, and says what is wrong with its address', async () => {
      await openFramed('reports=funnel&parent=https%3A%2F%2Fapp.example');
      await expect.poll(() => complaints.join()).toContain('frame-ancestors');
      for (const [query, text] of [
        ['reports=', 'Say which reports'],
        ['reports=nonsense', 'no element for nonsense'],
        ['reports=funnel&filter=[]', 'no JSON object'],
      ] as const) {
        await openFramed(query);
        await frame().getByText(text).waitFor();
      }
      await page.goto(`${api.origin}/embed?reports=funnel`);
      await page.getByText('is shown inside others').waitFor();
    });
  });
});
