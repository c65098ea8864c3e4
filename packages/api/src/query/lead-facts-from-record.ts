import { type Instant, stageBit } from '@leadstage/core';
import { events } from './events.js';
import { enteredColumn, SLOTS } from './facts.js';
import { inScope, joinPerson, known, personId, type RecordScope } from './record-scope.js';
import { instantParameter, join, raw, type Sql, sql } from './sql.js';

/**
 * The lead fact as the record gives it: the one definition from which the table is maintained, rebuilt and verified,
 * and from which a report at an earlier `knownAt` is answered. Yields LEAD_FACT_COLUMNS.
 *
 * An event counts as an entry into every stage up to its own in the ladder of its day. A lead with no such event
 * stands in the first stage since its creation.
 * @param asOf where a lead stands, and since when it is out, depends on nothing later. Its entries, attributes and owner
 *   are all that is known: what comes later than `asOf` is left out by who reads them
 */
export function leadFactsFromRecord(scope: RecordScope, asOf?: Instant): Sql {
  const { workspaceId } = scope;
  const happened = asOf === undefined ? sql`true` : sql`occurred_at <= ${instantParameter(asOf)}`;
  return sql`
    WITH ${events(scope)},
    entry AS (
      SELECT lead_id, ${join(SLOTS.map(firstEntry))}
      FROM event GROUP BY lead_id HAVING bit_or(reaches) <> 0
    ),
    standing AS (
      SELECT DISTINCT ON (lead_id) lead_id, to_stage_id AS stage_id, occurred_at AS since
      FROM event WHERE ${happened} ORDER BY lead_id, occurred_at DESC, recorded_at DESC, id DESC
    ),
    gone AS (
      SELECT lead_id, min(occurred_at) AS since FROM (
        SELECT lead_id, occurred_at, is_out,
          bool_or(reaches <> 0 AND NOT is_out) OVER (PARTITION BY lead_id ORDER BY occurred_at DESC, recorded_at DESC, id DESC) AS came_back
        FROM (
          SELECT *, coalesce(kind IN ('REJECTED', 'DISQUALIFIED'), to_stage_id IS NULL) AS is_out FROM event WHERE ${happened}
        ) judged
      ) e WHERE is_out AND NOT came_back GROUP BY lead_id
    ),
    ${snapshots(scope)},
    holder AS (
      SELECT DISTINCT ON (lead_id) lead_id, owner FROM (
        SELECT ${personId(scope, 'a')} AS lead_id, a.lead_id AS of_lead, a.owner, a.occurred_at, a.recorded_at
        FROM assignment a ${joinPerson(scope, 'a')}
        WHERE ${inScope(scope, 'a')} AND ${known('a', scope.knownAt)}
      ) held
      ORDER BY lead_id, occurred_at DESC, recorded_at DESC, of_lead = lead_id DESC, of_lead DESC
    ),
    born AS (${births(scope)})
    SELECT ${workspaceId}::uuid AS workspace_id, l.lead_id, version.segment_id, version.account_id, holder.owner,
      version.value, version.attributes,
      CASE WHEN standing.lead_id IS NOT NULL THEN standing.stage_id WHEN entry.lead_id IS NULL THEN origin.stage_id END AS stage_id,
      coalesce(standing.since, l.created_at) AS stage_since, gone.since AS out_at,
      CASE WHEN entry.lead_id IS NULL THEN coalesce(origin.bit, 0) ELSE ${explicitMask()} END AS explicit,
      ${join(SLOTS.map(entryOrOrigin))}
    FROM born l
    JOIN version ON version.lead_id = l.lead_id
    LEFT JOIN entry ON entry.lead_id = l.lead_id
    LEFT JOIN standing ON standing.lead_id = l.lead_id
    LEFT JOIN gone ON gone.lead_id = l.lead_id
    LEFT JOIN holder ON holder.lead_id = l.lead_id
    LEFT JOIN LATERAL (
      SELECT era.stage_id, era.reaches AS bit FROM era
      WHERE era.is_first AND l.created_at >= era.from_at AND (l.created_at < era.until_at OR era.until_at IS NULL)
    ) origin ON true`;
}

/** The CTE `version`: a lead's attributes in force. Those of a merged one are its survivor's. */
export function snapshots(scope: RecordScope): Sql {
  return sql`version AS (
      SELECT DISTINCT ON (v.lead_id) v.lead_id, v.segment_id, v.account_id, v.value, v.attributes
      FROM lead_version v
      WHERE ${inScope(scope, 'v')} AND ${known('v', scope.knownAt)}
      ORDER BY v.lead_id, v.recorded_at DESC
    )`;
}

/** The leads there are, each since its earliest creation; those merged into another are none of their own. */
function births(scope: RecordScope): Sql {
  const mine = sql`${inScope(scope, 'l', 'id')} AND ${known('l', scope.knownAt)}`;
  if (!scope.hasMerges) return sql`SELECT l.id AS lead_id, l.created_at FROM lead l WHERE ${mine}`;
  return sql`
    SELECT coalesce(merged.into_lead_id, l.id) AS lead_id, min(l.created_at) AS created_at
    FROM lead l LEFT JOIN merged ON merged.lead_id = l.id WHERE ${mine} GROUP BY 1`;
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
