import { type Instant, ladderAt } from '@leadstage/core';
import type { Database, Transaction } from '@leadstage/prisma';
import { LEAD_FACT } from './facts.js';
import { pageOf } from './keyset.js';
import { type LeadListQuestion, type ListedLead, leadListing } from './lead-list.js';
import { onSnapshot } from './read-list.js';
import { sql } from './sql.js';
import type { WorkspaceState } from './workspace-state.js';

/** A lead as it leaves the house. */
export interface ExportedLead {
  readonly id: number;
  readonly externalId: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly createdAt: Instant;
  readonly source: string | null;
  readonly leadType: string | null;
  readonly campaign: string | null;
  readonly region: string | null;
  readonly owner: string | null;
  /** The account's external id. */
  readonly account: string | null;
  /** Decimal text in the workspace's currency. */
  readonly value: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  /** Key of the stage it stands in; null: out of the ladder. */
  readonly stage: string | null;
  readonly stageSince: Instant;
  /** First entry into the stage that the list is dated by. */
  readonly enteredAt: Instant | null;
}

const LEADS_PER_CHUNK = 1_000;

/**
 * The leads of a list in its order, a thousand at a time. Each chunk is a transaction of its own, so that a slow
 * reader holds no connection; paging is stable under writes.
 * @throws InvalidInput what `leadListing` throws
 */
export async function* exportedLeads(
  database: Database,
  workspaceId: string,
  question: LeadListQuestion,
  now: Instant,
  perChunk = LEADS_PER_CHUNK,
): AsyncGenerator<{ readonly leads: ExportedLead[]; readonly state: WorkspaceState }> {
  let after: string | null = null;
  for (let more = true; more; ) {
    const request: { first: number; after: string | null } = { first: perChunk, after };
    const chunk = await onSnapshot(database, workspaceId, async (transaction, state) => {
      const page = await pageOf<ListedLead>(transaction, leadListing(state, question, now), request, perChunk);
      const leads = await withDetails(
        transaction,
        state,
        page.items.map(({ row }) => row),
        now,
      );
      return { leads, state, more: page.hasNextPage, cursor: page.items.at(-1)?.cursor ?? null };
    });
    yield { leads: chunk.leads, state: chunk.state };
    after = chunk.cursor;
    more = chunk.more;
  }
}

type Details = Omit<ExportedLead, 'stage' | 'enteredAt'> & { readonly stageId: number | null };

async function withDetails(
  transaction: Transaction,
  { id: workspaceId, generation, definitions }: WorkspaceState,
  listed: readonly ListedLead[],
  now: Instant,
): Promise<ExportedLead[]> {
  const rows = await transaction.query<Details>(sql`
    SELECT f.lead_id AS id, l.external_id AS "externalId", l.name, l.email, l.created_at AS "createdAt", s.source,
      s.lead_type AS "leadType", s.campaign, s.region, f.owner, a.external_id AS account,
      trim_scale(f.value)::text AS value, f.attributes, f.stage_id AS "stageId", f.stage_since AS "stageSince"
    FROM ${LEAD_FACT} f
    JOIN lead l ON l.workspace_id = f.workspace_id AND l.id = f.lead_id
    JOIN segment s ON s.workspace_id = f.workspace_id AND s.id = f.segment_id
    LEFT JOIN account a ON a.workspace_id = f.workspace_id AND a.id = f.account_id
    WHERE f.workspace_id = ${workspaceId}::uuid AND f.generation = ${generation}
      AND f.lead_id = ANY(${listed.map(({ leadId }) => leadId)}::bigint[])`);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const ladder = ladderAt(definitions, now);
  return listed.flatMap(({ leadId, enteredAt }) => {
    const row = byId.get(leadId);
    if (!row) return [];
    const { stageId, ...details } = row;
    const known = ladder.find(({ id }) => id === stageId) ?? definitions.find(({ id }) => id === stageId);
    return [{ ...details, stage: known?.key ?? null, enteredAt }];
  });
}
