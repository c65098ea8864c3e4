import {
  type Frame,
  InvalidInput,
  MOST_WAITING_DAYS,
  type ResponseBand,
  type ResponsesMeasure,
  SLA_STATUSES,
  type SlaCalendar,
  type SlaMeasure,
  type SlaProposal,
  type SlaStatus,
  type SlaTargets,
} from '@leadstage/core';
import type { Asked, Counting } from './asked.js';
import { checkAttributes, leadAttribute, meets } from './attributes.js';
import { selectCells } from './cells.js';
import { SEGMENT_ATTRIBUTES } from './facts.js';
import { handoffRows } from './handoff-rows.js';
import { dimensions } from './lead-rows.js';
import { conjunction, empty, instantParameter, join, raw, type Sql, sql } from './sql.js';
import { millisecondsOf, staircase, usedUpAt, workedBetween } from './working-time-sql.js';

/** What stops each clock, and by when it was to be stopped as recorded. */
const COLUMNS = {
  RESPONSE: { done: raw('f.first_response_at'), due: raw('f.response_due_at') },
  DECISION: { done: raw('f.closed_at'), due: raw('f.decision_due_at') },
} as const;

export function slaCells(asked: Asked<SlaMeasure>): Sql {
  const { position, measure, frame } = asked;
  const handoffs = measure.replay === null ? inForce(asked) : replayed(asked, measure.replay);
  const asOf = sql`${frame.asOf}::float8`;
  const isTimed = sql`FILTER (WHERE done IS NOT NULL OR due < ${asOf})`;
  return selectCells({
    measure: position,
    frame,
    keys: frame.by.length,
    // Within a fence, so that a due instant is worked out once a row, and no staircase is carried through a sort.
    rows: sql`SELECT * FROM (${handoffs} OFFSET 0) judged WHERE due <= latest`,
    values: [
      ...SLA_STATUSES.map((status) => sql`count(*) FILTER (WHERE ${hasStatus(status, frame)})`),
      sql`count(took) ${isTimed}`,
      sql`coalesce(sum(took::bigint) ${isTimed}, 0)::text`,
      // Exact decimals: a sum of doubles would depend on the order of the rows.
      sql`coalesce(sum(took::numeric / target::numeric) ${isTimed}, 0)::text`,
    ],
  });
}

/** Of a row of judged handoffs: how it stands at `asOf`. */
export function hasStatus(status: SlaStatus, { asOf }: Frame): Sql {
  switch (status) {
    case 'MET':
      return sql`done <= due`;
    case 'BREACHED':
      return sql`done > due`;
    case 'OVERDUE':
      return sql`done IS NULL AND due < ${asOf}::float8`;
    case 'PENDING':
      return sql`done IS NULL AND due >= ${asOf}::float8`;
  }
}

/**
 * Handoffs with a due instant on the clock, as it is recorded for each, with `columns` of `f`. Each has been judged by a
 * version of a policy that has a target there and is among the `targets` of the measure.
 */
export function dueRows(asked: Counting<SlaMeasure>, columns: Sql, joins = empty): Sql {
  const { done, due } = COLUMNS[asked.measure.clock];
  const instants = sql`${millisecondsOf(done)} AS done, ${millisecondsOf(due)} AS due`;
  return handoffRows(asked, sql`${instants}, ${columns}`, { joins, conditions: [sql`${due} IS NOT NULL`] });
}

/** By the policy and the due instant that are recorded for each. */
function inForce(asked: Asked<SlaMeasure>): Sql {
  const { measure } = asked;
  const targets = measure.targets.filter((each) => timeOf(each, measure) !== null);
  return dueRows(
    asked,
    sql`'Infinity'::float8 AS latest, ${timedColumns(asked)}`,
    sql`
      JOIN unnest(${targets.map(({ policyId }) => policyId)}::int[],
        ${targets.map(({ policyVersion }) => policyVersion)}::int[], ${targetArrays(targets, measure)})
        AS t (policy_id, policy_version, business, milliseconds, calendar_id)
        ON t.policy_id = f.policy_id AND t.policy_version = f.policy_version
      ${joinedCalendars(measure.calendars)}`,
  );
}

/** By the first proposal whose filter each meets. */
function replayed(asked: Asked<SlaMeasure>, proposals: readonly SlaProposal[]): Sql {
  const { measure, workspace } = asked;
  proposals.forEach(({ filter }, index) => void checkFilter(filter, index, workspace.attributeKeys));
  const opened = millisecondsOf(raw('f.opened_at'));
  const due = sql`CASE WHEN t.business THEN ${usedUpAt('clock', raw('f.opened_at'), raw('t.milliseconds'))}
    ELSE ${opened} + t.milliseconds END`;
  const latest = sql`${opened} + ${MOST_WAITING_DAYS * 86_400_000}::float8`;
  const cases = proposals.map(({ filter }, index) => {
    const conditions = Object.entries(filter).map(([name, condition]) => meets(leadAttribute(name), condition));
    return sql`WHEN ${conjunction(conditions)} THEN ${index}::int`;
  });
  const judging = proposals.flatMap((proposal, index) =>
    timeOf(proposal, measure) === null ? [] : [{ ...proposal, index }],
  );
  const judged = sql`${millisecondsOf(COLUMNS[measure.clock].done)} AS done, ${due} AS due, ${latest} AS latest`;
  return handoffRows(asked, sql`${judged}, ${timedColumns(asked)}`, {
    joins: sql`
      ${dimensionsOfFilters(asked, proposals)}
      JOIN unnest(${judging.map(({ index }) => index)}::int[], ${targetArrays(judging, measure)})
        AS t (proposal, business, milliseconds, calendar_id)
        ON t.proposal = CASE ${join(cases, ' ')} END
      ${joinedCalendars(measure.calendars)}`,
  });
}

/** In milliseconds; `took` until it was done, or until now. */
function timedColumns({ measure, frame }: Asked<SlaMeasure>): Sql {
  const { done } = COLUMNS[measure.clock];
  const [opened, ended] = [raw('f.opened_at'), sql`coalesce(${done}, ${instantParameter(frame.asOf)})`];
  return sql`t.milliseconds AS target,
    CASE WHEN t.business THEN ${workedBetween('clock', opened, ended)}
      ELSE ${millisecondsOf(ended)} - ${millisecondsOf(opened)} END AS took`;
}

function timeOf(targets: Pick<SlaTargets, 'response' | 'decision'>, { clock }: SlaMeasure) {
  return clock === 'RESPONSE' ? targets.response : targets.decision;
}

function targetArrays(
  targets: readonly Pick<SlaTargets, 'response' | 'decision' | 'calendarId'>[],
  measure: SlaMeasure,
): Sql {
  const times = targets.map((each) => timeOf(each, measure));
  return sql`${times.map((time) => time?.business ?? false)}::boolean[],
    ${times.map((time) => time?.milliseconds ?? null)}::float8[], ${targets.map(({ calendarId }) => calendarId)}::int[]`;
}

/** The working time `clock` of the calendar of the target `t`, in its version of the day on which the handoff opened. */
function joinedCalendars(calendars: readonly SlaCalendar[]): Sql {
  const rows = calendars.map(
    ({ calendarId, from, until, time }) => sql`
      SELECT ${calendarId}::int AS calendar_id, ${instantParameter(from)} AS since, ${instantParameter(until)} AS until,
        ${staircase(time)}`,
  );
  const none = sql`SELECT NULL::int AS calendar_id, NULL::timestamptz AS since, NULL::timestamptz AS until,
    ${staircase({ starts: [], lengths: [], before: [] })} WHERE false`;
  return sql`LEFT JOIN (${rows.length > 0 ? join(rows, ' UNION ALL ') : none}) clock
    ON t.business AND clock.calendar_id = t.calendar_id AND f.opened_at >= clock.since AND f.opened_at < clock.until`;
}

/** What the filters of proposals read and the question itself does not. */
function dimensionsOfFilters({ frame }: Asked<SlaMeasure>, proposals: readonly SlaProposal[]): Sql {
  const asked = [...frame.by, ...Object.keys(frame.filter)];
  const dimensionOf = (name: string) => (Object.hasOwn(SEGMENT_ATTRIBUTES, name) ? 'segment' : name);
  const joined = new Set(asked.map(dimensionOf));
  const by = proposals.flatMap(({ filter }) => Object.keys(filter)).filter((name) => !joined.has(dimensionOf(name)));
  return dimensions({ ...frame, by, filter: {} }, 'f');
}

function checkFilter(filter: SlaProposal['filter'], index: number, ownKeys: readonly string[]): void {
  try {
    checkAttributes([], filter, ownKeys);
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    throw new InvalidInput(error.code, ['replay', index, ...error.path], error.message, error.expected);
  }
}

/** Time to first response as it passes, whatever the policy. */
export function responseCells(asked: Asked<ResponsesMeasure>): Sql {
  const { position, measure, frame } = asked;
  const { bounds } = measure;
  const bands = [
    ...bounds.map((within, index) => isInBand({ over: bounds[index - 1] ?? null, within })),
    isInBand({ over: bounds.at(-1) ?? null, within: null }),
    isInBand(null),
  ];
  return selectCells({
    measure: position,
    frame,
    keys: frame.by.length,
    rows: responseRows(asked),
    values: bands.flatMap((band) =>
      [sql`true`, HAS_BECOME.SQL, HAS_BECOME.CUSTOMER].map((came) => sql`count(*) FILTER (WHERE ${band} AND ${came})`),
    ),
  });
}

/** Handoffs with the time that their first response took, with what became of them, and `columns` of `f`. */
export function responseRows(asked: Counting<ResponsesMeasure>, columns: readonly Sql[] = []): Sql {
  const opened = millisecondsOf(raw('f.opened_at'));
  const told = sql`${millisecondsOf(raw('f.first_response_at'))} - ${opened} AS took,
    f.sql_at IS NOT NULL AS is_sql, f.customer_at IS NOT NULL AS is_customer`;
  return handoffRows(asked, join([told, ...columns]));
}

export const HAS_BECOME = { SQL: raw('is_sql'), CUSTOMER: raw('is_customer') } as const;

/** Of such a row: whether the response took so long; null: there was none. */
export function isInBand(band: ResponseBand | null): Sql {
  if (band === null) return sql`took IS NULL`;
  const { over, within } = band;
  return conjunction([
    ...(over === null ? [] : [sql`took > ${over}::float8`]),
    within === null ? sql`took IS NOT NULL` : sql`took <= ${within}::float8`,
  ]);
}
