import { readFileSync } from 'node:fs';
import { type Database, inWorkspace } from '@leadstage/prisma';
import {
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { SCOPES, type Scope } from '../packages/api/src/access/access.js';
import { createApiKey } from '../packages/api/src/access/api-key.js';
import { listApiKeys } from '../packages/api/src/access/list-keys.js';
import { revokeApiKey } from '../packages/api/src/commands/revoke-api-key.js';
import { sql } from '../packages/api/src/query/sql.js';
import { schema } from '../packages/api/src/schema/index.js';
import { type Ask, askingOf } from './support/ask.js';
import { rowsOf } from './support/catalog.js';
import { describeDatabase, newWorkspace, openTestDatabase } from './support/database.js';
import { blocksOf } from './support/readme-blocks.js';

/* Every field of Query and Mutation, from introspection, with every credential. What is right stands in docs/access.md. */

const roots = { query: schema.getQueryType()!, mutation: schema.getMutationType()! };
type Kind = keyof typeof roots;
const FIELDS = (Object.keys(roots) as Kind[]).flatMap((kind) =>
  Object.values(roots[kind].getFields()).map((field) => ({ kind, field, name: field.name })),
);
const NEEDS_NO_KEY = 'viewer';

/** The table of the page: the scope that opens a field. */
const page = readFileSync('docs/access.md', 'utf8');
const OPENED_BY: ReadonlyMap<string, Scope> = new Map(
  SCOPES.flatMap((scope) => {
    const [, cell = ''] = new RegExp(`^\\| \`${scope}\` \\| (.*) \\|$`, 'm').exec(page) ?? [];
    return [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => [name!, scope] as const);
  }),
);

let database: Database;
let ask: Ask;
let id: string;
let keys: Record<Scope, string>;
let calls = 0;

beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  database = await openTestDatabase();
  ask = askingOf(database);
  id = await newWorkspace(database);
  const made: Partial<Record<Scope, string>> = {};
  for (const scope of SCOPES) made[scope] = await createApiKey(database, id, { name: scope, scopes: [scope] });
  keys = made as typeof keys;
}, 60_000);
afterAll(() => database?.close());

const WORDS: Readonly<Record<string, string>> = {
  ID: '"1"',
  Int: '1',
  Float: '1',
  Boolean: 'true',
  DateTime: '"2026-01-01T00:00:00Z"',
  Date: '"2026-01-01"',
  Decimal: '"1"',
  Duration: '"PT1H"',
  JSON: '{}',
};

/** Something of a type: of an input object what it requires, or where it asks for one of several, the first. */
function literal(type: GraphQLInputType): string {
  const inner = getNullableType(type);
  if (isListType(inner)) return `[${literal(inner.ofType)}]`;
  if (isEnumType(inner)) return inner.getValues()[0]!.name;
  if (!isInputObjectType(inner)) return WORDS[getNamedType(inner).name] ?? `"x${++calls}"`;
  const fields = Object.values(inner.getFields());
  const given = inner.isOneOf ? fields.slice(0, 1) : fields.filter(isRequiredInputField);
  return `{ ${given.map((field) => `${field.name}: ${literal(field.type)}`).join(', ')} }`;
}

/** The least that can be asked of a field. */
function questionOf(kind: Kind, field: GraphQLField<unknown, unknown>): string {
  const paged = field.args.filter((arg) => arg.name === 'first' && !isRequiredArgument(arg)).map(() => 'first: 1');
  const required = field.args.filter(isRequiredArgument).map(({ name, type }) => `${name}: ${literal(type)}`);
  const args = [...paged, ...required];
  const selection = isLeafType(getNamedType(field.type)) ? '' : ' { __typename }';
  return `${kind} { ${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${selection} }`;
}

async function refusalOf(question: string, name: string, authorization: string | null): Promise<unknown> {
  const { data, errors } = await ask(question, authorization);
  const code = errors[0]?.code;
  expect(code, question).not.toBe('GRAPHQL_VALIDATION_FAILED');
  if (code !== 'UNAUTHENTICATED' && code !== 'FORBIDDEN') return null;
  expect(errors, question).toHaveLength(1);
  expect(data?.[name] ?? null, question).toBeNull();
  return code;
}

describe(`every field, ${describeDatabase()}`, () => {
  it('stands in docs/access.md once: whoever adds one says there what opens it', () => {
    const named = [...OPENED_BY.keys()].sort();
    expect(named).toEqual(
      FIELDS.map(({ name }) => name)
        .filter((name) => name !== NEEDS_NO_KEY)
        .sort(),
    );
  });

  it.each(SCOPES)(
    'is opened by %s alone where the page says so',
    async (scope) => {
      for (const { kind, field, name } of FIELDS) {
        const opened = name === NEEDS_NO_KEY || scope === 'admin' || OPENED_BY.get(name) === scope;
        const question = questionOf(kind, field);
        const refusal = await refusalOf(question, name, `Bearer ${keys[scope]}`);
        expect(refusal, `${question} with ${scope}`).toBe(opened ? null : 'FORBIDDEN');
      }
    },
    60_000,
  );

  it('is opened by no credential that gives nothing, whatever its scopes', async () => {
    const all = [...SCOPES];
    const [revoked, expired] = [
      await createApiKey(database, id, { name: 'revoked', scopes: all }),
      await createApiKey(database, id, { name: 'expired', scopes: all }),
    ];
    const listed = await listApiKeys(database, id);
    await revokeApiKey(database, id, { id: listed.find(({ name }) => name === 'revoked')!.id });
    await inWorkspace(database, id, (transaction) =>
      transaction.query(sql`
        UPDATE api_key SET expires_at = now() WHERE workspace_id = ${id}::uuid AND name = 'expired'`),
    );
    const garbage = [
      '',
      'Bearer',
      'Bearer x',
      `Basic ${keys.admin}`,
      `Bearer ${keys.admin}A`,
      `Bearer ${'y'.repeat(9999)}`,
    ];
    const before = await rowsOf(database, id);
    for (const { kind, field, name } of FIELDS) {
      for (const header of [...garbage, `Bearer ${revoked}`, `Bearer ${expired}`]) {
        expect(await refusalOf(questionOf(kind, field), name, header), `${name} with ${header}`).toBe(
          'UNAUTHENTICATED',
        );
      }
      if (name === NEEDS_NO_KEY) continue;
      expect(await refusalOf(questionOf(kind, field), name, null), name).toBe('UNAUTHENTICATED');
    }
    expect(await rowsOf(database, id)).toEqual(before);
  }, 120_000);
});

describe('docs/access.md', () => {
  it('shows questions that are carried out as they stand', async () => {
    const examples = blocksOf(page).filter(({ language }) => language === 'graphql');
    const [spare] = await listApiKeys(database, id);
    const answers: unknown[] = [];
    for (const { body } of examples) {
      const { data, errors } = await ask(body.replace('id: "…"', `id: "${spare!.id}"`), `Bearer ${keys.admin}`);
      expect(errors, body).toEqual([]);
      answers.push(data);
    }
    expect(answers).toMatchObject([
      { createApiKey: { key: expect.stringMatching(/^lsk_/), apiKey: { scopes: ['LEADS_READ', 'LEADS_WRITE'] } } },
      { rotateApiKey: { key: expect.stringMatching(/^lsk_/), apiKey: { replaces: spare!.id } } },
      { auditLog: { edges: expect.arrayContaining([{ node: expect.objectContaining({ act: 'createApiKey' }) }]) } },
      {
        updateWorkspace: {
          workspace: { timeZone: 'America/New_York', fiscalYearStartMonth: 7, origins: ['https://app.example'] },
          job: { reason: 'TIME_ZONE' },
        },
      },
    ]);
  });
});
