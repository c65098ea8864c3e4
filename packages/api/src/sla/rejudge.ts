import type { Instant } from '@leadstage/core';
import type { Recording } from '../commands/recording.js';
import { conjunction, instantParameter, type Sql, sql } from '../query/sql.js';
import { type HandoffToJudge, handoffsToJudge } from './handoffs-to-judge.js';
import { firstPolicyFrom, type Judgement, judge } from './judge.js';
import { loadSla, type Sla } from './load-sla.js';
import { storeJudgements } from './store-judgements.js';

/** Some 40 MB of them at a time. */
const AT_A_TIME = 20_000;

interface Versioned {
  readonly id: number;
  readonly effectiveFrom: Instant;
}

/**
 * Judges the handoffs anew that a new version of a policy or a calendar concerns: those, open or closed, that opened
 * while it is in force. Where something else is found than before it is recorded, as of this command. Two statements
 * for every 20,000.
 * @param added the version, recorded already
 * @param versions all versions of policies, or of calendars, that there were before
 * @returns of how many something else was found
 */
export async function rejudge(recording: Recording, added: Versioned, versions: readonly Versioned[]): Promise<number> {
  const sla = await loadSla(recording.transaction, recording.workspaceId);
  const first = firstPolicyFrom(sla);
  if (first === null) return 0;
  const from = Math.max(first, added.effectiveFrom);
  const until = Math.min(
    ...versions
      .filter(({ id, effectiveFrom }) => id === added.id && effectiveFrom > added.effectiveFrom)
      .map(({ effectiveFrom }) => effectiveFrom),
  );
  let changed = 0;
  for (let last: HandoffToJudge | undefined; ; ) {
    const page = await handoffsToJudge(recording, sla, openedIn(from, until, last), AT_A_TIME);
    changed += await judgeAnew(recording, sla, page);
    last = page.at(-1);
    if (page.length < AT_A_TIME) return changed;
  }
}

async function judgeAnew(recording: Recording, sla: Sla, handoffs: readonly HandoffToJudge[]): Promise<number> {
  const judged = handoffs.flatMap((handoff) => {
    const found = judge(sla, handoff.openedAt, handoff.attributes);
    return handoff.judged && isSame(handoff, found) ? [] : [{ ...handoff, ...found }];
  });
  await storeJudgements(recording, judged);
  return judged.length;
}

const COMPARED = [
  'policyId',
  'policyVersion',
  'responseDueAt',
  'responseDueSoonAt',
  'decisionDueAt',
  'decisionDueSoonAt',
] as const satisfies readonly (keyof Judgement)[];

/** A calendar's version that changes no instant is no news. */
function isSame(before: HandoffToJudge, now: Judgement): boolean {
  return COMPARED.every((name) => before[name] === now[name]);
}

function openedIn(from: Instant, until: number, after: HandoffToJudge | undefined): Sql {
  const conditions = [sql`f.opened_at >= ${instantParameter(after?.openedAt ?? from)}`];
  if (after)
    conditions.push(sql`(f.opened_at, f.opened_by) > (${instantParameter(after.openedAt)}, ${after.openedBy}::bigint)`);
  if (Number.isFinite(until)) conditions.push(sql`f.opened_at < ${instantParameter(until)}`);
  return conjunction(conditions);
}
