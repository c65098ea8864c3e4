import { describe, expect, test } from 'vitest';
import { handoffs } from './handoffs.js';
import { DEFAULT_LADDER, type StageDefinition } from './model.js';
import { historyOf, may, moves, told } from './story.js';

describe('ladders', () => {
  const stage = (key: string, position: number, more: Partial<StageDefinition> = {}): StageDefinition => {
    return { ...DEFAULT_LADDER[0]!, id: 7, key, position, standard: null, ...more };
  };
  const without = (...keys: string[]) => DEFAULT_LADDER.filter(({ key }) => !keys.includes(key));
  const toldIn = (ladder: readonly StageDefinition[], ...steps: Parameters<typeof moves>[1][]) =>
    told(historyOf([[moves('L', ...steps)]], { ladder }));

  test('SAL, where the ladder has it, accepts', () => {
    const withSal = [...DEFAULT_LADDER, stage('SAL', 35)];
    expect(toldIn(withSal, ['LEAD', 1], ['MQL', 3], ['SAL', 4], ['SQL', 5])).toEqual(['3–4 ACCEPTED into SAL']);
  });

  test('without MQL the first stage mapped to it hands over, without that nothing does', () => {
    const steps = [
      ['LEAD', 1],
      ['READY', 3],
      ['SQL', 4],
    ] as const;
    const ready = (standard: 'MQL' | null) => [...without('MQL'), stage('READY', 35, { standard })];
    expect(toldIn(ready('MQL'), ...steps)).toEqual(['3–4 ACCEPTED into SQL']);
    expect(toldIn(ready(null), ...steps)).toEqual([]);
    // Where there are both, MQL hands over and READY accepts.
    const both = [...DEFAULT_LADDER, stage('READY', 35, { standard: 'MQL' })];
    expect(toldIn(both, ['MQL', 1], ...steps.slice(1))).toEqual(['1–3 ACCEPTED into READY']);
  });

  test('where MQL is the first stage, a lead is handed over by its creation', () => {
    const ladder = without('CONTACT', 'LEAD');
    const lead = { lead: { externalId: 'L', createdAt: may(2) } };
    const out = moves('L', [null, 6]);
    const history = historyOf([[lead], [out], [moves('L', ['SQL', 8])]], { ladder });
    const knownAt = (batch: number) => ({ knownAt: history.batches[batch]!.recordedAt });
    expect(handoffs(history, knownAt(0))).toMatchObject([{ openedBy: null, openedAt: may(2), outcome: null }]);
    expect(told(history, { ...knownAt(0), asOf: may(2) - 1 })).toEqual([]);
    expect(told(history, knownAt(1))).toEqual(['2–6 DISQUALIFIED']);
    // A transition into a stage is known: there never was a created entry (ADR 7).
    expect(told(history, knownAt(2))).toEqual([]);
    const before = historyOf([[lead, moves('L', [null, 1])]], { ladder });
    expect(told(before)).toEqual(['2– open']);
  });

  test('a stage has no entries before it is in force', () => {
    const late = DEFAULT_LADDER.map((each) => (each.key === 'MQL' ? { ...each, effectiveFrom: may(4) } : each));
    expect(toldIn(late, ['LEAD', 1], ['MQL', 4], ['SQL', 5])).toEqual(['4–5 ACCEPTED into SQL']);
    expect(toldIn(late, ['LEAD', 1], ['MQL', 3], ['SQL', 5])).toEqual([]);
    // Entered before it was in force, entered again when it is: the lead stood in it already.
    expect(toldIn(late, ['LEAD', 1], ['MQL', 3], ['MQL', 4])).toEqual([]);
    // To have entered a stage before it is in force is to stand nowhere, until it is: then it is above MQL.
    const review = [...DEFAULT_LADDER, stage('REVIEW', 35, { effectiveFrom: may(7) })];
    expect(toldIn(review, ['REVIEW', 3], ['MQL', 4], ['REVIEW', 6])).toEqual(['4– open']);
    expect(toldIn(review, ['REVIEW', 3], ['MQL', 7])).toEqual([]);
  });

  test('a retired stage is compared by where it stood, and accepts nothing', () => {
    const sal = stage('SAL', 35);
    const ladder = [...DEFAULT_LADDER, sal, { ...sal, effectiveFrom: may(5), retired: true }];
    expect(toldIn(ladder, ['LEAD', 1], ['SAL', 4], ['MQL', 6])).toEqual([]);
    expect(toldIn(ladder, ['LEAD', 1], ['MQL', 3], ['SAL', 6])).toEqual(['3– open']);
    const nurture = stage('NURTURE', 25);
    const below = [...DEFAULT_LADDER, nurture, { ...nurture, effectiveFrom: may(5), retired: true }];
    expect(toldIn(below, ['NURTURE', 4], ['MQL', 6], ['NURTURE', 7])).toEqual(['6–7 RECYCLED into NURTURE']);
  });

  test('when the handoff stage itself is retired, later than it still accepts', () => {
    const mql = DEFAULT_LADDER[2]!;
    const ladder = [...DEFAULT_LADDER, { ...mql, effectiveFrom: may(5), retired: true }];
    expect(toldIn(ladder, ['LEAD', 1], ['MQL', 3], ['SQL', 6])).toEqual(['3–6 ACCEPTED into SQL']);
    expect(toldIn(ladder, ['LEAD', 1], ['MQL', 6], ['SQL', 7])).toEqual([]);
  });
});
