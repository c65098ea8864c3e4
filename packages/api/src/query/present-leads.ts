import type { Instant } from '@leadstage/core';
import type { Transaction } from '@leadstage/prisma';
import { LEAD_FACT } from './facts.js';
import { sql } from './sql.js';
import type { WorkspaceState } from './workspace-state.js';

/** Where a lead stands now and what it is grouped by. */
export interface PresentLead {
  readonly leadId: number;
  readonly source: string | null;
  readonly leadType: string | null;
  readonly campaign: string | null;
  readonly region: string | null;
  readonly owner: string | null;
  readonly accountId: number | null;
  /** Decimal text. */
  readonly value: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  /** Null: out of the ladder. */
  readonly stageId: number | null;
  readonly stageSince: Instant;
}

/** The present state of leads; one that was merged into another has none of its own. */
export function presentLeads(
  transaction: Transaction,
  { id, generation }: Pick<WorkspaceState, 'id' | 'generation'>,
  leadIds: readonly number[],
): Promise<PresentLead[]> {
  return transaction.query<PresentLead>(sql`
    SELECT f.lead_id AS "leadId", s.source, s.lead_type AS "leadType", s.campaign, s.region, f.owner,
      f.account_id AS "accountId", trim_scale(f.value) AS value, f.attributes, f.stage_id AS "stageId", f.stage_since AS "stageSince"
    FROM ${LEAD_FACT} f JOIN segment s ON s.workspace_id = f.workspace_id AND s.id = f.segment_id
    WHERE f.workspace_id = ${id}::uuid AND f.generation = ${generation} AND f.lead_id = ANY(${[...leadIds]}::bigint[])`);
}
