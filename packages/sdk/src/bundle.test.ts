import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
/** A project that has the package installed, as its users have it. */
const project = mkdtempSync(join(tmpdir(), 'leadstage-sdk-'));
const installed = join(project, 'node_modules/@leadstage/sdk');
const outDir = join(installed, 'dist');
const ENTRIES = ['index', 'server'] as const;

const configs = config as readonly { readonly outDir?: string }[];
const [client, , page] = configs;
const rest = configs.filter((each) => each !== client && each !== page);

const built: Awaited<ReturnType<typeof build>> = [];

const code = () => filesIn('.mjs').map((name) => readFileSync(join(outDir, name), 'utf8'));
const filesIn = (end: string) => readdirSync(outDir).filter((name) => name.endsWith(end));
const entry = (name: (typeof ENTRIES)[number]) => import(pathToFileURL(join(outDir, `${name}.mjs`)).href);

beforeAll(async () => {
  mkdirSync(installed, { recursive: true });
  for (const name of ['package.json', 'README.md', 'THIRD-PARTY-LICENSES.txt']) {
    cpSync(join(root, name), join(installed, name));
  }
  built.push(...(await build({ ...client, cwd: root, config: false, outDir, logLevel: 'silent' })));
  await build({ ...page, cwd: root, config: false, outDir: join(outDir, 'browser'), logLevel: 'silent' });
});
afterAll(() => rmSync(project, { recursive: true }));

describe('the bundle', () => {
  it('imports nothing but its own files, and neither do its types', () => {
    const importing = /^\s*(?:import|export)\b[^'"]*\bfrom\s*["']([^"']+)["']/gm;
    const types = filesIn('.d.mts').map((name) => readFileSync(join(outDir, name), 'utf8'));
    const imported = [...code(), ...types].flatMap((text) => [...text.matchAll(importing)].map(([, name]) => name));
    expect(imported.length).toBeGreaterThan(1);
    expect(imported.filter((name) => !name?.startsWith('./'))).toEqual([]);
    expect(code().join('\n')).not.toMatch(/\brequire\(|\bimport\(|^\s*import\s*["']/m);
    expect(types.join('\n')).not.toMatch(/import\(|\/\/\/ <reference/);
  });

  it('has no parser', () => {
    expect(code().join('\n')).not.toContain('parseSelectionSet');
    expect(code().join('\n')).toContain('SelectionSet');
  });

  it('exports what the sources export', async () => {
    expect(Object.keys(await entry('index')).sort()).toEqual(Object.keys(await import('./index.js')).sort());
    expect(Object.keys(await entry('server')).sort()).toEqual(Object.keys(await import('./server.js')).sort());
  });

  it('asks, prints a document that is a tree, and tells errors apart', async () => {
    const { parse } = await import('graphql');
    const { createClient, NetworkError, ServerError } = await entry('index');
    const api = await startFakeApi({ body: { data: { stages: [] } } }, { status: 500, body: 'no' }, 'CUT');
    const client = createClient({ url: api.url, apiKey: 'k', retries: 0 });
    expect(await client.raw(parse('{ stages { key } }'))).toEqual({ stages: [] });
    expect(JSON.parse(api.requests[0]?.body as string).query).toBe('{\n  stages {\n    key\n  }\n}');
    expect(await failureOf(client.stages())).toBeInstanceOf(ServerError);
    expect(await failureOf(client.stages())).toBeInstanceOf(NetworkError);
    await api.close();
  });

  it('writes, with the errors of the other entry', async () => {
    const { InvalidInputError } = await entry('index');
    const { createServerClient } = await entry('server');
    const refusal = { refusal: 'InvalidInput', code: 'C', message: 'No.', path: [], expected: null };
    const api = await startFakeApi({ body: { data: { voidCost: refusal } } });
    const client = createServerClient({ url: api.url, apiKey: 'k' });
    expect(await failureOf(client.voidCost({ externalId: 'a', reason: 'b' }))).toBeInstanceOf(InvalidInputError);
    await api.close();
  });
});

describe('its types', () => {
  const PAGE = `
    import { createClient, type FunnelReport, type LeadstageClient } from '@leadstage/sdk';
    const client: LeadstageClient = createClient({ url: '/graphql', apiKey: 'k', fetch: globalThis.fetch });
    const report: FunnelReport = await client.funnel({ period: { last: { count: 2, grain: 'MONTH' } } });
    const amount: string | undefined = (await client.cost({ period: {} })).total.stages[0]?.spend?.amount;
    const rate: number | null | undefined = report.groups[0]?.figures.stages[0]?.stepRate?.value;
    for await (const lead of client.leads()) console.log(lead.externalId, amount, rate);
    createClient({ url: '/graphql', getToken: async ({ signal }) => (await fetch('/token', { signal })).text() });
    // @ts-expect-error: one of them
    createClient({ url: '/graphql', apiKey: 'k', token: 't' });
    // @ts-expect-error: no such grain
    client.funnel({ period: { last: { count: 2, grain: 'FORTNIGHT' } } });
    // @ts-expect-error: one of them
    client.lead({ id: '1', externalId: '1' });
    // @ts-expect-error: pages do not write
    client.acceptLead({ lead: { id: '1' } });`;
  const SERVER = `
    import { InvalidInputError } from '@leadstage/sdk';
    import { createServerClient, type LeadUpsertInput, WrongMoveError } from '@leadstage/sdk/server';
    const client = createServerClient({ url: 'http://127.0.0.1/graphql', apiKey: 'k' });
    const leads: readonly LeadUpsertInput[] = [{ externalId: 'a', createdAt: '2026-01-01T00:00:00Z' }];
    const created: number = (await client.upsertLeads({ leads })).created;
    const error: InvalidInputError = new WrongMoveError('C', 'No.', { path: [], handoffOpen: false, presentStage: null });
    const token: string | null = (await client.createEmbedToken({ reports: ['FUNNEL'] })).token;
    console.log(created, error, token);
    // @ts-expect-error: which lead?
    client.acceptLead({});`;

  it.each([
    ['bundler', ts.ModuleKind.ESNext, ts.ModuleResolutionKind.Bundler],
    ['node16', ts.ModuleKind.Node16, ts.ModuleResolutionKind.Node16],
    ['nodenext', ts.ModuleKind.NodeNext, ts.ModuleResolutionKind.NodeNext],
  ])('serve a strict project under moduleResolution %s', (_name, module, moduleResolution) => {
    const files = [PAGE, SERVER].map((text, index) => {
      const file = join(project, `use-${index}.mts`);
      writeFileSync(file, text);
      return file;
    });
    const lib = ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.asynciterable.d.ts'];
    expect(typeErrorsIn(files, { lib, types: [], module, moduleResolution })).toEqual([]);
  });
});

describe('the package', () => {
  // What is tried above is the client alone.
  beforeAll(async () => {
    for (const each of rest) {
      const folder = each.outDir ? join(outDir, 'browser') : outDir;
      built.push(...(await build({ ...each, cwd: root, config: false, outDir: folder, logLevel: 'silent' })));
    }
  });

  it('names the licences of all that is in it', () => {
    const packages = new Set<string>();
    for (const chunk of built.flatMap(({ chunks }) => chunks)) {
      for (const [file, { renderedLength }] of Object.entries('modules' in chunk ? chunk.modules : {})) {
        const [, folder, name] = /^(.*\/node_modules\/((?:@[^/]+\/)?[^/]+))\//.exec(file) ?? [];
        if (renderedLength === 0 || !folder) continue;
        packages.add(`${name} ${JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version}`);
      }
    }
    const text = readFileSync(join(root, 'THIRD-PARTY-LICENSES.txt'), 'utf8');
    const named = [...text.matchAll(/^---- (.+) ----$/gm)].flatMap(([, names = '']) => names.split(', '));
    expect(named.length).toBeGreaterThan(9);
    expect(named.sort()).toEqual([...packages].sort());
  });

  it('stays within its budgets', () => {
    const output = execFileSync(process.execPath, [join(root, 'scripts/size.mjs'), outDir]);
    const lines = output.toString().trim().split('\n');
    const fetched = lines.filter((line) => /^ {2}fetched when wanted: leadstage-\w+\.js, \d+ gzipped\.$/.test(line));
    expect(fetched.map((line) => line.split(/[:,] /)[1])).toContain('leadstage-later.js');
    const budgets = lines.filter((line) => !fetched.includes(line));
    expect(budgets.map((line) => line.split(' ')[0])).toEqual(['index:', 'server', 'elements/define', 'leadstage.js']);
    for (const line of budgets) expect(line).toMatch(/: \d+ bytes minified, \d+ gzipped: within the budget of \d+\.$/);
  });

  const check = () =>
    spawnSync(process.execPath, [join(root, 'scripts/check-package.mjs'), installed], { encoding: 'utf8' });

  it('is as publint and arethetypeswrong want it', () => {
    expect(check()).toMatchObject({
      status: 0,
      stderr: '',
      stdout: expect.stringMatching(/^\d{5,} bytes packed, 0 findings/),
    });
  });

  it('is refused where a file that it names is not there', () => {
    const manifest = readFileSync(join(installed, 'package.json'), 'utf8');
    writeFileSync(join(installed, 'package.json'), manifest.replace('./dist/server.d.mts', './dist/gone.d.mts'));
    const { status, stderr } = check();
    writeFileSync(join(installed, 'package.json'), manifest);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^publint: .*server.*types/m);
    expect(stderr).toMatch(/^arethetypeswrong: \w+ \.\/server/m);
  });
});
