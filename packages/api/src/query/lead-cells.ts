import type { EnteredMeasure, ReachedMeasure, UnassignedMeasure } from '@leadstage/core';
import { unitRows } from './account-facts.js';
import type { Asked, Counting } from './asked.js';
import { selectCells } from './cells.js';
import { entered, isExplicit } from './facts.js';
import { leadRows, rollupRows } from './lead-rows.js';
import { conjunction, empty, instantParameter, join, raw, type Sql, sql } from './sql.js';

export function reachedCells(asked: Asked<ReachedMeasure>): Sql {
  const { position, measure, frame, source } = asked;
  const { base, stages, explicitOnly } = measure;
  if (source === 'ROLLUP_DAY' || source === 'ROLLUP_MONTH') {
    return selectCells({
      measure: position,
      frame,
      keys: frame.by.length,
      rows: rollupRows(asked, base, sql`r.stage_id, r.leads`),
      values: stages.map((stage) => sql`coalesce(sum(leads) FILTER (WHERE stage_id = ${stage}), 0)`),
    });
  }
  const counts = stages.map((_, index) => sql`count(*) FILTER (WHERE ${isReached(index)})`);
  const fromPrevious = stages.map((_, index) =>
    index === 0 ? sql`0` : sql`count(*) FILTER (WHERE ${isReached(index)} AND ${isReached(index - 1)})`,
  );
  return selectCells({
    measure: position,
    frame,
    keys: frame.by.length,
    rows: reachedRows(asked),
    values: explicitOnly ? [...counts, ...fromPrevious] : counts,
  });
}

/** The cohort, with what it reached, and `columns` of `f`. */
export function reachedRows(asked: Counting<ReachedMeasure>, columns: readonly Sql[] = []): Sql {
  const { frame } = asked;
  const { unit, base, stages, within, watchedFor, explicitOnly } = asked.measure;
  const reachedStage = (stage: number) => {
    const conditions = [sql`${entered('f', stage)} <= ${instantParameter(frame.asOf)}`];
    if (within !== null) {
      conditions.push(sql`${entered('f', stage)} - ${entered('f', base)} <= ${milliseconds(within)}`);
    }
    if (explicitOnly) conditions.push(isExplicit('f', stage));
    return conjunction(conditions);
  };
  const flags = stages.map((stage, index) => sql`${reachedStage(stage)} AS ${isReached(index)}`);
  const conditions = explicitOnly ? [isExplicit('f', base)] : [];
  if (watchedFor !== null) {
    conditions.push(sql`${entered('f', base)} + ${milliseconds(watchedFor)} <= ${instantParameter(frame.asOf)}`);
  }
  return unitRows(unit, asked, { stage: base, stages, columns: join([...flags, ...columns]), conditions });
}

/** Of such a row: whether it reached the stage at this position. */
export function isReached(index: number): Sql {
  return raw(`r${index}`);
}

function milliseconds(count: number): Sql {
  return sql`${count}::bigint * interval '1 millisecond'`;
}

export function enteredCells(asked: Asked<EnteredMeasure>): Sql {
  const { position, measure, frame, source } = asked;
  const { stage } = measure;
  const rollup = source === 'ROLLUP_DAY' || source === 'ROLLUP_MONTH';
  return selectCells({
    measure: position,
    frame,
    keys: frame.by.length,
    rows: rollup ? sql`${rollupRows(asked, stage, sql`r.leads`)} AND r.stage_id = ${stage}` : enteredRows(asked),
    values: [rollup ? sql`coalesce(sum(leads), 0)` : sql`count(*)`],
  });
}

/** @param columns of `f`; empty: none */
export function enteredRows(asked: Counting<EnteredMeasure>, columns = empty): Sql {
  const { unit, stage, explicitOnly } = asked.measure;
  return unitRows(unit, asked, { stage, columns, conditions: explicitOnly ? [isExplicit('f', stage)] : [] });
}

export function unassignedCells(asked: Asked<UnassignedMeasure>): Sql {
  const { position, frame } = asked;
  return selectCells({
    measure: position,
    frame,
    keys: frame.by.length,
    rows: unassignedRows(asked),
    values: [sql`count(*)`],
  });
}

/** @param columns of `f`; empty: none */
export function unassignedRows(asked: Counting<UnassignedMeasure>, columns = empty): Sql {
  const { stage, explicitOnly } = asked.measure;
  const conditions = [sql`f.account_id IS NULL`, ...(explicitOnly ? [isExplicit('f', stage)] : [])];
  return leadRows(asked, { stage, columns, conditions });
}
