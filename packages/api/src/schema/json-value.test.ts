import { parseValue } from 'graphql';
import { expect, test } from 'vitest';
import { jsonOf, shallowJson } from './json-value.js';

test('JSON may be written out in a query, with variables', () => {
  const written = parseValue('{ all: [{ attribute: "a", atLeast: 5, known: true, in: ["x", null, $more] }, 1.5] }');
  expect(jsonOf(written, { more: 'y' })).toEqual({
    all: [{ attribute: 'a', atLeast: 5, known: true, in: ['x', null, 'y'] }, 1.5],
  });
});

const deep = (levels: number): unknown => Array.from({ length: levels }).reduce((inner) => [inner], 'x');

test('it may be 64 deep', () => {
  expect(shallowJson(deep(64))).toEqual(deep(64));
  expect(() => shallowJson(deep(65))).toThrow('The JSON lies too deep; it takes JSON at most 64 deep.');
  expect(() => shallowJson(deep(100_000)), 'and is not gone down into').toThrow('too deep');
  expect(() => shallowJson(null)).toThrow('There is no JSON');
});
