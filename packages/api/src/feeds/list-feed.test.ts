import { Writable } from 'node:stream';
import { type Database, inWorkspace } from '@leadstage/prisma';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askingOf } from '../../../../test/support/ask.js';
import { describeDatabase, newWorkspace, openTestDatabase } from '../../../../test/support/database.js';
import { statementsOf } from '../../../../test/support/statements.js';
import type { Scope } from '../access/access.js';
import { createApiKey } from '../access/api-key.js';
import { ingest } from '../commands/ingest.js';
import { saveList } from '../commands/save-list.js';
import { handlerFor } from '../http/doors.js';
import { type Listener, listen } from '../http/listener.js';
import { SILENT } from '../observe/log.js';
import { sql } from '../query/sql.js';
import { csvLine } from './csv-line.js';
import { type ListFeedResponse, listFeed } from './list-feed.js';

const LEADS = 2_300;
const START = Date.UTC(2026, 0, 1, 4, 30);
const NASTY = '=HYPERLINK("http://x","click"),\n"hi"';

let database: Database;
let workspace: string;
let server: Listener;
let key: string;
let all: number;
let entered: number;

beforeAll(async () => {
  database = await openTestDatabase();
  workspace = await newWorkspace(database, { timeZone: 'America/Havana' });
  key = await keyFor(workspace, ['leads:read']);
  await ingest(
    database,
    workspace,
    Array.from({ length: LEADS }, (_, number) => ({
      lead: {
        externalId: `lead-${number}`,
        createdAt: START,
        name: number === 0 ? NASTY : '',
        source: number % 2 ? '-5' : null,
        value: '-5.50',
        attributes: { plan: `@${number}` },
      },
      transitions:
        number < 3
          ? [
              {
                externalId: `t-${number}`,
                lead: `lead-${number}`,
                to: 'MQL',
                occurredAt: START + (3 - number) * 86_400_000,
              },
            ]
          : [],
    })),
  );
  all = await saveList(database, workspace, { name: 'all' });
  const orderBy = { field: 'ENTERED', stage: 'MQL', direction: 'ASC' } as const;
  entered = await saveList(database, workspace, { name: 'entered', orderBy });
  server = await listen({ host: '127.0.0.1', port: 0 });
  server.handleWith(handlerFor({ database }, server.origin));
}, 120_000);
afterAll(async () => {
  await server?.close();
  await database?.close();
});

async function keyFor(id: string, scopes: readonly Scope[]): Promise<string> {
  return createApiKey(database, id, { name: 'k', scopes });
}

function get(path: string, bearer: string | null = key, init: RequestInit = {}): Promise<Response> {
  const headers: Record<string, string> = bearer === null ? {} : { authorization: `Bearer ${bearer}` };
  return fetch(`${server.origin}${path}`, { ...init, headers });
}

/** Reads RFC 4180 by the letter, by code of its own. */
function parsed(text: string): string[][] {
  const records: string[][] = [];
  const token = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/y;
  let record: string[] = [];
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [, cell = '', end] = match;
    record.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === ',') continue;
    records.push(record);
    record = [];
  }
  return records;
}

describe(`the feed of a saved list, ${describeDatabase()}`, () => {
  it('is CSV with a header, every lead once, and no cell that a spreadsheet would run', async () => {
    const response = await get(`/feeds/lists/${all}.csv`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/csv/);
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="list-${all}.csv"`);
    const text = await response.text();
    const [header, ...records] = parsed(text);
    expect(header!.slice(0, 4)).toEqual(['id', 'external_id', 'name', 'email']);
    expect(header!.at(-1)).toBe('attribute_plan');
    expect(records).toHaveLength(LEADS);
    expect(records.map(([, externalId]) => externalId)).toEqual(records.map((_, number) => `lead-${number}`));
    const column = (name: string) => header!.indexOf(name);
    expect(records[0]![column('name')]).toBe(`'${NASTY}`);
    expect(records[1]![column('source')]).toBe("'-5");
    expect(records[1]![column('value')]).toBe('-5.5');
    expect(records[1]![column('attribute_plan')]).toBe("'@1");
    expect(records[1]![column('entered_on')]).toBe('');
    expect(records.every((record) => record.length === header!.length)).toBe(true);
    expect(text).not.toMatch(/(^|,)"?[=+@]/m);
  });

  it('dates each lead by the stage it is sorted by, in local time and in UTC', async () => {
    const lines = (await (await get(`/feeds/lists/${entered}.ndjson`)).text()).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { external_id: 'lead-2', entered_stage: 'MQL', entered_on: '2026-01-01', entered_at: '2026-01-02T04:30:00.000Z' },
      { external_id: 'lead-1', entered_on: '2026-01-02', attributes: { plan: '@1' }, source: '-5' },
      { external_id: 'lead-0', entered_on: '2026-01-03', name: NASTY, stage: 'MQL' },
    ]);
  });

  it.each<[string, () => Promise<Response>, number, string]>([
    ['no key', () => get(`/feeds/lists/${all}.csv`, null), 401, 'UNAUTHENTICATED'],
    ['a key that is none', () => get(`/feeds/lists/${all}.csv`, 'nonsense'), 401, 'UNAUTHENTICATED'],
    [
      'a key for reports',
      async () => get(`/feeds/lists/${all}.csv`, await keyFor(workspace, ['reports:read'])),
      403,
      'FORBIDDEN',
    ],
    [
      'another workspace’s key',
      async () => get(`/feeds/lists/${all}.csv`, await keyFor(await newWorkspace(database), ['admin'])),
      404,
      'UNKNOWN_LIST',
    ],
    ['a list that is not there', () => get('/feeds/lists/999.csv'), 404, 'UNKNOWN_LIST'],
    ['another format', () => get(`/feeds/lists/${all}.xml`), 404, 'NOT_FOUND'],
    ['a name of Object.prototype', () => get(`/feeds/lists/${all}.constructor`), 404, 'NOT_FOUND'],
    ['a POST', () => get(`/feeds/lists/${all}.csv`, key, { method: 'POST' }), 405, 'METHOD_NOT_ALLOWED'],
  ])('refuses %s', async (_name, asked, status, code) => {
    const response = await asked();
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.json()).toMatchObject({ code });
  });

  it('answers HEAD without a body', async () => {
    const response = await get(`/feeds/lists/${all}.csv`, key, { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });

  it('says of a stage that was retired since that it was, and does not answer with other leads', async () => {
    const id = await newWorkspace(database);
    const reader = await keyFor(id, ['leads:read']);
    const list = await saveList(database, id, {
      name: 'opportunities',
      filter: { reached: 'QSO', stage: ['SQL', null] },
    });
    await inWorkspace(database, id, (transaction) =>
      transaction.query(
        sql`UPDATE stage_definition SET retired = true WHERE workspace_id = ${id}::uuid AND stage_id = 5`,
      ),
    );
    const response = await get(`/feeds/lists/${list}.csv`, reader);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: 'RETIRED_STAGE' });
    const { errors, data } = await askingOf(database)(
      `{ savedList(id: "${list}") { name filter { reached stage } } }`,
      `Bearer ${reader}`,
    );
    expect([errors, data]).toEqual([
      [],
      { savedList: { name: 'opportunities', filter: { reached: 'QSO', stage: ['SQL', null] } } },
    ]);
    const asked = await askingOf(database)(
      `{ savedList(id: "${list}") { leads(first: 1) { totalCount } } }`,
      `Bearer ${reader}`,
    );
    expect(asked.errors).toMatchObject([{ code: 'RETIRED_STAGE' }]);
  });

  it('reads no further than the client does, and stops when it goes away', async () => {
    let seen = 0;
    class Stuck extends Writable implements ListFeedResponse {
      headersSent = false;
      writeHead() {
        this.headersSent = true;
        return this;
      }
      // Takes the first chunk and never asks for another.
      override _write() {
        seen += 1;
        setTimeout(() => this.destroy(), 300);
      }
    }
    const request = { method: 'GET', url: `/feeds/lists/${all}.csv`, headers: { authorization: `Bearer ${key}` } };
    const info = { id: 'test', log: SILENT, facts: {} };
    const statements = await statementsOf(() => listFeed({ database }, request, new Stuck({ highWaterMark: 1 }), info));
    expect(seen).toBe(1);
    // The first chunk and at most one that waits; the list has three.
    expect(statements.filter((text) => text.includes('lead_fact')).length).toBeLessThanOrEqual(4);
    const gone = new AbortController();
    const response = await get(`/feeds/lists/${all}.csv`, key, { signal: gone.signal });
    gone.abort();
    await expect(response.text()).rejects.toThrow();
    expect((await get(`/feeds/lists/${entered}.csv`)).status).toBe(200);
  });
});

describe('csvLine', () => {
  it.each([
    [['a', null, '', 5], 'a,,"",5\r\n'],
    [['a,b', 'say "hi"', 'two\nlines'], '"a,b","say ""hi""","two\nlines"\r\n'],
    [['=1+1', '+1', '-1', '@x', '\tx', 'x=1'], "'=1+1,'+1,'-1,'@x,'\tx,x=1\r\n"],
  ])('%j', (cells, line) => {
    expect(csvLine(cells, [])).toBe(line);
  });
});
