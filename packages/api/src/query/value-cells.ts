import { minorUnits, type StandingMeasure, type ValueMeasure } from '@leadstage/core';
import type { Asked, Counting } from './asked.js';
import { selectCells } from './cells.js';
import { LEAD_FACT } from './facts.js';
import { dimensions, filterConditions, keyColumns, LEAD_FACT_AS_KNOWN, leadRows } from './lead-rows.js';
import { conjunction, empty, instantParameter, join, raw, type Sql, sql } from './sql.js';

/** Of a row: whether the lead carries a value. */
export const IS_WORTH = raw('worth IS NOT NULL');

/** How many carry one, and its sum. */
const WORTH = [sql`count(*) FILTER (WHERE ${IS_WORTH})`, sql`coalesce(sum(worth), 0)::text`];

export function valueCells(asked: Asked<ValueMeasure>): Sql {
  const { position, frame } = asked;
  return selectCells({
    measure: position,
    frame,
    keys: frame.by.length,
    rows: valueRows(asked),
    values: WORTH,
  });
}

/** Leads, each with what it is `worth`, null where it carries no value, and `columns` of `f`. */
export function valueRows(asked: Counting<ValueMeasure>, columns: readonly Sql[] = []): Sql {
  return leadRows(asked, { stage: asked.measure.stage, columns: join([worth(asked.frame.currency), ...columns]) });
}

export function standingCells(asked: Asked<StandingMeasure>): Sql {
  const { position, frame } = asked;
  return selectCells({
    measure: position,
    frame: { ...frame, buckets: [] },
    keys: frame.by.length,
    rows: standingRows(asked),
    values: WORTH,
  });
}

/** The same of the leads that stand in one of the stages. */
export function standingRows(
  { measure, frame, workspace, source }: Counting<StandingMeasure>,
  columns: readonly Sql[] = [],
): Sql {
  const known = source === 'RECORD';
  return sql`
    SELECT ${join([worth(frame.currency), ...columns])}${keyColumns(frame)}
    FROM ${known ? LEAD_FACT_AS_KNOWN : LEAD_FACT} f
    ${dimensions(frame, 'f')}
    WHERE f.workspace_id = ${workspace.id}::uuid ${known ? empty : sql`AND f.generation = ${workspace.generation}`}
      AND f.stage_id = ANY(${[...measure.stages]}::smallint[]) AND f.stage_since <= ${instantParameter(frame.asOf)}
      AND ${conjunction(filterConditions(frame))}`;
}

/** The lead's value in minor units; numeric rounds halves away from zero. */
function worth(currency: string): Sql {
  return sql`round(f.value * ${10 ** minorUnits(currency)}::int) AS worth`;
}
