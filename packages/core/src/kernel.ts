/** How many leads took so many days from one stage to another, counted between local dates; may be negative. */
export interface Lag {
  readonly days: number;
  /** At least 1. */
  readonly leads: number;
}

/** How many leads the lags were measured on. */
export function leadsOf(lags: readonly Lag[]): bigint {
  return lags.reduce((sum, { leads }) => sum + BigInt(leads), 0n);
}

/** The quotient as the nearest whole number, halves away from zero. The denominator is above 0. */
export function nearestWhole(numerator: bigint, denominator: bigint): bigint {
  if (numerator < 0n) return -nearestWhole(-numerator, denominator);
  return (2n * numerator + denominator) / (2n * denominator);
}

/** Whole amounts by column, then by row. */
export type Cells = readonly (readonly bigint[])[];

/**
 * Fractions of one denominator as whole amounts that still add up, over rows and over columns: each cell is what the
 * rounded running total over the rows so far and the columns so far grows by,
 * `r(i, j) = R(i, j) − R(i − 1, j) − R(i, j − 1) + R(i − 1, j − 1)`. So a row of all columns, a column of all rows, and
 * the whole are each rounded once on its own running total, and no cell is further than 2 from its exact value.
 * @param running by column the numerators of its rows, each the total of the columns up to it
 */
export function roundedCells(running: Cells, denominator: bigint): Cells {
  let before: readonly bigint[] = [];
  return running.map((rows) => {
    const here = steps(rows, denominator);
    const cells = here.map((part, row) => part - (before[row] ?? 0n));
    before = here;
    return cells;
  });
}

/** What the rounded running total over the rows grows by at each. */
function steps(rows: readonly bigint[], denominator: bigint): bigint[] {
  let exact = 0n;
  let rounded = 0n;
  return rows.map((numerator) => {
    exact += numerator;
    const next = nearestWhole(exact, denominator);
    const step = next - rounded;
    rounded = next;
    return step;
  });
}
