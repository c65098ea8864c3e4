import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { funnel } from '@leadstage/core';
import { openDatabase } from '@leadstage/prisma';
import { describe, expect, it } from 'vitest';
import { verify } from '../packages/api/src/commands/verify.js';
import { runReport } from '../packages/api/src/query/run-report.js';
import { rowCounts } from './support/catalog.js';
import { createServerDatabase, describeDatabase, newWorkspace } from './support/database.js';
import { hasOlist, OLIST_WORKSPACE } from './support/olist.js';

describe.skipIf(!hasOlist)(`an import that is killed, ${describeDatabase()}`, () => {
  it('and run again to its end has every row once', { timeout: 180_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'leadstage-kill-'));
    const server = process.env.LEADSTAGE_TEST_DATABASE_URL;
    const own = server ? await createServerDatabase(server) : undefined;
    const place = { url: own?.url, dataDir: folder };
    const environment = { LEADSTAGE_DATA_DIR: folder, ...(own ? { DATABASE_URL: own.url } : {}) };
    try {
      const first = await openDatabase(place);
      const id = await newWorkspace(first, OLIST_WORKSPACE);
      await first.close();

      let acknowledged = 0;
      for (const [kill, delay] of [
        [2, 5],
        [3, 40],
        [1, 0],
      ] as const) {
        const child = importing(id, environment);
        const { lines } = await killedAfter(child, acknowledged / 400 + kill, delay);
        const stored = Number(/^leads (\d+)$/.exec(lines.at(-1) ?? '')?.[1]);
        expect(stored, lines.join()).toBeGreaterThan(acknowledged);
        expect(stored).toBeLessThan(8_000);
        acknowledged = stored;
      }
      const { lines, code } = await ended(importing(id, environment));
      expect(code).toBe(0);
      const [created, , unchanged] = lines
        .find((line) => line.startsWith('leads done'))!
        .match(/\d+/g)!
        .map(Number);
      expect(created! + unchanged!).toBe(8_000);
      expect(unchanged, 'nothing that was acknowledged is lost').toBeGreaterThanOrEqual(acknowledged);
      expect(lines.at(-1)).toBe('deals done: 0 842 0');

      const database = await openDatabase(place);
      try {
        expect(await rowCounts(database, id)).toMatchObject({ lead: 8_000, lead_fact: 8_000, transition: 8_842 });
        expect(await verify(database, id)).toMatchObject({ leads: 8_000, wrongFacts: 0, wrongRollupCells: 0 });
        const { total } = await runReport(database, id, funnel, {
          period: { start: '2017-01-01', end: '2019-01-01' },
        });
        expect([total.stages[0]!.reached, total.stages.at(-1)!.reached]).toEqual([8_000, 842]);
      } finally {
        await database.close();
      }
    } finally {
      await own?.drop();
      rmSync(folder, { recursive: true, force: true });
    }
  });

  const BATCH_ROWS = 400;
  const script = fileURLToPath(new URL('./support/import-child.ts', import.meta.url));

  function importing(id: string, environment: Readonly<Record<string, string>>): ChildProcess {
    const args = ['--conditions=leadstage-source', '--import', 'tsx', script, id, String(BATCH_ROWS)];
    return spawn(process.execPath, args, {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  }

  /** Kills it `delay` ms after so many batches, in the middle of a later one. */
  async function killedAfter(child: ChildProcess, batches: number, delay: number) {
    const lines: string[] = [];
    createInterface(child.stdout!).on('line', (line) => {
      lines.push(line);
      if (lines.length === batches) setTimeout(() => child.kill('SIGKILL'), delay);
    });
    const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
    expect(signal, `code ${code}`).toBe('SIGKILL');
    return { lines };
  }

  async function ended(child: ChildProcess) {
    const lines: string[] = [];
    createInterface(child.stdout!).on('line', (line) => lines.push(line));
    const [code] = (await once(child, 'close')) as [number | null];
    return { lines, code };
  }
});
