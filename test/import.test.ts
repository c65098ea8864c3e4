import { readFileSync } from 'node:fs';
import { cost, funnel, type ReportQuestion, velocity } from '@leadstage/core';
import { type Database, inWorkspace } from '@leadstage/prisma';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verify } from '../packages/api/src/commands/verify.js';
import { runReport } from '../packages/api/src/query/run-report.js';
import { sql } from '../packages/api/src/query/sql.js';
import { rowCounts, rowsOf } from './support/catalog.js';
import { describeDatabase, newWorkspace, openTestDatabase } from './support/database.js';
import { hasOlist, importOlist, mustHaveOlist, OLIST_FILES, OLIST_WORKSPACE, olistRows } from './support/olist.js';

const DAY = 86_400;
const ALL = { start: '2017-01-01', end: '2019-01-01' };
const ASKED: ReportQuestion = { period: ALL, by: ['source'], asOf: Date.UTC(2019, 0, 1) };

/** Leads and wins by origin, as ../shared/data/README.md has them; null is a blank. */
const BY_ORIGIN: readonly (readonly [string | null, number, number])[] = [
  ['organic search', 2_296, 271],
  ['paid search', 1_586, 195],
  ['social', 1_350, 75],
  ['unknown', 1_099, 179],
  ['direct traffic', 499, 56],
  ['email', 493, 15],
  ['referral', 284, 24],
  ['other', 150, 4],
  ['display', 118, 6],
  ['other publicities', 65, 3],
  [null, 60, 14],
];

/** All answers about a workspace that do not depend on when they are asked, as text. */
async function reports(database: Database, id: string, knownAt?: number): Promise<string> {
  const asked = { ...ASKED, ...(knownAt === undefined ? {} : { knownAt }) };
  const answers = [
    await runReport(database, id, funnel, { ...asked, grain: 'MONTH' }),
    await runReport(database, id, funnel, { ...asked, by: ['business_segment'], includeImplied: false }),
    await runReport(database, id, velocity, { ...asked, from: 'LEAD', to: 'CUSTOMER' }),
    await runReport(database, id, cost, { ...asked, costScopes: ['MARKETING', 'SALES'] }),
  ];
  return JSON.stringify(answers, (key, value) => {
    // Two imports are recorded at two instants; what they say is the same.
    if (key === 'statistics' || (knownAt === undefined && key === 'knownAt')) return undefined;
    return value;
  });
}

async function lastRecordedAt(database: Database, id: string): Promise<number> {
  const [clock] = await inWorkspace(database, id, (transaction) =>
    transaction.query<{ at: number }>(sql`SELECT last_recorded_at AS at FROM workspace_clock`),
  );
  return clock!.at;
}

it.runIf(mustHaveOlist)('the shared data is there, as LEADSTAGE_REQUIRE_SHARED demands', () => {
  expect(hasOlist).toBe(true);
});

const title = `Olist, ${describeDatabase()}${hasOlist ? '' : ': skipped, there is no ../shared/data/olist'}`;
describe.skipIf(!hasOlist)(title, () => {
  let database: Database;
  let id: string;
  let listedWarnings: string;

  beforeAll(async () => {
    database = await openTestDatabase();
    id = await newWorkspace(database, OLIST_WORKSPACE);
    expect(await importOlist(database, id, 'leads')).toMatchObject({ rows: 8_000, created: 8_000, rejected: 0 });
    const deals = await importOlist(database, id, 'deals');
    expect(deals).toMatchObject({ rows: 842, updated: 842, created: 0, rejected: 0, warnings: 1 });
    listedWarnings = deals.listedWarnings;
    expect(await importOlist(database, id, 'spend')).toMatchObject({ rows: 103, created: 103, rejected: 0 });
  });
  afterAll(() => database?.close());

  it('has 8,000 leads and 842 wins, by origin as known; a blank is not "unknown"', async () => {
    const { total, groups } = await runReport(database, id, funnel, ASKED);
    const of = ({ stages }: typeof total) => {
      const reached = (key: string) => stages.find(({ stage }) => stage.key === key)!.reached;
      return [reached('LEAD'), reached('CUSTOMER')];
    };
    expect(of(total)).toEqual([8_000, 842]);
    expect(groups.map(({ keys, figures }) => [keys[0], ...of(figures)])).toEqual(BY_ORIGIN);
    expect(total.stages.at(-1)!.overallRate!.value).toBe(842 / 8_000);
  });

  it('invents nothing between: the stages that the file does not know are implied', async () => {
    const { total } = await runReport(database, id, funnel, { ...ASKED, by: [], includeImplied: false });
    // One LEAD is implied too: its win came first.
    expect(total.stages.map(({ stage, reached }) => [stage.key, reached])).toEqual([
      ['LEAD', 7_999],
      ['MQL', 0],
      ['SQL', 0],
      ['QSO', 0],
      ['CUSTOMER', 841],
    ]);
  });

  it('takes 49.0495 days from lead to customer, median 14.5972, p75 55.0000, p90 162.5885, at most 427.4268', async () => {
    const { total } = await runReport(database, id, velocity, { ...ASKED, by: [], from: 'LEAD', to: 'CUSTOMER' });
    const days = (seconds: number | null) => (seconds! / DAY).toFixed(4);
    expect(total.count).toBe(841);
    expect([total.mean, total.median, total.p75, total.p90].map(days)).toEqual([
      '49.0495',
      '14.5972',
      '55.0000',
      '162.5885',
    ]);
    expect(total.histogram.reduce((sum, { count }) => sum + count, 0)).toBe(841);
    const [longest] = await inWorkspace(database, id, (transaction) =>
      transaction.query<{ seconds: number }>(sql`
        SELECT max(extract(epoch FROM won.occurred_at - met.occurred_at))::float8 AS seconds
        FROM transition met JOIN transition won USING (workspace_id, lead_id)
        JOIN stage s ON s.workspace_id = met.workspace_id AND s.id = met.to_stage_id AND s.key = 'LEAD'
        JOIN stage e ON e.workspace_id = won.workspace_id AND e.id = won.to_stage_id AND e.key = 'CUSTOMER'`),
    );
    expect(days(longest!.seconds)).toBe('427.4268');
  });

  it('reports the win that precedes its first contact, with its line, and stores it as given', async () => {
    const lines = readFileSync(OLIST_FILES.deals, 'utf8').split(/\r?\n/);
    const line = lines.findIndex((text) => text.startsWith('b91cf881')) + 1;
    expect(line).toBeGreaterThan(1);
    const [, ...warned] = listedWarnings.trimEnd().split('\n');
    expect(warned).toHaveLength(1);
    const [at, column, code] = warned[0]!.split(',');
    expect([at, column, code]).toEqual([String(line), 'won_date', 'OUT_OF_ORDER']);
    expect(warned[0]).toContain('b91cf881');
    const won = lines[line - 1]!.split(',')[4]!;
    const [stored] = await inWorkspace(database, id, (transaction) =>
      transaction.query<{ at: number }>(sql`
        SELECT t.occurred_at AS at FROM transition t
        JOIN lead l ON l.workspace_id = t.workspace_id AND l.id = t.lead_id
        WHERE l.external_id LIKE 'b91cf881%' AND t.to_stage_id = 6`),
    );
    expect(new Date(stored!.at).toISOString()).toBe(`${won.replace(' ', 'T')}.000Z`);
  });

  it('spends what the file says, by source and scope, and divides it by the leads of each', async () => {
    const rows = olistRows('spend');
    const cents = (amount: string) => {
      const [units, decimals = ''] = amount.split('.');
      return BigInt(units! + decimals.padEnd(2, '0'));
    };
    const money = (minor: bigint) => `${minor / 100n}.${String(minor % 100n).padStart(2, '0')}`;
    const sumOf = (scope: string, source?: string) =>
      rows
        .filter((row) => row.cost_scope === scope && (source === undefined || row.source === source))
        .reduce((sum, row) => sum + cents(row.amount!), 0n);

    for (const scope of ['MARKETING', 'SALES'] as const) {
      const { total, groups } = await runReport(database, id, cost, { ...ASKED, costScopes: [scope] });
      expect(total.stages[0]).toMatchObject({ spend: money(sumOf(scope)), unallocated: money(sumOf(scope, '')) });
      for (const { keys, figures } of groups) {
        const [source] = keys;
        const spent = source === null ? 0n : sumOf(scope, source);
        const [, leads, won] = BY_ORIGIN.find(([origin]) => origin === source)!;
        const per = (count: number) => money((2n * spent + BigInt(count)) / (2n * BigInt(count)));
        const costOf = (key: string) => figures.stages.find(({ stage }) => stage.key === key);
        expect(costOf('LEAD'), `${source}`).toMatchObject({
          spend: money(spent),
          entered: leads,
          costPerEntry: per(leads),
        });
        expect(costOf('CUSTOMER'), `${source}`).toMatchObject({ entered: won, costPerEntry: per(won) });
      }
    }
    expect(sumOf('MARKETING')).toBeGreaterThan(0n);
  });

  it('imported again changes nothing: no row, no id, no byte of an answer', async () => {
    const knownAt = await lastRecordedAt(database, id);
    const before = { rows: await rowsOf(database, id), answers: await reports(database, id, knownAt) };
    for (const [name, rows] of [
      ['leads', 8_000],
      ['deals', 842],
      ['spend', 103],
    ] as const) {
      expect(await importOlist(database, id, name)).toMatchObject({ rows, unchanged: rows, rejected: 0 });
    }
    expect((await rowsOf(database, id)) as object).toEqual(before.rows);
    expect(await reports(database, id, knownAt)).toBe(before.answers);
    expect(await verify(database, id)).toEqual({ leads: 8_000, wrongFacts: 0, wrongLeads: [], wrongRollupCells: 0 });
  });

  it('stopped after its first batch and run again gives the same', async () => {
    const other = await newWorkspace(database, OLIST_WORKSPACE);
    const stop = new AbortController();
    const options = { batchRows: 1_000, signal: stop.signal, onProgress: () => stop.abort() };
    const stopped = await importOlist(database, other, 'leads', options);
    expect(stopped).toMatchObject({ aborted: true, rows: 1_000, created: 1_000 });
    expect(await rowCounts(database, other)).toMatchObject({ lead: 1_000, lead_fact: 1_000 });
    expect(await importOlist(database, other, 'leads')).toMatchObject({ created: 7_000, unchanged: 1_000 });
    await importOlist(database, other, 'deals');
    await importOlist(database, other, 'spend');
    const { api_key: _, ...counts } = await rowCounts(database, other);
    expect(await rowCounts(database, id)).toMatchObject(counts);
    expect(await reports(database, other)).toBe(await reports(database, id));
  });
});
