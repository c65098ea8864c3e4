import { expect, test } from 'vitest';
import { differences, type Row } from './rows.js';
import { wrongShares } from './shares.js';
import { wrongSums } from './sums.js';

const cell = { kind: 'cost', keys: [], bucket: null, stage: 'LEAD' };
const differ = (mine: Row[], theirs: Row[]) => differences(mine, theirs).length;

test('a count or a missing row is a difference, the order of rows is none', () => {
  const [two, three] = [2, 3].map((entered) => ({ ...cell, entered }));
  const other = { ...cell, stage: 'MQL', entered: 1 };
  expect(differ([two!, other], [other, two!])).toBe(0);
  expect(differ([two!], [three!])).toBe(2);
  expect(differ([two!, other], [two!])).toBe(1);
  expect(differ([], [two!])).toBe(1);
});

test('money differs by a unit, floating-point numbers by what they cannot hold', () => {
  const spent = (spend: string | null) => [{ ...cell, entered: 2, spend }];
  expect(differ(spent('100'), spent('100'))).toBe(0);
  expect(differ(spent('101'), spent('100'))).toBe(2);
  expect(differ(spent(null), spent('0'))).toBe(2);
  const timed = (mean: number | null) => [{ ...cell, mean }];
  expect(differ(timed(1.5), timed(1.5 + 1e-12))).toBe(0);
  expect(differ(timed(1.5), timed(1.50001))).toBe(1);
  expect(differ(timed(1.5e-6), timed(1.50001e-6))).toBe(1);
  expect(differ(timed(null), timed(0))).toBe(1);
  expect(differ([cell], timed(0))).toBe(1);
});

test('a share that its numerator and denominator do not make, and ends that are not Wilson’s, are named', () => {
  const share = { value: 0.5, numerator: 1, denominator: 2, low: 0.09453120573423074, high: 0.9054687942657693 };
  expect(wrongShares({ total: [share] })).toEqual([]);
  expect(wrongShares({ total: [{ ...share, low: 0.0945 }] })).toEqual([
    expect.stringContaining('.total.0: low of 1/2'),
  ]);
  expect(wrongShares({ ...share, value: 0.4 })).toEqual([expect.stringContaining('value of 1/2 is 0.4')]);
  expect(wrongShares({ value: null, numerator: 0, denominator: 0, low: null, high: null })).toEqual([]);
  expect(wrongShares({ value: 0, numerator: 0, denominator: 0, low: 0, high: 1 })).toHaveLength(3);
  expect(wrongShares({ value: 2, numerator: 4, denominator: 2 })).toEqual([]);
});

test('a cell that is there twice is an error', () => {
  expect(() => differences([cell, cell], [])).toThrow('twice');
});

test('sums that are wrong are named', () => {
  const period = { start: '2026-01-01', end: '2026-02-01' };
  const stages = (entered: number, spend: string, unallocated: string | null = null) => ({
    stages: [{ entered, spend, unallocated, costPerEntry: '7' }],
  });
  const series = [1, 2].map((entered) => ({ period, figures: stages(entered, `${entered}.00`) }));
  const group = (entered: number, spend: string) => ({ keys: ['a'], figures: stages(entered, spend), series });
  // The total's 3.00 are the group's 2.00 and 1.00 that is unallocated, in no bucket.
  const body = { total: stages(3, '3.00', '1.00'), series, groups: [group(3, '2.00')] };
  expect(wrongSums({ ...body, series: [] }, false)).toEqual([]);
  expect(wrongSums({ ...body, series: [], groups: [group(2, '2.00')] }, false)).toEqual([
    'groups of bucket null: .stages.0.entered is 3, its parts 2',
  ]);
  expect(wrongSums({ ...body, series: [], groups: [group(3, '2.01')] }, false)).toEqual([
    'groups of bucket null: .stages.0.spend is 300, its parts 301',
  ]);
  expect(wrongSums({ ...body, groups: [] }, true)).toEqual([
    'buckets of null: .stages.0.unallocated is 100, its parts 0',
  ]);
});
