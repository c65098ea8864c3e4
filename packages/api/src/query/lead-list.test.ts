import { funnel, type InvalidInput } from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeDatabase, newWorkspace, openTestDatabase } from '../../../../test/support/database.js';
import { ingest } from '../commands/ingest.js';
import type { IngestUnit } from '../commands/ingest-input.js';
import type { Page, PageRequest } from './keyset.js';
import { type LeadListQuestion, type ListedLead, leadListing } from './lead-list.js';
import { countList, readPage } from './read-list.js';
import { runReport } from './run-report.js';

const RUNS = Number(process.env.LEADSTAGE_PROPERTY_RUNS ?? 40);
const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 1);
const STAGES = ['CONTACT', 'LEAD', 'MQL', 'SQL', 'QSO', 'CUSTOMER'];
const KEYS = ['LEAD', 'MQL', 'SQL'];

let database: Database;
let id: string;
beforeAll(async () => {
  database = await openTestDatabase();
  id = await newWorkspace(database, { timeZone: 'America/Havana' });
  await ingest(database, id, units(60));
});
afterAll(() => database?.close());

/** Lead n climbs n mod 5 stages, skips one now and then, and shares its instants with others. */
function units(count: number, from = 0): IngestUnit[] {
  return Array.from({ length: count }, (_, index) => {
    const number = from + index;
    const externalId = `lead-${number}`;
    const climbed = KEYS.filter((_key, step) => step < number % 5 && (number + step) % 7 !== 0);
    return {
      lead: {
        externalId,
        createdAt: START + (number % 11) * DAY,
        source: number % 3 === 0 ? null : `s${number % 3}`,
        owner: number % 4 === 0 ? null : `o${number % 4}`,
        account: `a${number % 6}`,
        attributes: number % 2 ? { tier: 'x' } : {},
      },
      transitions: climbed.map((to, step) => ({
        externalId: `${externalId}-${to}`,
        lead: externalId,
        to,
        occurredAt: START + ((number % 11) + step * 3) * DAY + 4 * 3_600_000,
      })),
    };
  });
}

function page(question: LeadListQuestion, request: PageRequest, workspaceId = id): Promise<Page<ListedLead>> {
  const now = Date.now();
  return readPage<ListedLead>(database, workspaceId, (state) => leadListing(state, question, now), request);
}

async function everyPage(question: LeadListQuestion, size: number, forwards = true): Promise<number[]> {
  const ids: number[] = [];
  let cursor: string | null = null;
  for (;;) {
    const answer: Page<ListedLead> = await page(
      question,
      forwards ? { first: size, after: cursor } : { last: size, before: cursor },
    );
    const shown = answer.items.map(({ row }) => row.leadId);
    if (forwards) ids.push(...shown);
    else ids.unshift(...shown);
    expect(forwards ? answer.hasPreviousPage : answer.hasNextPage).toBe(cursor !== null);
    if (!(forwards ? answer.hasNextPage : answer.hasPreviousPage)) return ids;
    cursor = (forwards ? answer.items.at(-1) : answer.items[0])!.cursor;
  }
}

const date = fc.integer({ min: 0, max: 30 }).map((day) => new Date(START + day * DAY).toISOString().slice(0, 10));
const period = fc
  .tuple(date, date)
  .filter(([a, b]) => a < b)
  .map(([start, end]) => ({ start, end }));
const values = fc.subarray(['s1', 's2', 'other', null], { minLength: 1 });
const attributes = fc.record(
  {
    source: fc.oneof(
      values.map((list) => ({ in: list })),
      values.map((list) => ({ notIn: list })),
    ),
    owner: fc.subarray(['o1', 'o2', null], { minLength: 1 }).map((list) => ({ in: list })),
    account: fc.subarray(['a1', 'a2', 'a3'], { minLength: 1 }).map((list) => ({ notIn: list })),
    tier: fc.constantFrom({ in: ['x'] }, { in: [null] }),
  },
  { requiredKeys: [] },
);
const stage = fc.constantFrom(...STAGES);

describe(`the list of leads, ${describeDatabase()}`, () => {
  it('has as many leads that entered a stage as the throughput funnel counts', async () => {
    await fc.assert(
      fc.asyncProperty(attributes, period, stage, fc.boolean(), async (filter, dates, key, explicitOnly) => {
        const answer = await runReport(database, id, funnel, {
          mode: 'THROUGHPUT',
          base: key,
          period: dates,
          filter,
          includeImplied: !explicitOnly,
        });
        const question = { filter: { attributes: filter, entered: { stage: key, period: dates, explicitOnly } } };
        const listed = await everyPage(question, 7);
        expect(listed).toHaveLength(answer.total.stages[0]!.entered!);
        expect(new Set(listed).size).toBe(listed.length);
        const now = Date.now();
        expect(await countList(database, id, (state) => leadListing(state, question, now))).toBe(listed.length);
      }),
      { numRuns: RUNS },
    );
  }, 600_000);

  it('shows every lead once, whatever the page size, the order and the direction of paging', async () => {
    const order = fc.record({
      field: fc.constantFrom('RECORDED' as const, 'ENTERED' as const),
      direction: fc.constantFrom('ASC' as const, 'DESC' as const),
    });
    await fc.assert(
      fc.asyncProperty(order, stage, fc.integer({ min: 1, max: 70 }), attributes, async (by, key, size, filter) => {
        const orderBy = { ...by, ...(by.field === 'ENTERED' ? { stage: key } : {}) };
        const question = { filter: { attributes: filter }, orderBy };
        const whole = await everyPage(question, 100);
        expect(await everyPage(question, size)).toEqual(whole);
        expect(await everyPage(question, size, false)).toEqual(whole);
        expect(new Set(whole).size).toBe(whole.length);
        const opposite = { ...orderBy, direction: by.direction === 'ASC' ? ('DESC' as const) : ('ASC' as const) };
        expect(await everyPage({ ...question, orderBy: opposite }, 100)).toEqual([...whole].reverse());
      }),
      { numRuns: RUNS },
    );
  }, 600_000);

  it('repeats and hides nothing when leads are added between two pages', async () => {
    const other = await newWorkspace(database);
    await ingest(database, other, units(20));
    const orderBy = { field: 'ENTERED', stage: 'LEAD', direction: 'ASC' } as const;
    const before = (await page({ orderBy }, { first: 100 }, other)).items.map(({ row }) => row.leadId);
    const seen: number[] = [];
    let after: string | null = null;
    for (let round = 0; ; round += 1) {
      const answer: Page<ListedLead> = await page({ orderBy }, { first: 3, after }, other);
      seen.push(...answer.items.map(({ row }) => row.leadId));
      if (!answer.hasNextPage) break;
      after = answer.items.at(-1)!.cursor;
      await ingest(database, other, units(2, 100 + round * 2));
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((lead) => before.includes(lead))).toEqual(before);
  });

  it('filters by where leads stand, what they reached, who has them and whether sales must decide', async () => {
    const names = async (filter: LeadListQuestion['filter']) => (await everyPage({ filter }, 100)).length;
    const all = await names({});
    expect(all).toBe(60);
    const reached = await names({ reached: 'SQL' });
    expect(reached).toBeGreaterThan(0);
    expect(reached + (await names({ notReached: 'SQL' }))).toBe(all);
    expect(await names({ stage: STAGES })).toBe(all);
    expect(await names({ stage: [null] })).toBe(0);
    expect(await names({ reached: 'SQL', stage: ['sql'] })).toBe(reached);
    expect(await names({ reached: 'SQO' })).toBe(0);
    expect(await names({ owner: 'o1' })).toBe(15);
    const open = await names({ openHandoff: true });
    expect(open).toBe(await names({ stage: ['MQL'] }));
    expect(open + (await names({ openHandoff: false }))).toBe(all);
  });

  it.each<[string, LeadListQuestion, PageRequest, string, (string | number)[]]>([
    ['no page size', {}, {}, 'PAGE_SIZE_REQUIRED', ['first']],
    ['101 leads', {}, { first: 101 }, 'PAGE_SIZE_REQUIRED', ['first']],
    ['both ends', {}, { first: 1, last: 1 }, 'INVALID_ARGUMENTS', ['last']],
    ['a cursor that is none', {}, { first: 1, after: 'nonsense' }, 'INVALID_CURSOR', ['after']],
    [
      'a cursor of numbers too large',
      {},
      { first: 1, after: cursor(['RECORDED', 1e300]) },
      'INVALID_CURSOR',
      ['after'],
    ],
    ['a cursor of another order', {}, { last: 1, before: cursor(['ENTERED 2', 5, 1]) }, 'INVALID_CURSOR', ['before']],
    ['an unknown stage', { filter: { stage: ['MQL', 'NONE'] } }, { first: 1 }, 'UNKNOWN_STAGE', ['filter', 'stage', 1]],
    ['no stage at all', { filter: { stage: [] } }, { first: 1 }, 'INVALID_FILTER', ['filter', 'stage']],
    [
      'an unknown attribute',
      { filter: { attributes: { colour: { in: ['red'] } } } },
      { first: 1 },
      'UNKNOWN_ATTRIBUTE',
      ['filter', 'attributes', 'colour'],
    ],
    [
      'an empty period',
      { filter: { entered: { stage: 'MQL', period: { start: '2026-02-01', end: '2026-02-01' } } } },
      { first: 1 },
      'INVALID_PERIOD',
      ['filter', 'entered', 'period', 'end'],
    ],
    [
      'an order without its stage',
      { orderBy: { field: 'ENTERED', direction: 'ASC' } },
      { first: 1 },
      'INVALID_ORDER',
      ['orderBy', 'stage'],
    ],
    ['a NUL', { filter: { owner: 'a\0' } }, { first: 1 }, 'INVALID_TEXT', ['filter', 'owner']],
  ])('refuses %s', async (_name, question, request, code, path) => {
    const refusal = page(question, request).catch((error: InvalidInput) => error);
    expect(await refusal).toMatchObject({ code, path });
  });
});

function cursor(position: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}
