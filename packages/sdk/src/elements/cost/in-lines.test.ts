import { describe, expect, test } from 'vitest';
import { inLines } from './in-lines.js';

describe('inLines', () => {
  test('breaks at blanks and puts the rest in the last line', () => {
    expect(inLines('Qualified sales opportunity', 72, 3)).toEqual(['Qualified', 'sales', 'opportunity']);
    expect(inLines('Qualified sales opportunity', 110, 3)).toEqual(['Qualified sales', 'opportunity']);
    expect(inLines('one two three four five', 30, 2)).toHaveLength(2);
    expect(inLines('Lead', 10, 1)).toEqual(['L…']);
  });
});
