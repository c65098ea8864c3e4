import type { EnteredMeasure, ReachedMeasure, UnassignedMeasure } from '@leadstage/core';
import { unitRows } from './account-facts.js';
import type { Asked } from './asked.js';
import { selectCells } from './cells.js';
import { entered, isExplicit } from './facts.js';
import { leadRows, rollupRows } from './lead-rows.js';
import { conjunction, empty, instantParameter, join, raw, type Sql, sql } from './sql.js';

export function reachedCells(asked: Asked<ReachedMeasure>): Sql {
  const { position, measure, frame, source } = asked;
  const { unit, base, stages, within, watchedFor, explicitOnly } = measure;
  if (source === 'ROLLUP_DAY' || source === 'ROLLUP_MONTH') {
    return selectCells({
      measure: position,
      frame,
      keys: frame.by.length,
      rows: rollupRows(asked, base, sql`r.stage_id, r.leads`),
      values: stages.map((stage) => sql`coalesce(sum(leads) FILTER (WHERE stage_id = ${stage}), 0)`),
    });
  }
  const reachedStage = (stage: number) => {
    const conditions = [sql`${entered('f', stage)} <= ${instantParameter(frame.asOf)}`];
    if (within !== null) {
      conditions.push(sql`${entered('f', stage)} - ${entered('f', base)} <= ${milliseconds(within)}`);
    }
    if (explicitOnly) conditions.push(isExplicit('f', stage));
    return conjunction(conditions);
  };
  const flags = stages.map((stage, index) => sql`${reachedStage(stage)} AS ${raw(`r${index}`)}`);
  const counts = stages.map((_, index) => sql`count(*) FILTER (WHERE ${raw(`r${index}`)})`);
  const fromPrevious = stages.map((_, index) =>
    index === 0 ? sql`0` : sql`count(*) FILTER (WHERE ${raw(`r${index} AND r${index - 1}`)})`,
  );
  const conditions = explicitOnly ? [isExplicit('f', base)] : [];
  if (watchedFor !== null) {
    conditions.push(sql`${entered('f', base)} + ${milliseconds(watchedFor)} <= ${instantParameter(frame.asOf)}`);
  }
  return selectCells({
    measure: position,
    frame,
    keys: frame.by.length,
    rows: unitRows(unit, asked, { stage: base, stages, columns: join(flags), conditions }),
    values: explicitOnly ? [...counts, ...fromPrevious] : counts,
  });
}

function milliseconds(count: number): Sql {
  return sql`${count}::bigint * interval '1 millisecond'`;
}

export function enteredCells(asked: Asked<EnteredMeasure>): Sql {
  const { position, measure, frame, source } = asked;
  const { unit, stage, explicitOnly } = measure;
  const rollup = source === 'ROLLUP_DAY' || source === 'ROLLUP_MONTH';
  return selectCells({
    measure: position,
    frame,
    keys: frame.by.length,
    rows: rollup
      ? sql`${rollupRows(asked, stage, sql`r.leads`)} AND r.stage_id = ${stage}`
      : unitRows(unit, asked, { stage, columns: empty, conditions: explicitOnly ? [isExplicit('f', stage)] : [] }),
    values: [rollup ? sql`coalesce(sum(leads), 0)` : sql`count(*)`],
  });
}

export function unassignedCells(asked: Asked<UnassignedMeasure>): Sql {
  const { position, measure, frame } = asked;
  const { stage, explicitOnly } = measure;
  const conditions = [sql`f.account_id IS NULL`, ...(explicitOnly ? [isExplicit('f', stage)] : [])];
  return selectCells({
    measure: position,
    frame,
    keys: frame.by.length,
    rows: leadRows(asked, { stage, columns: empty, conditions }),
    values: [sql`count(*)`],
  });
}
