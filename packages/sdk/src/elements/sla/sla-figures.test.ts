import type { SlaFigures, SlaReport } from '@leadstage/sdk';
import { describe, expect, test } from 'vitest';
import type { Scene } from '../frame/scene.js';
import { COMMON_WORDS } from '../words/common-words.js';
import { formatsFor } from '../words/formats.js';
import {
  bandName,
  type ClockFigures,
  clockLines,
  isPromised,
  slippingFirst,
  statusParts,
  timesText,
} from './sla-figures.js';
import { clocksTable } from './sla-tables.js';

const scene = { language: 'en', words: COMMON_WORDS.en, formats: formatsFor('en') } as Scene;

const clock = (met: number, breached: number, overdue: number, pending = 0): ClockFigures => {
  const denominator = met + breached + overdue;
  const value = denominator === 0 ? null : met / denominator;
  return {
    ...{ met, breached, overdue, pending, meanDuration: null, meanRatio: null, verdict: null },
    complianceRate: { value, numerator: met, denominator, low: null, high: null },
  };
};

const group = (value: string, firstResponse: ClockFigures) =>
  ({
    keys: [{ attribute: 'owner', value }],
    figures: { firstResponse },
    series: [],
  }) as unknown as SlaReport['groups'][0];

describe('who is slipping', () => {
  test('has most overdue, then keeps least; whoever promised nothing is last', () => {
    const groups = [
      group('none', clock(0, 0, 0)),
      group('keeps', clock(9, 1, 0)),
      group('late', clock(1, 9, 0)),
      group('lets lie', clock(90, 0, 3)),
    ];
    const names = slippingFirst(groups, 'firstResponse').map(({ keys }) => keys[0]?.value);
    expect(names).toEqual(['lets lie', 'late', 'keeps', 'none']);
  });
});

describe('a clock', () => {
  const led = {
    ...clock(2, 1, 1, 3),
    ...{ behind: 'all', metBehind: 'met', breachedBehind: 'late', overdueBehind: 'lies', pendingBehind: 'waits' },
  };

  test('leads from each of its counts to the handoffs in it', () => {
    expect(statusParts(led, scene).map(({ label, count, behind }) => [label, count, behind])).toEqual([
      ['Met', 2, 'met'],
      ['Breached', 1, 'late'],
      ['Overdue', 1, 'lies'],
      ['Pending', 3, 'waits'],
    ]);
    const figures = {
      handoffs: 9,
      wasted: 0,
      neverWorked: 0,
      wastedCost: null,
      firstResponse: clock(0, 0, 0),
      decision: led,
    };
    const row = { name: { text: 'Total' }, figures: figures as unknown as SlaFigures };
    const { columns, rows } = clocksTable('', '', [row], scene);
    const cells = rows[0]?.map(({ value, behind, of }, index) => [columns[index]?.title, value, behind, of]) ?? [];
    expect(cells.filter(([, , behind]) => behind)).toEqual([
      ['Decision: Met', 2, 'met', 'handoffs'],
      ['Decision: Breached', 1, 'late', 'handoffs'],
      ['Decision: Overdue', 1, 'lies', 'handoffs'],
      ['Decision: Pending', 3, 'waits', 'handoffs'],
    ]);
  });

  test('tells its counts, and its interval, ratio and verdict where it has them', () => {
    const measured = {
      ...clock(2, 1, 1, 3),
      complianceRate: { value: 0.5, numerator: 2, denominator: 4, low: 0.15, high: 0.85 },
      ...{ meanRatio: 1.26, verdict: 'SLIPPING' as const },
    };
    expect(clockLines('decision', measured, scene)).toEqual([
      'Decision, Compliance: 50.0% (2 of 4)',
      '95 % interval 15.0% to 85.0%',
      'Met: 2',
      'Breached: 1',
      'Overdue: 1',
      'Pending: 3',
      'Time ÷ target: 1.3× (Slipping)',
    ]);
    expect(clockLines('decision', clock(0, 0, 0, 1), scene)).toEqual([
      'Decision, Compliance: – (0 of 0)',
      ...['Met: 0', 'Breached: 0', 'Overdue: 0', 'Pending: 1'],
    ]);
  });

  test('that nobody promised anything on is told from one that is not due yet', () => {
    expect(isPromised(clock(0, 0, 0))).toBe(false);
    expect(isPromised(clock(0, 0, 0, 1))).toBe(true);
  });

  test('that measured nothing has a dash', () => {
    expect(timesText(null, scene)).toBe('–');
  });
});

test('bands are named by their ends', () => {
  const rate = { value: null, numerator: 0, denominator: 0, low: null, high: null };
  const outcome = { handoffs: 0, sqlRate: rate, customerRate: rate };
  expect(bandName({ ...outcome, band: 'WITHIN', within: 900 }, scene)).toBe('Within 15 min');
  expect(bandName({ ...outcome, band: 'NEVER', within: null }, scene)).toBe('Never');
});
