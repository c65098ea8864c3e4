import { type Database, inWorkspace } from '@leadstage/prisma';
import { expect } from 'vitest';
import { HANDOFF_FACT } from '../../../packages/api/src/query/facts.js';
import { handoffsFromRecord } from '../../../packages/api/src/query/handoffs-from-record.js';
import { type Sql, sql } from '../../../packages/api/src/query/sql.js';
import { loadWorkspace } from '../../../packages/api/src/query/workspace-state.js';
import { handoffs } from '../../oracle/handoffs.js';
import { judgementOf, nameOf } from '../../oracle/judgements.js';
import type { History, Question } from '../../oracle/model.js';

type When = Pick<Question['question'], 'asOf' | 'knownAt'>;

/** The fact as it is kept, and the projection of the record at the instants of the questions, with their due instants. */
export async function expectHandoffs(
  database: Database,
  id: string,
  history: History,
  questions: readonly Question[],
): Promise<void> {
  const state = await inWorkspace(database, id, (transaction) => loadWorkspace(transaction, id));
  const kept = sql`SELECT * FROM ${HANDOFF_FACT} WHERE workspace_id = ${id}::uuid AND generation = ${state!.generation}`;
  expect(await handoffRows(database, id, kept), 'as kept').toEqual(oracleRows(history, {}));
  for (const { question } of questions) {
    const { asOf, knownAt } = question;
    const known = await inWorkspace(database, id, (transaction) => loadWorkspace(transaction, id, knownAt));
    if (!known) continue;
    const { definitions, hasMerges } = known;
    const told = handoffsFromRecord({ workspaceId: id, definitions, hasMerges, knownAt }, asOf);
    const which = JSON.stringify({ asOf, knownAt });
    expect(await handoffRows(database, id, told), which).toEqual(oracleRows(history, { asOf, knownAt }));
  }
}

function oracleRows(history: History, when: When): string[] {
  const { knownAt = Infinity } = when;
  return sorted(
    handoffs(history, when).map((handoff) => {
      const judgement = judgementOf(history, nameOf(handoff, handoff.lead), knownAt);
      return {
        ...handoff,
        policy: judgement?.policy?.key ?? null,
        responseDueAt: judgement?.responseDue ?? null,
        decisionDueAt: judgement?.decisionDue ?? null,
      };
    }),
  );
}

async function handoffRows(database: Database, id: string, told: Sql): Promise<string[]> {
  const rows = await inWorkspace(database, id, (transaction) =>
    transaction.query<Record<string, unknown>>(sql`
      SELECT l.external_id AS lead, o.external_id AS "openedBy", h.opened_at AS "openedAt", h.outcome,
        c.external_id AS "closedBy", h.closed_at AS "closedAt", s.key AS "closedInto", h.reason, h.owner,
        h.first_response_at AS "firstResponseAt", h.response_due_at AS "responseDueAt", h.decision_due_at AS "decisionDueAt",
        (SELECT p.key FROM sla_policy p
          WHERE p.workspace_id = h.workspace_id AND p.id = h.policy_id AND p.version = h.policy_version) AS policy
      FROM (${told}) h
      JOIN lead l ON l.workspace_id = h.workspace_id AND l.id = h.lead_id
      LEFT JOIN transition o ON o.workspace_id = h.workspace_id AND o.id = h.opened_by
      LEFT JOIN transition c ON c.workspace_id = h.workspace_id AND c.id = h.closed_by
      LEFT JOIN stage s ON s.workspace_id = h.workspace_id AND s.id = h.closed_into
      WHERE h.workspace_id = ${id}::uuid`),
  );
  return sorted(rows);
}

function sorted(rows: readonly object[]): string[] {
  return rows.map((row) => JSON.stringify(row, Object.keys(row).sort())).sort();
}
