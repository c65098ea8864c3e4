import { funnel, OrphanedLeads, velocity } from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IngestUnit } from '../packages/api/src/commands/ingest-input.js';
import { type DefineStageInput, defineStage } from '../packages/api/src/commands/ladder/define-stage.js';
import { retireStage } from '../packages/api/src/commands/ladder/retire-stage.js';
import { verify } from '../packages/api/src/commands/verify.js';
import { stepReprojection } from '../packages/api/src/projections/reproject.js';
import { runReport } from '../packages/api/src/query/run-report.js';
import { describeDatabase, newWorkspace, openTestDatabase } from './support/database.js';
import { DAY, finishJob, JANUARY, leadUnit, projectionsOf, store } from './support/ladder.js';

/** For each change, besides two examples; more with LEADSTAGE_PROPERTY_RUNS=1000. Each run is two workspaces. */
const RUNS = Math.ceil(Number(process.env.LEADSTAGE_PROPERTY_RUNS ?? 60) / 30);
const YEAR = { start: '2026-01-01', end: '2027-01-01' };

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database?.close());

type Change = { readonly define: DefineStageInput } | { readonly retire: string; readonly effectiveFrom?: number };

function carryOut(id: string, change: Change) {
  if ('define' in change) return defineStage(database, id, change.define);
  const { retire: key, ...rest } = change;
  return retireStage(database, id, { key, ...rest });
}

async function expectVerified(id: string): Promise<void> {
  expect(await verify(database, id)).toMatchObject({ wrongFacts: 0, wrongRollupCells: 0 });
}

/** What reports answer, without how long it took. */
async function answersOf(id: string, knownAt?: number): Promise<string> {
  const question = { period: YEAR, grain: 'MONTH', ...(knownAt === undefined ? {} : { knownAt }) } as const;
  const answers = [
    await runReport(database, id, funnel, question),
    await runReport(database, id, funnel, { ...question, by: ['source'], mode: 'THROUGHPUT' }),
    await runReport(database, id, velocity, { ...question, from: 'LEAD', to: 'SQL' }),
  ];
  return JSON.stringify(answers.map(({ statistics: _, knownAt: _known, asOf: _asOf, ...rest }) => rest));
}

const sal = (effectiveFrom?: number): Change => ({
  define: {
    key: 'SAL',
    name: 'Sales accepted',
    team: 'SALES',
    after: 'MQL',
    ...(effectiveFrom === undefined ? {} : { effectiveFrom }),
  },
});
const on = (day: number) => JANUARY + day * DAY;

const CHANGES: Readonly<Record<string, Change>> = {
  'SAL between MQL and SQL, from the start': sal(0),
  'SAL between MQL and SQL, from day 40 on': sal(on(40)),
  'SAL between MQL and SQL, from now on': sal(),
  'QSO before SQL': { define: { key: 'QSO', before: 'SQL', effectiveFrom: on(20) } },
  'MQL above SQL': { define: { key: 'MQL', after: 'SQL', effectiveFrom: on(30) } },
  'a stage below all others': {
    define: { key: 'VISITOR', name: 'Visitor', team: 'MARKETING', before: 'CONTACT', effectiveFrom: on(10) },
  },
  'MQL as the first stage': { define: { key: 'MQL', before: 'CONTACT', effectiveFrom: 0 } },
  'another stage for MQL': {
    define: { key: 'READY', name: 'Ready', team: 'MARKETING', standard: 'MQL', after: 'LEAD', effectiveFrom: on(5) },
  },
  'QSO retired on day 50': { retire: 'QSO', effectiveFrom: on(50) },
  'QSO retired next year': { retire: 'QSO', effectiveFrom: Date.UTC(2030, 0) },
  'MQL retired from the start': { retire: 'MQL', effectiveFrom: 0 },
  'MQL retired on day 30': { retire: 'MQL', effectiveFrom: on(30) },
  'CONTACT retired from the start': { retire: 'CONTACT', effectiveFrom: 0 },
  'CONTACT retired on day 15': { retire: 'CONTACT', effectiveFrom: on(15) },
};

const arbitrarySteps = fc.array(
  fc.tuple(fc.constantFrom('LEAD', 'MQL', 'MQL', 'SQL', 'SQL', 'QSO', 'CUSTOMER', null), fc.nat(40)),
  { maxLength: 5 },
);
const arbitraryLead = fc.record({ createdOn: fc.nat(60), steps: arbitrarySteps });
const arbitraryCase = fc.record({
  leads: fc.array(arbitraryLead, { minLength: 6, maxLength: 24, size: 'max' }),
  /** Of six writes, how many come before the change. */
  early: fc.integer({ min: 0, max: 6 }),
  leadsPerStep: fc.integer({ min: 1, max: 7 }),
  /** All end as SQL, so that nobody stands in what is retired. */
  vacates: fc.boolean(),
});
type Lead = typeof arbitraryLead extends fc.Arbitrary<infer Each> ? Each : never;
type Case = typeof arbitraryCase extends fc.Arbitrary<infer Each> ? Each : never;

/** Many ways through the ladder, on different days. */
const WAYS: readonly Lead['steps'][] = [
  [],
  [
    ['LEAD', 0],
    ['MQL', 2],
  ],
  [
    ['MQL', 1],
    ['SQL', 3],
    ['QSO', 6],
  ],
  [
    ['LEAD', 0],
    ['MQL', 2],
    [null, 9],
  ],
  [['CUSTOMER', 12]],
  [
    ['MQL', 3],
    ['LEAD', 5],
    ['MQL', 8],
    ['SQL', 10],
  ],
];
const LEADS = Array.from({ length: 24 }, (_, index) => ({ createdOn: index * 3, steps: WAYS[index % WAYS.length]! }));
const EXAMPLES = [true, false].map((vacates): [Case] => [{ leads: LEADS, early: 4, leadsPerStep: 7, vacates }]);

describe(`a ladder that is changed, ${describeDatabase()}`, () => {
  const options = { numRuns: RUNS + EXAMPLES.length, examples: EXAMPLES, endOnFailure: true };
  it.each(Object.entries(CHANGES))(
    'answers as if it had been so from the start: %s',
    (_, change) =>
      fc.assert(
        fc.asyncProperty(arbitraryCase, (given) => expectSame(change, given)),
        options,
      ),
    600_000,
  );
});

async function expectSame(change: Change, { leads, early, leadsPerStep, vacates }: Case): Promise<void> {
  const units = unitsOf(leads, vacates);
  const before = Math.round((units.length * early) / 6);
  const changed = await newWorkspace(database);
  await store(database, changed, units.slice(0, before));
  const asked = await carryOut(changed, change).catch((error: unknown) => error);
  const fresh = await newWorkspace(database);
  await carryOut(fresh, change);
  await store(database, fresh, units.slice(0, before));
  const orphans = 'retire' in change ? await standingIn(fresh, change.retire) : 0;
  expect(asked instanceof OrphanedLeads ? asked.leads : 0).toBe(orphans);
  if (orphans > 0) return;
  if (asked instanceof Error) throw asked;
  // The job and writes take turns, and each step could be the last of its process.
  const late = inThrees(units.slice(before));
  for (const batch of late) {
    await stepReprojection(database, changed, leadsPerStep);
    await store(database, changed, batch);
  }
  await expectVerified(changed);
  await finishJob(database, changed, leadsPerStep);
  await expectVerified(changed);
  for (const batch of late) await store(database, fresh, batch);
  expect(await projectionsOf(database, changed)).toEqual(await projectionsOf(database, fresh));
  if (isPast(change)) expect(inWords(await answersOf(changed))).toBe(inWords(await answersOf(fresh)));
}

/** Each lead with half of its steps, then the other halves: so leads that were read anew already are written again. */
function unitsOf(leads: readonly Lead[], vacates: boolean): IngestUnit[] {
  const halves = leads.map(({ createdOn, steps }, index) => {
    const last = vacates ? [['SQL', 41] as const] : [];
    const { lead, transitions = [] } = leadUnit(`L${index}`, createdOn, [...last, ...steps]);
    const half = Math.ceil(transitions.length / 2);
    return { first: { lead: lead!, transitions: transitions.slice(0, half) }, rest: transitions.slice(half) };
  });
  const late = halves.flatMap(({ rest }) => (rest.length > 0 ? { transitions: rest } : []));
  return [...halves.map(({ first }) => first), ...late];
}

function inThrees<Item>(items: readonly Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / 3) }, (_, index) => items.slice(index * 3, index * 3 + 3));
}

/** Leads whose fact says that they stand in a stage. */
async function standingIn(id: string, stage: string): Promise<number> {
  const slot = ['CONTACT', 'LEAD', 'MQL', 'SQL', 'QSO', 'CUSTOMER'].indexOf(stage) + 1;
  const facts = (await projectionsOf(database, id)).filter((row) => row.startsWith('lead_fact '));
  return facts.filter((row) => JSON.parse(row.slice('lead_fact '.length)).stage_id === slot).length;
}

/** From now on is a moment later in the other workspace. */
function isPast(change: Change): boolean {
  return ('define' in change ? change.define.effectiveFrom : change.effectiveFrom) !== undefined;
}

/** Definitions differ in when they were recorded, and nothing else may. */
function inWords(answers: string): string {
  return answers.replaceAll(/"recordedAt":\d+/g, '"recordedAt":0');
}

describe(`while leads are read anew, ${describeDatabase()}`, () => {
  const units = Array.from({ length: 30 }, (_, index) =>
    leadUnit(`L${index}`, index, [
      ['LEAD', 0],
      ...(index % 2 === 0 ? [['MQL', 2] as const] : []),
      ...(index % 3 === 0 ? [['SQL', 5] as const] : []),
      ...(index % 6 === 0 ? [['CUSTOMER', 9] as const] : []),
    ]),
  );

  it('the old ladder answers, exactly as before; then the new one, and the old one to who asks for then', async () => {
    const id = await newWorkspace(database);
    await store(database, id, units);
    const { knownAt } = await runReport(database, id, funnel, { period: YEAR });
    const old = await answersOf(id);
    const { job, stageId } = await defineStage(database, id, (sal(0) as { define: DefineStageInput }).define);
    expect([job?.totalLeads, stageId]).toEqual([30, 7]);
    const done: (number | undefined)[] = [];
    for (let step = 0; step < 4; step += 1) {
      expect(await answersOf(id)).toBe(old);
      expect(await answersOf(id, knownAt)).toBe(old);
      done.push((await stepReprojection(database, id, 10))?.leads);
    }
    expect(done).toEqual([10, 20, 30, 30]);
    const { total, definitions } = await runReport(database, id, funnel, { period: YEAR, base: 'MQL' });
    expect(definitions.map(({ key }) => key)).toEqual(['CONTACT', 'LEAD', 'MQL', 'SAL', 'SQL', 'QSO', 'CUSTOMER']);
    // 15 MQL at even numbers, and 5 SQL at odd ones which skipped it; SAL is implied by the 10 SQL.
    expect(total.stages.map(({ stage, reached }) => [stage.key, reached])).toEqual([
      ['MQL', 20],
      ['SAL', 10],
      ['SQL', 10],
      ['QSO', 5],
      ['CUSTOMER', 5],
    ]);
    expect(await answersOf(id, knownAt)).toBe(old);
    await finishJob(database, id);
    expect(await answersOf(id, knownAt)).toBe(old);
    await expectVerified(id);
  });

  it('a second change of the ladder is refused, also one that could be in force at once', async () => {
    const id = await newWorkspace(database);
    await store(database, id, units);
    await carryOut(id, sal(0));
    for (const change of [{ retire: 'QSO' }, { define: { key: 'LEAD', name: 'Prospect' } }] as const) {
      await expect(carryOut(id, change)).rejects.toMatchObject({ code: 'REPROJECTION_UNDER_WAY' });
    }
    // What says nothing new is no change.
    expect(await defineStage(database, id, { key: 'LEAD', name: 'Lead' })).toEqual({
      stageId: 2,
      version: 1,
      job: null,
    });
    await finishJob(database, id);
    expect(await defineStage(database, id, { key: 'LEAD', name: 'Prospect' })).toMatchObject({ version: 2, job: null });
    await expectVerified(id);
  });
});

it('a stage is retired for good, and no later version brings it back; defining it anew does', async () => {
  const id = await newWorkspace(database);
  await defineStage(database, id, { key: 'QSO', name: 'Deal', effectiveFrom: on(60) });
  expect(await retireStage(database, id, { key: 'QSO', effectiveFrom: on(30) })).toMatchObject({
    version: 3,
    job: null,
  });
  const ladderOn = async (day: number) => {
    const { definitions } = await runReport(database, id, funnel, { period: YEAR, asOf: on(day) });
    return definitions.some(({ key }) => key === 'QSO');
  };
  expect([await ladderOn(29), await ladderOn(30), await ladderOn(61)]).toEqual([true, false, false]);
  expect(await retireStage(database, id, { key: 'QSO', effectiveFrom: on(45) })).toMatchObject({ version: 3 });
  expect(await defineStage(database, id, { key: 'QSO', effectiveFrom: on(90) })).toMatchObject({ version: 5 });
  expect([await ladderOn(89), await ladderOn(90)]).toEqual([false, true]);
});
