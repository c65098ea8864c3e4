import type { Instant } from '@leadstage/core';
import { type Database, inWorkspace, type Transaction } from '@leadstage/prisma';
import type { WorkspaceState } from '../query/workspace-state.js';
import type { NewEvent } from '../webhooks/events.js';
import { carryThrough } from './carry-through.js';
import { type Done, type Once, runOnce, thrown } from './idempotency.js';
import { advanceClock, type Counter, type LockedWorkspace, lockWorkspace } from './lock-workspace.js';

/** A command under way: its transaction, the workspace locked, and what it has done so far. */
export interface Recording {
  readonly transaction: Transaction;
  readonly workspaceId: string;
  /** As the command found it; a command that changes what projections depend on replaces it. */
  state: WorkspaceState;
  /** When this command is recorded: later than every command before it. */
  readonly recordedAt: Instant;
  /** The last id given out, by table; a command counts on from here. */
  readonly lastIds: Record<Counter, number>;
  nextId(counter: Counter): number;
  /** Leads whose record the command changed: their projections follow. */
  readonly touched: Set<number>;
  /** Instants of what was recorded, for the span of the log. */
  readonly occurred: Instant[];
  /** What webhooks will be told, in order. */
  readonly events: NewEvent[];
  /** Says that something was recorded that touches no lead. */
  changed(): void;
  /** When the scheduler must look at the workspace; the earliest counts. */
  wakeAt(instant: Instant): void;
  /** Tells the audit log more than was asked: ids of ours alone. */
  tell(ids: Readonly<Record<string, string | number>>): void;
}

/** Calls that have been answered: carried out, refused or repeated. */
const settledCalls = new WeakSet<Once>();

/** Whether a call went through `recordIn`, and with it into the audit log. */
export function isSettled(once: Once): boolean {
  return settledCalls.has(once);
}

/**
 * Runs a command: one transaction, the workspace locked first. What the command wrote is carried through to facts,
 * rollups, handoffs, due instants, rules and the outbox before it commits; nothing is half-written.
 * @param once when given, the same key with the same input answers the same, and does nothing twice. The result must
 *   then survive JSON, and hold ids instead of personal data and secrets
 * @throws InvalidInput UNKNOWN_WORKSPACE, what `runOnce` refuses, and what the command throws
 */
export async function recordIn<Result>(
  database: Database,
  workspaceId: string,
  work: (recording: Recording) => Promise<Result>,
  once?: Once,
): Promise<Result> {
  const settled = await inWorkspace(database, workspaceId, async (transaction) => {
    const locked = await lockWorkspace(transaction, workspaceId);
    const run = async (): Promise<Done<Result>> => {
      const { recording, finish, told } = begin(transaction, locked);
      const result = await work(recording);
      await finish();
      return { result, touched: [...recording.touched], told };
    };
    return once ? runOnce(transaction, locked, once, run) : run();
  });
  if (once) settledCalls.add(once);
  if ('refusal' in settled) throw thrown(settled.refusal);
  return settled.result;
}

function begin(transaction: Transaction, { state, recordedAt, lastIds }: LockedWorkspace) {
  let changed = false;
  let wakeAt: Instant | null = null;
  const told: Record<string, string | number> = {};
  const recording: Recording = {
    transaction,
    workspaceId: state.id,
    state,
    recordedAt,
    lastIds: { ...lastIds },
    nextId: (counter) => {
      recording.lastIds[counter] += 1;
      return recording.lastIds[counter];
    },
    touched: new Set(),
    occurred: [],
    events: [],
    changed: () => {
      changed = true;
    },
    wakeAt: (instant) => {
      wakeAt = Math.min(wakeAt ?? instant, instant);
    },
    tell: (ids) => {
      Object.assign(told, ids);
    },
  };
  const finish = async () => {
    if (!changed && recording.touched.size === 0) return;
    await carryThrough(recording);
    await advanceClock(transaction, state.id, recordedAt, recording.lastIds, recording.occurred, wakeAt);
  };
  return { recording, finish, told };
}
