import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type PackDocument, type Restatement, type StandardPeriod, standardMetrics } from '@leadstage/core';
import { type Database, inWorkspace } from '@leadstage/prisma';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createApiKey } from '../packages/api/src/access/api-key.js';
import { assignLead } from '../packages/api/src/commands/assign-lead.js';
import { correctCost } from '../packages/api/src/commands/correct-cost.js';
import { deleteLead } from '../packages/api/src/commands/delete-lead.js';
import { ingest } from '../packages/api/src/commands/ingest.js';
import type { IngestUnit } from '../packages/api/src/commands/ingest-input.js';
import { defineStage } from '../packages/api/src/commands/ladder/define-stage.js';
import { mergeLeads } from '../packages/api/src/commands/merge-leads.js';
import { publishMetricPack } from '../packages/api/src/commands/publish-metric-pack.js';
import { rebuild } from '../packages/api/src/commands/rebuild.js';
import { setGoal } from '../packages/api/src/commands/set-goal.js';
import { setSlaPolicy } from '../packages/api/src/commands/set-sla-policy.js';
import { voidCost } from '../packages/api/src/commands/void-cost.js';
import { voidTransition } from '../packages/api/src/commands/void-transition.js';
import {
  metricPack,
  type PublishedPack,
  type Reproduction,
  reproductionOf,
  restatementsNow,
} from '../packages/api/src/query/metric-packs.js';
import { onSnapshot } from '../packages/api/src/query/read-list.js';
import { runReport } from '../packages/api/src/query/run-report.js';
import { sql } from '../packages/api/src/query/sql.js';
import { asOwner } from './support/as-owner.js';
import { askingOf } from './support/ask.js';
import { describeDatabase, newWorkspace, openTestDatabase } from './support/database.js';
import { exampleA, QUARTER } from './support/example-a.js';
import { finishJob } from './support/ladder.js';
import { LADDERS, type Rung, useLadder } from './support/ladders.js';
import { carryOut, fewLeads, sequence } from './support/random-steps.js';
import { blocksOf, firstCells } from './support/readme-blocks.js';

const DAY = 86_400_000;
const AS_OF = Date.UTC(2026, 0, 1);
const QUESTION = { period: QUARTER, grain: 'MONTH', asOf: AS_OF } as const;
const RUNS = Number(process.env.LEADSTAGE_PROPERTY_RUNS ?? 6);

let database: Database;
let id: string;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database?.close());

beforeEach(async () => {
  id = await newWorkspace(database);
  await stored(exampleA());
});

async function stored(units: readonly IngestUnit[]): Promise<void> {
  const { outcomes } = await ingest(database, id, units);
  expect(outcomes.flatMap(({ problems }) => problems.filter(({ severity }) => severity === 'ERROR'))).toEqual([]);
}

async function published(question: Parameters<typeof publishMetricPack>[2]['question'] = QUESTION) {
  return packOf(await publishMetricPack(database, id, { name: 'Q1', question }));
}

async function packOf(packId: number): Promise<PublishedPack> {
  return (await onSnapshot(database, id, (transaction) => metricPack(transaction, id, String(packId))))!;
}

const again = (pack: PublishedPack): Promise<Reproduction> =>
  onSnapshot(database, id, (transaction) => reproductionOf(transaction, id, pack));
const restated = (pack: PublishedPack): Promise<Restatement[]> =>
  onSnapshot(database, id, (transaction) => restatementsNow(transaction, id, pack));

/** What it says of a metric, by stage and variant: the value or amount, with its denominator where it has one. */
function valuesOf({ metrics }: StandardPeriod, name: string): Record<string, unknown> {
  return Object.fromEntries(
    metrics
      .filter(({ metric }) => metric === name)
      .map(({ stage, variant, value, amount, denominator }) => [
        [stage, variant].filter(Boolean).join(' '),
        denominator === null ? (value ?? amount) : [value ?? amount, denominator],
      ]),
  );
}

describe(`the standard metrics, ${describeDatabase()}`, () => {
  it('of worked example A', async () => {
    const { total, series, notes } = await runReport(database, id, standardMetrics, QUESTION);
    expect(valuesOf(total, 'entered')).toEqual({ LEAD: 200, MQL: 160, SQL: 56, QSO: 0, CUSTOMER: 0 });
    expect(valuesOf(total, 'stepRate')).toEqual({
      'MQL from LEAD': [0.8, 200],
      'SQL from MQL': [0.35, 160],
      'QSO from SQL': [0, 56],
      'CUSTOMER from QSO': [null, 0],
    });
    expect(valuesOf(total, 'timeToReach')).toEqual({
      'MQL median from LEAD': [10 * 86_400, 160],
      'SQL median from MQL': [20 * 86_400, 56],
      'QSO median from SQL': [null, 0],
      'CUSTOMER median from QSO': [null, 0],
      'CUSTOMER median from LEAD': [null, 0],
    });
    // 400 + 3600 over 90 days. Ten days earlier 80 of the 90 lie in the window, thirty days earlier 60.
    expect(valuesOf(total, 'spend')).toEqual({
      SIMPLE: '4000.00',
      'LEAD SHIFTED': '4000.00',
      'MQL SHIFTED': '3555.56',
      'SQL SHIFTED': '2666.67',
      'QSO SHIFTED': null,
      'CUSTOMER SHIFTED': null,
      'CUSTOMER CAC': null,
    });
    // Every MQL is handed over, and nobody rejects.
    expect(valuesOf(total, 'acceptanceRate')).toEqual({ '': [0.35, 160] });
    expect(valuesOf(total, 'acceptanceRateOfDecided')).toEqual({ '': [1, 56] });
    expect(valuesOf(total, 'complianceRate')).toEqual({ FIRST_RESPONSE: [null, 0], DECISION: [null, 0] });
    expect(valuesOf(total, 'lagDays')).toMatchObject({ 'MQL SHIFTED': 10, 'SQL SHIFTED': 30, 'QSO SHIFTED': null });
    expect(valuesOf(total, 'costPerEntry')).toMatchObject({
      'LEAD SIMPLE': ['20.00', 200],
      'SQL SIMPLE': ['71.43', 56],
      'MQL SHIFTED': ['22.22', 160],
      'SQL SHIFTED': ['47.62', 56],
      'QSO SIMPLE': [null, 0],
    });
    expect(notes).toEqual([]);
    expect(series.map(({ period }) => period.start)).toEqual(['2025-01-01', '2025-02-01', '2025-03-01']);
    const months = series.map((month) => valuesOf(month, 'entered'));
    const sum = (stage: string) => months.reduce((all, month) => all + Number(month[stage]), 0);
    expect([sum('LEAD'), sum('MQL'), sum('SQL')]).toEqual([200, 160, 56]);
    expect(series.map(({ metrics }) => metrics.length)).toEqual(series.map(() => total.metrics.length));
  });

  it('are not broken down', async () => {
    const asked = runReport(database, id, standardMetrics, { ...QUESTION, by: ['source'] });
    await expect(asked).rejects.toMatchObject({ code: 'INVALID_BREAKDOWN', path: ['by'] });
  });

  it('say what stands for a standard stage, and are null where nothing does', async () => {
    const told = async (ladder: readonly Rung[]) => {
      id = await newWorkspace(database);
      await useLadder(database, id, ladder);
      await stored([{ lead: { externalId: 'a', createdAt: Date.UTC(2025, 0, 5) } }]);
      return runReport(database, id, standardMetrics, QUESTION);
    };
    const own = await told(LADDERS['of own stages']!);
    expect(own.notes).toEqual(['FIT stands for MQL.', 'MEETING stands for QSO.']);
    expect(valuesOf(own.total, 'stepRate')).toMatchObject({ 'FIT from LEAD': [0, 1], 'MEETING from SQL': [null, 0] });
    const without = await told(LADDERS['without MQL']!);
    expect(without.notes).toEqual([
      'The ladder has no MQL: what is measured there is null, and the steps pass over it.',
    ]);
    expect(valuesOf(without.total, 'entered')).toMatchObject({ LEAD: 0, MQL: null });
    expect(valuesOf(without.total, 'stepRate')).toMatchObject({ 'MQL from LEAD': null, 'SQL from LEAD': [null, 0] });
    const { total } = await told(LADDERS['from MQL on']!);
    expect(valuesOf(total, 'entered')).toMatchObject({ LEAD: null, MQL: 1 });
    expect(valuesOf(total, 'stepRate')).toMatchObject({ 'MQL from LEAD': null, 'SQL from MQL': [0, 1] });
    expect(valuesOf(total, 'timeToReach')).toMatchObject({ 'CUSTOMER median from LEAD': null });
  });

  it('measure over an own stage that stands between, and say which stage stands for a standard one', async () => {
    await defineStage(database, id, {
      key: 'SAL',
      name: 'Accepted',
      team: 'SALES',
      after: 'MQL',
      effectiveFrom: Date.UTC(2025, 0, 1),
    });
    await finishJob(database, id);
    const { total } = await runReport(database, id, standardMetrics, QUESTION);
    expect(valuesOf(total, 'stepRate')).toMatchObject({ 'MQL from LEAD': [0.8, 200], 'SQL from MQL': [0.35, 160] });
  });
});

describe('a published pack', () => {
  it('keeps its document under its hash, and its instants', async () => {
    const pack = await published({ period: QUARTER, conversionWindow: 15 * DAY });
    const { document, canonical, sha256, publishedAt } = pack;
    expect(sha256).toBe(createHash('sha256').update(canonical).digest('hex'));
    expect(document).toMatchObject({
      format: 'leadstage.metric-pack/1',
      name: 'Q1',
      workspace: { id },
      asOf: publishedAt,
      question: { asOf: publishedAt, knownAt: document.knownAt, conversionWindow: 15 * DAY },
      currency: 'EUR',
      calendar: { timeZone: 'UTC', fiscalYearStartMonth: 1, weekStart: 1 },
    });
    expect(document.knownAt, 'before its own commit').toBeLessThan(publishedAt);
    expect(document.stages.map(({ key, version }) => [key, version])).toContainEqual(['MQL', 1]);
    // No SQL comes within 15 days of the lead.
    expect(valuesOf(document.total, 'stepRate')).toMatchObject({
      'MQL from LEAD': [0.8, 200],
      'SQL from MQL': [0, 160],
    });
    const named = new Set(document.total.metrics.map(({ metric }) => metric));
    expect(new Set(document.definitions.map(({ name }) => name)), 'each metric with its formula').toEqual(named);
    expect(await again(pack)).toMatchObject({ reproduces: true, sha256, changed: [], differences: [] });
    expect(await restated(pack)).toEqual([]);
  });

  it('holds floats at 12 significant digits, instants and counts whole', async () => {
    const { canonical, document } = await published();
    const floats = canonical.match(/(?<=:)-?\d+\.\d+(e-?\d+)?/g)!;
    expect(floats.length).toBeGreaterThan(5);
    for (const float of floats) expect(float).toBe(String(Number(Number(float).toPrecision(12))));
    expect(canonical).toContain(`"asOf":${AS_OF}`);
    expect(document.total.metrics.find(({ metric }) => metric === 'stepRate')?.low).toBe(0.739144813435);
  });

  it('takes a knownAt of before, and none of later', async () => {
    const first = await published();
    await stored([late('late')]);
    const earlier = await published({ ...QUESTION, knownAt: first.document.knownAt });
    expect(earlier.document.total).toEqual(first.document.total);
    expect((await published()).document.total).not.toEqual(first.document.total);
    const ahead = published({ ...QUESTION, knownAt: Date.now() + DAY });
    await expect(ahead).rejects.toMatchObject({ code: 'KNOWN_AT_IN_FUTURE', path: ['question', 'knownAt'] });
    await expect(published({ ...QUESTION, by: ['source'] })).rejects.toMatchObject({ path: ['question', 'by'] });
    await expect(publishMetricPack(database, id, { name: ' ', question: QUESTION })).rejects.toMatchObject({
      code: 'INVALID_NAME',
    });
  });

  it('is published once per idempotency key', async () => {
    const once = { key: 'k', operation: 'publishMetricPack', input: {} };
    const publish = () => publishMetricPack(database, id, { name: 'Q1', question: QUESTION }, once);
    expect(await publish()).toBe(await publish());
  });

  it('cannot be changed or deleted by the role that answers requests', async () => {
    const pack = await published();
    for (const statement of [sql`UPDATE published_pack SET name = 'x'`, sql`DELETE FROM published_pack`]) {
      await expect(inWorkspace(database, id, (transaction) => transaction.query(statement))).rejects.toThrow(
        /permission denied/,
      );
    }
    expect(await packOf(pack.id)).toEqual(pack);
  });

  it('that somebody changed in the database does not reproduce, and tells where', async () => {
    const pack = await published();
    const forged = pack.canonical.replace('"value":160', '"value":161');
    expect(forged).not.toBe(pack.canonical);
    await asOwner(database, (transaction) =>
      transaction.query(sql`
        UPDATE published_pack SET document = ${forged} WHERE workspace_id = ${id}::uuid AND id = ${pack.id}`),
    );
    const reproduction = await again(await packOf(pack.id));
    expect(reproduction).toMatchObject({ reproduces: false, sha256: pack.sha256, changed: ['total'] });
    expect(reproduction.differences).toMatchObject([
      { metric: 'entered', stage: 'MQL', published: { value: 161 }, now: { value: 160 } },
    ]);
  });
});

/** A lead of January that is SQL in February, told of late. */
function late(lead: string): IngestUnit {
  const entry = (to: string, on: string) => ({
    externalId: `${lead} ${to}`,
    lead,
    to,
    occurredAt: Date.parse(`${on}T12:00Z`),
  });
  return {
    lead: { externalId: lead, leadType: 'e-book', name: 'Lea Late', email: 'lea@example.com' },
    transitions: [entry('LEAD', '2025-01-10'), entry('MQL', '2025-01-20'), entry('SQL', '2025-02-20')],
  };
}

const CHANGES: Readonly<Record<string, () => Promise<unknown>>> = {
  'an import of old leads': () => stored([late('late')]),
  'a corrected cost': () =>
    correctCost(database, id, {
      externalId: 'e-book',
      amount: '4000',
      currency: 'EUR',
      from: QUARTER.start,
      to: QUARTER.end,
      category: 'ads',
      leadType: 'e-book',
    }),
  'a voided cost': () => voidCost(database, id, { externalId: 'demo request', reason: 'twice' }),
  'a voided transition': () => voidTransition(database, id, { externalId: 'e-book 1 SQL', reason: 'wrong' }),
  'a merge': () =>
    mergeLeads(database, id, { lead: { externalId: 'e-book 1' }, into: { externalId: 'demo request 2' } }),
  'another lead type': () => stored([{ lead: { externalId: 'e-book 3', leadType: 'demo request' } }]),
};

/** What changes no number of a pack. */
const WORDS: Readonly<Record<string, () => Promise<unknown>>> = {
  'the erasure of a lead': () => deleteLead(database, id, { lead: { externalId: 'e-book 1' } }),
  'a renamed stage': () => defineStage(database, id, { key: 'MQL', name: 'Marketing says yes' }),
  'a policy': () =>
    setSlaPolicy(database, id, {
      key: 'P',
      name: 'Policy',
      decisionWithin: { within: 'P2D', clock: 'CALENDAR' },
      effectiveFrom: Date.UTC(2025, 0, 1),
    }),
  'a goal': () => setGoal(database, id, { key: 'G', name: 'Goal', stage: 'SQL', period: QUARTER, target: 80 }),
  'an owner': () => assignLead(database, id, { lead: { externalId: 'e-book 1' }, owner: 'ann', occurredAt: null }),
  'a rebuild': () => rebuild(database, id),
};

describe('a pack reproduces for ever', () => {
  const filtered = { ...QUESTION, filter: { leadType: { in: ['e-book'] } }, conversionWindow: 60 * DAY };

  it.each(Object.entries(CHANGES))('after %s, which is told as a restatement', async (_name, change) => {
    const packs = [await published(), await published(filtered)];
    await change();
    await finishJob(database, id);
    for (const pack of packs) expect(await again(pack)).toMatchObject({ reproduces: true, differences: [] });
    expect((await Promise.all(packs.map(restated))).flat().length, 'it changes something').toBeGreaterThan(0);
    const now = await published();
    expect(await restated(now)).toEqual([]);
    expect(await again(now)).toMatchObject({ reproduces: true });
  });

  it.each(Object.entries(WORDS))('after %s', async (_name, change) => {
    const packs = [await published(), await published(filtered)];
    await change();
    await finishJob(database, id);
    for (const pack of packs) expect(await again(pack)).toMatchObject({ reproduces: true, changed: [] });
  });

  it('after a stage has come into the ladder, before, while and after leads are read anew', async () => {
    const packs = [await published()];
    await defineStage(database, id, {
      key: 'SAL',
      name: 'Accepted',
      team: 'SALES',
      after: 'MQL',
      effectiveFrom: Date.UTC(2025, 1, 1),
    });
    packs.push(await published());
    await finishJob(database, id);
    packs.push(await published());
    for (const pack of packs) expect(await again(pack)).toMatchObject({ reproduces: true, changed: [] });
    expect(packs.map(({ document }) => document.stages.some(({ key }) => key === 'SAL'))).toEqual([false, false, true]);
  });

  it('after anything that may befall leads', { timeout: 300_000 }, async () => {
    const period = { start: '2026-05-04', end: '2026-05-08' };
    const asked = { period, grain: 'DAY', asOf: Date.UTC(2026, 4, 5, 9) } as const;
    await fc.assert(
      fc.asyncProperty(sequence, async ({ ladder, steps }) => {
        id = await newWorkspace(database);
        await useLadder(database, id, ladder);
        const keys = ladder.map(({ key }) => key);
        await stored(fewLeads());
        const packs: PublishedPack[] = [];
        for (const [index, step] of steps.entries()) {
          if (index % 4 === 0) packs.push(await published(asked));
          await carryOut(database, id, keys, step, index);
        }
        for (const pack of packs) expect(await again(pack)).toMatchObject({ changed: [], reproduces: true });
        expect(await restated(await published(asked))).toEqual([]);
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  });
});

describe('what was promised, aimed at and won', () => {
  const at = (date: string) => Date.parse(`${date}T12:00Z`);
  const passage = (lead: string, value: string | null, steps: Readonly<Record<string, string>>): IngestUnit => ({
    lead: { externalId: lead, value },
    transitions: Object.entries(steps).map(([to, on]) => ({
      externalId: `${lead} ${to}`,
      lead,
      to,
      occurredAt: at(on),
    })),
  });
  const spent = (externalId: string, costScope: 'MARKETING' | 'SALES'): IngestUnit => ({
    costs: [
      { externalId, amount: '900', currency: 'EUR', from: QUARTER.start, to: QUARTER.end, category: 'x', costScope },
    ],
  });
  const policy = (within: string) =>
    setSlaPolicy(database, id, {
      key: 'P',
      name: 'Policy',
      decisionWithin: { within, clock: 'CALENDAR' },
      firstResponseWithin: { within: 'PT4H', clock: 'CALENDAR' },
      effectiveFrom: Date.UTC(2024, 0, 1),
    });
  const goal = (target: number) =>
    setGoal(database, id, { key: 'G', name: 'SQLs', stage: 'SQL', period: QUARTER, target });
  const called = (lead: string, hour: number): IngestUnit => ({
    activities: [{ externalId: `${lead} call`, lead, type: 'CALL', occurredAt: at('2025-01-10') + hour * 3_600_000 }],
  });

  beforeEach(async () => {
    id = await newWorkspace(database);
    await policy('P2D');
    await goal(8);
    // Decided after 1, 2, 3 and 6 days; two are won 30 days after they became leads.
    const [LEAD, MQL] = ['2025-01-05', '2025-01-10'];
    await stored([
      passage('a', '600', { LEAD, MQL, SQL: '2025-01-11', CUSTOMER: '2025-02-04' }),
      passage('b', '900', { LEAD, MQL, SQL: '2025-01-12', CUSTOMER: '2025-02-04' }),
      passage('c', '50', { LEAD, MQL, SQL: '2025-01-13' }),
      passage('d', null, { LEAD, MQL, SQL: '2025-01-16' }),
      called('a', 1),
      spent('m', 'MARKETING'),
      spent('s', 'SALES'),
    ]);
  });

  it('is in a pack, with what it was measured on', async () => {
    const { total, series } = await runReport(database, id, standardMetrics, QUESTION);
    expect(valuesOf(total, 'complianceRate')).toEqual({ FIRST_RESPONSE: [0.25, 4], DECISION: [0.5, 4] });
    expect(valuesOf(total, 'attainment')).toEqual({ 'SQL G': [0.5, 8] });
    // From 2 December to 2 March lie 60 of the 90 days of either cost: 600 + 600.
    expect(valuesOf(total, 'spend')).toMatchObject({ 'CUSTOMER SHIFTED': '600.00', 'CUSTOMER CAC': '1200.00' });
    expect(valuesOf(total, 'cac')).toEqual({ CUSTOMER: ['600.00', 2] });
    expect(valuesOf(total, 'roi')).toEqual({ 'CUSTOMER SHIFTED': 0.25 });
    expect(series.map((month) => Object.keys(valuesOf(month, 'attainment')))).toEqual([[], [], []]);
  });

  it.each<[string, string, () => Promise<unknown>]>([
    ['a policy of another time', 'complianceRate', () => policy('P7D')],
    ['a call that is told of late', 'complianceRate', () => stored([called('b', 2)])],
    ['a goal of another target', 'attainment', () => goal(4)],
    ['another value', 'roi', () => stored([{ lead: { externalId: 'a', value: '6000' } }])],
    ['a lost customer', 'cac', () => voidTransition(database, id, { externalId: 'b CUSTOMER', reason: 'wrong' })],
    ['a cost of sales', 'cac', () => voidCost(database, id, { externalId: 's', reason: 'wrong' })],
  ])('reproduces after %s, which restates the %s', async (_what, metric, change) => {
    const pack = await published();
    await change();
    expect(await again(pack)).toMatchObject({ reproduces: true, changed: [] });
    expect((await restated(pack)).map((each) => each.metric)).toContain(metric);
  });
});

describe('restatements', () => {
  it('list what one late lead changes, and nothing else', async () => {
    const pack = await published();
    await stored([late('late')]);
    const told = (await restated(pack))
      .filter(({ period }) => period.start === QUARTER.start && period.end === QUARTER.end)
      .map(({ metric, stage, variant, published: then, now }) => [
        [metric, stage, variant].filter(Boolean).join(' '),
        then?.value ?? then?.amount,
        now?.value ?? now?.amount,
      ]);
    expect(told).toEqual([
      ['entered LEAD', 200, 201],
      ['entered MQL', 160, 161],
      ['entered SQL', 56, 57],
      ['stepRate MQL from LEAD', 0.8, 0.800995024876],
      ['stepRate SQL from MQL', 0.35, 0.354037267081],
      ['stepRate QSO from SQL', 0, 0],
      ['acceptanceRate', 0.35, 0.354037267081],
      ['acceptanceRateOfDecided', 1, 1],
      ['timeToReach MQL median from LEAD', 864_000, 864_000],
      ['timeToReach SQL median from MQL', 1_728_000, 1_728_000],
      ['costPerEntry LEAD SIMPLE', '20.00', '19.90'],
      ['costPerEntry MQL SIMPLE', '25.00', '24.84'],
      ['costPerEntry SQL SIMPLE', '71.43', '70.18'],
      ['costPerEntry LEAD SHIFTED', '20.00', '19.90'],
      ['costPerEntry MQL SHIFTED', '22.22', '22.08'],
      ['costPerEntry SQL SHIFTED', '47.62', '46.78'],
    ]);
  });
});

describe('docs/packs.md', () => {
  const page = readFileSync(new URL('../docs/packs.md', import.meta.url), 'utf8');

  it('verifies a hash by hand, whatever the document looks like', async () => {
    const script = blocksOf(page).find(({ language }) => language === 'js')!.body;
    const { document, sha256 } = await published({ ...QUESTION, filter: { source: { in: ['é \u2028 "', null] } } });
    const turned = (value: unknown): unknown =>
      typeof value !== 'object' || value === null || Array.isArray(value)
        ? value
        : Object.fromEntries(Object.entries(value).reverse());
    const input = JSON.stringify(turned(document), (_, value) => turned(value), 2);
    const verify = (text: string) =>
      spawnSync(process.execPath, ['--input-type=module', '-e', script], { input: text, encoding: 'utf8' }).stdout;
    expect(verify(input)).toBe(`${sha256}\n`);
    expect(verify(input.replace('"name": "Q1"', '"name": "Q2"'))).not.toContain(sha256);
  });

  it('names every member of the document', async () => {
    const { document } = await published();
    const named = firstCells(page, 'member').flatMap((cell) => [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name));
    expect(named.sort()).toEqual(Object.keys(document).sort());
  });

  it('names every metric that there is', async () => {
    const { document } = await published({ ...QUESTION, filter: { source: { in: [null] } } });
    const named = new Set(
      firstCells(page, 'metric').flatMap((cell) => [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name)),
    );
    for (const { metric } of document.total.metrics) expect(named).toContain(metric);
  });
});

describe('packs over GraphQL', () => {
  it('are published, asked for again and verified', async () => {
    const ask = askingOf(database);
    const key = await createApiKey(database, id, { name: 'k', scopes: ['admin'] });
    const input = `{ idempotencyKey: "p", name: "Q1 2025", question: {
      period: { start: "2025-01-01", end: "2025-04-01" }, asOf: "2026-01-01T00:00:00Z", conversionWindow: "P60D" } }`;
    const { data } = await ask(
      `mutation { publishMetricPack(input: ${input}) { ... on PublishMetricPackPayload { pack {
        id name asOf period { start end } sha256 canonical document reproduces
        total { metrics { metric stage variant value amount { amount currency } } }
      } } } }`,
      `Bearer ${key}`,
    );
    const { pack } = data!.publishMetricPack as { pack: Record<string, unknown> & { document: PackDocument } };
    expect(pack).toMatchObject({ name: 'Q1 2025', asOf: '2026-01-01T00:00:00.000Z', reproduces: true });
    expect(JSON.parse(String(pack.canonical))).toEqual(pack.document);
    expect(createHash('sha256').update(String(pack.canonical)).digest('hex')).toBe(pack.sha256);
    await stored([late('late')]);
    const asked = await ask(
      `{ metricPack(id: "${pack.id}") { reproduces reproduction { changed } restatements {
        metric stage variant published { value } now { value amount { amount currency } } } }
        metricPacks { id } }`,
      `Bearer ${key}`,
    );
    expect(asked.errors).toEqual([]);
    expect(asked.data).toMatchObject({
      metricPack: { reproduces: true, reproduction: { changed: [] } },
      metricPacks: [{ id: pack.id }],
    });
    const { restatements } = asked.data!.metricPack as { restatements: unknown[] };
    expect(restatements).toContainEqual({
      metric: 'entered',
      stage: 'LEAD',
      variant: null,
      published: { value: 200 },
      now: { value: 201, amount: null },
    });
  });
});
