import type { Instant, StageDefinition } from '@leadstage/core';
import type { Recording } from '../commands/recording.js';
import { instantParameter, isoInstant, sql } from '../query/sql.js';
import { readsActivities } from './check-condition.js';
import { type HasHadItsTurn, turnsTaken } from './earlier-moves.js';
import { type PresentLadder, presentLadder } from './present-ladder.js';
import { answerOf, type RuleLead, ruleLeads } from './rule-leads.js';
import { actorOf, markOf } from './rule-mark.js';
import { loadRules, type StoredRule } from './stored-rule.js';

interface AimedRule {
  readonly rule: StoredRule;
  readonly target: StageDefinition;
}

interface Matched {
  readonly lead: RuleLead;
  /** Those that say yes and may lead it upwards, lowest target first. */
  readonly rules: readonly AimedRule[];
}

interface RuleMove extends AimedRule {
  readonly leadId: number;
  readonly occurredAt: Instant;
}

/**
 * Runs the enabled rules over leads that were written, as these are now. A rule moves a lead upwards, as ADVANCED may,
 * and each version moves it once at most: so this ends, and a rule cannot loop. A few statements, however many leads.
 * @param leadIds of merged leads the whole family
 * @returns the leads that a rule moved
 */
export async function applyRules(recording: Recording, leadIds: readonly number[]): Promise<number[]> {
  const { transaction, workspaceId, state, recordedAt } = recording;
  const ladder = presentLadder(state.definitions, recordedAt);
  const rules = upwards(await loadRules(transaction, workspaceId, { enabledOnly: true }), ladder);
  if (rules.length === 0) return [];
  const activities = rules.some(({ rule }) => readsActivities(rule.condition));
  const leads = await ruleLeads(transaction, state, { leadIds }, { activities });
  const matched = leads.flatMap((lead) => matching(lead, rules, ladder, recordedAt, state.timeZone));
  const hadTheirTurn = await turnsTaken(
    transaction,
    state,
    ladder,
    rules.map(({ rule }) => rule),
    matched.map(({ lead }) => lead.leadId),
  );
  const moves = matched.flatMap((each) => movesOf(each, ladder, hadTheirTurn, recordedAt));
  return moves.length === 0 ? [] : store(recording, moves);
}

/** Rules whose target is in force, lowest target first. */
function upwards(rules: readonly StoredRule[], ladder: PresentLadder): AimedRule[] {
  return ladder.stages.flatMap((target) =>
    rules.filter(({ targetStageId }) => targetStageId === target.id).map((rule) => ({ rule, target })),
  );
}

function matching(
  lead: RuleLead,
  rules: readonly AimedRule[],
  ladder: PresentLadder,
  at: Instant,
  timeZone: string,
): Matched[] {
  const present = ladder.stage(lead.stageId);
  if (lead.erased || present === null) return [];
  // Where it may stand when a rule's turn comes. What leads nowhere from there is not asked: most leads, of most rules.
  const places = [present];
  const saysYes = rules.filter(({ rule, target }) => {
    const leadsUp = places.some((place) => ladder.standing(place, target) === 'BELOW');
    if (!leadsUp || answerOf(rule.condition, lead, at, timeZone).answer !== 'YES') return false;
    places.push(target);
    return true;
  });
  return saysYes.length === 0 ? [] : [{ lead, rules: saysYes }];
}

/** One step after the other, each from where the one before led. */
function movesOf({ lead, rules }: Matched, ladder: PresentLadder, hadItsTurn: HasHadItsTurn, at: Instant): RuleMove[] {
  let present = ladder.stage(lead.stageId);
  // The caller's clock may have been ahead: a rule's move comes after what it follows from.
  const occurredAt = Math.max(at, lead.stageSince);
  return rules.flatMap(({ rule, target }) => {
    if (ladder.standing(present, target) !== 'BELOW' || hadItsTurn(rule, lead.leadId)) return [];
    present = target;
    return [{ rule, target, leadId: lead.leadId, occurredAt }];
  });
}

async function store(recording: Recording, moves: readonly RuleMove[]): Promise<number[]> {
  const { transaction, workspaceId, recordedAt } = recording;
  const rows = moves.map(({ rule, target, leadId, occurredAt }) => ({
    id: recording.nextId('transition'),
    lead_id: leadId,
    external_id: markOf(rule, leadId),
    to_stage_id: target.id,
    occurred_at: isoInstant(occurredAt),
    actor: actorOf(rule),
  }));
  // A caller may have used such an external id for something of its own; the rule then leaves that lead alone.
  const stored = await transaction.query<{ leadId: number }>(sql`
    INSERT INTO transition (workspace_id, id, lead_id, external_id, to_stage_id, kind, occurred_at, recorded_at, actor)
    SELECT ${workspaceId}::uuid, id, lead_id, external_id, to_stage_id, 'ADVANCED', occurred_at,
      ${instantParameter(recordedAt)}, actor
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS given (
      id bigint, lead_id bigint, external_id text, to_stage_id smallint, occurred_at timestamptz, actor text)
    ON CONFLICT (workspace_id, external_id) DO NOTHING
    RETURNING lead_id AS "leadId"`);
  recording.occurred.push(...new Set(moves.map(({ occurredAt }) => occurredAt)));
  return [...new Set(stored.map(({ leadId }) => leadId))];
}
