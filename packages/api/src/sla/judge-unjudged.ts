import type { Database } from '@leadstage/prisma';
import { recordIn } from '../commands/recording.js';
import { instantParameter, sql } from '../query/sql.js';
import { handoffsToJudge, isJudged } from './handoffs-to-judge.js';
import { firstPolicyFrom, judge } from './judge.js';
import { loadSla } from './load-sla.js';
import { storeJudgements } from './store-judgements.js';

const AT_A_TIME = 5_000;

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
