import type { Database } from '@leadstage/prisma';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApiKey } from '../packages/api/src/access/api-key.js';
import { defineRule } from '../packages/api/src/commands/define-rule.js';
import { disableRule } from '../packages/api/src/commands/disable-rule.js';
import { dryRunRule } from '../packages/api/src/commands/dry-run-rule.js';
import { enableRule } from '../packages/api/src/commands/enable-rule.js';
import { ingest } from '../packages/api/src/commands/ingest.js';
import type { IngestUnit } from '../packages/api/src/commands/ingest-input.js';
import { type AnswersQuestion, listAnswers } from '../packages/api/src/rules/list-answers.js';
import { askingOf } from './support/ask.js';
import { describeDatabase, newWorkspace, openTestDatabase } from './support/database.js';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database?.close());

const RUNS = Number(process.env.LEADSTAGE_PROPERTY_RUNS ?? 12);
const DAY = 86_400_000;
const LADDER = ['CONTACT', 'LEAD', 'MQL', 'SQL', 'QSO', 'CUSTOMER'];

/** A lead as the test knows it. Its log goes up, and out, or down again in the end. */
interface Sketch {
  /** Text as given; a number, or none. */
  readonly budget: string | null;
  readonly region: string | null;
  readonly meetings: number;
  /** Stages entered after CONTACT, upwards. */
  readonly entered: readonly string[];
  readonly end: 'STAYS' | 'OUT' | 'BACK';
}

const sketches = fc.array(
  fc.record<Sketch>({
    budget: fc.constantFrom(null, '10', '99.99', '100', '250.5', 'a lot'),
    region: fc.constantFrom(null, 'EMEA', 'APAC'),
    meetings: fc.nat(2),
    entered: fc.subarray(LADDER.slice(1)),
    end: fc.constantFrom('STAYS', 'STAYS', 'OUT', 'BACK'),
  }),
  { minLength: 1, maxLength: 40 },
);

function unitOf({ budget, region, meetings, entered, end }: Sketch, index: number, now: number): IngestUnit {
  const lead = `l${index}`;
  const createdAt = now - 50 * DAY;
  const at = (position: number) => createdAt + (position + 1) * DAY;
  const moves = entered.map((to, position) => ({ externalId: `${lead}-${to}`, lead, to, occurredAt: at(position) }));
  const ends: Record<Sketch['end'], NonNullable<IngestUnit['transitions']>> = {
    STAYS: [],
    OUT: [{ externalId: `${lead}-out`, lead, to: null, reason: 'x', occurredAt: at(10) }],
    BACK: [{ externalId: `${lead}-back`, lead, to: 'CONTACT', kind: 'RECYCLED', occurredAt: at(10) }],
  };
  return {
    lead: { externalId: lead, createdAt, region, attributes: { budget, known: 'x' } },
    transitions: [...moves, ...ends[end]],
    activities: Array.from({ length: meetings }, (_, number) => ({
      externalId: `${lead}-meeting-${number}`,
      lead,
      type: 'MEETING' as const,
      occurredAt: at(number),
    })),
  };
}

type Answer = 'YES' | 'NO' | { readonly missing: readonly string[]; readonly unreadable: readonly string[] };

/** Budget of 100 or more, and in EMEA or met at least twice: worked out by hand. */
const CONDITION = {
  all: [
    { attribute: 'budget', atLeast: 100 },
    { any: [{ attribute: 'region', in: ['EMEA'] }, { activities: { type: 'MEETING', atLeast: 2 } }] },
  ],
};
function naive({ budget, region, meetings }: Sketch): Answer {
  const enough = budget === null || budget === 'a lot' ? null : Number(budget) >= 100;
  const near = meetings >= 2 || (region === null ? null : region === 'EMEA');
  if (enough === false || near === false) return 'NO';
  if (enough && near) return 'YES';
  const missing = [...(enough === null ? ['budget'] : []), ...(near === null ? ['region'] : [])];
  return { missing, unreadable: budget === 'a lot' ? ['budget'] : [] };
}

const rankOf = (stage: string) => LADDER.indexOf(stage);
const present = ({ entered, end }: Sketch) =>
  end === 'OUT' ? null : end === 'BACK' ? 'CONTACT' : (entered.at(-1) ?? 'CONTACT');

function effect(sketch: Sketch, target: string): string {
  const stage = present(sketch);
  if (stage === null) return 'out';
  if (rankOf(stage) >= rankOf(target)) return 'alreadyThere';
  const isForSales = rankOf(target) > rankOf('MQL');
  return isForSales && rankOf(stage) <= rankOf('MQL') ? 'needsSales' : 'wouldMove';
}

function nameOf(answer: Answer): string {
  return answer === 'YES' ? 'yes' : answer === 'NO' ? 'no' : 'tooLittleInformation';
}

function naiveCounts(leads: readonly Sketch[], target: string) {
  const counts: Record<string, number> = { leads: leads.length, yes: 0, no: 0, tooLittleInformation: 0 };
  Object.assign(counts, { wouldMove: 0, needsSales: 0, movedBefore: 0, alreadyThere: 0, out: 0 });
  for (const sketch of leads) {
    const answer = naive(sketch);
    counts[nameOf(answer)]! += 1;
    if (answer === 'YES') counts[effect(sketch, target)]! += 1;
  }
  return counts;
}

function naiveRun(leads: readonly Sketch[], target: string) {
  const lacking = leads.map(naive).filter((answer) => typeof answer === 'object');
  const missing = ['budget', 'region'].map((attribute) => ({
    attribute,
    leads: lacking.filter((each) => each.missing.includes(attribute)).length,
    unreadable: lacking.filter((each) => each.unreadable.includes(attribute)).length,
  }));
  const reached = leads.filter(({ entered }) => entered.some((stage) => rankOf(stage) >= rankOf(target)));
  const said = (name: string) => reached.filter((sketch) => nameOf(naive(sketch)) === name).length;
  const stages = new Set(leads.map(present));
  return {
    ...naiveCounts(leads, target),
    byStage: [...stages].map((stage) => ({
      stage,
      ...naiveCounts(
        leads.filter((each) => present(each) === stage),
        target,
      ),
    })),
    missing: missing.filter((each) => each.leads > 0).sort((a, b) => b.leads - a.leads),
    history: {
      leads: reached.length,
      yes: said('yes'),
      no: said('no'),
      tooLittleInformation: said('tooLittleInformation'),
    },
  };
}

const byStage = (a: { stage: string | null }, b: { stage: string | null }) =>
  String(a.stage) < String(b.stage) ? -1 : 1;

describe(`a dry run, ${describeDatabase()}`, () => {
  it('counts what a naive evaluation counts, in steps of whatever size', async () => {
    await fc.assert(
      fc.asyncProperty(
        sketches,
        fc.constantFrom('LEAD', 'MQL', 'SQL', 'QSO'),
        fc.integer({ min: 1, max: 50 }),
        async (leads, to, leadsPerStep) => {
          const id = await newWorkspace(database);
          const now = Date.now();
          await ingest(
            database,
            id,
            leads.map((sketch, index) => unitOf(sketch, index, now)),
          );
          const seen: number[] = [];
          const run = await dryRunRule(
            database,
            id,
            { condition: CONDITION, to },
            {
              at: now,
              leadsPerStep,
              onProgress: (progress) => seen.push(progress.leads),
            },
          );
          const { byStage: stages, examples, at, targetStageId, ...counts } = run;
          const { byStage: expectedStages, ...expected } = naiveRun(leads, to);
          expect(counts).toEqual(expected);
          expect({ at, targetStageId }).toEqual({ at: now, targetStageId: rankOf(to) + 1 });
          const named = stages.map(({ stageId, ...rest }) => ({
            stage: stageId === null ? null : LADDER[stageId - 1]!,
            ...rest,
          }));
          expect(named.sort(byStage)).toEqual(expectedStages.sort(byStage));
          expect(seen.at(-1)).toBe(leads.length);

          const answers = leads.map(naive);
          for (const name of ['yes', 'no', 'tooLittleInformation']) {
            const shown = examples.filter(
              ({ answer }) => answer.answer === ({ yes: 'YES', no: 'NO' }[name] ?? 'TOO_LITTLE_INFORMATION'),
            );
            const all = answers.flatMap((answer, index) => (nameOf(answer) === name ? [index + 1] : []));
            expect(shown.map(({ leadId }) => leadId)).toEqual(all.slice(0, 10));
          }
          for (const { leadId, answer } of examples) {
            const wanted = answers[leadId - 1]!;
            if (typeof wanted === 'object') expect(answer).toEqual({ answer: 'TOO_LITTLE_INFORMATION', ...wanted });
          }
          await expectPages(id, leads, to, now);
        },
      ),
      { numRuns: RUNS },
    );
  }, 600_000);

  it('of a version that is on leaves out what that version has moved', async () => {
    const id = await newWorkspace(database);
    const lead = { externalId: 'l', createdAt: Date.now() - DAY, attributes: { a: '1' } };
    await ingest(database, id, [{ lead: { ...lead, externalId: 'first' } }]);
    await defineRule(database, id, { key: 'R', name: 'r', to: 'MQL', condition: { attribute: 'a', known: true } });
    await enableRule(database, id, { key: 'R' });
    await ingest(database, id, [{ lead }]);
    const back = {
      externalId: 'b',
      lead: 'l',
      to: 'LEAD',
      kind: 'REJECTED',
      reason: 'x',
      occurredAt: Date.now(),
    } as const;
    await ingest(database, id, [{ transitions: [back] }]);
    const saved = await dryRunRule(database, id, { key: 'R' });
    expect(saved).toMatchObject({ yes: 2, wouldMove: 1, movedBefore: 1 });
    await disableRule(database, id, 'R');
    expect(await dryRunRule(database, id, { key: 'R', version: 1 }), 'or was on').toMatchObject({ movedBefore: 1 });
    const unsaved = await dryRunRule(database, id, { condition: { attribute: 'a', known: true }, to: 'MQL' });
    expect(unsaved).toMatchObject({ yes: 2, wouldMove: 2, movedBefore: 0 });
  });

  it('stops when it is told to', async () => {
    const id = await newWorkspace(database);
    await ingest(
      database,
      id,
      [1, 2, 3].map((n) => ({ lead: { externalId: `l${n}`, createdAt: 1 } })),
    );
    const stop = new AbortController();
    const options = { signal: stop.signal, leadsPerStep: 1, onProgress: () => stop.abort() };
    await expect(dryRunRule(database, id, { condition: { score: { above: 1 } }, to: 'MQL' }, options)).rejects.toThrow(
      'aborted',
    );
  });

  it('is told over GraphQL with its examples and what they lack', async () => {
    const id = await newWorkspace(database);
    const key = `Bearer ${await createApiKey(database, id, { name: 'k', scopes: ['admin'] })}`;
    const sketch = { meetings: 0, entered: ['LEAD', 'MQL'], end: 'STAYS', region: 'EMEA' } as const;
    await ingest(
      database,
      id,
      [null, 'a lot', '100', '1'].map((budget, index) => unitOf({ ...sketch, budget }, index, Date.now())),
    );
    const { data, errors } = await askingOf(database)(
      `mutation { dryRunRule(input: { idempotencyKey: "x", to: "MQL", condition: { attribute: "budget", atLeast: 100 } }) {
        ... on RuleDryRun { leads yes no tooLittleInformation wouldMove alreadyThere out needsSales movedBefore
          byStage { stage { key } leads alreadyThere } missing { attribute leads unreadable }
          history { leads yes no tooLittleInformation } examples { lead { externalId stage { key } } answer missing unreadable } } } }`,
      key,
    );
    expect(errors).toEqual([]);
    const stage = { key: 'MQL' };
    const lacks = { answer: 'TOO_LITTLE_INFORMATION', missing: ['budget'] };
    expect(data?.dryRunRule).toEqual({
      ...{ leads: 4, yes: 1, no: 1, tooLittleInformation: 2 },
      ...{ wouldMove: 0, alreadyThere: 1, out: 0, needsSales: 0, movedBefore: 0 },
      byStage: [{ stage, leads: 4, alreadyThere: 1 }],
      missing: [{ attribute: 'budget', leads: 2, unreadable: 1 }],
      history: { leads: 4, yes: 1, no: 1, tooLittleInformation: 2 },
      examples: [
        { lead: { externalId: 'l0', stage }, ...lacks, unreadable: [] },
        { lead: { externalId: 'l1', stage }, ...lacks, unreadable: ['budget'] },
        { lead: { externalId: 'l2', stage }, answer: 'YES', missing: [], unreadable: [] },
        { lead: { externalId: 'l3', stage }, answer: 'NO', missing: [], unreadable: [] },
      ],
    });
  });
});

/** Pages of answers, however little a request may look at, show every lead once and in order. */
async function expectPages(id: string, leads: readonly Sketch[], to: string, at: number): Promise<void> {
  await defineRule(database, id, { key: 'R', name: 'r', to, condition: CONDITION });
  for (const belowTarget of [true, false]) {
    const answer = 'TOO_LITTLE_INFORMATION';
    const wanted = leads.flatMap((sketch, index) => {
      const isBelow = ['wouldMove', 'needsSales'].includes(effect(sketch, to));
      return typeof naive(sketch) === 'object' && (isBelow || !belowTarget) ? [index + 1] : [];
    });
    const question: AnswersQuestion = { key: 'R', answer, belowTarget, first: 3 };
    const shown: number[] = [];
    for (let after: string | undefined; ; ) {
      const page = await listAnswers(database, id, { ...question, after }, at, { perStep: 4, perPage: 8 });
      expect(page.items.length).toBeLessThanOrEqual(3);
      shown.push(...page.items.map(({ leadId }) => leadId));
      if (!page.hasNextPage || page.endCursor === null) break;
      expect(page.endCursor).not.toBe(after);
      after = page.endCursor;
    }
    expect(shown).toEqual(wanted);
  }
}
