import { expect, test } from 'vitest';
import { piecesOf } from './parts-bar.js';

test('pieces lie side by side, as long as what they count, with a gap between them', () => {
  expect(piecesOf([50, 25, 25], 200)).toEqual([
    { x: 0, width: 98 },
    { x: 100, width: 48 },
    { x: 150, width: 48 },
  ]);
});

test('nothing is as wide as nothing, and little is seen', () => {
  expect(piecesOf([0, 1, 9_999], 200)).toEqual([
    { x: 0, width: 0 },
    { x: 0, width: 1 },
    { x: 0.02, width: expect.closeTo(197.98, 6) },
  ]);
  expect(piecesOf([0, 0], 200)).toEqual([
    { x: 0, width: 0 },
    { x: 0, width: 0 },
  ]);
});
