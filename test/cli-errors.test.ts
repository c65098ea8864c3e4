import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectOneLine, leadstage, requireBuild } from './support/cli.js';

let folder: string;

beforeAll(() => {
  requireBuild();
  folder = mkdtempSync(join(tmpdir(), 'leadstage errors '));
});
afterAll(() => {
  if (folder) rmSync(folder, { recursive: true, force: true });
});

describe('what is wrong with the surroundings', { timeout: 100_000 }, () => {
  /** A second or two, or ten where a fresh embedded database is made first; more on a busy machine. */
  const patience = 45_000;
  const tried = (environment: Record<string, string>, ...args: string[]) =>
    leadstage(
      args.length > 0 ? args : ['serve'],
      { LEADSTAGE_DATA_DIR: join(folder, 'other'), ...environment },
      {
        cwd: folder,
        patience,
      },
    );

  it('a port in use', async () => {
    const holder: Server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => holder.once('listening', resolve));
    const { port } = holder.address() as { port: number };
    expectOneLine(await tried({ PORT: String(port) }), new RegExp(`Port ${port} on 127\\.0\\.0\\.1 is in use`));
    holder.close();
    expect(existsSync(join(folder, 'other', 'lock.json'))).toBe(false);
  });

  it.each(['serve', 'verify'])('%s: a data folder that is a file', async (command) => {
    const file = join(folder, 'a file');
    writeFileSync(file, '');
    expectOneLine(
      await tried({ LEADSTAGE_DATA_DIR: file }, command),
      /Cannot use the data folder .*a file.*LEADSTAGE_DATA_DIR/,
    );
    expectOneLine(await tried({ LEADSTAGE_DATA_DIR: join(file, 'deeper') }, command), /Cannot use the data folder/);
  });

  it('a data folder with something else in it', async () => {
    const data = join(folder, 'not a cluster');
    mkdirSync(join(data, 'postgres'), { recursive: true });
    writeFileSync(join(data, 'postgres', 'PG_VERSION'), 'nonsense\n');
    expectOneLine(await tried({ LEADSTAGE_DATA_DIR: data }), /Cannot open the embedded database in .*not a cluster/);
  });

  it.each(['serve', 'verify'])(
    '%s: a database that cannot be reached, without telling its password',
    async (command) => {
      const finished = await tried({ DATABASE_URL: 'postgres://someone:s3cret@127.0.0.1:1/somewhere' }, command);
      expectOneLine(finished, /Cannot reach the database "somewhere" on 127\.0\.0\.1:1: .*ECONNREFUSED.*DATABASE_URL/);
      expect(finished.stdout + finished.stderr).not.toContain('s3cret');
    },
  );

  it.each(['nonsense', 'mysql://127.0.0.1/x', 'postgres://127.0.0.1:99999/x'])('DATABASE_URL=%s', async (url) => {
    expectOneLine(await tried({ DATABASE_URL: url }), /DATABASE_URL/);
  });

  it.each(['http', '70000', '-1', '80.5'])('PORT=%s', async (port) => {
    expectOneLine(await tried({ PORT: port }), new RegExp(`PORT is a number from 0 to 65535, not "${port}"`));
  });

  it('LEADSTAGE_ADMIN_KEY that can be guessed, without telling it', async () => {
    const finished = await tried({ LEADSTAGE_ADMIN_KEY: 'hunter2' });
    expectOneLine(finished, /LEADSTAGE_ADMIN_KEY has 7 characters; a key needs at least 24/);
    expect(finished.stderr).not.toContain('hunter2');
  });

  it('HOST that is none of this machine', async () => {
    expectOneLine(await tried({ HOST: '192.0.2.1', PORT: '0' }), /192\.0\.2\.1/);
  });
});
