/* What the facts know of the end of a way: since when a lead is out, and what came of a handoff. By hand. */
import { type Database, inWorkspace } from '@leadstage/prisma';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createWorkspace } from '../packages/api/src/commands/create-workspace.js';
import { ingest } from '../packages/api/src/commands/ingest.js';
import type { TransitionInput } from '../packages/api/src/commands/ingest-input.js';
import { verify } from '../packages/api/src/commands/verify.js';
import { voidTransition } from '../packages/api/src/commands/void-transition.js';
import { HANDOFF_FACT, LEAD_FACT } from '../packages/api/src/query/facts.js';
import { leadFactsFromRecord } from '../packages/api/src/query/lead-facts-from-record.js';
import { sql } from '../packages/api/src/query/sql.js';
import { loadWorkspace } from '../packages/api/src/query/workspace-state.js';
import { openTestDatabase } from './support/database.js';

let database: Database;
let id: string;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database?.close());
beforeEach(async () => {
  id = await createWorkspace(database, {
    name: crypto.randomUUID(),
    timeZone: 'UTC',
    currency: 'EUR',
    fiscalYearStartMonth: 1,
    weekStart: 1,
  });
});

type Step = Pick<TransitionInput, 'to' | 'kind' | 'reason'> & { readonly day: number };
const at = (day: number) => Date.UTC(2026, 4, day, 12);
const dayOf = (instant: number | null) => (instant === null ? null : new Date(instant).getUTCDate());

/** A lead with a transition per step, named `<lead>/<number>`. */
async function lead(name: string, steps: readonly Step[]): Promise<void> {
  const { outcomes } = await ingest(database, id, [
    {
      lead: { externalId: name, createdAt: at(1) },
      transitions: steps.map(({ day, ...step }, index) => ({
        externalId: `${name}/${index + 1}`,
        lead: name,
        occurredAt: at(day),
        ...step,
      })),
    },
  ]);
  expect(outcomes).toMatchObject([{ status: 'CREATED' }]);
}

/** Days of May on which leads went out for good, as the fact has it, or the record by the end of a day. */
async function outOn(asOfDay?: number): Promise<(number | null)[]> {
  const rows = await inWorkspace(database, id, async (transaction) => {
    const { definitions, hasMerges, generation } = (await loadWorkspace(transaction, id))!;
    const facts =
      asOfDay === undefined
        ? sql`SELECT * FROM ${LEAD_FACT} WHERE workspace_id = ${id}::uuid AND generation = ${generation}`
        : leadFactsFromRecord({ workspaceId: id, definitions, hasMerges }, at(asOfDay) + 43_200_000);
    return transaction.query<{ at: number | null }>(sql`SELECT out_at AS at FROM (${facts}) f ORDER BY lead_id`);
  });
  return rows.map((row) => dayOf(row.at));
}

async function cameOfHandoffs(): Promise<(number | null)[][]> {
  const rows = await inWorkspace(database, id, (transaction) =>
    transaction.query<{ opened: number; sql: number | null; customer: number | null }>(sql`
      SELECT opened_at AS opened, sql_at AS sql, customer_at AS customer FROM ${HANDOFF_FACT}
      WHERE workspace_id = ${id}::uuid ORDER BY opened_at`),
  );
  return rows.map((row) => [dayOf(row.opened), dayOf(row.sql), dayOf(row.customer)]);
}

describe('a lead is out', () => {
  test('since it was rejected or disqualified, where no entry follows; being recycled is an entry', async () => {
    await lead('stays', [{ day: 2, to: 'MQL' }]);
    await lead('rejected', [
      { day: 2, to: 'MQL' },
      { day: 3, to: 'LEAD', kind: 'REJECTED', reason: 'no budget' },
    ]);
    await lead('rejected, then disqualified', [
      { day: 2, to: 'MQL' },
      { day: 3, to: 'LEAD', kind: 'REJECTED', reason: 'no budget' },
      { day: 6, to: null, reason: 'closed down' },
    ]);
    await lead('comes back', [
      { day: 2, to: null, reason: 'unreachable' },
      { day: 5, to: 'LEAD' },
      { day: 8, to: null, reason: 'unreachable' },
    ]);
    await lead('recycled', [
      { day: 2, to: 'MQL' },
      { day: 4, to: 'LEAD', kind: 'REJECTED', reason: 'no budget' },
      { day: 5, to: 'LEAD', kind: 'RECYCLED' },
    ]);
    expect(await outOn()).toEqual([null, 3, 3, 8, null]);
    expect(await outOn(5)).toEqual([null, 3, 3, null, null]);
    expect(await outOn(4)).toEqual([null, 3, 3, 2, 4]);
    expect(await outOn(2)).toEqual([null, null, null, 2, null]);
    expect(await verify(database, id)).toMatchObject({ wrongFacts: 0, wrongLeads: [] });
  });

  test('no longer where the event that put it out is voided', async () => {
    await lead('a', [
      { day: 2, to: 'MQL' },
      { day: 3, to: null, reason: 'mistaken' },
    ]);
    expect(await outOn()).toEqual([3]);
    await voidTransition(database, id, { externalId: 'a/2', reason: 'mistaken' });
    expect(await outOn()).toEqual([null]);
  });
});

describe('a handoff is credited', () => {
  test('with the first SQL and CUSTOMER after it opened and before the next one did', async () => {
    await lead('twice', [
      { day: 2, to: 'MQL' },
      { day: 4, to: 'LEAD', kind: 'REJECTED', reason: 'too early' },
      { day: 10, to: 'MQL' },
      { day: 12, to: 'SQL' },
      { day: 20, to: 'CUSTOMER' },
    ]);
    expect(await cameOfHandoffs()).toEqual([
      [2, null, null],
      [10, 12, 20],
    ]);
  });

  test('with an entry into a later stage as one into SQL, and not with what came before it', async () => {
    await lead('skips', [
      { day: 2, to: 'SQL' },
      { day: 3, to: 'LEAD', kind: 'RECYCLED' },
      { day: 5, to: 'MQL' },
      { day: 9, to: 'CUSTOMER' },
    ]);
    expect(await cameOfHandoffs()).toEqual([[5, 9, 9]]);
    expect(await verify(database, id)).toMatchObject({ wrongFacts: 0, wrongLeads: [] });
  });
});
