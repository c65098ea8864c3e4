import type { Database } from '@leadstage/prisma';
import { getNamedType, isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApiKey } from '../../packages/api/src/access/api-key.js';
import { defineRule } from '../../packages/api/src/commands/define-rule.js';
import type { IngestUnit } from '../../packages/api/src/commands/ingest-input.js';
import { saveList } from '../../packages/api/src/commands/save-list.js';
import { setSlaPolicy } from '../../packages/api/src/commands/set-sla-policy.js';
import { schema } from '../../packages/api/src/schema/index.js';
import { createWebhook } from '../../packages/api/src/webhooks/create-webhook.js';
import { type Ask, askingOf } from '../support/ask.js';
import { describeDatabase, newWorkspace, openTestDatabase } from '../support/database.js';
import { DAY, JANUARY, store } from '../support/ladder.js';

/** Items of each list before it is walked. */
const MANY = 24;
const PAGE = 5;
/** How often each walk is disturbed; what is left then comes in large pages. */
const DISTURBANCES = 4;

/** One connection in one order. */
interface Walk {
  /** `Type.field` of the schema. */
  readonly field: string;
  /** The question, with the arguments of a page put in. */
  readonly ask: (args: string) => string;
  /** What tells an item from another. */
  readonly id: string;
  /** How many items a disturbance adds. */
  readonly added: number;
  /** Where it is not both. */
  readonly backwards?: false;
}

let listId = 0;
const connection = (field: string, args: string, id: string) => ({
  field: `Query.${field}`,
  ask: (page: string) =>
    `${field}(${page}, ${args}) { pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { node { ${id} } } }`,
  id,
  added: 1,
});

const WALKS: readonly Walk[] = [
  connection('leads', '', 'externalId'),
  connection('leads', 'orderBy: { field: RECORDED, direction: DESC }', 'externalId'),
  connection('leads', 'orderBy: { field: ENTERED, stage: "MQL", direction: ASC }', 'externalId'),
  connection('leads', 'orderBy: { field: ENTERED, stage: "MQL", direction: DESC }', 'externalId'),
  connection('handoffs', '', 'id'),
  connection('handoffs', 'orderBy: { field: OPENED, direction: DESC }', 'id'),
  connection('handoffs', 'orderBy: { field: DUE, direction: ASC }', 'id'),
  connection('handoffs', 'orderBy: { field: DUE, direction: DESC }', 'id'),
  connection('accounts', '', 'externalId'),
  connection('accounts', 'orderBy: { field: NAME, direction: DESC }', 'externalId'),
  connection('accounts', 'orderBy: { field: FURTHEST }', 'externalId'),
  connection('accounts', 'orderBy: { field: LEADS }', 'externalId'),
  connection('costs', '', 'externalId'),
  connection('apiKeys', '', 'id'),
  connection('auditLog', '', 'id'),
  {
    ...connection('ruleAnswers', 'key: "PAID", answer: YES, belowTarget: false', 'lead { externalId }'),
    backwards: false,
  },
  {
    field: 'SavedList.leads',
    ask: (page) => `savedList(id: "${listId}") { ${connection('leads', '', 'externalId').ask(page)} }`,
    id: 'externalId',
    added: 1,
  },
  {
    field: 'Webhook.deliveries',
    ask: (page) => `webhooks { ${connection('deliveries', '', 'eventId').ask(page)} }`,
    id: 'eventId',
    added: 2,
  },
];

let database: Database;
let ask: Ask;
let id: string;
let key: string;
/** How many disturbances there have been. */
let disturbed = 0;

/** A lead with a company of its own, a hand-over and a cost. Nothing of it sorts as anything else does. */
function unit(name: string, at: number): IngestUnit {
  const [date, until] = [at, at + DAY].map((each) => new Date(each).toISOString().slice(0, 10)) as [string, string];
  const entry = (to: string, occurredAt: number) => ({ externalId: `${name}-${to}`, lead: name, to, occurredAt });
  return {
    account: { externalId: `a-${name}`, name: `${name.split('').reverse().join('')} company` },
    lead: { externalId: name, account: `a-${name}`, createdAt: at, source: 'paid', region: 'north' },
    transitions: [entry('LEAD', at), entry('MQL', at + DAY)],
    costs: [{ externalId: `c-${name}`, amount: '1.00', currency: 'EUR', category: 'ads', from: date, to: until }],
  };
}

/** Adds items that sort before, between and after the others, and changes what stood, but not what it is sorted by. */
async function disturb(): Promise<void> {
  disturbed += 1;
  const at = [-200, (disturbed * 7) % 60, 90][disturbed % 3]!;
  const changed = `lead-${disturbed % MANY}`;
  await store(database, id, [
    unit(`new-${disturbed}`, JANUARY + at * DAY + disturbed * 1_000),
    { lead: { externalId: changed, region: `changed ${disturbed}`, owner: `owner ${disturbed}` } },
  ]);
  await administer(`disturbed ${disturbed}`);
}

/** One more key, and one more act. */
async function administer(name: string): Promise<void> {
  const input = `{ idempotencyKey: ${JSON.stringify(name.replace(' ', '-'))}, name: ${JSON.stringify(name)}, scopes: [REPORTS_READ] }`;
  const { errors } = await ask(`mutation { createApiKey(input: ${input}) { __typename } }`, `Bearer ${key}`);
  expect(errors).toEqual([]);
}

beforeAll(async () => {
  database = await openTestDatabase();
  ask = askingOf(database);
  id = await newWorkspace(database);
  key = await createApiKey(database, id, { name: 'all', scopes: ['admin'] });
  await createWebhook(database, id, { url: 'https://example.com/', events: ['lead.transitioned'] });
  await setSlaPolicy(database, id, {
    key: 'P',
    name: 'P',
    decisionWithin: { within: 'P3D', clock: 'CALENDAR' },
    effectiveFrom: 0,
  });
  await store(
    database,
    id,
    Array.from({ length: MANY }, (_, index) => unit(`lead-${index}`, JANUARY + ((index * 11) % 60) * DAY + index)),
  );
  for (let index = 0; index < MANY; index += 1) await administer(`key ${index}`);
  await defineRule(database, id, {
    key: 'PAID',
    name: 'Paid',
    to: 'SQL',
    condition: { attribute: 'source', in: ['paid'] },
  });
  const list = {
    name: 'North',
    filter: { attributes: { source: { in: ['paid'] } } },
    orderBy: { field: 'ENTERED', stage: 'MQL', direction: 'ASC' },
  } as const;
  listId = await saveList(database, id, list, { key: 'list', operation: 'saveList', input: list });
}, 180_000);
afterAll(() => database?.close());

interface PageFound {
  readonly ids: readonly string[];
  readonly info: Record<'hasNextPage' | 'hasPreviousPage', boolean> &
    Record<'startCursor' | 'endCursor', string | null>;
}

async function page(walk: Walk, args: string): Promise<PageFound> {
  const question = `{ ${walk.ask(args)} }`;
  const { text, errors } = await ask(question, `Bearer ${key}`);
  expect(errors, question).toEqual([]);
  const found = /\{"pageInfo":.*?\]\}/.exec(text)?.[0];
  const { pageInfo, edges } = JSON.parse(found!) as { pageInfo: PageFound['info']; edges: { node: object }[] };
  return { ids: edges.map(({ node }) => JSON.stringify(node)), info: pageInfo };
}

/** Every item in order, from the start or from the end. */
async function all(walk: Walk, forwards: boolean, disturbances: number): Promise<string[]> {
  const found: string[] = [];
  for (let cursor: string | null = null, pages = 0; ; pages += 1) {
    expect(pages, 'it comes to an end').toBeLessThan(20);
    const from = cursor === null ? '' : `, ${forwards ? 'after' : 'before'}: ${JSON.stringify(cursor)}`;
    const size = pages < disturbances ? PAGE : 100;
    const { ids, info } = await page(walk, `${forwards ? 'first' : 'last'}: ${size}${from}`);
    if (forwards) found.push(...ids);
    else found.unshift(...ids);
    if (!(forwards ? info.hasNextPage : info.hasPreviousPage)) return found;
    cursor = forwards ? info.endCursor : info.startCursor;
    if (pages < disturbances) await disturb();
  }
}

describe(`pages of lists that are written to meanwhile, ${describeDatabase()}`, () => {
  it('are tried of every connection of the schema', () => {
    const connections = Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })))
      .filter(({ field }) => /Connection$/.test(getNamedType(field.type).name))
      .map(({ type, field }) => `${type.name}.${field.name}`);
    expect(connections.toSorted()).toEqual([...new Set(WALKS.map(({ field }) => field))].sort());
  });

  const turns = WALKS.flatMap((walk, number) => [
    { ...walk, number, way: 'forwards', forwards: true },
    ...(walk.backwards === false ? [] : [{ ...walk, number, way: 'backwards', forwards: false }]),
  ]);
  it.each(turns)(
    '$field $way in order $number: nothing twice, nothing that stood all along missing',
    async ({ forwards, ...walk }) => {
      const before = await all(walk, forwards, 0);
      expect(before.length).toBeGreaterThanOrEqual(MANY);
      const seen = await all(walk, forwards, DISTURBANCES);
      const after = await all(walk, forwards, 0);
      expect(after.length, 'the writes do show').toBe(before.length + DISTURBANCES * walk.added);
      expect(seen.length, 'nothing twice').toBe(new Set(seen).size);
      expect(
        before.filter((item) => !seen.includes(item)),
        'missing',
      ).toEqual([]);
      expect(
        after.filter((item) => seen.includes(item)),
        'in the order of the list',
      ).toEqual(seen);
    },
  );
});
