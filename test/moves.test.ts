import { TRANSITION_KINDS, WrongMove } from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { ingest } from '../packages/api/src/commands/ingest.js';
import { type LeadMove, moveLead } from '../packages/api/src/commands/move-lead.js';
import { rebuild } from '../packages/api/src/commands/rebuild.js';
import { verify } from '../packages/api/src/commands/verify.js';
import { voidTransition } from '../packages/api/src/commands/void-transition.js';
import { describeDatabase, newWorkspace, openTestDatabase } from './support/database.js';
import { LADDERS, useLadder } from './support/ladders.js';
import { carryOut, fewLeads, sequence } from './support/random-steps.js';
import { handoffsTwice } from './support/told-handoffs.js';

/** More with LEADSTAGE_PROPERTY_RUNS=1000; each run is a workspace of three leads and up to 24 commands. */
const RUNS = Number(process.env.LEADSTAGE_PROPERTY_RUNS ?? 40);
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

test('random commands keep facts, handoffs and rollups equal to a rebuild, and handoffs equal to the oracle', async () => {
  const done = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(sequence, async ({ ladder, steps }) => {
      const id = await newWorkspace(database);
      await useLadder(database, id, ladder);
      const keys = ladder.map(({ key }) => key);
      await ingest(database, id, fewLeads());
      for (const [index, each] of steps.entries()) {
        const outcome = await carryOut(database, id, keys, each, index);
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
  // Which kinds random steps reach is chance; the table in moves-table.test.ts has them all.
  const kinds = TRANSITION_KINDS.filter((kind) => reached.includes(`MOVE ${kind}`));
  expect(kinds.length, kinds.join()).toBeGreaterThanOrEqual(TRANSITION_KINDS.length - 3);
  for (const what of ['INGEST', 'CALL', 'VOID', 'MERGE', 'ASSIGN', 'ERASE']) expect(reached).toContain(what);
}, 3_600_000);
