import { describe, expect, test } from 'vitest';
import type { CostInput } from '../../packages/api/src/commands/ingest-input.js';
import { apportion, spendByEntries } from './allocation.js';
import { cost } from './cost.js';
import type { CostMethod, History, PolicyVersion } from './model.js';
import { historyOf, may, moves } from './story.js';
import { cac, pipeline, valueWon } from './worth.js';

const MAY = { start: '2026-05-01', end: '2026-06-01' };
const DAY = 86_400_000;

function costOf(
  externalId: string,
  amount: string,
  from: string,
  to: string,
  more: Partial<CostInput> = {},
): CostInput {
  return { externalId, amount, currency: 'EUR', from, to, category: 'ads', ...more };
}

describe('largest remainder', () => {
  const groups = (...counts: number[]) => counts.map((count, index) => ({ keys: ['abcdef'[index]!], count }));

  test('10.00 over three groups of one', () => {
    expect(apportion(1000n, groups(1, 1, 1))).toEqual([334n, 333n, 333n]);
    expect(apportion(-1000n, groups(1, 1, 1))).toEqual([-334n, -333n, -333n]);
  });

  test('ten seats by quotas of 4.7, 1.6, 1.58, 1.2, 0.61 and 0.31', () => {
    // Seven whole ones; of the remainders .7, .61 and .6 are the largest.
    expect(apportion(10n, groups(47_000, 16_000, 15_800, 12_000, 6_100, 3_100))).toEqual([5n, 2n, 1n, 1n, 1n, 0n]);
  });

  test('ties to the larger group, then by name, null last', () => {
    expect(apportion(1n, [...groups(1, 1), { keys: [null], count: 2 }])).toEqual([0n, 0n, 1n]);
    const three = [{ keys: [null], count: 1 }, ...groups(1, 1)];
    expect(apportion(2n, three)).toEqual([0n, 1n, 1n]);
  });
});

describe('spread by entries', () => {
  const lead = (name: string, source: string | null, campaign: string | null) => {
    return { ...moves(name, ['LEAD', 2]), lead: { externalId: name, source, campaign } };
  };
  const costs = [
    costOf('all', '10', '2026-05-01', '2026-05-02'),
    costOf('web', '9', '2026-05-01', '2026-05-02', { source: 'web' }),
    costOf('nobody', '5', '2026-05-01', '2026-05-02', { source: 'radio' }),
  ];
  const history = historyOf([[lead('A', 'web', 'x'), lead('B', 'web', null), lead('C', 'fair', 'x'), { costs }]]);
  const spent = (more: object) => {
    const { rows, unallocated, outsideFilter } = spendByEntries(history, { period: MAY, ...more });
    const told = rows.map(({ keys, spend }) => `${keys.map(String).join('/')} ${spend}`).sort();
    return { told, unallocated: unallocated[0]?.spend ?? 0n, outsideFilter: outsideFilter[0]?.spend ?? 0n };
  };

  test('by source: what names none goes two to one, what names one stays there', () => {
    expect(spent({ by: ['source'] })).toEqual({
      told: [' 2400', 'fair 333', 'radio 500', 'web 1567'],
      unallocated: 0n,
      outsideFilter: 0n,
    });
  });

  test('by source and campaign: what names web goes to its groups alone; radio has nobody', () => {
    expect(spent({ by: ['source', 'campaign'] })).toEqual({
      told: [' 2400', 'fair/x 334', 'web/null 783', 'web/x 783'],
      unallocated: 500n,
      outsideFilter: 0n,
    });
  });

  test('filtered by campaign, the total has the part of the groups that pass', () => {
    expect(spent({ filter: { campaign: { in: ['x'] } } }).told).toEqual([' 1600']);
    expect(spent({ filter: { campaign: { in: [null] } } }).told).toEqual([' 800']);
    expect(spent({ filter: { source: { in: ['web'] } } }).told).toEqual([' 1567']);
  });

  test('buckets add up, rounded on the running total', () => {
    const three = historyOf([
      [lead('A', 'web', 'x'), lead('B', 'fair', 'x'), { costs: [costOf('c', '0.04', '2026-05-01', '2026-05-05')] }],
    ]);
    const rows = spendByEntries(three, { period: MAY, grain: 'DAY', by: ['source'] }).rows;
    const of = (key: string) => rows.filter(({ keys, bucket }) => keys[0] === key && bucket !== null);
    // A cent a day: by name fair first, and so every second day.
    expect(of('fair').map(({ bucket, spend }) => [bucket, spend])).toEqual([
      [0, 1n],
      [2, 1n],
    ]);
    expect(of('web').map(({ bucket, spend }) => [bucket, spend])).toEqual([
      [1, 1n],
      [3, 1n],
    ]);
  });
});

describe('methods', () => {
  const daily = ['2026-04', '2026-05'].map((month) => {
    return costOf(
      month,
      month === '2026-04' ? '30' : '62',
      `${month}-01`,
      month === '2026-04' ? '2026-05-01' : '2026-06-01',
    );
  });
  const history = historyOf([
    [moves('A', ['LEAD', 1], ['SQL', 3]), moves('B', ['LEAD', 2], ['SQL', 12]), { costs: daily }],
  ]);
  const told = (method: CostMethod, more: object = {}) =>
    cost(history, { period: MAY, includeImplied: true, stages: ['SQL'], method, ...more }).rows.map(
      ({ bucket, spend, entered, cost: per }) => [
        bucket,
        spend,
        entered,
        per && Number(per.numerator) / Number(per.denominator),
      ],
    );

  test('ROLLING: ten days before the end of each bucket, five days earlier', () => {
    const rolling = { kind: 'ROLLING', rollingDays: 10, lagDays: 5 } as const;
    const weeks = told(rolling, { period: { start: '2026-05-04', end: '2026-05-18' }, grain: 'WEEK' });
    expect(weeks).toEqual([
      // The period ends on the 18th, as its second week does: spend of 3–12 May over entries of 8–17.
      [null, 2000n, 1, 2000],
      // Until the 11th: spend of 26 April to 5 May, five days at 1.00 and five at 2.00; entries of 1–10 May.
      [0, 1500n, 1, 1500],
      [1, 2000n, 1, 2000],
    ]);
  });

  test('KERNEL: the mean over lags of two and ten days', () => {
    // May moved back by 2 days: 29 at 2.00 and 2 at 1.00; by 10 days: 21 and 10. The mean is 56.00.
    expect(told({ kind: 'KERNEL' })).toEqual([[null, 5600n, 2, 2800]]);
    expect(told({ kind: 'KERNEL' }, { stages: ['LEAD'] })).toEqual([[null, 6200n, 2, 3100]]);
    expect(told({ kind: 'KERNEL' }, { stages: ['MQL'] })).toEqual([[null, null, 2, null]]);
  });

  test('OBSERVED: six days on average', () => {
    // 25 days at 2.00 and 6 at 1.00.
    expect(told({ kind: 'SHIFTED', lagDays: 'OBSERVED', roundLagToDays: 1 })).toEqual([[null, 5600n, 2, 2800]]);
  });

  test('time to MQL plus what sales promises', () => {
    const policy: PolicyVersion = {
      key: 'P',
      position: 1,
      filter: {},
      response: null,
      decision: { clock: 'BUSINESS', ms: 16 * 3_600_000 },
      calendar: 'OFFICE',
      effectiveFrom: 0,
      recordedAt: 0,
      retired: false,
    };
    const hours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '17:00' }));
    const calendar = { key: 'OFFICE', timeZone: 'UTC', hours, days: [], effectiveFrom: 0, recordedAt: 0 };
    const known: History = {
      ...historyOf([[moves('A', ['LEAD', 1], ['MQL', 4]), moves('B', ['LEAD', 1], ['MQL', 5])]]),
      policies: [{ ...policy, key: 'O', decision: null, position: 0 }, policy],
      calendars: [calendar],
    };
    const lags = (more: object = {}, roundLagToDays = 1) =>
      cost(known, {
        period: MAY,
        includeImplied: true,
        method: { kind: 'SHIFTED', lagDays: 'MQL_TIME_PLUS_SLA', roundLagToDays },
        ...more,
      }).lags.map(({ lagDays }) => lagDays);
    // 3.5 days to MQL; 16 of 40 working hours a week are 2.8 days more.
    expect(lags()).toEqual([0, 0, 4, 6, 6, 6]);
    expect(lags({}, 7)).toEqual([0, 0, 7, 7, 7, 7]);
    expect(
      cost(
        { ...known, policies: [] },
        {
          period: MAY,
          includeImplied: true,
          method: { kind: 'SHIFTED', lagDays: 'MQL_TIME_PLUS_SLA', roundLagToDays: 1 },
        },
      ).lags.map(({ lagDays }) => lagDays),
    ).toEqual([0, 0, 4, null, null, null]);
  });
});

describe('what leads are worth', () => {
  const valued = (name: string, value: string | null, ...steps: Parameters<typeof moves>[1][]) => {
    return { ...moves(name, ...steps), lead: { externalId: name, value, source: name } };
  };
  const history = historyOf([
    [
      valued('won', '100.005', ['LEAD', 1], ['CUSTOMER', 5]),
      valued('open', '50', ['QSO', 3]),
      valued('out', '70', ['QSO', 3], [null, 4]),
      valued('back', '30', ['QSO', 3], ['SQL', 6]),
      valued('unknown', null, ['QSO', 3]),
      {
        costs: [
          costOf('m', '31', '2026-05-01', '2026-06-01'),
          costOf('s', '62', '2026-05-01', '2026-06-01', { costScope: 'SALES' }),
        ],
      },
    ],
  ]);
  const asked = { period: MAY, includeImplied: true, method: { kind: 'SIMPLE' }, asOf: may(20) } as const;

  test('value won, each value rounded once; pipeline as it stands', () => {
    expect(valueWon(history, asked)).toEqual([{ keys: [], bucket: null, leads: 1, value: 10_001n }]);
    expect(pipeline(history, asked)).toEqual([{ keys: [], bucket: null, leads: 1, value: 5_000n }]);
    expect(pipeline(history, { ...asked, asOf: may(3) })[0]).toMatchObject({ leads: 3, value: 15_000n });
    expect(pipeline(history, { ...asked, by: ['source'] })[1]).toMatchObject({ keys: ['open'], value: 5_000n });
  });

  test('CAC: both scopes, moved back by the four days that were observed', () => {
    // Until the twentieth of May, 3.00 a day; moved back it is spend of 27 April to 27 May.
    const { lagDays, rows } = cac(history, asked);
    expect(lagDays).toBe(4);
    expect(rows).toMatchObject([{ stage: 'CUSTOMER', spend: 6_000n, entered: 1 }]);
    expect(cac(history, { ...asked, asOf: undefined }).rows).toMatchObject([{ spend: 8_100n }]);
    expect(cac(history, { ...asked, method: { kind: 'SHIFTED', lagDays: 0 }, asOf: undefined }).rows).toMatchObject([
      { spend: 9_300n },
    ]);
  });
});

test('nothing is spent before its day', () => {
  const history = historyOf([[{ costs: [costOf('c', '1', '2026-05-02', '2026-05-03')] }]]);
  expect(spendByEntries(history, { period: MAY, by: ['source'], asOf: may(1) + DAY - 1 }).unallocated).toEqual([]);
});
