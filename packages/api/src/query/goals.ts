import type { GoalTarget, Instant } from '@leadstage/core';
import type { Transaction } from '@leadstage/prisma';
import { known } from './record-scope.js';
import { type Sql, sql } from './sql.js';

/** A goal as its latest version says, with what its alarm says now. */
export interface Goal extends GoalTarget {
  /** Decimal text; null: `goal.at_risk` is never raised. */
  readonly atRiskBelow: string | null;
  /** Since when the pace is known to be below it. */
  readonly atRiskSince: Instant | null;
}

/** The latest version of every goal, retired ones included, by period and key. */
export function latestGoals(transaction: Transaction, workspaceId: string): Promise<Goal[]> {
  return transaction.query<Goal>(sql`
    SELECT * FROM (${latest(
      sql`${GOAL}, trim_scale(at_risk_below)::text AS "atRiskBelow", at_risk_since AS "atRiskSince"`,
      workspaceId,
    )}) g ORDER BY g.start, g.key`);
}

/** The same as known at an instant (default: now). Alarms are no record, so they are left out. */
export function goalsAsKnown(
  transaction: Transaction,
  workspaceId: string,
  knownAt: Instant | undefined,
): Promise<GoalTarget[]> {
  return transaction.query<GoalTarget>(
    sql`SELECT * FROM (${latest(GOAL, workspaceId, knownAt)}) g ORDER BY g.start, g.key`,
  );
}

const GOAL = sql`id, version, key, name, stage_id AS "stageId", starts_on AS start, ends_on AS end, target, filter, retired,
  recorded_at AS "recordedAt"`;

function latest(columns: Sql, workspaceId: string, knownAt?: Instant): Sql {
  return sql`
    SELECT DISTINCT ON (id) ${columns} FROM goal
    WHERE workspace_id = ${workspaceId}::uuid AND ${known('goal', knownAt)} ORDER BY id, version DESC`;
}
