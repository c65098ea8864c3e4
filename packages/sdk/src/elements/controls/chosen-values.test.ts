import { expect, test } from 'vitest';
import { chosenValues, withChosen } from './chosen-values.js';

test('chooses values of one attribute and leaves the others', () => {
  const filter = { source: { in: ['web'] }, region: { in: ['EU'] } };
  expect(withChosen(filter, 'source', ['ads', null])).toEqual({
    source: { in: ['ads', null] },
    region: { in: ['EU'] },
  });
  expect(withChosen(filter, 'source', [])).toEqual({ region: { in: ['EU'] } });
  expect(filter).toEqual({ source: { in: ['web'] }, region: { in: ['EU'] } });
});

test('keeps what a page leaves out for good', () => {
  const filter = { source: { notIn: ['test'] } };
  const chosen = withChosen(filter, 'source', ['web']);
  expect(chosen).toEqual({ source: { notIn: ['test'], in: ['web'] } });
  expect(withChosen(chosen, 'source', [])).toEqual(filter);
});

test('chooses values of the attributes of a workspace', () => {
  const filter = { attributes: [{ name: 'tier', in: ['A'] }], source: { in: ['web'] } };
  const both = withChosen(filter, 'segment', ['SMB']);
  expect(both.attributes).toEqual([
    { name: 'tier', in: ['A'] },
    { name: 'segment', in: ['SMB'] },
  ]);
  expect(chosenValues(both, 'segment')).toEqual(['SMB']);
  expect(withChosen(withChosen(both, 'segment', []), 'tier', [])).toEqual({ source: { in: ['web'] } });
});

test('tells which are chosen, a missing value too', () => {
  expect(chosenValues({ owner: { in: [null, 'Ann'] } }, 'owner')).toEqual([null, 'Ann']);
  expect(chosenValues({ owner: null }, 'owner')).toEqual([]);
  expect(chosenValues({}, 'tier')).toEqual([]);
});
