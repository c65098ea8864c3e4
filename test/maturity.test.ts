/* What is mature and what is projected, from recording to answer: by hand, and against leads in memory. */
import { type FunnelFigures, type FunnelQuestion, funnel } from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApiKey } from '../packages/api/src/access/api-key.js';
import type { IngestUnit } from '../packages/api/src/commands/ingest-input.js';
import { runReport } from '../packages/api/src/query/run-report.js';
import { askingOf } from './support/ask.js';
import { describeDatabase, newWorkspace, openTestDatabase } from './support/database.js';
import { store } from './support/ladder.js';
import { statementsOf } from './support/statements.js';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database?.close());

const DAY = 86_400_000;
const on = (day: number) => Date.UTC(2026, 0, 1) + day * DAY;
const PERIOD = { start: '2026-01-01', end: '2026-07-01' };
type To = 'LEAD' | 'MQL' | 'SQL' | 'QSO' | 'OUT' | 'REJECTED';
interface Sketch {
  readonly account?: string | null;
  readonly source?: string;
  readonly steps: readonly (readonly [to: To, day: number])[];
}

function unitOf({ steps, ...attributes }: Sketch, index: number): IngestUnit {
  const lead = `lead ${index}`;
  const move = (to: To) => {
    if (to === 'OUT') return { to: null, reason: 'no need' };
    return to === 'REJECTED' ? { to: 'LEAD', kind: 'REJECTED' as const, reason: 'too small' } : { to };
  };
  return {
    lead: { externalId: lead, createdAt: on(0), ...attributes },
    transitions: steps.map(([to, day], step) => ({
      externalId: `${lead}/${step}`,
      lead,
      occurredAt: on(day),
      ...move(to),
    })),
  };
}

async function workspaceOf(leads: readonly Sketch[]): Promise<string> {
  const id = await newWorkspace(database);
  await store(database, id, leads.map(unitOf));
  return id;
}

/** Answers as maintained where asOf allows, and from the log as it was known then. */
async function answers(id: string, question: Partial<FunnelQuestion>) {
  const asked = { period: PERIOD, ...question };
  const fact = await runReport(database, id, funnel, asked);
  await store(database, id, [{ lead: { externalId: crypto.randomUUID(), createdAt: on(1), account: 'noise' } }]);
  const record = await runReport(database, id, funnel, { ...asked, knownAt: fact.knownAt });
  expect(record.statistics.sources).toEqual(['RECORD']);
  expect([record.total, record.groups, record.series]).toEqual([fact.total, fact.groups, fact.series]);
  return fact;
}

const stageOf = ({ stages }: FunnelFigures, key: string) => stages.find(({ stage }) => stage.key === key)!;
const near = (value: number) => expect.closeTo(value, 12);

describe(`by hand, ${describeDatabase()}`, () => {
  // Ten leads and a window of ten days, seen on day 20. Days are counted from the entry into LEAD.
  const LEADS: readonly Sketch[] = [
    {
      source: 'old',
      steps: [
        ['LEAD', 0],
        ['MQL', 4],
      ],
    },
    {
      source: 'old',
      steps: [
        ['LEAD', 0],
        ['MQL', 10],
      ],
    }, // exactly W is in
    {
      source: 'old',
      steps: [
        ['LEAD', 0],
        ['MQL', 11],
      ],
    }, // too late, and mature
    {
      source: 'old',
      steps: [
        ['LEAD', 0],
        ['OUT', 2],
      ],
    },
    {
      source: 'old',
      steps: [
        ['LEAD', 0],
        ['MQL', 3],
        ['REJECTED', 5],
      ],
    }, // reached, whatever came after
    { source: 'old', steps: [['LEAD', 10]] }, // watched for exactly W
    {
      source: 'new',
      steps: [
        ['LEAD', 14],
        ['OUT', 15],
        ['LEAD', 18],
      ],
    }, // came back: on its way for six days
    {
      source: 'new',
      steps: [
        ['LEAD', 14],
        ['OUT', 16],
        ['OUT', 17],
      ],
    }, // out since the first of the two
    {
      source: 'new',
      steps: [
        ['LEAD', 17],
        ['MQL', 19],
      ],
    },
    { source: 'new', steps: [['LEAD', 20]] },
  ];
  let id: string;
  beforeAll(async () => {
    id = await workspaceOf(LEADS);
  });
  const ask = (more: Partial<FunnelQuestion> = {}) =>
    answers(id, { conversionWindow: 10 * DAY, asOf: on(20), ...more });

  it('is mature: who reached the stage, is out, or was watched for the window', async () => {
    const { total, statistics } = await ask();
    expect(statistics.sources).toEqual(['FACT']);
    expect(stageOf(total, 'MQL')).toMatchObject({
      reached: 4,
      overallRate: { numerator: 4, denominator: 10 },
      matureShare: { numerator: 8, denominator: 10, value: 0.8, low: expect.any(Number), high: expect.any(Number) },
    });
    expect(stageOf(total, 'LEAD')).toMatchObject({ matureShare: null, projected: null });
  });

  it('projects what the young will do by what the old did', async () => {
    // Days since LEAD:      0: one lost of 10 · 2: one reached and two out of 9 · 3: one reached of 6 · 4: one of 5
    //                       6: one lost of 4 · 10: one reached of 3, two watched on.
    const left = 6 / 9;
    const expected = 1 / 9 + left / 6 + left / 6 + (left * 4) / 6 / 3;
    expect(stageOf((await ask()).total, 'MQL').projected).toEqual({
      value: near(expected),
      low: expect.any(Number),
      high: expect.any(Number),
    });
    // Nobody reached SQL: nothing has an interval.
    expect(stageOf((await ask()).total, 'SQL').projected).toEqual({ value: 0, low: null, high: null });
  });

  it('by group, bucket and filter', async () => {
    const { groups } = await ask({ by: ['source'] });
    const of = (source: string) => stageOf(groups.find(({ keys }) => keys[0] === source)!.figures, 'MQL');
    expect(of('old')).toMatchObject({
      overallRate: { value: 0.5 },
      matureShare: { value: 1 },
      projected: { value: 0.5 },
    });
    // Of 4: one lost at once · 2: one reached and one out of 3 · the last is lost on day 6 and nobody watched on.
    expect(of('new')).toMatchObject({
      matureShare: { numerator: 2, denominator: 4 },
      projected: { value: near(1 / 3) },
    });
    const { series } = await ask({
      grain: 'WEEK',
      filter: { source: { in: ['new'] } },
      period: { start: '2026-01-12', end: '2026-01-26' },
    });
    expect(series.map(({ figures }) => stageOf(figures, 'MQL').matureShare)).toMatchObject([
      { numerator: 2, denominator: 3 },
      { numerator: 0, denominator: 1, value: 0 },
    ]);
    expect(series.map(({ figures }) => stageOf(figures, 'MQL').projected)).toEqual([
      { value: near(1 / 3), low: expect.any(Number), high: expect.any(Number) },
      null,
    ]);
  });

  it('is not out for being rejected into a stage before it reached the next, if too late', async () => {
    const odd = await newWorkspace(database);
    const rejected = { kind: 'REJECTED' as const, reason: 'sent back and taken all the same' };
    await store(database, odd, [
      {
        lead: { externalId: 'odd', createdAt: on(0) },
        transitions: [
          { externalId: 'odd/1', lead: 'odd', to: 'LEAD', occurredAt: on(0) },
          { externalId: 'odd/2', lead: 'odd', to: 'LEAD', occurredAt: on(1), ...rejected },
          { externalId: 'odd/3', lead: 'odd', to: 'MQL', occurredAt: on(12), ...rejected },
        ],
      },
    ]);
    // It reached MQL on day 12: watched for the window of ten days with neither, and mature.
    const { total } = await answers(odd, { conversionWindow: 10 * DAY, asOf: on(20) });
    expect(stageOf(total, 'MQL')).toMatchObject({
      reached: 0,
      matureShare: { numerator: 1, denominator: 1 },
      projected: { value: 0 },
    });
  });

  it('tells who was out at an earlier asOf from the log', async () => {
    const { total, statistics } = await ask({ asOf: on(16) });
    expect(statistics.sources).toEqual(['FACT', 'RECORD']);
    // Of eight three reached it and one did so too late; out are that of day 2, that of this day, and the one that would come
    // back. The lead of day 10 has been watched for six days.
    expect(stageOf(total, 'MQL')).toMatchObject({ reached: 3, matureShare: { numerator: 7, denominator: 8 } });
  });

  it('is null without a window, and in an empty cohort', async () => {
    const without = await answers(id, { asOf: on(20) });
    expect(stageOf(without.total, 'MQL')).toMatchObject({ matureShare: null, projected: null });
    const empty = await ask({ period: { start: '2026-05-01', end: '2026-06-01' } });
    expect(stageOf(empty.total, 'MQL')).toMatchObject({
      matureShare: { value: null, denominator: 0 },
      projected: null,
    });
    const flow = await answers(id, { mode: 'THROUGHPUT', asOf: on(20) });
    expect(stageOf(flow.total, 'MQL')).toMatchObject({ matureShare: null, projected: null });
  });

  it('takes one statement', async () => {
    const question = { period: PERIOD, asOf: on(20), by: ['source'], grain: 'MONTH' } as const;
    expect(
      await statementsOf(() => runReport(database, id, funnel, { ...question, conversionWindow: DAY })),
    ).toHaveLength(4);
  });
});

it('without implied entries a lead that skipped the stage is on its way until it is out', async () => {
  const id = await workspaceOf([
    {
      steps: [
        ['LEAD', 0],
        ['MQL', 2],
      ],
    },
    {
      steps: [
        ['LEAD', 0],
        ['SQL', 3],
      ],
    },
    {
      steps: [
        ['LEAD', 0],
        ['SQL', 3],
        ['OUT', 4],
      ],
    },
    {
      steps: [
        ['LEAD', 15],
        ['SQL', 16],
      ],
    },
    { steps: [['SQL', 1]] },
  ]);
  const question = { conversionWindow: 10 * DAY, asOf: on(20) };
  const implied = stageOf((await answers(id, question)).total, 'MQL');
  expect(implied).toMatchObject({
    reached: 5,
    matureShare: { value: 1 },
    projected: { value: 1, low: null, high: null },
  });
  const explicit = stageOf((await answers(id, { ...question, includeImplied: false })).total, 'MQL');
  // In the cohort are four; of them one reached MQL, one is out, one was watched on, and one for five days only.
  expect(explicit).toMatchObject({
    reached: 1,
    matureShare: { numerator: 3, denominator: 4 },
    projected: { value: 0.25 },
  });
});

it('an account is out when all its leads are, since the last of them', async () => {
  const leads: readonly Sketch[] = [
    {
      account: 'a',
      source: 'x',
      steps: [
        ['LEAD', 0],
        ['OUT', 2],
      ],
    },
    {
      account: 'a',
      source: 'x',
      steps: [
        ['LEAD', 1],
        ['OUT', 6],
      ],
    },
    {
      account: 'b',
      source: 'x',
      steps: [
        ['LEAD', 0],
        ['OUT', 2],
      ],
    },
    { account: 'b', source: 'y', steps: [['LEAD', 1]] },
    {
      account: 'c',
      source: 'x',
      steps: [
        ['LEAD', 12],
        ['MQL', 13],
      ],
    },
    { account: 'd', source: 'x', steps: [['LEAD', 15]] },
    { account: null, source: 'x', steps: [['LEAD', 0]] },
  ];
  const id = await workspaceOf(leads);
  const ask = async (more: Partial<FunnelQuestion>) =>
    stageOf((await answers(id, { unit: 'ACCOUNT', asOf: on(20), conversionWindow: 10 * DAY, ...more })).total, 'MQL');
  expect(await ask({})).toMatchObject({
    reached: 1,
    matureShare: { numerator: 3, denominator: 4 },
    projected: { value: 0.25 },
  });
  // On day 1 c reaches MQL, among four. On day 6 a is out: within five days it is not, and watched for all of them.
  expect(await ask({ conversionWindow: 5 * DAY })).toMatchObject({ matureShare: { numerator: 4, denominator: 4 } });
  // On day 9 only a and b are there; b is out where its lead from y does not count.
  const early = { asOf: on(9), conversionWindow: 10 * DAY };
  expect(await ask(early)).toMatchObject({ matureShare: { numerator: 1, denominator: 2 } });
  expect(await ask({ ...early, filter: { source: { in: ['x'] } } })).toMatchObject({
    matureShare: { numerator: 2, denominator: 2 },
  });
  // A lead that comes on day 18 does not keep a in on day 9, and does on day 20.
  const later: Sketch = { account: 'a', source: 'x', steps: [['LEAD', 18]] };
  const again = await workspaceOf([...leads, later]);
  const askAgain = async (asOf: number) => {
    const { total } = await answers(again, { unit: 'ACCOUNT', asOf, conversionWindow: 30 * DAY });
    return stageOf(total, 'MQL').matureShare;
  };
  expect(await askAgain(on(9))).toMatchObject({ numerator: 1, denominator: 2 });
  expect(await askAgain(on(20))).toMatchObject({ numerator: 1, denominator: 4 });
});

it('reaches GraphQL', async () => {
  const id = await workspaceOf([
    {
      account: 'a',
      steps: [
        ['LEAD', 0],
        ['MQL', 1],
      ],
    },
    { account: 'b', steps: [['LEAD', 0]] },
    { account: null, steps: [['LEAD', 0]] },
  ]);
  const key = `Bearer ${await createApiKey(database, id, { name: 'k', scopes: ['reports:read'] })}`;
  const { data, errors } = await askingOf(database)(
    `{ funnel(input: { period: { start: "2026-01-01", end: "2026-02-01" }, unit: ACCOUNT, conversionWindow: "P2D" }) {
      total { stages { reached unassigned matureShare { numerator denominator } projected { value low high } } }
    } }`,
    key,
  );
  expect(errors).toEqual([]);
  const interval = { low: expect.any(Number), high: expect.any(Number) };
  expect((data as { funnel: { total: FunnelFigures } }).funnel.total.stages.slice(0, 2)).toEqual([
    { reached: 2, unassigned: 1, matureShare: null, projected: null },
    {
      reached: 1,
      unassigned: null,
      matureShare: { numerator: 2, denominator: 2 },
      projected: { value: 0.5, ...interval },
    },
  ]);
});

/** More with LEADSTAGE_PROPERTY_RUNS=1000; each run is a workspace and six questions, asked two ways. */
const RUNS = Math.ceil(Number(process.env.LEADSTAGE_PROPERTY_RUNS ?? 60) / 6);

const RANKS: readonly To[] = ['LEAD', 'MQL', 'SQL', 'QSO'];
const sketches = fc.array(
  fc.record({
    account: fc.constantFrom('a', 'b', 'c', 'd', null),
    steps: fc.array(fc.tuple(fc.constantFrom<To>('LEAD', 'LEAD', 'MQL', 'SQL', 'OUT', 'OUT'), fc.nat(30)), {
      minLength: 1,
      maxLength: 4,
    }),
  }),
  { minLength: 1, maxLength: 16 },
);
const questions = fc.record({
  unit: fc.constantFrom('LEAD' as const, 'ACCOUNT' as const),
  includeImplied: fc.boolean(),
  days: fc.nat(20),
  asOf: fc.constantFrom(on(40), on(30), on(15)),
});
type Asked = typeof questions extends fc.Arbitrary<infer Question> ? Question : never;

describe(`against leads in memory, ${describeDatabase()}`, () => {
  it('what is mature, and the incidence by plain loops over days', async () => {
    await fc.assert(
      fc.asyncProperty(sketches, fc.array(questions, { minLength: 6, maxLength: 6 }), async (leads, asked) => {
        const id = await workspaceOf(leads);
        for (const question of asked) {
          const { days, ...rest } = question;
          const { total } = await answers(id, { ...rest, conversionWindow: days * DAY });
          for (const key of ['MQL', 'SQL'] as const) {
            const { matureShare, projected } = stageOf(total, key);
            const expected = inMemory(leads, question, key);
            expect([matureShare?.numerator, matureShare?.denominator]).toEqual([expected.mature, expected.cohort]);
            if (expected.incidence === null) expect(projected).toBeNull();
            else expect(projected?.value).toBeCloseTo(expected.incidence, 12);
          }
        }
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  }, 600_000);
});

interface Seen {
  readonly entries: ReadonlyMap<To, { readonly at: number; readonly explicit: boolean }>;
  readonly outAt: number | null;
  /** It has entered a stage by that day, if only by being created. */
  readonly isThere: boolean;
}

/** Days of a lead's entries and of its final exit by a day; it is created on day 0, and stands in CONTACT till it moves. */
function seenOf({ steps }: Sketch, today: number): Seen {
  const known = steps.map(([to, day], order) => ({ to, day, order })).filter(({ day }) => day <= today);
  const log = known.sort((a, b) => a.day - b.day || a.order - b.order);
  const entries = new Map<To, { at: number; explicit: boolean }>();
  for (const [rank, stage] of RANKS.entries()) {
    const into = log.filter(({ to }) => RANKS.indexOf(to) >= rank);
    const at = into[0]?.day;
    if (at !== undefined) entries.set(stage, { at, explicit: into.some(({ to, day }) => to === stage && day === at) });
  }
  const lastEntry = log.findLastIndex(({ to }) => to !== 'OUT');
  const isThere = lastEntry >= 0 || steps.every(([to]) => to === 'OUT');
  return { entries, outAt: log[lastEntry + 1]?.day ?? null, isThere };
}

/** What its leads make an account; the entry of one at an instant is explicit if that of any is. */
function together(leads: readonly Seen[]): Seen {
  const entries = new Map<To, { at: number; explicit: boolean }>();
  for (const stage of RANKS) {
    const all = leads.flatMap((lead) => lead.entries.get(stage) ?? []);
    const at = Math.min(...all.map((entry) => entry.at));
    if (all.length > 0) entries.set(stage, { at, explicit: all.some((entry) => entry.at === at && entry.explicit) });
  }
  const outs = leads.filter(({ isThere }) => isThere).map(({ outAt }) => outAt);
  const isOut = outs.length > 0 && !outs.includes(null);
  return { entries, outAt: isOut ? Math.max(...outs.map(Number)) : null, isThere: outs.length > 0 };
}

function inMemory(leads: readonly Sketch[], { unit, includeImplied, days, asOf }: Asked, key: To) {
  const today = (asOf - on(0)) / DAY;
  const accounts = [...new Set(leads.flatMap(({ account }) => account ?? []))];
  const units =
    unit === 'LEAD'
      ? leads.map((lead) => seenOf(lead, today))
      : accounts.map((each) =>
          together(leads.filter(({ account }) => account === each).map((lead) => seenOf(lead, today))),
        );
  const cohort = units.flatMap(({ entries, outAt }) => {
    const base = entries.get('LEAD');
    if (!base || !(includeImplied || base.explicit)) return [];
    const entry = entries.get(key);
    const after = entry && (includeImplied || entry.explicit) ? entry.at - base.at : Number.POSITIVE_INFINITY;
    const out = outAt === null ? Number.POSITIVE_INFINITY : outAt - base.at;
    const watched = today - base.at;
    if (after <= days) return [{ time: after, fate: 'REACHED' }];
    if (out <= days) return [{ time: out, fate: 'OUT' }];
    return [watched < days ? { time: watched, fate: 'LOST' } : { time: days + 1, fate: 'WATCHED' }];
  });
  let [left, incidence] = [1, 0];
  for (let time = 0; time <= days; time += 1) {
    const atRisk = cohort.filter((each) => each.time >= time).length;
    const count = (fate: string) => cohort.filter((each) => each.time === time && each.fate === fate).length;
    if (atRisk === 0) break;
    incidence += (left * count('REACHED')) / atRisk;
    left *= 1 - (count('REACHED') + count('OUT')) / atRisk;
  }
  const seen = cohort.some(({ time, fate }) => time > 0 || fate !== 'LOST');
  const mature = cohort.filter(({ fate }) => fate !== 'LOST').length;
  return { cohort: cohort.length, mature, incidence: seen ? incidence : null };
}
