import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createClient } from '@leadstage/sdk';
import { createServerClient } from '@leadstage/sdk/server';
import type { Browser } from 'playwright-core';
import { compile } from 'svelte/compiler';
import { build, type Plugin, type PreviewServer, preview } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addRecentLeads } from '../support/recent-leads.js';
import { type SeededServer, startSeededServer } from '../support/seeded-server.js';
import { launchBrowser, withoutBrowser } from './browser.js';
import { complaintsOf } from './complaints.js';

/** The same page three times: a button asks for three years instead of one, and takes the breakdown away. */
const PAGES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  react: {
    'main.tsx': `
      import '@leadstage/sdk/elements/define';
      import { useState } from 'react';
      import { createRoot } from 'react-dom/client';
      function App() {
        const [wide, widen] = useState(false);
        return <>
          <button onClick={() => widen(!wide)}>Turn</button>
          <leadstage-reports {...globalThis.connection} period={wide ? 'last-36-months' : 'last-12-months'}
            filter={{ leadType: { in: ['demo_request'] } }} onleadstage-behind={(event) => { event.preventDefault(); document.title = event.label; }}>
            <leadstage-funnel by={wide ? undefined : 'source'} conversionWindow="P90D" showsTable={!wide} />
          </leadstage-reports>
        </>;
      }
      createRoot(document.querySelector('#root')!).render(<App />);`,
  },
  vue: {
    // What a template compiles to: these pages may not compile one, which takes eval.
    'main.tsx': `
      import '@leadstage/sdk/elements/define';
      import { createApp, h, ref } from 'vue';
      const wide = ref(false);
      createApp(() => [
        h('button', { onClick: () => { wide.value = !wide.value; } }, 'Turn'),
        h('leadstage-reports', { ...globalThis.connection, period: wide.value ? 'last-36-months' : 'last-12-months',
            filter: { leadType: { in: ['demo_request'] } }, onLeadstageBehind: (event) => { event.preventDefault(); document.title = event.label; } },
          [h('leadstage-funnel', { by: wide.value ? undefined : 'source', 'conversion-window': 'P90D', showsTable: !wide.value })]),
      ]).mount('#root');`,
  },
  svelte: {
    'App.svelte': `
      <script>
        let wide = $state(false);
      </script>
      <button onclick={() => { wide = !wide; }}>Turn</button>
      <leadstage-reports {...globalThis.connection} period={wide ? 'last-36-months' : 'last-12-months'}
        filter={{ leadType: { in: ['demo_request'] } }} onleadstage-behind={(event) => { event.preventDefault(); document.title = event.label; }}>
        <leadstage-funnel by={wide ? undefined : 'source'} conversionWindow="P90D" showsTable={!wide}></leadstage-funnel>
      </leadstage-reports>`,
    'main.tsx': `
      import '@leadstage/sdk/elements/define';
      import { mount } from 'svelte';
      import App from './App.svelte';
      mount(App, { target: document.querySelector('#root') });`,
  },
};

const svelte: Plugin = {
  name: 'svelte',
  transform: (code, id) => (id.endsWith('.svelte') ? compile(code, { filename: id }).js : null),
};

describe.skipIf(withoutBrowser)('the elements in', () => {
  let api: SeededServer;
  let browser: Browser;
  let site: PreviewServer;
  let origin: string;
  const root = mkdtempSync(join(tmpdir(), 'leadstage-frameworks-'));

  beforeAll(async () => {
    [api, browser] = await Promise.all([startSeededServer(), launchBrowser()]);
    await addRecentLeads(api);
    symlinkSync(fileURLToPath(new URL('../../node_modules', import.meta.url)), join(root, 'node_modules'));
    const connection = JSON.stringify({ url: api.url, token: api.apiKey });
    const input: string[] = [];
    for (const [name, files] of Object.entries(PAGES)) {
      const folder = join(root, name);
      mkdirSync(folder);
      for (const [file, text] of Object.entries(files)) {
        const given = file === 'main.tsx' ? `import './connection';${text}` : text;
        writeFileSync(join(folder, file), given);
      }
      writeFileSync(join(folder, 'connection.ts'), `globalThis.connection = ${connection};`);
      input.push(join(folder, 'index.html'));
      writeFileSync(
        join(folder, 'index.html'),
        '<!doctype html><html lang="en"><title>Page</title><div id="root"></div><script type="module" src="./main.tsx"></script></html>',
      );
    }
    const oxc = { jsx: { runtime: 'automatic' } } as const;
    await build({ root, logLevel: 'error', plugins: [svelte], oxc, build: { rolldownOptions: { input } } });
    const policy = `default-src 'none'; script-src 'self'; style-src 'self'; connect-src ${new URL(api.url).origin}`;
    const headers = { 'content-security-policy': policy };
    site = await preview({ root, logLevel: 'error', preview: { port: 0, host: 'localhost', headers } });
    origin = new URL(site.resolvedUrls?.local[0] ?? '').origin;
    await createServerClient(api).updateWorkspace({ origins: [origin] });
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
    await api?.close();
    rmSync(root, { recursive: true, force: true });
  });

  test.each(Object.keys(PAGES))('%s take properties, give them back and send events', async (name) => {
    const page = await browser.newPage();
    const complaints = complaintsOf(page);
    await page.goto(`${origin}/${name}/`);
    const client = createClient({ url: api.url, apiKey: api.apiKey });
    const counted = async (count: number) => {
      const filter = { leadType: { in: ['demo_request'] } };
      const period = { last: { count, grain: 'MONTH' } } as const;
      const { total } = await client.funnel({ period, filter, conversionWindow: 'P90D' });
      return total.stages.map(({ reached }) => String(reached));
    };
    const turn = page.getByRole('button', { name: 'Turn' });
    const table = page.locator('leadstage-funnel table');
    await table.waitFor();
    expect(await table.textContent()).toContain('webinar');
    await turn.click();
    const counts = page.locator('leadstage-funnel text.strong');
    await expect.poll(() => counts.allTextContents()).toEqual(await counted(36));
    expect(await page.locator('[role=alert]').count()).toBe(0);
    await page.locator('leadstage-funnel .mark').first().click();
    await expect.poll(() => page.title()).toMatch(/Lead/);
    await turn.click();
    await expect.poll(() => table.textContent()).toContain('webinar');
    expect(complaints).toEqual([]);
    await page.close();
  });
});
