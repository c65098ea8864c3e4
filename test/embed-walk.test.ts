/* What an embed token reaches in the schema, without the wall of trusted documents in front of it. */
import type { Database } from '@leadstage/prisma';
import { type GraphQLNamedType, getNamedType, graphql, isInterfaceType, isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Access, EMBEDDABLE_REPORTS } from '../packages/api/src/access/access.js';
import { createApiKey } from '../packages/api/src/access/api-key.js';
import { isOpenToEmbeds } from '../packages/api/src/access/open-to-embeds.js';
import { contextFor } from '../packages/api/src/context.js';
import { SILENT } from '../packages/api/src/observe/log.js';
import { schema } from '../packages/api/src/schema/index.js';
import { askingOf } from './support/ask.js';
import { rowsOf } from './support/catalog.js';
import { describeDatabase, openTestDatabase } from './support/database.js';
import { attributesOf, embedWorkspace, leadNumbers, mark, passesOf } from './support/embed-workspace.js';
import { selectionOf } from './support/selection.js';
import { BELOW, questionsOf } from './support/tenancy-questions.js';
import { TRIALS } from './support/tenancy-trials.js';
import type { Tenant } from './support/tenant.js';

const LOCK = { source: { in: ['web'] } };
const OPEN_ROOTS = ['metricDefinitions', 'stages', 'workspace', 'viewer'];
const PERIOD = 'period: { start: "2026-01-01", end: "2026-04-01" }, asOf: "2026-06-01T00:00:00Z"';

let database: Database;
let id: string;
let key: string;
beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  database = await openTestDatabase();
  id = await embedWorkspace(database);
  key = await createApiKey(database, id, { name: 'k', scopes: ['admin'] });
});
afterAll(() => database?.close());

/** A token's access, as strong as there is one but for its lock. */
const access = (more: Partial<Access['embed']> = {}): Access => ({
  ...{ workspaceId: id, keyId: '00000000-0000-0000-0000-000000000000', keyName: 'k', scopes: [] },
  embed: {
    ...{ tokenId: 't', reports: EMBEDDABLE_REPORTS, filter: LOCK, leads: true, origin: null, expiresAt: 0 },
    ...more,
  },
});

async function ask(source: string, as: Access = access()) {
  const info = { id: 'walk', signal: new AbortController().signal, log: SILENT, facts: {} };
  const { data, errors = [] } = await graphql({ schema, source, contextValue: contextFor(database, as, info) });
  return {
    data,
    text: JSON.stringify({ data, errors }),
    codes: errors.map((error) => error.extensions?.code ?? 'REFUSED'),
    errors,
  };
}

const fields = Object.values(schema.getQueryType()!.getFields());
const TENANT = {
  name: 'bravo',
  prefix: 'BRAVO',
  leads: 2,
  accounts: 2,
  ids: { benchmark: 1, webhook: 1, list: 1, report: 1, pack: 1 },
} as Tenant;

/** All that is open below a type. */
function openSelection(type: GraphQLNamedType, above: readonly string[] = []): string {
  if (!isObjectType(type) && !isInterfaceType(type)) return '';
  const selected = Object.values(type.getFields()).flatMap((field) => {
    const inner = getNamedType(field.type);
    if (!isOpenToEmbeds(type.name, field.name) || above.includes(inner.name)) return [];
    return [`${field.name}${openSelection(inner, [...above, type.name])}`];
  });
  return ` { ${selected.join(' ')} }`;
}

describe(`a token with all reports and leads, ${describeDatabase()}`, () => {
  it('is refused every question but reports, lists behind numbers, and what reports are read with', async () => {
    const questions = questionsOf(TENANT);
    const answered: string[] = [];
    for (const { name, type } of fields) {
      const asked = questions[name]!.own[0]!;
      const { args, below } = typeof asked === 'string' ? { args: asked, below: {} } : asked;
      const { data, codes } = await ask(
        `{ ${name}${args}${selectionOf(schema, getNamedType(type), { ...BELOW, ...below })} }`,
      );
      if (codes.length === 0) answered.push(name);
      else {
        expect(codes, name).toEqual(['FORBIDDEN']);
        expect(data?.[name] ?? null, name).toBeNull();
      }
    }
    expect(answered.sort()).toEqual([...EMBEDDABLE_REPORTS, ...OPEN_ROOTS].sort());
  });

  it('changes nothing: every mutation is refused', async () => {
    const before = await rowsOf(database, id);
    for (const [name, field] of Object.entries(schema.getMutationType()!.getFields())) {
      const input = TRIALS[name]!.trials[0]!.input(TENANT);
      const selection = selectionOf(schema, getNamedType(field.type), { ...BELOW, 'IngestPayload.outcomes': '' });
      const { codes } = await ask(`mutation { ${name}(input: { idempotencyKey: "x", ${input} })${selection} }`);
      expect(codes, name).toEqual(['FORBIDDEN']);
    }
    expect(await rowsOf(database, id)).toEqual(before);
  });

  it('opens a report only where the token names it', async () => {
    for (const report of EMBEDDABLE_REPORTS) {
      const more = report === 'velocity' ? 'from: "LEAD", to: "SQL"' : '';
      const asked = `{ ${report}(input: { ${PERIOD}, ${more} }) { asOf } }`;
      expect((await ask(asked)).codes, report).toEqual([]);
      expect((await ask(asked, access({ reports: [report] }))).codes, report).toEqual([]);
      const others = EMBEDDABLE_REPORTS.filter((each) => each !== report);
      expect((await ask(asked, access({ reports: others }))).codes, report).toEqual(['FORBIDDEN']);
    }
  });

  it('reaches, by all that is open at once, nobody outside its lock', async () => {
    const isInside = passesOf(LOCK);
    const outside = leadNumbers.filter((lead) => !isInside(attributesOf(lead)));
    const admin = askingOf(database);
    const numbers = await admin(
      `{ acceptance(input: { ${PERIOD} }) { total { behind rejections { behind } } }
         funnel(input: { ${PERIOD} }) { total { stages { behind } } } }`,
      `Bearer ${key}`,
    );
    const { acceptance, ...funnel } = numbers.data as Record<string, object>;
    const behinds = (value: object) =>
      [...JSON.stringify(value).matchAll(/"behind":"([^"]+)"/g)].map(([, each]) => each);
    const inputs = [`${PERIOD}, by: ["source", "owner", "plan"], grain: MONTH`, `${PERIOD}, by: ["account", "region"]`];
    const asked: [string, string][] = [
      ...EMBEDDABLE_REPORTS.flatMap((report) => {
        const more = report === 'velocity' ? ', from: "LEAD", to: "SQL", timeInStage: ["MQL"]' : '';
        const given = report === 'standardMetrics' ? [PERIOD] : inputs;
        return given.map((input): [string, string] => [report, `(input: { ${input}${more} })`]);
      }),
      ...behinds(funnel).map((each): [string, string] => ['leads', `(first: 100, filter: { behind: "${each}" })`]),
      ...behinds(acceptance!).map((each): [string, string] => [
        'handoffs',
        `(first: 100, filter: { behind: "${each}" })`,
      ]),
      ...OPEN_ROOTS.map((root): [string, string] => [root, '']),
    ];
    let text = '';
    for (const [root, args] of asked) {
      const query = `{ ${root}${args}${openSelection(getNamedType(schema.getQueryType()!.getFields()[root]!.type))} }`;
      const answer = await ask(query);
      expect(answer.codes, `${query}\n${answer.text}`).toEqual([]);
      text += answer.text;
    }
    expect(outside.filter((lead) => text.includes(mark(lead)))).toEqual([]);
    expect(text).not.toMatch(/"source":"(fair|mail)"/);
    expect(
      leadNumbers.filter((lead) => isInside(attributesOf(lead)) && text.includes(mark(lead))).length,
    ).toBeGreaterThan(10);
  }, 300_000);

  it('lists nothing but what is behind a number', async () => {
    for (const list of ['leads', 'handoffs']) {
      for (const args of [
        'first: 1',
        'first: 1, filter: {}',
        'first: 1, filter: { behind: null }',
        'first: 1, filter: { owner: "ann" }',
      ]) {
        const { codes } = await ask(`{ ${list}(${args}) { totalCount } }`);
        expect(codes, args).toEqual(['FORBIDDEN']);
      }
      expect((await ask(`{ ${list}(first: 1, filter: { behind: "x" }) { totalCount } }`)).codes, list).not.toEqual([]);
      expect(
        (await ask(`{ ${list}(first: 1, filter: { behind: "x" }) { totalCount } }`, access({ leads: false }))).codes,
      ).toEqual(['FORBIDDEN']);
    }
  });
});
