import { type Instant, InvalidInput, type RuleAnswer } from '@leadstage/core';
import { type Database, inWorkspace } from '@leadstage/prisma';
import { loadWorkspace } from '../query/workspace-state.js';
import { readsActivities } from './check-condition.js';
import type { JudgedLead } from './dry-run-tally.js';
import { type PresentLadder, presentLadder } from './present-ladder.js';
import { answerOf, type RuleLead, ruleLeads } from './rule-leads.js';
import { findRule, loadRules, ruleInForce, type StoredRule } from './stored-rule.js';

export interface AnswersQuestion {
  readonly key: string;
  /** Default: the version that is switched on; where none is, the latest. */
  readonly version?: number | undefined;
  readonly answer: RuleAnswer['answer'];
  /** Only leads that stand in the ladder, below the target. */
  readonly belowTarget: boolean;
  /** 1–100. */
  readonly first: number;
  /** A cursor of an earlier page. */
  readonly after?: string | undefined;
}

export interface AnswersPage {
  readonly items: readonly (JudgedLead & { readonly cursor: string })[];
  /** True too where the look at 20,000 leads ended before the page was full. */
  readonly hasNextPage: boolean;
  /** Where the next page begins: at the last item, or beyond it at the last lead that was looked at. */
  readonly endCursor: string | null;
}

/** Leads that are looked at in one transaction, and for one page. */
const LIMITS = { perStep: 5_000, perPage: 20_000 };
const MOST_PER_PAGE = 100;

/**
 * Leads that a rule gives an answer for, as they are now, in the order in which they were first recorded. Answers are
 * worked out lead by lead, so a request looks at 20,000 leads at most.
 * @throws InvalidInput UNKNOWN_RULE, UNKNOWN_RULE_VERSION, PAGE_SIZE_REQUIRED, INVALID_CURSOR
 */
export async function listAnswers(
  database: Database,
  workspaceId: string,
  question: AnswersQuestion,
  at: Instant = Date.now(),
  { perStep, perPage } = LIMITS,
): Promise<AnswersPage> {
  const { first } = question;
  if (!Number.isInteger(first) || first < 1 || first > MOST_PER_PAGE) {
    throw new InvalidInput('PAGE_SIZE_REQUIRED', ['first'], `\`first\` is ${first}; give a number from 1 to 100.`);
  }
  let scannedTo = question.after === undefined ? 0 : positionOf(question.after);
  const found: JudgedLead[] = [];
  for (let scanned = 0; ; scanned += perStep) {
    if (scanned >= perPage) return pageOf(found, { hasNextPage: true, endCursor: cursorOf(scannedTo) });
    const { leads, judged } = await judgeStep(database, workspaceId, question, { after: scannedTo, most: perStep, at });
    found.push(...judged);
    const last = found[first - 1];
    if (found.length > first && last) {
      return pageOf(found.slice(0, first), { hasNextPage: true, endCursor: cursorOf(last.leadId) });
    }
    scannedTo = leads.at(-1)?.leadId ?? scannedTo;
    if (leads.length < perStep) {
      const end = found.at(-1);
      return pageOf(found, { hasNextPage: false, endCursor: end ? cursorOf(end.leadId) : null });
    }
  }
}

function pageOf(found: readonly JudgedLead[], end: Pick<AnswersPage, 'hasNextPage' | 'endCursor'>): AnswersPage {
  return { items: found.map((each) => ({ ...each, cursor: cursorOf(each.leadId) })), ...end };
}

interface Step {
  readonly after: number;
  readonly most: number;
  readonly at: Instant;
}

function judgeStep(database: Database, workspaceId: string, question: AnswersQuestion, { after, most, at }: Step) {
  return inWorkspace(
    database,
    workspaceId,
    async (transaction) => {
      const state = await loadWorkspace(transaction, workspaceId);
      if (!state) throw new InvalidInput('UNKNOWN_WORKSPACE', ['workspace'], `There is no workspace ${workspaceId}.`);
      const rules = await loadRules(transaction, workspaceId);
      const { key, version } = question;
      const rule = version === undefined ? ruleInForce(rules, key) : findRule(rules, key, version);
      const ladder = presentLadder(state.definitions, at);
      const needs = { activities: readsActivities(rule.condition) };
      const leads = await ruleLeads(transaction, state, { after, most }, needs);
      const judged = leads
        .filter((lead) => !lead.erased && (!question.belowTarget || standsBelow(lead, ladder, rule)))
        .map((lead) => ({ leadId: lead.leadId, answer: answerOf(rule.condition, lead, at, state.timeZone) }))
        .filter(({ answer }) => answer.answer === question.answer);
      return { leads, judged };
    },
    { snapshot: true },
  );
}

function standsBelow(lead: RuleLead, ladder: PresentLadder, rule: StoredRule): boolean {
  const target = ladder.stage(rule.targetStageId);
  if (target === null) return false;
  const standing = ladder.standing(ladder.stage(lead.stageId), target);
  return standing === 'BELOW' || standing === 'NEEDS_SALES';
}

function cursorOf(leadId: number): string {
  return Buffer.from(`lead:${leadId}`).toString('base64url');
}

function positionOf(cursor: string): number {
  const position = /^lead:(?<id>\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString())?.groups?.id;
  if (position !== undefined) return Number(position);
  const message = '`after` is no cursor of this list. Give one that the same question answered.';
  throw new InvalidInput('INVALID_CURSOR', ['after'], message);
}
