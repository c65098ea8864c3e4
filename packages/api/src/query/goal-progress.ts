import {
  type GoalQuestion,
  type GoalStanding,
  type GoalTarget,
  goalStandings,
  type Instant,
  type LeadFilter,
  type LeadsNeeded,
  type LeadsNeededQuestion,
  leadsNeededFor,
  type Report,
  type ReportQuestion,
} from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import { runReport } from './run-report.js';
import type { WorkspaceState } from './workspace-state.js';

/** How far a goal has got by an instant. */
export type GoalProgress = Pick<GoalStanding, 'entered' | 'attainment' | 'pace' | 'elapsedShare'>;

/** As the acceptance report tells it, so that the two can never disagree. */
export async function goalProgress(
  database: Database,
  { id }: Pick<WorkspaceState, 'id'>,
  goal: GoalTarget,
  asOf: Instant,
): Promise<GoalProgress> {
  const [progress] = await progressOfGoals(database, id, [goal], asOf);
  if (!progress) throw new Error('a goal without progress');
  return progress;
}

/** The same of several, in their order and in one transaction. */
export async function progressOfGoals(
  database: Database,
  workspaceId: string,
  goals: readonly GoalTarget[],
  asOf: Instant,
): Promise<readonly GoalProgress[]> {
  const [first] = goals;
  if (!first) return [];
  const standings: Report<ReportQuestion, { readonly goals: readonly GoalStanding[] }> = {
    name: 'goals',
    answer: async (_question, frame, desk) => ({ goals: await goalStandings(goals, frame, desk) }),
  };
  const { start, end } = first;
  return (await runReport(database, workspaceId, standings, { period: { start, end }, asOf })).goals;
}

/** What a goal asks for at the present rates, as a report of the same `asOf`, `knownAt` and ladder would tell it. */
export function leadsNeeded(
  database: Database,
  workspaceId: string,
  goal: GoalQuestion,
  asked: LeadsNeededQuestion & Pick<ReportQuestion, 'asOf' | 'knownAt' | 'ladder'>,
  lock: LeadFilter | null = null,
): Promise<LeadsNeeded> {
  const report: Report<ReportQuestion, LeadsNeeded> = {
    name: 'leadsNeeded',
    answer: (_question, frame, desk) => leadsNeededFor(goal, asked, frame, desk),
  };
  const { asOf, knownAt, ladder } = asked;
  const { start, end } = goal;
  return runReport(database, workspaceId, report, { period: { start, end }, asOf, knownAt, ladder }, Date.now(), lock);
}
