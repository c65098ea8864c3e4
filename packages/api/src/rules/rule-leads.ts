import { answerRule, type Instant, type RuleAnswer, type RuleCondition, type RuleSubject } from '@leadstage/core';
import type { Transaction } from '@leadstage/prisma';
import { entered, LEAD_FACT } from '../query/facts.js';
import { activitiesOf } from '../query/lead-activities.js';
import { sql } from '../query/sql.js';
import type { WorkspaceState } from '../query/workspace-state.js';

/** A lead as it is now, for a rule to look at. */
export interface RuleLead {
  readonly leadId: number;
  /** Null: out of the ladder. */
  readonly stageId: number | null;
  readonly stageSince: Instant;
  /** Whether it ever entered the stage that was asked about, or a later one. */
  readonly reached: boolean;
  /** Its personal data is gone: no rule judges it any more. */
  readonly erased: boolean;
  readonly attributes: RuleSubject['attributes'];
  readonly activities: RuleSubject['activities'];
}

/** These leads, or the next `most` of all. Leads that were merged into another are none of their own. */
export type RuleLeadScope = { readonly leadIds: readonly number[] } | { readonly after: number; readonly most: number };

export interface RuleLeadNeeds {
  /** Whether activities are counted; else none are looked up. */
  readonly activities: boolean;
  /** The stage that `reached` is about; it is false without one. */
  readonly reachedStageId?: number;
}

interface Row extends Omit<RuleLead, 'attributes' | 'activities'>, Record<StandardName, string | null> {
  readonly own: Readonly<Record<string, string>>;
}
type StandardName = 'source' | 'leadType' | 'campaign' | 'region' | 'owner' | 'account' | 'value';

/** Leads by id. One statement, two or three where activities are counted, however many leads there are. */
export async function ruleLeads(
  transaction: Transaction,
  state: WorkspaceState,
  scope: RuleLeadScope,
  { activities, reachedStageId }: RuleLeadNeeds,
): Promise<RuleLead[]> {
  const chosen =
    'leadIds' in scope
      ? sql`lead_id = ANY(${[...scope.leadIds]}::bigint[])`
      : sql`lead_id > ${scope.after} ORDER BY lead_id LIMIT ${scope.most}`;
  const reached = reachedStageId === undefined ? sql`false` : sql`${entered('f', reachedStageId)} IS NOT NULL`;
  // Account and erasure are looked up by key for each lead: a join would read both tables whole for a single lead.
  const rows = await transaction.query<Row>(sql`
    SELECT f.lead_id AS "leadId", f.stage_id AS "stageId", f.stage_since AS "stageSince", ${reached} AS reached,
      (SELECT l.erased_at FROM lead l WHERE l.workspace_id = ${state.id}::uuid AND l.id = f.lead_id) IS NOT NULL AS erased,
      s.source, s.lead_type AS "leadType", s.campaign, s.region, f.owner,
      (SELECT a.external_id FROM account a WHERE a.workspace_id = ${state.id}::uuid AND a.id = f.account_id) AS account,
      trim_scale(f.value) AS value, f.attributes AS own
    FROM (
      SELECT * FROM ${LEAD_FACT}
      WHERE workspace_id = ${state.id}::uuid AND generation = ${state.generation} AND ${chosen}
    ) f
    JOIN segment s ON s.workspace_id = ${state.id}::uuid AND s.id = f.segment_id
    ORDER BY f.lead_id`);
  const done = activities ? await activitiesByLead(transaction, state, rows) : null;
  return rows.map(({ own, leadId, stageId, stageSince, reached: hasReached, erased, ...standard }) => ({
    leadId,
    stageId,
    stageSince,
    reached: hasReached,
    erased,
    attributes: { ...own, ...standard },
    activities: done?.get(leadId) ?? [],
  }));
}

/** What the condition says of the lead at an instant, in a time zone. */
export function answerOf(
  condition: RuleCondition,
  { attributes, activities }: RuleLead,
  at: Instant,
  timeZone: string,
): RuleAnswer {
  return answerRule(condition, { attributes, activities, at, timeZone });
}

async function activitiesByLead(transaction: Transaction, state: WorkspaceState, leads: readonly Row[]) {
  const ids = leads.map(({ leadId }) => leadId);
  const byLead = new Map<number, RuleSubject['activities'][number][]>(ids.map((id) => [id, []]));
  for (const { leadId, type, occurredAt } of await activitiesOf(transaction, state, ids)) {
    byLead.get(leadId)?.push({ type, occurredAt });
  }
  return byLead;
}
