import { describe, expect, test } from 'vitest';
import { handoffs } from './handoffs.js';
import { historyOf, moves, RECORDED, told } from './story.js';

describe('what comes late, at once, or is taken back', () => {
  test('an earlier MQL moves the opening; a recycling between two MQLs splits the handoff', () => {
    const first = [moves('L', ['LEAD', 1], ['MQL', 6], ['MQL', 9], ['SQL', 12])];
    const history = historyOf([first, [moves('L', ['MQL', 4])], [moves('L', ['LEAD', 7, { kind: 'RECYCLED' }])]]);
    const knownAt = (batch: number) => ({ knownAt: history.batches[batch]!.recordedAt });
    expect(told(history, { knownAt: RECORDED - 1 })).toEqual([]);
    expect(told(history, knownAt(0))).toEqual(['6–12 ACCEPTED into SQL']);
    expect(told(history, knownAt(1))).toEqual(['4–12 ACCEPTED into SQL']);
    expect(told(history, knownAt(2))).toEqual(['4–7 RECYCLED into LEAD', '9–12 ACCEPTED into SQL']);
  });

  test('an acceptance that is voided opens the handoff again, from then on', () => {
    const voids = [{ recordedAt: RECORDED + 10, transitionExternalId: 'L-SQL-10' }];
    const history = historyOf([[moves('L', ['LEAD', 1], ['MQL', 3], ['SQL', 10])]], { voids });
    expect(told(history, { knownAt: RECORDED + 9 })).toEqual(['3–10 ACCEPTED into SQL']);
    expect(told(history, { knownAt: RECORDED + 10 })).toEqual(['3– open']);
  });

  test('at equal instants the order of recording decides, within a batch and between two', () => {
    const [mql, sql] = [moves('L', ['MQL', 3]), moves('L', ['SQL', 3])];
    expect(told(historyOf([[moves('L', ['MQL', 3], ['SQL', 3])]]))).toEqual(['3–3 ACCEPTED into SQL']);
    expect(told(historyOf([[moves('L', ['SQL', 3], ['MQL', 3])]]))).toEqual([]);
    expect(told(historyOf([[mql], [sql]]))).toEqual(['3–3 ACCEPTED into SQL']);
    expect(told(historyOf([[sql], [mql]]))).toEqual([]);
    const twice = [
      ['LEAD', 3, { kind: 'RECYCLED', externalId: 'back' }],
      ['MQL', 3, { externalId: 'again' }],
    ] as const;
    const history = historyOf([[moves('L', ['MQL', 3], ...twice)]]);
    expect(told(history)).toEqual(['3–3 RECYCLED into LEAD', '3– open']);
    expect(handoffs(history).map(({ openedBy }) => openedBy)).toEqual(['L-MQL-3', 'again']);
  });
});
