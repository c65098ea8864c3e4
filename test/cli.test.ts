import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectOneLine, leadstage, type RunningCli, requireBuild, serve } from './support/cli.js';
import { createServerDatabase } from './support/database.js';

const example = (name: string) => fileURLToPath(new URL(`../examples/mappings/${name}`, import.meta.url));
const ADMIN_KEY = 'a-key-the-operator-chose-for-himself';

let folder: string;
let running: RunningCli | undefined;

beforeAll(() => {
  requireBuild();
  folder = mkdtempSync(join(tmpdir(), 'leadstage cli '));
});
afterAll(async () => {
  await running?.stop('SIGKILL');
  if (folder) rmSync(folder, { recursive: true, force: true });
});

async function asked(origin: string, key: string | null, query: string) {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key === null ? {} : { authorization: `Bearer ${key}` }) },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = (await response.json()) as { data?: unknown; errors?: unknown };
  return { status: response.status, body: { ...(data === undefined ? {} : { data }), ...(errors ? { errors } : {}) } };
}

const WHOSE = '{ viewer { name workspace { name } } }';

describe('leadstage serve on an embedded database', () => {
  const environment = () => ({ LEADSTAGE_DATA_DIR: join(folder, 'data') });
  const lockFile = () => join(folder, 'data', 'lock.json');
  const command = (...args: string[]) => leadstage(args, environment(), { cwd: folder });
  let firstKey: string;

  /** The same for a command that must work: what it printed. */
  async function done(...args: string[]): Promise<string> {
    const { code, stdout, stderr } = await command(...args);
    expect(stderr.replaceAll(/.*\d+%.*\n?/g, '').trim()).toBe('');
    expect(code, stdout).toBe(0);
    return stdout;
  }

  it('prints where it listens and a key, which works', async () => {
    running = await serve(environment());
    expect(running.output.stdout).toContain(`GraphQL       ${running.origin}/graphql`);
    expect(running.output.stderr).toBe('');
    firstKey = running.key!;
    expect(firstKey).toMatch(/^lsk_/);
    expect(await asked(running.origin, firstKey, WHOSE)).toEqual({
      status: 200,
      body: { data: { viewer: { name: 'First key', workspace: { name: 'Default' } } } },
    });
  });

  it('answers /health, /ready, / and the explorer, and nothing else', async () => {
    const get = async (path: string, accept = '*/*') => {
      const response = await fetch(`${running!.origin}${path}`, { headers: { accept } });
      return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
    };
    expect(await get('/health')).toMatchObject({ status: 200, text: '{"status":"live"}' });
    expect(await get('/ready')).toMatchObject({ status: 200, text: '{"status":"ready"}' });
    expect(await get('/')).toMatchObject({ status: 200, type: 'text/html; charset=utf-8' });
    // Who has workspaces here is told to those with a key.
    expect((await get('/')).text).toContain('/dashboard.js');
    expect((await get('/')).text).not.toContain('Default');
    const explorer = await get('/graphql', 'text/html');
    expect(explorer).toMatchObject({ status: 200, type: expect.stringContaining('text/html') });
    expect(explorer.text, 'works without a network').not.toMatch(/(src|href)="https?:\/\//);
    expect(await get('/no/such')).toMatchObject({ status: 404 });
  });

  it('is joined by workspace and keys, whose changes it sees at once', async () => {
    expect(await done('workspace', 'create', 'Olist', '--time-zone', 'America/Sao_Paulo', '--currency', 'BRL')).toMatch(
      /^Workspace "Olist" \([0-9a-f-]{36}\) is made\.\n/,
    );
    const listed = await done('workspace', 'list');
    expect(listed.split('\n').map((line) => line.slice(38))).toEqual(['Default', 'Olist', '']);

    const key = (await done('keys', 'create', '-w', 'Olist', '-n', 'reader')).trim();
    const name = { viewer: { name: 'reader', workspace: { name: 'Olist' } } };
    expect(await asked(running!.origin, key, WHOSE)).toEqual({ status: 200, body: { data: name } });
    const keys = await done('keys', 'list', '-w', 'Olist');
    expect(keys).toMatch(/^[0-9a-f-]{36} {2}lsk_\S+ {2}reader {2}reports:read,leads:read {2}(never|last) used/);
    expect(keys).not.toContain(key);
    const id = keys.slice(0, 36);
    expect(await done('keys', 'revoke', id, '-w', 'Olist')).toBe(`Key ${id} is revoked.\n`);
    expect((await asked(running!.origin, key, WHOSE)).status).toBe(401);
    expect(await done('keys', 'list', '-w', 'Olist')).toMatch(/ revoked \d{4}-/);
    expectOneLine(await command('keys', 'revoke', id, '-w', 'Olist'), /no valid key/);
  });

  it('rotates a key, changes a workspace, and has it all in the audit log', async () => {
    const made = ['keys', 'create', '-w', 'Olist', '-n', 'admin', '-s', 'admin', '--expires'];
    const key = (await done(...made, '90d')).trim();
    expectOneLine(await command(...made, '2020-01-01T00:00:00Z'), /A key expires at an instant to come/);
    const listed = async () => (await done('keys', 'list', '-w', 'Olist')).trimEnd().split('\n');
    const [old = ''] = (await listed()).slice(-1);
    expect(old).toMatch(/ {2}admin {2}expires \d{4}-\S+ {2}never used$/);
    const id = old.slice(0, 36);
    const next = (await done('keys', 'rotate', id, '-w', 'Olist', '--overlap', '0h')).trim();
    expect((await asked(running!.origin, key, WHOSE)).status).toBe(401);
    expect((await listed()).at(-1)).toContain(`replaces ${id}`);
    const update = ['workspace', 'update', '-w', 'Olist'];
    expect(await done(...update, '--week-start', '7')).toBe('Workspace "Olist" is up to date.\n');
    expect(
      await done(...update, '--time-zone', 'America/Bahia', '--origins', 'https://a.example, http://localhost'),
    ).toBe('Workspace "Olist" is up to date.\nIts rollups are cut in the new time zone.\n');
    expectOneLine(await command(...update, '--name', 'Default'), /already a workspace named "Default"/);
    const question =
      '{ workspace { timeZone weekStart origins } auditLog(first: 9) { edges { node { act refusal actor { kind } } } } }';
    const { data } = (await asked(running!.origin, next, question)).body as { data: Record<string, unknown> };
    const settings = { timeZone: 'America/Bahia', weekStart: 7, origins: ['https://a.example', 'http://localhost'] };
    expect(data.workspace).toEqual(settings);
    const { edges } = data.auditLog as {
      edges: { node: { act: string; refusal: string | null; actor: { kind: string } } }[];
    };
    expect(new Set(edges.map(({ node }) => node.actor.kind))).toEqual(new Set(['COMMAND_LINE']));
    expect(edges.map(({ node }) => [node.act, node.refusal])).toEqual([
      ['updateWorkspace', 'NAME_TAKEN'],
      ['updateWorkspace', null],
      ['updateWorkspace', null],
      ['rotateApiKey', null],
      ['createApiKey', 'INVALID_EXPIRY'],
      ['createApiKey', null],
      ['revokeApiKey', null],
      ['createApiKey', null],
      ['createWorkspace', null],
    ]);
  });

  it('is joined by import, report, verify and rebuild', async () => {
    const importOf = (name: string) =>
      done('import', example(`samples/${name}.csv`), '-m', example(`${name}.yaml`), '-w', 'Olist');
    const rows = readFileSync(example('samples/olist-leads.csv'), 'utf8').trim().split('\n').length - 1;
    expect(await importOf('olist-leads')).toContain(`created ${rows} · updated 0 · unchanged 0`);
    await importOf('olist-deals');
    expect(await importOf('olist-leads')).toContain(`created 0 · updated 0 · unchanged ${rows}`);

    const funnel = ['report', 'funnel', '-w', 'Olist', '--from', '2017-01-01', '--to', '2019-01-01'];
    const report = JSON.parse(await done(...funnel, '--format', 'json')) as {
      total: { stages: { stage: string; reached: number }[] };
    };
    expect(report.total.stages[0]).toMatchObject({ stage: 'LEAD', reached: rows });
    expect(await done(...funnel)).toMatch(/^Funnel · Olist\n/);

    const proven = `Workspace "Olist": ${rows} leads, facts and rollups equal the record.\n`;
    expect(await done('verify', '-w', 'Olist')).toBe(proven);
    expect(await done('rebuild', '-w', 'Olist')).toBe('Workspace "Olist": facts and rollups are rebuilt.\n');
    expect(await done('verify', '-w', 'Olist')).toBe(proven);
    expect(await done('migrate')).toBe('The running server has migrated it.\n');
  });

  it('asks which workspace, and says which there are', async () => {
    expectOneLine(await command('verify'), /There are several workspaces; name one .*"Default", "Olist"/);
    expectOneLine(await command('verify', '-w', 'Elsewhere'), /There is no workspace "Elsewhere"/);
  });

  it('names a file that is not there', async () => {
    const mapping = example('olist-leads.yaml');
    const importing = (file: string, by: string) => command('import', file, '-m', by, '-w', 'Olist');
    expectOneLine(await importing('no.csv', mapping), /no\.csv: there is no such file/);
    expectOneLine(await importing(mapping, 'no.yaml'), /no\.yaml: there is no such file/);
  });

  it('does not share its data folder with a second server', async () => {
    const { pid } = running!.process;
    expectOneLine(await command('serve'), new RegExp(`data folder is in use by process ${pid}\\b`));
    expect((await asked(running!.origin, firstKey, WHOSE)).status).toBe(200);
  });

  it('stops at Ctrl-C with code 0 and leaves no lock, whoever is still connected', async () => {
    expect(existsSync(lockFile())).toBe(true);
    await fetch(`${running!.origin}/health`);
    const { code, signal, stderr } = await running!.stop('SIGINT');
    expect({ code, signal, stderr }).toEqual({ code: 0, signal: null, stderr: '' });
    expect(existsSync(lockFile())).toBe(false);
  });

  it('starts a second time with what was there, and shows no key', async () => {
    running = await serve(environment());
    expect(running.key).toBeNull();
    expect(running.output.stdout).not.toContain('migration');
    expect((await asked(running.origin, firstKey, WHOSE)).status).toBe(200);
  });

  it('starts again after kill -9, with every row, and takes a key of the operator', async () => {
    await running!.stop('SIGKILL');
    expect(existsSync(lockFile()), 'the lock of a dead process').toBe(true);
    running = await serve({ ...environment(), LEADSTAGE_ADMIN_KEY: ADMIN_KEY });
    expect(running.key).toBeNull();
    expect(running.output.stdout).toContain('the one in LEADSTAGE_ADMIN_KEY');
    expect(running.output.stdout).not.toContain(ADMIN_KEY);
    expect((await asked(running.origin, ADMIN_KEY, WHOSE)).body).toEqual({
      data: { viewer: { name: 'LEADSTAGE_ADMIN_KEY', workspace: { name: 'Default' } } },
    });
    expect((await asked(running.origin, firstKey, WHOSE)).status).toBe(200);
    expect((await asked(running.origin, `${ADMIN_KEY}x`, WHOSE)).status).toBe(401);
    expect(await done('verify', '-w', 'Olist')).toContain('facts and rollups equal the record');
  });

  it('stops at SIGTERM too; then the operator’s key of before is worth nothing', async () => {
    expect(await running!.stop('SIGTERM')).toMatchObject({ code: 0, stderr: '' });
    if (process.platform === 'linux') {
      // What a crash leaves whose process id has gone to another process since: to this one.
      const connection = { host: join(folder, 'data'), port: 5432 };
      writeFileSync(lockFile(), JSON.stringify({ pid: process.pid, processStart: '1', connection }));
    }
    running = await serve(environment());
    expect((await asked(running.origin, ADMIN_KEY, WHOSE)).status).toBe(401);
    expect(await running.stop()).toMatchObject({ code: 0 });
    running = undefined;
  });

  it('needs no server for its commands', async () => {
    expect((await done('workspace', 'list')).trimEnd().split('\n')).toHaveLength(2);
    expect(existsSync(lockFile())).toBe(false);
  });
});

describe.skipIf(!process.env.LEADSTAGE_TEST_DATABASE_URL)('leadstage serve on a PostgreSQL server', () => {
  it('does the same: first start, second start, commands beside it, Ctrl-C', async () => {
    const { url, drop } = await createServerDatabase(process.env.LEADSTAGE_TEST_DATABASE_URL!);
    const environment = { DATABASE_URL: url, LEADSTAGE_DATA_DIR: join(folder, 'unused') };
    try {
      running = await serve(environment);
      expect(running.output.stdout).toContain('PostgreSQL server');
      const { key } = running;
      const sample = [example('samples/olist-leads.csv'), '-m', example('olist-leads.yaml')];
      const imported = await leadstage(['import', ...sample], environment, { cwd: folder });
      expect(imported, imported.stderr).toMatchObject({ code: 0 });
      expect((await leadstage(['verify'], environment)).stdout).toContain('facts and rollups equal the record');
      expect(await running.stop()).toMatchObject({ code: 0, stderr: '' });
      running = await serve(environment);
      expect(running.key).toBeNull();
      expect((await asked(running.origin, key, '{ leads(first: 1) { totalCount } }')).status).toBe(200);
      expect(await running.stop()).toMatchObject({ code: 0, stderr: '' });
      expect(existsSync(environment.LEADSTAGE_DATA_DIR)).toBe(false);
    } finally {
      await running?.stop('SIGKILL');
      running = undefined;
      await drop();
    }
  });
});
