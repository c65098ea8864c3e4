import assert from 'node:assert/strict';
import { type Database, inWorkspace } from '@leadstage/prisma';
import { listWorkspaces } from '../../../packages/api/src/commands/create-workspace.js';
import { verify } from '../../../packages/api/src/commands/verify.js';
import { sql } from '../../../packages/api/src/query/sql.js';
import { type Reply, send } from './client.js';

/** Leads of each batch; each has two transitions, and the batch a cost. */
export const LEADS_A_BATCH = 5;

const INGEST = `mutation ($input: IngestInput!) { ingest(input: $input) {
  __typename
  ... on IngestPayload { created updated unchanged rejected recordedAt outcomes { kind index status } }
  ... on UserError { code message }
} }`;

/** Sends batch number `number`, always with the same key and content. */
export function sendBatch(origin: string, number: number): Promise<Reply> {
  const ids = leadIds(number);
  const at = Date.UTC(2026, 0, 1) + (number % 200) * 3_600_000;
  const entry = (lead: string, to: string, hours: number) => ({
    externalId: `${lead}-${to}`,
    lead,
    to,
    occurredAt: new Date(at + hours * 3_600_000).toISOString(),
  });
  const input = {
    idempotencyKey: `batch-${number}`,
    leads: ids.map((externalId) => ({ externalId, createdAt: new Date(at).toISOString(), source: `s${number % 7}` })),
    transitions: ids.flatMap((lead) => [entry(lead, 'LEAD', 0), entry(lead, 'MQL', 1 + (number % 5))]),
    costs: [
      {
        externalId: `c${number}`,
        amount: '1.25',
        currency: 'EUR',
        category: 'ads',
        from: '2026-01-01',
        to: '2026-02-01',
      },
    ],
  };
  return send(origin, INGEST, { input });
}

export function leadIds(number: number): string[] {
  return Array.from({ length: LEADS_A_BATCH }, (_, index) => `b${number}-${index}`);
}

/** What the server made of a batch, without what differs from call to call. */
export function answerOf(reply: Reply): string {
  assert.equal(reply.status, 200, reply.text);
  assert.deepEqual(reply.codes, [], reply.text);
  return JSON.stringify(reply.data);
}

export interface Held {
  readonly leads: number;
  readonly transitions: number;
}

/**
 * Holds a database against the batches that must be there, each whole and once, and its projections against its record.
 * @throws AssertionError
 */
export async function holdAgainst(database: Database, batches: readonly number[]): Promise<Held> {
  const [workspace, ...others] = await listWorkspaces(database);
  assert.ok(workspace);
  assert.deepEqual(others, [], 'there is one workspace');
  const { id } = workspace;
  const column = (statement: ReturnType<typeof sql>) =>
    inWorkspace(database, id, async (transaction) =>
      (await transaction.query<{ id: string }>(statement)).map((row) => row.id),
    );
  const leads = await column(sql`SELECT external_id AS id FROM lead WHERE workspace_id = ${id}::uuid`);
  assert.deepEqual(leads.toSorted(), batches.flatMap(leadIds).toSorted());
  const transitions = await column(sql`SELECT external_id AS id FROM transition WHERE workspace_id = ${id}::uuid`);
  const told = batches.flatMap((number) => leadIds(number).flatMap((lead) => [`${lead}-LEAD`, `${lead}-MQL`]));
  assert.deepEqual(transitions.toSorted(), told.toSorted());
  const costs = await column(sql`SELECT external_id AS id FROM cost_entry WHERE workspace_id = ${id}::uuid`);
  assert.deepEqual(costs.toSorted(), batches.map((number) => `c${number}`).toSorted());
  const verified = await verify(database, id);
  assert.deepEqual(
    { leads: verified.leads, wrongFacts: verified.wrongFacts, wrongRollupCells: verified.wrongRollupCells },
    { leads: leads.length, wrongFacts: 0, wrongRollupCells: 0 },
  );
  return { leads: leads.length, transitions: transitions.length };
}
