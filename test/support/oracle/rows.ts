/** One figure or a few of one cell. `kind`, the cell, counts and money name it; floating-point numbers are compared by size. */
export type Row = Readonly<Record<string, unknown>> & { readonly kind: string };

/** Quotients, interpolated times and ends of intervals: exact up to the order of floating-point operations. */
const FLOATING = [
  ...['mean', 'median', 'p75', 'p90', 'ratio', 'projected', 'attainment', 'pace', 'roi', 'low', 'high', 'share'],
  ...['meanOfEnded', 'openMedian', 'openLongest', 'lagSeconds', 'number', 'z', 'p', 'adjustedP', 'leadsLost'],
  ...['mixEffect', 'rateEffect', 'change'],
];

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
    const fields = Object.entries(row).filter(([field, value]) => !FLOATING.includes(field) && value !== undefined);
    const name = JSON.stringify(fields.sort(([x], [y]) => (x < y ? -1 : 1)));
    if (named.has(name)) throw new Error(`twice in one answer: ${name}`);
    named.set(name, row);
  }
  return named;
}

function agree(a: Row | undefined, b: Row | undefined): boolean {
  // What the oracle does not say may be anything.
  if (!a || !b) return false;
  return FLOATING.filter((field) => b[field] !== undefined).every((field) => isNear(a[field], b[field]));
}

/** To nine digits; what is about nothing, to fourteen decimals. */
export function isNear(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined || a === null || b === null) return false;
  const [left, right] = [Number(a), Number(b)];
  return Math.abs(left - right) <= Math.max(1e-14, 1e-9 * Math.max(Math.abs(left), Math.abs(right)));
}
