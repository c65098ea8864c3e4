import { answerRule, type Instant, type RuleCondition } from '@leadstage/core';
import { type Database, inWorkspace } from '@leadstage/prisma';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defineRule } from '../packages/api/src/commands/define-rule.js';
import { disableRule } from '../packages/api/src/commands/disable-rule.js';
import { enableRule } from '../packages/api/src/commands/enable-rule.js';
import { ingest } from '../packages/api/src/commands/ingest.js';
import { mergeLeads } from '../packages/api/src/commands/merge-leads.js';
import { verify } from '../packages/api/src/commands/verify.js';
import { voidTransition } from '../packages/api/src/commands/void-transition.js';
import { activitiesOf } from '../packages/api/src/query/lead-activities.js';
import { type LogEntry, logsOf } from '../packages/api/src/query/lead-log.js';
import { type PresentLead, presentLeads } from '../packages/api/src/query/present-leads.js';
import { sql } from '../packages/api/src/query/sql.js';
import { loadWorkspace } from '../packages/api/src/query/workspace-state.js';
import { describeDatabase, newWorkspace, openTestDatabase } from './support/database.js';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database?.close());

const RUNS = Number(process.env.LEADSTAGE_PROPERTY_RUNS ?? 15);
const DAY = 86_400_000;
const LADDER = ['CONTACT', 'LEAD', 'MQL', 'SQL', 'QSO', 'CUSTOMER'];
const LEADS = ['p', 'q', 'r', 's'];
const RULES = ['R1', 'R2', 'R3'];

const attribute = fc.constantFrom('a', 'b');
const conditions = fc.letrec<{ condition: RuleCondition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ attribute, in: fc.constantFrom<(string | null)[][]>(['x'], ['x', 'y'], ['y', null]) }),
    fc.record({ attribute, notIn: fc.constantFrom(['x'], ['y']) }),
    fc.record({ attribute, known: fc.boolean() }),
    fc.constantFrom<RuleCondition>(
      { score: { atLeast: '5' } },
      { activities: { atLeast: 1 } },
      { activities: { atMost: 1, withinDays: 3 } },
    ),
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 2 }) }),
    fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 2 }) }),
    fc.record({ not: tie('condition') }),
  ),
})).condition;

type Step =
  | { readonly do: 'DEFINE'; readonly key: string; readonly to: string; readonly condition: RuleCondition }
  | { readonly do: 'ENABLE'; readonly key: string }
  | { readonly do: 'DISABLE'; readonly key: string }
  | {
      readonly do: 'LEAD';
      readonly lead: string;
      readonly a: string | null;
      readonly b: string | null;
      readonly score: string | null;
    }
  | {
      readonly do: 'ENTER';
      readonly lead: string;
      readonly to: string | null;
      readonly kind: 'REJECTED' | undefined;
      readonly ago: number;
    }
  | { readonly do: 'MEET'; readonly lead: string; readonly ago: number }
  | { readonly do: 'VOID'; readonly which: number }
  | { readonly do: 'MERGE'; readonly lead: string; readonly into: string };

const lead = fc.constantFrom(...LEADS);
const key = fc.constantFrom(...RULES);
const value = fc.constantFrom(null, 'x', 'y');
/** Milliseconds before now; a little in the future is a clock that runs ahead. */
const ago = fc.constantFrom(-30_000, 0, 0, 0, DAY, 5 * DAY, 40 * DAY);
const define = fc.record({
  do: fc.constant('DEFINE' as const),
  key,
  to: fc.constantFrom(...LADDER.slice(1, 5)),
  condition: conditions,
});
const steps = fc.array(
  fc.oneof<fc.Arbitrary<Step>[]>(
    define,
    fc.record({ do: fc.constantFrom('ENABLE', 'ENABLE', 'DISABLE'), key }) as fc.Arbitrary<Step>,
    fc.record({
      do: fc.constant('LEAD' as const),
      lead,
      a: value,
      b: value,
      score: fc.constantFrom(null, '3', '7', '?'),
    }),
    fc.record({ do: fc.constant('LEAD' as const), lead, a: value, b: value, score: fc.constant('7') }),
    fc.record({
      do: fc.constant('ENTER' as const),
      lead,
      to: fc.constantFrom(null, ...LADDER),
      kind: fc.constant(undefined),
      ago,
    }),
    fc.record({
      do: fc.constant('ENTER' as const),
      lead,
      to: fc.constantFrom('CONTACT', 'LEAD'),
      kind: fc.constant('REJECTED' as const),
      ago,
    }),
    fc.record({ do: fc.constant('MEET' as const), lead, ago }),
    fc.record({ do: fc.constant('VOID' as const), which: fc.nat(20) }),
    fc.record({ do: fc.constant('MERGE' as const), lead, into: lead }),
  ),
  { minLength: 4, maxLength: 25 },
);

interface Rule {
  readonly id: number;
  readonly key: string;
  readonly version: number;
  readonly target: number;
  readonly condition: RuleCondition;
  readonly enabledAt: Instant | null;
}

interface Stored {
  readonly leadId: number;
  readonly externalId: string;
  readonly rank: number | null;
  readonly occurredAt: Instant;
  readonly voided: boolean;
}

/** The workspace as it stands, read table by table. */
async function look(id: string) {
  return inWorkspace(database, id, async (transaction) => {
    const state = (await loadWorkspace(transaction, id))!;
    const rules = await transaction.query<Rule>(sql`
      SELECT id, key, version, target_stage_id - 1 AS target, condition,
        CASE WHEN disabled_at IS NULL THEN enabled_at END AS "enabledAt" FROM rule ORDER BY key, version`);
    const stored = await transaction.query<Stored>(sql`
      SELECT lead_id AS "leadId", external_id AS "externalId", to_stage_id - 1 AS rank, occurred_at AS "occurredAt",
        voided_at IS NOT NULL AS voided FROM transition ORDER BY id`);
    const merges = await transaction.query<{ from: number; into: number }>(sql`
      SELECT lead_id AS from, into_lead_id AS into FROM merge ORDER BY recorded_at`);
    const ids = await transaction.query<{ id: number }>(sql`SELECT id FROM lead`);
    const all = ids.map((row) => row.id);
    const present = await presentLeads(transaction, state, all);
    const logs = await logsOf(transaction, state, all);
    const activities = await activitiesOf(transaction, state, all);
    const survivorOf = (leadId: number) => merges.findLast(({ from }) => from === leadId)?.into ?? leadId;
    return { state, rules, stored, present, logs, activities, survivorOf };
  });
}
type Look = Awaited<ReturnType<typeof look>>;

function says(rule: Rule, { leadId, ...lead }: PresentLead, { state, activities }: Look): boolean {
  const { attributes, source, leadType, campaign, region, owner, value: amount } = lead;
  return (
    answerRule(rule.condition, {
      attributes: { ...attributes, source, leadType, campaign, region, owner, value: amount },
      activities: activities.filter((each) => each.leadId === leadId),
      at: state.lastRecordedAt,
      timeZone: 'UTC',
    }).answer === 'YES'
  );
}

/** In the standard ladder: from a stage of marketing a rule leads to MQL at most, and from there nowhere. */
function mayMove(from: number | null, to: number): boolean {
  return from !== null && from < to && (from < 2 ? to <= 2 : from > 2);
}

function hadItsTurn(rule: Rule, leadId: number, { stored, survivorOf }: Look): boolean {
  return stored.some((each) => {
    if (survivorOf(each.leadId) !== leadId) return false;
    if (each.externalId.startsWith(`rule:${rule.id}:${rule.version}:`)) return true;
    return !each.voided && each.rank !== null && each.rank >= rule.target && each.occurredAt >= rule.enabledAt!;
  });
}

async function take(id: string, step: Step, number: number, { stored }: Look): Promise<readonly string[]> {
  const now = Date.now();
  if (step.do === 'DEFINE') {
    await defineRule(database, id, { ...step, name: `version ${number}` });
  } else if (step.do === 'ENABLE') {
    await enableRule(database, id, step);
  } else if (step.do === 'DISABLE') {
    await disableRule(database, id, step.key);
  } else if (step.do === 'LEAD') {
    const { a, b, score } = step;
    const { outcomes } = await ingest(database, id, [{ lead: { externalId: step.lead, attributes: { a, b, score } } }]);
    return outcomes[0]?.status === 'UPDATED' ? [step.lead] : [];
  } else if (step.do === 'ENTER') {
    const { to, kind } = step;
    const move = { externalId: `t${number}`, lead: step.lead, to, occurredAt: now - step.ago, reason: 'x' };
    const { outcomes } = await ingest(database, id, [{ transitions: [kind ? { ...move, kind } : move] }]);
    expect(outcomes[0]?.problems.filter(({ severity }) => severity === 'ERROR')).toEqual([]);
    return [step.lead];
  } else if (step.do === 'MEET') {
    const meeting = { externalId: `m${number}`, lead: step.lead, type: 'MEETING' as const, occurredAt: now - step.ago };
    await ingest(database, id, [{ activities: [meeting] }]);
    return [step.lead];
  } else if (step.do === 'MERGE') {
    await mergeLeads(database, id, { lead: { externalId: step.lead }, into: { externalId: step.into } });
    return [step.into];
  } else {
    const victim = stored[step.which];
    if (!victim || victim.voided) return [];
    await voidTransition(database, id, { externalId: victim.externalId, reason: 'x' });
    return [LEADS[victim.leadId - 1]!];
  }
  return [];
}

describe(`rules, ${describeDatabase()}`, () => {
  it('whatever is written: move each lead upwards, once per version at most, and all that they should', async () => {
    let moved = 0;
    let handoffs = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(define, { minLength: 3, maxLength: 3 }), steps, async (first, rest) => {
        const id = await newWorkspace(database);
        const createdAt = Date.now() - 60 * DAY;
        const attributes = { a: 'x', b: 'x', score: '1' };
        await ingest(
          database,
          id,
          LEADS.map((externalId) => ({ lead: { externalId, createdAt, attributes } })),
        );
        const begin = first.flatMap((each, index): Step[] => [
          { ...each, key: RULES[index]! },
          { do: 'ENABLE', key: RULES[index]! },
        ]);
        let now = await look(id);
        for (const [number, step] of [...begin, ...rest].entries()) {
          const before = now;
          const touched = await take(id, step, number, before).catch((error: { code?: string }) => {
            if (error.code === 'ALREADY_MERGED') return [];
            throw error;
          });
          const after = await look(id);
          now = after;
          const made = after.stored.filter(
            ({ externalId }) =>
              externalId.startsWith('rule:') && !before.stored.some((each) => each.externalId === externalId),
          );
          moved += made.length;
          for (const each of made) checkMove(each, made, after);
          for (const name of touched) checkNothingIsLeft(after.survivorOf(LEADS.indexOf(name) + 1), after);
        }
        const { present, logs } = now;
        handoffs += logs.filter(({ toStageId }) => toStageId === 3).length;
        expect(present.length).toBeGreaterThan(0);
        expect(await verify(database, id)).toMatchObject({ wrongFacts: 0, wrongRollupCells: 0 });
      }),
      { numRuns: RUNS },
    );
    expect(moved, 'so the above is not true of nothing').toBeGreaterThan(RUNS / 2);
    expect(handoffs).toBeGreaterThan(0);
  }, 1_200_000);
});

/** Its version was on and says yes; it leads upwards, as it may; the family had none by that version before, nor has it been there. */
function checkMove(made: Stored, all: readonly Stored[], after: Look): void {
  const entry = after.logs.find(({ externalId }) => externalId === made.externalId)!;
  const [, ruleId, version] = made.externalId.split(':').map(Number);
  const rule = after.rules.find((each) => each.id === ruleId && each.version === version)!;
  expect(entry.actor).toBe(`rule:${rule.key}@${rule.version}`);
  expect(rule.enabledAt).not.toBeNull();
  expect(mayMove(fromOf(entry), made.rank!), `${fromOf(entry)} to ${made.rank}`).toBe(true);
  const lead = after.present.find(({ leadId }) => leadId === entry.leadId)!;
  expect(says(rule, lead, after)).toBe(true);
  expect(lead.stageId, 'it stands there, or higher by another rule').toBeGreaterThan(made.rank!);
  const earlier = after.stored.filter((each) => !all.includes(each));
  expect(hadItsTurn(rule, entry.leadId, { ...after, stored: earlier })).toBe(false);
  const marks = after.stored.filter(
    ({ externalId, leadId }) =>
      externalId.startsWith(`rule:${ruleId}:${version}:`) && after.survivorOf(leadId) === entry.leadId,
  );
  expect(marks).toHaveLength(1);
}

/** A lead without an earlier transition stood in the first stage. */
function fromOf({ fromStageId, kind }: LogEntry): number | null {
  expect(kind).toBe('ADVANCED');
  return (fromStageId ?? 1) - 1;
}

function checkNothingIsLeft(leadId: number, after: Look): void {
  const lead = after.present.find((each) => each.leadId === leadId)!;
  const from = lead.stageId === null ? null : lead.stageId - 1;
  const left = after.rules.filter(
    (rule) =>
      rule.enabledAt !== null &&
      mayMove(from, rule.target) &&
      says(rule, lead, after) &&
      !hadItsTurn(rule, leadId, after),
  );
  expect(left.map((rule) => rule.key)).toEqual([]);
}
