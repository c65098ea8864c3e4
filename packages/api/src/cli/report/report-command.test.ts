import { PassThrough, Writable } from 'node:stream';
import { InvalidInput } from '@leadstage/core';
import { type Database, openDatabase } from '@leadstage/prisma';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorkspace } from '../../commands/create-workspace.js';
import { ingest } from '../../commands/ingest.js';
import type { IngestUnit } from '../../commands/ingest-input.js';
import { reportCommand } from './report-command.js';

let database: Database;
let id: string;

beforeAll(async () => {
  database = await openDatabase({ dataDir: 'memory://' });
  id = await createWorkspace(database, { name: 'Acme', timeZone: 'Europe/Berlin', currency: 'EUR' });
  const { outcomes } = await ingest(database, id, [...history(), SPEND]);
  expect(outcomes.flatMap(({ problems }) => problems)).toEqual([]);
});
afterAll(() => database.close());

// Four leads of 1 to 4 January 2026; the first two are MQL a day and a half later, the first is SQL after 12 days.
function history(): IngestUnit[] {
  const day = 86_400_000;
  return [1, 2, 3, 4].map((n) => {
    const lead = `lead-${n}`;
    const began = Date.UTC(2026, 0, n, 12);
    const entry = (to: string, after: number) => ({
      externalId: `${lead}-${to}`,
      lead,
      to,
      occurredAt: began + after * day,
    });
    const transitions = [
      entry('LEAD', 0),
      ...(n < 3 ? [entry('MQL', 1.5)] : []),
      ...(n === 1 ? [entry('SQL', 12)] : []),
    ];
    return { lead: { externalId: lead, source: n % 2 === 1 ? 'web' : null }, transitions };
  });
}

const SPEND: IngestUnit = {
  costs: [
    {
      externalId: 'c1',
      amount: '310.00',
      currency: 'EUR',
      from: '2026-01-01',
      to: '2026-02-01',
      category: 'ads',
      source: 'web',
    },
  ],
};

async function printed(...argv: string[]): Promise<string> {
  const output = new PassThrough();
  const command = reportCommand({
    withWorkspace: (name, work) => work(database, { id, name: name ?? 'Acme' }),
    output,
    environment: {},
  });
  await command.parseAsync(argv, { from: 'user' });
  return String(output.read());
}

describe('leadstage report', () => {
  it('prints a funnel', async () => {
    const text = await printed('funnel', '--period', '2026-01', '--as-of', '2026-03-01T00:00:00Z', '--width', '80');
    expect(text).toContain(
      'Funnel · Acme\n2026-01-01 – 2026-02-01 (2026-02-01 excluded) · as of 2026-03-01T00:00:00Z\n',
    );
    expect(text).toContain('LEAD            4          –              –  100.0 %  ██████████████████████████\n');
    expect(text).toContain('SQL             1     50.0 %   9.5 – 90.5 %   25.0 %  ██████▌\n');
    expect(text).toContain('\nstages v1\n');
  });

  it('prints a velocity as JSON', async () => {
    const text = await printed(
      ...['velocity', '--period', '2026', '--from-stage', 'LEAD', '--to-stage', 'MQL', '--format', 'json'],
      ...['--filter', 'source=null', '--filter', 'region=null'],
    );
    expect(JSON.parse(text)).toMatchObject({
      report: 'velocity',
      question: { filter: { source: { in: [null] }, region: { in: [null] } }, from: 'LEAD', to: 'MQL' },
      period: { start: '2026-01-01', end: '2027-01-01' },
      total: { count: 1, mean: 129_600, median: 129_600 },
    });
  });

  it('prints a cost as CSV', async () => {
    const text = await printed(
      ...[
        'cost',
        '--from',
        '2026-01-01',
        '--to',
        '2026-02-01',
        '--stages',
        'LEAD',
        '--by',
        'source',
        '--format',
        'csv',
      ],
    );
    expect(text.split('\n').slice(1)).toEqual([
      'total,period,2026-01-01,2026-02-01,,LEAD,0,2026-01-01,2026-02-01,EUR,310.00,0.00,,4,77.50,,,,2026-01-01,2026-02-01,0,,,,0,0,0.00,310.00,-1,0,0.00',
      'group,period,2026-01-01,2026-02-01,web,LEAD,0,2026-01-01,2026-02-01,EUR,310.00,,,2,155.00,,,,2026-01-01,2026-02-01,0,,,,0,0,0.00,310.00,-1,0,0.00',
      'group,period,2026-01-01,2026-02-01,,LEAD,0,2026-01-01,2026-02-01,EUR,0.00,,,2,0.00,,,,2026-01-01,2026-02-01,0,,,,0,0,0.00,0.00,,0,0.00',
      '',
    ]);
  });

  it('passes on the workspace that is asked for', async () => {
    expect(await printed('funnel', '-w', 'Other')).toMatch(/^Funnel · Other\n/);
  });

  it('ends in silence when its reader has seen enough', async () => {
    const closed = Object.assign(new Error('write EPIPE'), { code: 'EPIPE' });
    const output = new Writable({ write: (_text, _encoding, done) => done(closed) });
    const command = reportCommand({ withWorkspace: (_, work) => work(database, { id, name: 'Acme' }), output });
    await command.parseAsync(['funnel'], { from: 'user' });
    await new Promise((resolve) => output.on('close', resolve));
    expect(output.errored).toBe(closed);
  });

  it('throws what is wrong for the program to print, before it opens a database', async () => {
    const command = reportCommand({
      withWorkspace: () => Promise.reject(new Error('opened')),
    });
    const wrong = command.parseAsync(['funnel', '--period', 'soon'], { from: 'user' });
    await expect(wrong).rejects.toThrow(InvalidInput);
    await expect(wrong).rejects.toThrow('--period "soon" is not a period');
    await expect(printed('funnel', '--by', 'sorce')).rejects.toThrow('Leads have no attribute "sorce".');
  });
});
