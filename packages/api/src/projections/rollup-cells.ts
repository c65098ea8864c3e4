import { addDays, dateOf, startsOfDates } from '@leadstage/core';
import { enteredColumn } from '../query/facts.js';
import { rollupLadder } from '../query/source.js';
import { dateParameter, instantsParameter, raw, type Sql, sql } from '../query/sql.js';
import type { Projection } from './projection.js';

/**
 * The CTEs `day_cell` and `month_cell`: leads by the local date of their first entry into a base stage and by a stage
 * at or above it. `source` yields the lead fact's columns and a `sign`. Dates are told by their first instants, never
 * by the database's own time-zone arithmetic.
 */
export function cells(projection: Projection, source: Sql): Sql {
  const days = localDays(projection);
  const ladder = rollupLadder(projection.definitions);
  const pairs = ladder.flatMap((base, index) => ladder.slice(index).map((stage) => pairOf(base.id, stage.id)));
  return sql`
    day_start AS MATERIALIZED (SELECT ${instantsParameter(days.starts)} AS starts),
    base_cell AS (
      SELECT c.sign, c.segment_id, pair.base_id, pair.stage_id,
        ${dateParameter(days.first)} + width_bucket(pair.at, (SELECT starts FROM day_start)) - 1 AS day
      FROM (${source}) c
      CROSS JOIN LATERAL (VALUES ${raw(pairs.join(', '))}) AS pair (base_id, stage_id, at)
      WHERE pair.at IS NOT NULL
    ),
    segment_day_cell AS MATERIALIZED (
      SELECT day, segment_id, base_id, stage_id, sum(sign)::int AS leads
      FROM base_cell GROUP BY day, segment_id, base_id, stage_id HAVING sum(sign) <> 0
    ),
    day_cell AS (
      SELECT day, base_id, stage_id, sum(leads)::int AS leads
      FROM segment_day_cell GROUP BY day, base_id, stage_id HAVING sum(leads) <> 0
    ),
    month_cell AS (
      SELECT date_trunc('month', day::timestamp)::date AS month, segment_id, base_id, stage_id, sum(leads)::int AS leads
      FROM segment_day_cell GROUP BY 1, segment_id, base_id, stage_id HAVING sum(leads) <> 0
    )`;
}

/** The entry into the base stage, where the lead reached the other one too. */
function pairOf(base: number, stage: number): string {
  const at = enteredColumn(base);
  return `(${base}, ${stage}, CASE WHEN c.${enteredColumn(stage)} IS NOT NULL THEN c.${at} END)`;
}

/** The local dates that the workspace's record spans, by their first instants, in the zone its rollups are cut in. */
function localDays(projection: Projection) {
  const { earliestOccurredAt, latestOccurredAt, rollupTimeZone } = projection;
  const first = dateOf(earliestOccurredAt ?? 0, rollupTimeZone);
  const last = addDays(dateOf(latestOccurredAt ?? 0, rollupTimeZone), 1);
  return { first, starts: startsOfDates(first, last, rollupTimeZone) };
}
