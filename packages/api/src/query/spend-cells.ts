import { addDays, type Frame, minorUnits, type Period, type SpendMeasure, shiftPeriod } from '@leadstage/core';
import { meets } from './attributes.js';
import { bucketsOrPeriod, selectCells } from './cells.js';
import { standing } from './record.js';
import { conjunction, join, raw, type Sql, sql } from './sql.js';
import type { WorkspaceState } from './workspace-state.js';

/** Attributes that a cost entry can carry, and their columns. */
const COST_ATTRIBUTES: Readonly<Record<string, string>> = {
  source: 'source',
  leadType: 'lead_type',
  campaign: 'campaign',
};

export interface SpendQuestion {
  readonly position: number;
  readonly measure: SpendMeasure;
  readonly frame: Frame;
  readonly workspace: WorkspaceState;
  /** True when the question is about an earlier state of the record. */
  readonly asKnown: boolean;
}

/** Cost accrued in each bucket, every entry rounded on its own running total, in minor units. */
export function spendCells({ position, measure, frame, workspace, asKnown }: SpendQuestion): Sql {
  const windows = bucketsOrPeriod(frame).map((bucket) => untilAsOf(shiftPeriod(bucket, -measure.lagDays), frame));
  const grouped = measure.part === 'GROUP';
  const keys = frame.by.map((name, index) => sql`${costAttribute(name)} AS ${raw(`k${index}`)}`);
  const scale = 10 ** minorUnits(frame.currency);
  return selectCells({
    measure: position,
    frame,
    keys: grouped ? frame.by.length : 0,
    groupsOnly: grouped,
    rows: sql`
      SELECT w.bucket - 1 AS bucket, ${grouped && keys.length > 0 ? sql`${join(keys)},` : sql``}
        ${accrued(raw('w.until'), scale)} - ${accrued(raw('w.since'), scale)} AS spent
      FROM cost_entry e
      JOIN unnest(${windows.map((each) => each.start)}::date[], ${windows.map((each) => each.end)}::date[])
        WITH ORDINALITY AS w (since, until, bucket) ON e.starts_on < w.until AND e.ends_on > w.since
      WHERE e.workspace_id = ${workspace.id}::uuid AND ${standing('e', asKnown ? frame.knownAt : undefined)}
        AND e.cost_scope = ANY(${[...measure.scopes]}::cost_scope[])
        AND ${partCondition(measure, frame)}`,
    values: [sql`coalesce(sum(spent), 0)::text`],
  });
}

/**
 * What an entry has accrued before a date: round half away from zero of amount × days / length, in minor units.
 * Integer division keeps it exact; a numeric quotient would be rounded twice.
 */
function accrued(date: Sql, scale: number): Sql {
  const days = sql`greatest(0, least(${date}, e.ends_on) - e.starts_on)`;
  const length = sql`(e.ends_on - e.starts_on)`;
  return sql`sign(e.amount) * div(2 * abs(e.amount) * ${scale}::int * ${days} + ${length}, 2 * ${length})`;
}

/** Nothing accrues after the date of `asOf`. */
function untilAsOf({ start, end }: Period, { asOfDate }: Frame): Period {
  const last = addDays(asOfDate, 1);
  const until = end < last ? end : last;
  return { start, end: until < start ? start : until };
}

function costAttribute(name: string): Sql {
  return name in COST_ATTRIBUTES ? raw(`e.${COST_ATTRIBUTES[name]}`) : sql`NULL::text`;
}

function lacks(names: readonly string[]): Sql {
  return names.length === 0
    ? sql`false`
    : join(
        names.map((name) => sql`${costAttribute(name)} IS NULL`),
        ' OR ',
      );
}

function partCondition({ part }: SpendMeasure, { by, filter }: Frame): Sql {
  const lacksFiltered = sql`(${lacks(Object.keys(filter))})`;
  const lacksGrouped = sql`(${lacks(by)})`;
  if (part === 'OUTSIDE_FILTER') return lacksFiltered;
  const passes = conjunction([
    sql`NOT ${lacksFiltered}`,
    ...Object.entries(filter).map(([name, condition]) => meets(costAttribute(name), condition)),
  ]);
  if (part === 'TOTAL') return passes;
  if (by.length === 0) return sql`false`;
  return part === 'GROUP' ? sql`${passes} AND NOT ${lacksGrouped}` : sql`${passes} AND ${lacksGrouped}`;
}
