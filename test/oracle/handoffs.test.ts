import { describe, expect, test } from 'vitest';
import { handoffs } from './handoffs.js';
import { logs } from './log.js';
import type { History } from './model.js';
import { calls, historyOf, may, moves, told } from './story.js';

const kinds = (history: History) => logs(history).map(({ from, to, kind }) => `${from} → ${to}: ${kind}`);

const AGAIN = moves(
  'L',
  ['LEAD', 1],
  ['MQL', 3],
  ['LEAD', 5, { kind: 'REJECTED', reason: 'too early' }],
  ['MQL', 9],
  ['SQL', 10],
  ['CUSTOMER', 20],
);

describe('passages', () => {
  test('a lead that is rejected, nurtured and handed over again has two handoffs', () => {
    const history = historyOf([[AGAIN]]);
    expect(handoffs(history)).toEqual([
      {
        lead: 'L',
        openedBy: 'L-MQL-3',
        openedAt: may(3),
        outcome: 'REJECTED',
        closedBy: 'L-LEAD-5',
        closedAt: may(5),
        closedInto: 'LEAD',
        reason: 'too early',
        owner: null,
        firstResponseAt: may(5),
      },
      {
        lead: 'L',
        openedBy: 'L-MQL-9',
        openedAt: may(9),
        outcome: 'ACCEPTED',
        closedBy: 'L-SQL-10',
        closedAt: may(10),
        closedInto: 'SQL',
        reason: null,
        owner: null,
        firstResponseAt: may(10),
      },
    ]);
    expect(kinds(history)).toEqual([
      'NONE → LEAD: ENTERED',
      'LEAD → MQL: ADVANCED',
      'MQL → LEAD: REJECTED',
      'LEAD → MQL: ADVANCED',
      'MQL → SQL: ACCEPTED',
      'SQL → CUSTOMER: ADVANCED',
    ]);
  });

  test('as of each instant, what has happened by then, that instant included', () => {
    const history = historyOf([[AGAIN]]);
    expect(told(history, { asOf: may(3) - 1 })).toEqual([]);
    expect(told(history, { asOf: may(3) })).toEqual(['3– open']);
    expect(told(history, { asOf: may(5) - 1 })).toEqual(['3– open']);
    expect(told(history, { asOf: may(5) })).toEqual(['3–5 REJECTED into LEAD']);
    expect(told(history, { asOf: may(9) })).toEqual(['3–5 REJECTED into LEAD', '9– open']);
  });

  test('a lead that skips MQL, or comes to it from above as in example D, has none', () => {
    expect(told(historyOf([[moves('L', ['LEAD', 1], ['SQL', 3])]]))).toEqual([]);
    const exampleD = historyOf([[moves('L', ['LEAD', 1], ['SQL', 3], ['MQL', 5])]]);
    expect(told(exampleD)).toEqual([]);
    expect(kinds(exampleD)).toEqual(['NONE → LEAD: ENTERED', 'LEAD → SQL: ADVANCED', 'SQL → MQL: RECYCLED']);
  });

  test.each([
    [[['MQL', 3]], ['3– open']],
    [
      [
        ['MQL', 3],
        ['MQL', 4],
      ],
      ['3– open'],
    ],
    [
      [
        ['MQL', 3],
        ['QSO', 4],
      ],
      ['3–4 ACCEPTED into QSO'],
    ],
    [
      [
        ['MQL', 3],
        ['CONTACT', 4],
      ],
      ['3–4 RECYCLED into CONTACT'],
    ],
    [
      [
        ['MQL', 3],
        [null, 4],
      ],
      ['3–4 DISQUALIFIED'],
    ],
    // Out and in again: at MQL a second passage, above it none, below it one when MQL is entered.
    [
      [
        ['MQL', 3],
        [null, 4],
        ['MQL', 5],
      ],
      ['3–4 DISQUALIFIED', '5– open'],
    ],
    [
      [
        ['MQL', 3],
        [null, 4],
        ['SQL', 5],
      ],
      ['3–4 DISQUALIFIED'],
    ],
    [
      [
        [null, 4],
        ['LEAD', 5],
        ['MQL', 6],
      ],
      ['6– open'],
    ],
    // A kind that is given: only the three that end a handoff count, whatever stage they name.
    [
      [
        ['MQL', 3],
        ['SQL', 4, { kind: 'ADVANCED' }],
      ],
      ['3–4 ACCEPTED into SQL'],
    ],
    [
      [
        ['MQL', 3],
        ['SQL', 4, { kind: 'REJECTED', reason: 'rival' }],
      ],
      ['3–4 REJECTED into SQL'],
    ],
    [
      [
        ['MQL', 3],
        ['MQL', 4, { kind: 'RECYCLED' }],
      ],
      ['3–4 RECYCLED into MQL'],
    ],
    [
      [
        ['MQL', 3],
        ['MQL', 4, { kind: 'ACCEPTED' }],
      ],
      ['3– open'],
    ],
    [
      [
        ['MQL', 3],
        ['LEAD', 4, { kind: 'ENTERED' }],
        ['MQL', 5],
      ],
      ['3– open'],
    ],
    [
      [
        ['MQL', 3],
        ['LEAD', 4, { kind: 'ADVANCED' }],
        ['SQL', 5],
      ],
      ['3–5 ACCEPTED into SQL'],
    ],
    [
      [
        ['MQL', 3],
        ['LEAD', 4, { kind: 'REOPENED' }],
        ['CONTACT', 5],
      ],
      ['3–5 RECYCLED into CONTACT'],
    ],
    // The event that ends one passage does not begin another.
    [
      [
        ['MQL', 3],
        ['LEAD', 4, { kind: 'ENTERED' }],
        ['MQL', 5, { kind: 'RECYCLED' }],
      ],
      ['3–5 RECYCLED into MQL'],
    ],
  ] as const)('%j', (steps, expected) => {
    expect(told(historyOf([[moves('L', ...steps)]]))).toEqual(expected);
  });
});

describe('first response', () => {
  const steps = [
    ['LEAD', 1],
    ['MQL', 3],
    ['SQL', 9],
  ] as const;
  const answered = (days: readonly number[], when: Parameters<typeof handoffs>[1] = {}) =>
    handoffs(historyOf([[moves('L', ...steps), calls('L', ...days)]]), when).map((each) => each.firstResponseAt);

  test.each([
    [[], [may(9)]],
    [[6, 5], [may(5)]],
    [[3], [may(3)]],
    [[2.999, 10], [may(9)]],
    [[9], [may(9)]],
  ])('calls on %j', (days, expected) => {
    expect(answered(days)).toEqual(expected);
  });

  test('what lies after asOf has not happened', () => {
    expect(answered([5], { asOf: may(5) - 1 })).toEqual([null]);
    expect(answered([5], { asOf: may(5) })).toEqual([may(5)]);
    expect(answered([], { asOf: may(9) - 1 })).toEqual([null]);
  });

  test('each handoff has its own', () => {
    const history = historyOf([[AGAIN, calls('L', 4, 9.5)]]);
    expect(handoffs(history).map((each) => each.firstResponseAt)).toEqual([may(4), may(9.5)]);
  });
});
