/**
 * One figure or a few of one cell. `kind`, the cell and counts name it; floating-point numbers and, where the oracle says
 * `within`, money are compared by size.
 */
export type Row = Readonly<Record<string, unknown>> & { readonly kind: string };

/** Quotients and interpolated times: exact up to the order of floating-point operations. */
const FLOATING = ['mean', 'median', 'p75', 'p90', 'ratio', 'projected', 'attainment', 'pace', 'roi'];

/** Minor units as text. */
const MONEY = ['spend', 'cost', 'value'];

/** What one side answers and the other does not; empty where they agree. */
export function differences(mine: readonly Row[], theirs: readonly Row[]): { mine?: Row; theirs?: Row }[] {
  const [found, wanted] = [byName(mine), byName(theirs)];
  return [...new Set([...found.keys(), ...wanted.keys()])].sort().flatMap((name) => {
    const [a, b] = [found.get(name), wanted.get(name)];
    return agree(a, b) ? [] : [{ ...(a ? { mine: a } : {}), ...(b ? { theirs: b } : {}) }];
  });
}

function byName(rows: readonly Row[]): Map<string, Row> {
  const named = new Map<string, Row>();
  for (const row of rows) {
    const measured = [...FLOATING, ...MONEY, 'within'];
    const fields = Object.entries(row).filter(([field, value]) => !measured.includes(field) && value !== undefined);
    const name = JSON.stringify(fields.sort(([x], [y]) => (x < y ? -1 : 1)));
    if (named.has(name)) throw new Error(`twice in one answer: ${name}`);
    named.set(name, row);
  }
  return named;
}

function agree(a: Row | undefined, b: Row | undefined): boolean {
  const within = Number(b?.within ?? 0);
  if (!a || !b) return isNothing(a ?? b, within);
  // What the oracle does not say may be anything.
  const said = (fields: readonly string[]) => fields.filter((field) => b[field] !== undefined);
  return (
    said(FLOATING).every((field) => isClose(a[field], b[field], (larger) => 1e-9 * Math.max(1, larger))) &&
    said(MONEY).every((field) => isClose(a[field], b[field], () => within))
  );
}

/** A row that holds nothing but money of about nothing need not be there. */
function isNothing(row: Row | undefined, within: number): boolean {
  return within > 0 && row?.entered === 0 && Math.abs(Number(row.spend)) <= within;
}

function isClose(a: unknown, b: unknown, distance: (larger: number) => number): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined || a === null || b === null) return false;
  const [left, right] = [Number(a), Number(b)];
  return Math.abs(left - right) <= distance(Math.max(Math.abs(left), Math.abs(right)));
}
