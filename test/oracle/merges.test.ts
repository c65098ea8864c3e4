import { describe, expect, test } from 'vitest';
import { fold } from './fold.js';
import { handoffs } from './handoffs.js';
import type { RecordedCommand } from './model.js';
import { calls, historyOf, may, moves, RECORDED } from './story.js';

/** Commands a millisecond apart, after the first batch and before the second. */
type Untimed<C> = C extends RecordedCommand ? Omit<C, 'recordedAt'> : never;
const recorded = (...commands: readonly Untimed<RecordedCommand>[]): RecordedCommand[] =>
  commands.map((command, index) => ({ ...command, recordedAt: RECORDED + 1 + index }));
const merge = (lead: string, into: string) => ({ op: 'MERGE' as const, lead, into });
const assign = (lead: string, owner: string | null, day: number) => {
  return { op: 'ASSIGN' as const, lead, owner, occurredAt: may(day) };
};

describe('owners', () => {
  const lead = { ...moves('L', ['LEAD', 1], ['MQL', 3], ['SQL', 9]), lead: { externalId: 'L', owner: 'ann' } };
  const owners = (commands: RecordedCommand[], when: Parameters<typeof handoffs>[1] = {}) =>
    handoffs(historyOf([[lead]], { commands }), when).map(({ owner }) => owner);

  test('a handoff belongs to its owner at the decision, an open one to its owner at asOf', () => {
    const commands = recorded(assign('L', 'ben', 6), assign('L', 'cem', 10));
    expect(owners(commands)).toEqual(['ben']);
    expect(owners(commands, { asOf: may(6) - 1 })).toEqual(['ann']);
    expect(owners(commands, { asOf: may(6) })).toEqual(['ben']);
    expect(owners(commands, { knownAt: RECORDED })).toEqual(['ann']);
    expect(owners(recorded(assign('L', 'ben', 9)))).toEqual(['ben']);
    expect(owners(recorded(assign('L', null, 4)))).toEqual([null]);
  });

  test('what happened later wins, whenever it was recorded; at equal instants what was recorded later', () => {
    expect(owners(recorded(assign('L', 'ben', 6), assign('L', 'cem', 5)))).toEqual(['ben']);
    expect(owners(recorded(assign('L', 'ben', 6), assign('L', 'cem', 6)))).toEqual(['cem']);
    const [known] = fold(
      historyOf([[lead]], { commands: recorded(assign('L', 'ben', 6), assign('L', 'cem', 5)) }),
    ).leads;
    expect(known?.attributes.get('owner')).toBe('ben');
  });

  test('one batch says one owner: the first ever since creation, a later one since the batch', () => {
    const owned = (owner: string | null) => ({ lead: { externalId: 'L', owner } });
    const of = (...batches: (string | null)[][]) => {
      const units = batches.map((batch) => batch.map(owned));
      const history = historyOf([
        [{ lead: { externalId: 'L', createdAt: may(1) } }, ...(units[0] ?? [])],
        ...units.slice(1),
      ]);
      return fold(history).leads[0]!.assignments.map(({ owner, occurredAt }) => [owner, occurredAt]);
    };
    expect(of(['ann', 'ben'])).toEqual([['ben', may(1)]]);
    expect(of(['ann', null], ['ben'])).toEqual([['ben', may(1)]]);
    expect(of(['ann'], ['ben', 'ann'])).toEqual([['ann', may(1)]]);
    expect(of(['ann'], ['ben'])).toEqual([
      ['ann', may(1)],
      ['ben', may(32)],
    ]);
  });

  test('is refused for nobody and in the future', () => {
    const commands = recorded(assign('X', 'ben', 6), assign('L', 'ben', 32));
    expect(fold(historyOf([[lead]], { commands })).refusedCommands).toEqual([
      { command: 0, code: 'UNKNOWN_LEAD' },
      { command: 1, code: 'IN_THE_FUTURE' },
    ]);
  });
});

describe('merges', () => {
  test('of two open handoffs one is left, from then on', () => {
    const batch = [moves('A', ['LEAD', 1], ['MQL', 5]), moves('B', ['MQL', 3]), calls('A', 4)];
    const history = historyOf([batch], { commands: recorded(merge('A', 'B')) });
    const opened = handoffs(history, { knownAt: RECORDED }).map(({ lead, openedAt }) => [lead, openedAt]);
    expect(opened).toEqual([
      ['A', may(5)],
      ['B', may(3)],
    ]);
    expect(handoffs(history)).toMatchObject([
      { lead: 'B', openedBy: 'B-MQL-3', outcome: null, firstResponseAt: may(4) },
    ]);
  });

  test("one lead's acceptance ends the other's handoff", () => {
    const batch = [moves('A', ['MQL', 2]), moves('B', ['LEAD', 1], ['SQL', 6], ['QSO', 8])];
    const history = historyOf([batch], { commands: recorded(merge('B', 'A')) });
    expect(handoffs(history)).toMatchObject([{ lead: 'A', openedBy: 'A-MQL-2', closedBy: 'B-SQL-6' }]);
  });

  test('a chain ends in one lead, in either order, and every id answers for it', () => {
    const batch = [moves('A', ['LEAD', 1]), moves('B', ['MQL', 3]), moves('C', ['SQL', 5])];
    for (const commands of [
      [merge('A', 'B'), merge('B', 'C')],
      [merge('B', 'C'), merge('A', 'B')],
      [merge('A', 'B'), merge('A', 'C')],
    ]) {
      const history = historyOf([batch, [moves('A', ['LEAD', 4])]], { commands: recorded(...commands) });
      const { leads, survivors, refusals } = fold(history);
      expect(leads.map(({ externalId, transitions }) => [externalId, transitions.length])).toEqual([['C', 4]]);
      expect([...survivors]).toEqual(
        expect.arrayContaining([
          ['A', 'C'],
          ['B', 'C'],
        ]),
      );
      expect(refusals).toEqual([]);
      expect(handoffs(history)).toMatchObject([{ lead: 'C', closedBy: 'A-LEAD-4', outcome: 'RECYCLED' }]);
    }
  });

  test('a lead is not merged with itself, its survivor or nobody', () => {
    const batch = [moves('A', ['LEAD', 1]), moves('B', ['MQL', 3]), moves('C', ['SQL', 5])];
    const commands = recorded(
      merge('A', 'A'),
      merge('A', 'B'),
      merge('A', 'B'),
      merge('B', 'A'),
      merge('C', 'X'),
      merge('C', 'A'),
      merge('C', 'B'),
    );
    const known = fold(historyOf([batch], { commands }));
    expect(known.refusedCommands).toEqual([
      { command: 0, code: 'SAME_LEAD' },
      { command: 2, code: 'SAME_LEAD' },
      { command: 3, code: 'SAME_LEAD' },
      { command: 4, code: 'UNKNOWN_LEAD' },
      { command: 6, code: 'SAME_LEAD' },
    ]);
    expect([...known.survivors]).toEqual([
      ['A', 'B'],
      ['C', 'B'],
    ]);
  });

  test('what the survivor lacks is taken over; later rows of either id are about the survivor', () => {
    const a = { externalId: 'A', createdAt: may(1), source: 'web', region: 'north', value: '100', owner: 'ann' };
    const b = { externalId: 'B', createdAt: may(2), source: 'fair', region: null, attributes: { tier: '2' } };
    const attributes = { tier: '1', size: 'S' };
    const batch = [{ lead: { ...a, attributes } }, { lead: b }];
    const later = [{ lead: { externalId: 'A', source: 'ads', owner: 'ben' } }];
    const history = historyOf([batch, later], { commands: recorded(merge('A', 'B')) });
    const at = (knownAt: number) =>
      fold(history, knownAt).leads.map(({ externalId, createdAt, attributes, value }) => {
        return { externalId, createdAt, value, ...Object.fromEntries(attributes) };
      });
    expect(at(RECORDED).length).toBe(2);
    const merged = { externalId: 'B', createdAt: may(1), value: '100', region: 'north', tier: '2', size: 'S' };
    expect(at(RECORDED + 1)).toEqual([{ ...merged, source: 'fair', owner: 'ann' }]);
    expect(at(Infinity)).toEqual([{ ...merged, source: 'ads', owner: 'ben' }]);
  });

  test("at equal instants the survivor's own owner is in force", () => {
    const batch = ['A', 'B'].map((externalId) => ({
      lead: { externalId, createdAt: may(1), owner: `of ${externalId}` },
    }));
    const owner = (lead: string, into: string) =>
      fold(historyOf([batch], { commands: recorded(merge(lead, into)) })).leads[0]?.attributes.get('owner');
    expect(owner('A', 'B')).toBe('of B');
    expect(owner('B', 'A')).toBe('of A');
    // Where it has none, that of the lead that became known last, whichever was merged first.
    const third = [...batch, { lead: { externalId: 'C', createdAt: may(1) } }];
    for (const order of [
      [merge('A', 'C'), merge('B', 'C')],
      [merge('B', 'C'), merge('A', 'C')],
    ]) {
      const [lead] = fold(historyOf([third], { commands: recorded(...order) })).leads;
      expect(lead?.attributes.get('owner')).toBe('of B');
    }
  });
});
