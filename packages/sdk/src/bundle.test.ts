import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'tsdown';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import config from '../tsdown.config.js';
import { failureOf, startFakeApi } from './testing.js';
import { typeErrorsIn } from './type-errors-in.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const outDir = mkdtempSync(join(tmpdir(), 'leadstage-sdk-'));
const bundler = { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler };
const code = () => readFileSync(join(outDir, 'index.mjs'), 'utf8');

beforeAll(() => build({ ...(config as object), cwd: root, config: false, outDir, logLevel: 'silent' }));
afterAll(() => rmSync(outDir, { recursive: true }));

describe('the bundle', () => {
  it('is one file that imports nothing, and neither do its types', () => {
    expect(code()).not.toMatch(/^\s*(import|export .* from)\b|\brequire\(|\bimport\(/m);
    expect(readFileSync(join(outDir, 'index.d.mts'), 'utf8')).not.toMatch(/\bfrom\s+["']|import\(|\/\/\/ <reference/);
  });

  it('has no parser', () => {
    expect(code()).not.toContain('parseSelectionSet');
    expect(code()).toContain('SelectionSet');
  });

  it('exports what the sources export', async () => {
    const built = await import(pathToFileURL(join(outDir, 'index.mjs')).href);
    expect(Object.keys(built).sort()).toEqual(Object.keys(await import('./index.js')).sort());
  });

  it('asks, prints a document that is a tree, and tells errors apart', async () => {
    const { parse } = await import('graphql');
    const { createClient, NetworkError, ServerError } = await import(pathToFileURL(join(outDir, 'index.mjs')).href);
    const api = await startFakeApi({ body: { data: { stages: [] } } }, { status: 500, body: 'no' }, 'CUT');
    const client = createClient({ url: api.url, apiKey: 'k', retries: 0 });
    expect(await client.raw(parse('{ stages { key } }'))).toEqual({ stages: [] });
    expect(JSON.parse(api.requests[0]?.body as string).query).toBe('{\n  stages {\n    key\n  }\n}');
    expect(await failureOf(client.stages())).toBeInstanceOf(ServerError);
    expect(await failureOf(client.stages())).toBeInstanceOf(NetworkError);
    await api.close();
  });

  it('has types that a strict browser project can use', () => {
    const file = join(outDir, 'use.ts');
    writeFileSync(
      file,
      `import { createClient, type FunnelReport, type LeadstageClient } from './index.mjs';
       const client: LeadstageClient = createClient({ url: '/graphql', apiKey: 'k', fetch: window.fetch });
       const report: FunnelReport = await client.funnel({ period: { last: { count: 2, grain: 'MONTH' } } });
       const amount: string | undefined = (await client.cost({ period: {} })).total.stages[0]?.spend?.amount;
       const rate: number | null | undefined = report.groups[0]?.figures.stages[0]?.stepRate?.value;
       for await (const lead of client.leads()) console.log(lead.externalId, amount, rate);
       // @ts-expect-error: no such grain
       client.funnel({ period: { last: { count: 2, grain: 'FORTNIGHT' } } });
       // @ts-expect-error: one of them
       client.lead({ id: '1', externalId: '1' });
      `,
    );
    expect(
      typeErrorsIn([file], {
        lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.asynciterable.d.ts'],
        types: [],
        ...bundler,
      }),
    ).toEqual([]);
  });
});

describe('the size', () => {
  it('stays within its budget', () => {
    const output = execFileSync(process.execPath, [join(root, 'scripts/size.mjs'), join(outDir, 'index.mjs')]);
    expect(output.toString()).toMatch(/^\d+ bytes minified, \d+ gzipped: within the budget/);
  });
});
