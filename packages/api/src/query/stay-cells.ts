import { erasOf, type StayMeasure, startOfDate } from '@leadstage/core';
import type { Asked, Counting } from './asked.js';
import { selectTallies } from './cells.js';
import { eras } from './eras.js';
import { LEAD_FACT } from './facts.js';
import { bucketStarts, dimensions, filterConditions, keyColumns, LEAD_FACT_AS_KNOWN } from './lead-rows.js';
import { inScope, joinPerson, known, mergedLeads, personId, type RecordScope, standing } from './record-scope.js';
import { conjunction, empty, instantParameter, instantsParameter, raw, type Sql, sql } from './sql.js';
import { staircase, workedBetween } from './working-time-sql.js';

/**
 * There is no fact of stays: they are read from the log of the leads that entered the stage in the period. Attributes
 * are the lead's, joined only where the question names any.
 */
export function stayCells(asked: Asked<StayMeasure>): Sql {
  const { position, frame } = asked;
  return selectTallies({
    measure: position,
    frame,
    keys: frame.by.length,
    rows: stayRows(asked),
    counts: [sql`count(*) FILTER (WHERE ended)`, sql`count(*) FILTER (WHERE ${IS_OPEN})`],
  });
}

/** Of a stay: whether nothing has ended it. A lead has at most one such stay, its last. */
export const IS_OPEN = raw('NOT ended');

/** Per stay its bucket, its keys, its length in milliseconds on the clock asked for, whether it has ended, and whose it is. */
export function stayRows(asked: Counting<StayMeasure>): Sql {
  const { measure, frame, workspace } = asked;
  const end = sql`coalesce(stay.until, ${instantParameter(frame.asOf)})`;
  const length =
    measure.clock === null
      ? sql`date_part('epoch', ${end} - stay.since) * 1000`
      : workedBetween('clock', raw('stay.since'), end);
  const period: Period = {
    from: instantParameter(bucketStarts(frame)[0] as number),
    until: instantParameter(startOfDate(frame.period.end, frame.calendar.timeZone)),
    asOf: instantParameter(frame.asOf),
  };
  const scope: RecordScope = {
    workspaceId: workspace.id,
    definitions: frame.definitions,
    hasMerges: workspace.hasMerges,
    knownAt: asked.asKnown ? frame.knownAt : undefined,
  };
  // OFFSET 0 has each length worked out once, not anew for each of the grouping sets.
  return sql`
    WITH ${mergedLeads(scope)},
      era AS (${eras(frame.definitions)}),
      ${logs(measure.stage, scope, period)},
      stay AS (${explicit(measure.stage, period)} ${created(measure.stage, scope, period)})
    SELECT width_bucket(stay.since, ${instantsParameter(bucketStarts(frame))}) - 1 AS bucket${keyColumns(frame)},
      round(${length})::bigint AS label, stay.until IS NOT NULL AS ended, stay.lead_id
    FROM stay
    ${measure.clock === null ? empty : sql`CROSS JOIN (SELECT ${staircase(measure.clock)}) clock`}
    ${attributes(asked)}
    OFFSET 0`;
}

interface Period {
  readonly from: Sql;
  readonly until: Sql;
  readonly asOf: Sql;
}

function isWithin(instant: Sql, { from, until, asOf }: Period): Sql {
  return sql`${instant} >= ${from} AND ${instant} < ${until} AND ${instant} <= ${asOf}`;
}

/**
 * The CTE `event`: the whole log of each lead that may have a stay, whatever `asOf`, with what each stage reaches that
 * day. That is every lead that a transition brought into the stage within the period, and where the stage is the first,
 * every one `born` within it. The log of a lead is that of its whole family.
 */
function logs(stage: number, scope: RecordScope, period: Period): Sql {
  const family = sql`UNION ALL SELECT m.into_lead_id, m.lead_id FROM merged m JOIN entrant ON entrant.lead_id = m.into_lead_id`;
  const isFirst = wasEverFirst(stage, scope);
  return sql`
    ${isFirst ? births(stage, scope, period) : empty}
    entrant AS (
      SELECT ${personId(scope, 't')} AS lead_id FROM transition t ${joinPerson(scope, 't')}
      WHERE ${inScope(scope, 't')} AND t.to_stage_id = ${stage}::int AND ${isWithin(raw('t.occurred_at'), period)}
        AND ${standing('t', scope.knownAt)}
      ${isFirst ? raw('UNION SELECT lead_id FROM born') : raw('GROUP BY 1')}
    ),
    member AS (SELECT lead_id, lead_id AS record_id FROM entrant ${scope.hasMerges ? family : empty}),
    event AS (
      SELECT member.lead_id, t.id, t.to_stage_id, t.occurred_at, t.recorded_at, coalesce(era.reaches, 0) AS reaches
      FROM member JOIN transition t ON t.lead_id = member.record_id
      LEFT JOIN era ON era.stage_id = t.to_stage_id AND t.occurred_at >= era.from_at
        AND (t.occurred_at < era.until_at OR era.until_at IS NULL)
      WHERE ${inScope(scope, 't')} AND ${standing('t', scope.knownAt)}
    )`;
}

/** Stays from a transition into exactly the stage, of a ladder that has it, to the lead's next by `asOf`. */
function explicit(stage: number, period: Period): Sql {
  return sql`
    SELECT lead_id, occurred_at AS since, until FROM (
      SELECT *, lead(occurred_at) OVER (PARTITION BY lead_id ORDER BY occurred_at, recorded_at, id) AS until
      FROM event WHERE occurred_at <= ${period.asOf}
    ) passage
    WHERE to_stage_id = ${stage}::int AND reaches <> 0 AND ${isWithin(raw('occurred_at'), period)}`;
}

/**
 * The stays of leads that no transition ever brought into a stage: in the first stage since their creation, until the
 * first transition out of the ladder or into a stage that it does not have. At one instant the creation comes first.
 */
function created(stage: number, scope: RecordScope, { asOf }: Period): Sql {
  if (!wasEverFirst(stage, scope)) return empty;
  return sql`
    UNION ALL
    SELECT born.lead_id, born.created_at,
      min(event.occurred_at) FILTER (WHERE event.occurred_at >= born.created_at AND event.occurred_at <= ${asOf})
    FROM born LEFT JOIN event ON event.lead_id = born.lead_id
    GROUP BY born.lead_id, born.created_at
    HAVING bool_and(coalesce(event.reaches, 0) = 0)`;
}

/** The CTE `born`: leads whose earliest record was created within the period, while the stage was the first. */
function births(stage: number, scope: RecordScope, period: Period): Sql {
  const person = scope.hasMerges ? raw('coalesce(merged.into_lead_id, l.id)') : raw('l.id');
  return sql`
    born AS (
      SELECT first.* FROM (
        SELECT ${person} AS lead_id, min(l.created_at) AS created_at
        FROM lead l ${scope.hasMerges ? raw('LEFT JOIN merged ON merged.lead_id = l.id') : empty}
        WHERE ${inScope(scope, 'l', 'id')} AND ${known('l', scope.knownAt)}
        GROUP BY 1
      ) first
      JOIN era ON era.is_first AND era.stage_id = ${stage}::int AND first.created_at >= era.from_at
        AND (first.created_at < era.until_at OR era.until_at IS NULL)
      WHERE ${isWithin(raw('first.created_at'), period)}
    ),`;
}

function wasEverFirst(stage: number, { definitions }: RecordScope): boolean {
  return erasOf(definitions).some(({ stages }) => stages[0]?.id === stage);
}

/** The leads with their attributes as known; they depend neither on `asOf` nor on the ladder. */
function attributes({ frame, workspace, asKnown }: Counting): Sql {
  if (frame.by.length === 0 && Object.keys(frame.filter).length === 0) return empty;
  const [leads, generation] = asKnown
    ? [LEAD_FACT_AS_KNOWN, empty]
    : [LEAD_FACT, sql`AND f.generation = ${workspace.generation}`];
  return sql`
    JOIN ${leads} f ON f.workspace_id = ${workspace.id}::uuid AND f.lead_id = stay.lead_id ${generation}
    ${dimensions(frame, 'f')}
    WHERE ${conjunction(filterConditions(frame))}`;
}
