import type { Database } from '@leadstage/prisma';
import { recordIn } from '../commands/recording.js';
import { HANDOFF_FACT } from '../query/facts.js';
import { instantParameter, type Sql, sql } from '../query/sql.js';
import { handoffsToJudge, isJudged } from './handoffs-to-judge.js';
import { firstPolicyFrom, judge } from './judge.js';
import { loadSla } from './load-sla.js';
import { storeJudgements } from './store-judgements.js';

const AT_A_TIME = 5_000;

/** Selects `workspace_id` of workspaces that have such handoffs. It reads all their handoffs: for once in an hour. */
export const WORKSPACES_TO_JUDGE: Sql = sql`
  SELECT c.workspace_id FROM workspace_clock c
  WHERE EXISTS (SELECT FROM sla_policy p WHERE p.workspace_id = c.workspace_id) AND (
    SELECT true FROM ${HANDOFF_FACT} f
    WHERE f.workspace_id = c.workspace_id AND f.generation = c.generation
      AND f.opened_at >= (SELECT min(p.effective_from) FROM sla_policy p WHERE p.workspace_id = c.workspace_id)
      AND NOT ${isJudged} LIMIT 1
  )`;

/**
 * Judges handoffs that no write has opened: those that are there because the ladder became another. One that no policy
 * applies to is recorded as judged as well, so that this ends.
 * @returns whether there may be more
 */
export function judgeUnjudged(database: Database, workspaceId: string, atATime = AT_A_TIME): Promise<boolean> {
  return recordIn(database, workspaceId, async (recording) => {
    if (!recording.state.hasPolicies) return false;
    const sla = await loadSla(recording.transaction, workspaceId);
    const first = firstPolicyFrom(sla);
    if (first === null) return false;
    const { generation } = recording.state;
    const handoffs = await handoffsToJudge(
      recording,
      sla,
      sql`f.generation = ${generation}::int AND f.opened_at >= ${instantParameter(first)} AND NOT ${isJudged}`,
      atATime,
    );
    await storeJudgements(
      recording,
      handoffs.map((handoff) => ({ ...handoff, ...judge(sla, handoff.openedAt, handoff.attributes) })),
    );
    return handoffs.length === atATime;
  });
}
