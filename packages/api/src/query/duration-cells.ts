import type { DurationMeasure } from '@leadstage/core';
import type { Asked, Counting } from './asked.js';
import { selectCells } from './cells.js';
import { entered, isExplicit } from './facts.js';
import { leadRows } from './lead-rows.js';
import { conjunction, instantParameter, join, raw, type Sql, sql } from './sql.js';
import { staircase, workedBetween } from './working-time-sql.js';

/** One aggregate, asked three times: written alike, it is computed once. */
const QUANTILES = raw('to_jsonb(percentile_cont(ARRAY[0.5, 0.75, 0.9]) WITHIN GROUP (ORDER BY duration))');

export function durationCells(asked: Asked<DurationMeasure>): Sql {
  const { position, measure, frame } = asked;
  const { bounds } = measure;
  const classes = [...bounds, null].map((upper, index) => classSize(bounds[index - 1] ?? null, upper));
  return selectCells({
    measure: position,
    frame,
    keys: frame.by.length,
    rows: durationRows(asked),
    values: [
      sql`count(*)`,
      sql`coalesce(sum(round(duration)::bigint), 0)::text`,
      ...[0, 1, 2].map((index) => sql`${QUANTILES} -> ${index}::int`),
      ...classes,
    ],
  });
}

/**
 * Leads with both entries explicit and by `asOf`, each with its `duration` in milliseconds on the clock asked for, and
 * `columns` of `f`.
 */
export function durationRows(asked: Counting<DurationMeasure>, columns: readonly Sql[] = []): Sql {
  const { from, to, basis, clock } = asked.measure;
  const [start, end] = [entered('f', from), entered('f', to)];
  const lead = {
    stage: basis === 'TO' ? to : from,
    conditions: [
      isExplicit('f', from),
      isExplicit('f', to),
      sql`${start} <= ${instantParameter(asked.frame.asOf)}`,
      sql`${end} <= ${instantParameter(asked.frame.asOf)}`,
    ],
  };
  if (clock === null) {
    // Whole milliseconds in a double are exact, and sort twice as fast as intervals.
    const duration = sql`date_part('epoch', ${end} - ${start}) * 1000 AS duration`;
    return leadRows(asked, { ...lead, columns: join([duration, ...columns]) });
  }
  // OFFSET 0 has each duration worked out once; else every aggregate would do so for itself.
  return sql`
    SELECT timed.*, round(${workedBetween('clock', raw('timed.start_at'), raw('timed.end_at'))}) AS duration
    FROM (${leadRows(asked, { ...lead, columns: join([sql`${start} AS start_at, ${end} AS end_at`, ...columns]) })}) timed
    CROSS JOIN (SELECT ${staircase(clock)}) clock
    OFFSET 0`;
}

/** Open below in the first class: where an own stage came later than the one above it, a duration can be negative. */
function classSize(lower: number | null, upper: number | null): Sql {
  const limits: Sql[] = [];
  if (lower !== null) limits.push(sql`duration >= ${lower}::float8`);
  if (upper !== null) limits.push(sql`duration < ${upper}::float8`);
  return limits.length === 0 ? sql`count(*)` : sql`count(*) FILTER (WHERE ${conjunction(limits)})`;
}
