import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createClient } from '@leadstage/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { QUARTER } from '../../test/support/example-a.js';
import { type SeededServer, startSeededServer } from '../../test/support/seeded-server.js';

const script = fileURLToPath(new URL('./notebook.mjs', import.meta.url));

let server: SeededServer;
let folder: string;
let printed: string;
beforeAll(async () => {
  server = await startSeededServer();
  folder = mkdtempSync(join(tmpdir(), 'leadstage-notebook-'));
  const env = {
    ...process.env,
    ...{ LEADSTAGE_URL: server.url, LEADSTAGE_API_KEY: await server.keyWith('reports:read') },
    ...{ START: QUARTER.start, END: QUARTER.end, CSV_DIR: folder, NO_COLOR: '1', FORCE_COLOR: '' },
  };
  // Against the sources, so that the test needs no build.
  const node = ['--import', 'tsx', '--conditions', 'leadstage-source', script];
  printed = (await promisify(execFile)(process.execPath, node, { env })).stdout;
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await server?.close();
});

const csv = (name: string) =>
  readFileSync(join(folder, `${name}.csv`), 'utf8')
    .trimEnd()
    .split('\n');

describe('notebook.mjs', () => {
  it('prints every table that it keeps', () => {
    expect(readdirSync(folder).sort()).toEqual(
      ['cost-per-sql', 'funnel-by-source', 'time-in-stage', 'velocity'].map((name) => `${name}.csv`),
    );
    for (const title of [
      'Funnel by source, leads of 2025-01-01 to 2025-04-01',
      'Cost per SQL by month',
      'Days from MQL to SQL',
    ]) {
      expect(printed).toContain(`\n${title}\n┌`);
    }
  });

  it('has the funnel of worked example A, with intervals', () => {
    const [heading, ...rows] = csv('funnel-by-source');
    expect(heading).toBe('source,stage,reached,"of stage before, %","at least, %","at most, %"');
    // By Wilson's formula 160 of 200 is 0.7391 to 0.8495, and 56 of 160 is 0.2803 to 0.4266.
    expect(rows.slice(0, 3)).toEqual(['(none),LEAD,200,,,', '(none),MQL,160,80,73.9,85', '(none),SQL,56,35,28,42.7']);
  });

  it('has the money of the API to the cent', async () => {
    const client = createClient({ url: server.url, apiKey: server.apiKey });
    const { series } = await client.cost({ period: QUARTER, grain: 'MONTH', stages: ['SQL'] });
    const rows = series?.map(({ period, figures: { stages } }) => {
      const [sql] = stages;
      return [
        period.start.slice(0, 7),
        sql?.spend?.amount,
        'EUR',
        sql?.entered,
        sql?.costPerEntry?.amount ?? '',
      ].join();
    });
    expect(csv('cost-per-sql').slice(1)).toEqual(rows);
    expect(rows).toHaveLength(3);
    expect(printed).toContain(`'${series?.[1]?.figures.stages[0]?.costPerEntry?.amount}'`);
  });

  it('has the 20 days from MQL to SQL', () => {
    expect(csv('velocity').slice(1)).toEqual(['(all),56,20,20', '(none),56,20,20']);
  });
});
