import {
  type DurationMeasure,
  type EnteredMeasure,
  type Frame,
  type ReachedMeasure,
  startOfDate,
} from '@leadstage/core';
import { leadAttribute, meets } from './attributes.js';
import { bucketOfDate, bucketsOrPeriod, isWithin, selectCells } from './cells.js';
import { entered, isExplicit, LEAD_FACT, ROLLUP_DAY, ROLLUP_MONTH } from './facts.js';
import type { LeadSource } from './source.js';
import { conjunction, empty, instantParameter, instantsParameter, join, raw, type Sql, sql } from './sql.js';
import type { WorkspaceState } from './workspace-state.js';

export interface LeadQuestion<Measure> {
  readonly position: number;
  readonly measure: Measure;
  readonly frame: Frame;
  readonly workspace: WorkspaceState;
  readonly source: LeadSource;
}

/** Name of the CTE that stands for the lead fact when the record is asked. */
export const LEAD_FACT_AS_KNOWN = raw('lead_fact_as_known');

export function reachedCells({ position, measure, frame, workspace, source }: LeadQuestion<ReachedMeasure>): Sql {
  const { base, stages, within, explicitOnly } = measure;
  if (source === 'ROLLUP_DAY' || source === 'ROLLUP_MONTH') {
    return selectCells({
      measure: position,
      frame,
      keys: frame.by.length,
      rows: rollupRows(source, workspace, frame, base, sql`r.stage_id, r.leads`),
      values: stages.map((stage) => sql`coalesce(sum(leads) FILTER (WHERE stage_id = ${stage}), 0)`),
    });
  }
  const reachedStage = (stage: number) => {
    const conditions = [sql`${entered('f', stage)} <= ${instantParameter(frame.asOf)}`];
    if (within !== null) {
      conditions.push(
        sql`${entered('f', stage)} - ${entered('f', base)} <= ${within}::bigint * interval '1 millisecond'`,
      );
    }
    if (explicitOnly) conditions.push(isExplicit('f', stage));
    return conjunction(conditions);
  };
  const flags = stages.map((stage, index) => sql`${reachedStage(stage)} AS ${raw(`r${index}`)}`);
  const counts = stages.map((_, index) => sql`count(*) FILTER (WHERE ${raw(`r${index}`)})`);
  const fromPrevious = stages.map((_, index) =>
    index === 0 ? sql`0` : sql`count(*) FILTER (WHERE ${raw(`r${index} AND r${index - 1}`)})`,
  );
  return selectCells({
    measure: position,
    frame,
    keys: frame.by.length,
    rows: factRows(source, workspace, frame, base, join(flags), explicitOnly ? [isExplicit('f', base)] : []),
    values: explicitOnly ? [...counts, ...fromPrevious] : counts,
  });
}

export function enteredCells({ position, measure, frame, workspace, source }: LeadQuestion<EnteredMeasure>): Sql {
  const { stage, explicitOnly } = measure;
  const rollup = source === 'ROLLUP_DAY' || source === 'ROLLUP_MONTH';
  return selectCells({
    measure: position,
    frame,
    keys: frame.by.length,
    rows: rollup
      ? sql`${rollupRows(source, workspace, frame, stage, sql`r.leads`)} AND r.stage_id = ${stage}`
      : factRows(source, workspace, frame, stage, empty, explicitOnly ? [isExplicit('f', stage)] : []),
    values: [rollup ? sql`coalesce(sum(leads), 0)` : sql`count(*)`],
  });
}

const QUANTILES = [0.5, 0.75, 0.9];

export function durationCells({ position, measure, frame, workspace, source }: LeadQuestion<DurationMeasure>): Sql {
  const { from, to, basis, bounds } = measure;
  const [start, end] = [entered('f', from), entered('f', to)];
  // Whole milliseconds in a double are exact, and sort twice as fast as intervals.
  const duration = sql`date_part('epoch', ${end} - ${start}) * 1000 AS duration`;
  const bothExplicit = [
    isExplicit('f', from),
    isExplicit('f', to),
    sql`${start} <= ${instantParameter(frame.asOf)}`,
    sql`${end} <= ${instantParameter(frame.asOf)}`,
  ];
  const classes = [...bounds, null].map((upper, index) => classSize(bounds[index - 1] ?? null, upper));
  return selectCells({
    measure: position,
    frame,
    keys: frame.by.length,
    rows: factRows(source, workspace, frame, basis === 'TO' ? to : from, duration, bothExplicit),
    values: [
      sql`count(*)`,
      sql`coalesce(sum(round(duration)::bigint), 0)::text`,
      sql`coalesce(to_jsonb(percentile_cont(${QUANTILES}::float8[]) WITHIN GROUP (ORDER BY duration)), '[null, null, null]')`,
      ...classes,
    ],
  });
}

/** Open below in the first class: where an own stage came later than the one above it, a duration can be negative. */
function classSize(lower: number | null, upper: number | null): Sql {
  const limits: Sql[] = [];
  if (lower !== null) limits.push(sql`duration >= ${lower}::float8`);
  if (upper !== null) limits.push(sql`duration < ${upper}::float8`);
  return limits.length === 0 ? sql`count(*)` : sql`count(*) FILTER (WHERE ${conjunction(limits)})`;
}

/** Leads of the fact (or of the record) whose first entry into a stage lies in the period and before `asOf`. */
function factRows(
  source: LeadSource,
  workspace: WorkspaceState,
  frame: Frame,
  stage: number,
  columns: Sql,
  conditions: readonly Sql[],
): Sql {
  const at = entered('f', stage);
  const { timeZone } = frame.calendar;
  const starts = bucketsOrPeriod(frame).map((bucket) => startOfDate(bucket.start, timeZone));
  const end = startOfDate(frame.period.end, timeZone);
  const selected = columns === empty ? empty : sql`, ${columns}`;
  return sql`
    SELECT width_bucket(${at}, ${instantsParameter(starts)}) - 1 AS bucket${keyColumns(frame)}${selected}
    FROM ${source === 'RECORD' ? LEAD_FACT_AS_KNOWN : LEAD_FACT} f
    ${dimensions(frame, 'f')}
    WHERE f.workspace_id = ${workspace.id}::uuid ${source === 'RECORD' ? empty : sql`AND f.generation = ${workspace.generation}`}
      AND ${at} >= ${instantParameter(starts[0] as number)} AND ${at} < ${instantParameter(end)}
      AND ${at} <= ${instantParameter(frame.asOf)}
      AND ${conjunction([...filterConditions(frame), ...conditions])}`;
}

function rollupRows(source: LeadSource, workspace: WorkspaceState, frame: Frame, base: number, columns: Sql): Sql {
  const [table, date] = source === 'ROLLUP_DAY' ? [ROLLUP_DAY, raw('r.day')] : [ROLLUP_MONTH, raw('r.month')];
  return sql`
    SELECT ${bucketOfDate(frame, date)} AS bucket${keyColumns(frame)}, ${columns}
    FROM ${table} r
    ${dimensions(frame, 'r')}
    WHERE r.workspace_id = ${workspace.id}::uuid AND r.generation = ${workspace.generation} AND r.base_id = ${base}
      AND r.leads <> 0 AND ${isWithin(frame, date)} AND ${conjunction(filterConditions(frame))}`;
}

function keyColumns({ by }: Frame): Sql {
  if (by.length === 0) return empty;
  return sql`, ${join(by.map((name, index) => sql`${leadAttribute(name)} AS ${raw(`k${index}`)}`))}`;
}

function filterConditions({ filter }: Frame): Sql[] {
  return Object.entries(filter).map(([name, condition]) => meets(leadAttribute(name), condition));
}

/** Joins the dimensions that the question names, and no other. */
function dimensions({ by, filter }: Frame, alias: string): Sql {
  const names = new Set([...by, ...Object.keys(filter)]);
  const segment = [...names].some((name) => leadAttribute(name).text.startsWith('s.'));
  return sql`
    ${segment ? raw(`JOIN segment s ON s.workspace_id = ${alias}.workspace_id AND s.id = ${alias}.segment_id`) : empty}
    ${names.has('account') ? raw(`LEFT JOIN account a ON a.workspace_id = ${alias}.workspace_id AND a.id = ${alias}.account_id`) : empty}`;
}
