import type { Instant } from '@leadstage/core';
import type { Recording } from '../commands/recording.js';
import { HANDOFF_FACT } from '../query/facts.js';
import { instantParameter, raw, type Sql, sql } from '../query/sql.js';

/**
 * Sets when the scheduler looks at the workspace next: at the first instant after `now` at which an open handoff is due
 * soon, or overdue (a millisecond after it was due); never where none is. A later instant that is there already was
 * set for something else, and stays unless the handoffs come first.
 * @param closing handoffs that this command closes
 */
export async function setWake(
  { transaction, workspaceId, state }: Recording,
  now: Instant,
  closing: readonly number[],
): Promise<void> {
  const moment = instantParameter(now);
  const next = (clock: string): Sql => sql`
    min(f.${raw(clock)}_due_soon_at) FILTER (WHERE f.${raw(clock)}_due_soon_at > ${moment} AND ${isRunning(clock)}),
    min(f.${raw(clock)}_due_at + interval '1 millisecond')
      FILTER (WHERE f.${raw(clock)}_due_at >= ${moment} AND ${isRunning(clock)})`;
  await transaction.query(sql`
    UPDATE workspace_clock c SET wake_at = least(CASE WHEN c.wake_at > ${moment} THEN c.wake_at END, (
      SELECT least(${next('response')}, ${next('decision')}) FROM ${HANDOFF_FACT} f
      WHERE f.workspace_id = ${workspaceId}::uuid AND f.generation = ${state.generation}::int AND f.closed_at IS NULL
        AND f.opened_by <> ALL(${[...closing]}::bigint[])
    ))
    WHERE c.workspace_id = ${workspaceId}::uuid`);
}

/** The decision clock of an open handoff runs; the other until the first response. */
function isRunning(clock: string): Sql {
  return clock === 'response' ? sql`f.first_response_at IS NULL` : sql`true`;
}
