import assert from 'node:assert/strict';
import { listWorkspaces } from '../../../packages/api/src/commands/create-workspace.js';
import { rowCounts } from '../../support/catalog.js';
import { sendBatch } from './batches.js';
import { type Reply, send } from './client.js';
import type { Place } from './place.js';
import { startProcess } from './process.js';

export interface DuplicateFigures {
  readonly mutations: number;
  /** Of each mutation, all at once, under one key. */
  readonly atOnce: number;
  /** Every answer to each of them was the same. */
  readonly answers: number;
  /** Of calls with one key and two inputs, all at once: those that conflicted. */
  readonly conflicts: number;
}

/** Mutations that would do something each time, were it not for the key; and the tables that grow, by how much. */
const MUTATIONS: Readonly<
  Record<string, { readonly input: string; readonly grows: Readonly<Record<string, number>> }>
> = {
  upsertLeads: { input: 'leads: [{ externalId: "new", createdAt: "2026-01-01T00:00:00Z" }]', grows: { lead: 1 } },
  acceptLead: { input: 'lead: { externalId: "b0-0" }', grows: { transition: 1 } },
  rejectLead: { input: 'lead: { externalId: "b0-1" }, reason: "no need"', grows: { transition: 1 } },
  assignLead: { input: 'lead: { externalId: "b0-2" }, owner: "lee"', grows: {} },
  mergeLeads: { input: 'lead: { externalId: "b0-3" }, into: { externalId: "b0-4" }', grows: {} },
  recordCosts: {
    input:
      'costs: [{ externalId: "x", amount: "1", currency: "EUR", category: "c", from: "2026-01-01", to: "2026-01-02" }]',
    grows: { cost_entry: 1 },
  },
  createWebhook: { input: 'url: "https://example.com/", events: [LEAD_TRANSITIONED]', grows: { webhook: 1 } },
  saveList: { input: 'name: "mine", filter: { owner: "lee" }', grows: { saved_list: 1 } },
  setGoal: {
    input: 'key: "G", name: "G", stage: "MQL", period: { start: "2026-01-01", end: "2026-02-01" }, target: 7',
    grows: { goal: 1 },
  },
  addBenchmark: {
    input: 'metric: "stepRate", stage: "MQL", value: "0.2", definition: "d", source: "s", publishedOn: "2026-01-01"',
    grows: { benchmark: 1 },
  },
  defineStage: { input: 'key: "FIT", name: "Fit", team: MARKETING, after: "LEAD"', grows: { stage: 1 } },
};

const document = (name: string, input: string, key = name) =>
  `mutation { ${name}(input: { idempotencyKey: "${key}", ${input} }) { __typename ... on UserError { code } } }`;

/** @throws AssertionError where an answer differs from the others of its key, or something was done twice or not at all */
export async function sendDuplicates(place: Place, { atOnce }: { atOnce: number }): Promise<DuplicateFigures> {
  const server = await startProcess(place.environment);
  const counted = async () => {
    const database = await place.open();
    try {
      const [workspace] = await listWorkspaces(database);
      return await rowCounts(database, workspace!.id);
    } finally {
      await database.close();
    }
  };
  const many = (query: (index: number) => string): Promise<Reply[]> =>
    Promise.all(
      Array.from({ length: atOnce }, (_, index) => send(server.origin, query(index), undefined, { within: 180_000 })),
    );
  try {
    await sendBatch(server.origin, 0);
    let answers = 0;
    let before = await counted();
    for (const [name, { input, grows }] of Object.entries(MUTATIONS)) {
      const replies = await many(() => document(name, input));
      const told = new Set(replies.map(({ data, codes }) => JSON.stringify([data, codes])));
      assert.equal(told.size, 1, `${name}: ${[...told].join(' ')}`);
      assert.match([...told][0]!, /Payload"\}\},\[\]\]$/, name);
      answers += replies.length;
      const after = await counted();
      const grown = ['idempotency_key', ...Object.keys(grows)].map((table) => [table, after[table]! - before[table]!]);
      assert.deepEqual(Object.fromEntries(grown), { idempotency_key: 1, ...grows }, name);
      before = after;
    }
    const replies = await many((index) =>
      document('setGoal', MUTATIONS.setGoal!.input.replace('7', String(8 + (index % 2))), 'two'),
    );
    const codes = replies.map(({ data }) => (data?.setGoal as { code?: string } | undefined)?.code ?? 'DONE');
    const conflicts = codes.filter((code) => code === 'IDEMPOTENCY_CONFLICT').length;
    assert.deepEqual(new Set(codes), new Set(['DONE', 'IDEMPOTENCY_CONFLICT']));
    assert.equal(conflicts, atOnce / 2, 'one of the inputs won, for all who sent it');
    return { mutations: Object.keys(MUTATIONS).length, atOnce, answers, conflicts };
  } finally {
    await server.kill();
  }
}
