import type { Recording } from '../commands/recording.js';
import type { HandoffChange } from '../projections/project-handoffs.js';
import { sql } from '../query/sql.js';
import { handoffsToJudge } from './handoffs-to-judge.js';
import { firstPolicyFrom, judge } from './judge.js';
import { loadSla } from './load-sla.js';
import { storeJudgements, wakeFor } from './store-judgements.js';

/**
 * Records when handoffs that opened are due, by the policy that fits what is known of their leads now. One that was
 * judged before, and is there again because of a void, keeps what was found; one that opened before any policy has
 * nothing to keep. Three statements, however many there are.
 */
export async function judgeHandoffs(recording: Recording, opened: readonly HandoffChange[]): Promise<void> {
  const sla = await loadSla(recording.transaction, recording.workspaceId);
  const first = firstPolicyFrom(sla);
  const concerned = opened.filter(({ openedAt }) => first !== null && openedAt >= first);
  if (concerned.length === 0) return;
  const handoffs = await handoffsToJudge(
    recording,
    sla,
    sql`f.lead_id = ANY(${concerned.map(({ leadId }) => leadId)}::bigint[])
      AND f.opened_by = ANY(${concerned.map(({ openedBy }) => openedBy)}::bigint[])`,
    concerned.length,
  );
  for (const handoff of handoffs) if (handoff.judged) wakeFor(recording, handoff);
  const fresh = handoffs.filter(({ judged }) => !judged);
  await storeJudgements(
    recording,
    fresh.map((handoff) => ({ ...handoff, ...judge(sla, handoff.openedAt, handoff.attributes) })),
  );
}
