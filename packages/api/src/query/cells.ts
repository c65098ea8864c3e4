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
  const { inBucket, inGroup, sets } = cellsOf(frame, keys, groupsOnly);
  return sql`
    SELECT ${measure}::int AS measure, ${inBucket} AS bucket, ${inGroup} AS keys, jsonb_build_array(${join(values)}) AS values,
      count(*) AS rows
    FROM (${rows}) cell
    GROUP BY GROUPING SETS (${setsOf(sets)})`;
}

export interface TallyQuery extends Omit<CellQuery, 'values'> {
  /** The counts of one label of one cell; `rows` yields it as `label`. */
  readonly counts: readonly Sql[];
}

/** The same with one value, a tally: `[label, count, …]` per label, ascending, null last. */
export function selectTallies(query: TallyQuery): Sql {
  const tally = sql`jsonb_agg(jsonb_build_array(label, ${join(namesOf(query))}) ORDER BY label)`;
  return selectByLabel(query, [tally]);
}

export interface LettersQuery extends TallyQuery {
  /** The letters of one label of one cell, of its `label` and its counts `n0`, `n1` … */
  readonly letters: Sql;
}

/** The same with two values: the letters of all labels but null, ascending, and the last of the counts where it is null. */
export function selectLetters(query: LettersQuery): Sql {
  return selectByLabel(query, [
    sql`coalesce(string_agg(${query.letters}, '' ORDER BY label) FILTER (WHERE label IS NOT NULL), '')`,
    sql`coalesce(sum(${namesOf(query).at(-1) as Sql}) FILTER (WHERE label IS NULL), 0)`,
  ]);
}

function namesOf({ counts }: TallyQuery): Sql[] {
  return counts.map((_, index) => raw(`n${index}`));
}

/** @param values the aggregates of one cell, over its labels */
function selectByLabel(query: TallyQuery, values: readonly Sql[]): Sql {
  const { measure, frame, keys, rows, counts, groupsOnly } = query;
  const { inBucket, inGroup, sets } = cellsOf(frame, keys, groupsOnly);
  const columns = namesOf(query).map((name, index) => sql`${counts[index] as Sql} AS ${name}`);
  return sql`
    SELECT ${measure}::int AS measure, in_bucket AS bucket, in_group AS keys, jsonb_build_array(${join(values)}) AS values,
      sum(rows)::bigint AS rows
    FROM (
      SELECT ${inBucket} AS in_bucket, ${inGroup} AS in_group, label, ${join(columns)}, count(*) AS rows
      FROM (${rows}) cell
      GROUP BY GROUPING SETS (${setsOf(sets.map((set) => [...set, 'label']))})
    ) tallied
    GROUP BY in_bucket, in_group`;
}

function cellsOf(frame: Frame, keys: number, groupsOnly: boolean | undefined) {
  const names = Array.from({ length: keys }, (_, index) => `k${index}`);
  const groups = names.length > 0 ? [names, ['bucket', ...names]] : [];
  const totals = groupsOnly ? [] : [[], ['bucket']];
  return {
    sets: [...totals, ...groups].filter((set) => frame.buckets.length > 0 || !set.includes('bucket')),
    inBucket: raw(frame.buckets.length > 0 ? 'CASE WHEN grouping(bucket) = 0 THEN bucket END' : 'NULL::int'),
    inGroup: raw(
      names.length > 0 ? `CASE WHEN grouping(k0) = 0 THEN ARRAY[${names.join(', ')}]::text[] END` : 'NULL::text[]',
    ),
  };
}

function setsOf(sets: readonly (readonly string[])[]): Sql {
  return raw(sets.map((set) => `(${set.join(', ')})`).join(', '));
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
