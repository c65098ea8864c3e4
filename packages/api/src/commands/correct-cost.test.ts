import { cost as costReport, type InvalidInput } from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askingOf } from '../../../../test/support/ask.js';
import { describeDatabase, newWorkspace, openTestDatabase } from '../../../../test/support/database.js';
import { createApiKey } from '../access/api-key.js';
import { type CostEntry, costListing } from '../query/cost-list.js';
import { readPage } from '../query/read-list.js';
import { runReport } from '../query/run-report.js';
import { correctCost } from './correct-cost.js';
import { ingest } from './ingest.js';
import type { CostInput } from './ingest-input.js';
import { voidCost } from './void-cost.js';

const RUNS = Number(process.env.LEADSTAGE_PROPERTY_RUNS ?? 15);

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database?.close());

const ads = (more: Partial<CostInput> = {}): CostInput => ({
  externalId: 'ads',
  amount: '10000.00',
  currency: 'EUR',
  from: '2026-01-01',
  to: '2026-04-01',
  category: 'ads',
  source: 'web',
  ...more,
});

async function withCost(more: Partial<CostInput> = {}): Promise<string> {
  const id = await newWorkspace(database);
  const { outcomes } = await ingest(database, id, [{ costs: [ads(more)] }]);
  expect(outcomes[0]).toMatchObject({ status: 'CREATED' });
  return id;
}

async function spend(id: string, start: string, end: string, knownAt?: number): Promise<string | null> {
  const answer = await runReport(database, id, costReport, { period: { start, end }, stages: ['LEAD'], knownAt });
  return answer.total.stages[0]!.spend;
}

async function entries(id: string): Promise<CostEntry[]> {
  const now = Date.now();
  const page = await readPage<CostEntry>(database, id, (state) => costListing(state, {}, now), { first: 100 });
  return page.items.map(({ row }) => row);
}

const refusal = (promise: Promise<unknown>) => promise.catch(({ code, path }: InvalidInput) => ({ code, path }));

describe(`correcting and voiding costs, ${describeDatabase()}`, () => {
  it('changes what was spent from then on, and nothing of what was known before', async () => {
    const id = await withCost();
    const [{ recordedAt: first }] = (await entries(id)) as [CostEntry];
    expect(await spend(id, '2026-01-01', '2026-02-01')).toBe('3444.44');

    const corrected = await correctCost(database, id, ads({ amount: '9000.00' }));
    expect(corrected).toMatchObject({ changed: true });
    expect(await spend(id, '2026-01-01', '2026-02-01')).toBe('3100.00');
    expect(await spend(id, '2026-01-01', '2026-02-01', first)).toBe('3444.44');
    expect(await spend(id, '2026-01-01', '2026-02-01', corrected.recordedAt - 1)).toBe('3444.44');
    expect(await spend(id, '2026-01-01', '2026-02-01', corrected.recordedAt)).toBe('3100.00');

    const again = await correctCost(database, id, ads({ amount: '9000.0' }));
    expect(again).toEqual({ ...corrected, changed: false });

    const voidedAt = await voidCost(database, id, { externalId: 'ads', reason: 'never spent' });
    expect(await spend(id, '2026-01-01', '2026-02-01')).toBe('0.00');
    expect(await spend(id, '2026-01-01', '2026-02-01', voidedAt - 1)).toBe('3100.00');
    expect(await spend(id, '2026-01-01', '2026-02-01', first)).toBe('3444.44');
    expect(await voidCost(database, id, { externalId: 'ads', reason: 'twice' })).toBe(voidedAt);
    expect(await entries(id)).toMatchObject([
      { amount: '9000.0000', status: 'VOIDED', voidReason: 'never spent', voidedAt },
      { amount: '10000.0000', status: 'CORRECTED', voidedAt: corrected.recordedAt },
    ]);
  });

  it('sums to the cent over any partition, whatever was corrected', async () => {
    const amount = fc.integer({ min: -99_999, max: 9_999_999 }).map((cents) => (cents / 100).toFixed(2));
    const cut = fc.integer({ min: 1, max: 30 }).map((day) => `2026-01-${String(day + 1).padStart(2, '0')}`);
    await fc.assert(
      fc.asyncProperty(amount, amount, fc.uniqueArray(cut, { maxLength: 3 }), async (given, right, cuts) => {
        const whole = { from: '2026-01-01', to: '2026-02-01' };
        const id = await withCost({ amount: given, ...whole });
        await correctCost(database, id, ads({ amount: right, ...whole }));
        const bounds = ['2026-01-01', ...cuts.filter((date) => date < '2026-02-01').sort(), '2026-02-01'];
        let cents = 0n;
        for (const [index, start] of bounds.slice(0, -1).entries()) {
          cents += BigInt((await spend(id, start, bounds[index + 1]!))!.replace('.', ''));
        }
        expect(cents).toBe(BigInt(right.replace('.', '')));
      }),
      { numRuns: RUNS },
    );
  }, 600_000);

  it('converts an amount of another currency once', async () => {
    const id = await withCost();
    await correctCost(database, id, ads({ amount: '100.00', currency: 'USD', exchangeRate: '0.8555' }));
    expect((await entries(id))[0]).toMatchObject({
      amount: '85.5500',
      givenAmount: '100',
      givenCurrency: 'USD',
      exchangeRate: '0.8555',
    });
    expect(await spend(id, '2026-01-01', '2026-04-01')).toBe('85.55');
  });

  it.each<[string, Partial<CostInput>, string, string[]]>([
    ['a cost that nobody recorded', { externalId: 'other' }, 'UNKNOWN_COST', ['cost', 'externalId']],
    ['an id that cannot be stored', { externalId: 'a\0' }, 'INVALID_TEXT', ['cost', 'externalId']],
    ['a date that is none', { from: '2026-02-30' }, 'INVALID_DATE', ['cost', 'from']],
    ['a range of no days', { to: '2026-01-01' }, 'INVALID_PERIOD', ['cost', 'to']],
    ['an amount of five decimals', { amount: '1.00001' }, 'INVALID_DECIMAL', ['cost', 'amount']],
    ['another currency without its rate', { currency: 'USD' }, 'MISSING_EXCHANGE_RATE', ['cost', 'exchangeRate']],
  ])('refuses %s', async (_name, more, code, path) => {
    expect(await refusal(correctCost(database, await withCost(), ads(more)))).toEqual({ code, path });
  });

  it('leaves a voided cost voided, and compares what comes again with what stands', async () => {
    const id = await withCost();
    await correctCost(database, id, ads({ amount: '9000.00' }));
    const given = async (amount: string) => (await ingest(database, id, [{ costs: [ads({ amount })] }])).outcomes[0];
    expect(await given('9000.00')).toMatchObject({ status: 'UNCHANGED' });
    expect(await given('10000.00')).toMatchObject({ status: 'REJECTED', problems: [{ code: 'CONFLICT' }] });

    await voidCost(database, id, { externalId: 'ads', reason: 'never spent' });
    expect(await given('9000.00')).toMatchObject({ status: 'UNCHANGED' });
    expect(await given('1.00')).toMatchObject({ status: 'REJECTED', problems: [{ code: 'CONFLICT' }] });
    expect(await refusal(correctCost(database, id, ads()))).toEqual({
      code: 'COST_VOIDED',
      path: ['cost', 'externalId'],
    });
    expect(await spend(id, '2026-01-01', '2026-04-01')).toBe('0.00');
    const reasonless = voidCost(database, id, { externalId: 'ads', reason: ' ' });
    expect(await refusal(reasonless)).toEqual({ code: 'MISSING_REASON', path: ['reason'] });
    const unknown = voidCost(database, id, { externalId: 'other', reason: 'x' });
    expect(await refusal(unknown)).toEqual({ code: 'UNKNOWN_COST', path: ['externalId'] });
  });

  it('is there over GraphQL, once per idempotency key, for keys that may write costs', async () => {
    const id = await withCost();
    const ask = askingOf(database);
    const key = `Bearer ${await createApiKey(database, id, { name: 'k', scopes: ['costs:write', 'reports:read'] })}`;
    const correct = (amount: string, idempotencyKey = amount) => `mutation { correctCost(input: {
      idempotencyKey: "${idempotencyKey}", cost: { externalId: "ads", amount: "${amount}", currency: "EUR",
      from: "2026-01-01", to: "2026-04-01", category: "ads" } }) {
      ... on CorrectCostPayload { changed recordedAt } ... on UserError { code path } } }`;
    const first = await ask(correct('5.00'), key);
    expect(first.data).toMatchObject({ correctCost: { changed: true } });
    expect((await ask(correct('5.00'), key)).data).toEqual(first.data);
    expect((await ask(correct('5.00001'), key)).data).toEqual({
      correctCost: { code: 'INVALID_DECIMAL', path: ['input', 'cost', 'amount'] },
    });
    const voided = await ask(
      'mutation { voidCost(input: { idempotencyKey: "v", externalId: "ads", reason: "no" }) { ... on VoidCostPayload { voidedAt } } }',
      key,
    );
    expect(voided.errors).toEqual([]);
    const listed = await ask(
      '{ costs(first: 10, filter: { category: "ads" }) { totalCount edges { node { externalId amount given { amount currency } period { start end } status costScope voidReason } } } }',
      key,
    );
    expect(listed.data).toMatchObject({
      costs: {
        totalCount: 2,
        edges: [{ node: { status: 'VOIDED', voidReason: 'no' } }, { node: { status: 'CORRECTED' } }],
      },
    });
    const reader = `Bearer ${await createApiKey(database, id, { name: 'r', scopes: ['reports:read'] })}`;
    expect((await ask(correct('6.00'), reader)).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
  });
});
