import { readFileSync } from 'node:fs';
import { getNamedType, isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { STATIC_FILES } from '../packages/api/src/http/static-files.js';
import { schema } from '../packages/api/src/schema/index.js';
import { selectionOf } from './support/selection.js';
import { BELOW, CURSORS, type Question, questionsOf } from './support/tenancy-questions.js';
import { TRIALS } from './support/tenancy-trials.js';
import { type Leaf, leavesOf, outputsOf, touchedBy } from './support/tenancy-walk.js';
import { UNASKED, WORDS } from './support/tenancy-words.js';
import type { Tenant } from './support/tenant.js';

/*
 * What test/tenancy-graphql.test.ts and tenancy-mutations.test.ts ask, made here for tenants that only have names and
 * numbers, and held against the schema: whatever can name something is given another workspace's.
 */
const alpha = tenant('alpha', 1_000);
const bravo = tenant('bravo', 2_000);
const cursors = Object.fromEntries(Object.keys(CURSORS).map((name) => [name, `bravo ${name}`])) as Record<
  keyof typeof CURSORS,
  string
>;

function tenant(name: string, from: number): Tenant {
  const [leads, leadRows, accounts, benchmark, webhook, list, report, pack] = Array.from(
    { length: 8 },
    (_, index) => from + index,
  ) as [number, number, number, number, number, number, number, number];
  const ids = { benchmark, webhook, list, report, pack };
  const spareKey = `${name} spare`;
  return { name, id: name, key: name, spareKey, prefix: name.toUpperCase(), leads, leadRows, accounts, ids };
}

const isBravos = (value: string) => /bravo/i.test(value) || /^200\d$/.test(value);

const queryFields = schema.getQueryType()!.getFields();
const mutationFields = schema.getMutationType()!.getFields();

function question(name: string, asked: Question | string): string {
  const { args, below = {} }: Question = typeof asked === 'string' ? { args: asked } : asked;
  return `{ ${name}${args}${selectionOf(schema, getNamedType(queryFields[name]!.type), { ...BELOW, ...below })} }`;
}

const questions = Object.entries(questionsOf(alpha));
const own = questions.flatMap(([name, asks]) => asks.own.map((asked) => question(name, asked)));
const foreign = questions.flatMap(([name, asks]) =>
  [...(asks.foreign?.(bravo) ?? []), ...(asks.turned?.(cursors) ?? [])].map((asked) => question(name, asked)),
);
const mutations = Object.entries(TRIALS).flatMap(([name, { trials }]) =>
  trials.map(({ input }) => {
    const below = { ...BELOW, 'IngestPayload.outcomes': '' };
    const selection = selectionOf(schema, getNamedType(mutationFields[name]!.type), below);
    return `mutation { ${name}(input: { idempotencyKey: "key", ${input(bravo)} })${selection} }`;
  }),
);

const { given } = touchedBy(schema, [...foreign, ...mutations]);
const { selected } = touchedBy(schema, [...own, ...foreign, ...mutations]);
const leaves = leavesOf(schema);
const outputs = outputsOf(schema);

const isGiven = ({ root, coordinate }: Leaf) => [...(given.get(`${root} ${coordinate}`) ?? [])].some(isBravos);
const isWord = ({ coordinate }: Leaf) =>
  WORDS.some(({ coordinates }) => coordinates.some((each) => each.test(coordinate)));

describe('the schema, field by field, against what is another workspace’s', () => {
  it('is asked for whole: no field of an answer is left out', () => {
    const left = outputs.fields.filter((field) => !selected.has(field) && !UNASKED.some((each) => each.test(field)));
    expect(left).toEqual([]);
    expect(outputs.fields.length).toBeGreaterThan(500);
  });

  it('is given the other’s wherever a query can name something', () => {
    const left = leaves.filter((leaf) => leaf.root.startsWith('Query.') && !isGiven(leaf) && !isWord(leaf));
    expect(left).toEqual([]);
  });

  it('is given the other’s wherever a mutation can name something; what several share, by one of them', () => {
    const covered = new Set(leaves.filter(isGiven).map(({ coordinate }) => coordinate));
    const left = leaves.filter((leaf) => !covered.has(leaf.coordinate) && !isWord(leaf));
    expect(left).toEqual([]);
  });

  it('is given the other’s where a field below takes a text or an id', () => {
    const known = [...given].filter(([, values]) => [...values].some(isBravos)).map(([key]) => key.split(' ')[1]);
    expect(outputs.arguments.filter(({ coordinate }) => !known.includes(coordinate))).toEqual([]);
  });

  it('has no exemption that nothing needs', () => {
    const needed = leaves.filter((leaf) => !isGiven(leaf)).map(({ coordinate }) => coordinate);
    const idle = WORDS.flatMap(({ coordinates }) => coordinates).filter(
      (pattern) => !needed.some((coordinate) => pattern.test(coordinate)),
    );
    expect(idle).toEqual([]);
  });

  it('has its doors counted: each path of the server has its own test', () => {
    const source = readFileSync(new URL('../packages/api/src/http/doors.ts', import.meta.url), 'utf8');
    const paths = [...source.matchAll(/path(?:\.startsWith\(| === )'([^']+)'/g)].map(([, path]) => path!);
    expect([...paths, ...Object.keys(STATIC_FILES)].toSorted()).toEqual(DOORS.map(({ path }) => path).toSorted());
  });

  it('is told in docs/tenancy-table.md; `npx vitest run test/tenancy-table.test.ts -u` writes it', async () => {
    await expect(table()).toMatchFileSnapshot('../docs/tenancy-table.md');
  });
});

/** What is answered beside the graph. */
const DOORS = [
  { path: '/graphql', tried: 'all of the above' },
  { path: '/feeds/lists/', tried: 'each other’s lists, as CSV and NDJSON: 404; no key: 401; no scope: 403' },
  { path: '/health', tried: 'answers the same to all' },
  { path: '/ready', tried: 'answers the same to all; read under `leadstage_watch`' },
  { path: '/metrics', tried: 'counts of the whole server, under no name and no id of a workspace' },
  ...Object.keys(STATIC_FILES).map((path) => ({
    path,
    tried: 'a file that was built with the server, the same to all',
  })),
];

function table(): string {
  const short = (names: Iterable<string>) => [...names].map((name) => `\`${name}\``).join(', ') || '–';
  const givenTo = (root: string) => {
    const all = leaves.filter((leaf) => leaf.root === root && isGiven(leaf)).map(({ coordinate }) => coordinate);
    const below = [...given.keys()]
      .filter((key) => key.startsWith(`${root} `) && outputs.arguments.some((each) => key.endsWith(each.coordinate)))
      .map((key) => key.split(' ')[1]!);
    return short(new Set([...all, ...below].map((name) => name.replace(`${root}(`, '(').replace(/^\((.+):\)$/, '$1'))));
  };
  const queries = questions
    .map(([name, { scope }]) => `| \`${name}\` | ${scope ?? 'none'} | ${givenTo(`Query.${name}`)} |`)
    .sort();
  const changed = Object.entries(TRIALS)
    .map(([name, { scopes, trials }]) => {
      const answers = (of: 'alpha' | 'bravo') => short(new Set(trials.map((trial) => trial[of])));
      return `| \`${name}\` | ${scopes.join(' and ')} | ${givenTo(`Mutation.${name}`)} | ${answers('alpha')} | ${answers('bravo')} |`;
    })
    .sort();
  const types = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !/^(__|Query$|Mutation$)/.test(name))
    .map((type) => {
      const fields = Object.keys(type.getFields());
      const roots = new Set(fields.flatMap((field) => [...(selected.get(`${type.name}.${field}`) ?? [])]));
      const names = [...roots].map((root) => root.split('.')[1]!).sort();
      const shown = names.length > 6 ? `${short(names.slice(0, 6))} and ${names.length - 6} more` : short(names);
      return `| ${type.name} | ${fields.map((field) => `\`${field}\``).join(' ')} | ${shown} |`;
    });
  return `# Every field against another workspace's ids

Made by \`test/tenancy-table.test.ts\`, which reads the schema by introspection and fails where a field, an argument or an
input is tried with nothing of another workspace's. What it counts is asked by \`test/tenancy-graphql.test.ts\`,
\`test/tenancy-mutations.test.ts\` and \`test/tenancy-watch.test.ts\`, on both databases, of two workspaces, alpha and bravo.

${outputs.fields.length} fields of answers, ${leaves.length} texts and ids that a query or a mutation takes.

## Queries

With the key of alpha: the answer to its own question is byte for byte what it was before there was a bravo, every field below
it is asked for, and nothing in it is bravo's. Given what is bravo's (ids that alpha has none of, external ids, names, keys,
cursors, references to what is behind a number), the answer is empty, a count of 0, or a refusal in words that do not depend on
bravo; once bravo is deleted it is the same still. The owner is answered.

| query | scope | given what is bravo's |
| --- | --- | --- |
${queries.join('\n')}

## Mutations

Alpha is answered as the fourth column says, and not one row of bravo changes. Bravo then sends the same with the same
idempotency keys, is answered as the fifth says, and not one row of alpha changes.

| mutation | scopes | given what is bravo's | answers to alpha | answers to bravo |
| --- | --- | --- | --- | --- |
${changed.join('\n')}

## Not given

| what | why not |
| --- | --- |
${WORDS.map(({ why, coordinates }) => `| ${short(new Set(leaves.filter(({ coordinate }) => coordinates.some((each) => each.test(coordinate))).map(({ coordinate }) => coordinate)))} | ${why} |`).join('\n')}

## Doors, events and the background

| what | tried |
| --- | --- |
${DOORS.map(({ path, tried }) => `| \`${path}\` | ${tried} |`).join('\n')}
| events of webhooks | each stands with its own workspace, and in none is a word of the other's |
| tasks of the worker | find the same due under \`leadstage_watch\` as the owner of the tables does, and it reads no word but a workspace's name |
| keys | malformed, cut, of the other's workspace with one's own secret, revoked, expired: 401 and no data |

## Types

Every field below, and the queries and mutations under which it is asked for.

| type | fields | under |
| --- | --- | --- |
${types.join('\n')}
`;
}
