import {
  checkMove,
  handoffStage,
  InvalidInput,
  type LeadStanding,
  type StageDefinition,
  TRANSITION_KINDS,
  type TransitionKind,
  WrongMove,
} from '@leadstage/core';
import { type Database, inWorkspace } from '@leadstage/prisma';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ingest } from '../packages/api/src/commands/ingest.js';
import { moveLead } from '../packages/api/src/commands/move-lead.js';
import { verify } from '../packages/api/src/commands/verify.js';
import { logsOf } from '../packages/api/src/query/lead-log.js';
import { loadWorkspace } from '../packages/api/src/query/workspace-state.js';
import { describeDatabase, newWorkspace, openTestDatabase } from './support/database.js';
import { LADDERS, useLadder } from './support/ladders.js';

const CREATED = Date.UTC(2026, 4, 4, 9);
const REASON = 'a reason';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database?.close());

/** How a lead comes to stand somewhere: the stages that an import names (null: out), and what that makes of it. */
interface Start {
  readonly name: string;
  readonly path: readonly (string | null)[];
  readonly standing: LeadStanding;
}

function startsIn(ladder: readonly StageDefinition[]): Start[] {
  const mql = handoffStage(ladder);
  const first = ladder[0] ?? null;
  const since = (stage: StageDefinition | null) => (mql && stage?.id === mql.id ? CREATED : null);
  const afterMql = mql && ladder[ladder.indexOf(mql) + 1];
  const stands = (stage: StageDefinition | null) => ({
    stage,
    hasTransitions: true,
    leftFrom: null,
    handoffOpenSince: since(stage),
  });
  return [
    { name: 'new', path: [], standing: { ...stands(first), hasTransitions: false } },
    ...ladder.map((stage) => ({ name: stage.key, path: [stage.key], standing: stands(stage) })),
    ...(mql && afterMql
      ? [{ name: 'back', path: [afterMql.key, mql.key], standing: { ...stands(mql), handoffOpenSince: null } }]
      : []),
    ...ladder.map((stage) => ({
      name: `out of ${stage.key}`,
      path: [stage.key, null],
      standing: { ...stands(null), leftFrom: stage },
    })),
  ];
}

interface Case {
  readonly lead: string;
  readonly start: Start;
  readonly kind: TransitionKind;
  readonly to: string | undefined;
}

/** Every kind from every standing: without a stage, and into two of them, other ones each time. */
function casesIn(ladder: readonly StageDefinition[]): Case[] {
  let turn = 0;
  const next = () => ladder[turn++ % ladder.length]?.key;
  return startsIn(ladder).flatMap((start) =>
    TRANSITION_KINDS.flatMap((kind) =>
      [undefined, next(), next()].map((to, index) => ({ lead: `${start.name} ${kind} ${index}`, start, kind, to })),
    ),
  );
}

function unitOf({ lead, start: { path } }: Case) {
  const transitions = path.map((to, index) => ({
    externalId: `${lead} ${index}`,
    lead,
    to,
    occurredAt: CREATED + index,
    ...(to === null ? { reason: REASON } : {}),
  }));
  return { lead: { externalId: lead, createdAt: CREATED }, transitions };
}

const refusal = (error: unknown) =>
  error instanceof WrongMove ? { code: error.code, presentStage: error.presentStage, open: error.handoffOpen } : error;

function expected(ladder: readonly StageDefinition[], { start, kind, to }: Case) {
  try {
    const allowed = checkMove(ladder, start.standing, { kind, reason: REASON, ...(to ? { to } : {}) });
    return { kind: allowed.kind, to: allowed.to?.id ?? null };
  } catch (error) {
    return refusal(error);
  }
}

describe.each(Object.entries(LADDERS))(`the ladder %s, ${describeDatabase()}`, (_, rungs) => {
  it('allows from every standing what its table allows, and refuses the rest in the same words', async () => {
    const id = await newWorkspace(database);
    await useLadder(database, id, rungs);
    const state = await inWorkspace(database, id, (transaction) => loadWorkspace(transaction, id));
    const ladder = [...(state?.definitions ?? [])];
    const cases = casesIn(ladder);
    const { outcomes } = await ingest(database, id, cases.map(unitOf));
    expect(outcomes.filter(({ status }) => status !== 'CREATED')).toEqual([]);

    const answers: unknown[] = [];
    const moved: number[] = [];
    for (const { lead: externalId, kind, to } of cases) {
      const move = { lead: { externalId }, kind, to, reason: REASON };
      const answer = await moveLead(database, id, move).catch((error: unknown) => {
        if (!(error instanceof InvalidInput)) throw error;
        return refusal(error);
      });
      answers.push(answer);
      moved.push(typeof answer === 'object' && answer !== null && 'leadId' in answer ? Number(answer.leadId) : 0);
    }
    const logs = await inWorkspace(database, id, async (transaction) => {
      const now = await loadWorkspace(transaction, id);
      return now ? logsOf(transaction, now, moved.filter(Boolean)) : [];
    });
    const last = new Map(logs.map((entry) => [entry.leadId, { kind: entry.kind, to: entry.toStageId }]));
    const told = (answer: unknown, index: number) => (moved[index] ? last.get(moved[index]) : answer);
    const label = ({ lead, to }: Case) => `${lead} → ${to ?? 'usual'}`;
    expect(Object.fromEntries(cases.map((each, index) => [label(each), told(answers[index], index)]))).toEqual(
      Object.fromEntries(cases.map((each) => [label(each), expected(ladder, each)])),
    );
    expect(moved.filter(Boolean).length).toBeGreaterThan(20);
    expect(await verify(database, id)).toMatchObject({ wrongFacts: 0, wrongRollupCells: 0 });
  }, 300_000);
});
