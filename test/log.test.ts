import { prismaInWorkspace } from '@leadstage/prisma';
import type { GraphQLFieldResolver } from 'graphql';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { recordIn } from '../packages/api/src/commands/recording.js';
import type { Context } from '../packages/api/src/context.js';
import { sql } from '../packages/api/src/query/sql.js';
import { schema } from '../packages/api/src/schema/index.js';
import { describeDatabase } from './support/database.js';
import {
  type LogEntry,
  type ObservedAnswer,
  type ObservedServer,
  startObservedServer,
} from './support/observed-server.js';

const PLANTED = 'planted-hunter2';
const WHOSE = '{ viewer { name } }';

let server: ObservedServer;
let before: number;

beforeAll(async () => {
  server = await startObservedServer();
});
beforeEach(() => {
  before = server.entries().length;
});
afterAll(() => server?.close());

/** What was written about a request since the test began; its own line comes once the connection is done with it. */
async function linesOf({ headers }: Pick<ObservedAnswer, 'headers'>): Promise<LogEntry[]> {
  const mine = () => server.entries().filter(({ requestId }) => requestId === headers.get('x-request-id'));
  await vi.waitFor(() => expect(mine().map(({ msg }) => msg)).toContain('request'));
  return mine();
}

describe(`the log, ${describeDatabase()}`, () => {
  it('has one line for a request, with who asked for what and how that ended', async () => {
    const answer = await server.ask({ query: 'query Whose { viewer { name } }' });
    const lines = await linesOf(answer);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      msg: 'request',
      requestId: answer.headers.get('x-request-id'),
      method: 'POST',
      path: '/graphql',
      status: '200',
      ms: expect.any(Number),
      operation: 'Whose',
      type: 'query',
      field: 'viewer',
      keyId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      workspaceId: server.workspaceId,
      cost: 1,
    });
  });

  it('keeps the id that a proxy gave, unless it is none, or a secret', async () => {
    const idOf = async (id: string) =>
      (await server.ask({ query: WHOSE }, { 'x-request-id': id })).headers.get('x-request-id');
    expect(await idOf('edge:1.2-3_x')).toBe('edge:1.2-3_x');
    const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;
    for (const id of ['two words', 'x'.repeat(129), server.apiKey]) expect(await idOf(id)).toMatch(uuid);
  });

  it('tells probes only to who wants everything', async () => {
    const response = await fetch(`${server.origin}/health`);
    expect((await linesOf(response))[0]).toMatchObject({ level: 'debug', path: '/health' });
  });

  it('holds nothing of what was sent: credentials, variables, literals, headers, queries of addresses', async () => {
    const secret = `${PLANTED}-${'y'.repeat(30)}`;
    const query = `query Q($id: String!) { lead(externalId: $id) { id } other: lead(externalId: "${PLANTED}") { id } }`;
    const headers = {
      cookie: `session=${PLANTED}`,
      'user-agent': PLANTED,
      'x-api-key': PLANTED,
      referer: `http://x/?${PLANTED}`,
    };
    await linesOf(await server.ask({ query, variables: { id: PLANTED } }, headers));
    await linesOf(await server.ask({ query: WHOSE }, { authorization: `Bearer lsk_${PLANTED}` }));
    await linesOf(await server.ask(`{"query": "${PLANTED}`));
    await linesOf(await server.ask({ query: `{ ${PLANTED.replaceAll('-', '_')} }` }));
    await linesOf(
      await server.ask({ query: 'query($n: Int!) { leads(first: $n) { totalCount } }', variables: { n: PLANTED } }),
    );
    for (const path of [
      `/graphql?query={viewer{name}}&variables=${PLANTED}`,
      `/${secret}`,
      `/feeds/lists/1.csv?key=${PLANTED}`,
    ]) {
      await linesOf(await fetch(`${server.origin}${path}`));
    }
    expect(server.entries().length).toBeGreaterThan(before + 7);
    expect(server.text()).not.toMatch(/planted.hunter2/);
    expect(server.text()).not.toContain(server.apiKey.slice(-43));
  });
});

/** Has a field of the schema do something else, for one test. */
const restore: (() => void)[] = [];
function having(name: string, resolve: GraphQLFieldResolver<unknown, Context>): void {
  const field = schema.getQueryType()!.getFields()[name]!;
  const original = field.resolve!;
  field.resolve = resolve as typeof original;
  restore.push(() => {
    field.resolve = original;
  });
}
afterEach(() => {
  for (const undo of restore.splice(0)) undo();
});

/** What no client may read: SQL, names of tables and constraints, files, places in code, parts of the server. */
const INTERNALS =
  /\b(SELECT|INSERT|UPDATE|DELETE|relation|constraint|duplicate|violates|syntax|prisma|pool|pg|postgres|stack|node_modules)\b|api_key|_pkey|_fkey|workspace_|idempotency|\.[jt]s\b|\bat \S+ \(|ECONN/i;

function expectHidden(answer: ObservedAnswer, status: number): void {
  expect(answer.text).not.toMatch(INTERNALS);
  expect(answer.text).not.toContain(PLANTED);
  expect(answer.status).toBe(status);
  expect(answer.errors).toHaveLength(1);
  expect(answer.errors[0]).toMatchObject({ message: 'Unexpected error.' });
  expect(answer.errors[0]!.extensions).toEqual({
    code: 'INTERNAL_SERVER_ERROR',
    requestId: answer.headers.get('x-request-id'),
  });
}

/** The cause in the log, under the request's id. */
async function causeOf(answer: ObservedAnswer): Promise<NonNullable<LogEntry['err']>> {
  const failed = (await linesOf(answer)).filter(({ level }) => level === 'error');
  expect(failed).toHaveLength(1);
  expect(failed[0]!.err!.stack).toMatch(/^ +at /);
  expect(server.text()).not.toContain(PLANTED);
  return failed[0]!.err!;
}

describe(`an error of the server, ${describeDatabase()}`, () => {
  it.each([
    [
      'a unique constraint, whose detail would tell the value',
      ({ database, owner }: Context) =>
        recordIn(database, owner().workspaceId, async ({ transaction }) => {
          const insert = sql`
            INSERT INTO api_key (workspace_id, id, name, prefix, hash, scopes, created_at)
            VALUES (${owner().workspaceId}::uuid, gen_random_uuid(), ${PLANTED}, ${PLANTED}, ${Buffer.from(PLANTED)}, '{}', now())`;
          await transaction.query(insert);
          await transaction.query(insert);
        }),
      { type: 'PostgresError', code: '23505', table: 'api_key', message: expect.stringMatching(/duplicate key value/) },
    ],
    [
      'a value that is none, which the message would quote',
      ({ database, owner }: Context) =>
        recordIn(database, owner().workspaceId, ({ transaction }) =>
          transaction.query(sql`SELECT ${PLANTED}::uuid AS id`),
        ),
      { code: '22P02', message: 'invalid input syntax for type uuid: "…"' },
    ],
    [
      'a statement that is wrong',
      ({ database, owner }: Context) =>
        recordIn(database, owner().workspaceId, ({ transaction }) =>
          transaction.query(sql`SELECT nothing FROM api_key`),
        ),
      { code: '42703', message: 'column "nothing" does not exist' },
    ],
    [
      'an error of Prisma, which would show the whole call',
      ({ database, owner }: Context) =>
        prismaInWorkspace(database, owner().workspaceId).lead.findMany({ where: { nonsense: PLANTED } as never }),
      { type: 'PrismaClientValidationError', message: expect.not.stringContaining('findMany') },
    ],
    [
      'a record that Prisma does not find',
      ({ database, owner }: Context) =>
        prismaInWorkspace(database, owner().workspaceId).lead.findFirstOrThrow({ where: { externalId: PLANTED } }),
      { code: 'P2025' },
    ],
    [
      'an error with a cause that holds a key',
      () => {
        throw new Error('no luck', { cause: new Error(`asked with lsk_${PLANTED} by ann@example.com`) });
      },
      { message: 'no luck', cause: expect.objectContaining({ message: 'asked with [redacted] by [redacted]' }) },
    ],
    [
      'something thrown that is no error',
      () => {
        throw 42;
      },
      { message: '42' },
    ],
  ])('is hidden from the client and told in the log: %s', async (_case, fail, cause) => {
    having('viewer', (_root, _input, context) => fail(context) as unknown);
    const answer = await server.ask({ query: WHOSE, variables: { planted: PLANTED } });
    expectHidden(answer, 200);
    expect(await causeOf(answer)).toMatchObject(cause);
  });

  it('of a client’s own mistake is none', async () => {
    const answers = [
      await server.ask({ query: '{ nonsense }' }),
      await server.ask({ query: '{ viewer { name }' }),
      await server.ask('{'),
      await server.ask({ query: '{ leads { totalCount } }' }),
      await server.ask({ query: WHOSE }, { authorization: 'Bearer lsk_wrong' }),
      await server.ask({
        query: '{ funnel(input: { period: { start: "2026-02-01", end: "2026-01-01" } }) { period { start } } }',
      }),
    ];
    const codes = answers.map(({ errors }) => errors[0]!.extensions.code);
    expect(codes).toEqual([
      'GRAPHQL_VALIDATION_FAILED',
      'GRAPHQL_PARSE_FAILED',
      'BAD_REQUEST',
      'PAGE_SIZE_REQUIRED',
      'UNAUTHENTICATED',
      'INVALID_PERIOD',
    ]);
    for (const answer of answers) {
      expect(answer.errors[0]!.extensions.requestId).toBe(answer.headers.get('x-request-id'));
      expect(await linesOf(answer)).toHaveLength(1);
    }
  });

  it('gives the same wrong question another id each time, though its validation is remembered', async () => {
    const ids = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const { errors, headers } = await server.ask({ query: '{ nonsense }' });
        expect(errors[0]!.extensions.requestId).toBe(headers.get('x-request-id'));
        return errors[0]!.extensions.requestId;
      }),
    );
    expect(new Set(ids).size).toBe(20);
  });
});

describe('once the database has gone', () => {
  beforeAll(() => server.database.pool.end());

  const message = 'The database cannot be reached just now. Try again; a mutation with the same idempotency key.';

  it('GraphQL says that and no more, and the log why', async () => {
    const answer = await server.ask({ query: WHOSE });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
    const requestId = answer.headers.get('x-request-id');
    expect(answer.errors).toEqual([{ message, extensions: { code: 'DATABASE_UNAVAILABLE', requestId } }]);
    expect(await causeOf(answer)).toMatchObject({ message: 'Cannot use a pool after calling end on the pool' });
  });

  it('so does a feed', async () => {
    const headers = { authorization: `Bearer ${server.apiKey}` };
    const response = await fetch(`${server.origin}/feeds/lists/1.csv`, { headers });
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
    const requestId = response.headers.get('x-request-id');
    expect(await response.json()).toEqual({ code: 'DATABASE_UNAVAILABLE', message, requestId });
    expect((await linesOf(response)).map(({ level }) => level)).toEqual(['error', 'info']);
  });

  it('/ready sends requests elsewhere', async () => {
    const response = await fetch(`${server.origin}/ready`);
    expect(response.status).toBe(503);
    expect(await response.text()).toBe('{"status":"database unreachable"}');
  });
});
