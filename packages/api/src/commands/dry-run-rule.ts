import { type Instant, InvalidInput, parseRuleCondition, type RuleCondition } from '@leadstage/core';
import { type Database, inWorkspace, type Transaction } from '@leadstage/prisma';
import { sql } from '../query/sql.js';
import { loadWorkspace, type WorkspaceState } from '../query/workspace-state.js';
import { checkedCondition, readsActivities } from '../rules/check-condition.js';
import { type DryRunFigures, DryRunTally, type Effect } from '../rules/dry-run-tally.js';
import { type HasHadItsTurn, turnsTaken } from '../rules/earlier-moves.js';
import { type PresentLadder, presentLadder } from '../rules/present-ladder.js';
import { answerOf, type RuleLead, ruleLeads } from '../rules/rule-leads.js';
import { findRule, loadRules, type StoredRule } from '../rules/stored-rule.js';
import { targetOf } from './define-rule.js';

/** A version of a rule that is there, or a condition and where it would lead. */
export type DryRunQuestion =
  | { readonly key: string; readonly version?: number | undefined }
  | { readonly condition: unknown; readonly to: string };

export interface DryRun extends DryRunFigures {
  /** When leads were judged: what "today" and "within 30 days" go by. */
  readonly at: Instant;
  readonly targetStageId: number;
}

interface Proposal {
  readonly condition: RuleCondition;
  readonly targetStageId: number;
  /** Null: not saved, so it has moved no lead yet. */
  readonly rule: StoredRule | null;
}

/** The next `most` leads after one, to be judged at an instant and counted. */
interface Step {
  readonly after: number;
  readonly most: number;
  readonly at: Instant;
  readonly tally: DryRunTally;
}

export interface DryRunOptions {
  /** Leads gone through, and how high their ids go. */
  readonly onProgress?: (progress: {
    readonly leads: number;
    readonly upToId: number;
    readonly lastId: number;
  }) => void;
  readonly signal?: AbortSignal;
  /** Default now. */
  readonly at?: Instant;
  /** Default 5,000. */
  readonly leadsPerStep?: number;
}

const LEADS_PER_STEP = 5_000;

/**
 * What a rule says of every lead as it is now, and what it would do; changes nothing. Goes through the leads in steps
 * of 5,000, each a transaction of its own: leads written meanwhile may be seen as they were before or after.
 * Leads whose personal data was erased are left out, as rules leave them.
 * @throws InvalidInput UNKNOWN_RULE, UNKNOWN_RULE_VERSION, RETIRED_TARGET, and what `defineRule` says of a condition
 */
export async function dryRunRule(
  database: Database,
  workspaceId: string,
  question: DryRunQuestion,
  { onProgress, signal, at = Date.now(), leadsPerStep = LEADS_PER_STEP }: DryRunOptions = {},
): Promise<DryRun> {
  if ('condition' in question) parseRuleCondition(question.condition);
  const tally = new DryRunTally();
  const step = <Result>(work: (transaction: Transaction, state: WorkspaceState) => Promise<Result>) =>
    inState(database, workspaceId, work);
  const { proposal, lastId } = await step((transaction, state) => begin(transaction, state, question, at));
  let seen = 0;
  for (let after = 0; ; ) {
    signal?.throwIfAborted();
    const leads = await step((transaction, state) =>
      judgeStep(transaction, state, proposal, { after, most: leadsPerStep, at, tally }),
    );
    seen += leads.length;
    after = leads.at(-1)?.leadId ?? lastId;
    onProgress?.({ leads: seen, upToId: after, lastId });
    if (leads.length < leadsPerStep) break;
  }
  return { ...tally.figures(), at, targetStageId: proposal.targetStageId };
}

/** One snapshot: the generation that answers may be another in the next. */
function inState<Result>(
  database: Database,
  workspaceId: string,
  work: (transaction: Transaction, state: WorkspaceState) => Promise<Result>,
): Promise<Result> {
  return inWorkspace(
    database,
    workspaceId,
    async (transaction) => {
      const state = await loadWorkspace(transaction, workspaceId);
      if (state) return work(transaction, state);
      throw new InvalidInput('UNKNOWN_WORKSPACE', ['workspace'], `There is no workspace ${workspaceId}.`);
    },
    { snapshot: true },
  );
}

async function begin(transaction: Transaction, state: WorkspaceState, question: DryRunQuestion, at: Instant) {
  const [clock] = await transaction.query<{ lastId: number }>(
    sql`SELECT last_lead_id AS "lastId" FROM workspace_clock WHERE workspace_id = ${state.id}::uuid`,
  );
  return { proposal: await proposalOf(transaction, state, question, at), lastId: clock?.lastId ?? 0 };
}

async function proposalOf(
  transaction: Transaction,
  state: WorkspaceState,
  question: DryRunQuestion,
  at: Instant,
): Promise<Proposal> {
  if ('condition' in question) {
    const condition = checkedCondition(question.condition, state.attributeKeys);
    return { condition, targetStageId: targetOf({ state, recordedAt: at }, question.to), rule: null };
  }
  const rule = findRule(await loadRules(transaction, state.id), question.key, question.version);
  if (presentLadder(state.definitions, at).target(rule.targetStageId) !== null) return { ...rule, rule };
  const message = `The ladder no longer has the stage to which version ${rule.version} of ${rule.key} leads.`;
  throw new InvalidInput('RETIRED_TARGET', ['key'], message);
}

async function judgeStep(
  transaction: Transaction,
  state: WorkspaceState,
  { condition, targetStageId, rule }: Proposal,
  { after, most, at, tally }: Step,
): Promise<RuleLead[]> {
  const ladder = presentLadder(state.definitions, at);
  const needs = { activities: readsActivities(condition), reachedStageId: targetStageId };
  const leads = await ruleLeads(transaction, state, { after, most }, needs);
  const judged = leads
    .filter(({ erased }) => !erased)
    .map((lead) => ({ lead, answer: answerOf(condition, lead, at, state.timeZone) }));
  const matching = judged.filter(({ answer }) => answer.answer === 'YES').map(({ lead }) => lead.leadId);
  const hadItsTurn = rule ? await turnsTaken(transaction, state, ladder, [rule], matching) : () => false;
  for (const { lead, answer } of judged) {
    tally.add(lead, answer, effectOn(lead, ladder, targetStageId, rule, hadItsTurn));
  }
  return leads;
}

function effectOn(
  lead: RuleLead,
  ladder: PresentLadder,
  targetStageId: number,
  rule: StoredRule | null,
  hadItsTurn: HasHadItsTurn,
): Effect {
  const target = ladder.target(targetStageId);
  const standing = target === null ? 'THERE' : ladder.standing(ladder.stage(lead.stageId), target);
  if (standing === 'OUT') return 'out';
  if (standing === 'THERE') return 'alreadyThere';
  if (rule !== null && hadItsTurn(rule, lead.leadId)) return 'movedBefore';
  return standing === 'BELOW' ? 'wouldMove' : 'needsSales';
}
