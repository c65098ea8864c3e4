import type { Instant, LeadFilter, LocalDate } from '@leadstage/core';
import type { Transaction } from '@leadstage/prisma';
import { sql } from './sql.js';

/** A target number of entries into a stage over the local dates `[start, end)`, as its latest version says. */
export interface Goal {
  readonly id: number;
  readonly version: number;
  readonly key: string;
  readonly name: string;
  readonly stageId: number;
  readonly start: LocalDate;
  readonly end: LocalDate;
  readonly target: number;
  readonly filter: LeadFilter;
  /** Decimal text; null: `goal.at_risk` is never raised. */
  readonly atRiskBelow: string | null;
  readonly retired: boolean;
  /** Since when the pace is known to be below it. */
  readonly atRiskSince: Instant | null;
  readonly recordedAt: Instant;
}

/** The latest version of every goal, retired ones included, by period and key. */
export function latestGoals(transaction: Transaction, workspaceId: string): Promise<Goal[]> {
  return transaction.query<Goal>(sql`
    SELECT * FROM (
      SELECT DISTINCT ON (id) id, version, key, name, stage_id AS "stageId", starts_on AS start, ends_on AS end, target, filter,
        trim_scale(at_risk_below)::text AS "atRiskBelow", retired, at_risk_since AS "atRiskSince", recorded_at AS "recordedAt"
      FROM goal WHERE workspace_id = ${workspaceId}::uuid ORDER BY id, version DESC
    ) g ORDER BY g.start, g.key`);
}
