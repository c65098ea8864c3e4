import type { Database } from '@leadstage/prisma';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newWorkspace, openTestDatabase } from '../../../../test/support/database.js';
import { ingest } from './ingest.js';
import type { CostInput, IngestUnit, LeadInput, TransitionInput } from './ingest-input.js';

const MAY = Date.UTC(2026, 4, 1);
const DAY = 86_400_000;

let database: Database;
let workspace: string;
beforeAll(async () => {
  database = await openTestDatabase();
  workspace = await newWorkspace(database);
});
afterAll(() => database?.close());

const lead = (externalId: string, more: Partial<LeadInput> = {}): LeadInput => ({
  externalId,
  createdAt: MAY,
  ...more,
});
const transition = (externalId: string, of: string, more: Partial<TransitionInput> = {}): TransitionInput => ({
  externalId,
  lead: of,
  to: 'LEAD',
  occurredAt: MAY,
  ...more,
});
const cost = (externalId: string, more: Partial<CostInput> = {}): CostInput => ({
  externalId,
  amount: '10.00',
  currency: 'EUR',
  from: '2026-05-01',
  to: '2026-06-01',
  category: 'media',
  ...more,
});

async function take(...units: IngestUnit[]) {
  const { outcomes } = await ingest(database, workspace, units);
  return outcomes.map(({ status, problems }) =>
    [status, ...problems.map(({ code, path }) => `${code} ${path}`)].join(' '),
  );
}

test('what a unit is about decides its status', async () => {
  expect(await take({ account: { externalId: 'acme' }, lead: lead('s1') })).toEqual(['CREATED']);
  expect(await take({ account: { externalId: 'acme' }, lead: lead('s2') })).toEqual(['CREATED']);
  expect(await take({ account: { externalId: 'other' }, lead: lead('s1') })).toEqual(['UPDATED']);
  expect(await take({ account: { externalId: 'other' }, lead: lead('s1') })).toEqual(['UNCHANGED']);
  expect(await take({ account: { externalId: 'alone' } })).toEqual(['CREATED']);
  expect(await take({ costs: [cost('k1')] }, { costs: [cost('k1')] })).toEqual(['CREATED', 'UNCHANGED']);
});

test('a unit is stored whole or not at all, and the others all the same', async () => {
  const half = {
    lead: lead('w1'),
    transitions: [transition('w1/a', 'w1'), transition('w1/b', 'w1', { to: 'NOWHERE' })],
  };
  expect(await take(half, { lead: lead('w2') })).toEqual(['REJECTED UNKNOWN_STAGE transitions.1.to', 'CREATED']);
  // Nothing of the first is there: neither the lead nor its first transition.
  expect(await take({ transitions: [transition('w1/a', 'w1')] })).toEqual(['REJECTED UNKNOWN_LEAD transitions.0.lead']);
});

test('an id that is known is stored once, and what is recorded stays', async () => {
  expect(await take({ lead: lead('c1'), transitions: [transition('c1/a', 'c1')] })).toEqual(['CREATED']);
  expect(await take({ transitions: [transition('c1/a', 'c1')] })).toEqual(['UNCHANGED']);
  const moved = transition('c1/a', 'c1', { occurredAt: MAY + DAY });
  expect(await take({ transitions: [moved] })).toEqual(['REJECTED CONFLICT transitions.0.externalId']);
  expect(await take({ costs: [cost('c1')] }, { costs: [cost('c1', { amount: '10.0' })] })).toEqual([
    'CREATED',
    'UNCHANGED',
  ]);
  expect(await take({ costs: [cost('c1', { amount: '11' })] })).toEqual(['REJECTED CONFLICT costs.0.externalId']);
});

test('a stage entered before the one below it is stored and told', async () => {
  const [outcome] = (
    await ingest(database, workspace, [
      {
        lead: lead('o1'),
        transitions: [
          transition('o1/lead', 'o1', { occurredAt: MAY + 2 * DAY }),
          transition('o1/won', 'o1', { to: 'CUSTOMER', occurredAt: MAY }),
        ],
      },
    ])
  ).outcomes;
  expect(outcome).toMatchObject({ status: 'CREATED', problems: [{ severity: 'WARNING', code: 'OUT_OF_ORDER' }] });
});

describe('bad input', () => {
  const units: [string, IngestUnit][] = [
    ['EMPTY ', {}],
    ['MISSING_ID lead.externalId', { lead: lead(' ') }],
    ['TOO_LONG lead.externalId', { lead: lead('x'.repeat(256)) }],
    ['INVALID_TEXT lead.name', { lead: lead('b1', { name: 'a\0b' }) }],
    ['INVALID_TEXT lead.source', { lead: lead('b1', { source: '\ud800' }) }],
    ['INVALID_INSTANT lead.createdAt', { lead: lead('b1', { createdAt: -1 }) }],
    ['INVALID_INSTANT lead.createdAt', { lead: lead('b1', { createdAt: 1.5 }) }],
    ['IN_THE_FUTURE lead.createdAt', { lead: lead('b1', { createdAt: Date.UTC(2100, 0) }) }],
    ['MISSING_CREATED_AT lead.createdAt', { lead: { externalId: 'b1' } }],
    ['UNKNOWN_LEAD lead.externalId', { lead: lead('b1', { create: false }) }],
    ['INVALID_DECIMAL lead.value', { lead: lead('b1', { value: '1e3' }) }],
    ['INVALID_ATTRIBUTE lead.attributes.source', { lead: lead('b1', { attributes: { source: 'x' } }) }],
    ['INVALID_ATTRIBUTE lead.attributes.no space', { lead: lead('b1', { attributes: { 'no space': 'x' } }) }],
    [
      'IN_THE_FUTURE transitions.0.occurredAt',
      { lead: lead('b1'), transitions: [transition('b', 'b1', { occurredAt: Date.UTC(2100, 0) })] },
    ],
    [
      'MISSING_REASON transitions.0.reason',
      { lead: lead('b1'), transitions: [transition('b', 'b1', { kind: 'REJECTED' })] },
    ],
    ['MISSING_REASON transitions.0.reason', { lead: lead('b1'), transitions: [transition('b', 'b1', { to: null })] }],
    [
      'INVALID_KIND transitions.0.kind',
      { lead: lead('b1'), transitions: [transition('b', 'b1', { kind: 'DISQUALIFIED', reason: 'x' })] },
    ],
    ['INVALID_DECIMAL costs.0.amount', { costs: [cost('b', { amount: '1,50' })] }],
    ['INVALID_CURRENCY costs.0.currency', { costs: [cost('b', { currency: 'EURO' })] }],
    ['MISSING_EXCHANGE_RATE costs.0.exchangeRate', { costs: [cost('b', { currency: 'USD' })] }],
    ['NEEDLESS_EXCHANGE_RATE costs.0.exchangeRate', { costs: [cost('b', { exchangeRate: '1' })] }],
    ['INVALID_PERIOD costs.0.to', { costs: [cost('b', { to: '2026-05-01' })] }],
    ['INVALID_DATE costs.0.from', { costs: [cost('b', { from: '2026-02-30' })] }],
    ['MISSING_CATEGORY costs.0.category', { costs: [cost('b', { category: ' ' })] }],
  ];

  test.each(units)('%s', async (problem, unit) => {
    expect(await take(unit)).toEqual([`REJECTED ${problem}`]);
  });

  test('more than 10,000 units are refused at once', async () => {
    const units = Array.from({ length: 10_001 }, () => ({}));
    await expect(ingest(database, workspace, units)).rejects.toMatchObject({ code: 'TOO_MANY_UNITS' });
  });
});
