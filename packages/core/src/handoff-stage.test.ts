import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { handoffStage, isLater, stageBefore } from './handoff-stage.js';
import type { StageDefinition } from './ladder.js';

function stage(id: number, key: string, position: number, standard: StageDefinition['standard'] = null) {
  return { id, key, position, standard } as StageDefinition;
}

const CONTACT = stage(1, 'CONTACT', 10, 'CONTACT');
const LEAD = stage(2, 'LEAD', 20, 'LEAD');
const MQL = stage(3, 'MQL', 30, 'MQL');
const SQL = stage(4, 'SQL', 40, 'SQL');

describe('marketing hands over into', () => {
  test.each<[string, StageDefinition[], string | null]>([
    ['the stage called MQL', [CONTACT, LEAD, MQL, SQL], 'MQL'],
    ['the one called MQL, though another is mapped to it below', [stage(7, 'READY', 25, 'MQL'), MQL, SQL], 'MQL'],
    ['else the first one mapped to it', [LEAD, stage(7, 'READY', 31, 'MQL'), stage(8, 'HOT', 32, 'MQL'), SQL], 'READY'],
    ['no stage of a ladder that has neither', [CONTACT, LEAD, SQL], null],
    ['no stage of an empty ladder', [], null],
  ])('%s', (_, ladder, key) => {
    expect(handoffStage(ladder)?.key ?? null).toBe(key);
  });
});

describe('the stage before', () => {
  const ladder = [CONTACT, LEAD, MQL, SQL];
  test.each<[string, StageDefinition, StageDefinition | null]>([
    ['MQL is LEAD', MQL, LEAD],
    ['the lowest is none', CONTACT, null],
    ['a retired stage is the next that is left below it', stage(9, 'DEMO', 35), MQL],
    ['a stage of which an older version is given is told by its place of today', stage(3, 'MQL', 15), LEAD],
  ])('%s', (_, of, before) => {
    expect(stageBefore(ladder, of)).toBe(before);
  });
});

describe('later', () => {
  test('is a higher position; at equal positions, a higher id', () => {
    const twin = stage(9, 'TWIN', 30);
    expect(isLater([LEAD, MQL, twin], MQL, LEAD)).toBe(true);
    expect(isLater([LEAD, MQL, twin], LEAD, MQL)).toBe(false);
    expect(isLater([LEAD, MQL, twin], twin, MQL)).toBe(true);
    expect(isLater([LEAD, MQL, twin], MQL, twin)).toBe(false);
  });

  test('is told in the ladder given, whatever the positions that its versions had', () => {
    expect(isLater([stage(3, 'MQL', 5, 'MQL'), LEAD], MQL, LEAD)).toBe(false);
  });

  test('is never the stage itself, in another version either', () => {
    expect(isLater([CONTACT, LEAD], LEAD, stage(2, 'LEAD', 99))).toBe(false);
  });

  test('orders every two stages one way', () => {
    const place = fc.tuple(fc.integer({ min: 1, max: 16 }), fc.integer({ min: 0, max: 3 }));
    fc.assert(
      fc.property(fc.uniqueArray(place, { selector: ([id]) => id, minLength: 2 }), (places) => {
        const [a, b, ...rest] = places.map(([id, position]) => stage(id, `S${id}`, position));
        if (a && b) expect(isLater([a, b, ...rest], a, b)).toBe(!isLater(rest, b, a));
      }),
    );
  });
});
