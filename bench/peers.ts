import { join, raw, type Sql, sql } from '../packages/api/src/query/sql.js';
import { DAY } from './data.js';

/*
 * What most teams write: plain SQL over the event log, for every question anew. It knows nothing of corrections, merges or a
 * ladder that changes, nor of skipped stages but where it says so.
 */

export const [LEAD, MQL, SQL, CUSTOMER] = [2, 3, 4, 6] as const;
export const PERIOD = { start: '2025-04-01', end: '2025-07-01' };

const isWithin = (column: string) => raw(`${column} >= '${PERIOD.start}Z' AND ${column} < '${PERIOD.end}Z'`);

/** A lead's (an account's) first entry into a stage or any later one. */
const firstEntries = (workspaceId: string, whose: Sql) => sql`
  first_entry AS (
    SELECT ${whose}, s.id AS stage_id, min(t.occurred_at) AS at
    FROM lead l
    JOIN lead_version v ON v.workspace_id = l.workspace_id AND v.lead_id = l.id
    JOIN stage s ON s.workspace_id = l.workspace_id
    JOIN transition t ON t.workspace_id = l.workspace_id AND t.lead_id = l.id AND t.to_stage_id >= s.id
    WHERE l.workspace_id = ${workspaceId}::uuid
    GROUP BY ${whose}, s.id
  )`;

export const funnelBySource = (workspaceId: string) => sql`
  WITH ${firstEntries(workspaceId, raw('l.id, v.segment_id'))}
  SELECT g.source, reached.stage_id, count(*) AS leads
  FROM first_entry base
  JOIN first_entry reached ON reached.id = base.id AND reached.stage_id >= base.stage_id
  JOIN segment g ON g.workspace_id = ${workspaceId}::uuid AND g.id = base.segment_id
  WHERE base.stage_id = ${LEAD}::int AND ${isWithin('base.at')}
  GROUP BY g.source, reached.stage_id`;

export const funnelOfAccounts = (workspaceId: string) => sql`
  WITH ${firstEntries(workspaceId, raw('v.account_id'))}
  SELECT reached.stage_id, count(*) AS accounts
  FROM first_entry base
  JOIN first_entry reached ON reached.account_id = base.account_id AND reached.stage_id >= base.stage_id
  WHERE base.stage_id = ${LEAD}::int AND ${isWithin('base.at')}
  GROUP BY reached.stage_id ORDER BY reached.stage_id`;

const firstInto = (workspaceId: string, stage: number) => sql`(
  SELECT lead_id, min(occurred_at) AS at FROM transition
  WHERE workspace_id = ${workspaceId}::uuid AND to_stage_id = ${stage}::int GROUP BY lead_id)`;

export const timesBySource = (workspaceId: string) => sql`
  SELECT g.source, count(*) AS counted, avg(seconds) AS mean,
    percentile_cont(ARRAY[0.5, 0.75, 0.9]) WITHIN GROUP (ORDER BY seconds) AS quantiles
  FROM (
    SELECT began.lead_id, date_part('epoch', came.at - began.at) AS seconds
    FROM ${firstInto(workspaceId, LEAD)} began JOIN ${firstInto(workspaceId, SQL)} came USING (lead_id)
    WHERE ${isWithin('came.at')}
  ) timed
  JOIN lead_version v ON v.workspace_id = ${workspaceId}::uuid AND v.lead_id = timed.lead_id
  JOIN segment g ON g.workspace_id = v.workspace_id AND g.id = v.segment_id
  GROUP BY GROUPING SETS ((), (g.source))`;

/** Every step of the log with the one after it. */
const steps = (workspaceId: string) => sql`(
  SELECT lead_id, to_stage_id, occurred_at,
    lead(occurred_at) OVER w AS next_at, lead(to_stage_id) OVER w AS next_stage, lead(kind) OVER w AS next_kind
  FROM transition WHERE workspace_id = ${workspaceId}::uuid
  WINDOW w AS (PARTITION BY lead_id ORDER BY occurred_at))`;

export const acceptanceBySource = (workspaceId: string) => sql`
  SELECT g.source, count(*) AS counted, count(*) FILTER (WHERE next_stage > to_stage_id) AS accepted,
    count(*) FILTER (WHERE next_kind = 'REJECTED') AS rejected
  FROM ${steps(workspaceId)} step
  JOIN lead_version v ON v.workspace_id = ${workspaceId}::uuid AND v.lead_id = step.lead_id
  JOIN segment g ON g.workspace_id = v.workspace_id AND g.id = v.segment_id
  WHERE to_stage_id = ${MQL}::int AND ${isWithin('occurred_at')}
  GROUP BY GROUPING SETS ((), (g.source))`;

/** Decisions within two days of the calendar, and nothing else of what the report tells. */
export const decisionsInTime = (workspaceId: string, asOf: number) => {
  const [due, now] = [
    sql`occurred_at + ${2 * DAY} * interval '1 ms'`,
    sql`${new Date(asOf).toISOString()}::timestamptz`,
  ];
  const counts = [
    sql`count(*) FILTER (WHERE next_at <= ${due}) AS met`,
    sql`count(*) FILTER (WHERE next_at > ${due}) AS breached`,
    sql`count(*) FILTER (WHERE next_at IS NULL AND ${due} < ${now}) AS overdue`,
  ];
  return sql`
    SELECT ${join(counts)} FROM ${steps(workspaceId)} step WHERE to_stage_id = ${MQL}::int AND ${isWithin('occurred_at')}`;
};

/** SIMPLE cost per stage of a quarter whose months are paid one by one. */
export const costPerStage = (workspaceId: string) => sql`
  WITH ${firstEntries(workspaceId, raw('l.id'))},
  spent AS (
    SELECT sum(amount) AS spend FROM cost_entry
    WHERE workspace_id = ${workspaceId}::uuid AND starts_on >= '${raw(PERIOD.start)}' AND ends_on <= '${raw(PERIOD.end)}'
  )
  SELECT stage_id, count(*) AS entered, round(min(spend) / count(*), 2)::text AS cost
  FROM first_entry CROSS JOIN spent
  WHERE stage_id >= ${LEAD}::int AND ${isWithin('at')}
  GROUP BY stage_id ORDER BY stage_id`;
