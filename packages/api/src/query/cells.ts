import type { Frame } from '@leadstage/core';
import { dateParameter, join, raw, type Sql, sql } from './sql.js';

export interface CellQuery {
  /** Position of the measure in the question. */
  readonly measure: number;
  readonly frame: Frame;
  /** Number of `by` attributes that `rows` yields as k0, k1, k2; 0 for a measure that knows no groups. */
  readonly keys: number;
  /** Yields `bucket` (from 0), the keys, and whatever `values` reads. */
  readonly rows: Sql;
  /** The aggregates of one cell. */
  readonly values: readonly Sql[];
  /** Leave the total out. */
  readonly groupsOnly?: boolean;
}

/** One row per cell: the total and each group, over the period and over each bucket, in a single pass. */
export function selectCells({ measure, frame, keys, rows, values, groupsOnly }: CellQuery): Sql {
  const names = Array.from({ length: keys }, (_, index) => `k${index}`);
  const groups = names.length > 0 ? [names, ['bucket', ...names]] : [];
  const totals = groupsOnly ? [] : [[], ['bucket']];
  const sets = [...totals, ...groups].filter((set) => frame.buckets.length > 0 || !set.includes('bucket'));
  const inBucket = raw(frame.buckets.length > 0 ? 'CASE WHEN grouping(bucket) = 0 THEN bucket END' : 'NULL::int');
  const key = raw(
    names.length > 0 ? `CASE WHEN grouping(k0) = 0 THEN ARRAY[${names.join(', ')}]::text[] END` : 'NULL::text[]',
  );
  return sql`
    SELECT ${measure}::int AS measure, ${inBucket} AS bucket, ${key} AS keys, jsonb_build_array(${join(values)}) AS values,
      count(*) AS rows
    FROM (${rows}) cell
    GROUP BY GROUPING SETS (${raw(sets.map((set) => `(${set.join(', ')})`).join(', '))})`;
}

/** The buckets of a question: those of the series, or the whole period as the only one. */
export function bucketsOrPeriod({ period, buckets }: Frame): Frame['buckets'] {
  return buckets.length > 0 ? buckets : [period];
}

/** Number of the bucket that a date column falls into, from 0. */
export function bucketOfDate(frame: Frame, column: Sql): Sql {
  const starts = bucketsOrPeriod(frame).map((bucket) => bucket.start);
  return sql`width_bucket(${column}, ${starts}::date[]) - 1`;
}

export function isWithin(frame: Frame, column: Sql): Sql {
  return sql`${column} >= ${dateParameter(frame.period.start)} AND ${column} < ${dateParameter(frame.period.end)}`;
}
