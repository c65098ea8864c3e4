import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { impliedKind, TRANSITION_KINDS } from './transition-kind.js';

type Place = Parameters<typeof impliedKind>[0]['to'];

const CONTACT = { id: 1, position: 10 };
const LEAD = { id: 2, position: 20 };
const MQL = { id: 3, position: 30 };
const SAL = { id: 7, position: 35 };
const SQL = { id: 4, position: 40 };
const out = null;

describe('the kind that follows from the two stages', () => {
  const first = true;
  test.each<[string, Place, Place, boolean, string]>([
    ['the first entry', out, LEAD, first, 'ENTERED'],
    ['the first entry, into the stage of its creation', CONTACT, CONTACT, first, 'ENTERED'],
    ['the first entry, past MQL', MQL, SQL, first, 'ENTERED'],
    ['out at first', CONTACT, out, first, 'DISQUALIFIED'],
    ['out', SQL, out, !first, 'DISQUALIFIED'],
    ['out again', out, out, !first, 'DISQUALIFIED'],
    ['back in', out, CONTACT, !first, 'REOPENED'],
    ['up', CONTACT, LEAD, !first, 'ADVANCED'],
    ['up past MQL', LEAD, SQL, !first, 'ADVANCED'],
    ['into MQL', LEAD, MQL, !first, 'ADVANCED'],
    ['from MQL into SAL', MQL, SAL, !first, 'ACCEPTED'],
    ['from MQL past SAL', MQL, SQL, !first, 'ACCEPTED'],
    ['from SAL to SQL', SAL, SQL, !first, 'ADVANCED'],
    ['from MQL down', MQL, LEAD, !first, 'RECYCLED'],
    ['from SQL into MQL', SQL, MQL, !first, 'RECYCLED'],
    ['the same again', MQL, MQL, !first, 'ENTERED'],
  ])('%s', (_, from, to, isFirst, kind) => {
    expect(impliedKind({ from, to, handoff: MQL, isFirst })).toBe(kind);
  });

  test('without a stage to hand over in, nothing is accepted', () => {
    expect(impliedKind({ from: MQL, to: SQL, handoff: null, isFirst: false })).toBe('ADVANCED');
  });

  test('at one position the id decides; a stage that was moved since is the same stage', () => {
    const low = { id: 3, position: 30 };
    const high = { id: 9, position: 30 };
    const rest = { handoff: null, isFirst: false };
    expect(impliedKind({ from: low, to: high, ...rest })).toBe('ADVANCED');
    expect(impliedKind({ from: high, to: low, ...rest })).toBe('RECYCLED');
    expect(impliedKind({ from: low, to: { id: 3, position: 50 }, ...rest })).toBe('ENTERED');
  });

  test('is one of the kinds, DISQUALIFIED exactly where it leads out, and never REJECTED', () => {
    const place = fc.record({ id: fc.integer({ min: 1, max: 4 }), position: fc.integer({ min: 1, max: 4 }) });
    const orOut = fc.option(place, { nil: null });
    const question = fc.record({ from: orOut, to: orOut, handoff: orOut, isFirst: fc.boolean() });
    fc.assert(
      fc.property(question, (asked) => {
        const kind = impliedKind(asked);
        expect(TRANSITION_KINDS).toContain(kind);
        expect(kind === 'DISQUALIFIED').toBe(asked.to === null);
        expect(kind).not.toBe('REJECTED');
      }),
    );
  });
});
