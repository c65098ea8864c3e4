import { minorUnits, type StandingMeasure, type ValueMeasure } from '@leadstage/core';
import type { Asked } from './asked.js';
import { selectCells } from './cells.js';
import { LEAD_FACT } from './facts.js';
import { dimensions, filterConditions, keyColumns, LEAD_FACT_AS_KNOWN, leadRows } from './lead-rows.js';
import { conjunction, empty, instantParameter, type Sql, sql } from './sql.js';

/** How many carry a value, and its sum. */
const WORTH = [sql`count(worth)`, sql`coalesce(sum(worth), 0)::text`];

export function valueCells(asked: Asked<ValueMeasure>): Sql {
  const { position, measure, frame } = asked;
  return selectCells({
    measure: position,
    frame,
    keys: frame.by.length,
    rows: leadRows(asked, { stage: measure.stage, columns: sql`${worth(frame.currency)} AS worth` }),
    values: WORTH,
  });
}

export function standingCells({ position, measure, frame, workspace, source }: Asked<StandingMeasure>): Sql {
  const known = source === 'RECORD';
  return selectCells({
    measure: position,
    frame: { ...frame, buckets: [] },
    keys: frame.by.length,
    rows: sql`
      SELECT ${worth(frame.currency)} AS worth${keyColumns(frame)}
      FROM ${known ? LEAD_FACT_AS_KNOWN : LEAD_FACT} f
      ${dimensions(frame, 'f')}
      WHERE f.workspace_id = ${workspace.id}::uuid ${known ? empty : sql`AND f.generation = ${workspace.generation}`}
        AND f.stage_id = ANY(${[...measure.stages]}::smallint[]) AND f.stage_since <= ${instantParameter(frame.asOf)}
        AND ${conjunction(filterConditions(frame))}`,
    values: WORTH,
  });
}

/** The lead's value in minor units; numeric rounds halves away from zero. */
function worth(currency: string): Sql {
  return sql`round(f.value * ${10 ** minorUnits(currency)}::int)`;
}
