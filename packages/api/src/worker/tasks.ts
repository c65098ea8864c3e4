import type { Database } from '@leadstage/prisma';
import { checkGoals, GOALS_TO_CHECK } from '../commands/check-goals.js';
import { forgetKeys, WORKSPACES_TO_FORGET } from '../commands/forget-keys.js';
import { stepReprojection, sweepGenerations } from '../projections/reproject.js';
import { LEAD_FACT } from '../query/facts.js';
import { type Sql, sql } from '../query/sql.js';
import { judgeUnjudged, WORKSPACES_TO_JUDGE } from '../sla/judge-unjudged.js';
import { raiseAlerts } from '../sla/raise-alerts.js';
import { isDue } from '../webhooks/claim-deliveries.js';
import { deliverDue } from '../webhooks/deliver.js';
import { pruneEvents, WORKSPACES_TO_PRUNE } from '../webhooks/prune-events.js';

/** Something that the server does of itself, in each workspace where it is due. Several servers may do it at once. */
export interface Task {
  readonly name: string;
  /**
   * Selects `workspace_id` of the workspaces where there is something to do. It is asked beyond row-level security,
   * again and again, so it must be cheap where there is nothing.
   */
  readonly due: Sql;
  /** How often it is asked, milliseconds; default at every tick. */
  readonly every?: number;
  /** In how many workspaces at one time. */
  readonly atOnce: number;
  /**
   * Does a part of it, a second or so of work for the database.
   * @returns whether the rest should follow without waiting to be due
   */
  run(database: Database, workspaceId: string, signal: AbortSignal): Promise<boolean>;
}

const MINUTE = 60_000;

/*
 * Each workspace is asked by a subquery with LIMIT, which looks into an index once and is not turned into a join: a
 * join would read the whole table.
 */
export const TASKS: readonly Task[] = [
  {
    name: 'alerts',
    due: sql`SELECT workspace_id FROM workspace_clock WHERE wake_at <= now()`,
    atOnce: 1,
    run: async (database, workspaceId) => {
      await raiseAlerts(database, workspaceId);
      return false;
    },
  },
  {
    name: 'deliveries',
    due: sql`
      SELECT c.workspace_id FROM workspace_clock c
      WHERE (SELECT true FROM delivery d WHERE d.workspace_id = c.workspace_id AND ${isDue()} LIMIT 1)`,
    atOnce: 8,
    run: async (database, workspaceId, signal) => {
      await deliverDue(database, workspaceId, { signal });
      return false;
    },
  },
  {
    name: 'reprojection',
    due: sql`
      SELECT r.workspace_id FROM reprojection r
      JOIN workspace_clock c ON c.workspace_id = r.workspace_id AND c.generation < r.generation`,
    atOnce: 1,
    run: async (database, workspaceId) => {
      const progress = await stepReprojection(database, workspaceId);
      // Under another ladder there may be handoffs that nothing opened.
      if (progress?.switched) while (await judgeUnjudged(database, workspaceId));
      return progress !== null && !progress.switched;
    },
  },
  {
    name: 'sweeping',
    due: sql`
      SELECT c.workspace_id FROM workspace_clock c
      WHERE (
        SELECT true FROM ${LEAD_FACT} f
        WHERE f.workspace_id = c.workspace_id AND f.generation < c.generation LIMIT 1
      )`,
    every: MINUTE,
    atOnce: 1,
    run: sweepGenerations,
  },
  {
    name: 'judging',
    due: WORKSPACES_TO_JUDGE,
    every: 60 * MINUTE,
    atOnce: 1,
    run: (database, workspaceId) => judgeUnjudged(database, workspaceId),
  },
  {
    name: 'goals',
    due: GOALS_TO_CHECK,
    every: 10 * MINUTE,
    atOnce: 1,
    run: async (database, workspaceId) => {
      await checkGoals(database, workspaceId);
      return false;
    },
  },
  { name: 'forgetting', due: WORKSPACES_TO_FORGET, every: 24 * 60 * MINUTE, atOnce: 1, run: forgetKeys },
  {
    name: 'pruning',
    due: WORKSPACES_TO_PRUNE,
    every: 24 * 60 * MINUTE,
    atOnce: 1,
    run: async (database, workspaceId, signal) => {
      await pruneEvents(database, workspaceId, { signal });
      return false;
    },
  },
];
