/* Policies and calendars as a client sets and reads them; METRICS.md's worked example C from end to end. */
import { readFileSync } from 'node:fs';
import type { Database } from '@leadstage/prisma';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createApiKey } from '../packages/api/src/access/api-key.js';
import { ingest } from '../packages/api/src/commands/ingest.js';
import { verify } from '../packages/api/src/commands/verify.js';
import { type Ask, askingOf } from './support/ask.js';
import { describeDatabase, newWorkspace, openTestDatabase } from './support/database.js';
import { dueAsKnown, handOver } from './support/sla.js';

let database: Database;
let id: string;
let ask: Ask;
beforeAll(async () => {
  database = await openTestDatabase();
  ask = askingOf(database);
});
afterAll(() => database?.close());
beforeEach(async () => {
  id = await newWorkspace(database);
});

const at = (text: string) => Date.parse(text);

describe(`example C over GraphQL (${describeDatabase()})`, () => {
  test('handed over on Friday 27 March 2026 at 16:30 in Berlin, due on Monday at 09:30, 07:30Z', async () => {
    const key = `Bearer ${await createApiKey(database, id, { name: 'test', scopes: ['admin'] })}`;
    const days = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'];
    const hours = days.map((day) => `{ weekday: ${day}, from: "09:00", to: "17:00" }`).join(' ');
    const set = await ask(
      `mutation { setBusinessCalendar(input: { idempotencyKey: "1", key: "BERLIN", name: "Berlin",
        timeZone: "Europe/Berlin", hours: [${hours}], country: "DE", effectiveFrom: "2026-01-01T00:00:00Z",
        days: [{ date: "2026-12-24", name: "Christmas Eve", hours: [{ from: "09:00", to: "12:00" }] }] }) {
          ... on SetBusinessCalendarPayload { rejudgedHandoffs calendar { key version country region
            hours { weekday from to } days { date name hours { from to } }
            holidays(year: 2026) { date name from } } } } }`,
      key,
    );
    expect(set.errors).toEqual([]);
    const { calendar: set1, rejudgedHandoffs } = set.data!.setBusinessCalendar as {
      calendar: Record<string, unknown> & { holidays: unknown[]; hours: unknown[] };
      rejudgedHandoffs: number;
    };
    expect(rejudgedHandoffs).toBe(0);
    expect(set1).toMatchObject({ key: 'BERLIN', version: 1, country: 'DE', region: null });
    expect(set1.hours[4]).toEqual({ weekday: 'FRIDAY', from: '09:00', to: '17:00' });
    expect(set1.days).toEqual([{ date: '2026-12-24', name: 'Christmas Eve', hours: [{ from: '09:00', to: '12:00' }] }]);
    expect(set1.holidays).toContainEqual({ date: '2026-04-03', name: 'Good Friday', from: null });

    const promised = await ask(
      `mutation { setSlaPolicy(input: { idempotencyKey: "2", key: "HOT", name: "Hot leads",
        filter: { leadType: { in: ["demo request"] } }, calendar: "BERLIN", effectiveFrom: "2026-01-01T00:00:00Z",
        firstResponseWithin: { within: "PT1H", clock: BUSINESS, dueSoon: "PT15M", onOverdue: REASSIGN, assignTo: "zoe" } }) {
          ... on SetSlaPolicyPayload { rejudgedHandoffs policy { key version position retired calendar
            filter { attribute in notIn } decisionWithin { within }
            firstResponseWithin { within seconds clock dueSoonSeconds onOverdue assignTo } } } } }`,
      key,
    );
    expect(promised.errors).toEqual([]);
    expect(promised.data!.setSlaPolicy).toEqual({
      rejudgedHandoffs: 0,
      policy: {
        key: 'HOT',
        version: 1,
        position: 10,
        retired: false,
        calendar: 'BERLIN',
        filter: [{ attribute: 'leadType', in: ['demo request'], notIn: null }],
        decisionWithin: null,
        firstResponseWithin: {
          within: 'PT1H',
          seconds: 3600,
          clock: 'BUSINESS',
          dueSoonSeconds: 900,
          onOverdue: 'REASSIGN',
          assignTo: 'zoe',
        },
      },
    });

    await ingest(database, id, [handOver('c', at('2026-03-27T16:30:00+01:00'), { leadType: 'demo request' })]);
    expect((await dueAsKnown(database, id))[0]).toMatchObject({
      policy: 'HOT@1',
      responseDueAt: '2026-03-30T07:30:00.000Z',
      responseDueSoonAt: '2026-03-30T07:15:00.000Z',
      decisionDueAt: null,
    });
    const listed = await ask(
      `{ handoffs(first: 1) { edges { node { firstResponseDueAt decisionDueAt firstResponseStatus policy { key version } } } }
        slaPolicies { key } businessCalendars { key }
        before: businessCalendars(at: "2025-12-31T00:00:00Z") { key } }`,
      key,
    );
    expect(listed.errors).toEqual([]);
    expect(listed.data).toEqual({
      handoffs: {
        edges: [
          {
            node: {
              firstResponseDueAt: '2026-03-30T07:30:00.000Z',
              decisionDueAt: null,
              firstResponseStatus: 'OVERDUE',
              policy: { key: 'HOT', version: 1 },
            },
          },
        ],
      },
      slaPolicies: [{ key: 'HOT' }],
      businessCalendars: [{ key: 'BERLIN' }],
      before: [],
    });
    expect(await verify(database, id)).toMatchObject({ wrongFacts: 0, wrongRollupCells: 0 });
  });

  test('without the scope nothing is set, and a refusal names the place', async () => {
    const reader = `Bearer ${await createApiKey(database, id, { name: 'r', scopes: ['reports:read'] })}`;
    const admin = `Bearer ${await createApiKey(database, id, { name: 'a', scopes: ['admin'] })}`;
    const wrong = (weekday: string) =>
      `mutation { setBusinessCalendar(input: { idempotencyKey: "${weekday}", key: "X", name: "X", timeZone: "UTC",
        hours: [{ weekday: MONDAY, from: "09:00", to: "12:00" }, { weekday: ${weekday}, from: "11:00", to: "15:00" }] }) {
        __typename ... on InvalidInput { code path } } }`;
    expect((await ask(wrong('TUESDAY'), reader)).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect((await ask(wrong('MONDAY'), admin)).data).toEqual({
      setBusinessCalendar: { __typename: 'InvalidInput', code: 'INVALID_HOURS', path: ['input', 'hours', '1', 'from'] },
    });
    expect((await ask('{ businessCalendars { key } slaPolicies { key } }', reader)).errors).toEqual([]);
  });
});

test('the examples of docs/sla.md are carried out as they stand', async () => {
  const admin = `Bearer ${await createApiKey(database, id, { name: 'a', scopes: ['admin'] })}`;
  const page = readFileSync(new URL('../docs/sla.md', import.meta.url), 'utf8');
  const [policy, calendar] = [...page.matchAll(/```graphql\n(.*?)```/gs)].map(([, query = '']) => query);
  const set = await ask(calendar ?? '', admin);
  expect(set.data?.setBusinessCalendar).toMatchObject({
    calendar: {
      version: 1,
      holidays: expect.arrayContaining([{ date: '2026-03-08', name: "International Women's Day" }]),
    },
  });
  expect((await ask(policy ?? '', admin)).data).toEqual({
    setSlaPolicy: { policy: { key: 'HOT', version: 1 }, rejudgedHandoffs: 0 },
  });
});
