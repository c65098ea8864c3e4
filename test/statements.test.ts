import {
  acceptance,
  type CostQuestion,
  cost,
  diagnosis,
  funnel,
  type Report,
  type ReportQuestion,
  sla,
  standardMetrics,
  velocity,
} from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApiKey } from '../packages/api/src/access/api-key.js';
import { ingest } from '../packages/api/src/commands/ingest.js';
import type { IngestUnit } from '../packages/api/src/commands/ingest-input.js';
import { setBusinessCalendar } from '../packages/api/src/commands/set-business-calendar.js';
import { setSlaPolicy } from '../packages/api/src/commands/set-sla-policy.js';
import { type Answer, runReport } from '../packages/api/src/query/run-report.js';
import { askingOf } from './support/ask.js';
import { describeDatabase, newWorkspace, openTestDatabase } from './support/database.js';
import { statementsOf, tripsOf } from './support/statements.js';

let database: Database;

beforeAll(async () => {
  database = await openTestDatabase();
  // A connection is made ready by a statement of its own, which belongs to no request.
  await Promise.all(Array.from({ length: 4 }, () => database.pool.query('SELECT 1')));
});
afterAll(() => database?.close());

const DAY = 86_400_000;

/** Units with everything that a unit can have. */
function units(count: number, from = 0): IngestUnit[] {
  return Array.from({ length: count }, (_, index) => {
    const number = from + index;
    const lead = `lead-${number}`;
    const at = Date.UTC(2026, 0, 1) + number * 60_000;
    return {
      lead: {
        externalId: lead,
        source: `s${number % 7}`,
        owner: `o${number % 5}`,
        account: `a${number % 50}`,
        value: '9.50',
        attributes: { tier: 'x' },
      },
      transitions: [
        { externalId: `${lead}-1`, lead, to: 'LEAD', occurredAt: at },
        { externalId: `${lead}-2`, lead, to: 'MQL', occurredAt: at + DAY },
      ],
      activities: [{ externalId: `${lead}-3`, lead, type: 'CALL', occurredAt: at + DAY }],
      costs: [
        {
          externalId: `${lead}-4`,
          amount: '1.00',
          currency: 'EUR',
          from: '2026-01-01',
          to: '2026-02-01',
          category: 'c',
        },
      ],
    };
  });
}

function plain(count: number): IngestUnit[] {
  return units(count).map(({ lead, transitions }) => {
    const { account: _, ...rest } = lead!;
    return { lead: rest, transitions: transitions! };
  });
}

describe(`an ingest, ${describeDatabase()}`, () => {
  /** Leads with their transitions; and with accounts, activities, costs, own attributes and changes besides. */
  const MOST = 20;
  const MOST_OF_EVERYTHING = 24;

  it.each([
    ['leads and transitions', plain, MOST],
    ['units with everything', units, MOST_OF_EVERYTHING],
  ])('of %s issues as many statements for 1,000 units as for 10', async (_, made, most) => {
    const counts: Record<number, string[]> = {};
    for (const size of [10, 100, 1_000]) {
      const id = await newWorkspace(database);
      counts[size] = await statementsOf(() => ingest(database, id, made(size)));
    }
    expect(counts[100]!.length).toBe(counts[10]!.length);
    expect(counts[1_000]!.length).toBe(counts[10]!.length);
    expect(counts[10]!.length, counts[10]!.join('\n')).toBeLessThanOrEqual(most);
    expect(counts[10]!.filter((text) => /^(BEGIN|COMMIT)/.test(text))).toHaveLength(2);
  });

  it('of what is known writes nothing, and of changes takes as many for 1,000 as for 10', async () => {
    const id = await newWorkspace(database);
    await ingest(database, id, units(1_000));
    const again = await statementsOf(() => ingest(database, id, units(100, 500)));
    expect(again.length, again.join('\n')).toBeLessThan(MOST);
    expect(again.filter((text) => /^(WITH|INSERT|UPDATE|DELETE)\b/.test(text))).toEqual([]);

    const changed = (count: number, owner: string) =>
      statementsOf(() =>
        ingest(
          database,
          id,
          units(count).map(({ lead }) => ({ lead: { ...lead!, owner, source: owner } })),
        ),
      );
    const few = await changed(10, 'x');
    expect(few.length, few.join('\n')).toBeLessThanOrEqual(MOST);
    expect((await changed(1_000, 'y')).length).toBe(few.length);
  });
});

describe(`a report, ${describeDatabase()}`, () => {
  const PERIOD = { start: '2026-01-01', end: '2027-01-01' };
  type Asking = (workspaceId: string) => Promise<Answer<unknown>>;
  /** By source and month, where nothing else is said. */
  function asking<Question extends ReportQuestion>(report: Report<Question, unknown>, more: Partial<Question>): Asking {
    const question = { period: PERIOD, by: ['source'], grain: 'MONTH', ...more } as unknown as Question;
    return (workspaceId) => runReport(database, workspaceId, report, question);
  }

  let id: string;
  let few: string;
  let many: string;
  beforeAll(async () => {
    id = await newWorkspace(database);
    await ingest(database, id, units(50));
    [few, many] = [await withSla(20), await withSla(300)];
  });

  async function withSla(leads: number): Promise<string> {
    const made = await newWorkspace(database);
    const effectiveFrom = Date.UTC(2025, 0, 1);
    const hours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '17:00' }));
    await setBusinessCalendar(database, made, { key: 'C', name: 'C', timeZone: 'UTC', hours, effectiveFrom });
    const firstResponseWithin = { within: 'PT1H', clock: 'BUSINESS' } as const;
    await setSlaPolicy(database, made, { key: 'P', name: 'P', calendar: 'C', firstResponseWithin, effectiveFrom });
    await ingest(database, made, units(leads));
    return made;
  }

  it.each<[string, ReportQuestion]>([
    ['the total', { period: PERIOD }],
    ['a series', { period: PERIOD, grain: 'DAY' }],
    ['a breakdown by what the segment has', { period: PERIOD, grain: 'MONTH', by: ['source', 'leadType'] }],
    [
      'a breakdown by what it has not',
      { period: PERIOD, by: ['owner', 'account'], filter: { source: { in: ['s1'] } } },
    ],
  ])('funnel, %s: begin, context, one statement, commit', async (_, question) => {
    const texts = await statementsOf(() => runReport(database, id, funnel, question));
    expect(texts, texts.join('\n')).toHaveLength(4);
    expect(texts[0]).toMatch(/^BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL app\.workspace_id = '/);
    expect(texts[3]).toBe('COMMIT');
  });

  it('velocity needs no more, and cost one more for each thing that depends on another', async () => {
    const question = { period: PERIOD, by: ['source'] };
    const statements = async (work: () => Promise<unknown>) => (await statementsOf(work)).length;
    const ofCost = (more: Partial<CostQuestion>) =>
      statements(() => runReport(database, id, cost, { ...question, ...more }));
    expect(await statements(() => runReport(database, id, velocity, { ...question, from: 'LEAD', to: 'MQL' }))).toBe(4);
    // A derived lag: of CAC, where the method has none.
    expect(await ofCost({ lagDays: 30 })).toBe(4);
    expect(await ofCost({})).toBe(5);
    expect(await ofCost({ method: 'SHIFTED', lagDays: 30 })).toBe(4);
    expect(await ofCost({ method: 'SHIFTED' })).toBe(5);
    expect(await ofCost({ method: 'ROLLING', rollingDays: 90, grain: 'MONTH' })).toBe(5);
    // Spend as each lag cuts it; policies and calendars; the entries by which cost is spread, and that cost.
    expect(await ofCost({ method: 'KERNEL' })).toBe(6);
    expect(await ofCost({ method: 'SHIFTED', lagFrom: 'MQL_TIME_PLUS_SLA' })).toBe(6);
    expect(await ofCost({ lagDays: 30, allocation: 'BY_ENTRIES' })).toBe(6);
  });

  const MATURITY = { conversionWindow: 10 * DAY };
  const JANUARY = { period: { start: '2026-01-01', end: '2026-02-01' }, by: [] };

  it.each<[string, number, Asking]>([
    ['funnel with maturity', 4, asking(funnel, MATURITY)],
    ['funnel of accounts with maturity', 4, asking(funnel, { ...MATURITY, unit: 'ACCOUNT' })],
    ['funnel of accounts, throughput', 4, asking(funnel, { unit: 'ACCOUNT', mode: 'THROUGHPUT' })],
    ['acceptance', 5, asking(acceptance, {})],
    ['velocity in working hours', 5, asking(velocity, { from: 'LEAD', to: 'MQL', clock: 'BUSINESS' })],
    ['velocity with time in stage', 4, asking(velocity, { timeInStage: ['MQL'] })],
    ['sla', 5, asking(sla, {})],
    ['cost', 5, asking(cost, {})],
    ['cost by KERNEL', 6, asking(cost, { method: 'KERNEL' })],
    ['diagnosis', 7, asking(diagnosis, JANUARY)],
    ['standard metrics', 18, asking(standardMetrics, { by: [] })],
  ])('%s: %i round trips, and as many rows come back of 300 leads as of 20', async (_, trips, ask) => {
    const ofFew = await tripsOf(() => ask(few));
    const ofMany = await tripsOf(() => ask(many));
    expect(ofFew.texts.length, ofFew.texts.join('\n')).toBe(trips);
    expect(ofMany.texts).toHaveLength(trips);
    expect(ofMany.rows).toBe(ofFew.rows);
    expect(ofMany.result.statistics.rowsRead).toBeGreaterThan(ofFew.result.statistics.rowsRead);
  });

  it('an explicit knownAt is settled first, in a transaction of its own', async () => {
    const { knownAt } = await runReport(database, id, funnel, { period: PERIOD });
    const settled = await statementsOf(() => runReport(database, id, funnel, { period: PERIOD, knownAt }));
    expect(settled, settled.join('\n')).toHaveLength(7);
  });

  it('over GraphQL adds the look at the key, and nothing for each lead of a page', async () => {
    const ask = askingOf(database);
    const key = `Bearer ${await createApiKey(database, id, { name: 'k', scopes: ['admin'] })}`;
    const period = 'period: { start: "2026-01-01", end: "2027-01-01" }';
    const report = await statementsOf(() =>
      ask(`{ funnel(input: { ${period} }) { total { stages { reached } } } }`, key),
    );
    expect(report, report.join('\n')).toHaveLength(3 + 4);
    const fields =
      'externalId source owner stage { key } account { name } transitions { to { key } } activities { type }';
    const page = (first: number) =>
      statementsOf(async () => {
        const { errors } = await ask(`{ leads(first: ${first}) { edges { node { ${fields} } } } }`, key);
        expect(errors).toEqual([]);
      });
    expect((await page(40)).length).toBe((await page(2)).length);
  });
});
