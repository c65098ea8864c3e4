import { describe, expect, test } from 'vitest';
import { fitted, widthOf } from './fit-text.js';

describe('fitted', () => {
  test('leaves alone what has room', () => {
    expect(fitted('Wanda', 60)).toBe('Wanda');
  });

  test('ends in an ellipsis where it has none, and has room then', () => {
    const text = fitted('Accepted by sales in the second quarter', 120);
    expect(text).toMatch(/^Accepted by .*\S…$/);
    expect(widthOf(text)).toBeLessThanOrEqual(120);
  });

  test('counts a full-width glyph as wide as the font is high', () => {
    expect(widthOf('受入率', 12)).toBe(36);
    expect(fitted('マーケティング', 50)).toBe('マーケ…');
  });

  test('keeps a first glyph however little room there is, and does not cut it in two', () => {
    expect(fitted('𠮷野家', 1)).toBe('𠮷…');
  });

  test('takes the first wording that has room', () => {
    expect(fitted(['75 % within', '75 %'], 100)).toBe('75 % within');
    expect(fitted(['75 % within', '75 %'], 40)).toBe('75 %');
  });
});
