import { type Frame, type Measure, stageBit, startOfDate, type Unit } from '@leadstage/core';
import type { Asked } from './asked.js';
import { entered, enteredColumn, isExplicit, SLOTS } from './facts.js';
import {
  type AskedOfLeads,
  bucketOfEntry,
  bucketStarts,
  isEnteredWithin,
  keyColumns,
  keyName,
  type LeadRows,
  leadRows,
  leadsInFilter,
} from './lead-rows.js';
import type { LeadSource } from './source.js';
import { conjunction, empty, instantParameter, join, raw, type Sql, sql } from './sql.js';

export interface UnitRows extends LeadRows {
  /** The stages whose entries `columns` and `conditions` read, besides `stage`. */
  readonly stages?: readonly number[];
}

type AskedOfUnit = AskedOfLeads & Pick<Asked, 'accounts'>;

/** Leads, or the accounts that they make up: either way `f` has its id, first entries, what is explicit of them, and `out_at`. */
export function unitRows(unit: Unit, asked: AskedOfUnit, rows: UnitRows): Sql {
  return unit === 'LEAD' ? leadRows(asked, rows) : accountRows(asked, rows);
}

function accountRows(asked: AskedOfUnit, { stage, stages = [], columns, conditions = [] }: UnitRows): Sql {
  const { frame } = asked;
  const keys = frame.by.map((_, index) => sql`, f.${keysOf(stage)}[1][${raw(String(index + 1))}] AS ${keyName(index)}`);
  const selected = columns === empty ? empty : sql`, ${columns}`;
  const accounts = asked.accounts ?? sql`(${accountFacts(asked, [{ dating: stage, stages }])})`;
  return sql`
    SELECT ${bucketOfEntry(frame, stage)} AS bucket${join([empty, ...keys], '')}${selected}
    FROM ${accounts} f
    WHERE ${conjunction([isEnteredWithin(frame, stage), ...conditions])}`;
}

/** What a measure reads of accounts. */
interface AccountReads {
  /** The stage that dates its rows. */
  readonly dating: number;
  /** The others whose entries it reads. */
  readonly stages: readonly number[];
}

/** Null for what is not asked of accounts. */
export function accountReads(measure: Measure): AccountReads | null {
  if (!('unit' in measure) || measure.unit === 'LEAD') return null;
  if (measure.kind === 'entered') return { dating: measure.stage, stages: [] };
  return { dating: measure.base, stages: measure.kind === 'reached' ? measure.stages : [measure.stage] };
}

/** Name of the CTE of the accounts that leads of a source make up. */
export function accountFactName(source: LeadSource): Sql {
  return raw(source === 'RECORD' ? 'account_fact_as_known' : 'account_fact');
}

/** The column of the keys of the lead that brought an account into a stage. */
function keysOf(stage: number): Sql {
  return raw(`keys_${stage}`);
}

function keysAt({ by }: Frame, stage: number): Sql {
  const at = entered('l', stage);
  const keys = join(by.map((_, index) => sql`l.${keyName(index)}`));
  return sql`(array_agg(ARRAY[${keys}]::text[] ORDER BY ${at}, (${isExplicit('l', stage)}) DESC, l.lead_id)
    FILTER (WHERE ${at} IS NOT NULL))[1:1]`;
}

/**
 * One row per account that can count, made of all its leads that pass the filter, as if nothing had happened after `asOf`:
 * its entry into a stage is the earliest of theirs, explicit if that of any lead at that instant is; it is out once all of
 * them are. By stage that dates rows it has the keys of the lead that brought it there: the earliest, of those at one
 * instant an explicit one, then the one recorded first.
 */
export function accountFacts(asked: AskedOfLeads, reads: readonly AccountReads[]): Sql {
  const { frame } = asked;
  const asOf = instantParameter(frame.asOf);
  const dating = distinct(reads.map((each) => each.dating));
  const stages = distinct([...dating, ...reads.flatMap((each) => each.stages)]);
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
  const keys = frame.by.length === 0 ? [] : dating.map((stage) => sql`, ${keysAt(frame, stage)} AS ${keysOf(stage)}`);
  return sql`
    SELECT l.account_id, ${join(stages.map((stage) => sql`${first(stage)} AS ${raw(enteredColumn(stage))}`))},
      ${join(explicit, ' + ')} AS explicit,
      CASE WHEN bool_and(l.out_at IS NOT NULL) THEN max(l.out_at) END AS out_at${join([empty, ...keys], '')}
    FROM (
      SELECT f.account_id, f.lead_id, f.explicit, f.out_at, ${join(inTime)}${keyColumns(frame)}
      FROM ${leadsInFilter(asked, [...ofCountingAccounts(asked, dating), sql`least(${anyEntry}) <= ${asOf}`])}
    ) l
    GROUP BY l.account_id`;
}

/**
 * Leads of accounts that can count: those of which any lead enters a dating stage in the period, for else the first of its
 * leads does not. Where the period is most of all time, nearly all can, and telling them costs more than it spares.
 */
function ofCountingAccounts(asked: AskedOfLeads, dating: readonly number[]): Sql[] {
  const { frame, workspace } = asked;
  const { earliestOccurredAt: first, latestOccurredAt: last } = workspace;
  const length = startOfDate(frame.period.end, frame.calendar.timeZone) - (bucketStarts(frame)[0] as number);
  if (2 * length > (last ?? 0) - (first ?? 0)) return [sql`f.account_id IS NOT NULL`];
  const entersOne = join(
    dating.map((stage) => sql`(${isEnteredWithin(frame, stage)})`),
    ' OR ',
  );
  const entering = leadsInFilter({ ...asked, frame: { ...frame, by: [] } }, [sql`(${entersOne})`]);
  return [sql`f.account_id IN (SELECT f.account_id FROM ${entering})`];
}

function distinct(stages: readonly number[]): number[] {
  return [...new Set(stages)];
}
