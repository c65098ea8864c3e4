import { readFileSync } from 'node:fs';
import type { Database } from '@leadstage/prisma';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApiKey } from '../packages/api/src/access/api-key.js';
import { defineRule } from '../packages/api/src/commands/define-rule.js';
import { disableRule } from '../packages/api/src/commands/disable-rule.js';
import { enableRule } from '../packages/api/src/commands/enable-rule.js';
import { ingest } from '../packages/api/src/commands/ingest.js';
import type { IngestUnit } from '../packages/api/src/commands/ingest-input.js';
import { mergeLeads } from '../packages/api/src/commands/merge-leads.js';
import { verify } from '../packages/api/src/commands/verify.js';
import { voidTransition } from '../packages/api/src/commands/void-transition.js';
import { type Ask, askingOf } from './support/ask.js';
import { describeDatabase, newWorkspace, openTestDatabase } from './support/database.js';
import { statementsOf } from './support/statements.js';

let database: Database;
let ask: Ask;

beforeAll(async () => {
  database = await openTestDatabase();
  await Promise.all(Array.from({ length: 4 }, () => database.pool.query('SELECT 1')));
  ask = askingOf(database);
});
afterAll(() => database?.close());

const DAY = 86_400_000;
const dateIn = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

/** A workspace with questions to it, whose refusals are data and whose errors fail the test. */
async function desk() {
  const id = await newWorkspace(database);
  const key = `Bearer ${await createApiKey(database, id, { name: 'k', scopes: ['admin'] })}`;
  const query = async <Data>(text: string): Promise<Data> => {
    const { data, errors } = await ask(text, key);
    expect(errors, text).toEqual([]);
    return data as Data;
  };
  let calls = 0;
  const mutate = async <Payload>(name: string, input: string, selection: string): Promise<Payload> => {
    calls += 1;
    const all = `__typename ... on InvalidInput { code path message expected } ${selection}`;
    const text = `mutation { ${name}(input: { idempotencyKey: "${calls}", ${input} }) { ${all} } }`;
    return (await query<Record<string, Payload>>(text))[name] as Payload;
  };
  const add = async (...units: IngestUnit[]) => {
    const { outcomes } = await ingest(database, id, units);
    expect(outcomes.flatMap(({ problems }) => problems).filter(({ severity }) => severity === 'ERROR')).toEqual([]);
  };
  const log = async (lead: string) => {
    const text = `{ lead(externalId: "${lead}") { stage { key }
      transitions { to { key } kind actor rule { key version } } handoffs { outcome } } }`;
    return (await query<{ lead: LeadAnswer }>(text)).lead;
  };
  return { id, key, query, mutate, add, log };
}

interface LeadAnswer {
  readonly stage: { readonly key: string } | null;
  readonly transitions: readonly {
    readonly to: { readonly key: string } | null;
    readonly kind: string;
    readonly actor: string | null;
    readonly rule: { readonly key: string; readonly version: number } | null;
  }[];
  readonly handoffs: readonly { readonly outcome: string | null }[];
}

interface Refusal {
  readonly code: string;
  readonly path: readonly string[];
  readonly message: string;
  readonly expected: string | null;
}

function person(externalId: string, attributes: Record<string, string | null> = {}, more: object = {}): IngestUnit {
  return { lead: { externalId, createdAtIfNew: Date.now() - 90 * DAY, attributes, ...more } };
}

function entry(lead: string, to: string, more: object = {}): IngestUnit {
  const occurredAt = Date.now() - 30 * DAY;
  return { transitions: [{ externalId: `${lead}-${to}-${Math.random()}`, lead, to, occurredAt, ...more }] };
}

const MARKETING = `{ all: [
  { any: [
    { attribute: "leadType", in: ["demo request"] },
    { score: { atLeast: 50 } },
    { activities: { type: "MEETING", atLeast: 1, withinDays: 30 } }
  ] },
  { attribute: "industry", in: ["manufacturing", "logistics"] },
  { attribute: "employees", atLeast: 50, atMost: 5000 }
] }`;
const SALES = '{ all: [{ attribute: "budget", atLeast: "50000" }, { attribute: "neededBy", withinMonths: 6 }] }';
const READY = { industry: 'logistics', employees: '200' };
const RULE = 'rule { key version enabled enabledVersion to { key } }';

describe(`qualification rules over GraphQL, ${describeDatabase()}`, () => {
  it('move a lead that is ready and in the profile to MQL: one handoff, by a transition that names rule and version', async () => {
    const { id, mutate, add, log, query } = await desk();
    await add(person('old', { ...READY }, { leadType: 'demo request' }));
    const input = `key: "ICP_TO_MQL", name: "In the profile", to: "MQL", condition: ${MARKETING}`;
    const rule = { key: 'ICP_TO_MQL', version: 1, enabledVersion: null, to: { key: 'MQL' } };
    expect(await mutate('defineRule', input, `... on DefineRulePayload { ${RULE} }`)).toEqual({
      __typename: 'DefineRulePayload',
      rule: { ...rule, enabled: false },
    });
    await add(person('before', { ...READY }, { leadType: 'demo request' }));
    expect((await log('before')).stage?.key).toBe('CONTACT');

    const enabled = await mutate('enableRule', 'key: "ICP_TO_MQL"', `... on EnableRulePayload { ${RULE} }`);
    expect(enabled).toMatchObject({ rule: { ...rule, enabled: true, enabledVersion: 1 } });
    expect((await log('before')).stage?.key, 'enabling moves nothing by itself').toBe('CONTACT');

    await add(
      person('ready', { ...READY }, { leadType: 'demo request' }),
      person('retail', { industry: 'retail' }, { leadType: 'demo request' }),
      person('unknown', { industry: 'logistics' }, { leadType: 'demo request' }),
    );
    const moved = await log('ready');
    expect(moved).toMatchObject({ stage: { key: 'MQL' }, handoffs: [{ outcome: null }] });
    expect(moved.transitions).toEqual([
      { to: { key: 'MQL' }, kind: 'ADVANCED', actor: 'rule:ICP_TO_MQL@1', rule: { key: 'ICP_TO_MQL', version: 1 } },
    ]);
    expect((await log('retail')).stage?.key).toBe('CONTACT');
    expect((await log('unknown')).stage?.key).toBe('CONTACT');

    const lacking = await query<Answers>(
      '{ ruleAnswers(key: "ICP_TO_MQL", answer: TOO_LITTLE_INFORMATION, first: 10) { edges { node { lead { externalId } missing unreadable } } pageInfo { hasNextPage } } }',
    );
    expect(lacking.ruleAnswers).toEqual({
      edges: [{ node: { lead: { externalId: 'unknown' }, missing: ['employees'], unreadable: [] } }],
      pageInfo: { hasNextPage: false },
    });
    await add(person('unknown', { employees: '51-200' }));
    expect((await log('unknown')).stage?.key).toBe('CONTACT');
    await add(person('unknown', { employees: '60' }));
    expect(await log('unknown')).toMatchObject({ stage: { key: 'MQL' }, handoffs: [{ outcome: null }] });
    expect(await verify(database, id)).toMatchObject({ wrongFacts: 0, wrongRollupCells: 0 });
  });

  it('move a lead that sales has to QSO, and leave one that sales has not accepted', async () => {
    const { mutate, add, log, query } = await desk();
    await add(person('lead', { budget: '80000', neededBy: dateIn(60) }), entry('lead', 'LEAD'), entry('lead', 'MQL'));
    const input = `key: "BUDGET", name: "Budget and date", to: "SQO", condition: ${SALES}`;
    await mutate('defineRule', input, '... on DefineRulePayload { rule { key } }');
    const dry = await mutate(
      'dryRunRule',
      'key: "BUDGET"',
      '... on RuleDryRun { to { key } leads yes needsSales wouldMove }',
    );
    expect(dry).toMatchObject({ to: { key: 'QSO' }, leads: 1, yes: 1, needsSales: 1, wouldMove: 0 });
    await mutate('enableRule', 'key: "BUDGET", version: 1', '... on EnableRulePayload { rule { key } }');
    await add(person('lead', { budget: '90000' }));
    expect(await log('lead')).toMatchObject({ stage: { key: 'MQL' }, handoffs: [{ outcome: null }] });

    await add(entry('lead', 'SQL', { occurredAt: Date.now() - DAY, kind: 'ACCEPTED' }));
    const sold = await log('lead');
    expect(sold).toMatchObject({ stage: { key: 'QSO' }, handoffs: [{ outcome: 'ACCEPTED' }] });
    expect(sold.transitions.map(({ to, rule }) => [to?.key, rule?.key ?? null])).toEqual([
      ['LEAD', null],
      ['MQL', null],
      ['SQL', null],
      ['QSO', 'BUDGET'],
    ]);
    const stages = await query<{ stages: { key: string; rules: { key: string }[] }[] }>(
      '{ stages { key rules { key } } }',
    );
    expect(stages.stages.filter(({ rules }) => rules.length > 0)).toEqual([{ key: 'QSO', rules: [{ key: 'BUDGET' }] }]);
  });

  it('run at once, in the order of the ladder, and enter each stage on the way', async () => {
    const { add, log, id } = await desk();
    await add(person('old', { a: '1' }));
    for (const [key, to] of [
      ['Z', 'LEAD'],
      ['A', 'MQL'],
      ['A2', 'MQL'],
      ['B', 'SQL'],
    ] as const) {
      await defineRule(database, id, { key, name: key, to, condition: { attribute: 'a', known: true } });
      await enableRule(database, id, { key });
    }
    await add(person('new', { a: '1' }));
    const { transitions, handoffs } = await log('new');
    expect(transitions.map(({ to, rule }) => [to?.key, rule?.key])).toEqual([
      ['LEAD', 'Z'],
      ['MQL', 'A'],
    ]);
    expect(handoffs, 'sales decides, not rule B').toEqual([{ outcome: null }]);
  });

  it('are versions: what says the same is no new one, one is on at a time, and disabled ones do nothing', async () => {
    const { mutate, add, log, query, id } = await desk();
    await add(person('old', { a: '1', b: '1' }));
    const define = (name: string, condition: string) =>
      mutate<{ rule: object }>(
        'defineRule',
        `key: "R", name: "${name}", to: "MQL", condition: ${condition}`,
        `... on DefineRulePayload { ${RULE} }`,
      );
    const both = '{ all: [{ attribute: "a", in: ["1", "2"] }, { attribute: "b", atLeast: 1 }] }';
    const same = '{ all: [{ atLeast: "1.0", attribute: "b" }, { attribute: "a", in: ["2", "1", "1"] }] }';
    expect((await define('r', both)).rule).toMatchObject({ version: 1 });
    expect((await define(' r ', same)).rule).toMatchObject({ version: 1 });
    await enableRule(database, id, { key: 'R' });
    expect((await define('r', '{ attribute: "a", known: true }')).rule).toMatchObject({
      version: 2,
      enabledVersion: 1,
    });
    await enableRule(database, id, { key: 'R' });
    const { rules, rule } = await query<{ rules: object[]; rule: object }>(
      `{ rules { key version enabled condition attributes } rule(key: "R") { versions { version enabled condition } } }`,
    );
    expect(rules).toEqual([
      { key: 'R', version: 2, enabled: true, condition: { attribute: 'a', known: true }, attributes: ['a'] },
    ]);
    expect(rule).toEqual({
      versions: [
        { version: 2, enabled: true, condition: { attribute: 'a', known: true } },
        {
          version: 1,
          enabled: false,
          condition: {
            all: [
              { attribute: 'a', in: ['1', '2'] },
              { attribute: 'b', atLeast: '1' },
            ],
          },
        },
      ],
    });
    await mutate('disableRule', 'key: "R"', '... on DisableRulePayload { rule { key } }');
    await add(person('new', { a: '1', b: '1' }));
    expect((await log('new')).transitions).toEqual([]);
    await enableRule(database, id, { key: 'R', version: 1 });
    await add(person('new', { b: '2' }));
    expect((await log('new')).transitions).toMatchObject([{ rule: { key: 'R', version: 1 } }]);
  });

  it.each<[string, string, string, Partial<Refusal>]>([
    [
      'an attribute that no lead has',
      'defineRule',
      'key: "R", name: "r", to: "MQL", condition: { all: [{ score: { atLeast: 1 } }, { not: { attribute: "nope", known: true } }] }',
      {
        code: 'UNKNOWN_ATTRIBUTE',
        path: ['input', 'condition', 'all', '1', 'not', 'attribute'],
        expected: 'source, leadType, campaign, region, owner, account, value, a, score',
      },
    ],
    [
      'a condition with a slip',
      'defineRule',
      'key: "R", name: "r", to: "MQL", condition: { attribute: "a", min: 3 }',
      { code: 'INVALID_CONDITION', path: ['input', 'condition', 'min'] },
    ],
    [
      'a stage that there is none of',
      'defineRule',
      'key: "R", name: "r", to: "SAL", condition: { score: { above: 1 } }',
      { code: 'UNKNOWN_STAGE', path: ['input', 'to'] },
    ],
    [
      'the first stage',
      'defineRule',
      'key: "R", name: "r", to: "CONTACT", condition: { score: { above: 1 } }',
      { code: 'INVALID_TARGET', path: ['input', 'to'] },
    ],
    [
      'a key in small letters',
      'defineRule',
      'key: "r", name: "r", to: "MQL", condition: { score: { above: 1 } }',
      { code: 'INVALID_KEY', path: ['input', 'key'] },
    ],
    [
      'no name',
      'defineRule',
      'key: "R", name: " ", to: "MQL", condition: { score: { above: 1 } }',
      { code: 'INVALID_NAME', path: ['input', 'name'] },
    ],
    ['an unknown rule', 'enableRule', 'key: "R"', { code: 'UNKNOWN_RULE', path: ['input', 'key'], expected: 'KNOWN' }],
    [
      'an unknown version',
      'enableRule',
      'key: "KNOWN", version: 2',
      { code: 'UNKNOWN_RULE_VERSION', path: ['input', 'version'] },
    ],
    ['an unknown rule to switch off', 'disableRule', 'key: "R"', { code: 'UNKNOWN_RULE', path: ['input', 'key'] }],
    ['a dry run of nothing', 'dryRunRule', '', { code: 'INVALID_ARGUMENTS', path: ['input'] }],
    [
      'a dry run of two things',
      'dryRunRule',
      'key: "KNOWN", to: "MQL"',
      { code: 'INVALID_ARGUMENTS', path: ['input'] },
    ],
    [
      'a dry run of what cannot be read',
      'dryRunRule',
      'to: "MQL", condition: { any: [] }',
      { code: 'INVALID_CONDITION', path: ['input', 'condition', 'any'] },
    ],
  ])('refuse %s', async (_, name, input, refusal) => {
    const { mutate, add, id } = await desk();
    await add(person('old', { a: '1' }));
    await defineRule(database, id, { key: 'KNOWN', name: 'k', to: 'MQL', condition: { score: { above: '1' } } });
    expect(await mutate<Refusal>(name, input, '')).toMatchObject({ __typename: 'InvalidInput', ...refusal });
  });

  it('need an admin to be changed, and a reader of leads to list them', async () => {
    const { id } = await desk();
    const all: Record<string, string> = {};
    for (const scope of ['reports:read', 'leads:read', 'leads:write'] as const) {
      all[scope] = `Bearer ${await createApiKey(database, id, { name: scope, scopes: [scope] })}`;
    }
    const disabling = 'mutation { disableRule(input: { idempotencyKey: "x", key: "R" }) { __typename } }';
    expect((await ask(disabling, all['leads:write']!)).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    const listing = '{ ruleAnswers(key: "R", answer: NO, first: 1) { edges { cursor } } }';
    expect((await ask(listing, all['reports:read']!)).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect((await ask(listing, all['leads:read']!)).errors).toMatchObject([{ code: 'UNKNOWN_RULE' }]);
    expect(await ask('{ rules { key } rule(key: "R") { key } }', all['reports:read']!)).toMatchObject({
      data: { rules: [], rule: null },
    });
  });
});

interface Answers {
  readonly ruleAnswers: {
    readonly edges: readonly { readonly node: { readonly lead: { readonly externalId: string } } }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}

describe(`a rule cannot loop, ${describeDatabase()}`, () => {
  const condition = { attribute: 'a', known: true };

  it('a lead that sales takes back is not handed over again by the version that did, but by a new one', async () => {
    const { add, log, id } = await desk();
    await add(person('old', { a: '1' }));
    await defineRule(database, id, { key: 'R', name: 'r', to: 'MQL', condition });
    await enableRule(database, id, { key: 'R' });
    await add(person('lead', { a: '1' }));
    const back = () => entry('lead', 'LEAD', { kind: 'REJECTED', reason: 'no budget', occurredAt: Date.now() });
    await add(back());
    await add(person('lead', { a: '2' }));
    expect(await log('lead')).toMatchObject({ stage: { key: 'LEAD' }, handoffs: [{ outcome: 'REJECTED' }] });

    await defineRule(database, id, { key: 'R', name: 'anew', to: 'MQL', condition });
    await enableRule(database, id, { key: 'R' });
    await add(person('lead', { a: '3' }));
    expect(await log('lead')).toMatchObject({
      stage: { key: 'MQL' },
      handoffs: [{ outcome: 'REJECTED' }, { outcome: null }],
    });
  });

  it('nor one that a person handed over while it was on; what happened before it was on does not count', async () => {
    const { add, log, id } = await desk();
    await add(person('old', { a: '1' }));
    await defineRule(database, id, { key: 'R', name: 'r', to: 'MQL', condition });
    await enableRule(database, id, { key: 'R' });
    const handed = (lead: string, days: number) => [
      entry(lead, 'MQL', { occurredAt: Date.now() - days * DAY }),
      entry(lead, 'LEAD', { occurredAt: Date.now() - days * DAY + 1, kind: 'REJECTED', reason: 'no' }),
    ];
    await add(person('lately'), ...handed('lately', 0));
    await add(person('long-ago'), ...handed('long-ago', 40));
    await add(person('lately', { a: '1' }), person('long-ago', { a: '1' }));
    expect((await log('lately')).stage?.key).toBe('LEAD');
    expect((await log('long-ago')).stage?.key).toBe('MQL');
  });

  it('nor one whose move was voided; out of the ladder or past the target it moves none', async () => {
    const { add, log, id } = await desk();
    await add(person('old', { a: '1' }));
    await defineRule(database, id, { key: 'R', name: 'r', to: 'MQL', condition });
    await enableRule(database, id, { key: 'R' });
    await add(person('lead', { a: '1' }));
    const leadId = 2;
    await voidTransition(database, id, { externalId: `rule:1:1:${leadId}`, reason: 'a mistake' });
    await add(person('lead', { a: '2' }));
    expect(await log('lead')).toMatchObject({ stage: { key: 'CONTACT' }, transitions: [], handoffs: [] });

    await add(person('past'), entry('past', 'SQL'));
    await add(person('out'), {
      transitions: [{ externalId: 'out-1', lead: 'out', to: null, reason: 'gone', occurredAt: Date.now() - DAY }],
    });
    await add(person('past', { a: '1' }), person('out', { a: '1' }));
    expect((await log('past')).transitions).toHaveLength(1);
    expect((await log('out')).transitions).toHaveLength(1);
  });

  it('nor a merged one that it moved under either name', async () => {
    const { add, log, id } = await desk();
    await add(person('old', { a: '1' }));
    await defineRule(database, id, { key: 'R', name: 'r', to: 'MQL', condition });
    await enableRule(database, id, { key: 'R' });
    await add(person('one', { a: '1' }), person('other'));
    await add(entry('one', 'LEAD', { kind: 'REJECTED', reason: 'no', occurredAt: Date.now() }));
    await disableRule(database, id, 'R');
    await enableRule(database, id, { key: 'R' });
    await mergeLeads(database, id, { lead: { externalId: 'one' }, into: { externalId: 'other' } });
    expect(await log('other')).toMatchObject({
      stage: { key: 'LEAD' },
      transitions: [{ rule: { key: 'R' } }, { rule: null }],
    });
    await add(person('other', { a: '2' }));
    expect((await log('other')).transitions).toHaveLength(2);
    expect(await verify(database, id)).toMatchObject({ wrongFacts: 0, wrongRollupCells: 0 });
  });

  it('leaves a lead whose mark a caller has used for something of its own', async () => {
    const { add, log, id } = await desk();
    await add(person('old', { a: '1' }));
    await defineRule(database, id, { key: 'R', name: 'r', to: 'MQL', condition });
    await enableRule(database, id, { key: 'R' });
    const forged = {
      externalId: 'rule:1:1:2',
      lead: 'old',
      to: 'LEAD',
      occurredAt: Date.now() - DAY,
      actor: 'rule:R@9',
    };
    await disableRule(database, id, 'R');
    await add({ transitions: [forged] });
    await enableRule(database, id, { key: 'R' });
    await add(person('lead', { a: '1' }), person('other', { a: '1' }));
    expect((await log('lead')).stage?.key).toBe('CONTACT');
    expect((await log('other')).stage?.key).toBe('MQL');
    expect((await log('old')).transitions, 'no such version').toMatchObject([{ rule: null }]);
  });
});

describe(`the cost of rules, ${describeDatabase()}`, () => {
  it('is as many statements for 1,000 leads as for 10, and none where none is enabled', async () => {
    const rule = { all: [{ attribute: 'a', known: true }, { activities: { atMost: 5 } }] };
    const counts: Record<string, number> = {};
    for (const [name, size, on] of [
      ['off', 10, false],
      ['few', 10, true],
      ['many', 1_000, true],
    ] as const) {
      const { id, add } = await desk();
      await add(person('old', { a: '1' }));
      await defineRule(database, id, { key: 'R', name: 'r', to: 'MQL', condition: rule });
      if (on) await enableRule(database, id, { key: 'R' });
      const units = Array.from({ length: size }, (_, index) => person(`l${index}`, { a: '1' }));
      const texts = await statementsOf(() => ingest(database, id, units));
      counts[name] = texts.length;
      expect(texts.filter((text) => /^SELECT id, key, version, name, recorded_at/.test(text)).length, name).toBe(
        on ? 2 : 0,
      );
      expect(await verify(database, id)).toMatchObject({ leads: size + 1, wrongFacts: 0, wrongRollupCells: 0 });
    }
    expect(counts.many).toBe(counts.few);
    // Rules, leads, activities, turns, the move; lead and handoff facts anew; rules, leads, activities once more.
    expect(counts.few! - counts.off!).toBe(10);
  });

  it('of a page of answers is the same for 40 leads as for 2', async () => {
    const { id, key, add } = await desk();
    await add(
      ...Array.from({ length: 60 }, (_, index) => person(`l${index}`, { a: '1' }, { account: `c${index % 3}` })),
    );
    await defineRule(database, id, { key: 'R', name: 'r', to: 'MQL', condition: { attribute: 'a', known: true } });
    const page = (first: number) =>
      statementsOf(async () => {
        const { errors } = await ask(
          `{ ruleAnswers(key: "R", answer: YES, first: ${first}) { edges { node { answer lead { externalId name stage { key } account { name } } } } } }`,
          key,
        );
        expect(errors).toEqual([]);
      });
    expect((await page(40)).length).toBe((await page(2)).length);
  });
});

describe('docs/rules.md', () => {
  const page = readFileSync(new URL('../docs/rules.md', import.meta.url), 'utf8');
  const blocks = [...page.matchAll(/(?<=\n\n)(?: {4}.*\n|\n(?= {4}))+/g)].map(([block]) => block);

  it('shows a definition and a list that can be sent as they are', async () => {
    const { query, add } = await desk();
    await add(
      person('lead', { budget: '1000000', neededBy: null, other: 'x' }),
      person('old', { neededBy: '2020-01-01' }),
    );
    expect(blocks).toHaveLength(2);
    expect(await query(blocks[0]!)).toEqual({
      defineRule: { rule: { key: 'BUDGET_TO_QSO', version: 1, enabled: false } },
    });
    const { ruleAnswers } = await query<Answers>(blocks[1]!);
    expect(ruleAnswers).toMatchObject({
      edges: [{ node: { lead: { externalId: 'lead' }, missing: ['neededBy'], unreadable: [] } }],
      pageInfo: { hasNextPage: false },
    });
  });
});
