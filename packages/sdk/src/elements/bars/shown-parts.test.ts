import { expect, test } from 'vitest';
import { shownParts } from './shown-parts.js';

const ALL = ['decisions', 'reasons', 'goals'] as const;

test.each([
  [null, ALL],
  ['', ALL],
  ['goals', ['goals']],
  ['goals decisions', ['decisions', 'goals']],
  ['reasons,goals|pace', ['reasons', 'goals']],
  ['nonsense', ALL],
])('%j', (list, shown) => {
  expect(shownParts(list, ALL)).toEqual(shown);
});
