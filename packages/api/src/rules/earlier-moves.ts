import { type Instant, isLater, type StageDefinition } from '@leadstage/core';
import type { Transaction } from '@leadstage/prisma';
import { familiesOf } from '../query/families.js';
import { inScope, joinPerson, mergedLeads, personId } from '../query/record-scope.js';
import { instantParameter, sql } from '../query/sql.js';
import type { WorkspaceState } from '../query/workspace-state.js';
import type { PresentLadder } from './present-ladder.js';
import { marksOf, RULE_PREFIX } from './rule-mark.js';
import { isEnabled, type StoredRule } from './stored-rule.js';

/** A transition that may keep a rule from moving its lead. */
interface EarlierMove {
  readonly leadId: number;
  readonly externalId: string;
  readonly toStageId: number | null;
  readonly occurredAt: Instant;
  readonly voided: boolean;
}

/** Whether a rule has had its turn with a lead. */
export type HasHadItsTurn = (rule: StoredRule, leadId: number) => boolean;

/**
 * A rule's version brings a lead to its target once. It leaves the lead alone from then on, also where somebody voided
 * that; and where the lead has been at the target since the version was switched on, whoever brought it there: it was
 * taken back, and to hand it over anew is for a person, or for a new version. One statement, whatever the number of
 * leads; of merged leads the whole family counts.
 */
export async function turnsTaken(
  transaction: Transaction,
  state: WorkspaceState,
  ladder: PresentLadder,
  rules: readonly StoredRule[],
  leadIds: readonly number[],
): Promise<HasHadItsTurn> {
  if (leadIds.length === 0) return () => false;
  const since = Math.min(...rules.map(switchedOn));
  const scope = {
    workspaceId: state.id,
    definitions: state.definitions,
    hasMerges: state.hasMerges,
    leadIds: await familiesOf(transaction, state, leadIds),
  };
  const lately = Number.isFinite(since)
    ? sql`(t.voided_at IS NULL AND t.to_stage_id IS NOT NULL AND t.occurred_at >= ${instantParameter(since)})`
    : sql`false`;
  const moves = await transaction.query<EarlierMove>(sql`
    WITH ${mergedLeads(scope)}
    SELECT ${personId(scope, 't')} AS "leadId", t.external_id AS "externalId", t.to_stage_id AS "toStageId",
      t.occurred_at AS "occurredAt", t.voided_at IS NOT NULL AS voided
    FROM transition t ${joinPerson(scope, 't')}
    WHERE ${inScope(scope, 't')} AND (starts_with(t.external_id, ${RULE_PREFIX}) OR ${lately})`);
  const byLead = new Map<number, EarlierMove[]>(moves.map(({ leadId }) => [leadId, []]));
  for (const move of moves) byLead.get(move.leadId)?.push(move);
  return (rule, leadId) => (byLead.get(leadId) ?? []).some((move) => wasItsTurn(ladder, rule, move));
}

function wasItsTurn(ladder: PresentLadder, rule: StoredRule, move: EarlierMove): boolean {
  if (move.externalId.startsWith(marksOf(rule))) return true;
  const target = ladder.target(rule.targetStageId);
  const stage = ladder.stage(move.toStageId);
  if (move.voided || target === null || stage === null || move.occurredAt < switchedOn(rule)) return false;
  return isAtOrAbove(ladder, stage, target);
}

function isAtOrAbove({ stages }: PresentLadder, stage: StageDefinition, target: StageDefinition): boolean {
  return stage.id === target.id || isLater(stages, stage, target);
}

/** Since when it is on; never, for one that is off. */
function switchedOn(rule: StoredRule): Instant {
  return isEnabled(rule) && rule.enabledAt !== null ? rule.enabledAt : Number.POSITIVE_INFINITY;
}
