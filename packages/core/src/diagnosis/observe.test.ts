import { expect, it } from 'vitest';
import { rateOf } from '../rate.js';
import type { GroupKeys } from '../report.js';
import { observe } from './observe.js';
import type { Panel } from './panel.js';
import { stepsOf } from './subject.js';
import { frameOf, LADDER } from './testing.js';
import { windowOf } from './window.js';

/** Leads by group, of whom one in the baseline and two in the period took the step. */
const LEADS: Readonly<Record<string, readonly [baseline: number, period: number]>> = {
  '["web"]': [3, 7],
  '["fair"]': [7, 11],
  '[null]': [13, 3],
};
const [subject] = stepsOf(LADDER);

function panelOf(groups: readonly GroupKeys[]): Panel {
  const rate = (bucket: number | null, keys: GroupKeys | null) => {
    const all = Object.values(LEADS).reduce((sum, counts) => sum + counts[bucket === 0 ? 0 : 1], 0);
    const own = LEADS[JSON.stringify(keys)]?.[bucket === 0 ? 0 : 1] ?? all;
    return rateOf(bucket === 0 ? 1 : 2, own);
  };
  const counted = () =>
    ({ numerator: { kind: 'handoffs', state: null }, denominator: { kind: 'handoffs', state: null } }) as const;
  return { subjects: [subject!], until: null, hasBaseline: true, count: async () => [{ groups, rate }], counted };
}

it('answers alike to the last digit, in whatever order groups are counted: a split lists them by name', async () => {
  const orders: GroupKeys[][] = [
    [['web'], ['fair'], [null]],
    [[null], ['fair'], ['web']],
    [['fair'], [null], ['web']],
  ];
  const frame = frameOf();
  const window = windowOf({ period: frame.period, by: ['source'] }, frame);
  const [first, ...others] = await Promise.all(orders.map((groups) => observe(panelOf(groups), frame, window)));
  expect(first?.[0]?.splits[0]?.groups.map(({ keys }) => keys)).toEqual([['fair'], ['web'], [null]]);
  const told = (each: typeof first) => JSON.stringify(each?.map(({ groups, splits }) => ({ groups, splits })));
  for (const other of others) expect(told(other)).toBe(told(first));
});
