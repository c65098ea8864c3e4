import { InvalidInput } from '@leadstage/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Place, placeStage } from './place-stage.js';
import { LADDER, version } from './testing.js';

const crowded = [version('MQL', { position: 30 }), version('SQL', { position: 31 })];
const edge = [version('MQL', { position: 2_147_483_640 })];

describe('the place of a stage', () => {
  it.each<[string, Place, number | undefined, number | undefined]>([
    ['is not said', {}, 35, undefined],
    ['is a position', { position: 35 }, undefined, 35],
    ['may be below zero', { position: -7 }, undefined, -7],
    ['is halfway after another', { after: 'MQL' }, undefined, 35],
    ['is halfway before another', { before: 'MQL' }, undefined, 25],
    ['is above the last', { after: 'CUSTOMER' }, undefined, 70],
    ['is below the first', { before: 'CONTACT' }, undefined, 0],
    ['is named by an alias, in any case', { after: 'sqo' }, undefined, 55],
    ['stays where it stands there already', { after: 'MQL' }, 33, 33],
    ['moves where it does not', { after: 'MQL' }, 45, 35],
  ])('%s', (_, place, present, position) => {
    expect(placeStage(LADDER, place, present)).toBe(position);
  });

  it.each<[string, readonly (typeof LADDER)[number][], Place, string, RegExp]>([
    ['two ways', LADDER, { position: 1, after: 'MQL' }, 'AMBIGUOUS_POSITION position', /one of/],
    ['half a step', LADDER, { position: 1.5 }, 'INVALID_POSITION position', /whole number/],
    ['too far', LADDER, { position: 2 ** 31 }, 'INVALID_POSITION position', /whole number/],
    ['taken', LADDER, { position: 30 }, 'POSITION_TAKEN position', /MQL stands at position 30/],
    ['unknown neighbour', LADDER, { before: 'SAL' }, 'UNKNOWN_STAGE before', /CONTACT, LEAD/],
    ['no room', crowded, { after: 'MQL' }, 'NO_ROOM after', /MQL \(30\) and SQL \(31\)/],
    ['no room at the end', edge, { after: 'MQL' }, 'NO_ROOM after', /MQL/],
  ])('is refused: %s', (_, others, place, where, message) => {
    let refused: unknown;
    try {
      placeStage(others, place, undefined);
    } catch (error) {
      refused = error;
    }
    expect(refused).toBeInstanceOf(InvalidInput);
    const { code, path, message: told } = refused as InvalidInput;
    expect(`${code} ${path.join('.')}`).toBe(where);
    expect(told).toMatch(message);
  });

  it('lies between the neighbours, or there is no whole number between them', () => {
    const positions = fc.uniqueArray(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(positions, fc.nat(5), fc.boolean(), (given, which, after) => {
        const keys = ['CONTACT', 'LEAD', 'MQL', 'SQL', 'QSO', 'CUSTOMER'];
        const sorted = [...given].sort((a, b) => a - b);
        const others = sorted.map((position, index) => version(keys[index]!, { position }));
        const at = which % others.length;
        const [low, high] = after ? [sorted[at], sorted[at + 1]] : [sorted[at - 1], sorted[at]];
        const place = { [after ? 'after' : 'before']: others[at]!.key };
        if (low !== undefined && high !== undefined && high - low === 1) {
          expect(() => placeStage(others, place, undefined)).toThrow(/no whole number/);
          return;
        }
        const position = placeStage(others, place, undefined)!;
        expect(Number.isInteger(position)).toBe(true);
        if (low !== undefined) expect(position).toBeGreaterThan(low);
        if (high !== undefined) expect(position).toBeLessThan(high);
      }),
    );
  });
});
