import { type Database, inWorkspace, type Transaction } from '@leadstage/prisma';
import { HANDOFF_FACT } from '../../packages/api/src/query/facts.js';
import { sql } from '../../packages/api/src/query/sql.js';
import type { KnownLead } from '../oracle/fold.js';
import type { Assignment, KnownTransition } from '../oracle/fold-state.js';
import { type Handoff, handoffsOf } from '../oracle/handoffs.js';
import type { StageDefinition } from '../oracle/model.js';
import { inOrderOfForce } from '../oracle/owners.js';

type Told = Handoff & { readonly lead: number };

/** The handoffs of a workspace by the fact, and by the oracle from the rows of the record; both by lead, as they opened. */
export function handoffsTwice(database: Database, workspaceId: string): Promise<{ fact: Told[]; oracle: Told[] }> {
  return inWorkspace(
    database,
    workspaceId,
    async (transaction) => ({
      fact: await factsOf(transaction, workspaceId),
      oracle: await oracleOf(transaction, workspaceId),
    }),
    { snapshot: true },
  );
}

function factsOf(transaction: Transaction, id: string): Promise<Told[]> {
  return transaction.query<Told>(sql`
    SELECT h.lead_id AS lead, o.external_id AS "openedBy", h.opened_at AS "openedAt", h.outcome,
      c.external_id AS "closedBy", h.closed_at AS "closedAt", s.key AS "closedInto", h.reason, h.owner,
      h.first_response_at AS "firstResponseAt"
    FROM ${HANDOFF_FACT} h
    JOIN workspace_clock w ON w.workspace_id = h.workspace_id AND w.generation = h.generation
    LEFT JOIN transition o ON o.workspace_id = h.workspace_id AND o.id = h.opened_by
    LEFT JOIN transition c ON c.workspace_id = h.workspace_id AND c.id = h.closed_by
    LEFT JOIN stage s ON s.workspace_id = h.workspace_id AND s.id = h.closed_into
    WHERE h.workspace_id = ${id}::uuid ORDER BY h.lead_id, h.opened_at, h.opened_by`);
}

async function oracleOf(transaction: Transaction, id: string): Promise<Told[]> {
  const mine = sql`x.workspace_id = ${id}::uuid`;
  const leads = await transaction.query<{ id: number; createdAt: number; survivor: number }>(sql`
    SELECT id, created_at AS "createdAt", coalesce((
      SELECT into_lead_id FROM merge m WHERE m.workspace_id = x.workspace_id AND m.lead_id = x.id
      ORDER BY recorded_at DESC LIMIT 1), id) AS survivor
    FROM lead x WHERE ${mine} ORDER BY id`);
  const transitions = await transaction.query<KnownTransition & { leadId: number }>(sql`
    SELECT external_id AS "externalId", lead_id AS "leadId", lead_id::text AS lead, to_stage_id::int AS stage,
      occurred_at AS "occurredAt", recorded_at AS "recordedAt", kind::text AS kind, reason
    FROM transition x WHERE ${mine} AND voided_at IS NULL ORDER BY recorded_at, id`);
  const activities = await transaction.query<{ leadId: number; at: number }>(sql`
    SELECT lead_id AS "leadId", occurred_at AS at FROM activity x WHERE ${mine} AND voided_at IS NULL ORDER BY id`);
  const assignments = await transaction.query<Assignment>(sql`
    SELECT lead_id AS of, owner, occurred_at AS "occurredAt", recorded_at AS "recordedAt", NULL AS batch
    FROM assignment x WHERE ${mine} ORDER BY recorded_at`);
  const definitions = await transaction.query<StageDefinition>(sql`
    SELECT d.stage_id::int AS id, s.key, d.position, d.standard::text AS standard, d.effective_from AS "effectiveFrom",
      d.recorded_at AS "recordedAt", d.retired
    FROM stage_definition d JOIN stage s ON s.workspace_id = d.workspace_id AND s.id = d.stage_id
    WHERE d.workspace_id = ${id}::uuid`);
  return leads
    .filter(({ id: own, survivor }) => own === survivor)
    .flatMap(({ id: number }) => {
      const family = leads.filter(({ survivor }) => survivor === number);
      const isOf = (leadId: number) => family.some((each) => each.id === leadId);
      const own = assignments.filter(({ of }) => isOf(of));
      const known: KnownLead = {
        externalId: String(number),
        createdAt: Math.min(...family.map(({ createdAt }) => createdAt)),
        attributes: new Map(),
        value: null,
        transitions: transitions.filter(({ leadId }) => isOf(leadId)),
        activities: activities.filter(({ leadId }) => isOf(leadId)).map(({ at }) => at),
        assignments: inOrderOfForce({ number, createdAt: 0, attributes: new Map(), value: null, assignments: own }),
      };
      return handoffsOf(known, definitions).map((handoff) => ({ lead: number, ...handoff }));
    });
}
