import { type Instant, InvalidInput } from '@leadstage/core';
import type { Transaction } from '@leadstage/prisma';
import { instantParameter, raw, sql } from '../query/sql.js';
import { loadWorkspace, type WorkspaceState } from '../query/workspace-state.js';

const COUNTERS = [
  'account',
  'lead',
  'transition',
  'activity',
  'cost_entry',
  'segment',
  'crm_state',
  'event',
  'definition',
] as const;
export type Counter = (typeof COUNTERS)[number];

/** The workspace as a command finds it, locked until the command ends. */
export interface LockedWorkspace {
  readonly state: WorkspaceState;
  /** When this command is recorded: later than every command before it. */
  readonly recordedAt: Instant;
  /** The last id given out, by table; a command counts on from here. */
  readonly lastIds: Readonly<Record<Counter, number>>;
}

/**
 * Locks the workspace and draws `recordedAt` under that lock, so that it follows commit order and two commands never
 * wait for each other crosswise.
 * @throws InvalidInput UNKNOWN_WORKSPACE
 */
export async function lockWorkspace(transaction: Transaction, workspaceId: string): Promise<LockedWorkspace> {
  const columns = COUNTERS.map((counter) => `last_${counter}_id AS "${counter}"`).join(', ');
  const [lastIds] = await transaction.query<Record<Counter, number>>(
    sql`SELECT ${raw(columns)} FROM workspace_clock WHERE workspace_id = ${workspaceId}::uuid FOR UPDATE`,
  );
  const state = await loadWorkspace(transaction, workspaceId);
  if (!lastIds || !state) {
    throw new InvalidInput('UNKNOWN_WORKSPACE', ['workspace'], `There is no workspace ${workspaceId}.`);
  }
  const [clock] = await transaction.query<{ now: Instant }>(
    sql`SELECT date_trunc('milliseconds', clock_timestamp()) AS now`,
  );
  return { state, lastIds, recordedAt: Math.max(clock!.now, state.lastRecordedAt + 1) };
}

/** What a command leaves in the clock: its instant, the ids it gave out, and the span of what it recorded. */
export async function advanceClock(
  transaction: Transaction,
  workspaceId: string,
  recordedAt: Instant,
  lastIds: Readonly<Record<Counter, number>>,
  occurred: readonly Instant[],
  wakeAt: Instant | null = null,
): Promise<void> {
  const counters = COUNTERS.map((counter) => `last_${counter}_id = ${lastIds[counter]}`).join(', ');
  const span = occurred.reduce(([low, high], instant) => [Math.min(low, instant), Math.max(high, instant)] as const, [
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ] as const);
  const envelope =
    occurred.length === 0
      ? sql``
      : sql`, earliest_occurred_at = least(earliest_occurred_at, ${instantParameter(span[0])}),
          latest_occurred_at = greatest(latest_occurred_at, ${instantParameter(span[1])})`;
  const waking = wakeAt === null ? sql`` : sql`, wake_at = least(wake_at, ${instantParameter(wakeAt)})`;
  await transaction.query(sql`
    UPDATE workspace_clock SET last_recorded_at = ${instantParameter(recordedAt)}, ${raw(counters)}${envelope}${waking}
    WHERE workspace_id = ${workspaceId}::uuid`);
}
