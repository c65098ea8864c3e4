import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outcomesOf } from './outcome-by-response.js';
import { verdictOf } from './verdict.js';
import { costTells, wastedCostOf } from './wasted-cost.js';

describe('the verdict', () => {
  test.each([
    [0, 0, null, null],
    [4, 6, 1.5, 'SLIPPING'],
    [4, 4, 1, 'HOLDING'],
    // A third, a third and seven thirds, as the database adds them.
    [3, Number('2.99999999999999999999'), 1, 'HOLDING'],
    [3, 3.000001, 1.000000333333, 'SLIPPING'],
  ])('of %d handoffs whose ratios add up to %d', (handoffs, sum, meanRatio, verdict) => {
    const told = verdictOf(handoffs, sum);
    expect(told.verdict).toBe(verdict);
    if (meanRatio === null) expect(told.meanRatio).toBeNull();
    else expect(told.meanRatio).toBeCloseTo(meanRatio, 11);
  });
});

describe('the wasted cost', () => {
  test.each([
    ['10000', 3, 1, 'EUR', '33.33'],
    ['10000', 3, 3, 'EUR', '100.00'],
    ['1', 2, 1, 'EUR', '0.01'],
    ['-1', 2, 1, 'EUR', '-0.01'],
    ['1000', 3, 2, 'JPY', '667'],
    ['10000', 0, 0, 'EUR', null],
    ['10000', 3, 0, 'EUR', '0.00'],
  ] as const)('of %s minor units, %d entries and %d wasted, in %s', (spend, entered, wasted, currency, cost) => {
    expect(wastedCostOf(spend, entered, wasted, currency)).toBe(cost);
  });

  test('is off the exact quotient by half a cent at most', () => {
    fc.assert(
      fc.property(
        fc.bigInt(0n, 10n ** 14n),
        fc.integer({ min: 1, max: 1e6 }),
        fc.nat(1e6),
        (spend, entered, wasted) => {
          const cents = BigInt(wastedCostOf(String(spend), entered, wasted, 'EUR')!.replace('.', ''));
          const off = 2n * (cents * BigInt(entered) - spend * BigInt(wasted));
          expect(off <= BigInt(entered) && off > -BigInt(entered)).toBe(true);
        },
      ),
    );
  });

  test('can be told by what cost carries alone', () => {
    expect(costTells([])).toBe(true);
    expect(costTells(['source', 'leadType', 'campaign'])).toBe(true);
    for (const name of ['region', 'owner', 'account', 'tier']) expect(costTells(['source', name])).toBe(false);
  });
});

test('outcomes are read three values a band', () => {
  expect(outcomesOf([4, 2, 1, 1, 0, 0, 0, 0, 0], [60_000])).toMatchObject([
    { band: 'WITHIN', within: 60, handoffs: 4, sqlRate: { value: 0.5 }, customerRate: { value: 0.25 } },
    { band: 'LATER', within: null, handoffs: 1, sqlRate: { value: 0 } },
    { band: 'NEVER', within: null, handoffs: 0, sqlRate: { value: null } },
  ]);
});
