import { describe, expect, test } from 'vitest';
import type { StageDefinition } from '../ladder.js';
import { handoffStep, redefinitionsOf, stepsOf, wasThere } from './subject.js';
import { LADDER } from './testing.js';

const [CONTACT, LEAD, MQL, SQL, QSO, CUSTOMER] = LADDER as [
  StageDefinition,
  StageDefinition,
  StageDefinition,
  StageDefinition,
  StageDefinition,
  StageDefinition,
];
const own = (key: string, position: number, more: Partial<StageDefinition> = {}): StageDefinition => ({
  ...SQL,
  id: 7 + position,
  key,
  position,
  standard: null,
  ...more,
});
const told = (ladder: readonly StageDefinition[]) =>
  stepsOf(ladder).map(({ step, trouble, team }) => `${step.from.key} → ${step.to.key}: ${trouble}, ${team}`);

describe('the steps', () => {
  test('of the standard ladder begin at LEAD', () => {
    expect(told(LADDER)).toEqual([
      'LEAD → MQL: TARGETING, MARKETING',
      'MQL → SQL: QUALIFICATION, SALES',
      'SQL → QSO: SALES_QUALIFICATION, SALES',
      'QSO → CUSTOMER: CLOSING, SALES',
    ]);
  });

  test('of a ladder with own stages', () => {
    const meeting = own('MEETING', 47, { standard: 'QSO' });
    const ladder = [
      CONTACT,
      LEAD,
      MQL,
      own('SAL', 35),
      SQL,
      meeting,
      own('PROPOSAL', 52, { standard: 'QSO' }),
      CUSTOMER,
    ];
    expect(told(ladder)).toEqual([
      'LEAD → MQL: TARGETING, MARKETING',
      'MQL → SAL: QUALIFICATION, SALES',
      'SAL → SQL: QUALIFICATION, SALES',
      'SQL → MEETING: SALES_QUALIFICATION, SALES',
      'MEETING → PROPOSAL: CLOSING, SALES',
      'PROPOSAL → CUSTOMER: CLOSING, SALES',
    ]);
  });

  test('of a ladder without LEAD, or without a handoff', () => {
    expect(told([CONTACT, MQL, QSO])).toEqual([
      'CONTACT → MQL: TARGETING, MARKETING',
      'MQL → QSO: SALES_QUALIFICATION, SALES',
    ]);
    expect(told([LEAD, own('WARM', 25, { team: 'MARKETING' }), SQL])).toEqual([
      'LEAD → WARM: TARGETING, MARKETING',
      'WARM → SQL: QUALIFICATION, SALES',
    ]);
    expect(told([LEAD])).toEqual([]);
    expect(told([])).toEqual([]);
  });
});

test('the handoff is the step from MQL to what comes next', () => {
  expect(handoffStep(LADDER)).toEqual({ from: MQL, to: SQL });
  expect(handoffStep([LEAD, MQL])).toBeNull();
  expect(handoffStep([LEAD, SQL])).toBeNull();
});

describe('the history of a step', () => {
  const sal = own('SAL', 35, { effectiveFrom: 1_000 });
  const definitions = [...LADDER, sal];
  const step = { from: MQL, to: sal };

  test('a stage that came later was not there throughout', () => {
    expect(wasThere({ from: MQL, to: SQL }, definitions, 0, 9_999)).toBe(true);
    expect(wasThere(step, definitions, 999, 9_999)).toBe(false);
    expect(wasThere(step, definitions, 1_000, 9_999)).toBe(true);
  });

  test('nor one that was retired for a while', () => {
    const history = [
      ...definitions,
      { ...sal, version: 2, effectiveFrom: 2_000, retired: true },
      { ...sal, version: 3, effectiveFrom: 3_000 },
    ];
    expect(wasThere(step, history, 1_000, 1_999)).toBe(true);
    expect(wasThere(step, history, 1_000, 9_999)).toBe(false);
    expect(wasThere(step, history, 3_000, 9_999)).toBe(true);
  });

  test('versions of its stages since then are told, earliest first', () => {
    const later = { ...SQL, version: 2, effectiveFrom: 500 };
    const all = [...definitions, later, { ...QSO, version: 2, effectiveFrom: 600 }];
    const versions = (from: number, until: number) =>
      redefinitionsOf({ from: SQL, to: sal }, all, from, until).map(({ key, version }) => `${key} ${version}`);
    expect(versions(0, 9_999)).toEqual(['SQL 2', 'SAL 1']);
    expect(versions(500, 999)).toEqual([]);
    expect(versions(499, 500)).toEqual(['SQL 2']);
  });
});
