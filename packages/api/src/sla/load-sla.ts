import type { BusinessCalendar, Instant, SlaPolicy } from '@leadstage/core';
import { type Database, inWorkspace, type Transaction } from '@leadstage/prisma';
import { known } from '../query/record-scope.js';
import { raw, type Sql, sql } from '../query/sql.js';

/** What handoffs of a workspace are judged by. */
export interface Sla {
  /** Every version of every policy, by id and version; retired ones included. */
  readonly policies: readonly SlaPolicy[];
  /** Every version of every calendar, by id and version. */
  readonly calendars: readonly BusinessCalendar[];
}

/** All versions of a workspace's policies and calendars, as known at an instant (default: now). */
export async function loadSla(transaction: Transaction, workspaceId: string, knownAt?: Instant): Promise<Sla> {
  const [row] = await transaction.query<{ sla: Sla }>(sql`
    SELECT json_build_object(
      'policies', (
        SELECT coalesce(json_agg(json_build_object(
          'id', p.id, 'key', p.key, 'version', p.version,
          'effectiveFrom', ${milliseconds('p.effective_from')}, 'recordedAt', ${milliseconds('p.recorded_at')},
          'name', p.name, 'position', p.position, 'filter', p.filter,
          'firstResponse', p.first_response, 'decision', p.decision, 'calendarId', p.calendar_id, 'retired', p.retired
        ) ORDER BY p.id, p.version), '[]')
        FROM sla_policy p WHERE p.workspace_id = ${workspaceId}::uuid AND ${known('p', knownAt)}
      ),
      'calendars', (
        SELECT coalesce(json_agg(json_build_object(
          'id', c.id, 'key', c.key, 'version', c.version,
          'effectiveFrom', ${milliseconds('c.effective_from')}, 'recordedAt', ${milliseconds('c.recorded_at')},
          'name', c.name, 'timeZone', c.time_zone, 'hours', c.hours,
          'country', c.country, 'region', c.region, 'days', c.days
        ) ORDER BY c.id, c.version), '[]')
        FROM business_calendar c WHERE c.workspace_id = ${workspaceId}::uuid AND ${known('c', knownAt)}
      )
    ) AS sla`);
  return row?.sla ?? { policies: [], calendars: [] };
}

/** The same in a transaction of its own. */
export function slaOf(database: Database, workspaceId: string, knownAt?: Instant): Promise<Sla> {
  return inWorkspace(database, workspaceId, (transaction) => loadSla(transaction, workspaceId, knownAt));
}

function milliseconds(column: string): Sql {
  return raw(`(extract(epoch FROM ${column}) * 1000)::bigint`);
}
