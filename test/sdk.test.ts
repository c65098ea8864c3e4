import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import {
  AuthenticationError,
  type CostReport,
  createClient,
  type FunnelFigures,
  InvalidInputError,
  type LeadstageClient,
  LeadstageError,
  PermissionError,
} from '@leadstage/sdk';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { QUARTER } from './support/example-a.js';
import { type SeededServer, startSeededServer } from './support/seeded-server.js';

let server: SeededServer;
let client: LeadstageClient;
beforeAll(async () => {
  server = await startSeededServer();
  client = createClient(server);
});
afterAll(() => server?.close());

const stepRates = ({ stages }: FunnelFigures) =>
  stages.slice(0, 3).map(({ stage, reached, stepRate }) => [stage.key, reached, stepRate?.value ?? null]);

describe('worked example A through the SDK', () => {
  it('converts 80 % to MQL in both, and 10 % and 60 % of those, together 35 %, to SQL', async () => {
    const report = await client.funnel({ period: QUARTER, by: ['leadType'] });
    expect(report.period).toEqual(QUARTER);
    expect(report.stageDefinitions.map(({ key }) => key)).toEqual(['CONTACT', 'LEAD', 'MQL', 'SQL', 'QSO', 'CUSTOMER']);
    expect(stepRates(report.total)).toEqual([
      ['LEAD', 200, null],
      ['MQL', 160, 0.8],
      ['SQL', 56, 0.35],
    ]);
    expect(
      report.groups.map(({ keys, figures }) => ({
        [String(keys[0]?.value)]: stepRates(figures).map(([, , rate]) => rate),
      })),
    ).toEqual(expect.arrayContaining([{ 'e-book': [null, 0.8, 0.1] }, { 'demo request': [null, 0.8, 0.6] }]));
    expect(report.groups).toHaveLength(2);
    const sql = report.total.stages[2]?.stepRate;
    expect([sql?.numerator, sql?.denominator]).toEqual([56, 160]);
  });

  it('lists the leads behind a number, where that is asked for', async () => {
    const sqlOf = async (behind?: boolean) => {
      const { total } = await client.funnel({ period: QUARTER }, { behind });
      return total.stages.find(({ stage }) => stage.key === 'SQL');
    };
    const sql = await sqlOf(true);
    expect(sql?.reached).toBe(56);
    const filter = { behind: sql?.behind as string };
    const listed: unknown[] = [];
    for await (const { stage } of client.leads({ pageSize: 20, filter })) listed.push(stage?.key);
    expect(listed).toEqual(new Array(56).fill('SQL'));
    const page = await client.leadsPage({ first: 1, filter });
    expect(page.totalCount).toBe(56);
    expect(await sqlOf()).not.toHaveProperty('behind');
  });

  it('gives the same answer again for its asOf and knownAt', async () => {
    const { statistics, ...first } = await client.funnel({ period: QUARTER, grain: 'MONTH' });
    const { statistics: again, ...second } = await client.funnel({
      period: QUARTER,
      grain: 'MONTH',
      asOf: first.asOf,
      knownAt: first.knownAt,
    });
    expect(first.series).toHaveLength(3);
    expect(second).toEqual(first);
    expect([...statistics.paths, ...again.paths].length).toBeGreaterThan(1);
  });

  it('costs 4.00 and 36.00 per lead, 50.00 and 75.00 per SQL', async () => {
    const report: CostReport = await client.cost({ period: QUARTER, by: ['leadType'], stages: ['LEAD', 'SQL'] });
    const costs = report.groups.map(({ keys, figures }) => [
      keys[0]?.value,
      ...figures.stages.map(({ spend, costPerEntry }) => `${costPerEntry?.amount} of ${spend?.amount}`),
    ]);
    expect(costs).toEqual(
      expect.arrayContaining([
        ['e-book', '4.00 of 400.00', '50.00 of 400.00'],
        ['demo request', '36.00 of 3600.00', '75.00 of 3600.00'],
      ]),
    );
    expect(report.total.stages[0]?.spend).toEqual({ amount: '4000.00', currency: 'EUR' });
  });

  it('takes 20 days from MQL to SQL', async () => {
    const { total } = await client.velocity({ period: QUARTER, from: 'MQL', to: 'SQL' });
    expect(total).toMatchObject({ count: 56, mean: 1_728_000, median: 1_728_000, p90: 1_728_000 });
    expect(total.histogram.reduce((sum, { count }) => sum + count, 0)).toBe(56);
  });
});

describe('leads through the SDK', () => {
  it('goes through all 200, whatever the page size, in the order of their recording', async () => {
    const inPagesOf = async (pageSize: number) => {
      const ids: string[] = [];
      for await (const lead of client.leads({ pageSize })) ids.push(lead.externalId);
      return ids;
    };
    const ids = await inPagesOf(100);
    expect(new Set(ids).size).toBe(200);
    expect([ids[0], ids[199]]).toEqual(['e-book 1', 'demo request 100']);
    expect(await inPagesOf(37)).toEqual(ids);
  });

  it('gives a page with the number of all and where to go on', async () => {
    const first = await client.leadsPage({ first: 3 });
    const second = await client.leadsPage({ first: 3, after: first.endCursor });
    expect(first).toMatchObject({ totalCount: 200, hasNextPage: true });
    expect([...first.leads, ...second.leads].map(({ externalId }) => externalId)).toEqual(
      [1, 2, 3, 4, 5, 6].map((index) => `e-book ${index}`),
    );
  });

  it('gives one lead by either id with its history, and null for none', async () => {
    const lead = await client.lead({ externalId: 'demo request 1' });
    expect(lead?.stage).toEqual({ key: 'SQL', name: 'Sales qualified lead' });
    expect(lead?.transitions.map(({ to, kind, occurredAt }) => [to?.key, kind, occurredAt])).toEqual([
      ['LEAD', 'ENTERED', '2025-01-06T09:00:00.000Z'],
      ['MQL', 'ADVANCED', '2025-01-16T09:00:00.000Z'],
      ['SQL', 'ACCEPTED', '2025-02-05T09:00:00.000Z'],
    ]);
    expect(await client.lead({ id: lead?.id as string })).toEqual(lead);
    expect(await client.lead({ externalId: 'nobody' })).toBeNull();
  });
});

describe('the rest of the SDK', () => {
  it('knows whose key it is, the workspace, its ladder and the metrics', async () => {
    const workspace = await client.workspace();
    expect(workspace).toMatchObject({ name: 'Example A', timeZone: 'UTC', currency: 'EUR', weekStart: 1 });
    expect(await client.viewer()).toEqual({ name: 'Test', embed: null, scopes: ['ADMIN'], workspace });
    const stages = await client.stages({ at: '2025-01-01T00:00:00Z' });
    expect(stages.map(({ key }) => key)).toEqual(['CONTACT', 'LEAD', 'MQL', 'SQL', 'QSO', 'CUSTOMER']);
    expect(await client.stages()).toEqual(stages);
    expect((await client.metricDefinitions()).map(({ name }) => name)).toContain('stepRate');
  });

  it('sends a query of your own', async () => {
    const query = 'query ($at: DateTime) { stages(at: $at) { key team } }';
    const { stages } = await client.raw<{ stages: { key: string }[] }>(query, { at: null });
    expect(stages[1]).toEqual({ key: 'LEAD', team: 'MARKETING' });
  });
});

describe('errors through the SDK', () => {
  const failureOf = (promise: Promise<unknown>) =>
    promise.then(
      () => expect.unreachable(),
      (error: unknown) => error as LeadstageError,
    );

  it('tells an unknown stage by its place and what would be right', async () => {
    const error = await failureOf(client.funnel({ period: QUARTER, base: 'MQLL' }));
    expect(error).toBeInstanceOf(InvalidInputError);
    expect(error).toMatchObject({ code: 'UNKNOWN_STAGE', path: ['input', 'base'] });
    expect((error as InvalidInputError).expected).toMatch(/MQL/);
    expect(error.message).toContain('MQLL');
  });

  it('tells a key that nobody has', async () => {
    const apiKey = `${server.apiKey.slice(0, -4)}xxxx`;
    const error = await failureOf(createClient({ ...server, apiKey }).workspace());
    expect(error).toBeInstanceOf(AuthenticationError);
    expect(error.code).toBe('UNAUTHENTICATED');
  });

  it('tells a key that may not', async () => {
    const apiKey = await server.keyWith('reports:read');
    const error = await failureOf(createClient({ ...server, apiKey }).leadsPage({ first: 1 }));
    expect(error).toBeInstanceOf(PermissionError);
    expect(error.code).toBe('FORBIDDEN');
  });

  it('leaves what has no class of its own to the base class', async () => {
    const error = await failureOf(client.raw('{ nothing }'));
    expect(error.constructor).toBe(LeadstageError);
    expect(error.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});

describe('the README of the SDK', () => {
  const readme = readFileSync(new URL('../packages/sdk/README.md', import.meta.url), 'utf8');
  const blocks = [...readme.matchAll(/```[jt]s\n([\s\S]*?)```/g)].map(([, code]) => code as string);

  it('runs as printed', async () => {
    const options = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 };
    const program = ts.transpileModule(blocks.join('\n'), { compilerOptions: options }).outputText;
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', '--conditions', 'leadstage-source', '--input-type', 'module', '--eval', program],
      { env: { ...process.env, LEADSTAGE_URL: server.url, LEADSTAGE_API_KEY: server.apiKey } },
    );
    expect(stdout).toMatch(/SQL 35\.0 %/);
    expect(stdout).toContain('demo request 48');
    expect(stdout).toMatch(/base: .*MQLL/);
    expect(stdout).toMatch(/^1 CREATED\nNO_OPEN_HANDOFF CONTACT$/m);
  });
});
