import { type Instant, startOfDate } from '@leadstage/core';
import { type Database, inWorkspace } from '@leadstage/prisma';
import { type GoalProgress, goalProgress } from '../query/goal-progress.js';
import { type Goal, latestGoals } from '../query/goals.js';
import { instantParameter, type Sql, sql } from '../query/sql.js';
import { loadWorkspace } from '../query/workspace-state.js';
import { type Recording, recordIn } from './recording.js';

/** Selects `workspace_id` of workspaces where a goal with a threshold may be under way, with a day to spare for zones. */
export const GOALS_TO_CHECK: Sql = sql`
  SELECT DISTINCT workspace_id FROM goal
  WHERE at_risk_below IS NOT NULL AND NOT retired AND starts_on <= current_date + 1 AND ends_on >= current_date - 1`;

interface Turned {
  readonly goal: Goal;
  readonly progress: GoalProgress;
  readonly atRisk: boolean;
}

/**
 * Raises `goal.at_risk` for goals under way whose pace has fallen below their threshold, once until it has recovered.
 * Several servers may do it at once: what one has raised, the others find raised.
 * @returns how many were raised
 */
export async function checkGoals(database: Database, workspaceId: string, now: Instant = Date.now()): Promise<number> {
  const known = await inWorkspace(database, workspaceId, async (transaction) => {
    const state = await loadWorkspace(transaction, workspaceId);
    return state ? { state, goals: await latestGoals(transaction, workspaceId) } : null;
  });
  if (!known) return 0;
  const { state, goals } = known;
  const turned: Turned[] = [];
  for (const goal of goals) {
    const { start, end, retired, atRiskBelow } = goal;
    const runs = startOfDate(start, state.timeZone) <= now && now < startOfDate(end, state.timeZone);
    if (retired || atRiskBelow === null || !runs) continue;
    const progress = await goalProgress(database, state, goal, now);
    const atRisk = progress.pace !== null && progress.pace < Number(atRiskBelow);
    if (atRisk !== (goal.atRiskSince !== null)) turned.push({ goal, progress, atRisk });
  }
  if (turned.length === 0) return 0;
  return recordIn(database, workspaceId, (recording) => settle(recording, turned, now));
}

/** Of the goals that were seen to turn, those that nobody else has settled meanwhile. */
async function settle(recording: Recording, turned: readonly Turned[], now: Instant): Promise<number> {
  const { transaction, workspaceId, state } = recording;
  let raised = 0;
  for (const { goal, progress, atRisk } of turned) {
    const [won] = await transaction.query(sql`
      UPDATE goal SET at_risk_since = ${atRisk ? instantParameter(now) : sql`NULL`}
      WHERE workspace_id = ${workspaceId}::uuid AND id = ${goal.id} AND version = ${goal.version}
        AND (at_risk_since IS NULL) = ${atRisk}
        AND NOT EXISTS (
          SELECT 1 FROM goal later WHERE later.workspace_id = goal.workspace_id AND later.id = goal.id
            AND later.version > goal.version
        ) RETURNING id`);
    if (!won) continue;
    recording.changed();
    if (!atRisk) continue;
    raised += 1;
    const { key, name, version, target, start, end, atRiskBelow } = goal;
    recording.events.push({
      type: 'goal.at_risk',
      leadId: null,
      payload: {
        goal: {
          key,
          name,
          version,
          stage: state.definitions.find(({ id }) => id === goal.stageId)?.key ?? null,
          period: { start, end },
          target,
        },
        entered: progress.entered,
        pace: progress.pace,
        threshold: atRiskBelow,
      },
    });
  }
  return raised;
}
