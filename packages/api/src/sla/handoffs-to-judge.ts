import type { DueInstants, Instant } from '@leadstage/core';
import type { Recording } from '../commands/recording.js';
import { generationsOf } from '../projections/projection.js';
import { leadAttribute } from '../query/attributes.js';
import { HANDOFF_FACT } from '../query/facts.js';
import { join, type Sql, sql } from '../query/sql.js';
import type { Sla } from './load-sla.js';

/** A handoff as it is known, with what its policy is chosen by. */
export interface HandoffToJudge extends DueInstants {
  readonly leadId: number;
  readonly openedBy: number;
  readonly openedAt: Instant;
  readonly isOpen: boolean;
  readonly isAnswered: boolean;
  /** Those that policies look at. */
  readonly attributes: Readonly<Record<string, string | null>>;
  /** Whether it was judged before; then the policy and the instants are what was found. */
  readonly judged: boolean;
  readonly policyId: number | null;
  readonly policyVersion: number | null;
}

/**
 * Handoffs by a condition on the fact `f`, in the order in which they opened, with the attributes that policies look
 * at; those that only the next generation of the projections has are among them.
 */
export function handoffsToJudge(
  { transaction, workspaceId, state }: Recording,
  { policies }: Sla,
  condition: Sql,
  limit: number,
): Promise<HandoffToJudge[]> {
  const names = [...new Set(policies.flatMap(({ filter }) => Object.keys(filter)))];
  return transaction.query<HandoffToJudge>(sql`
    SELECT DISTINCT ON (f.opened_at, f.opened_by) f.lead_id AS "leadId", f.opened_by AS "openedBy",
      f.opened_at AS "openedAt", f.closed_at IS NULL AS "isOpen", f.first_response_at IS NOT NULL AS "isAnswered",
      ${attributes(names)} AS attributes, ${isJudged} AS judged,
      f.policy_id AS "policyId", f.policy_version AS "policyVersion",
      f.response_due_at AS "responseDueAt", f.response_due_soon_at AS "responseDueSoonAt",
      f.decision_due_at AS "decisionDueAt", f.decision_due_soon_at AS "decisionDueSoonAt"
    FROM ${HANDOFF_FACT} f
    WHERE f.workspace_id = ${workspaceId}::uuid
      AND f.generation = ANY(${generationsOf(state).map(({ generation }) => generation)}::int[]) AND ${condition}
    ORDER BY f.opened_at, f.opened_by, f.generation
    LIMIT ${limit}`);
}

/** Dimensions are looked up row by row: most writes ask about few handoffs, and would read whole tables otherwise. */
function attributes(names: readonly string[]): Sql {
  if (names.length === 0) return sql`'{}'::jsonb`;
  return sql`(
    SELECT jsonb_object(${names}::text[], ARRAY[${join(names.map(leadAttribute))}]::text[]) FROM segment s
    LEFT JOIN account a ON a.workspace_id = s.workspace_id AND a.id = f.account_id
    WHERE s.workspace_id = f.workspace_id AND s.id = f.segment_id)`;
}

/** Whether due instants were ever recorded for the handoff `f`. */
export const isJudged: Sql = sql`EXISTS (
  SELECT FROM handoff_due d WHERE d.workspace_id = f.workspace_id AND d.opened_by = f.opened_by)`;
