import { type Database, inWorkspace } from '@leadstage/prisma';
import type { IngestUnit, LeadInput } from '../../packages/api/src/commands/ingest-input.js';
import { HANDOFF_FACT } from '../../packages/api/src/query/facts.js';
import { handoffsFromRecord } from '../../packages/api/src/query/handoffs-from-record.js';
import { sql } from '../../packages/api/src/query/sql.js';
import { loadWorkspace } from '../../packages/api/src/query/workspace-state.js';

/** A lead that is handed over at an instant, an hour after it became a lead. */
export function handOver(lead: string, openedAt: number, attributes: Partial<LeadInput> = {}): IngestUnit {
  return {
    lead: { externalId: lead, ...attributes },
    transitions: [
      { externalId: `${lead}/LEAD`, lead, to: 'LEAD', occurredAt: openedAt - 3_600_000 },
      { externalId: `${lead}/MQL`, lead, to: 'MQL', occurredAt: openedAt },
    ],
  };
}

export function iso(instant: number): string {
  return new Date(instant).toISOString();
}

/** When a handoff is due; instants in ISO 8601. */
export interface DueRow {
  readonly openedAt: string;
  readonly source: string | null;
  /** `KEY@version`. */
  readonly policy: string | null;
  readonly responseDueAt: string | null;
  readonly responseDueSoonAt: string | null;
  readonly decisionDueAt: string | null;
  /** How often something was recorded, to this day. */
  readonly rows: number;
}

/** All handoffs, as they opened: of the facts, or from the record as known at an instant. */
export function dueAsKnown(
  database: Database,
  workspaceId: string,
  knownAt?: number,
): Promise<({ lead: string } & DueRow)[]> {
  return inWorkspace(database, workspaceId, async (transaction) => {
    const state = await loadWorkspace(transaction, workspaceId, knownAt);
    if (!state) throw new Error('no workspace');
    const { definitions, hasMerges, generation } = state;
    const handoffs =
      knownAt === undefined
        ? sql`SELECT * FROM ${HANDOFF_FACT} WHERE workspace_id = ${workspaceId}::uuid AND generation = ${generation}`
        : handoffsFromRecord({ workspaceId, definitions, hasMerges, knownAt });
    const rows = await transaction.query<{ lead: string } & { [Key in keyof DueRow]: number & string }>(sql`
      WITH h AS (${handoffs})
      SELECT l.external_id AS lead, h.opened_at AS "openedAt", s.source, h.response_due_at AS "responseDueAt",
        h.response_due_soon_at AS "responseDueSoonAt", h.decision_due_at AS "decisionDueAt",
        (SELECT p.key || '@' || p.version FROM sla_policy p
          WHERE p.workspace_id = h.workspace_id AND p.id = h.policy_id AND p.version = h.policy_version) AS policy,
        (SELECT count(*) FROM handoff_due d WHERE d.workspace_id = h.workspace_id AND d.opened_by = h.opened_by) AS rows
      FROM h JOIN lead l ON l.workspace_id = h.workspace_id AND l.id = h.lead_id
      JOIN segment s ON s.workspace_id = h.workspace_id AND s.id = h.segment_id
      ORDER BY h.opened_at, h.opened_by`);
    const text = (instant: number | null) => (instant === null ? null : iso(instant));
    return rows.map((row) => ({
      ...row,
      openedAt: iso(row.openedAt),
      responseDueAt: text(row.responseDueAt),
      responseDueSoonAt: text(row.responseDueSoonAt),
      decisionDueAt: text(row.decisionDueAt),
    }));
  });
}
