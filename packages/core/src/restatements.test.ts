import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withTwelveDigits } from './metric-pack.js';
import type { StandardMetric, StandardMetricsBody } from './reports/standard-metrics.js';
import { restatementsOf } from './restatements.js';

const QUARTER = { start: '2026-01-01', end: '2026-04-01' };

const metric = (stage: string, value: number | null, more: Partial<StandardMetric> = {}): StandardMetric => ({
  ...{ metric: 'entered', stage, variant: null, unit: 'LEADS', value, amount: null },
  ...{ numerator: null, denominator: null, low: null, high: null },
  ...more,
});

const body = (...metrics: StandardMetric[]): StandardMetricsBody => ({
  total: { period: QUARTER, metrics },
  series: [{ period: QUARTER, metrics: metrics.slice(0, 1) }],
  notes: [],
});

describe('restatements', () => {
  it('are the metrics that differ, in the order of the pack, and then those that are new', () => {
    const told = restatementsOf(body(metric('LEAD', 9), metric('MQL', 5), metric('SQL', 2)), {
      total: { period: QUARTER, metrics: [metric('QSO', 1), metric('MQL', 6), metric('LEAD', 9)] },
      series: [{ period: QUARTER, metrics: [metric('LEAD', 8)] }],
    });
    expect(told.map(({ stage, published, now }) => [stage, published?.value, now?.value])).toEqual([
      ['MQL', 5, 6],
      ['SQL', 2, undefined],
      ['LEAD', 9, 8],
      ['QSO', undefined, 1],
    ]);
  });

  it.each([
    ['its amount', { amount: '1.00' }, { amount: '1.01' }, 1],
    ['what it was measured on', { numerator: 1, denominator: 2 }, { numerator: 2, denominator: 4 }, 1],
    ['another unit', { unit: 'LEADS' as const }, { unit: 'DAYS' as const }, 1],
    ['an interval alone', { low: 0.1 }, { low: 0.2 }, 0],
    ['the 13th digit alone', { value: 0.1234567890121 }, { value: 0.1234567890122 }, 0],
    ['the 12th digit', { value: 0.123456789012 }, { value: 0.123456789013 }, 1],
  ])('by %s', (_what, before, after, expected) => {
    const told = restatementsOf(body(metric('LEAD', 1, before)), {
      ...body(metric('LEAD', 1, after)),
      series: body(metric('LEAD', 1, before)).series,
    });
    expect(told).toHaveLength(expected);
  });

  it('of a body and itself are none, and turn round with their sides', () => {
    const stages = fc.constantFrom('LEAD', 'MQL', 'SQL');
    const metrics = fc
      .uniqueArray(fc.record({ stage: stages, value: fc.option(fc.nat(3)) }), { selector: ({ stage }) => stage })
      .map((rows) => body(...rows.map(({ stage, value }) => metric(stage, value))));
    fc.assert(
      fc.property(metrics, metrics, (before, after) => {
        expect(restatementsOf(before, before)).toEqual([]);
        const key = ({ stage, published, now }: ReturnType<typeof restatementsOf>[number]) =>
          JSON.stringify([stage, published?.value, now?.value]);
        const turned = restatementsOf(after, before).map(({ published, now, ...rest }) => ({
          ...rest,
          published: now,
          now: published,
        }));
        expect(restatementsOf(before, after).map(key).sort()).toEqual(turned.map(key).sort());
      }),
    );
  });
});

describe('numbers of a pack', () => {
  it('have 12 significant digits; whole ones stay', () => {
    const instant = Date.UTC(2026, 0, 1) + 1;
    expect(withTwelveDigits([1 / 3, instant, -0.1 - 0.2, { a: 123456.7890123456 }])).toEqual([
      0.333333333333,
      instant,
      -0.3,
      { a: 123456.789012 },
    ]);
  });

  it('are the same rounded twice', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const once = withTwelveDigits(value);
        expect(withTwelveDigits(once)).toBe(once);
        if (value !== 0) expect(Math.abs(once / value - 1)).toBeLessThan(1e-11);
      }),
    );
  });
});
