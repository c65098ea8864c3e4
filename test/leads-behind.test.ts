/* The leads behind any number: lists that have as many as a report's number says, whatever has been recorded since. */
import type { Database } from '@leadstage/prisma';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApiKey } from '../packages/api/src/access/api-key.js';
import { ingest } from '../packages/api/src/commands/ingest.js';
import type { IngestUnit } from '../packages/api/src/commands/ingest-input.js';
import { mergeLeads } from '../packages/api/src/commands/merge-leads.js';
import { exportedLeads } from '../packages/api/src/query/exported-leads.js';
import { type Ask, askingOf } from './support/ask.js';
import { describeDatabase, newWorkspace, openTestDatabase } from './support/database.js';
import { exampleA } from './support/example-a.js';
import { useLadder } from './support/ladders.js';
import { carryOut, fewLeads, sequence } from './support/random-steps.js';

const RUNS = Number(process.env.LEADSTAGE_PROPERTY_RUNS ?? 12);

let database: Database;
let ask: Ask;
beforeAll(async () => {
  database = await openTestDatabase();
  ask = askingOf(database);
});
afterAll(() => database?.close());

/** A number of a report with the text beside it, and which list it belongs to. */
interface Numbered {
  readonly list: 'leads' | 'handoffs';
  readonly count: number;
  readonly behind: string;
}

/** Every number of an answer that has its text beside it. */
function numbersIn(answer: unknown): Numbered[] {
  const found: Numbered[] = [];
  JSON.stringify(answer, (_key, value) => {
    if (value && typeof value === 'object') {
      const { behind, reached, entered, count, handoffs, ...more } = value;
      const number = reached ?? entered ?? count ?? handoffs;
      if (typeof behind === 'string')
        found.push({ list: handoffs === undefined ? 'leads' : 'handoffs', count: number, behind });
      for (const state of ['handedOver', 'accepted', 'rejected', 'recycled', 'disqualified', 'open']) {
        if (state in more) found.push({ list: 'handoffs', count: more[state], behind: more[`${state}Behind`] });
      }
    }
    return value;
  });
  return found;
}

const OUTCOMES = ['accepted', 'rejected', 'recycled', 'disqualified', 'open'];
const FIGURES = {
  funnel: 'stages { reached entered behind }',
  velocity: 'count behind',
  acceptance: `handedOver handedOverBehind: behind rejections { handoffs behind }
    ${OUTCOMES.map((each) => `${each} ${each}Behind: behind(state: ${each.toUpperCase()})`).join(' ')}`,
} as const;

const cells = (figures: string) =>
  `asOf knownAt total { ${figures} } series { figures { ${figures} } }
   groups { figures { ${figures} } series { figures { ${figures} } } }`;

/** What the lists behind the numbers say of themselves, in one request. */
async function listsOf(numbers: readonly Numbered[], key: string) {
  const fields = numbers.map(
    ({ list, behind }, index) =>
      `n${index}: ${list}(first: 100, filter: { behind: "${behind}" }) { totalCount edges { node { id } } }`,
  );
  const { data, errors } = await ask(`{ ${fields.join(' ')} }`, key);
  expect(errors).toEqual([]);
  return numbers.map((_, index) => {
    const { totalCount, edges } = data![`n${index}`] as { totalCount: number; edges: { node: { id: string } }[] };
    return { totalCount, ids: edges.map(({ node }) => node.id) };
  });
}

async function expectAsMany(numbers: readonly Numbered[], key: string): Promise<string[][]> {
  const lists = await listsOf(numbers, key);
  for (const [index, { totalCount, ids }] of lists.entries()) {
    expect(totalCount, JSON.stringify(numbers[index])).toBe(numbers[index]!.count);
    expect(new Set(ids).size).toBe(totalCount);
  }
  return lists.map(({ ids }) => ids);
}

const iso = (instant: number) => new Date(instant).toISOString();
const START = Date.UTC(2026, 4, 4, 9);

/** Leads that go up and down the ladder within a day, from few sources and to few owners. */
const manyLeads = fc.array(
  fc.record({
    source: fc.constantFrom(null, 'web', 'fair'),
    owner: fc.constantFrom(null, 'ann', 'ben'),
    /** A stage, an hour, and whether it is the way back of a rejection. */
    steps: fc.array(fc.tuple(fc.nat(3), fc.nat(24), fc.boolean()), { minLength: 2, maxLength: 5 }),
  }),
  { minLength: 8, maxLength: 12 },
);

function unitsOf(leads: typeof manyLeads extends fc.Arbitrary<infer Value> ? Value : never, keys: readonly string[]) {
  return leads.map(({ steps, ...attributes }, number): IngestUnit => {
    const lead = `M${number}`;
    const transitions = steps.map(([stage, hours, back], index) => ({
      ...(stage === 0 && back ? { kind: 'REJECTED' as const } : {}),
      ...{ externalId: `${lead}/${index}`, lead, to: keys[stage % keys.length]! },
      ...{ reason: `why ${hours % 2}`, occurredAt: START + hours * 3_600_000 },
    }));
    return { lead: { externalId: lead, createdAt: START, ...attributes }, transitions };
  });
}

/** Input of a report about the leads of `fewLeads`, of which some things lie an hour or a day apart. */
const questionAbout = (report: 'cohort' | 'throughput' | 'velocity' | 'acceptance') =>
  fc.record({
    report: fc.constant(report),
    by: fc.constantFrom('', 'by: ["owner"]', 'by: ["owner", "source"]'),
    grain: fc.constantFrom('', 'grain: DAY'),
    filter: fc.constantFrom('', 'filter: { owner: { in: [null, "ann"] } }', 'filter: { owner: { notIn: ["ben"] } }'),
    ladder: fc.constantFrom('AS_THEN', 'TODAY'),
    asOf: fc.option(fc.nat(26)),
    window: fc.constantFrom(null, 1, 4, 9),
    explicit: fc.boolean(),
    basis: fc.constantFrom('FROM', 'TO'),
    stages: fc.constantFrom([0, 1] as const, [0, 2] as const, [1, 2] as const),
    early: fc.boolean(),
  });
type Asked = ReturnType<typeof questionAbout> extends fc.Arbitrary<infer Value> ? Value : never;
const questions = fc.tuple(
  ...(['cohort', 'cohort', 'throughput', 'velocity', 'acceptance'] as const).map(questionAbout),
);

function queryOf({ report, ...asked }: Asked, keys: readonly string[], knownAt: string): string {
  const { by, grain, filter, ladder, asOf, window, explicit, basis, stages, early } = asked;
  const [from, to] = stages.map((index) => keys[index]);
  const common = [
    ...['period: { start: "2026-05-03", end: "2026-05-07" }', by, grain, filter, `ladder: ${ladder}`],
    asOf === null ? '' : `asOf: "${iso(START + asOf * 3_600_000)}"`,
    early ? `knownAt: "${knownAt}"` : '',
  ];
  const implied = `includeImplied: ${!explicit}, base: "${from}"`;
  const more = {
    cohort: [implied, window === null ? '' : `conversionWindow: "PT${window}H"`],
    throughput: ['mode: THROUGHPUT', implied],
    velocity: [`from: "${from}", to: "${to}", basis: ${basis}`],
    acceptance: [],
  }[report];
  const name = report === 'cohort' || report === 'throughput' ? 'funnel' : report;
  return `{ ${name}(input: { ${[...common, ...more].filter(Boolean).join(', ')} }) { ${cells(FIGURES[name])} } }`;
}

test(`at random, the list has as many as the number, then and after more was recorded, ${describeDatabase()}`, async () => {
  let [all, some] = [0, 0];
  const told = new Set<string>();
  await fc.assert(
    fc.asyncProperty(sequence, manyLeads, questions, async ({ ladder, steps }, leads, asks) => {
      const id = await newWorkspace(database, { timeZone: 'America/Havana' });
      await useLadder(database, id, ladder);
      const keys = ladder.map(({ key }) => key);
      const key = `Bearer ${await createApiKey(database, id, { name: 'k', scopes: ['reports:read', 'leads:read'] })}`;
      await ingest(database, id, [...fewLeads(), ...unitsOf(leads, keys)]);
      const move = async (from: number, until: number) => {
        for (const [index, step] of steps.entries()) {
          if (index >= from && index < until) await carryOut(database, id, keys, step, index);
        }
      };
      const third = Math.ceil(steps.length / 3);
      await move(0, third);
      const first = await ask('{ acceptance(input: { period: { last: { count: 1, grain: DAY } } }) { knownAt } }', key);
      const { knownAt } = first.data!.acceptance as { knownAt: string };
      await move(third, 2 * third);
      const numbers: Numbered[] = [];
      for (const asked of asks) {
        const { data, errors } = await ask(queryOf(asked, keys, knownAt), key);
        expect(errors).toEqual([]);
        for (const each of numbersIn(data)) {
          all += 1;
          // Of empty cells, of which there are many, some.
          if (each.count > 0 || all % 7 === 0) numbers.push(each);
        }
      }
      const before = await expectAsMany(numbers, key);
      await move(2 * third, steps.length);
      expect(await expectAsMany(numbers, key)).toEqual(before);
      for (const { count, list } of numbers) if (count > 0) told.add(list);
      some += numbers.filter(({ count }) => count > 0).length;
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
  expect([some > RUNS, [...told].sort()]).toEqual([true, ['handoffs', 'leads']]);
}, 600_000);

test('behind worked example D: whoever skipped MQL stands there, unless implied entries are left out', async () => {
  const id = await newWorkspace(database);
  const key = `Bearer ${await createApiKey(database, id, { name: 'k', scopes: ['admin'] })}`;
  const steps = ['LEAD', 'SQL', 'MQL'].map((to, index) => ({
    ...{ externalId: to, lead: 'd', to, occurredAt: Date.UTC(2026, 4, 1 + 2 * index) },
  }));
  await ingest(database, id, [{ lead: { externalId: 'd' }, transitions: steps }]);
  for (const mode of ['COHORT', 'THROUGHPUT']) {
    for (const [implied, counts] of [
      [true, [1, 1, 1, 0, 0]],
      [false, [1, 0, 1, 0, 0]],
    ] as const) {
      const { data } = await ask(
        `{ funnel(input: { period: { start: "2026-05-01", end: "2026-06-01" }, mode: ${mode}, includeImplied: ${implied} }) {
          total { stages { reached entered behind } } } }`,
        key,
      );
      const numbers = numbersIn(data);
      expect(numbers.map(({ count }) => count)).toEqual(counts);
      await expectAsMany(numbers, key);
    }
  }
});

describe('behind worked example A', () => {
  let id: string;
  let key: string;
  beforeAll(async () => {
    id = await newWorkspace(database);
    await ingest(database, id, exampleA());
    key = `Bearer ${await createApiKey(database, id, { name: 'k', scopes: ['admin'] })}`;
  });

  const input = 'period: { start: "2025-01-01", end: "2025-04-01" }, by: ["leadType"], asOf: "2026-01-01T00:00:00Z"';
  async function sqlsOfEbook(): Promise<string> {
    const { data } = await ask(
      `{ funnel(input: { ${input} }) { groups { keys { value } figures { stages { stage { key } behind } } } } }`,
      key,
    );
    const { groups } = data!.funnel as {
      groups: { keys: { value: string }[]; figures: { stages: { stage: { key: string }; behind: string }[] } }[];
    };
    const ebook = groups.find(({ keys }) => keys[0]!.value === 'e-book')!;
    return ebook.figures.stages.find(({ stage }) => stage.key === 'SQL')!.behind;
  }

  test('stand the eight SQLs of the e-book, in any list and in any order, and in exports', async () => {
    const behind = await sqlsOfEbook();
    expect(behind).toMatch(/^[\w-]+$/);
    expect(await sqlsOfEbook()).toBe(behind);
    const listed = await ask(
      `{ leads(last: 3, filter: { behind: "${behind}" }, orderBy: { field: ENTERED, stage: "SQL", direction: DESC }) {
           totalCount pageInfo { hasPreviousPage } edges { node { externalId leadType stage { key } } } }
         one: leads(first: 100, filter: { behind: "${behind}", entered: { stage: "LEAD", period: { start: "2025-01-06", end: "2025-01-07" } } }) {
           edges { node { externalId } } }
         none: leads(first: 1, filter: { behind: "${behind}", notReached: "SQL" }) { totalCount } }`,
      key,
    );
    expect(listed.errors).toEqual([]);
    expect(listed.data).toEqual({
      leads: {
        totalCount: 8,
        pageInfo: { hasPreviousPage: true },
        edges: [3, 2, 1].map((number) => ({
          node: { externalId: `e-book ${number}`, leadType: 'e-book', stage: { key: 'SQL' } },
        })),
      },
      one: { edges: [{ node: { externalId: 'e-book 1' } }] },
      none: { totalCount: 0 },
    });
    const exported: string[] = [];
    for await (const { leads } of exportedLeads(database, id, { filter: { behind } }, Date.now(), 5)) {
      exported.push(...leads.map(({ externalId }) => externalId));
    }
    expect(exported).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((number) => `e-book ${number}`));
  });

  test('can be kept as a list', async () => {
    const behind = await sqlsOfEbook();
    const saved = await ask(
      `mutation { saveList(input: { idempotencyKey: "1", name: "SQLs", filter: { behind: "${behind}" } }) {
        ... on SaveListPayload { list { totalCount filter { behind } } } } }`,
      key,
    );
    expect(saved.data).toEqual({ saveList: { list: { totalCount: 8, filter: { behind } } } });
  });

  test('with another workspace’s key stands what that workspace has of it: nothing', async () => {
    const behind = await sqlsOfEbook();
    const other = await newWorkspace(database);
    const foreign = `Bearer ${await createApiKey(database, other, { name: 'k', scopes: ['admin'] })}`;
    const listed = await ask(
      `{ leads(first: 1, filter: { behind: "${behind}" }) { totalCount edges { node { id } } } }`,
      foreign,
    );
    expect(listed).toMatchObject({ data: { leads: { totalCount: 0, edges: [] } }, errors: [] });
    const reports = `Bearer ${await createApiKey(database, id, { name: 'r', scopes: ['reports:read'] })}`;
    const refused = await ask(`{ leads(first: 1, filter: { behind: "${behind}" }) { totalCount } }`, reports);
    expect(refused.errors).toMatchObject([{ code: 'FORBIDDEN' }]);
  });

  test('a lead that has been merged since still stands there', async () => {
    const own = await newWorkspace(database);
    const ownKey = `Bearer ${await createApiKey(database, own, { name: 'k', scopes: ['admin'] })}`;
    await ingest(database, own, exampleA());
    const { data } = await ask(`{ funnel(input: { ${input} }) { total { stages { reached behind } } } }`, ownKey);
    const [leads] = numbersIn(data).filter(({ count }) => count === 56);
    await mergeLeads(database, own, { lead: { externalId: 'e-book 2' }, into: { externalId: 'e-book 1' } });
    const ids = (await expectAsMany([leads!], ownKey))[0]!;
    const fields = '{ totalCount edges { node { externalId stage { key } } } }';
    const again = await ask(
      `{ all: leads(first: 2, filter: { behind: "${leads!.behind}" }) ${fields}
         present: leads(first: 1, filter: { behind: "${leads!.behind}", stage: ["SQL"] }) { totalCount } }`,
      ownKey,
    );
    expect(ids).toHaveLength(56);
    expect(again.data).toMatchObject({
      all: {
        edges: [
          { node: { externalId: 'e-book 1', stage: { key: 'SQL' } } },
          { node: { externalId: 'e-book 2', stage: null } },
        ],
      },
      present: { totalCount: 55 },
    });
  });

  const token = (change: (cell: Record<string, unknown>) => unknown) => (behind: string) =>
    Buffer.from(JSON.stringify(change(JSON.parse(Buffer.from(behind, 'base64url').toString())))).toString('base64url');
  test.each<[string, (behind: string) => string]>([
    ['garbage', () => 'garbage'],
    ['nothing', () => ''],
    ['a text cut short', (behind) => behind.slice(0, -5)],
    ['too long a text', (behind) => behind + 'A'.repeat(16_000)],
    ['another version', token((cell) => ({ ...cell, v: 2 }))],
    ['more than is known', token((cell) => ({ ...cell, sql: 'DROP TABLE lead' }))],
    [
      'a period that ends before it begins',
      token((cell) => ({ ...cell, period: { start: '2026-01-02', end: '2026-01-01' } })),
    ],
    ['a date that is none', token((cell) => ({ ...cell, period: { start: '2026-02-30', end: '2026-03-01' } }))],
    ['a zone that is none', token((cell) => ({ ...cell, timeZone: 'Mars/Olympus' }))],
    ['an instant that is none', token((cell) => ({ ...cell, asOf: 1.5 }))],
    ['a time to come', token((cell) => ({ ...cell, knownAt: Date.UTC(2999, 0) }))],
    ['an attribute that nobody has', token((cell) => ({ ...cell, group: [['shoe size', '44']] }))],
    ['a value that nobody can have', token((cell) => ({ ...cell, group: [['source', 'a\0']] }))],
    ['a condition that is none', token((cell) => ({ ...cell, filter: { source: {} } }))],
    [
      'a stage that is not here',
      token((cell) => ({ ...cell, counted: { kind: 'entered', stage: 'SAL', explicitOnly: false } })),
    ],
    ['handoffs', token((cell) => ({ ...cell, counted: { kind: 'handoffs', state: 'OPEN' } }))],
  ])('refuses %s', async (_name, changed) => {
    const { errors } = await ask(
      `{ leads(first: 1, filter: { behind: ${JSON.stringify(changed(await sqlsOfEbook()))} }) { totalCount } }`,
      key,
    );
    expect(errors).toMatchObject([{ code: 'INVALID_CELL' }]);
  });

  test('leads are not handoffs', async () => {
    const { errors } = await ask(
      `{ handoffs(first: 1, filter: { behind: "${await sqlsOfEbook()}" }) { totalCount } }`,
      key,
    );
    expect(errors).toMatchObject([
      { code: 'INVALID_CELL', message: expect.stringContaining('counts leads, not handoffs') },
    ]);
  });
});
