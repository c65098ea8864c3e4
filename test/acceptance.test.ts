/* METRICS.md section 4: handoffs by outcome, goals, and the leads that they ask for; by hand, at random and over GraphQL. */
import { type AcceptanceFigures, acceptance, type ReportBody, type ReportQuestion, rateOf } from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApiKey } from '../packages/api/src/access/api-key.js';
import { assignLead } from '../packages/api/src/commands/assign-lead.js';
import { ingest } from '../packages/api/src/commands/ingest.js';
import type { IngestUnit } from '../packages/api/src/commands/ingest-input.js';
import { setGoal } from '../packages/api/src/commands/set-goal.js';
import { runReport } from '../packages/api/src/query/run-report.js';
import { type Ask, askingOf } from './support/ask.js';
import { describeDatabase, newWorkspace, openTestDatabase } from './support/database.js';
import { exampleA, QUARTER } from './support/example-a.js';
import { useLadder } from './support/ladders.js';
import { carryOut, fewLeads, sequence } from './support/random-steps.js';
import { handoffsTwice } from './support/told-handoffs.js';

const RUNS = Number(process.env.LEADSTAGE_PROPERTY_RUNS ?? 10);
const DAY = 86_400_000;

let database: Database;
let ask: Ask;
beforeAll(async () => {
  database = await openTestDatabase();
  ask = askingOf(database);
});
afterAll(() => database?.close());

const at = (date: string, hour = 12) => Date.parse(`${date}T00:00:00Z`) + hour * 3_600_000;

type Step = readonly [to: string | null, at: number, kind?: string | undefined, reason?: string | undefined];
function log(lead: string, steps: readonly Step[], more: object = {}): IngestUnit {
  const transitions = steps.map(([to, occurredAt, kind, reason], index) => ({
    ...{ externalId: `${lead}/${index}`, lead, to, occurredAt },
    ...(kind ? { kind } : {}),
    ...(reason ? { reason } : {}),
  }));
  return { lead: { externalId: lead, createdAt: at('2026-01-01'), ...more }, transitions } as IngestUnit;
}

async function workspaceWith(units: readonly IngestUnit[]): Promise<string> {
  const id = await newWorkspace(database);
  const { outcomes } = await ingest(database, id, units);
  expect(outcomes.flatMap(({ problems }) => problems)).toEqual([]);
  return id;
}

const asked = (id: string, question: Partial<ReportQuestion> = {}) =>
  runReport(database, id, acceptance, { period: { start: '2026-01-01', end: '2026-04-01' }, ...question });
const counts = ({ handedOver, accepted, rejected, recycled, disqualified, open }: AcceptanceFigures) => [
  ...[handedOver, accepted, rejected, recycled, disqualified, open],
];

/** Seven handoffs of six leads: two accepted (one by a skip), two rejected, one recycled, one disqualified, one open. */
const SEVEN: readonly IngestUnit[] = [
  log(
    'a',
    [
      ['LEAD', at('2026-01-02')],
      ['MQL', at('2026-01-10')],
      ['SQL', at('2026-01-20')],
    ],
    { source: 'web', owner: 'ann' },
  ),
  log(
    'b',
    [
      ['MQL', at('2026-01-11')],
      ['CUSTOMER', at('2026-02-20')],
    ],
    { source: 'web', owner: 'ben' },
  ),
  log(
    'c',
    [
      ['MQL', at('2026-01-12')],
      ['LEAD', at('2026-01-15'), 'REJECTED', 'no budget'],
      ['MQL', at('2026-02-01')],
      ['LEAD', at('2026-02-03'), 'REJECTED', 'too small'],
    ],
    { source: 'fair', owner: 'ann' },
  ),
  log(
    'd',
    [
      ['MQL', at('2026-02-10')],
      ['LEAD', at('2026-02-12'), 'RECYCLED'],
    ],
    { owner: 'ann' },
  ),
  log(
    'e',
    [
      ['MQL', at('2026-02-11')],
      [null, at('2026-02-13'), undefined, 'spam'],
    ],
    { source: 'web' },
  ),
  log('f', [['MQL', at('2026-03-31', 23)]], { source: 'fair', owner: 'ben' }),
  // Outside: opened after the period, and never handed over because it skipped MQL.
  log('g', [['MQL', at('2026-04-01', 0)]]),
  log('h', [['SQL', at('2026-02-01')]]),
];

describe(`acceptance, ${describeDatabase()}`, () => {
  test('handoffs that opened in the period, by what became of them', async () => {
    const id = await workspaceWith(SEVEN);
    const { total, series } = await asked(id, { grain: 'MONTH' });
    expect(counts(total)).toEqual([7, 2, 2, 1, 1, 1]);
    expect(total.acceptanceRate).toEqual(rateOf(2, 7));
    expect(total.acceptanceRateOfDecided).toEqual(rateOf(2, 6));
    expect(total.rejections).toEqual([
      { reason: 'no budget', handoffs: 1 },
      { reason: 'too small', handoffs: 1 },
    ]);
    // Dated by their opening: the customer of 20 February counts in January.
    expect(series.map(({ figures }) => counts(figures))).toEqual([
      [3, 2, 1, 0, 0, 0],
      [3, 0, 1, 1, 1, 0],
      [1, 0, 0, 0, 0, 1],
    ]);
    expect(series.map(({ figures }) => figures.rejections.map(({ reason }) => reason))).toEqual([
      ['no budget'],
      ['too small'],
      [],
    ]);
  });

  test('worked example A: 56 of 160, and by lead type 8 and 48 of 80', async () => {
    const id = await workspaceWith(exampleA());
    const { total, groups } = await asked(id, { period: QUARTER, by: ['leadType'] });
    expect(total).toMatchObject({ acceptanceRate: { value: 0.35 }, acceptanceRateOfDecided: { value: 1 }, open: 104 });
    // Of equal weight, by name.
    expect(groups.map(({ keys, figures }) => [keys[0], ...counts(figures)])).toEqual([
      ['demo request', 80, 48, 0, 0, 0, 32],
      ['e-book', 80, 8, 0, 0, 0, 72],
    ]);
  });

  test('before a decision it is open, and before it was recorded too', async () => {
    const id = await workspaceWith(SEVEN.slice(0, 1));
    const first = await asked(id);
    expect(counts(first.total)).toEqual([1, 1, 0, 0, 0, 0]);
    const before = await asked(id, { asOf: at('2026-01-20', 12) - 1 });
    expect([counts(before.total), before.statistics.sources]).toEqual([[1, 0, 0, 0, 0, 1], ['RECORD']]);
    expect(counts((await asked(id, { asOf: at('2026-01-10') - 1 })).total)).toEqual([0, 0, 0, 0, 0, 0]);

    await ingest(database, id, [log('b', [['MQL', at('2026-01-11')]])]);
    const open = await asked(id);
    await ingest(database, id, [
      {
        transitions: [
          { externalId: 'b/9', lead: 'b', to: 'LEAD', kind: 'REJECTED', reason: 'late', occurredAt: at('2026-01-12') },
        ],
      },
    ]);
    expect(counts((await asked(id)).total)).toEqual([2, 1, 1, 0, 0, 0]);
    const { total, statistics } = await asked(id, { knownAt: open.knownAt });
    expect([counts(total), total.rejections, statistics.sources]).toEqual([[2, 1, 0, 0, 0, 1], [], ['RECORD']]);
    const oldest = await asked(id, { knownAt: first.knownAt, asOf: before.asOf });
    expect(counts(oldest.total)).toEqual([1, 0, 0, 0, 0, 1]);
  });

  test('a handoff belongs to its owner at the decision, an open one to its owner at asOf', async () => {
    const id = await workspaceWith([
      log(
        'done',
        [
          ['MQL', at('2026-01-10')],
          ['SQL', at('2026-01-20')],
        ],
        { owner: 'ann' },
      ),
      log('open', [['MQL', at('2026-01-10')]], { owner: 'ann' }),
    ]);
    for (const lead of ['done', 'open']) {
      await assignLead(database, id, { lead: { externalId: lead }, owner: 'ben', occurredAt: at('2026-02-01') });
    }
    const byOwner = async (question: Partial<ReportQuestion> = {}) =>
      (await asked(id, { by: ['owner'], ...question })).groups.map(({ keys, figures }) => [
        keys[0],
        ...counts(figures),
      ]);
    expect(await byOwner()).toEqual([
      ['ann', 1, 1, 0, 0, 0, 0],
      ['ben', 1, 0, 0, 0, 0, 1],
    ]);
    expect(await byOwner({ asOf: at('2026-01-31') })).toEqual([['ann', 2, 1, 0, 0, 0, 1]]);
    expect(await byOwner({ filter: { owner: { in: ['ben'] } } })).toEqual([['ben', 1, 0, 0, 0, 0, 1]]);
  });

  test('reasons stand by how often they are given, those without one last', async () => {
    const refused = (lead: string, reason?: string) =>
      log(
        lead,
        [
          ['MQL', at('2026-01-10')],
          ['LEAD', at('2026-01-11'), 'REJECTED', reason],
        ],
        { source: lead },
      );
    const reasons = ['small', 'Small', 'small', 'price', 'price', 'a', ' a'];
    const id = await workspaceWith(reasons.map((reason, index) => refused(`l${index}`, reason)));
    const { total, groups } = await asked(id, { by: ['source'] });
    expect(total.rejections.map(({ reason, handoffs }) => [reason, handoffs])).toEqual([
      ...[
        ['price', 2],
        ['small', 2],
        [' a', 1],
        ['Small', 1],
        ['a', 1],
      ],
    ]);
    expect(groups.map(({ figures }) => figures.rejections)).toEqual(reasons.map((reason) => [{ reason, handoffs: 1 }]));
  });
});

describe('goals', () => {
  const goal = (key: string, more: object = {}) => ({
    ...{ key, name: key, stage: 'MQL', period: { start: '2026-01-01', end: '2026-04-01' }, target: 10 },
    ...more,
  });

  test('whose period overlaps the report’s, with their own leads and period', async () => {
    const id = await workspaceWith(SEVEN);
    const web = { source: { in: ['web'] } };
    await setGoal(database, id, goal('ALL'));
    await setGoal(database, id, goal('BEFORE', { period: { start: '2025-10-01', end: '2026-01-01' } }));
    await setGoal(database, id, goal('LAST_DAY', { period: { start: '2025-10-01', end: '2026-01-02' } }));
    await setGoal(database, id, goal('AFTER', { period: { start: '2026-04-01', end: '2026-07-01' } }));
    await setGoal(database, id, goal('GIVEN_UP', { retired: true }));
    await setGoal(database, id, goal('WEB_SQL', { stage: 'SQL', filter: web, target: 4 }));
    // 45 of 90 days have passed; the report's own filter is none of a goal's business.
    const { goals } = await asked(id, {
      asOf: at('2026-02-15', 0),
      filter: { source: { in: ['fair'] } },
      by: ['owner'],
    });
    expect(goals.map(({ key }) => key)).toEqual(['LAST_DAY', 'ALL', 'WEB_SQL']);
    expect(goals[1]).toMatchObject({ entered: 6, target: 10, attainment: 0.6, pace: 1.2, elapsedShare: 0.5 });
    expect(goals[2]).toMatchObject({ entered: 1, target: 4, attainment: 0.25, pace: 0.5, filter: web });
    expect(goals[2]?.stage).toMatchObject({ key: 'SQL' });
    expect(goals[0]).toMatchObject({ entered: 0, elapsedShare: 1, pace: 0 });
  });

  test('are those of knownAt, and of its target', async () => {
    const id = await workspaceWith(SEVEN.slice(0, 1));
    await setGoal(database, id, goal('OLD', { target: 10 }));
    const { knownAt } = await asked(id);
    await setGoal(database, id, { key: 'OLD', target: 20 });
    await setGoal(database, id, goal('NEW'));
    await ingest(database, id, [log('b', [['MQL', at('2026-01-11')]])]);
    const told = async (question: object) =>
      (await asked(id, question)).goals.map(({ key, version, target, entered }) => [key, version, target, entered]);
    expect(await told({})).toEqual([
      ['NEW', 1, 10, 2],
      ['OLD', 2, 20, 2],
    ]);
    expect(await told({ knownAt })).toEqual([['OLD', 1, 10, 1]]);
  });
});

test('at random, outcomes add up, groups and buckets add up, and both are what the list of handoffs has', async () => {
  const zone = 'America/Havana';
  await fc.assert(
    fc.asyncProperty(sequence, fc.nat(30), async ({ ladder, steps }, hours) => {
      const id = await newWorkspace(database, { timeZone: zone });
      await useLadder(database, id, ladder);
      const keys = ladder.map(({ key }) => key);
      await ingest(database, id, fewLeads());
      for (const [index, step] of steps.entries()) await carryOut(database, id, keys, step, index);
      const question = { period: { start: '2026-05-01', end: '2100-01-01' }, grain: 'QUARTER', by: ['owner'] } as const;
      const report = await asked(id, question);
      expectWhole(report);
      const { oracle } = await handoffsTwice(database, id);
      const told = (outcome: string | null) => oracle.filter((each) => (each.outcome ?? null) === outcome).length;
      expect(counts(report.total)).toEqual([
        ...[oracle.length, ...['ACCEPTED', 'REJECTED', 'RECYCLED', 'DISQUALIFIED'].map(told), told(null)],
      ]);
      for (const {
        keys: [owner],
        figures,
      } of report.groups) {
        expect(figures.handedOver).toBe(oracle.filter((each) => (each.owner ?? null) === owner).length);
      }
      const asOf = Date.UTC(2026, 4, 4, 9 + hours);
      const earlier = await asked(id, { ...question, asOf });
      expectWhole(earlier);
      expect(earlier.total.handedOver).toBe(oracle.filter(({ openedAt }) => openedAt <= asOf).length);
    }),
    { numRuns: RUNS },
  );
}, 600_000);

function expectWhole({ total, groups, series }: ReportBody<AcceptanceFigures>): void {
  const sum = (cells: readonly AcceptanceFigures[]) =>
    counts(total).map((_, index) => cells.reduce((all, cell) => all + counts(cell)[index]!, 0));
  const cells = [total, ...series.map(({ figures }) => figures), ...groups.map(({ figures }) => figures)];
  for (const cell of cells) {
    const [handedOver, ...outcomes] = counts(cell);
    expect(outcomes.reduce((all, each) => all + each, 0)).toBe(handedOver);
    expect(cell.rejections.reduce((all, { handoffs }) => all + handoffs, 0)).toBe(cell.rejected);
  }
  expect(sum(series.map(({ figures }) => figures))).toEqual(counts(total));
  expect(sum(groups.map(({ figures }) => figures))).toEqual(counts(total));
  for (const group of groups) {
    const buckets = group.series.map(({ figures }) => counts(figures));
    expect(counts(group.figures)).toEqual(
      counts(total).map((_, index) => buckets.reduce((all, each) => all + each[index]!, 0)),
    );
  }
}

describe('over GraphQL', () => {
  test('acceptance, goals and the leads that they ask for, as in worked example A', async () => {
    const id = await workspaceWith(exampleA());
    const key = `Bearer ${await createApiKey(database, id, { name: 'r', scopes: ['reports:read'] })}`;
    const period = { start: '2025-07-01', end: '2025-10-01' };
    await setGoal(database, id, { key: 'Q3_SQL', name: 'SQLs', stage: 'SQL', period, target: 60 });
    const needed = `leadsNeeded(ratesOver: { start: "2025-01-01", end: "2025-04-01" }) {
      missing watchedForSeconds ratesOver { start end }
      leads { stage { key } rate { numerator denominator } lagSeconds lagLeads needed { value low high } before }
      mqls { lagSeconds needed { value low high } neededForTarget { value } before } }`;
    const { data, errors } = await ask(
      `{ acceptance(input: { period: { start: "2025-01-01", end: "2025-09-01" }, grain: QUARTER, by: ["leadType"],
          asOf: "2026-01-01T00:00:00Z" }) {
        total { handedOver accepted open acceptanceRate { value numerator denominator } rejections { reason handoffs } }
        groups { keys { attribute value } figures { accepted acceptanceRateOfDecided { value } } series { period { start } } }
        series { figures { handedOver } }
        goals { key stage { key } entered target attainment pace elapsedShare ${needed} } }
      goals(asOf: "2026-01-01T00:00:00Z") { ${needed} } }`,
      key,
    );
    expect(errors).toEqual([]);
    // 56 of 200 leads and of 160 MQLs, 30 and 20 days before 1 October: 60 / 0.28 = 214.3, 60 / 0.35 = 171.4. The
    // interval of 56 of 200 is 0.2224 to 0.3460.
    const asksFor = {
      missing: 60,
      watchedForSeconds: (180 * DAY) / 1000,
      ratesOver: { start: '2025-01-01', end: '2025-04-01' },
      leads: {
        stage: { key: 'LEAD' },
        rate: { numerator: 56, denominator: 200 },
        lagSeconds: 30 * 86_400,
        lagLeads: 56,
        needed: { value: 215, low: 174, high: 270 },
        before: '2025-09-01',
      },
      mqls: {
        lagSeconds: 20 * 86_400,
        needed: { value: 172, low: 141, high: 214 },
        neededForTarget: { value: 172 },
        before: '2025-09-11',
      },
    };
    expect(data?.goals).toEqual([{ leadsNeeded: asksFor }]);
    expect(data?.acceptance).toMatchObject({
      total: {
        handedOver: 160,
        accepted: 56,
        open: 104,
        acceptanceRate: { value: 0.35, numerator: 56, denominator: 160 },
        rejections: [],
      },
      groups: [
        {
          keys: [{ attribute: 'leadType', value: 'demo request' }],
          figures: { accepted: 48, acceptanceRateOfDecided: { value: 1 } },
        },
        {
          keys: [{ value: 'e-book' }],
          figures: { accepted: 8 },
          series: [{ period: { start: '2025-01-01' } }, {}, {}],
        },
      ],
      series: [{ figures: { handedOver: 160 } }, { figures: { handedOver: 0 } }, { figures: { handedOver: 0 } }],
      goals: [
        {
          key: 'Q3_SQL',
          stage: { key: 'SQL' },
          entered: 0,
          target: 60,
          attainment: 0,
          pace: 0,
          elapsedShare: 1,
          leadsNeeded: asksFor,
        },
      ],
    });
  });

  test('what is wrong with the question is told with its place', async () => {
    const id = await newWorkspace(database);
    const key = `Bearer ${await createApiKey(database, id, { name: 'r', scopes: ['reports:read'] })}`;
    await setGoal(database, id, { key: 'G', name: 'G', stage: 'SQL', period: QUARTER, target: 1 });
    const wrong = await ask(
      '{ goals { leadsNeeded(ratesOver: { start: "2025-01-01", end: "2024-01-01" }) { missing } } }',
      key,
    );
    expect(wrong.errors).toMatchObject([{ code: 'INVALID_PERIOD' }]);
    const unknown = await ask(
      '{ acceptance(input: { period: { last: { count: 1, grain: MONTH } }, by: ["sorce"] }) { asOf } }',
      key,
    );
    expect(unknown.errors).toMatchObject([{ code: 'UNKNOWN_ATTRIBUTE' }]);
    const writer = `Bearer ${await createApiKey(database, id, { name: 'w', scopes: ['leads:read'] })}`;
    const refused = await ask(
      '{ acceptance(input: { period: { last: { count: 1, grain: MONTH } } }) { asOf } }',
      writer,
    );
    expect(refused.errors).toMatchObject([{ code: 'FORBIDDEN' }]);
  });
});
