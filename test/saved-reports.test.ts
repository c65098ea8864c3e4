import type { Database } from '@leadstage/prisma';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createApiKey } from '../packages/api/src/access/api-key.js';
import { ingest } from '../packages/api/src/commands/ingest.js';
import { durationText, parseDuration } from '../packages/api/src/schema/parse-time.js';
import { REPORTS } from '../packages/api/src/schema/reports-registry.js';
import { type Ask, askingOf } from './support/ask.js';
import { describeDatabase, newWorkspace, openTestDatabase } from './support/database.js';
import { exampleA } from './support/example-a.js';

let database: Database;
let ask: Ask;
let bearer: string;
let calls = 0;

beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  database = await openTestDatabase();
  ask = askingOf(database);
});
afterAll(() => database?.close());

beforeEach(async () => {
  const id = await newWorkspace(database);
  await ingest(database, id, exampleA());
  bearer = `Bearer ${await createApiKey(database, id, { name: 'k', scopes: ['admin'] })}`;
});

interface Saved {
  readonly id: string;
  readonly name: string;
  readonly report: string;
  readonly question: Record<string, unknown>;
}

const REFUSED = '... on InvalidInput { code path expected }';

/** The payload's report, or the refusal. */
async function told(mutation: string, input: string): Promise<Saved & { code: string; path: string[] }> {
  const payload = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Payload`;
  const { data, errors } = await ask(
    `mutation { ${mutation}(input: { idempotencyKey: "${++calls}", ${input} }) {
      ... on ${payload} { report { id name report question } } ${REFUSED} } }`,
    bearer,
  );
  expect(errors).toEqual([]);
  const result = data![mutation] as Record<string, unknown>;
  return (result.report ?? result) as never;
}

async function asked(query: string): Promise<Record<string, unknown>> {
  const { data, errors } = await ask(query, bearer);
  expect(errors).toEqual([]);
  return data!;
}

const PERIOD = 'period: { start: "2025-01-01", end: "2025-04-01" }';
const QUARTER = { start: '2025-01-01', end: '2025-04-01' };

describe(`saved reports, ${describeDatabase()}`, () => {
  it('are kept as they were asked, and answer as the report does', async () => {
    const input = `{ ${PERIOD}, grain: MONTH, by: ["leadType"], base: "MQL", conversionWindow: "P30D",
      asOf: "2025-06-01T02:00:00+02:00", includeImplied: false,
      filter: { leadType: { in: ["e-book", null] }, attributes: [] } }`;
    const saved = await told('saveReport', `name: " MQL ", funnel: ${input}`);
    expect(saved).toMatchObject({
      name: 'MQL',
      report: 'FUNNEL',
      question: {
        period: QUARTER,
        grain: 'MONTH',
        by: ['leadType'],
        base: 'MQL',
        conversionWindow: 'P30D',
        asOf: '2025-06-01T00:00:00.000Z',
        includeImplied: false,
        filter: { leadType: { in: ['e-book', null] }, attributes: [] },
      },
    });
    const figures =
      'period { start end } asOf total { stages { stage { key } reached stepRate { value } } } groups { keys { value } }';
    const kept = await asked(`{ savedReport(id: "${saved.id}") { funnel { ${figures} } cost { asOf } } }`);
    const direct = await asked(`{ funnel(input: ${input}) { ${figures} } }`);
    expect(kept).toEqual({ savedReport: { funnel: direct.funnel, cost: null } });
    expect(direct.funnel).toMatchObject({ total: { stages: [{ reached: 80 }, { reached: 8 }, {}, {}] } });
  });

  it('hold their question as the variable that the report takes', async () => {
    const { question } = await told('saveReport', `name: "c", cost: { ${PERIOD}, stages: ["SQL"], method: SHIFTED }`);
    const text = JSON.stringify(question).replaceAll(/"(\w+)":/g, '$1: ');
    const unquoted = text.replace('"SHIFTED"', 'SHIFTED');
    expect(await asked(`{ cost(input: ${unquoted}) { total { stages { entered } } } }`)).toEqual({
      cost: { total: { stages: [{ entered: 56 }] } },
    });
  });

  it('move with the calendar where they were asked so, and stay where asOf was given', async () => {
    const last = 'period: { last: { count: 1, grain: MONTH } }';
    const moving = await told('saveReport', `name: "moving", velocity: { ${last}, from: "LEAD", to: "MQL" }`);
    const fixed = await told(
      'saveReport',
      `name: "fixed", velocity: { ${last}, from: "LEAD", to: "MQL", asOf: "2025-02-15T00:00:00Z" }`,
    );
    expect(moving.question.period).toEqual({ last: { count: 1, grain: 'MONTH' } });
    const periodOf = async ({ id }: Saved, args = '') =>
      (await asked(`{ savedReport(id: "${id}") { velocity${args} { period { start end } total { count } } } }`))
        .savedReport;
    const january = { start: '2025-01-01', end: '2025-02-01' };
    expect(await periodOf(fixed)).toMatchObject({ velocity: { period: january } });
    expect(await periodOf(moving, '(asOf: "2025-02-20T00:00:00Z")')).toMatchObject({ velocity: { period: january } });
    expect(await periodOf(moving)).not.toMatchObject({ velocity: { period: january } });
    expect(await periodOf(moving, `(${PERIOD})`)).toMatchObject({
      velocity: { period: QUARTER, total: { count: 160 } },
    });
  });

  it('of one name are replaced, and keep their id', async () => {
    const first = await told('saveReport', `name: "r", cost: { ${PERIOD} }`);
    const second = await told('saveReport', `name: "r", funnel: { ${PERIOD} }`);
    expect(second).toMatchObject({ id: first.id, report: 'FUNNEL' });
    const other = await told('saveReport', `name: "R", standardMetrics: { ${PERIOD} }`);
    expect(other.id).not.toBe(first.id);
    const { savedReports } = await asked('{ savedReports { id name report } }');
    expect(savedReports).toMatchObject([{ id: first.id }, { id: other.id, report: 'STANDARD_METRICS' }]);
  });

  it.each([
    [`name: "x"`, 'INVALID_REPORT', ['input']],
    [`name: "x", funnel: { ${PERIOD} }, cost: { ${PERIOD} }`, 'INVALID_REPORT', ['input']],
    [`name: "  ", funnel: { ${PERIOD} }`, 'INVALID_NAME', ['input', 'name']],
    [`name: "x", funnel: { ${PERIOD}, base: "NONE" }`, 'UNKNOWN_STAGE', ['input', 'funnel', 'base']],
    [`name: "x", cost: { ${PERIOD}, lagDays: -1, method: SHIFTED }`, 'INVALID_LAG', ['input', 'cost', 'lagDays']],
    [`name: "x", funnel: { ${PERIOD}, by: ["none"] }`, 'UNKNOWN_ATTRIBUTE', ['input', 'funnel', 'by', '0']],
    [
      `name: "x", standardMetrics: { ${PERIOD}, by: ["source"] }`,
      'INVALID_BREAKDOWN',
      ['input', 'standardMetrics', 'by'],
    ],
    [
      `name: "x", funnel: { ${PERIOD}, knownAt: "2999-01-01T00:00:00Z" }`,
      'KNOWN_AT_IN_FUTURE',
      ['input', 'funnel', 'knownAt'],
    ],
    [`name: "x", funnel: { period: { start: "2025-01-01" } }`, 'INVALID_DATE', ['input', 'funnel', 'period', 'end']],
    [
      `name: "x", funnel: { ${PERIOD}, filter: { attributes: [{ name: "source", in: ["a"] }, { name: "source", in: [] }] } }`,
      'INVALID_FILTER',
      ['input', 'funnel', 'filter', 'attributes'],
    ],
  ])('%s is refused: %s', async (input, code, path) => {
    expect(await told('saveReport', input)).toMatchObject({ code, path });
    expect(await asked('{ savedReports { id } }')).toEqual({ savedReports: [] });
  });

  it('are forgotten once, and their copies stay', async () => {
    const { id } = await told('saveReport', `name: "r", funnel: { ${PERIOD} }`);
    const copy = await told('copyReport', `id: "${id}", name: "copy"`);
    const remove = (which: string) =>
      asked(
        `mutation { deleteReport(input: { idempotencyKey: "${++calls}", id: "${which}" }) { __typename ${REFUSED} } }`,
      );
    expect(await remove(id)).toMatchObject({ deleteReport: { __typename: 'DeleteReportPayload' } });
    for (const unknown of [id, '0', 'x', "1'"]) {
      expect(await remove(unknown)).toMatchObject({ deleteReport: { code: 'UNKNOWN_REPORT', path: ['input', 'id'] } });
    }
    expect(await asked(`{ savedReport(id: "${id}") { id } savedReports { id } }`)).toEqual({
      savedReport: null,
      savedReports: [{ id: copy.id }],
    });
  });
});

describe('a copy', () => {
  it('of an MQL report becomes the SQL report', async () => {
    const cost = await told('saveReport', `name: "MQL cost", cost: { ${PERIOD}, stages: ["mql"], by: ["leadType"] }`);
    const copy = await told('copyReport', `id: "${cost.id}", name: "SQL cost", stages: [{ from: "MQL", to: "SQL" }]`);
    expect(copy).toMatchObject({ report: 'COST', question: { stages: ['SQL'], by: ['leadType'], period: QUARTER } });
    const { savedReport } = await asked(
      `{ savedReport(id: "${copy.id}") { cost { total { stages { stage { key } costPerEntry { amount } } } } } }`,
    );
    expect(savedReport).toEqual({
      cost: { total: { stages: [{ stage: { key: 'SQL' }, costPerEntry: { amount: '71.43' } }] } },
    });
  });

  it('changes stages all at once, by any of their names', async () => {
    const time = await told('saveReport', `name: "v", velocity: { ${PERIOD}, from: "MQL", to: "SQL" }`);
    const stages = '[{ from: "SQL", to: "sqo" }, { from: "mql", to: "SQL" }]';
    const copy = await told('copyReport', `id: "${time.id}", name: "w", stages: ${stages}`);
    expect(copy.question).toMatchObject({ from: 'SQL', to: 'QSO' });
  });

  it('asks for other dates, leads and groups, and null takes one away', async () => {
    const { id } = await told(
      'saveReport',
      `name: "a", funnel: { ${PERIOD}, grain: DAY, by: ["source"], filter: { owner: { in: ["ann"] } } }`,
    );
    const copy = await told(
      'copyReport',
      `id: "${id}", name: "b", period: { last: { count: 2, grain: QUARTER } }, grain: null, by: ["leadType", "region"],
        filter: { source: { notIn: [null] } }`,
    );
    expect(copy.question).toEqual({
      period: { last: { count: 2, grain: 'QUARTER' } },
      by: ['leadType', 'region'],
      filter: { source: { notIn: [null] } },
    });
    const bare = await told('copyReport', `id: "${id}", name: "c", by: null, filter: null`);
    expect(bare.question).toEqual({ period: QUARTER, grain: 'DAY' });
  });

  it.each([
    ['id: "999", name: "x"', 'UNKNOWN_REPORT', ['input', 'id']],
    ['name: "taken"', 'NAME_TAKEN', ['input', 'name']],
    ['name: ""', 'INVALID_NAME', ['input', 'name']],
    ['name: "x", stages: [{ from: "NONE", to: "SQL" }]', 'UNKNOWN_STAGE', ['input', 'stages', '0', 'from']],
    ['name: "x", stages: [{ from: "MQL", to: "NONE" }]', 'UNKNOWN_STAGE', ['input', 'stages', '0', 'to']],
    ['name: "x", stages: [{ from: "QSO", to: "SQL" }]', 'STAGE_NOT_NAMED', ['input', 'stages', '0', 'from']],
    [
      'name: "x", stages: [{ from: "MQL", to: "SQL" }, { from: "mql", to: "QSO" }]',
      'STAGE_TWICE',
      ['input', 'stages', '1', 'from'],
    ],
    ['name: "x", stages: [{ from: "MQL", to: "LEAD" }]', 'INVALID_STAGES', ['input', 'question', 'to']],
    ['name: "x", by: ["none"]', 'UNKNOWN_ATTRIBUTE', ['input', 'question', 'by', '0']],
  ])('with %s is refused: %s', async (input, code, path) => {
    const { id } = await told('saveReport', `name: "taken", velocity: { ${PERIOD}, from: "LEAD", to: "MQL" }`);
    const given = input.startsWith('id:') ? input : `id: "${id}", ${input}`;
    expect(await told('copyReport', given)).toMatchObject({ code, path });
    expect(await asked('{ savedReports { id } }')).toEqual({ savedReports: [{ id }] });
  });
});

describe('kept questions', () => {
  it('say every duration so that it is read as the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (seconds) => {
        expect(parseDuration(durationText(seconds * 1_000))).toBe(seconds * 1_000);
      }),
    );
    expect([0, 129_600_000, 2_592_000_000].map(durationText)).toEqual(['PT0S', 'P1DT12H', 'P30D']);
  });

  it.each(REPORTS.map(({ name, field }) => [name, field]))(
    'to %s are kept, answered and copied',
    async (name, field) => {
      const saved = await told('saveReport', `name: "r", ${field}: { ${PERIOD} }`);
      expect(saved).toMatchObject({ report: name, question: { period: QUARTER } });
      const copy = await told(
        'copyReport',
        `id: "${saved.id}", name: "copy", filter: { leadType: { in: ["e-book"] } }`,
      );
      const { savedReport } = await asked(`{ savedReport(id: "${copy.id}") { ${field} { period { start end } } } }`);
      expect(savedReport).toEqual({ [field]: { period: QUARTER } });
    },
  );

  it('are of every report that is registered, each under one name', () => {
    expect(new Set(REPORTS.map(({ name }) => name)).size).toBe(REPORTS.length);
    for (const { name, field } of REPORTS) expect(name).toBe(field.replace(/[A-Z]/g, '_$&').toUpperCase());
  });
});
