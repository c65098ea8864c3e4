import { stageBit, type Unit } from '@leadstage/core';
import { entered, enteredColumn, isExplicit, SLOTS } from './facts.js';
import {
  type AskedOfLeads,
  bucketOfEntry,
  isEnteredWithin,
  keyColumns,
  keyName,
  type LeadRows,
  leadRows,
  leadsInFilter,
} from './lead-rows.js';
import { conjunction, empty, instantParameter, join, raw, type Sql, sql } from './sql.js';

export interface UnitRows extends LeadRows {
  /** The stages whose entries `columns` and `conditions` read, besides `stage`. */
  readonly stages?: readonly number[];
}

/** Leads, or the accounts that they make up: either way `f` has first entries, what is explicit of them, and `out_at`. */
export function unitRows(unit: Unit, asked: AskedOfLeads, rows: UnitRows): Sql {
  return unit === 'LEAD' ? leadRows(asked, rows) : accountRows(asked, rows);
}

function accountRows(asked: AskedOfLeads, { stage, stages = [], columns, conditions = [] }: UnitRows): Sql {
  const { frame } = asked;
  const keys = frame.by.map((_, index) => sql`, f.${keyName(index)}`);
  const selected = columns === empty ? empty : sql`, ${columns}`;
  return sql`
    SELECT ${bucketOfEntry(frame, stage)} AS bucket${join([empty, ...keys], '')}${selected}
    FROM (${accountFacts(asked, stage, [...new Set([stage, ...stages])])}) f
    WHERE ${conjunction([isEnteredWithin(frame, stage), ...conditions])}`;
}

/**
 * One row per account, made of its leads that pass the filter, as if nothing had happened after `asOf`: its entry into
 * a stage is the earliest of theirs, explicit if that of any lead at that instant is; it is out once all of them are. It has
 * the keys of the lead that brought it into `dating`: the earliest, of those at one instant an explicit one, then the one
 * recorded first.
 */
function accountFacts(asked: AskedOfLeads, dating: number, stages: readonly number[]): Sql {
  const { frame } = asked;
  const asOf = instantParameter(frame.asOf);
  const inTime = stages.map((stage) => {
    const at = entered('f', stage);
    return sql`CASE WHEN ${at} <= ${asOf} THEN ${at} END AS ${raw(enteredColumn(stage))}`;
  });
  const anyEntry = join(SLOTS.map((slot) => entered('f', slot)));
  const first = (stage: number) => sql`min(${entered('l', stage)})`;
  const explicit = stages.map(
    (stage) => sql`CASE WHEN ${first(stage)} = ${first(stage)} FILTER (WHERE ${isExplicit('l', stage)})
      THEN ${raw(String(stageBit(stage)))} ELSE 0 END`,
  );
  const bringing = sql`${entered('l', dating)}, (${isExplicit('l', dating)}) DESC, l.lead_id`;
  const keys = frame.by.map(
    (_, index) => sql`, (array_agg(l.${keyName(index)} ORDER BY ${bringing}))[1] AS ${keyName(index)}`,
  );
  return sql`
    SELECT ${join(stages.map((stage) => sql`${first(stage)} AS ${raw(enteredColumn(stage))}`))},
      ${join(explicit, ' + ')} AS explicit,
      CASE WHEN bool_and(l.out_at IS NOT NULL) THEN max(l.out_at) END AS out_at${join([empty, ...keys], '')}
    FROM (
      SELECT f.account_id, f.lead_id, f.explicit, f.out_at, ${join(inTime)}${keyColumns(frame)}
      FROM ${leadsInFilter(asked, [sql`f.account_id IS NOT NULL`, sql`least(${anyEntry}) <= ${asOf}`])}
    ) l
    GROUP BY l.account_id`;
}
