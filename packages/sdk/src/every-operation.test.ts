/* Holds the clients to the schema: a method for every question and for every mutation. */
import { readFileSync } from 'node:fs';
import { buildSchema, type FieldNode, type OperationDefinitionNode, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { MUTATIONS } from './_generated/mutation-documents.js';
import * as operations from './_generated/operations.js';
import { createClient } from './client.js';
import { createServerClient } from './server.js';

const schema = buildSchema(readFileSync(new URL('../../api/schema.graphql', import.meta.url), 'utf8'));
const [queries, mutations] = [schema.getQueryType(), schema.getMutationType()].map((type) =>
  Object.keys(type?.getFields() ?? {}),
) as [string[], string[]];

/** Fields without a method of their name, each with why. */
const WITHOUT: Readonly<Record<string, string>> = {};

/** Methods that ask a field of another name. */
const ASKED: Readonly<Record<string, string>> = { savedListLeads: 'savedList' };

type Method = (input: object) => unknown;

/** The name of what a method asks for, and its variables, seen on the way out. */
async function askedBy(method: Method): Promise<readonly [string, Record<string, unknown>]> {
  const answer = method({ id: '1', key: 'k', stage: 's', answer: 'YES', first: 1 });
  const iterator = (answer as AsyncIterable<unknown>)[Symbol.asyncIterator]?.();
  await Promise.resolve(iterator ? iterator.next() : answer).catch(() => {});
  const { query, variables } = JSON.parse(sent.at(-1) ?? '') as { query: string; variables: Record<string, unknown> };
  const { selectionSet } = parse(query).definitions[0] as OperationDefinitionNode;
  expect(selectionSet.selections).toHaveLength(1);
  return [(selectionSet.selections[0] as FieldNode).name.value, variables];
}

const sent: string[] = [];
const fetch: typeof globalThis.fetch = async (_, init) => {
  sent.push(String(init?.body));
  return Response.json({ data: {} });
};
const options = { url: 'http://127.0.0.1/graphql', apiKey: 'k', fetch, retries: 0 };
const client = createClient(options) as unknown as Record<string, Method>;
const server = createServerClient(options) as unknown as Record<string, Method>;

describe('the schema', () => {
  it('is there, with a known question and a known mutation', () => {
    expect(queries).toContain('funnel');
    expect(mutations).toContain('acceptLead');
  });

  it.each(queries.filter((name) => !(name in WITHOUT)))('has its question %s in the client', async (name) => {
    expect(client[name], name).toBeTypeOf('function');
    expect((await askedBy(client[name] as Method))[0]).toBe(name);
  });

  it.each(mutations.filter((name) => !(name in WITHOUT)))('has its mutation %s in the server client', async (name) => {
    const [asked, { input }] = await askedBy(server[name] as Method);
    expect(asked).toBe(name);
    expect((input as { idempotencyKey: string }).idempotencyKey).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('has no field that is missing here without being missing', () => {
    expect(Object.keys(WITHOUT).filter((name) => name in server)).toEqual([]);
    expect(Object.keys(WITHOUT).filter((name) => ![...queries, ...mutations].includes(name))).toEqual([]);
  });
});

describe('the clients', () => {
  it('have no method beyond the schema, but pages and `raw`', () => {
    const beyond = Object.keys(server).filter(
      (name) => ![...queries, ...mutations].includes(name.replace(/Page$/, '')),
    );
    expect(beyond.sort()).toEqual(['raw', 'savedListLeads', 'savedListLeadsPage']);
  });

  it('ask for a page of what the method without `Page` lists', async () => {
    for (const name of Object.keys(client).filter((each) => each.endsWith('Page'))) {
      const list = name.replace(/Page$/, '');
      expect((await askedBy(client[name] as Method))[0], name).toBe(ASKED[list] ?? list);
    }
  });

  it('have no mutation where a page loads them', () => {
    expect(mutations.filter((name) => name in client)).toEqual([]);
    expect(Object.keys(MUTATIONS).sort()).toEqual([...mutations].sort());
  });

  it('use every document that is generated', () => {
    const documents = Object.entries(operations).filter(([name]) => name.endsWith('Document'));
    const known = new Set(sent.map((body) => (JSON.parse(body) as { query: string }).query));
    expect(documents.filter(([, text]) => !known.has(String(text))).map(([name]) => name)).toEqual([]);
  });
});
