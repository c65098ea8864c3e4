import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { QUARTER } from '../../test/support/example-a.js';
import { type SeededServer, startSeededServer } from '../../test/support/seeded-server.js';

const run = promisify(execFile);
const script = fileURLToPath(new URL('./report.mjs', import.meta.url));
// Against the sources, so that the test needs no build.
const node = ['--import', 'tsx', '--conditions', 'leadstage-source', script];

let server: SeededServer;
beforeAll(async () => {
  server = await startSeededServer();
});
afterAll(() => server?.close());

const report = (environment: Record<string, string>) =>
  run(process.execPath, node, { env: { ...process.env, LEADSTAGE_URL: server.url, ...environment } });

describe('report.mjs', () => {
  it('prints the funnel in all and by lead type', async () => {
    const { stdout } = await report({
      LEADSTAGE_API_KEY: server.apiKey,
      START: QUARTER.start,
      END: QUARTER.end,
      BY: 'leadType',
    });
    const rows = stdout.split('\n').filter((line) => !/^(Qualified|Customer|$)/.test(line));
    expect(rows).toEqual([
      'All leads from 2025-01-01 to 2025-04-01',
      'Lead                        200     ',
      'Marketing qualified lead    160     80.0 %',
      'Sales qualified lead        56      35.0 %',
      'demo request',
      'Lead                        100     ',
      'Marketing qualified lead    80      80.0 %',
      'Sales qualified lead        48      60.0 %',
      'e-book',
      'Lead                        100     ',
      'Marketing qualified lead    80      80.0 %',
      'Sales qualified lead        8       10.0 %',
    ]);
  });

  it('says in one line what is wrong', async () => {
    await expect(report({ LEADSTAGE_API_KEY: 'lsk_wrong' })).rejects.toMatchObject({
      code: 1,
      stdout: '',
      stderr: 'UNAUTHENTICATED: The key is not valid: unknown, revoked or expired.\n',
    });
  });
});
