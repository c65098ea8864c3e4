/* The funnel by account, from recording to answer: by hand, and against a count over the leads in memory. */
import { type FunnelFigures, type FunnelQuestion, funnel, type Measure, type Report } from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ingest } from '../packages/api/src/commands/ingest.js';
import type { IngestUnit } from '../packages/api/src/commands/ingest-input.js';
import { runReport } from '../packages/api/src/query/run-report.js';
import { describeDatabase, newWorkspace, openTestDatabase } from './support/database.js';
import { store } from './support/ladder.js';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database?.close());

const DAY = 86_400_000;
const on = (day: number) => Date.UTC(2026, 0, 1) + day * DAY;
const QUARTER = { start: '2026-01-01', end: '2026-04-01' };
const AS_OF = Date.UTC(2026, 3, 1);
const STAGES = ['LEAD', 'MQL', 'SQL', 'QSO', 'CUSTOMER'] as const;
type Key = (typeof STAGES)[number];

interface Sketch {
  readonly account: string | null;
  readonly source: string | null;
  readonly region: string | null;
  readonly steps: readonly (readonly [stage: Key, day: number])[];
}

function unitOf({ steps, ...attributes }: Sketch, index: number): IngestUnit {
  const lead = `lead ${index}`;
  return {
    lead: { externalId: lead, createdAt: on(0), ...attributes },
    transitions: steps.map(([to, day], step) => ({ externalId: `${lead}/${step}`, lead, to, occurredAt: on(day) })),
  };
}

/** Answers twice: as maintained, and from the log as it was known before something else was recorded. */
async function answers(id: string, question: FunnelQuestion) {
  const fact = await runReport(database, id, funnel, question);
  const record = await fromRecord(id, { ...question, knownAt: fact.knownAt });
  expect(fact.statistics.sources).toEqual(['FACT']);
  expect(record.statistics.sources).toEqual(['RECORD']);
  const { statistics: _, ...told } = record;
  const { statistics: __, ...maintained } = fact;
  expect(told).toEqual(maintained);
  return fact;
}

async function fromRecord(id: string, question: FunnelQuestion) {
  const lead = `noise ${crypto.randomUUID()}`;
  await store(database, id, [{ lead: { externalId: lead, createdAt: on(1), account: 'noise', source: 'noise' } }]);
  return runReport(database, id, funnel, question);
}

const counts = ({ stages }: FunnelFigures) => stages.map(({ reached, entered }) => reached ?? entered);
const unassigned = ({ stages }: FunnelFigures) => stages.map((each) => each.unassigned);

describe(`by hand, ${describeDatabase()}`, () => {
  const LEADS: readonly Sketch[] = [
    // Acme: the lead from the web is first, the one from ads goes further.
    {
      account: 'acme',
      source: 'web',
      region: null,
      steps: [
        ['LEAD', 5],
        ['MQL', 20],
      ],
    },
    {
      account: 'acme',
      source: 'ads',
      region: null,
      steps: [
        ['LEAD', 10],
        ['MQL', 12],
        ['SQL', 30],
      ],
    },
    // Bolt: both at one instant, the first recorded skipped MQL.
    {
      account: 'bolt',
      source: 'web',
      region: null,
      steps: [
        ['LEAD', 8],
        ['SQL', 40],
      ],
    },
    {
      account: 'bolt',
      source: 'ads',
      region: null,
      steps: [
        ['LEAD', 8],
        ['MQL', 40],
      ],
    },
    {
      account: null,
      source: 'ads',
      region: null,
      steps: [
        ['LEAD', 6],
        ['MQL', 50],
      ],
    },
    { account: null, source: null, region: null, steps: [['LEAD', 100]] },
  ];
  let id: string;
  beforeAll(async () => {
    id = await newWorkspace(database);
    await store(database, id, LEADS.map(unitOf));
  });
  const ask = (more: Partial<FunnelQuestion>) =>
    answers(id, { period: QUARTER, asOf: AS_OF, unit: 'ACCOUNT', ...more });
  const groups = async (more: Partial<FunnelQuestion>) =>
    Object.fromEntries((await ask(more)).groups.map(({ keys, figures }) => [keys.join(), counts(figures)]));

  it('an account reaches a stage with the first of its leads; leads without one are left out and counted', async () => {
    const { total } = await ask({});
    expect(counts(total)).toEqual([2, 2, 2, 0, 0]);
    expect(total.stages[2]?.stepRate).toMatchObject({ numerator: 2, denominator: 2, value: 1 });
    expect(unassigned(total)).toEqual([1, null, null, null, null]);
    expect(counts((await ask({ unit: 'LEAD' })).total)).toEqual([5, 5, 2, 0, 0]);
    expect(unassigned((await ask({ unit: 'LEAD' })).total)).toEqual([null, null, null, null, null]);
  });

  it('a cohort takes the group of the lead that brought it into the base, the one recorded first among equals', async () => {
    expect(await groups({ by: ['source'] })).toEqual({ web: [2, 2, 2, 0, 0], ads: [0, 0, 0, 0, 0] });
    expect(await groups({ by: ['source'], base: 'MQL' })).toEqual({ ads: [2, 2, 0, 0] });
  });

  it('a throughput takes that of the lead that brought it into each stage, an explicit one among equals', async () => {
    const question = { mode: 'THROUGHPUT', by: ['source'] } as const;
    expect(await groups(question)).toEqual({ web: [2, 0, 1, 0, 0], ads: [0, 2, 1, 0, 0] });
    const { total } = await ask(question);
    expect(unassigned(total)).toEqual([1, 1, 0, 0, 0]);
  });

  it('filters leads first', async () => {
    const filter = { source: { in: ['ads'] } };
    expect(counts((await ask({ filter })).total)).toEqual([2, 2, 1, 0, 0]);
    const late = { period: { start: '2026-01-10', end: '2026-01-13' } };
    expect(counts((await ask(late)).total)).toEqual([0, 0, 0, 0, 0]);
    expect(counts((await ask({ ...late, filter })).total)).toEqual([1, 1, 1, 0, 0]);
  });

  it('without implied entries an entry counts where any lead made it explicitly at that instant', async () => {
    const { total } = await ask({ includeImplied: false });
    expect(counts(total)).toEqual([2, 2, 2, 0, 0]);
    const webOnly = await ask({ includeImplied: false, filter: { source: { in: ['web'] } } });
    expect(counts(webOnly.total)).toEqual([2, 1, 1, 0, 0]);
    expect(webOnly.total.stages[2]?.stepRate).toMatchObject({ numerator: 0, denominator: 1 });
  });

  it('knows nothing of what came after asOf', async () => {
    expect(counts((await ask({ asOf: on(11) })).total)).toEqual([2, 0, 0, 0, 0]);
    expect(counts((await ask({ asOf: on(7) })).total)).toEqual([1, 0, 0, 0, 0]);
  });

  it('a window counts from the entry of the account', async () => {
    const within = async (days: number) => counts((await ask({ conversionWindow: days * DAY, asOf: on(200) })).total);
    expect(await within(7)).toEqual([2, 1, 0, 0, 0]);
    expect(await within(25)).toEqual([2, 1, 1, 0, 0]);
    expect(await within(32)).toEqual([2, 2, 2, 0, 0]);
  });

  it('a series has every bucket, also one without accounts', async () => {
    const { series } = await ask({ grain: 'MONTH', period: { start: '2026-01-01', end: '2026-06-01' }, asOf: on(200) });
    expect(series.map(({ figures }) => counts(figures)[0])).toEqual([2, 0, 0, 0, 0]);
    expect(series.map(({ figures }) => unassigned(figures)[0])).toEqual([1, 0, 0, 1, 0]);
  });
});

it('`watchedFor` keeps those whose entry into the base lies at least so long before asOf', async () => {
  const id = await newWorkspace(database);
  const lead = (account: string, day: number): Sketch => ({
    account,
    source: null,
    region: null,
    steps: [
      ['LEAD', day],
      ['MQL', day + 1],
    ],
  });
  await store(database, id, [lead('a', 10), lead('a', 20), lead('b', 20)].map(unitOf));
  const watched = async (unit: 'LEAD' | 'ACCOUNT', days: number) => {
    const [LEAD, MQL] = [2, 3];
    const measure: Measure = {
      ...{ kind: 'reached', unit, base: LEAD, stages: [LEAD, MQL], within: null },
      ...{ watchedFor: days * DAY, explicitOnly: false },
    };
    const report: Report<FunnelQuestion, { values: unknown }> = {
      name: 'probe',
      answer: async (_, frame, desk) => ({ values: (await desk.ask([measure], frame)).cell(null, null).values(0) }),
    };
    return (await runReport(database, id, report, { period: QUARTER, asOf: on(30) })).values;
  };
  expect(await watched('LEAD', 10)).toEqual([3, 3]);
  expect(await watched('LEAD', 11)).toEqual([1, 1]);
  expect(await watched('LEAD', 21)).toEqual([0, 0]);
  expect(await watched('ACCOUNT', 10)).toEqual([2, 2]);
  expect(await watched('ACCOUNT', 11)).toEqual([1, 1]);
});

/** More with LEADSTAGE_PROPERTY_RUNS=1000; each run is a workspace and eight questions, asked two ways. */
const RUNS = Math.ceil(Number(process.env.LEADSTAGE_PROPERTY_RUNS ?? 60) / 6);

const maybe = <Value>(values: readonly Value[]) => fc.constantFrom(null, ...values);
const sketches = fc.array(
  fc.record({
    account: maybe(['a', 'b', 'c']),
    source: maybe(['x', 'y']),
    region: maybe(['n', 's']),
    steps: fc.array(
      fc.tuple(
        fc.constantFrom(...STAGES),
        fc.nat(25).map((day) => 4 * day),
      ),
      { minLength: 1, maxLength: 4 },
    ),
  }),
  { minLength: 1, maxLength: 14 },
);
const questions = fc.record({
  mode: fc.constantFrom('COHORT' as const, 'THROUGHPUT' as const),
  base: fc.constantFrom(...STAGES.slice(0, 3)),
  includeImplied: fc.boolean(),
  window: fc.option(
    fc.nat(15).map((days) => 4 * days * DAY),
    { nil: undefined },
  ),
  by: fc.subarray(['source', 'region', 'account']),
  only: fc.option(fc.subarray(['x', 'y', null], { minLength: 1 }), { nil: undefined }),
  grain: fc.constantFrom(undefined, 'WEEK' as const, 'MONTH' as const, 'QUARTER' as const),
  asOf: fc.constantFrom(AS_OF + 100 * DAY, on(30), on(60)),
});
type Asked = typeof questions extends fc.Arbitrary<infer Question> ? Question : never;

describe(`against leads in memory, ${describeDatabase()}`, () => {
  it('every cell is the same', async () => {
    await fc.assert(
      fc.asyncProperty(sketches, fc.array(questions, { minLength: 8, maxLength: 8 }), async (leads, asked) => {
        const id = await newWorkspace(database);
        await ingest(database, id, leads.map(unitOf));
        for (const question of asked) {
          const { only, window, ...rest } = question;
          const given: FunnelQuestion = {
            ...rest,
            ...{ period: QUARTER, unit: 'ACCOUNT' },
            ...(only ? { filter: { source: { in: only } } } : {}),
            ...(window === undefined || rest.mode === 'THROUGHPUT' ? {} : { conversionWindow: window }),
          };
          const answer = await runReport(database, id, funnel, given);
          const told = await fromRecord(id, { ...given, knownAt: answer.knownAt });
          expect(told.total).toEqual(answer.total);
          expect(told.groups).toEqual(answer.groups);
          expect(told.series).toEqual(answer.series);
          expectCells(
            answer.total,
            cellsInMemory(leads, question, () => true),
          );
          for (const { keys, figures } of answer.groups) {
            expectCells(
              figures,
              cellsInMemory(leads, question, (each) => sameGroup(each, question, keys)),
            );
          }
          for (const [index, { period, figures }] of answer.series.entries()) {
            const within = (at: number) => at >= Date.parse(period.start) && at < Date.parse(period.end);
            expectCells(
              figures,
              cellsInMemory(leads, question, () => true, within),
              `bucket ${index}`,
            );
          }
          expectSums(
            answer.groups.map(({ figures }) => figures),
            answer.total,
            question,
          );
        }
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  }, 600_000);
});

interface Cells {
  readonly counts: number[];
  readonly unassigned: (number | null)[];
}

function expectCells(figures: FunnelFigures, expected: Cells, which = ''): void {
  expect({ counts: counts(figures), unassigned: unassigned(figures) }, which).toEqual(expected);
}

/** Groups add up to the total; in a breakdown by account every account is one. */
function expectSums(groups: readonly FunnelFigures[], total: FunnelFigures, { by }: Asked): void {
  if (by.length === 0) return;
  const sums = total.stages.map((_, index) => groups.reduce((sum, each) => sum + counts(each)[index]!, 0));
  expect(sums).toEqual(counts(total));
}

function sameGroup(lead: Sketch, { by }: Asked, keys: readonly (string | null)[]): boolean {
  return by.every((name, index) => lead[name as 'source' | 'region' | 'account'] === keys[index]);
}

interface Entry {
  readonly at: number;
  readonly explicit: boolean;
}

/** A lead's first entry into a stage by `asOf`. */
function entryOf({ steps }: Sketch, stage: Key, asOf: number): Entry | null {
  const rank = STAGES.indexOf(stage);
  const into = steps.filter(([to, day]) => STAGES.indexOf(to) >= rank && on(day) <= asOf);
  if (into.length === 0) return null;
  const at = Math.min(...into.map(([, day]) => on(day)));
  return { at, explicit: into.some(([to, day]) => to === stage && on(day) === at) };
}

function cellsInMemory(
  all: readonly Sketch[],
  { mode, base, includeImplied, window = Number.POSITIVE_INFINITY, only, asOf }: Asked,
  inGroup: (lead: Sketch) => boolean,
  inTime: (at: number) => boolean = (at) => at >= Date.parse(QUARTER.start) && at < Date.parse(QUARTER.end),
): Cells {
  const leads = all.filter(({ source }) => !only || only.includes(source));
  const accounts = [...new Set(leads.flatMap(({ account }) => account ?? []))];
  const shown = STAGES.slice(STAGES.indexOf(base));
  const counted = (entry: Entry | null): entry is Entry => entry !== null && (includeImplied || entry.explicit);
  const firstOf = (account: string, stage: Key): (Entry & { readonly by: Sketch }) | null => {
    const entries = leads.flatMap((lead) => {
      const entry = lead.account === account ? entryOf(lead, stage, asOf) : null;
      return entry ? [{ ...entry, by: lead }] : [];
    });
    // Stable: among equals the lead that was recorded first stays first.
    return entries.sort((a, b) => a.at - b.at || Number(b.explicit) - Number(a.explicit))[0] ?? null;
  };
  const entersIn = (stage: Key) =>
    accounts.filter((account) => {
      const entry = firstOf(account, stage);
      return counted(entry) && inTime(entry.at) && inGroup(entry.by);
    });
  const leftOut = (stage: Key) =>
    leads.filter((lead) => {
      const entry = lead.account === null ? entryOf(lead, stage, asOf) : null;
      return counted(entry) && inTime(entry.at) && inGroup(lead);
    }).length;
  if (mode === 'THROUGHPUT') {
    return { counts: shown.map((stage) => entersIn(stage).length), unassigned: shown.map(leftOut) };
  }
  const cohort = entersIn(base);
  const reached = (stage: Key) =>
    cohort.filter((account) => {
      const entry = firstOf(account, stage);
      return counted(entry) && entry.at - firstOf(account, base)!.at <= window;
    }).length;
  return { counts: shown.map(reached), unassigned: shown.map((stage, index) => (index === 0 ? leftOut(stage) : null)) };
}
