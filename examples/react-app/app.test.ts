import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServerClient } from '@leadstage/sdk/server';
import type { Browser } from 'playwright-core';
import ts from 'typescript';
import { build, type PreviewServer, preview } from 'vite';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ARTIFACTS, launchBrowser, withoutBrowser } from '../../test/browser/browser.js';
import { complaintsOf } from '../../test/browser/complaints.js';
import { type ExampleServer, startExample } from '../../test/support/example-server.js';
import { addRecentLeads } from '../../test/support/recent-leads.js';
import { type SeededServer, startSeededServer } from '../../test/support/seeded-server.js';

const root = fileURLToPath(new URL('.', import.meta.url));

it('is what the compiler and its own settings want', () => {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  expect(fileNames.length).toBe(3);
  // The sources of the SDK, so that the test needs no build of its types.
  const program = ts.createProgram(fileNames, { ...options, customConditions: ['leadstage-source'] });
  const said = ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  expect(said).toEqual([]);
});

it('pins what this repository is tried with', () => {
  const read = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'));
  const { dependencies, devDependencies } = read('package.json');
  const ours = {
    ...read('../../package.json').devDependencies,
    '@leadstage/sdk': read('../../packages/sdk/package.json').version,
    vite: read('../../node_modules/vite/package.json').version,
  };
  expect({ ...ours, ...dependencies, ...devDependencies }).toEqual(ours);
});

describe.skipIf(withoutBrowser)('the app in a browser', () => {
  let api: SeededServer;
  let backEnd: ExampleServer;
  let site: PreviewServer;
  let browser: Browser;
  let origin: string;
  const outDir = mkdtempSync(join(tmpdir(), 'leadstage-react-'));

  beforeAll(async () => {
    [api, browser] = await Promise.all([startSeededServer(), launchBrowser()]);
    await addRecentLeads(api);
    backEnd = await startExample('express-tokens/server.mjs', {
      LEADSTAGE_URL: api.url,
      LEADSTAGE_API_KEY: api.apiKey,
    });
    vi.stubEnv('VITE_LEADSTAGE_URL', api.url);
    await build({ root, logLevel: 'error', build: { outDir, emptyOutDir: true } });
    const policy = `default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' ${new URL(api.url).origin}`;
    const proxy = { '/leadstage-token': backEnd.origin, '/sign-in': backEnd.origin };
    site = await preview({
      root,
      logLevel: 'error',
      build: { outDir },
      preview: { port: 0, strictPort: false, host: 'localhost', proxy, headers: { 'content-security-policy': policy } },
    });
    origin = new URL(site.resolvedUrls?.local[0] ?? '').origin;
    await createServerClient(api).updateWorkspace({ origins: [origin] });
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await browser?.close();
    await site?.close();
    await backEnd?.stop();
    await api?.close();
    rmSync(outDir, { recursive: true, force: true });
  });

  it('keeps period, filter and unit in React, and shows what they are', async () => {
    const page = await browser.newPage({ viewport: { width: 900, height: 700 } });
    const complaints = complaintsOf(page);
    await page.goto(origin);
    await page.getByRole('button', { name: 'anna' }).click();
    const counts = page.locator('leadstage-funnel text.strong');
    const shown = () => counts.allTextContents().then((texts) => texts.slice(0, 3));
    await expect.poll(shown, { timeout: 15_000 }).toEqual(['30', '12', '12']);

    // React to the elements.
    const periods = page.getByRole('navigation', { name: 'Period' });
    await periods.getByRole('button', { name: '3 years' }).click();
    await expect.poll(shown).toEqual(['37', '19', '19']);
    await page.getByLabel('Count companies').check();
    await expect.poll(shown).toEqual(['10', '10', '10']);
    await page.getByLabel('Count companies').uncheck();

    // The elements to React: choosing a source in the control asks for another question, which React answers.
    await page
      .getByRole('button', { name: /source/i })
      .first()
      .click();
    await page.getByRole('dialog').getByText('webinar').click();
    await expect.poll(shown).toEqual(['13', '7', '7']);
    await page.keyboard.press('Escape');
    await page
      .locator('leadstage-controls')
      .getByRole('button', { name: /period/i })
      .click();
    await page.getByRole('dialog').getByText('Last 12 months').click();
    await expect
      .poll(() => periods.getByRole('button', { name: '12 months' }).getAttribute('aria-pressed'))
      .toBe('true');
    await expect.poll(shown).toEqual(['10', '4', '4']);
    await page.locator('leadstage-funnel .mark').first().hover();
    const tooltip = page.locator('leadstage-funnel .tooltip');
    await expect.poll(() => tooltip.textContent()).toMatch(/Reached: 10(?!\d)/);
    // By the keyboard, so that the pointer rests where it is.
    await periods.getByRole('button', { name: '3 years' }).press('Enter');
    await expect.poll(() => tooltip.textContent()).toMatch(/Reached: 13(?!\d)/);
    await page.screenshot({ path: `${ARTIFACTS}/example-react-app.png` });
    expect(complaints).toEqual([]);
  });
});
