import type { Database } from '@leadstage/prisma';
import { inWorkspace } from '@leadstage/prisma';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askingOf } from '../../../../test/support/ask.js';
import { describeDatabase, newWorkspace, openTestDatabase } from '../../../../test/support/database.js';
import { statementsOf as allStatementsOf } from '../../../../test/support/statements.js';
import { createApiKey } from '../access/api-key.js';
import { ingest } from '../commands/ingest.js';
import type { IngestUnit } from '../commands/ingest-input.js';
import { HANDOFF_FACT } from './facts.js';
import { type Handoff, type HandoffListQuestion, handoffListing } from './handoff-list.js';
import type { Page } from './keyset.js';
import { readPage } from './read-list.js';
import { sql } from './sql.js';

const RUNS = Number(process.env.LEADSTAGE_PROPERTY_RUNS ?? 40);
const DAY = 86_400_000;
const NOW = Date.now();
const START = NOW - 40 * DAY;

/** Without the statement by which a new connection is made ready, which belongs to no request. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  return (await allStatementsOf(work)).filter((text) => !text.startsWith('SET ROLE'));
}

let database: Database;
let id: string;
let key: string;
beforeAll(async () => {
  database = await openTestDatabase();
  id = await newWorkspace(database);
  key = `Bearer ${await createApiKey(database, id, { name: 'reader', scopes: ['leads:read'] })}`;
  await ingest(database, id, units());
  await makeDue();
});
afterAll(() => database?.close());

/** Forty leads handed over on ten days, decided in one of four ways or not at all; every third was worked. */
function units(): IngestUnit[] {
  return Array.from({ length: 40 }, (_, number) => {
    const lead = `lead-${number}`;
    const opened = START + (number % 10) * DAY;
    const decided = opened + (1 + (number % 3)) * DAY;
    const at = (name: string, to: string | null, occurredAt: number, more: object = {}) => ({
      externalId: `${lead}-${name}`,
      lead,
      to,
      occurredAt,
      ...more,
    });
    const ends = [
      [at('end', 'SQL', decided)],
      [at('end', 'LEAD', decided, { kind: 'REJECTED', reason: 'no budget' })],
      [at('end', 'LEAD', decided, { kind: 'RECYCLED' })],
      [at('end', null, decided, { reason: 'spam' })],
      [],
    ][number % 5]!;
    const owner = number % 4 === 0 ? null : `o${number % 4}`;
    return {
      lead: { externalId: lead, createdAt: START, source: number % 2 ? 's1' : null, owner },
      transitions: [at('mql', 'MQL', opened), ...ends],
      activities:
        number % 3 === 0 ? [{ externalId: `${lead}-call`, lead, type: 'CALL', occurredAt: opened + DAY / 2 }] : [],
    } as IngestUnit;
  });
}

/** Every second handoff comes under a policy; due instants lie on both sides of now. */
async function makeDue(): Promise<void> {
  await inWorkspace(database, id, async (transaction) => {
    await transaction.query(sql`
      INSERT INTO sla_policy (workspace_id, id, version, key, name, effective_from, recorded_at, position)
      VALUES (${id}::uuid, 7, 2, 'standard', 'Standard policy', 'epoch', now(), 1)`);
    await transaction.query(sql`
      UPDATE ${HANDOFF_FACT} SET policy_id = 7, policy_version = 2, response_due_at = opened_at + interval '1 day',
        decision_due_at = CASE WHEN lead_id % 4 = 0 THEN now() + interval '3 days' ELSE opened_at + interval '2 days' END
      WHERE workspace_id = ${id}::uuid AND lead_id % 2 = 0`);
  });
}

async function everyPage(question: HandoffListQuestion, size: number, forwards = true): Promise<Handoff[]> {
  const all: Handoff[] = [];
  let cursor: string | null = null;
  for (;;) {
    const answer: Page<Handoff> = await readPage<Handoff>(
      database,
      id,
      (state) => handoffListing(state, question, NOW),
      forwards ? { first: size, after: cursor } : { last: size, before: cursor },
    );
    const shown = answer.items.map(({ row }) => row);
    if (forwards) all.push(...shown);
    else all.unshift(...shown);
    if (!(forwards ? answer.hasNextPage : answer.hasPreviousPage)) return all;
    cursor = (forwards ? answer.items.at(-1) : answer.items[0])!.cursor;
  }
}

const numbers = (handoffs: readonly Handoff[]) => handoffs.map(({ openedBy }) => openedBy);

/** The earliest due instant of what is not done, told anew. */
function dueOf({ firstResponseAt, responseDueAt, closedAt, decisionDueAt }: Handoff): number | null {
  const due = [firstResponseAt === null ? responseDueAt : null, closedAt === null ? decisionDueAt : null];
  const known = due.filter((each) => each !== null);
  return known.length > 0 ? Math.min(...known) : null;
}

describe(`the list of handoffs, ${describeDatabase()}`, () => {
  it('shows each once, whatever the page size, the order and the direction of paging', async () => {
    const order = fc.record({
      field: fc.constantFrom('OPENED' as const, 'DUE' as const),
      direction: fc.constantFrom('ASC' as const, 'DESC' as const),
    });
    await fc.assert(
      fc.asyncProperty(order, fc.integer({ min: 1, max: 50 }), async (orderBy, size) => {
        const whole = await everyPage({ orderBy }, 100);
        expect(numbers(whole)).toHaveLength(40);
        expect(numbers(await everyPage({ orderBy }, size))).toEqual(numbers(whole));
        expect(numbers(await everyPage({ orderBy }, size, false))).toEqual(numbers(whole));
        const sign = orderBy.direction === 'ASC' ? 1 : -1;
        const by = orderBy.field === 'DUE' ? dueOf : (handoff: Handoff) => handoff.openedAt;
        const expected = [...whole].sort((a, b) => {
          const [left, right] = [by(a), by(b)];
          if (left !== right && (left === null || right === null)) return left === null ? 1 : -1;
          return sign * ((left ?? 0) - (right ?? 0) || a.openedBy - b.openedBy);
        });
        expect(numbers(whole)).toEqual(numbers(expected));
      }),
      { numRuns: RUNS },
    );
  }, 600_000);

  it('filters as an in-memory filter over all of them does', async () => {
    const whole = await everyPage({}, 100);
    const tests: [HandoffListQuestion['filter'], (handoff: Handoff) => boolean, number][] = [
      [{ open: true }, ({ closedAt }) => closedAt === null, 8],
      [{ open: false }, ({ closedAt }) => closedAt !== null, 32],
      [{ outcome: ['REJECTED', 'RECYCLED'] }, ({ outcome }) => outcome === 'REJECTED' || outcome === 'RECYCLED', 16],
      [{ outcome: ['ACCEPTED'] }, ({ closedInto }) => closedInto === 4, 8],
      [{ owner: 'o1' }, ({ owner }) => owner === 'o1', 10],
      [{ overdue: true }, (handoff) => (dueOf(handoff) ?? NOW) < NOW, 3],
      [{ overdue: false }, (handoff) => (dueOf(handoff) ?? NOW) >= NOW, 37],
      [{ dueBefore: NOW + 10 * DAY }, (handoff) => dueOf(handoff) !== null, 4],
      [
        { attributes: { source: { in: [null] } }, open: true },
        ({ leadId, closedAt }) => leadId % 2 === 1 && closedAt === null,
        4,
      ],
    ];
    for (const [filter, passes, count] of tests) {
      const expected = whole.filter(passes);
      expect(numbers(await everyPage({ filter }, 9)), JSON.stringify(filter)).toEqual(numbers(expected));
      expect(expected, JSON.stringify(filter)).toHaveLength(count);
    }
    const date = (instant: number) => new Date(instant).toISOString().slice(0, 10);
    const openedIn = { start: date(START + DAY), end: date(START + 3 * DAY) };
    expect(await everyPage({ filter: { openedIn } }, 100)).toHaveLength(8);
  });

  it('answers over GraphQL, with as many statements for forty handoffs as for two', async () => {
    const ask = askingOf(database);
    const fields = `id owner openedAt closedAt outcome reason closedInto { key } firstResponseAt
      policy { key version name } firstResponseDueAt decisionDueAt firstResponseStatus decisionStatus
      lead { externalId name createdAt stage { key } handoffs { id outcome } }`;
    const asked = (args: string) => `{ handoffs(${args}) { totalCount edges { node { ${fields} } } } }`;
    const answer = await ask(asked('first: 2, filter: { overdue: true }, orderBy: { field: DUE }'), key);
    expect(answer.errors).toEqual([]);
    const { totalCount, edges } = answer.data!.handoffs as { totalCount: number; edges: { node: object }[] };
    expect(totalCount).toBe(3);
    expect(edges[0]!.node).toMatchObject({
      closedAt: null,
      outcome: null,
      policy: { key: 'standard', version: 2, name: 'Standard policy' },
      decisionStatus: expect.stringMatching(/OVERDUE|PENDING/),
      lead: { stage: { key: 'MQL' }, handoffs: [{ outcome: null }] },
    });
    const statements = async (first: number) =>
      (await statementsOf(async () => expect((await ask(asked(`first: ${first}`), key)).errors).toEqual([]))).length;
    expect(await statements(40)).toBe(await statements(10));
  });
});
