import { type Cells, type Lag, leadsOf, roundedCells } from '../../kernel.js';
import type { Frame, GroupKeys } from '../../report.js';
import { memoized } from './memoized.js';
import type { SpendRun } from './spend-run.js';
import { type Day, daysOf } from './stretches.js';

/** Spend as it is shown, in minor units, by bucket; null: the whole period. */
export interface SpendTable {
  /** Of a group; null: the total, which is what all groups and the unallocated come to. */
  readonly spend: (bucket: number | null, keys: GroupKeys | null) => bigint;
  readonly unallocated: (bucket: number | null) => bigint;
  readonly outside: (bucket: number | null) => bigint;
  /** By lag: what the period moved back by it has spent. */
  readonly byLag: (keys: GroupKeys | null) => readonly bigint[];
}

/** Spend moved by lags, each weighing as much as leads took it. */
export function weighedTable(run: SpendRun, lags: readonly Lag[], frame: Frame): SpendTable {
  const [start, end] = daysOf(frame.period);
  const ends = frame.buckets.map((bucket) => daysOf(bucket)[1]);
  const accrual = run.from(start - Math.max(...lags.map(({ days }) => days)));
  const weighed = (read: (until: Day) => readonly bigint[]) => {
    const at = memoized((until: Day) => {
      const sums = lags.reduce<bigint[]>((sums, { days, leads }) => {
        read(until - days).forEach((amount, row) => {
          sums[row] = (sums[row] ?? 0n) + BigInt(leads) * amount;
        });
        return sums;
      }, []);
      return sums;
    });
    const since = (until: Day) => at(until).map((amount, row) => amount - (at(start)[row] as bigint));
    const cells = (columns: readonly Day[]) => roundedCells(columns.map(since), leadsOf(lags));
    return { period: cells([end])[0] as readonly bigint[], buckets: cells(ends) };
  };
  const steps = lags.map(({ days }) => {
    const before = accrual.parts(start - days);
    return accrual.parts(end - days).map((amount, row) => amount - (before[row] as bigint));
  });
  return tableOf(
    run,
    weighed(accrual.parts),
    weighed((until) => [accrual.outside(until)]),
    steps,
  );
}

/** Spend of the last days before each end, moved back by a lag. */
export function rollingTable(run: SpendRun, lagDays: number, rollingDays: number, frame: Frame): SpendTable {
  const cellAt = (end: Day) => {
    const accrual = run.from(end - rollingDays - lagDays);
    return { parts: accrual.parts(end - lagDays), outside: [accrual.outside(end - lagDays)] };
  };
  const period = cellAt(daysOf(frame.period)[1]);
  const buckets = frame.buckets.map((bucket) => cellAt(daysOf(bucket)[1]));
  return tableOf(
    run,
    { period: period.parts, buckets: buckets.map(({ parts }) => parts) },
    { period: period.outside, buckets: buckets.map(({ outside }) => outside) },
    [],
  );
}

interface Columns {
  readonly period: readonly bigint[];
  readonly buckets: Cells;
}

function tableOf({ groups }: SpendRun, parts: Columns, outside: Columns, byLag: Cells): SpendTable {
  const rows = new Map(groups.map((keys, row) => [JSON.stringify(keys), row]));
  const column = ({ period, buckets }: Columns, bucket: number | null) =>
    bucket === null ? period : (buckets[bucket] as readonly bigint[]);
  const read = (amounts: readonly bigint[], keys: GroupKeys | null) => {
    if (keys === null) return amounts.reduce((sum, amount) => sum + amount, 0n);
    return amounts[rows.get(JSON.stringify(keys)) ?? -1] ?? 0n;
  };
  return {
    spend: (bucket, keys) => read(column(parts, bucket), keys),
    unallocated: (bucket) => column(parts, bucket)[groups.length] as bigint,
    outside: (bucket) => column(outside, bucket)[0] as bigint,
    byLag: (keys) => byLag.map((amounts) => read(amounts, keys)),
  };
}
