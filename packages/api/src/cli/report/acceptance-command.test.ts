import { PassThrough } from 'node:stream';
import type { Database } from '@leadstage/prisma';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newWorkspace, openTestDatabase } from '../../../../../test/support/database.js';
import { exampleA } from '../../../../../test/support/example-a.js';
import { ingest } from '../../commands/ingest.js';
import { reportCommand } from './report-command.js';

let database: Database;
let id: string;
beforeAll(async () => {
  database = await openTestDatabase();
  id = await newWorkspace(database);
  await ingest(database, id, exampleA());
});
afterAll(() => database?.close());

async function printed(...argv: string[]): Promise<string> {
  const output = new PassThrough();
  const withWorkspace = (
    _name: unknown,
    work: (database: Database, workspace: { id: string; name: string }) => unknown,
  ) => work(database, { id, name: 'Acme' });
  const command = reportCommand({ withWorkspace: withWorkspace as never, output, environment: {} });
  await command.parseAsync(['acceptance', '--period', '2025', ...argv], { from: 'user' });
  return String(output.read());
}

it('leadstage report acceptance prints a table, CSV and JSON', async () => {
  const table = await printed('--by', 'leadType', '--filter', 'leadType=e-book', '--width', '100');
  expect(table).toContain('Acceptance · Acme\n2025-01-01 – 2026-01-01');
  expect(table).toContain('\nleadType = e-book\n'.trim());
  expect(table).toMatch(/Handed over +80 +100\.0 %/);
  expect(table).toMatch(/of decided +100\.0 % +67\.6 – 100\.0 % +8 of 8\n/);
  const csv = await printed('--by', 'leadType', '--format', 'csv');
  expect(csv).toContain('\ngroup,period,2025-01-01,2026-01-01,demo request,80,48,0,0,0,32,0.6,48,80,');
  expect(JSON.parse(await printed('--format', 'json'))).toMatchObject({
    report: 'acceptance',
    total: { handedOver: 160, accepted: 56, acceptanceRate: { value: 0.35 } },
    goals: [],
  });
});
