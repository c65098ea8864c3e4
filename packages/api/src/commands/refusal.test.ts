import { InvalidInput } from '@leadstage/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isStorable } from '../storable-text.js';
import { refusalOf, thrown } from './refusal.js';

describe('a refusal that is kept', () => {
  it('holds what it quotes in characters that the database has', () => {
    const error = new InvalidInput('UNKNOWN_REPORT', ['a\0', 0], 'There is no report "\0\ud800💥".', 'an id');
    expect(refusalOf(error)).toMatchObject({
      code: 'UNKNOWN_REPORT',
      path: ['a\ufffd', 0],
      message: 'There is no report "\ufffd\ufffd💥".',
    });
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (any, plain) => {
        expect(isStorable(refusalOf(new InvalidInput('X', [], any)).message)).toBe(true);
        expect(refusalOf(new InvalidInput('X', [], plain)).message).toBe(plain.replaceAll('\0', '\ufffd'));
      }),
    );
  });

  it('is thrown again as it was', () => {
    const error = new InvalidInput('UNKNOWN_REPORT', ['id'], 'There is none.');
    const again = thrown(JSON.parse(JSON.stringify(refusalOf(error))));
    expect(again).toBeInstanceOf(InvalidInput);
    expect(refusalOf(again)).toMatchObject(refusalOf(error));
  });
});
