import {
  attainmentOf,
  elapsedShareOf,
  type FunnelQuestion,
  funnel,
  type Instant,
  InvalidInput,
  paceOf,
  startOfDate,
} from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import type { Goal } from './goals.js';
import { runReport } from './run-report.js';
import type { WorkspaceState } from './workspace-state.js';

/** How far a goal has got by an instant. */
export interface GoalProgress {
  /** As the throughput funnel counts it; null where its stage is not in force at that instant. */
  readonly entered: number | null;
  readonly attainment: number | null;
  readonly pace: number | null;
  /** Of the period, 0 to 1. */
  readonly elapsedShare: number;
}

/** Asks the throughput funnel for the entries of a goal, so that the two can never disagree. */
export async function goalProgress(
  database: Database,
  { id: workspaceId, timeZone, definitions }: Pick<WorkspaceState, 'id' | 'timeZone' | 'definitions'>,
  { stageId, start, end, target, filter }: Goal,
  asOf: Instant,
): Promise<GoalProgress> {
  const stage = definitions.find(({ id }) => id === stageId)?.key ?? '';
  const elapsedShare = elapsedShareOf(startOfDate(start, timeZone), startOfDate(end, timeZone), asOf);
  const entered = await enteredBy(database, workspaceId, { base: stage, period: { start, end }, filter, asOf });
  return {
    entered,
    attainment: entered === null ? null : attainmentOf(entered, target),
    pace: entered === null ? null : paceOf(entered, target, elapsedShare),
    elapsedShare,
  };
}

type Asked = Pick<FunnelQuestion, 'base' | 'period' | 'filter' | 'asOf'>;

async function enteredBy(database: Database, workspaceId: string, question: Asked): Promise<number | null> {
  try {
    const { total } = await runReport(database, workspaceId, funnel, { ...question, mode: 'THROUGHPUT' });
    return total.stages[0]?.entered ?? null;
  } catch (error) {
    if (error instanceof InvalidInput && error.code === 'UNKNOWN_STAGE') return null;
    throw error;
  }
}
