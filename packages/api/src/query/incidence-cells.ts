import type { IncidenceMeasure } from '@leadstage/core';
import { unitRows } from './account-facts.js';
import type { Asked, Counting } from './asked.js';
import { selectLetters } from './cells.js';
import { entered, isExplicit } from './facts.js';
import { conjunction, instantParameter, join, raw, type Sql, sql } from './sql.js';

/** Each of the cohort in one place: it reached the stage, was out, was watched to the end with neither, or was not. */
export function incidenceCells(asked: Asked<IncidenceMeasure>): Sql {
  const { position, frame } = asked;
  return selectLetters({
    measure: position,
    frame,
    keys: frame.by.length,
    rows: incidenceRows(asked),
    counts: [0, 1, 2].map((fate) => sql`count(*) FILTER (WHERE fate = ${fate})`),
    letters: LETTERS,
  });
}

/** The cohort, each with its `fate` (reached, out, neither) and when as `label`, and `columns` of `f`. */
export function incidenceRows(asked: Counting<IncidenceMeasure>, columns: readonly Sql[] = []): Sql {
  const { measure, frame } = asked;
  const { unit, base, stage, within, explicitOnly } = measure;
  const asOf = instantParameter(frame.asOf);
  const toStage = sinceEntry(entered('f', stage), base);
  const toOut = sinceEntry(sql`f.out_at`, base);
  const watched = sinceEntry(asOf, base);
  const entry = conjunction([
    sql`${entered('f', stage)} <= ${asOf}`,
    ...(explicitOnly ? [isExplicit('f', stage)] : []),
  ]);
  const reached = sql`${entry} AND ${toStage} <= ${within}::bigint`;
  // Who reached the stage, if too late, was not finally out before that, even if rejected into it.
  // `greatest` passes over nulls: without the first condition, who is not out would be so at once.
  const out = sql`f.out_at IS NOT NULL AND (${entry}) IS NOT TRUE AND ${toOut} <= ${within}::bigint`;
  const label = sql`
    CASE WHEN ${reached} THEN ${toStage} WHEN ${out} THEN ${toOut} WHEN ${watched} < ${within}::bigint THEN ${watched} END AS label`;
  const fate = sql`CASE WHEN ${reached} THEN 0 WHEN ${out} THEN 1 ELSE 2 END AS fate`;
  return unitRows(unit, asked, {
    stage: base,
    stages: [stage],
    columns: join([label, fate, ...columns]),
    conditions: explicitOnly ? [isExplicit('f', base)] : [],
  });
}

/** Of such a row: whether nothing can change any more about it; only who reached nothing and was watched to the end has no label. */
export const IS_MATURE = raw('(fate <> 2 OR label IS NULL)');

/**
 * Of those who have one time in common, `n0` that reached the stage, `n1` that were out and `n2` that were lost to view. A
 * letter each takes a twentieth of what counts by time take on the way to core, which needs but their order.
 */
const LETTERS = raw(`
  CASE WHEN n0 > 0 THEN 'R' WHEN n1 > 0 THEN 'O' ELSE '' END
  || repeat('r', n0::int - 1) || repeat('o', n1::int - (n0 = 0)::int)
  || repeat(CASE label WHEN 0 THEN 'N' ELSE 'L' END, n2::int)`);

/** Whole milliseconds from the entry into the base stage to an instant; one that lies before it counts as at it. */
function sinceEntry(instant: Sql, base: number): Sql {
  return sql`greatest(0, round(date_part('epoch', ${instant} - ${entered('f', base)}) * 1000)::bigint)`;
}
