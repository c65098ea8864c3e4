import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestWhole, roundedCells } from './kernel.js';

const sum = (parts: readonly bigint[]) => parts.reduce((all, part) => all + part, 0n);

describe('nearestWhole', () => {
  it.each([
    [1n, 2n, 1n],
    [-1n, 2n, -1n],
    [1n, 3n, 0n],
    [2n, 3n, 1n],
    [-5n, 3n, -2n],
    [0n, 7n, 0n],
  ])('%i/%i is %i', (numerator, denominator, whole) => {
    expect(nearestWhole(numerator, denominator)).toBe(whole);
  });
});

describe('roundedCells', () => {
  it('three thirds of 1 are 0, 1, 0: what the total grows by', () => {
    expect(roundedCells([[1n, 1n, 1n]], 3n)).toEqual([[0n, 1n, 0n]]);
    // The same as three buckets of one row, of which the running total is given.
    expect(roundedCells([[1n], [2n], [3n]], 3n)).toEqual([[0n], [1n], [0n]]);
  });

  // By hand: cells a half each, so 1 and 0 in the first column (0.5 is 1, 1 is 1), and the other way round in the second.
  it('four halves are 2', () => {
    expect(
      roundedCells(
        [
          [1n, 1n],
          [2n, 2n],
        ],
        2n,
      ),
    ).toEqual([
      [1n, 0n],
      [0n, 1n],
    ]);
  });

  it('rows, columns and the whole are each their exact running total, rounded; cells are near', () => {
    const table = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 6 })).chain(([rows, columns]) =>
      fc.array(fc.array(fc.bigInt(-10_000n, 10_000n), { minLength: rows, maxLength: rows }), {
        minLength: columns,
        maxLength: columns,
      }),
    );
    fc.assert(
      fc.property(table, fc.bigInt(1n, 97n), (exact, denominator) => {
        const running = exact.map((_, column) =>
          exact[column]!.map((_, row) => sum(exact.slice(0, column + 1).map((cells) => cells[row]!))),
        );
        const cells = roundedCells(running, denominator);
        for (let column = 0; column < exact.length; column += 1) {
          for (let row = 0; row < exact[column]!.length; row += 1) {
            const block = cells.slice(0, column + 1).flatMap((each) => each.slice(0, row + 1));
            const exactBlock = exact.slice(0, column + 1).flatMap((each) => each.slice(0, row + 1));
            expect(sum(block)).toBe(nearestWhole(sum(exactBlock), denominator));
            const off = cells[column]![row]! * denominator - exact[column]![row]!;
            expect(off <= 2n * denominator && -off <= 2n * denominator).toBe(true);
          }
        }
      }),
    );
  });
});
