import type { Database } from '@leadstage/prisma';
import { getNamedType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { SCOPES, type Scope } from '../packages/api/src/access/access.js';
import { createApiKey } from '../packages/api/src/access/api-key.js';
import { verify } from '../packages/api/src/commands/verify.js';
import { schema } from '../packages/api/src/schema/index.js';
import { type Answer, type Ask, askingOf } from './support/ask.js';
import { rowsOf } from './support/catalog.js';
import { describeDatabase, openTestDatabase } from './support/database.js';
import { finishJob } from './support/ladder.js';
import { selectionOf } from './support/selection.js';
import { BELOW, toldBeyond } from './support/tenancy-questions.js';
import { TRIALS } from './support/tenancy-trials.js';
import { newTenant, type Tenant } from './support/tenant.js';
import type { Trial } from './support/trial.js';

let database: Database;
let ask: Ask;
let alpha: Tenant;
let bravo: Tenant;
/** Keys of alpha with one scope each. */
const scoped = new Map<Scope, string>();

const mutationType = schema.getMutationType()!;
const NAMES = Object.keys(TRIALS);
/** Leads whole, and lists below payloads. */
const SELECTED = { ...BELOW, 'IngestPayload.outcomes': '' };

beforeAll(async () => {
  // Every refusal is logged, and there are hundreds of them here.
  vi.spyOn(console, 'error').mockImplementation(() => {});
  database = await openTestDatabase();
  ask = askingOf(database);
  alpha = await newTenant(database, 'alpha', 6);
  bravo = await newTenant(database, 'bravo', 12);
  // Or else every change of alpha's ladder would be refused for that alone.
  await finishJob(database, alpha.id);
  for (const scope of SCOPES) {
    scoped.set(scope, await createApiKey(database, alpha.id, { name: scope, scopes: [scope] }));
  }
}, 180_000);
afterAll(() => database?.close());

/** The same for both tenants, idempotency key included. */
function mutationOf(name: string, { input }: Trial, number = 0): string {
  const selection = selectionOf(schema, getNamedType(mutationType.getFields()[name]!.type), SELECTED);
  return `mutation { ${name}(input: { idempotencyKey: "${name}-${number}", ${input(bravo)} })${selection} }`;
}

const first = (name: string) => mutationOf(name, TRIALS[name]!.trials[0]!);

/** A refusal's code, what became of items, or else the type of the payload. */
function told(name: string, { data, errors }: Answer): unknown {
  const result = data?.[name] as Record<string, unknown> | null | undefined;
  if (!result) return errors[0]?.code;
  if (typeof result.code === 'string') return result.code;
  if (!Array.isArray(result.outcomes)) return result.__typename;
  return (result.outcomes as { status: string; problems?: { code: string }[] }[])
    .map(({ status, problems = [] }) => [status, ...problems.map(({ code }) => code)].join(' '))
    .join(', ');
}

describe(`mutations by what is another workspace's, ${describeDatabase()}`, () => {
  it('are tried, every one: whoever adds one adds its trials here', () => {
    expect(NAMES.toSorted()).toEqual(Object.keys(mutationType.getFields()).sort());
  });

  it.each(NAMES)('%s leaves every row of it as it was, and tells nothing of it', async (name) => {
    for (const [number, trial] of TRIALS[name]!.trials.entries()) {
      const before = await rowsOf(database, bravo.id);
      const question = mutationOf(name, trial, number);
      const answer = await ask(question, `Bearer ${alpha.key}`);
      expect(answer, question).toMatchObject({ status: 200, errors: [] });
      expect(told(name, answer), `${question}\n${answer.text}`).toBe(trial.alpha);
      expect(toldBeyond(question, answer), question).not.toMatch(/bravo/i);
      expect(answer.text, question).not.toContain(bravo.id);
      expect(await rowsOf(database, bravo.id), question).toEqual(before);
    }
  });

  it('what alpha made of these names is alpha’s own, and empty', async () => {
    const asked =
      '{ lead(externalId: "bravo-lead-3") { id name email source account { name domain } handoffs { id } } }';
    const { data } = await ask(asked, `Bearer ${alpha.key}`);
    const account = { name: null, domain: null };
    const blank = { name: null, email: null, source: null, account, handoffs: [] };
    expect(data).toEqual({ lead: { id: String(alpha.leadRows + 1), ...blank } });
    const rows = JSON.stringify(await rowsOf(database, alpha.id));
    expect(rows).not.toContain(bravo.id);
    expect(rows).not.toMatch(/bravo (person|actor|own"|company|objective)/);
  });

  it.each(SCOPES)('are carried out with %s alone where they ask for that, else FORBIDDEN', async (scope) => {
    const before = await rowsOf(database, alpha.id);
    for (const name of NAMES) {
      const { scopes, trials } = TRIALS[name]!;
      const answer = await ask(first(name), `Bearer ${scoped.get(scope)}`);
      if (scope === 'admin' || scopes.every((needed) => needed === scope)) {
        // The key of the first call is used again, so that nothing is done twice.
        expect(told(name, answer), `${name} with ${scope}`).toBe(trials[0]!.alpha);
      } else {
        expect(answer.errors, `${name} with ${scope}`).toMatchObject([{ code: 'FORBIDDEN' }]);
        expect(answer.data ?? null, name).toBeNull();
      }
    }
    expect(await rowsOf(database, alpha.id)).toEqual(before);
  });

  it('ingest asks for costs:write only where there are costs', async () => {
    const both = await createApiKey(database, alpha.id, { name: 'both', scopes: ['leads:write', 'costs:write'] });
    expect(told('ingest', await ask(first('ingest'), `Bearer ${both}`))).toBe(TRIALS.ingest!.trials[0]!.alpha);
    const asked = 'mutation { ingest(input: { idempotencyKey: "none", costs: [] }) { __typename } }';
    expect(told('ingest', await ask(asked, `Bearer ${scoped.get('leads:write')}`))).toBe('IngestPayload');
  });

  it.each(NAMES)('%s needs a key', async (name) => {
    const before = await rowsOf(database, alpha.id);
    for (const authorization of [null, `Bearer ${alpha.key.slice(0, -1)}`]) {
      const answer = await ask(first(name), authorization);
      expect(answer.errors).toMatchObject([{ code: 'UNAUTHENTICATED' }]);
      expect(answer.status).toBe(401);
      expect(answer.data ?? null).toBeNull();
    }
    expect(await rowsOf(database, alpha.id)).toEqual(before);
  });
});

describe('the same mutations with the same idempotency keys', () => {
  beforeAll(() => finishJob(database, bravo.id), 180_000);

  it.each(NAMES)('%s is carried out for whom the things are, and leaves alpha as it was', async (name) => {
    const before = await rowsOf(database, alpha.id);
    for (const [number, trial] of TRIALS[name]!.trials.entries()) {
      const question = mutationOf(name, trial, number);
      const answer = await ask(question, `Bearer ${bravo.key}`);
      expect(answer, question).toMatchObject({ status: 200, errors: [] });
      expect(told(name, answer), `${question}\n${answer.text}`).toBe(trial.bravo);
      expect(answer.text, question).not.toMatch(/alpha/i);
      // A change of the ladder is under way now and then, and would stand in the way of the next.
      await finishJob(database, bravo.id);
    }
    expect(await rowsOf(database, alpha.id)).toEqual(before);
  });

  it('with another input conflict within a workspace alone', async () => {
    const asked = ({ name }: Tenant) =>
      `mutation { upsertLeads(input: { idempotencyKey: "shared", leads: [
        { externalId: "${name}-late", createdAt: "2026-05-01T00:00:00Z" }
      ] }) { __typename ... on InvalidInput { code } ... on IngestPayload { created } } }`;
    for (const tenant of [alpha, bravo]) {
      const { data } = await ask(asked(tenant), `Bearer ${tenant.key}`);
      expect(data).toEqual({ upsertLeads: { __typename: 'IngestPayload', created: 1 } });
    }
    const conflict = await ask(asked(bravo), `Bearer ${alpha.key}`);
    expect(told('upsertLeads', conflict)).toBe('IDEMPOTENCY_CONFLICT');
  });

  it('leave the projections of both as the record says', async () => {
    for (const { id } of [alpha, bravo]) {
      await finishJob(database, id);
      expect(await verify(database, id)).toMatchObject({ wrongFacts: 0, wrongRollupCells: 0 });
    }
  });
});
