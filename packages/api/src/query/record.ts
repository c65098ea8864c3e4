import { erasOf, type Instant, type StageDefinition, stageBit } from '@leadstage/core';
import { enteredColumn, SLOTS } from './facts.js';
import { conjunction, instantParameter, isoInstant, join, raw, type Sql, sql } from './sql.js';

export interface RecordScope {
  readonly workspaceId: string;
  readonly definitions: readonly StageDefinition[];
  /** Only what was recorded, and not voided, by then; absent: all that stands now. */
  readonly knownAt?: Instant | undefined;
  /** Only these leads; absent: all. */
  readonly leadIds?: readonly number[] | undefined;
  /** Only leads with `from <= id < to`. */
  readonly leadRange?: { readonly from: number; readonly to: number } | undefined;
}

/**
 * The lead fact as the record gives it: the one definition from which the table is maintained, rebuilt and verified,
 * and from which a report at an earlier `knownAt` is answered. Yields LEAD_FACT_COLUMNS.
 *
 * An event counts as an entry into every stage up to its own in the ladder of its day. A lead with no such event
 * stands in the first stage since its creation.
 */
export function leadFactsFromRecord(scope: RecordScope): Sql {
  const { workspaceId } = scope;
  const mine = (alias: string, column = 'lead_id') => within(scope, alias, column);
  return sql`
    WITH era AS (${eras(scope.definitions)}),
    event AS (
      SELECT t.lead_id, t.occurred_at, t.recorded_at, t.id, t.to_stage_id, coalesce(era.reaches, 0) AS reaches
      FROM transition t
      LEFT JOIN era ON era.stage_id = t.to_stage_id AND t.occurred_at >= era.from_at
        AND (t.occurred_at < era.until_at OR era.until_at IS NULL)
      WHERE t.workspace_id = ${workspaceId}::uuid AND ${mine('t')} AND ${standing('t', scope.knownAt)}
    ),
    entry AS (
      SELECT lead_id, ${join(SLOTS.map(firstEntry))}
      FROM event GROUP BY lead_id HAVING bit_or(reaches) <> 0
    ),
    standing AS (
      SELECT DISTINCT ON (lead_id) lead_id, to_stage_id AS stage_id, occurred_at AS since
      FROM event ORDER BY lead_id, occurred_at DESC, recorded_at DESC, id DESC
    ),
    version AS (
      SELECT DISTINCT ON (v.lead_id) v.lead_id, v.segment_id, v.account_id, v.value, v.attributes
      FROM lead_version v
      WHERE v.workspace_id = ${workspaceId}::uuid AND ${mine('v')} AND ${known('v', scope.knownAt)}
      ORDER BY v.lead_id, v.recorded_at DESC
    ),
    holder AS (
      SELECT DISTINCT ON (a.lead_id) a.lead_id, a.owner
      FROM assignment a
      WHERE a.workspace_id = ${workspaceId}::uuid AND ${mine('a')} AND ${known('a', scope.knownAt)}
      ORDER BY a.lead_id, a.occurred_at DESC, a.recorded_at DESC
    )
    SELECT l.workspace_id, l.id AS lead_id, version.segment_id, version.account_id, holder.owner, version.value,
      version.attributes,
      CASE WHEN standing.lead_id IS NULL THEN origin.stage_id ELSE standing.stage_id END AS stage_id,
      coalesce(standing.since, l.created_at) AS stage_since,
      CASE WHEN entry.lead_id IS NULL THEN coalesce(origin.bit, 0) ELSE ${explicitMask()} END AS explicit,
      ${join(SLOTS.map(entryOrOrigin))}
    FROM lead l
    JOIN version ON version.lead_id = l.id
    LEFT JOIN entry ON entry.lead_id = l.id
    LEFT JOIN standing ON standing.lead_id = l.id
    LEFT JOIN holder ON holder.lead_id = l.id
    LEFT JOIN LATERAL (
      SELECT era.stage_id, era.reaches AS bit FROM era
      WHERE era.is_first AND l.created_at >= era.from_at AND (l.created_at < era.until_at OR era.until_at IS NULL)
    ) origin ON true
    WHERE l.workspace_id = ${workspaceId}::uuid AND ${mine('l', 'id')} AND ${known('l', scope.knownAt)}`;
}

/** One row per stage and era of the ladder, with the mask of the stages that an entry into it reaches. */
function eras(definitions: readonly StageDefinition[]): Sql {
  const rows = erasOf(definitions).flatMap((era) => {
    let reaches = 0;
    return era.stages.map((stage, index) => {
      reaches |= stageBit(stage.id);
      return { era, id: stage.id, reaches, first: index === 0 };
    });
  });
  return sql`SELECT * FROM unnest(
    ${rows.map((row) => isoInstant(row.era.from))}::timestamptz[],
    ${rows.map((row) => (row.era.until === null ? null : isoInstant(row.era.until)))}::timestamptz[],
    ${rows.map((row) => row.id)}::int[], ${rows.map((row) => row.reaches)}::int[], ${rows.map((row) => row.first)}::boolean[]
  ) AS era (from_at, until_at, stage_id, reaches, is_first)`;
}

function firstEntry(slot: number): Sql {
  const bit = stageBit(slot);
  return raw(
    `min(occurred_at) FILTER (WHERE reaches & ${bit} <> 0) AS ${enteredColumn(slot)}, ` +
      `min(occurred_at) FILTER (WHERE reaches <> 0 AND to_stage_id = ${slot}) AS own_${slot}`,
  );
}

function entryOrOrigin(slot: number): Sql {
  const column = enteredColumn(slot);
  return raw(
    `CASE WHEN entry.lead_id IS NOT NULL THEN entry.${column} WHEN origin.stage_id = ${slot} THEN l.created_at END AS ${column}`,
  );
}

/** At equal instants the entry into the stage itself wins over the implied one. */
function explicitMask(): Sql {
  return raw(
    SLOTS.map(
      (slot) => `CASE WHEN entry.own_${slot} = entry.${enteredColumn(slot)} THEN ${stageBit(slot)} ELSE 0 END`,
    ).join(' + '),
  );
}

/** Rows that had been recorded by `knownAt`. */
export function known(alias: string, knownAt: Instant | undefined): Sql {
  return knownAt === undefined ? sql`true` : sql`${raw(alias)}.recorded_at <= ${instantParameter(knownAt)}`;
}

/** Rows that had been recorded and not voided by `knownAt`. */
export function standing(alias: string, knownAt: Instant | undefined): Sql {
  const voidedAt = raw(`${alias}.voided_at`);
  if (knownAt === undefined) return sql`${voidedAt} IS NULL`;
  return sql`${known(alias, knownAt)} AND (${voidedAt} IS NULL OR ${voidedAt} > ${instantParameter(knownAt)})`;
}

function within(scope: RecordScope, alias: string, column: string): Sql {
  const id = raw(`${alias}.${column}`);
  const conditions: Sql[] = [];
  if (scope.leadIds) conditions.push(sql`${id} = ANY(${scope.leadIds}::bigint[])`);
  if (scope.leadRange) conditions.push(sql`${id} >= ${scope.leadRange.from} AND ${id} < ${scope.leadRange.to}`);
  return conjunction(conditions);
}
