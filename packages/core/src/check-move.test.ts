import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkMove, type LeadStanding, type Move } from './check-move.js';
import { InvalidInput } from './invalid-input.js';
import { STANDARD_STAGES, type StageDefinition } from './ladder.js';
import { TRANSITION_KINDS, type TransitionKind } from './transition-kind.js';
import { WRONG_MOVE_CODES, WrongMove } from './wrong-move.js';

// Rows: where the lead stands; `new` has no transition yet, `else` is every row of the first table that is not named.
// Cells: the stage that it comes to, `out`, ✓ for the stage of the column, or why it is refused; `…` repeats a cell
// to the end of its row. A reason is always given.

const STANDARD = `
  without to       | ENTERED         | ADVANCED      | ACCEPTED        | REJECTED        | RECYCLED         | DISQUALIFIED | REOPENED
  new              | MISSING_STAGE   | MISSING_STAGE | NO_OPEN_HANDOFF | NO_OPEN_HANDOFF | NO_EARLIER_STAGE | out          | NOT_OUT
  CONTACT          | ALREADY_ENTERED | MISSING_STAGE | NO_OPEN_HANDOFF | NO_OPEN_HANDOFF | NO_EARLIER_STAGE | out          | NOT_OUT
  LEAD             | ALREADY_ENTERED | MISSING_STAGE | NO_OPEN_HANDOFF | NO_OPEN_HANDOFF | MISSING_STAGE    | out          | NOT_OUT
  MQL handed over  | ALREADY_ENTERED | MISSING_STAGE | SQL             | LEAD            | LEAD             | out          | NOT_OUT
  MQL              | ALREADY_ENTERED | MISSING_STAGE | NO_OPEN_HANDOFF | NO_OPEN_HANDOFF | LEAD             | out          | NOT_OUT
  SQL              | ALREADY_ENTERED | MISSING_STAGE | NO_OPEN_HANDOFF | NO_OPEN_HANDOFF | LEAD             | out          | NOT_OUT
  QSO              | ALREADY_ENTERED | MISSING_STAGE | NO_OPEN_HANDOFF | NO_OPEN_HANDOFF | LEAD             | out          | NOT_OUT
  CUSTOMER         | ALREADY_ENTERED | MISSING_STAGE | NO_OPEN_HANDOFF | NO_OPEN_HANDOFF | LEAD             | ALREADY_WON  | NOT_OUT
  out of LEAD      | ALREADY_ENTERED | OUT_OF_LADDER | NO_OPEN_HANDOFF | NO_OPEN_HANDOFF | OUT_OF_LADDER    | ALREADY_OUT  | LEAD
  out of MQL       | ALREADY_ENTERED | OUT_OF_LADDER | NO_OPEN_HANDOFF | NO_OPEN_HANDOFF | OUT_OF_LADDER    | ALREADY_OUT  | MQL
  out of QSO       | ALREADY_ENTERED | OUT_OF_LADDER | NO_OPEN_HANDOFF | NO_OPEN_HANDOFF | OUT_OF_LADDER    | ALREADY_OUT  | QSO

  ENTERED to       | CONTACT           | LEAD            | MQL           | SQL           | QSO           | CUSTOMER
  new              | ✓ …
  else             | ALREADY_ENTERED …

  ADVANCED to      | CONTACT           | LEAD            | MQL           | SQL           | QSO           | CUSTOMER
  new              | NOT_LATER         | ✓               | ✓             | NEEDS_HANDOFF | NEEDS_HANDOFF | NEEDS_HANDOFF
  CONTACT          | NOT_LATER         | ✓               | ✓             | NEEDS_HANDOFF | NEEDS_HANDOFF | NEEDS_HANDOFF
  LEAD             | NOT_LATER         | NOT_LATER       | ✓             | NEEDS_HANDOFF | NEEDS_HANDOFF | NEEDS_HANDOFF
  MQL handed over  | NOT_LATER         | NOT_LATER       | NOT_LATER     | HANDOFF_OPEN  | HANDOFF_OPEN  | HANDOFF_OPEN
  MQL              | NOT_LATER         | NOT_LATER       | NOT_LATER     | NEEDS_HANDOFF | NEEDS_HANDOFF | NEEDS_HANDOFF
  SQL              | NOT_LATER         | NOT_LATER       | NOT_LATER     | NOT_LATER     | ✓             | ✓
  QSO              | NOT_LATER         | NOT_LATER       | NOT_LATER     | NOT_LATER     | NOT_LATER     | ✓
  CUSTOMER         | NOT_LATER …
  else             | OUT_OF_LADDER …

  ACCEPTED to      | CONTACT           | LEAD            | MQL           | SQL           | QSO           | CUSTOMER
  MQL handed over  | NOT_LATER         | NOT_LATER       | NOT_LATER     | ✓             | ✓             | ✓
  else             | NO_OPEN_HANDOFF …

  REJECTED to      | CONTACT           | LEAD            | MQL           | SQL           | QSO           | CUSTOMER
  MQL handed over  | ✓                 | ✓               | NOT_EARLIER   | NOT_EARLIER   | NOT_EARLIER   | NOT_EARLIER
  else             | NO_OPEN_HANDOFF …

  RECYCLED to      | CONTACT           | LEAD            | MQL           | SQL           | QSO           | CUSTOMER
  new              | NO_EARLIER_STAGE …
  CONTACT          | NO_EARLIER_STAGE …
  LEAD             | ✓                 | NOT_EARLIER     | NOT_EARLIER   | NOT_EARLIER   | NOT_EARLIER   | NOT_EARLIER
  MQL handed over  | ✓                 | ✓               | NOT_EARLIER   | NOT_EARLIER   | NOT_EARLIER   | NOT_EARLIER
  MQL              | ✓                 | ✓               | NOT_EARLIER   | NOT_EARLIER   | NOT_EARLIER   | NOT_EARLIER
  SQL              | ✓                 | ✓               | ✓             | NOT_EARLIER   | NOT_EARLIER   | NOT_EARLIER
  QSO              | ✓                 | ✓               | ✓             | WRONG_TEAM    | NOT_EARLIER   | NOT_EARLIER
  CUSTOMER         | ✓                 | ✓               | ✓             | WRONG_TEAM    | WRONG_TEAM    | NOT_EARLIER
  else             | OUT_OF_LADDER …

  DISQUALIFIED to  | CONTACT           | LEAD            | MQL           | SQL           | QSO           | CUSTOMER
  CUSTOMER         | ALREADY_WON …
  out of LEAD      | ALREADY_OUT …
  out of MQL       | ALREADY_OUT …
  out of QSO       | ALREADY_OUT …
  else             | INVALID_STAGE …

  REOPENED to      | CONTACT           | LEAD            | MQL           | SQL           | QSO           | CUSTOMER
  out of LEAD      | ✓ …
  out of MQL       | ✓ …
  out of QSO       | ✓ …
  else             | NOT_OUT …
`;

const OWN_STAGES = `
  without to       | ENTERED         | ADVANCED      | ACCEPTED        | REJECTED        | RECYCLED         | DISQUALIFIED | REOPENED
  new              | MISSING_STAGE   | MISSING_STAGE | NO_OPEN_HANDOFF | NO_OPEN_HANDOFF | NO_EARLIER_STAGE | out          | NOT_OUT
  CONTACT          | ALREADY_ENTERED | MISSING_STAGE | NO_OPEN_HANDOFF | NO_OPEN_HANDOFF | NO_EARLIER_STAGE | out          | NOT_OUT
  LEAD             | ALREADY_ENTERED | MISSING_STAGE | NO_OPEN_HANDOFF | NO_OPEN_HANDOFF | MISSING_STAGE    | out          | NOT_OUT
  MQL handed over  | ALREADY_ENTERED | MISSING_STAGE | SAL             | LEAD            | LEAD             | out          | NOT_OUT
  MQL              | ALREADY_ENTERED | MISSING_STAGE | NO_OPEN_HANDOFF | NO_OPEN_HANDOFF | LEAD             | out          | NOT_OUT
  SAL              | ALREADY_ENTERED | MISSING_STAGE | NO_OPEN_HANDOFF | NO_OPEN_HANDOFF | LEAD             | out          | NOT_OUT
  SQL              | ALREADY_ENTERED | MISSING_STAGE | NO_OPEN_HANDOFF | NO_OPEN_HANDOFF | LEAD             | out          | NOT_OUT
  MEETING          | ALREADY_ENTERED | MISSING_STAGE | NO_OPEN_HANDOFF | NO_OPEN_HANDOFF | LEAD             | out          | NOT_OUT
  PROPOSAL         | ALREADY_ENTERED | MISSING_STAGE | NO_OPEN_HANDOFF | NO_OPEN_HANDOFF | LEAD             | out          | NOT_OUT
  CUSTOMER         | ALREADY_ENTERED | MISSING_STAGE | NO_OPEN_HANDOFF | NO_OPEN_HANDOFF | LEAD             | ALREADY_WON  | NOT_OUT
  out of MQL       | ALREADY_ENTERED | OUT_OF_LADDER | NO_OPEN_HANDOFF | NO_OPEN_HANDOFF | OUT_OF_LADDER    | ALREADY_OUT  | MQL
  out of MEETING   | ALREADY_ENTERED | OUT_OF_LADDER | NO_OPEN_HANDOFF | NO_OPEN_HANDOFF | OUT_OF_LADDER    | ALREADY_OUT  | MEETING

  ENTERED to       | CONTACT     | LEAD        | MQL         | SAL           | SQL           | MEETING       | PROPOSAL      | CUSTOMER
  new              | ✓ …
  else             | ALREADY_ENTERED …

  ADVANCED to      | CONTACT     | LEAD        | MQL         | SAL           | SQL           | MEETING       | PROPOSAL      | CUSTOMER
  new              | NOT_LATER   | ✓           | ✓           | NEEDS_HANDOFF | NEEDS_HANDOFF | NEEDS_HANDOFF | NEEDS_HANDOFF | NEEDS_HANDOFF
  CONTACT          | NOT_LATER   | ✓           | ✓           | NEEDS_HANDOFF | NEEDS_HANDOFF | NEEDS_HANDOFF | NEEDS_HANDOFF | NEEDS_HANDOFF
  LEAD             | NOT_LATER   | NOT_LATER   | ✓           | NEEDS_HANDOFF | NEEDS_HANDOFF | NEEDS_HANDOFF | NEEDS_HANDOFF | NEEDS_HANDOFF
  MQL handed over  | NOT_LATER   | NOT_LATER   | NOT_LATER   | HANDOFF_OPEN  | HANDOFF_OPEN  | HANDOFF_OPEN  | HANDOFF_OPEN  | HANDOFF_OPEN
  MQL              | NOT_LATER   | NOT_LATER   | NOT_LATER   | NEEDS_HANDOFF | NEEDS_HANDOFF | NEEDS_HANDOFF | NEEDS_HANDOFF | NEEDS_HANDOFF
  SAL              | NOT_LATER   | NOT_LATER   | NOT_LATER   | NOT_LATER     | ✓             | ✓             | ✓             | ✓
  SQL              | NOT_LATER   | NOT_LATER   | NOT_LATER   | NOT_LATER     | NOT_LATER     | ✓             | ✓             | ✓
  MEETING          | NOT_LATER   | NOT_LATER   | NOT_LATER   | NOT_LATER     | NOT_LATER     | NOT_LATER     | ✓             | ✓
  PROPOSAL         | NOT_LATER   | NOT_LATER   | NOT_LATER   | NOT_LATER     | NOT_LATER     | NOT_LATER     | NOT_LATER     | ✓
  CUSTOMER         | NOT_LATER …
  else             | OUT_OF_LADDER …

  ACCEPTED to      | CONTACT     | LEAD        | MQL         | SAL           | SQL           | MEETING       | PROPOSAL      | CUSTOMER
  MQL handed over  | NOT_LATER   | NOT_LATER   | NOT_LATER   | ✓             | ✓             | ✓             | ✓             | ✓
  else             | NO_OPEN_HANDOFF …

  REJECTED to      | CONTACT     | LEAD        | MQL         | SAL           | SQL           | MEETING       | PROPOSAL      | CUSTOMER
  MQL handed over  | ✓           | ✓           | NOT_EARLIER | NOT_EARLIER   | NOT_EARLIER   | NOT_EARLIER   | NOT_EARLIER   | NOT_EARLIER
  else             | NO_OPEN_HANDOFF …

  RECYCLED to      | CONTACT     | LEAD        | MQL         | SAL           | SQL           | MEETING       | PROPOSAL      | CUSTOMER
  new              | NO_EARLIER_STAGE …
  CONTACT          | NO_EARLIER_STAGE …
  LEAD             | ✓           | NOT_EARLIER | NOT_EARLIER | NOT_EARLIER   | NOT_EARLIER   | NOT_EARLIER   | NOT_EARLIER   | NOT_EARLIER
  MQL handed over  | ✓           | ✓           | NOT_EARLIER | NOT_EARLIER   | NOT_EARLIER   | NOT_EARLIER   | NOT_EARLIER   | NOT_EARLIER
  MQL              | ✓           | ✓           | NOT_EARLIER | NOT_EARLIER   | NOT_EARLIER   | NOT_EARLIER   | NOT_EARLIER   | NOT_EARLIER
  SAL              | ✓           | ✓           | ✓           | NOT_EARLIER   | NOT_EARLIER   | NOT_EARLIER   | NOT_EARLIER   | NOT_EARLIER
  SQL              | ✓           | ✓           | ✓           | WRONG_TEAM    | NOT_EARLIER   | NOT_EARLIER   | NOT_EARLIER   | NOT_EARLIER
  MEETING          | ✓           | ✓           | ✓           | WRONG_TEAM    | WRONG_TEAM    | NOT_EARLIER   | NOT_EARLIER   | NOT_EARLIER
  PROPOSAL         | ✓           | ✓           | ✓           | WRONG_TEAM    | WRONG_TEAM    | WRONG_TEAM    | NOT_EARLIER   | NOT_EARLIER
  CUSTOMER         | ✓           | ✓           | ✓           | WRONG_TEAM    | WRONG_TEAM    | WRONG_TEAM    | WRONG_TEAM    | NOT_EARLIER
  else             | OUT_OF_LADDER …

  DISQUALIFIED to  | CONTACT     | LEAD        | MQL         | SAL           | SQL           | MEETING       | PROPOSAL      | CUSTOMER
  CUSTOMER         | ALREADY_WON …
  out of MQL       | ALREADY_OUT …
  out of MEETING   | ALREADY_OUT …
  else             | INVALID_STAGE …

  REOPENED to      | CONTACT     | LEAD        | MQL         | SAL           | SQL           | MEETING       | PROPOSAL      | CUSTOMER
  out of MQL       | ✓ …
  out of MEETING   | ✓ …
  else             | NOT_OUT …
`;

const WITHOUT_MQL = `
  without to       | ENTERED         | ADVANCED      | ACCEPTED        | REJECTED        | RECYCLED         | DISQUALIFIED | REOPENED
  new              | MISSING_STAGE   | MISSING_STAGE | NO_OPEN_HANDOFF | NO_OPEN_HANDOFF | NO_EARLIER_STAGE | out          | NOT_OUT
  CONTACT          | ALREADY_ENTERED | MISSING_STAGE | NO_OPEN_HANDOFF | NO_OPEN_HANDOFF | NO_EARLIER_STAGE | out          | NOT_OUT
  LEAD             | ALREADY_ENTERED | MISSING_STAGE | NO_OPEN_HANDOFF | NO_OPEN_HANDOFF | MISSING_STAGE    | out          | NOT_OUT
  SQL              | ALREADY_ENTERED | MISSING_STAGE | NO_OPEN_HANDOFF | NO_OPEN_HANDOFF | MISSING_STAGE    | out          | NOT_OUT
  QSO              | ALREADY_ENTERED | MISSING_STAGE | NO_OPEN_HANDOFF | NO_OPEN_HANDOFF | MISSING_STAGE    | out          | NOT_OUT
  CUSTOMER         | ALREADY_ENTERED | MISSING_STAGE | NO_OPEN_HANDOFF | NO_OPEN_HANDOFF | MISSING_STAGE    | ALREADY_WON  | NOT_OUT
  out of SQL       | ALREADY_ENTERED | OUT_OF_LADDER | NO_OPEN_HANDOFF | NO_OPEN_HANDOFF | OUT_OF_LADDER    | ALREADY_OUT  | SQL

  ENTERED to       | CONTACT           | LEAD            | SQL           | QSO           | CUSTOMER
  new              | ✓ …
  else             | ALREADY_ENTERED …

  ADVANCED to      | CONTACT           | LEAD            | SQL           | QSO           | CUSTOMER
  new              | NOT_LATER         | ✓               | ✓             | ✓             | ✓
  CONTACT          | NOT_LATER         | ✓               | ✓             | ✓             | ✓
  LEAD             | NOT_LATER         | NOT_LATER       | ✓             | ✓             | ✓
  SQL              | NOT_LATER         | NOT_LATER       | NOT_LATER     | ✓             | ✓
  QSO              | NOT_LATER         | NOT_LATER       | NOT_LATER     | NOT_LATER     | ✓
  CUSTOMER         | NOT_LATER …
  else             | OUT_OF_LADDER …

  ACCEPTED to      | CONTACT           | LEAD            | SQL           | QSO           | CUSTOMER
  else             | NO_OPEN_HANDOFF …

  REJECTED to      | CONTACT           | LEAD            | SQL           | QSO           | CUSTOMER
  else             | NO_OPEN_HANDOFF …

  RECYCLED to      | CONTACT           | LEAD            | SQL           | QSO           | CUSTOMER
  new              | NO_EARLIER_STAGE …
  CONTACT          | NO_EARLIER_STAGE …
  LEAD             | ✓                 | NOT_EARLIER     | NOT_EARLIER   | NOT_EARLIER   | NOT_EARLIER
  SQL              | ✓                 | ✓               | NOT_EARLIER   | NOT_EARLIER   | NOT_EARLIER
  QSO              | ✓                 | ✓               | WRONG_TEAM    | NOT_EARLIER   | NOT_EARLIER
  CUSTOMER         | ✓                 | ✓               | WRONG_TEAM    | WRONG_TEAM    | NOT_EARLIER
  else             | OUT_OF_LADDER …

  DISQUALIFIED to  | CONTACT           | LEAD            | SQL           | QSO           | CUSTOMER
  CUSTOMER         | ALREADY_WON …
  out of SQL       | ALREADY_OUT …
  else             | INVALID_STAGE …

  REOPENED to      | CONTACT           | LEAD            | SQL           | QSO           | CUSTOMER
  out of SQL       | ✓ …
  else             | NOT_OUT …
`;

/** `SAL:S` is a stage of sales, `MEETING:S:QSO` one that is mapped to QSO; a standard key is mapped to itself. */
function ladderOf(text: string): StageDefinition[] {
  return text.split(' ').map((word, index) => {
    const [key = '', team, mapped = key] = word.split(':');
    const standard = STANDARD_STAGES.find((name) => name === mapped) ?? null;
    const place = { id: index + 1, position: (index + 1) * 10, version: 1, effectiveFrom: 0, recordedAt: 0 };
    const texts = { name: key, objective: null, actions: [], criteria: null, notes: null, crmValues: [] };
    return { ...place, ...texts, key, standard, team: team === 'S' ? 'SALES' : 'MARKETING', retired: false };
  });
}

const LADDERS = {
  standard: ladderOf('CONTACT:M LEAD:M MQL:M SQL:S QSO:S CUSTOMER:S'),
  ownStages: ladderOf('CONTACT:M LEAD:M MQL:M SAL:S SQL:S MEETING:S:QSO PROPOSAL:S:QSO CUSTOMER:S'),
  withoutMql: ladderOf('CONTACT:M LEAD:M SQL:S QSO:S CUSTOMER:S'),
};

/** The standing that the first cell of a row names. */
function standingOf(ladder: readonly StageDefinition[], label: string): LeadStanding {
  const [, out, key, handedOver] = /^(out of )?(\w+)( handed over)?$/.exec(label) ?? [];
  const stage = (key === 'new' ? ladder[0] : ladder.find((each) => each.key === key)) ?? null;
  if (stage === null) throw new Error(`No such situation: ${label}`);
  return {
    stage: out ? null : stage,
    hasTransitions: key !== 'new',
    leftFrom: out ? stage : null,
    handoffOpenSince: handedOver ? Date.UTC(2026, 4, 1) : null,
  };
}

const attempt = (ladder: readonly StageDefinition[], standing: LeadStanding, move: Move) => {
  try {
    return checkMove(ladder, standing, move);
  } catch (error) {
    if (error instanceof WrongMove) return error;
    throw error;
  }
};

/** What came of a move, as the cells have it. */
function cellOf(ladder: readonly StageDefinition[], standing: LeadStanding, move: Move): string {
  const result = attempt(ladder, standing, move);
  return result instanceof WrongMove ? result.code : (result.to?.key ?? 'out');
}

interface Case {
  readonly label: string;
  readonly kind: TransitionKind;
  readonly to: string | null;
  readonly expected: string;
}

const cellsOf = (row: string) => row.split('|').map((cell) => cell.trim());
const kindOf = (text: string) => TRANSITION_KINDS.find((kind) => kind === text) ?? expect.fail(`no kind: ${text}`);

function casesOf(text: string): Case[] {
  const tables = text
    .trim()
    .split(/\n\s*\n/)
    .map((table) => table.trim().split('\n').map(cellsOf));
  const situations = (tables[0] ?? []).slice(1).map(([label = '']) => label);
  return tables.flatMap(([header = [], ...rows]) => {
    const [what = '', ...columns] = header;
    const named = new Map(rows.map(([label = '', ...cells]) => [label, cells]));
    const withoutTo = what === 'without to';
    return situations.flatMap((label) => {
      const cells = named.get(label) ?? named.get('else') ?? [];
      const repeated = cells[0]?.endsWith(' …') ? cells[0].slice(0, -2) : null;
      return columns.map((column, index) => {
        const cell = repeated ?? cells[index] ?? expect.fail(`no cell: ${what}, ${label}, ${column}`);
        return {
          label,
          kind: kindOf(withoutTo ? column : what.replace(' to', '')),
          to: withoutTo ? null : column,
          expected: cell === '✓' ? column : cell,
        };
      });
    });
  });
}

describe.each([
  ['the standard ladder', LADDERS.standard, STANDARD, 11],
  ['a ladder with SAL, and meeting and proposal instead of QSO', LADDERS.ownStages, OWN_STAGES, 12],
  ['a ladder without MQL', LADDERS.withoutMql, WITHOUT_MQL, 7],
])('in %s', (_, ladder, text, situations) => {
  const cases = casesOf(text);

  test('the table has every kind from every stage, without a stage and into each', () => {
    const keys = cases.map(({ label, kind, to }) => `${label} ${kind} ${to}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toHaveLength(situations * TRANSITION_KINDS.length * (1 + ladder.length));
    for (const { key } of ladder) expect(cases.some(({ label }) => label === key)).toBe(true);
  });

  test.each(TRANSITION_KINDS)('%s is allowed and refused as the table says', (kind) => {
    const mine = cases.filter((each) => each.kind === kind);
    const found = mine.map((each) => {
      const move: Move = { kind, reason: 'because', ...(each.to === null ? {} : { to: each.to }) };
      return { ...each, expected: cellOf(ladder, standingOf(ladder, each.label), move) };
    });
    expect(found).toEqual(mine);
  });

  test('a reason decides REJECTED and DISQUALIFIED alone, and a blank one is none', () => {
    for (const { label, kind, to, expected } of cases) {
      const isMade = !WRONG_MOVE_CODES.some((code) => code === expected);
      const needsOne = kind === 'REJECTED' || kind === 'DISQUALIFIED';
      const isAboutStage = ['NOT_EARLIER', 'WRONG_TEAM', 'INVALID_STAGE', 'MISSING_STAGE'].includes(expected);
      for (const reason of [undefined, null, '', ' \n']) {
        const move: Move = { kind, to, ...(reason === undefined ? {} : { reason }) };
        const found = cellOf(ladder, standingOf(ladder, label), move);
        expect(found, `${label} ${kind} ${to}`).toBe(
          needsOne && (isMade || isAboutStage) ? 'MISSING_REASON' : expected,
        );
      }
    }
  });
});

describe('a stage may be named', () => {
  test.each([
    ['standard', 'by another name of it', 'SQL', 'SQO', 'QSO'],
    ['standard', 'in small letters', 'SQL', ' qso ', 'QSO'],
    ['ownStages', 'by the standard stage, which is the first mapped to it', 'SQL', 'QSO', 'MEETING'],
    ['ownStages', 'by another name of that', 'SAL', 'sqo', 'MEETING'],
  ] as const)('in the ladder %s %s', (ladder, _, label, to, key) => {
    expect(cellOf(LADDERS[ladder], standingOf(LADDERS[ladder], label), { kind: 'ADVANCED', to })).toBe(key);
  });
});

test('the answer is the stage as the ladder defines it, and the kind that was asked for', () => {
  const { standard } = LADDERS;
  expect(checkMove(standard, standingOf(standard, 'LEAD'), { kind: 'ADVANCED', to: 'mql' })).toEqual({
    kind: 'ADVANCED',
    to: standard[2],
  });
});

describe('in a ladder that is not as most are', () => {
  const lowest = ladderOf('MQL:M SQL:S CUSTOMER:S');
  const noSales = ladderOf('LEAD:M MQL:M CUSTOMER:M');
  const marketingAfter = ladderOf('LEAD:M MQL:M WARM:M SQL:S');
  const ownedBySales = ladderOf('LEAD:M MQL:S SQL:S CUSTOMER:S');
  const salesBefore = ladderOf('CONTACT:M CALLED:S MQL:M SQL:S');
  const wonEarly = ladderOf('LEAD:M SIGNED:S:CUSTOMER SERVED:S');
  const { standard } = LADDERS;
  const to = (kind: TransitionKind, stage?: string): Move => ({ kind, reason: 'because', ...(stage && { to: stage }) });

  test.each<[string, StageDefinition[], string, Move, string]>([
    ['MQL lowest: accepted as ever', lowest, 'MQL handed over', to('ACCEPTED'), 'SQL'],
    ['MQL lowest: nowhere to reject to', lowest, 'MQL handed over', to('REJECTED'), 'NO_EARLIER_STAGE'],
    ['MQL lowest: nowhere, whatever is named', lowest, 'MQL handed over', to('REJECTED', 'SQL'), 'NO_EARLIER_STAGE'],
    ['MQL lowest: nor to recycle to', lowest, 'MQL handed over', to('RECYCLED'), 'NO_EARLIER_STAGE'],
    ['MQL lowest: the one before it is none', lowest, 'SQL', to('RECYCLED'), 'MISSING_STAGE'],
    ['MQL lowest: into MQL itself', lowest, 'SQL', to('RECYCLED', 'MQL'), 'MQL'],
    ['no stage of sales: none to accept into', noSales, 'MQL handed over', to('ACCEPTED'), 'NO_SALES_STAGE'],
    [
      'no stage of sales: none, whatever is named',
      noSales,
      'MQL handed over',
      to('ACCEPTED', 'LEAD'),
      'NO_SALES_STAGE',
    ],
    ['no stage of sales: up within marketing', noSales, 'MQL handed over', to('ADVANCED', 'CUSTOMER'), 'CUSTOMER'],
    ['marketing after MQL: sales accepts past it', marketingAfter, 'MQL handed over', to('ACCEPTED'), 'SQL'],
    ['marketing after MQL: not into it', marketingAfter, 'MQL handed over', to('ACCEPTED', 'WARM'), 'WRONG_TEAM'],
    ['marketing after MQL: from it to sales', marketingAfter, 'WARM', to('ADVANCED', 'SQL'), 'NEEDS_HANDOFF'],
    ['MQL owned by sales: handed over all the same', ownedBySales, 'LEAD', to('ADVANCED', 'MQL'), 'MQL'],
    ['MQL owned by sales: not passed by', ownedBySales, 'LEAD', to('ADVANCED', 'SQL'), 'NEEDS_HANDOFF'],
    ['MQL owned by sales: decided', ownedBySales, 'MQL handed over', to('ADVANCED', 'SQL'), 'HANDOFF_OPEN'],
    ['MQL owned by sales: rejected', ownedBySales, 'MQL handed over', to('REJECTED'), 'LEAD'],
    ['sales before MQL: entered without handoff', salesBefore, 'CONTACT', to('ADVANCED', 'CALLED'), 'CALLED'],
    ['sales before MQL: nothing usual to go back to', salesBefore, 'SQL', to('RECYCLED'), 'WRONG_TEAM'],
    ['sales before MQL: back by name', salesBefore, 'SQL', to('RECYCLED', 'CONTACT'), 'CONTACT'],
    ['a stage mapped to CUSTOMER: won', wonEarly, 'SIGNED', to('DISQUALIFIED'), 'ALREADY_WON'],
    ['a stage after it: won as well', wonEarly, 'SERVED', to('DISQUALIFIED'), 'ALREADY_WON'],
    // What an import may have left: an open handoff of a lead that stands below MQL.
    ['handed over, but in LEAD: accepted', standard, 'LEAD handed over', to('ACCEPTED'), 'SQL'],
    ['handed over, but in LEAD: LEAD is not earlier', standard, 'LEAD handed over', to('REJECTED'), 'MISSING_STAGE'],
    ['handed over, but in LEAD: into MQL again', standard, 'LEAD handed over', to('ADVANCED', 'MQL'), 'MQL'],
    ['handed over, but in LEAD: not past it', standard, 'LEAD handed over', to('ADVANCED', 'SQL'), 'HANDOFF_OPEN'],
    [
      'handed over, but below a stage of sales: accepted past MQL',
      salesBefore,
      'CONTACT handed over',
      to('ACCEPTED'),
      'SQL',
    ],
    ['no such stage', standard, 'LEAD', to('ADVANCED', 'DEMO'), 'UNKNOWN_STAGE'],
    ['no stage by a blank name', standard, 'MQL handed over', to('REJECTED', ' '), 'UNKNOWN_STAGE'],
  ])('%s', (_, ladder, label, move, cell) => {
    expect(cellOf(ladder, standingOf(ladder, label), move)).toBe(cell);
  });

  test('a lead in a stage that was retired moves on from its place', () => {
    const old = ladderOf('CONTACT:M LEAD:M DEMO:M MQL:M SQL:S');
    const ladder = old.filter(({ key }) => key !== 'DEMO');
    const standing = standingOf(old, 'DEMO');
    expect(cellOf(ladder, standing, to('ADVANCED', 'MQL'))).toBe('MQL');
    expect(cellOf(ladder, standing, to('ADVANCED', 'LEAD'))).toBe('NOT_LATER');
    expect(cellOf(ladder, standing, to('RECYCLED'))).toBe('LEAD');
    const reopened = attempt(ladder, standingOf(old, 'out of DEMO'), { kind: 'REOPENED' });
    expect(reopened).toMatchObject({ code: 'MISSING_STAGE', presentStage: null });
    expect((reopened as WrongMove).message).toContain('no longer has DEMO');
    expect(cellOf(ladder, standingOf(old, 'out of DEMO'), { kind: 'REOPENED', to: 'LEAD' })).toBe('LEAD');
  });

  test('a handoff that is open in an MQL that was retired is decided from its place', () => {
    const standing = standingOf(LADDERS.standard, 'MQL handed over');
    const ladder = LADDERS.standard.filter(({ key }) => key !== 'MQL');
    expect(cellOf(ladder, standing, to('ACCEPTED'))).toBe('SQL');
    expect(cellOf(ladder, standing, to('REJECTED'))).toBe('MISSING_STAGE');
    expect(cellOf(ladder, standing, to('REJECTED', 'LEAD'))).toBe('LEAD');
  });

  test("an older version of the lead's stage is read as today's", () => {
    const standing = standingOf(ladderOf('MQL:M SQL:M'), 'SQL');
    expect(cellOf(ladderOf('MQL:M SQL:S QSO:S'), standing, to('ADVANCED', 'QSO'))).toBe('QSO');
  });
});

describe('a refusal', () => {
  const refused = (label: string, move: Move) => {
    const result = attempt(LADDERS.standard, standingOf(LADDERS.standard, label), move);
    return result instanceof WrongMove ? result : expect.fail('was allowed');
  };

  test.each<[string, Move, (string | number)[], string, string | undefined]>([
    [
      'LEAD',
      { kind: 'ADVANCED', to: 'SQL' },
      ['to'],
      'SQL is owned by sales: marketing first hands the lead over. ADVANCED to MQL hands it over. From here ADVANCED leads to: MQL.',
      'MQL',
    ],
    [
      'MQL',
      { kind: 'ADVANCED', to: 'SQL' },
      ['to'],
      'SQL is owned by sales: marketing first hands the lead over. RECYCLED to LEAD, then ADVANCED to MQL hands it over anew.',
      undefined,
    ],
    [
      'MQL handed over',
      { kind: 'ADVANCED' },
      ['to'],
      'Say into which stage ADVANCED leads here. The lead is handed over: sales accepts, rejects or recycles it. ACCEPTED takes it on.',
      undefined,
    ],
    [
      'QSO',
      { kind: 'RECYCLED', to: 'SQL' },
      ['to'],
      'SQL is owned by sales: the lead goes back to a stage of marketing. From here RECYCLED leads to: CONTACT, LEAD, MQL.',
      'CONTACT, LEAD, MQL',
    ],
    [
      'LEAD',
      { kind: 'ADVANCED', to: 'DEMO' },
      ['to'],
      'There is no stage "DEMO". The ladder is: CONTACT, LEAD, MQL, SQL, QSO, CUSTOMER.',
      'CONTACT, LEAD, MQL, SQL, QSO, CUSTOMER',
    ],
    [
      'SQL',
      { kind: 'ACCEPTED' },
      ['kind'],
      'ACCEPTED answers a handoff, and none is open. Sales has it already: ADVANCED takes it on.',
      undefined,
    ],
    [
      'MQL handed over',
      { kind: 'REJECTED' },
      ['reason'],
      'REJECTED needs a reason: say why, in a few words.',
      undefined,
    ],
  ])('from %s of %j says where it is wrong and what would be right', (label, move, path, message, expected) => {
    const { path: foundPath, message: foundMessage, expected: foundExpected } = refused(label, move);
    expect([foundPath, foundMessage, foundExpected]).toEqual([path, message, expected]);
  });

  test('is bad input of a class of its own, and stays that seen from outside', () => {
    const inner = refused('MQL handed over', { kind: 'ADVANCED', to: 'LEAD' });
    const outer = inner.within('move').within('input');
    for (const error of [inner, outer]) {
      expect(error).toBeInstanceOf(WrongMove);
      expect(error).toBeInstanceOf(InvalidInput);
      expect(error).toMatchObject({ code: 'NOT_LATER', presentStage: 'MQL', handoffOpen: true });
    }
    expect(outer.path).toEqual(['input', 'move', 'to']);
    expect([outer.message, outer.expected]).toEqual([inner.message, inner.expected]);
  });
});

/** A lead as METRICS tells its handoffs, by the places of stages in the ladder; no word of the code under test. */
interface Lead {
  readonly standing: LeadStanding;
  readonly handedOver: boolean;
}

function handoverPlace(ladder: readonly StageDefinition[]): number {
  const called = ladder.findIndex(({ key }) => key === 'MQL');
  return called >= 0 ? called : ladder.findIndex(({ standard }) => standard === 'MQL');
}

/** A handoff opens at the creation too, where the ladder begins with it. */
function newLead(ladder: readonly StageDefinition[]): Lead {
  const handedOver = handoverPlace(ladder) === 0;
  const standing = { stage: ladder[0] ?? null, hasTransitions: false, leftFrom: null };
  return { standing: { ...standing, handoffOpenSince: handedOver ? 1 : null }, handedOver };
}

function moved(ladder: readonly StageDefinition[], { standing, handedOver }: Lead, kind: string, to: string | null) {
  const place = (key: string | undefined) => ladder.findIndex((stage) => stage.key === key);
  const from = standing.hasTransitions ? place(standing.stage?.key) : -1;
  const target = to === null ? -1 : place(to);
  const handover = handoverPlace(ladder);
  const closes = target < 0 || kind === 'REJECTED' || kind === 'RECYCLED' || target > handover;
  const opens = handover >= 0 && target === handover && from < handover;
  const isOpen = handedOver ? !closes : opens;
  const next: LeadStanding = {
    stage: ladder[target] ?? null,
    hasTransitions: true,
    leftFrom: target < 0 ? standing.stage : null,
    handoffOpenSince: isOpen ? 1 : null,
  };
  return { standing: next, handedOver: isOpen };
}

describe('whatever the ladder and whoever asks', () => {
  const team = fc.constantFrom('M', 'S');
  const own = (key: string) =>
    fc
      .tuple(team, fc.constantFrom('', ':MQL', ':SQL', ':CUSTOMER'))
      .map(([owner, mapped]) => `${key}:${owner}${mapped}`);
  const stages = STANDARD_STAGES.flatMap((key) => [own(`OWN_${key}`), team.map((owner) => `${key}:${owner}`)]);
  const ladders = fc
    .tuple(...stages.map((stage) => fc.option(stage, { nil: null })))
    .map((words) => words.filter((word) => word !== null))
    .filter((words) => words.length > 0)
    .map((words) => ladderOf(words.join(' ')));
  const moves = fc.record({
    kind: fc.constantFrom(...TRANSITION_KINDS, 'ADVANCED', 'ADVANCED', 'REOPENED'),
    place: fc.option(fc.nat({ max: 11 }), { nil: null, freq: 3 }),
    reason: fc.constantFrom('no budget', 'no budget', ' ', null),
  });

  /** Asks one move after another, and makes those that are allowed. */
  function walk(
    check: (ladder: StageDefinition[], lead: Lead, move: Move, result: ReturnType<typeof attempt>) => void,
  ) {
    fc.assert(
      fc.property(ladders, fc.array(moves, { minLength: 20, maxLength: 40 }), (ladder, asked) => {
        let lead = newLead(ladder);
        for (const { kind, place, reason } of asked) {
          const move: Move = { kind, reason, to: place === null ? null : (ladder[place % ladder.length]?.key ?? null) };
          const result = attempt(ladder, lead.standing, move);
          check(ladder, lead, move, result);
          if (!(result instanceof WrongMove)) lead = moved(ladder, lead, kind, result.to?.key ?? null);
        }
      }),
      { numRuns: 120 },
    );
  }

  test('by allowed moves alone, no handoff is open outside the stage of the handoff', () => {
    let open = 0;
    walk((ladder, { standing, handedOver }) => {
      if (!handedOver) return;
      open += 1;
      expect(standing.stage?.key).toBe(ladder[handoverPlace(ladder)]?.key);
    });
    expect(open).toBeGreaterThan(20);
  });

  test('an allowed move leads into the stage named, or one of the ladder, or by DISQUALIFIED out', () => {
    walk((ladder, _, move, result) => {
      if (result instanceof WrongMove) return;
      expect(result.kind).toBe(move.kind);
      if (move.kind === 'DISQUALIFIED') expect(result.to).toBeNull();
      else expect(ladder).toContain(result.to);
      if (move.to != null) expect(result.to?.key).toBe(move.to);
    });
  });

  test('sales accepts, rejects and refuses only what is handed over, and marketing never passes a handoff by', () => {
    walk((ladder, { standing, handedOver }, { kind }, result) => {
      if (result instanceof WrongMove) return;
      if (kind === 'ACCEPTED' || kind === 'REJECTED') expect(handedOver).toBe(true);
      const handover = handoverPlace(ladder);
      const intoSales = result.to?.team === 'SALES' && handover >= 0 && ladder.indexOf(result.to) > handover;
      if (kind === 'ADVANCED' && intoSales) expect([standing.stage?.team, handedOver]).toEqual(['SALES', false]);
      if (kind === 'REJECTED' || kind === 'RECYCLED') expect(result.to?.team).toBe('MARKETING');
    });
  });

  test('a refusal carries the present stage, and the stages that it calls right are right', () => {
    let choices = 0;
    walk((ladder, { standing, handedOver }, move, result) => {
      if (!(result instanceof WrongMove)) return;
      expect(WRONG_MOVE_CODES).toContain(result.code);
      expect([result.presentStage, result.handoffOpen]).toEqual([standing.stage?.key ?? null, handedOver]);
      expect(result.message).toMatch(/^[A-Z].*[^. ]\.$/);
      expect(result.message).not.toMatch(/undefined|null| {2}/);
      for (const to of result.expected?.split(', ') ?? []) {
        choices += 1;
        expect(cellOf(ladder, standing, { ...move, to })).toBe(to);
      }
    });
    expect(choices).toBeGreaterThan(100);
  });

  test.each([...Object.values(LADDERS), ladderOf('MQL:M SQL:S CUSTOMER:S'), ladderOf('LEAD:M MQL:S WARM:M SQL:S')])(
    'who does what a refusal for want of a handoff says can accept next (%#)',
    (...ladder) => {
      for (const { key } of ladder) {
        let lead: Lead = { standing: standingOf(ladder, key), handedOver: false };
        const refusal = attempt(ladder, lead.standing, { kind: 'ADVANCED', to: ladder.at(-1)?.key ?? null });
        if (!(refusal instanceof WrongMove) || refusal.code !== 'NEEDS_HANDOFF') continue;
        const advice = refusal.message.split('. ')[1] ?? '';
        for (const [, kind, to] of advice.matchAll(/([A-Z]{5,})(?: to (\w+))?/g)) {
          const move: Move = { kind: kindOf(kind ?? ''), reason: 'because', to: to ?? null };
          lead = moved(ladder, lead, move.kind, checkMove(ladder, lead.standing, move).to?.key ?? null);
        }
        expect(checkMove(ladder, lead.standing, { kind: 'ACCEPTED' }).to?.team).toBe('SALES');
      }
    },
  );
});

describe('docs/lifecycle.md', () => {
  const page = readFileSync(new URL('../../../docs/lifecycle.md', import.meta.url), 'utf8');
  const { standard } = LADDERS;

  /** The rows of the table whose header begins with this cell, without the outer bars. */
  function tableBelow(first: string): string[][] {
    const lines = page.split('\n').map((line) => line.trim());
    const start = lines.findIndex((line) => line.startsWith(`| ${first} |`));
    const end = lines.findIndex((line, index) => index > start && !line.startsWith('|'));
    const rows = lines.slice(start, end).map((line) => cellsOf(line.slice(1, -1)));
    return rows.filter((_, index) => index !== 1);
  }

  const LABELS: Readonly<Record<string, string>> = {
    'CONTACT, without a transition': 'new',
    'MQL, handed over': 'MQL handed over',
    'MQL, without a handoff': 'MQL',
    'out, having left LEAD': 'out of LEAD',
    'out, having left SQL': 'out of SQL',
  };

  const [[, ...kinds] = [], ...rows] = tableBelow('the lead stands in');

  test('has a row for every stage and a column for every kind', () => {
    expect(kinds).toEqual(TRANSITION_KINDS);
    const stages = standard.map(({ key }) => key).filter((key) => key !== 'MQL');
    expect(rows.map(([label]) => label).sort()).toEqual([...stages, ...Object.keys(LABELS)].sort());
  });

  test.each(rows)('tells the moves of a lead that stands in: %s', (label = '', ...cells) => {
    const standing = standingOf(standard, LABELS[label] ?? label);
    expect(cells).toHaveLength(kinds.length);
    for (const [index, cell] of cells.entries()) {
      const kind = kindOf(kinds[index] ?? '');
      const answer = (to: string | null) => cellOf(standard, standing, { kind, to, reason: 'because' });
      const usual = answer(null);
      const code = /^`(\w+)`$/.exec(cell)?.[1];
      const listed = code ? [] : cell.replaceAll('**', '').split(', ');
      const allowed = standard.filter(({ key }) => answer(key) === key).map(({ key }) => key);
      const where = `${label}: ${kind}`;
      expect(usual === 'out' ? ['out', ...allowed] : allowed, where).toEqual(listed);
      if (!code) expect(/\*\*(\w+)\*\*/.exec(cell)?.[1] ?? 'MISSING_STAGE', where).toBe(usual);
      else expect(usual === 'MISSING_STAGE' ? answer('CUSTOMER') : usual, where).toBe(code);
    }
  });

  test('explains every code, in order', () => {
    const [, ...codes] = tableBelow('code').map(([code]) => code?.replaceAll('`', ''));
    expect(codes).toEqual(WRONG_MOVE_CODES);
  });

  test('names every kind', () => {
    expect(
      tableBelow('kind')
        .slice(1)
        .map(([kind]) => kind),
    ).toEqual(TRANSITION_KINDS);
  });
});
