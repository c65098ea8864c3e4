import type { Instant } from '@leadstage/core';
import type { Transaction } from '@leadstage/prisma';
import type { HandoffOutcome } from '../projections/project-handoffs.js';
import { HANDOFF_FACT } from '../query/facts.js';
import { isoInstant, sql } from '../query/sql.js';
import type { WorkspaceState } from '../query/workspace-state.js';

export interface LeadData {
  /** Ours. */
  readonly id: string;
  /** The caller's own. */
  readonly externalId: string;
}

/** `data` of the events of handoffs. Instants are ISO 8601 with milliseconds. */
export interface HandoffData {
  readonly lead: LeadData;
  readonly handoff: {
    readonly id: string;
    readonly openedAt: string;
    readonly closedAt: string | null;
    readonly outcome: HandoffOutcome | null;
    readonly owner: string | null;
    readonly reason: string | null;
    readonly responseDueAt: string | null;
    readonly decisionDueAt: string | null;
  };
}

export interface HandoffReference {
  readonly leadId: number;
  readonly openedBy: number;
}

interface Row extends HandoffReference {
  readonly lead: string;
  readonly openedAt: Instant;
  readonly closedAt: Instant | null;
  readonly outcome: HandoffOutcome | null;
  readonly owner: string | null;
  readonly reason: string | null;
  readonly responseDueAt: Instant | null;
  readonly decisionDueAt: Instant | null;
}

/** Handoffs as webhooks are told of them, as they stand now, by what opened them. One statement, however many. */
export async function handoffsAsData(
  transaction: Transaction,
  { id: workspaceId, generation }: Pick<WorkspaceState, 'id' | 'generation'>,
  handoffs: readonly HandoffReference[],
): Promise<ReadonlyMap<number, HandoffData>> {
  const rows = await transaction.query<Row>(sql`
    SELECT h.lead_id AS "leadId", l.external_id AS lead, h.opened_by AS "openedBy", h.opened_at AS "openedAt",
      h.closed_at AS "closedAt", h.outcome, h.owner, h.reason, h.response_due_at AS "responseDueAt",
      h.decision_due_at AS "decisionDueAt"
    FROM ${HANDOFF_FACT} h JOIN lead l ON l.workspace_id = h.workspace_id AND l.id = h.lead_id
    WHERE h.workspace_id = ${workspaceId}::uuid AND h.generation = ${generation}
      AND h.lead_id = ANY(${handoffs.map(({ leadId }) => leadId)}::bigint[])
      AND h.opened_by = ANY(${handoffs.map(({ openedBy }) => openedBy)}::bigint[])`);
  return new Map(rows.map((row) => [row.openedBy, asData(row)]));
}

function asData({
  leadId,
  lead,
  openedBy,
  openedAt,
  closedAt,
  responseDueAt,
  decisionDueAt,
  ...rest
}: Row): HandoffData {
  const iso = (instant: Instant | null) => (instant === null ? null : isoInstant(instant));
  const { outcome, owner, reason } = rest;
  return {
    lead: { id: String(leadId), externalId: lead },
    handoff: {
      id: String(openedBy),
      openedAt: isoInstant(openedAt),
      closedAt: iso(closedAt),
      outcome,
      owner,
      reason,
      responseDueAt: iso(responseDueAt),
      decisionDueAt: iso(decisionDueAt),
    },
  };
}
