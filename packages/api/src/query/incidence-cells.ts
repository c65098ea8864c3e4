import type { IncidenceMeasure } from '@leadstage/core';
import { unitRows } from './account-facts.js';
import type { Asked } from './asked.js';
import { selectTallies } from './cells.js';
import { entered, isExplicit } from './facts.js';
import { conjunction, instantParameter, type Sql, sql } from './sql.js';

/** Each of the cohort in one place: it reached the stage, was out, was watched to the end with neither, or was not. */
export function incidenceCells(asked: Asked<IncidenceMeasure>): Sql {
  const { position, measure, frame } = asked;
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
  return selectTallies({
    measure: position,
    frame,
    keys: frame.by.length,
    rows: unitRows(unit, asked, {
      stage: base,
      stages: [stage],
      columns: sql`
        CASE WHEN ${reached} THEN ${toStage} WHEN ${out} THEN ${toOut} WHEN ${watched} < ${within}::bigint THEN ${watched} END AS label,
        CASE WHEN ${reached} THEN 0 WHEN ${out} THEN 1 ELSE 2 END AS fate`,
      conditions: explicitOnly ? [isExplicit('f', base)] : [],
    }),
    counts: [0, 1, 2].map((fate) => sql`count(*) FILTER (WHERE fate = ${fate})`),
  });
}

/** Whole milliseconds from the entry into the base stage to an instant; one that lies before it counts as at it. */
function sinceEntry(instant: Sql, base: number): Sql {
  return sql`greatest(0, round(date_part('epoch', ${instant} - ${entered('f', base)}) * 1000)::bigint)`;
}
