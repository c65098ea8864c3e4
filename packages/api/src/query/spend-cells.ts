import {
  addDays,
  type FirstCostMeasure,
  type Frame,
  minorUnits,
  type Period,
  type SpendMeasure,
  shiftPeriod,
} from '@leadstage/core';
import type { Asked } from './asked.js';
import { meets } from './attributes.js';
import { bucketsOrPeriod, selectCells } from './cells.js';
import { standing } from './record-scope.js';
import { conjunction, dateParameter, join, raw, type Sql, sql } from './sql.js';

/** Attributes that a cost entry can carry, and their columns. */
const COST_ATTRIBUTES: Readonly<Record<string, string>> = {
  source: 'source',
  leadType: 'lead_type',
  campaign: 'campaign',
};

/** Cost accrued in each bucket, every entry rounded on its own running total, in minor units. */
export function spendCells({ position, measure, frame, workspace, asKnown }: Asked<SpendMeasure>): Sql {
  const windows = bucketsOrPeriod(frame).map((bucket) => untilAsOf(shiftPeriod(bucket, -measure.lagDays), frame));
  const grouped = measure.part === 'GROUP' || measure.part === 'BY_ATTRIBUTES';
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
      WHERE ${inScopes(measure, { frame, workspace, asKnown })} AND ${partCondition(measure, frame)}`,
    values: [sql`coalesce(sum(spent), 0)::text`],
  });
}

export function firstCostCells({ position, measure, frame, workspace, asKnown }: Asked<FirstCostMeasure>): Sql {
  return selectCells({
    measure: position,
    frame: { ...frame, buckets: [] },
    keys: 0,
    rows: sql`
      SELECT e.starts_on FROM cost_entry e
      WHERE ${inScopes(measure, { frame, workspace, asKnown })} AND e.starts_on <= ${dateParameter(frame.asOfDate)}`,
    values: [sql`to_char(min(starts_on), 'YYYY-MM-DD')`],
  });
}

/** Entries `e` of the workspace that stand, as known, and are of the scopes. */
function inScopes(
  { scopes }: Pick<SpendMeasure, 'scopes'>,
  asked: Pick<Asked, 'frame' | 'workspace' | 'asKnown'>,
): Sql {
  const { frame, workspace, asKnown } = asked;
  return sql`e.workspace_id = ${workspace.id}::uuid AND ${standing('e', asKnown ? frame.knownAt : undefined)}
    AND e.cost_scope = ANY(${[...scopes]}::cost_scope[])`;
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
  return Object.hasOwn(COST_ATTRIBUTES, name) ? raw(`e.${COST_ATTRIBUTES[name]}`) : sql`NULL::text`;
}

function lacks(names: readonly string[]): Sql {
  if (names.length === 0) return sql`false`;
  const missing = names.map((name) => sql`${costAttribute(name)} IS NULL`);
  return sql`(${join(missing, ' OR ')})`;
}

/** Which entries belong to the part. One that fails a condition is out, even where it lacks the attribute of another. */
function partCondition({ part }: SpendMeasure, { by, filter }: Frame): Sql {
  if (part === 'BY_ATTRIBUTES') return sql`true`;
  const lacksFiltered = lacks(Object.keys(filter));
  const passesWhereKnown = Object.entries(filter).map(([name, condition]) => {
    const column = costAttribute(name);
    return sql`(${column} IS NULL OR (${meets(column, condition)}))`;
  });
  const inside = conjunction([
    ...passesWhereKnown,
    part === 'OUTSIDE_FILTER' ? lacksFiltered : sql`NOT ${lacksFiltered}`,
  ]);
  switch (part) {
    case 'GROUP':
      return sql`${inside} AND NOT ${lacks(by)}`;
    case 'UNALLOCATED':
      return sql`${inside} AND ${lacks(by)}`;
    default:
      return inside;
  }
}
