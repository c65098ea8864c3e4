import { setTimeout as pause } from 'node:timers/promises';
import { InvalidInput } from '@leadstage/core';
import { type Database, inWorkspace } from '@leadstage/prisma';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ingest } from '../packages/api/src/commands/ingest.js';
import { moveLead } from '../packages/api/src/commands/move-lead.js';
import { verify } from '../packages/api/src/commands/verify.js';
import { HANDOFF_FACT } from '../packages/api/src/query/facts.js';
import { sql } from '../packages/api/src/query/sql.js';
import { newWorkspace, openTestDatabase } from './support/database.js';
import { handoffsTwice } from './support/told-handoffs.js';

/** More with LEADSTAGE_PROPERTY_RUNS=1000; each run is a lead and two or four writers with up to eight calls each. */
const RUNS = Number(process.env.LEADSTAGE_PROPERTY_RUNS ?? 20);
const ROUNDS = 12;
const CREATED = Date.UTC(2026, 4, 4, 9);
const lead = { externalId: 'L' };

/** The embedded database has one connection, so that its writers wait for one another before they begin. */
const needsServer = process.env.LEADSTAGE_TEST_DATABASE_URL ? '' : ' (skipped: needs LEADSTAGE_TEST_DATABASE_URL)';

const CALLS = ['HAND_OVER', 'ACCEPT', 'REJECT', 'RECYCLE', 'LATE_CALL', 'LATE_ENTRY', 'JUST_NOW'] as const;
type Call = (typeof CALLS)[number];

interface Turn {
  readonly call: Call;
  /** How often it is sent under one idempotency key, all at once. */
  readonly copies: number;
  /** Milliseconds before it. */
  readonly after: number;
}

/** What came of a turn: a transition's id, `told` for an ingest, or the code of a refusal. */
interface Outcome {
  readonly call: Call;
  readonly answer: number | string;
}

describe.skipIf(needsServer !== '')(`real writers at once on one lead, PostgreSQL server${needsServer}`, () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database?.close());

  it.each([2, 4])(
    '%i of them, accepting and rejecting: one wins, and the others find no open handoff',
    async (writers) => {
      const id = await make();
      for (let round = 0; round < ROUNDS; round++) {
        await send(id, 'HAND_OVER', `over-${round}`);
        const calls = Array.from({ length: writers }, (_, index) =>
          index % 2 ? ('REJECT' as const) : ('ACCEPT' as const),
        );
        const copies = calls.map((call, index) => sendTwice(id, call, `decide-${round}-${index}`));
        const answers = await Promise.all(copies);
        expect(answers.filter((answer) => typeof answer === 'number')).toHaveLength(1);
        expect(answers.filter((answer) => answer === 'NO_OPEN_HANDOFF')).toHaveLength(writers - 1);
        const winner = calls[answers.findIndex((answer) => typeof answer === 'number')];
        if (winner === 'ACCEPT') await send(id, 'RECYCLE', `back-${round}`);
      }
      const { fact } = await expectConsistent(id);
      expect(fact).toHaveLength(ROUNDS);
      expect(new Set(fact.map(({ closedBy }) => closedBy)).size).toBe(ROUNDS);
    },
    300_000,
  );

  const turns = (calls: readonly Call[]) =>
    fc.constantFrom(2, 4).chain((writers) =>
      fc.array(
        fc.array(
          fc.record({
            call: fc.constantFrom(...calls),
            copies: fc.constantFrom(1, 1, 2, 3),
            after: fc.constantFrom(0, 0, 1, 7),
          }),
          { minLength: 2, maxLength: 8 },
        ),
        { minLength: writers, maxLength: writers },
      ),
    );

  const decisions = CALLS.filter((call) => call !== 'JUST_NOW');

  it('every hand-over opens one handoff, every decision closes one, and none is lost or doubled', async () => {
    await fc.assert(
      fc.asyncProperty(turns([...decisions, 'HAND_OVER', 'HAND_OVER', 'ACCEPT', 'REJECT']), async (scripts) => {
        const id = await make();
        const outcomes = await play(id, scripts);
        await expectConsistent(id);
        const made = (call: Call) => outcomes.filter((each) => each.call === call && typeof each.answer === 'number');
        const idsOf = (call: Call) => made(call).map(({ answer }) => Number(answer));
        const handoffs = await facts(id);
        const ends = handoffs.flatMap(({ closedBy }) => closedBy ?? []);
        expect(handoffs.map(({ openedBy }) => openedBy).sort()).toEqual(idsOf('HAND_OVER').sort());
        expect(new Set(ends).size).toBe(ends.length);
        for (const [call, outcome] of [
          ['ACCEPT', 'ACCEPTED'],
          ['REJECT', 'REJECTED'],
        ] as const) {
          const closed = handoffs.filter((each) => each.outcome === outcome).map(({ closedBy }) => closedBy ?? 0);
          expect(closed.sort()).toEqual(idsOf(call).sort());
        }
        const recycled = handoffs.filter(({ outcome }) => outcome === 'RECYCLED').map(({ closedBy }) => closedBy ?? 0);
        expect(idsOf('RECYCLE')).toEqual(expect.arrayContaining(recycled));
        expect(handoffs.filter(({ closedBy }) => closedBy === null).length).toBeLessThanOrEqual(1);
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  }, 3_600_000);

  it('events told late between the decisions leave handoffs as the log tells them', async () => {
    await fc.assert(
      fc.asyncProperty(turns([...CALLS, 'HAND_OVER', 'ACCEPT', 'JUST_NOW']), async (scripts) => {
        const id = await make();
        await play(id, scripts);
        await expectConsistent(id);
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  }, 3_600_000);

  async function make(): Promise<string> {
    const id = await newWorkspace(database);
    const entry = { externalId: 'born', lead: 'L', to: 'LEAD', occurredAt: CREATED };
    await ingest(database, id, [{ lead: { ...lead, createdAt: CREATED }, transitions: [entry] }]);
    return id;
  }

  /** Each script is a writer, which sends one turn after the other. */
  async function play(id: string, scripts: readonly (readonly Turn[])[]): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    const write = async (script: readonly Turn[], writer: number) => {
      for (const [index, { call, copies, after }] of script.entries()) {
        await pause(after);
        const key = `${writer}-${index}`;
        const answers = await Promise.all(Array.from({ length: copies }, () => send(id, call, key)));
        expect(new Set(answers).size, `${call} sent ${copies} times`).toBe(1);
        expect(await send(id, call, key), `${call} sent again`).toBe(answers[0]);
        outcomes.push({ call, answer: answers[0] ?? '' });
      }
    };
    await Promise.all(scripts.map(write));
    return outcomes;
  }

  async function sendTwice(id: string, call: Call, key: string): Promise<number | string> {
    const [one, other] = await Promise.all([send(id, call, key), send(id, call, key)]);
    expect(other).toBe(one);
    return one;
  }

  async function send(id: string, call: Call, key: string): Promise<number | string> {
    const once = { key, operation: call, input: { key } };
    const move = async (kind: 'FORWARD' | 'ACCEPTED' | 'REJECTED' | 'RECYCLED', to?: string) =>
      (await moveLead(database, id, { lead, kind, to, reason: 'why', actor: key }, once)).transitionId;
    /** Its instant follows from the key, so that a repeated call says the same. */
    const tell = async (to: string, occurredAt: number, kind?: 'REJECTED') => {
      const transition = { externalId: key, lead: 'L', to, occurredAt, reason: 'told', ...(kind ? { kind } : {}) };
      await ingest(database, id, [{ transitions: [transition] }], once);
      return 'told';
    };
    try {
      switch (call) {
        case 'HAND_OVER':
          return await move('FORWARD', 'MQL');
        case 'ACCEPT':
          return await move('ACCEPTED');
        case 'REJECT':
          return await move('REJECTED');
        case 'RECYCLE':
          return await move('RECYCLED', 'LEAD');
        case 'LATE_ENTRY':
          return await tell('CONTACT', CREATED + 1);
        case 'JUST_NOW':
          return await tell('LEAD', Date.now() - 20, 'REJECTED');
        case 'LATE_CALL': {
          const activity = { externalId: key, lead: 'L', type: 'CALL' as const, occurredAt: CREATED + 2 };
          await ingest(database, id, [{ activities: [activity] }], once);
          return 'told';
        }
      }
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      return error.code;
    }
  }

  /** What is maintained equals a rebuild, and the oracle tells the same handoffs. */
  async function expectConsistent(id: string) {
    expect(await verify(database, id)).toMatchObject({ wrongFacts: 0, wrongLeads: [], wrongRollupCells: 0 });
    const told = await handoffsTwice(database, id);
    expect(told.fact).toEqual(told.oracle);
    return told;
  }

  function facts(id: string) {
    return inWorkspace(database, id, (transaction) =>
      transaction.query<{ openedBy: number; closedBy: number | null; outcome: string | null }>(sql`
        SELECT opened_by AS "openedBy", closed_by AS "closedBy", outcome FROM ${HANDOFF_FACT}
        WHERE workspace_id = ${id}::uuid`),
    );
  }
});
