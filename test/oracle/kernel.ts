import { spendByEntries } from './allocation.js';
import { addDays } from './calendar.js';
import { gather } from './cells.js';
import { fraction, halfAway } from './fractions.js';
import type { CostQuestion, History } from './model.js';
import { type LooseSpendRow, type SpendAnswer, type SpendRow, spend } from './spend.js';

/** What a period, and each bucket, moved back by one lag has spent, and how many leads took that lag. */
interface Moved {
  readonly leads: bigint;
  readonly answer: SpendAnswer;
}

/** Of each lag, what was spent; spread over running totals since the day that the longest lag reaches. */
export function movedSpend(history: History, question: CostQuestion, lags: readonly number[]): Moved[] {
  const since = addDays(question.period.start, -Math.max(...lags));
  return gather(lags.map((lag) => ({ label: lag, item: lag }))).map(({ label: lagDays, items }) => {
    const asked = { ...question, lagDays };
    const answer =
      question.allocation === 'BY_ENTRIES'
        ? spendByEntries(history, asked, question.period, since)
        : spend(history, asked);
    return { leads: BigInt(items.length), answer };
  });
}

/**
 * The mean over leads of what was spent, each lead's by its own lag, as it is shown: whole minor units that add up. The
 * exact amounts stand in a table, a row for each group by name (a missing value last) and at last one for what is in
 * none, a column for each bucket in order; a cell is what the rounded total up to it grows by. The period is a
 * table of one column, and what nobody can say whether it passes the filter one of one row.
 */
export function kernelSpend(history: History, question: CostQuestion, lags: readonly number[]): SpendAnswer {
  const moved = movedSpend(history, question, lags);
  const leads = BigInt(lags.length);
  const rows = summed(
    moved,
    (answer) => answer.rows,
    ({ keys, bucket }) => ({ keys, bucket }),
  );
  const loose = (part: 'unallocated' | 'outsideFilter') =>
    summed(
      moved,
      (answer) => answer[part],
      ({ bucket }) => bucket,
    );
  const hasGroups = (question.by ?? []).length > 0;
  const inNone = hasGroups
    ? loose('unallocated')
    : rows.filter(({ label }) => label.keys.length === 0).map(({ label, amount }) => ({ label: label.bucket, amount }));
  const named = gather(
    rows
      .filter(({ label }) => label.keys.length > 0)
      .map(({ label, amount }) => ({ label: label.keys, item: { label: label.bucket, amount } })),
  ).sort((a, b) => byName(a.label, b.label));
  const table = roundedTable([...named.map(({ items }) => items), inNone], leads);
  const groups = named.flatMap(({ label: keys }, row) => shown(table, row).map((cell) => ({ keys, ...cell })));
  const last = shown(table, named.length);
  const totals = gather([...groups, ...last].map(({ bucket, spend: amount }) => ({ label: bucket, item: amount }))).map(
    ({ label, items }): SpendRow => ({ keys: [], bucket: label, spend: sum(items) }),
  );
  return {
    rows: [...totals.filter((row) => row.spend !== 0n), ...groups],
    unallocated: hasGroups ? last : [],
    outsideFilter: shown(roundedTable([loose('outsideFilter')], leads), 0),
  };
}

interface Amount {
  readonly label: number | null;
  readonly amount: bigint;
}

function summed<Row extends { readonly spend: bigint }, L>(
  moved: readonly Moved[],
  rowsOf: (answer: SpendAnswer) => readonly Row[],
  labelOf: (row: Row) => L,
): { readonly label: L; readonly amount: bigint }[] {
  const weighed = moved.flatMap(({ leads, answer }) =>
    rowsOf(answer).map((row) => ({ label: labelOf(row), item: row.spend * leads })),
  );
  return gather(weighed).map(({ label, items }) => ({ label, amount: sum(items) }));
}

/** By bucket (null: the period), then by row. */
type Table = ReadonlyMap<number | null, readonly bigint[]>;

/** @param rows amounts by bucket; those not there are 0 */
function roundedTable(rows: readonly (readonly Amount[])[], over: bigint): Table {
  const buckets = [...new Set(rows.flat().flatMap(({ label }) => label ?? []))].sort((a, b) => a - b);
  const exact = (row: number, columns: readonly (number | null)[]) =>
    sum((rows[row] ?? []).filter(({ label }) => columns.includes(label)).map(({ amount }) => amount));
  /** The rounded totals of all rows up to each. */
  const totals = (columns: readonly (number | null)[]) => {
    let total = 0n;
    return rows.map((_, row) => {
      total += exact(row, columns);
      return halfAway(fraction(total, over));
    });
  };
  const table = new Map<number | null, readonly bigint[]>();
  const grown = (now: readonly bigint[], before: readonly bigint[]) =>
    now.map((total, row) => total - (now[row - 1] ?? 0n) - ((before[row] ?? 0n) - (before[row - 1] ?? 0n)));
  table.set(null, grown(totals([null]), []));
  let before: readonly bigint[] = [];
  buckets.forEach((bucket, index) => {
    const now = totals(buckets.slice(0, index + 1));
    table.set(bucket, grown(now, before));
    before = now;
  });
  return table;
}

function shown(table: Table, row: number): LooseSpendRow[] {
  const cells = [...table].map(([bucket, column]) => ({ bucket, spend: column[row] ?? 0n }));
  return cells.filter((cell) => cell.spend !== 0n);
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}

/** By name, attribute after attribute, the missing value last. */
function byName(a: readonly (string | null)[], b: readonly (string | null)[]): number {
  const index = a.findIndex((value, place) => value !== b[place]);
  const [left, right] = [a[index] ?? null, b[index] ?? null];
  if (left === null) return right === null ? 0 : 1;
  return right === null || left < right ? -1 : 1;
}
