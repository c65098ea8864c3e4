import { InvalidInput, TRANSITION_KINDS, WrongMove } from '@leadstage/core';
import { type Database, inWorkspace } from '@leadstage/prisma';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { assignLead } from '../packages/api/src/commands/assign-lead.js';
import { deleteLead } from '../packages/api/src/commands/delete-lead.js';
import { ingest } from '../packages/api/src/commands/ingest.js';
import type { IngestUnit } from '../packages/api/src/commands/ingest-input.js';
import { mergeLeads } from '../packages/api/src/commands/merge-leads.js';
import { type LeadMove, moveLead } from '../packages/api/src/commands/move-lead.js';
import { rebuild } from '../packages/api/src/commands/rebuild.js';
import { verify } from '../packages/api/src/commands/verify.js';
import { voidTransition } from '../packages/api/src/commands/void-transition.js';
import { sql } from '../packages/api/src/query/sql.js';
import { describeDatabase, newWorkspace, openTestDatabase } from './support/database.js';
import { LADDERS, useLadder } from './support/ladders.js';
import { handoffsTwice } from './support/told-handoffs.js';

/** More with LEADSTAGE_PROPERTY_RUNS=1000; each run is a workspace of three leads and up to 24 commands. */
const RUNS = Number(process.env.LEADSTAGE_PROPERTY_RUNS ?? 60);
const HOUR = 3_600_000;
const START = Date.UTC(2026, 4, 4, 9);
const at = (hours: number) => START + hours * HOUR;

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database?.close());

async function expectVerified(id: string): Promise<void> {
  expect(await verify(database, id)).toMatchObject({ wrongFacts: 0, wrongLeads: [], wrongRollupCells: 0 });
}

/** Handoffs as `opened–closed OUTCOME` in hours after the start; both ways of telling them agree. */
async function handoffs(id: string): Promise<string[]> {
  const { fact, oracle } = await handoffsTwice(database, id);
  expect(fact).toEqual(oracle);
  const hours = (instant: number | null) => (instant === null ? '' : (instant - START) / HOUR);
  return fact.map(({ openedAt, closedAt, outcome }) => `${hours(openedAt)}–${hours(closedAt)} ${outcome ?? 'OPEN'}`);
}

describe(`a move that is told late, ${describeDatabase()}`, () => {
  const lead = { externalId: 'L' };
  const make = async (ladder = LADDERS.standard ?? []) => {
    const id = await newWorkspace(database);
    await useLadder(database, id, ladder);
    await ingest(database, id, [{ lead: { externalId: 'L', createdAt: START, owner: 'ann' } }]);
    const move = (kind: LeadMove['kind'], hours: number, to?: string) =>
      moveLead(database, id, { lead, kind, to, reason: 'why', occurredAt: at(hours), externalId: `${kind} ${hours}` });
    return { id, move };
  };

  it('lands where it belongs: what the lead stood in then decides, and its handoffs follow', async () => {
    const { id, move } = await make();
    await move('FORWARD', 1, 'LEAD');
    await move('FORWARD', 10, 'MQL');
    await move('ACCEPTED', 30);
    expect(await handoffs(id)).toEqual(['10–30 ACCEPTED']);

    await expect(move('REJECTED', 9)).rejects.toMatchObject({ code: 'NO_OPEN_HANDOFF', presentStage: 'LEAD' });
    await expect(move('REJECTED', 30)).rejects.toMatchObject({ code: 'NO_OPEN_HANDOFF', presentStage: 'SQL' });
    await move('REJECTED', 20);
    expect(await handoffs(id)).toEqual(['10–20 REJECTED']);
    await move('FORWARD', 25, 'MQL');
    expect(await handoffs(id)).toEqual(['10–20 REJECTED', '25–30 ACCEPTED']);
    await move('FORWARD', 5, 'MQL');
    expect(await handoffs(id)).toEqual(['5–20 REJECTED', '25–30 ACCEPTED']);
    await expectVerified(id);
  });

  it('at the instant of another comes after it', async () => {
    const { id, move } = await make();
    await move('FORWARD', 10, 'MQL');
    await move('ACCEPTED', 10);
    expect(await handoffs(id)).toEqual(['10–10 ACCEPTED']);
    await expect(move('REJECTED', 10)).rejects.toMatchObject({ presentStage: 'SQL' });
    await expectVerified(id);
  });

  it('that is voided gives back what it took: the handoff is open again, or was never there', async () => {
    const { id, move } = await make();
    await move('FORWARD', 1, 'MQL');
    await move('ACCEPTED', 2);
    const undo = (externalId: string) => voidTransition(database, id, { externalId, reason: 'a mistake' });
    await undo('ACCEPTED 2');
    expect(await handoffs(id)).toEqual(['1– OPEN']);
    await undo('FORWARD 1');
    expect(await handoffs(id)).toEqual([]);
    await expect(move('ACCEPTED', 3)).rejects.toMatchObject({ code: 'NO_OPEN_HANDOFF', presentStage: 'CONTACT' });
    await expectVerified(id);
  });

  it('that comes without an instant comes after all that is known, also what a fast clock put ahead', async () => {
    const { id } = await make();
    const ahead = Date.now() + 30_000;
    const handOver = { externalId: 'ahead', lead: 'L', to: 'MQL', occurredAt: ahead };
    await ingest(database, id, [{ transitions: [handOver] }]);
    await moveLead(database, id, { lead, kind: 'ACCEPTED' });
    const { fact, oracle } = await handoffsTwice(database, id);
    expect(fact).toEqual(oracle);
    expect(fact).toMatchObject([{ openedAt: ahead, closedAt: ahead, outcome: 'ACCEPTED' }]);
    await expect(moveLead(database, id, { lead, kind: 'REJECTED', reason: 'late' })).rejects.toThrow(WrongMove);
  });

  it('keeps the handoff that a creation opened, where the ladder begins with it', async () => {
    for (const [kind, outcome] of [
      ['ACCEPTED', 'ACCEPTED'],
      ['DISQUALIFIED', 'DISQUALIFIED'],
    ] as const) {
      const { id, move } = await make(LADDERS['from MQL on']);
      expect(await handoffs(id)).toEqual(['0– OPEN']);
      await move(kind, 3);
      if (kind === 'DISQUALIFIED') await move('REOPENED', 4, 'QSO');
      expect(await handoffs(id)).toEqual([`0–3 ${outcome}`]);
      await expectVerified(id);
    }
  });
});

type Step =
  | {
      readonly do: 'MOVE';
      readonly lead: number;
      readonly kind: LeadMove['kind'];
      readonly to: number | null;
      readonly hours: number | null;
    }
  | {
      readonly do: 'INGEST';
      readonly lead: number;
      readonly to: number | null;
      readonly hours: number;
      readonly kind: number;
    }
  | {
      readonly do: 'CALL' | 'VOID' | 'MERGE' | 'ASSIGN' | 'ERASE';
      readonly lead: number;
      readonly other: number;
      readonly hours: number;
    };

const LEADS = 3;
const lead = fc.nat(LEADS - 1);
/** Few, so that many coincide. */
const hours = fc.nat(24);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('MOVE' as const),
      lead,
      kind: fc.constantFrom(...TRANSITION_KINDS),
      to: fc.option(fc.nat(5)),
      hours: fc.option(hours),
    }),
  },
  // Hand-overs, and decisions on them where such moves usually lead.
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('MOVE' as const),
      lead,
      kind: fc.constant('FORWARD' as const),
      to: fc.nat(2),
      hours: fc.option(hours, { freq: 1 }),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('MOVE' as const),
      lead,
      kind: fc.constantFrom('ACCEPTED' as const, 'REJECTED' as const, 'RECYCLED' as const, 'REOPENED' as const),
      to: fc.constant(null),
      hours: fc.option(hours, { freq: 1 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('INGEST' as const),
      lead,
      to: fc.option(fc.nat(5)),
      hours,
      kind: fc.nat(11),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'CALL' as const,
        'VOID' as const,
        'VOID' as const,
        'MERGE' as const,
        'ASSIGN' as const,
        'ERASE' as const,
      ),
      lead,
      other: fc.nat(11),
      hours,
    }),
  },
);

const sequence = fc.record({
  ladder: fc.constantFrom(...Object.values(LADDERS)),
  steps: fc.array(step, { minLength: 6, maxLength: 24 }),
});

test('random commands keep facts, handoffs and rollups equal to a rebuild, and handoffs equal to the oracle', async () => {
  const done = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(sequence, async ({ ladder, steps }) => {
      const id = await newWorkspace(database);
      await useLadder(database, id, ladder);
      const keys = ladder.map(({ key }) => key);
      await ingest(
        database,
        id,
        Array.from({ length: LEADS }, (_, number) => newLead(number)),
      );
      for (const [index, each] of steps.entries()) {
        const outcome = await carryOut(id, keys, each, index);
        done.set(outcome, (done.get(outcome) ?? 0) + 1);
      }
      await expectVerified(id);
      const { fact, oracle } = await handoffsTwice(database, id);
      expect(fact).toEqual(oracle);
      await rebuild(database, id);
      await expectVerified(id);
      expect(await handoffsTwice(database, id)).toEqual({ fact, oracle });
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
  // So the sequences do reach what they are for.
  if (RUNS < 60) return;
  const reached = [...done.keys()];
  for (const kind of TRANSITION_KINDS) expect(reached).toContain(`MOVE ${kind}`);
  for (const what of ['INGEST', 'CALL', 'VOID', 'MERGE', 'ASSIGN', 'ERASE']) expect(reached).toContain(what);
}, 3_600_000);

function newLead(number: number): IngestUnit {
  const person = { name: `Person ${number}`, email: `p${number}@example.com` };
  return { lead: { externalId: `L${number}`, createdAt: at(number), ...person } };
}

/** @returns what was done, or the code of its refusal */
async function carryOut(id: string, keys: readonly string[], step: Step, index: number): Promise<string> {
  const externalId = `T${index}`;
  const lead = { id: step.lead + 1 };
  try {
    switch (step.do) {
      case 'MOVE': {
        const { kind, to, hours: given } = step;
        const occurredAt = given === null ? null : at(given);
        await moveLead(database, id, {
          lead,
          kind,
          to: to === null ? null : (keys[to] ?? 'NONE'),
          reason: `why ${to}`,
          occurredAt,
        });
        return `MOVE ${await lastKind(id)}`;
      }
      case 'INGEST': {
        const to = step.to === null ? null : (keys[step.to % keys.length] ?? null);
        const kind = to === null ? undefined : TRANSITION_KINDS.filter((each) => each !== 'DISQUALIFIED')[step.kind];
        const transition = { externalId, lead: `L${step.lead}`, to, reason: 'told', occurredAt: at(step.hours) };
        const [outcome] = (
          await ingest(database, id, [{ transitions: [{ ...transition, ...(kind ? { kind } : {}) }] }])
        ).outcomes;
        return outcome?.status === 'REJECTED' ? (outcome.problems[0]?.code ?? '') : 'INGEST';
      }
      case 'CALL': {
        const call = { externalId, lead: `L${step.lead}`, type: 'CALL' as const, occurredAt: at(step.hours) };
        const [outcome] = (await ingest(database, id, [{ activities: [call] }])).outcomes;
        return outcome?.status === 'REJECTED' ? (outcome.problems[0]?.code ?? '') : 'CALL';
      }
      case 'VOID': {
        const known = await transitionIds(id);
        await voidTransition(database, id, { externalId: known[step.other % known.length] ?? 'none', reason: 'wrong' });
        return 'VOID';
      }
      case 'ASSIGN': {
        const owner = [null, 'ann', 'ben'][step.other % 3] ?? null;
        await assignLead(database, id, { lead, owner, occurredAt: step.other < 6 ? at(step.hours) : null });
        return 'ASSIGN';
      }
      case 'MERGE':
        await mergeLeads(database, id, { lead, into: { id: (step.other % LEADS) + 1 } });
        return 'MERGE';
      case 'ERASE':
        await deleteLead(database, id, { lead });
        return 'ERASE';
    }
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return error.code;
  }
}

async function lastKind(id: string): Promise<string> {
  const [row] = await inWorkspace(database, id, (transaction) =>
    transaction.query<{ kind: string }>(sql`
      SELECT kind FROM transition WHERE workspace_id = ${id}::uuid ORDER BY id DESC LIMIT 1`),
  );
  return row?.kind ?? '';
}

async function transitionIds(id: string): Promise<string[]> {
  const rows = await inWorkspace(database, id, (transaction) =>
    transaction.query<{ externalId: string }>(sql`
      SELECT external_id AS "externalId" FROM transition WHERE workspace_id = ${id}::uuid ORDER BY id`),
  );
  return rows.map(({ externalId }) => externalId);
}
