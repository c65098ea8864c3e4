import { type Frame, startOfDate } from '@leadstage/core';
import type { Asked } from './asked.js';
import { leadAttribute, meets } from './attributes.js';
import { bucketOfDate, bucketsOrPeriod, isWithin } from './cells.js';
import { entered, LEAD_FACT, ROLLUP_DAY, ROLLUP_MONTH } from './facts.js';
import { conjunction, empty, instantParameter, instantsParameter, join, raw, type Sql, sql } from './sql.js';

/** Name of the CTE that stands for the lead fact when the record is asked. */
export const LEAD_FACT_AS_KNOWN = raw('lead_fact_as_known');

export interface LeadRows {
  /** The first entry into it dates the row: it lies in the period, and before `asOf`. */
  readonly stage: number;
  /** What the row yields besides `bucket` and the keys `k0` …; empty: nothing. */
  readonly columns: Sql;
  readonly conditions?: readonly Sql[];
}

/** Leads `f` of the fact (or of the record) that pass the filter. */
export function leadRows(asked: AskedOfLeads, { stage, columns, conditions = [] }: LeadRows): Sql {
  const { frame } = asked;
  const selected = columns === empty ? empty : sql`, ${columns}`;
  return sql`
    SELECT ${bucketOfEntry(frame, stage)} AS bucket${keyColumns(frame)}${selected}
    FROM ${leadsInFilter(asked, [isEnteredWithin(frame, stage), ...conditions])}`;
}

export type AskedOfLeads = Pick<Asked, 'frame' | 'workspace' | 'source'>;

/** What follows FROM: leads `f` that pass the filter and meet the conditions, with the dimensions that keys need. */
export function leadsInFilter({ frame, workspace, source }: AskedOfLeads, conditions: readonly Sql[]): Sql {
  return sql`${source === 'RECORD' ? LEAD_FACT_AS_KNOWN : LEAD_FACT} f
    ${dimensions(frame, 'f')}
    WHERE f.workspace_id = ${workspace.id}::uuid ${source === 'RECORD' ? empty : sql`AND f.generation = ${workspace.generation}`}
      AND ${conjunction([...conditions, ...filterConditions(frame)])}`;
}

/** Number of the bucket in which `f` entered a stage, from 0. */
export function bucketOfEntry(frame: Frame, stage: number): Sql {
  return sql`width_bucket(${entered('f', stage)}, ${instantsParameter(bucketStarts(frame))}) - 1`;
}

/** Whether `f` entered a stage in the period, and by `asOf`. */
export function isEnteredWithin(frame: Frame, stage: number): Sql {
  const at = entered('f', stage);
  const start = bucketStarts(frame)[0] as number;
  const end = startOfDate(frame.period.end, frame.calendar.timeZone);
  return sql`${at} >= ${instantParameter(start)} AND ${at} < ${instantParameter(end)} AND ${at} <= ${instantParameter(frame.asOf)}`;
}

/** Cells of a rollup: how many leads, by bucket and keys, of those whose first entry into `base` lies in the period. */
export function rollupRows({ frame, workspace, source }: Asked, base: number, columns: Sql): Sql {
  const [table, date] = source === 'ROLLUP_DAY' ? [ROLLUP_DAY, raw('r.day')] : [ROLLUP_MONTH, raw('r.month')];
  return sql`
    SELECT ${bucketOfDate(frame, date)} AS bucket${keyColumns(frame)}, ${columns}
    FROM ${table} r
    ${dimensions(frame, 'r')}
    WHERE r.workspace_id = ${workspace.id}::uuid AND r.generation = ${workspace.generation} AND r.base_id = ${base}
      AND r.leads <> 0 AND ${isWithin(frame, date)} AND ${conjunction(filterConditions(frame))}`;
}

/** The first instants of the buckets, or of the period where there are none. */
export function bucketStarts(frame: Frame): number[] {
  return bucketsOrPeriod(frame).map((bucket) => startOfDate(bucket.start, frame.calendar.timeZone));
}

export function keyColumns({ by }: Frame): Sql {
  if (by.length === 0) return empty;
  return sql`, ${join(by.map((name, index) => sql`${leadAttribute(name)} AS ${keyName(index)}`))}`;
}

/** The column of a key, `k0` for the first attribute of `by`. */
export function keyName(index: number): Sql {
  return raw(`k${index}`);
}

export function filterConditions({ filter }: Pick<Frame, 'filter'>): Sql[] {
  return Object.entries(filter).map(([name, condition]) => meets(leadAttribute(name), condition));
}

/** Joins the dimensions that the question names, and no other. */
export function dimensions({ by, filter }: Pick<Frame, 'by' | 'filter'>, alias: string): Sql {
  const names = new Set([...by, ...Object.keys(filter)]);
  const segment = [...names].some((name) => leadAttribute(name).text.startsWith('s.'));
  return sql`
    ${segment ? raw(`JOIN segment s ON s.workspace_id = ${alias}.workspace_id AND s.id = ${alias}.segment_id`) : empty}
    ${names.has('account') ? raw(`LEFT JOIN account a ON a.workspace_id = ${alias}.workspace_id AND a.id = ${alias}.account_id`) : empty}`;
}
