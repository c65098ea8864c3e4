import { definitionsAt, type Instant, type LeadStanding, ladderAt, type StageDefinition } from '@leadstage/core';
import type { Transaction } from '@leadstage/prisma';
import { handoffsFromRecord } from './handoffs-from-record.js';
import { type LogEntry, logsOf } from './lead-log.js';
import { instantParameter, sql } from './sql.js';
import type { WorkspaceState } from './workspace-state.js';

type State = Pick<WorkspaceState, 'id' | 'hasMerges' | 'definitions'>;

/** A lead with all that were merged into it. */
export interface LeadFamily {
  /** The surviving one. */
  readonly id: number;
  readonly family: readonly number[];
  /** The earliest of all of them. */
  readonly createdAt: Instant;
}

/**
 * Where a lead stands at an instant, what happened at that very instant included: what decides which moves it may make
 * then. The handoff is the one that the handoff fact shows open at the instant.
 * @param log the lead's whole log, oldest first
 */
export async function leadStandingAt(
  transaction: Transaction,
  state: State,
  lead: LeadFamily,
  log: readonly LogEntry[],
  at: Instant,
): Promise<LeadStanding> {
  const past = log.filter(({ occurredAt }) => occurredAt <= at);
  const defined = (id: number) => definitionOf(state.definitions, id, at);
  const first = ladderAt(state.definitions, lead.createdAt)[0];
  const origin = first ? defined(first.id) : null;
  const last = past.at(-1);
  const inStage = past.findLast(({ toStageId }) => toStageId !== null)?.toStageId;
  const lastStage = inStage == null ? origin : defined(inStage);
  const isOut = last !== undefined && last.toStageId === null;
  return {
    stage: isOut ? null : lastStage,
    hasTransitions: last !== undefined,
    leftFrom: isOut ? lastStage : null,
    handoffOpenSince: await handoffOpenAt(transaction, state, lead, at),
  };
}

/** The log of a lead, oldest first, with what is recorded in the transaction so far. */
export function logOf(transaction: Transaction, state: State, { id }: LeadFamily): Promise<LogEntry[]> {
  return logsOf(transaction, state, [id]);
}

async function handoffOpenAt(
  transaction: Transaction,
  { id: workspaceId, definitions, hasMerges }: State,
  { family }: LeadFamily,
  at: Instant,
): Promise<Instant | null> {
  const [open] = await transaction.query<{ openedAt: Instant }>(sql`
    SELECT opened_at AS "openedAt"
    FROM (${handoffsFromRecord({ workspaceId, definitions, hasMerges, leadIds: family })}) h
    WHERE opened_at <= ${instantParameter(at)} AND (closed_at IS NULL OR closed_at > ${instantParameter(at)})`);
  return open?.openedAt ?? null;
}

/** A stage as it was defined at an instant, retired or not; one that was defined later, as it was first. */
function definitionOf(definitions: readonly StageDefinition[], id: number, at: Instant): StageDefinition | null {
  const own = definitions.filter((definition) => definition.id === id);
  return definitionsAt(own, at)[0] ?? own[0] ?? null;
}
