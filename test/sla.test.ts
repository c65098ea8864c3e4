/* Policies, calendars and due instants: from mutations to what is stored, and what was known before a correction. */
import { type Database, inWorkspace } from '@leadstage/prisma';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ingest } from '../packages/api/src/commands/ingest.js';
import { rebuild } from '../packages/api/src/commands/rebuild.js';
import { setBusinessCalendar } from '../packages/api/src/commands/set-business-calendar.js';
import { setSlaPolicy } from '../packages/api/src/commands/set-sla-policy.js';
import { verify } from '../packages/api/src/commands/verify.js';
import { voidTransition } from '../packages/api/src/commands/void-transition.js';
import { sql } from '../packages/api/src/query/sql.js';
import type { CalendarInput } from '../packages/api/src/sla/check-calendar.js';
import type { PolicyInput } from '../packages/api/src/sla/check-policy.js';
import { judge } from '../packages/api/src/sla/judge.js';
import { judgeUnjudged } from '../packages/api/src/sla/judge-unjudged.js';
import { slaOf } from '../packages/api/src/sla/load-sla.js';
import { describeDatabase, newWorkspace, openTestDatabase } from './support/database.js';
import { type DueRow, dueAsKnown, handOver, iso } from './support/sla.js';
import { statementsOf } from './support/statements.js';

const RUNS = Number(process.env.LEADSTAGE_PROPERTY_RUNS ?? 15);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let database: Database;
let id: string;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database?.close());
beforeEach(async () => {
  id = await newWorkspace(database);
});

const at = (text: string) => Date.parse(text);
const WEEK = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '17:00' }));
const BERLIN: CalendarInput = {
  key: 'BERLIN',
  name: 'Berlin',
  timeZone: 'Europe/Berlin',
  hours: WEEK,
  effectiveFrom: 0,
};
const HOURLY: PolicyInput = {
  key: 'HOURLY',
  name: 'Within an hour',
  firstResponseWithin: { within: 'PT1H', clock: 'BUSINESS' },
  calendar: 'BERLIN',
  effectiveFrom: 0,
};
const twoDays = (over: Partial<PolicyInput> = {}): PolicyInput => ({
  key: 'TWO_DAYS',
  name: 'Two days',
  decisionWithin: { within: 'P2D', clock: 'CALENDAR' },
  effectiveFrom: 0,
  ...over,
});
const calendar = (over: Partial<CalendarInput> = {}) => setBusinessCalendar(database, id, { ...BERLIN, ...over });
const policy = (input: PolicyInput) => setSlaPolicy(database, id, input);
const due = async (knownAt?: number): Promise<Record<string, DueRow>> =>
  Object.fromEntries((await dueAsKnown(database, id, knownAt)).map(({ lead, ...row }) => [lead, row]));
const lastRecordedAt = async () => {
  const [row] = await inWorkspace(database, id, (transaction) =>
    transaction.query<{ at: number }>(
      sql`SELECT last_recorded_at AS at FROM workspace_clock WHERE workspace_id = ${id}::uuid`,
    ),
  );
  return row!.at;
};
const clean = async () => {
  expect(await verify(database, id)).toMatchObject({ wrongFacts: 0, wrongRollupCells: 0 });
};

describe(`due instants (${describeDatabase()})`, () => {
  beforeEach(() =>
    calendar({
      hours: [
        ...WEEK.slice(0, 4),
        { weekday: 5, from: '09:00', to: '12:00' },
        { weekday: 5, from: '13:00', to: '17:00' },
      ],
      country: 'DE',
    }),
  );

  test.each([
    ['in the working day', '2026-03-26T10:00+01:00', '2026-03-26T11:00+01:00'],
    ['exactly at close', '2026-03-26T16:00+01:00', '2026-03-26T17:00+01:00'],
    ['exactly at the end of the morning', '2026-03-27T11:00+01:00', '2026-03-27T12:00+01:00'],
    ['over a break', '2026-03-27T11:30+01:00', '2026-03-27T13:30+01:00'],
    ['at close: the next day', '2026-03-26T17:00+01:00', '2026-03-27T10:00+01:00'],
    ['over Good Friday and Easter Monday', '2026-04-02T16:30+02:00', '2026-04-07T09:30+02:00'],
    ['over the end of summer time', '2026-10-23T16:30+02:00', '2026-10-26T09:30+01:00'],
  ])('%s: from %s to %s', async (_what, opened, expected) => {
    await policy(HOURLY);
    await ingest(database, id, [handOver('a', at(opened))]);
    expect((await due()).a?.responseDueAt).toBe(iso(at(expected)));
  });

  test('two days of the calendar clock are 48 hours, whatever clocks do', async () => {
    await policy(twoDays());
    await ingest(database, id, [handOver('a', at('2026-03-28T12:00+01:00'))]);
    expect((await due()).a?.decisionDueAt).toBe(iso(at('2026-03-30T13:00+02:00')));
  });

  test('the first policy in order that fits decides, by attributes of every sort', async () => {
    await policy(twoDays({ key: 'LAST', filter: {} }));
    await policy(twoDays({ key: 'OWNED', filter: { owner: { in: ['ann'] } }, position: 5 }));
    await policy(
      twoDays({ key: 'BIG', filter: { account: { in: ['acme'] }, region: { notIn: ['US'] } }, position: 4 }),
    );
    await ingest(database, id, [{ lead: { externalId: 'x', createdAt: 0, attributes: { tier: 'B' } } }]);
    await policy(twoDays({ key: 'OWN', filter: { tier: { in: ['A'] } }, position: 3 }));
    const opened = at('2026-03-01T00:00Z');
    await ingest(database, id, [
      handOver('nothing', opened),
      handOver('owned', opened, { owner: 'ann' }),
      handOver('big', opened, { account: 'acme', owner: 'ann' }),
      handOver('us', opened, { account: 'acme', region: 'US' }),
      handOver('own', opened, { account: 'acme', attributes: { tier: 'A' } }),
    ]);
    const found = await due();
    const byLead = Object.entries(found).map(([lead, row]) => [lead, row.policy]);
    expect(Object.fromEntries(byLead)).toEqual({
      nothing: 'LAST@1',
      owned: 'OWNED@1',
      big: 'BIG@1',
      us: 'LAST@1',
      own: 'OWN@1',
    });
    await clean();
  });

  test('the versions in force when it opened decide; before the first policy there is none', async () => {
    await policy(twoDays({ effectiveFrom: at('2026-02-01T00:00Z') }));
    await policy(
      twoDays({ effectiveFrom: at('2026-03-01T00:00Z'), decisionWithin: { within: 'P1D', clock: 'CALENDAR' } }),
    );
    await policy({ key: 'TWO_DAYS', retired: true, effectiveFrom: at('2026-04-01T00:00Z') });
    await ingest(database, id, [
      handOver('january', at('2026-01-31T23:59:59.999Z')),
      handOver('february', at('2026-02-01T00:00Z')),
      handOver('march', at('2026-03-01T00:00Z')),
      handOver('april', at('2026-04-01T00:00Z')),
    ]);
    const found = await due();
    expect(found.january).toMatchObject({ policy: null, rows: 0 });
    expect(found.february).toMatchObject({ policy: 'TWO_DAYS@1', decisionDueAt: '2026-02-03T00:00:00.000Z' });
    expect(found.march).toMatchObject({ policy: 'TWO_DAYS@2', decisionDueAt: '2026-03-02T00:00:00.000Z' });
    expect(found.april).toMatchObject({ policy: null, decisionDueAt: null, rows: 1 });
  });

  test('a later change of an attribute moves nothing; a rejection and a new handover do', async () => {
    await policy(twoDays({ filter: { source: { in: ['web'] } } }));
    const opened = at('2026-03-01T00:00Z');
    await ingest(database, id, [handOver('a', opened, { source: 'web' })]);
    await ingest(database, id, [{ lead: { externalId: 'a', source: 'fair' } }]);
    expect((await due()).a?.policy).toBe('TWO_DAYS@1');
    await ingest(database, id, [
      {
        transitions: [
          { externalId: 'a-r', lead: 'a', to: 'LEAD', kind: 'REJECTED', reason: 'no', occurredAt: opened + HOUR },
          { externalId: 'a-2', lead: 'a', to: 'MQL', occurredAt: opened + DAY },
        ],
      },
    ]);
    expect((await dueAsKnown(database, id)).map(({ policy: by }) => by)).toEqual(['TWO_DAYS@1', null]);
    await clean();
  });

  test('a handoff that is there again after a void keeps what was found', async () => {
    await policy(twoDays());
    const opened = at('2026-03-01T00:00Z');
    await ingest(database, id, [handOver('a', opened)]);
    const before = await due();
    await ingest(database, id, [
      { transitions: [{ externalId: 'early', lead: 'a', to: 'MQL', occurredAt: opened - HOUR / 2 }] },
    ]);
    expect((await due()).a?.decisionDueAt).toBe(iso(opened - HOUR / 2 + 2 * DAY));
    await voidTransition(database, id, { externalId: 'early', reason: 'wrong' });
    expect(await due()).toEqual(before);
    await clean();
  });

  test('three statements judge one handoff and a thousand', async () => {
    await policy(HOURLY);
    const count = async (n: number, name: string) => {
      const units = Array.from({ length: n }, (_, index) =>
        handOver(`${name}${index}`, at('2026-03-26T10:00Z') + index),
      );
      return (await statementsOf(() => ingest(database, id, units))).length;
    };
    await count(1, 'first');
    expect(await count(1_000, 'many')).toBe(await count(1, 'one'));
  });
});

describe('corrections', () => {
  const friday = at('2026-03-27T16:30+01:00');

  test('a holiday that was forgotten: open and closed handoffs are due later, and were known to be due earlier', async () => {
    await calendar();
    await policy(HOURLY);
    const thursday = at('2026-03-26T10:00+01:00');
    await ingest(database, id, [handOver('before', thursday), handOver('open', friday), handOver('closed', friday)]);
    await ingest(database, id, [
      { transitions: [{ externalId: 'closed-2', lead: 'closed', to: 'SQL', occurredAt: friday + HOUR }] },
    ]);
    const knownAt = await lastRecordedAt();
    const before = await due();
    const days = [{ date: '2026-03-30', name: 'Works outing', hours: [] }];
    expect(await calendar({ days })).toMatchObject({ version: 2, rejudged: 2 });
    const after = await due();
    expect(after.open?.responseDueAt).toBe(iso(at('2026-03-31T09:30+02:00')));
    expect(after.closed?.responseDueAt).toBe(after.open?.responseDueAt);
    expect(after.before).toEqual(before.before);
    expect(await due(knownAt)).toEqual({
      ...before,
      open: { ...before.open, rows: 2 },
      closed: { ...before.closed, rows: 2 },
    });
    await clean();
  });

  test('a version concerns what opens while it is in force, and nothing that opens after the next', async () => {
    await calendar();
    await policy(HOURLY);
    const [early, middle, late] = ['2026-03-03T10:00Z', '2026-03-10T10:00Z', '2026-03-17T10:00Z'].map(at) as [
      number,
      number,
      number,
    ];
    await ingest(database, id, [handOver('early', early), handOver('middle', middle), handOver('late', late)]);
    const opensAt = (from: string, effectiveFrom: number) =>
      calendar({ hours: WEEK.map((each) => ({ ...each, from })), effectiveFrom });
    expect(await opensAt('13:00', late)).toMatchObject({ version: 2, rejudged: 1 });
    expect(await opensAt('12:00', middle)).toMatchObject({ version: 3, rejudged: 1 });
    const found = await due();
    expect([found.early, found.middle, found.late].map((row) => row?.responseDueAt)).toEqual([
      iso(early + HOUR),
      iso(at('2026-03-10T13:00+01:00')),
      iso(at('2026-03-17T14:00+01:00')),
    ]);
    await clean();
  });

  test('the same again records nothing, in whatever order it is given', async () => {
    await calendar({ country: 'DE' });
    await policy(HOURLY);
    await ingest(database, id, [handOver('a', friday)]);
    const knownAt = await lastRecordedAt();
    expect(await calendar({ country: 'DE', hours: [...WEEK].reverse(), effectiveFrom: friday })).toMatchObject({
      version: 1,
      rejudged: 0,
    });
    expect(await policy({ ...HOURLY, effectiveFrom: friday })).toMatchObject({ version: 1, rejudged: 0 });
    expect(await lastRecordedAt()).toBe(knownAt);
    expect(await calendar({ country: 'DE', name: 'Renamed' })).toMatchObject({ version: 2, rejudged: 0 });
    expect((await due()).a?.rows).toBe(1);
  });

  test('a policy set for the past judges what has opened since; retired for the past, nothing applies any more', async () => {
    await ingest(database, id, [handOver('a', friday), handOver('b', friday + DAY)]);
    expect(await policy(twoDays({ effectiveFrom: friday + 1 }))).toMatchObject({ rejudged: 1 });
    expect((await due()).a).toMatchObject({ policy: null, rows: 0 });
    const knownAt = await lastRecordedAt();
    expect(await policy({ key: 'TWO_DAYS', retired: true, effectiveFrom: friday + 1 })).toMatchObject({ rejudged: 1 });
    expect((await due()).b).toMatchObject({ policy: null, decisionDueAt: null, rows: 2 });
    expect((await due(knownAt)).b).toMatchObject({ policy: 'TWO_DAYS@1' });
    await clean();
  });

  test('what can never be used up is refused, and after a correction it is never due', async () => {
    const fair = {
      ...BERLIN,
      hours: [],
      days: [{ date: '2026-03-30', name: 'Fair', hours: [{ from: '09:00', to: '10:00' }] }],
    };
    await calendar({ hours: [], days: fair.days });
    await expect(
      policy({
        ...HOURLY,
        firstResponseWithin: { within: 'PT2H', clock: 'BUSINESS' },
        effectiveFrom: at('2026-01-01T00:00Z'),
      }),
    ).rejects.toMatchObject({ code: 'NO_WORKING_TIME', path: ['firstResponseWithin', 'within'] });
    await policy({ ...HOURLY, effectiveFrom: at('2026-01-01T00:00Z') });
    await ingest(database, id, [handOver('a', friday), handOver('late', friday + 7 * DAY)]);
    const found = await due();
    expect(found.a?.responseDueAt).toBe(iso(at('2026-03-30T10:00+02:00')));
    expect(found.late).toMatchObject({ policy: 'HOURLY@1', responseDueAt: null });
    await clean();
  });

  test('handoffs that no write opened are judged once, also those without a policy', async () => {
    await ingest(database, id, [
      handOver('a', friday, { source: 'web' }),
      handOver('b', friday),
      handOver('old', friday - DAY),
    ]);
    await policy(twoDays({ filter: { source: { in: ['web'] } }, effectiveFrom: friday }));
    await inWorkspace(database, id, (transaction) =>
      transaction.query(sql`DELETE FROM handoff_due WHERE workspace_id = ${id}::uuid`),
    );
    await rebuild(database, id);
    expect((await due()).a).toMatchObject({ policy: null, rows: 0 });
    expect(await judgeUnjudged(database, id, 1)).toBe(true);
    expect(await judgeUnjudged(database, id, 1)).toBe(true);
    expect(await judgeUnjudged(database, id, 1)).toBe(false);
    const found = await due();
    expect([found.a, found.b, found.old]).toMatchObject([
      { policy: 'TWO_DAYS@1', rows: 1 },
      { policy: null, rows: 1 },
      { rows: 0 },
    ]);
    await clean();
  });
});

describe('refusals', () => {
  test.each<[string, (string | number)[], Partial<CalendarInput>]>([
    ['INVALID_KEY', ['key'], { key: 'berlin' }],
    ['INVALID_TEXT', ['name'], { name: '  ' }],
    ['INVALID_TIME_ZONE', ['timeZone'], { timeZone: 'Berlin' }],
    ['NO_WORKING_TIME', ['hours'], { hours: [] }],
    ['NO_WORKING_TIME', ['hours'], { hours: [], days: [{ date: '2026-12-24', name: 'Eve', hours: [] }] }],
    ['INVALID_HOURS', ['hours', 0, 'to'], { hours: [{ weekday: 1, from: '09:00', to: '08:00' }] }],
    [
      'INVALID_HOURS',
      ['hours', 0, 'from'],
      {
        hours: [
          { weekday: 1, from: '11:00', to: '13:00' },
          { weekday: 1, from: '09:00', to: '12:00' },
        ],
      },
    ],
    ['UNKNOWN_COUNTRY', ['country'], { country: 'Germany' }],
    ['UNKNOWN_REGION', ['region'], { country: 'DE', region: 'XX' }],
    ['INVALID_DATE', ['days', 0, 'date'], { days: [{ date: '2026-02-30', name: 'x', hours: [] }] }],
    [
      'DUPLICATE_DATE',
      ['days', 1, 'date'],
      {
        days: [
          { date: '2026-02-03', name: 'x', hours: [] },
          { date: '2026-02-03', name: 'y', hours: [] },
        ],
      },
    ],
    [
      'INVALID_HOURS',
      ['days', 0, 'hours', 0, 'from'],
      { days: [{ date: '2026-02-03', name: 'x', hours: [{ from: '9', to: '10:00' }] }] },
    ],
  ])('of a calendar: %s at %j', async (code, path, over) => {
    await expect(calendar(over)).rejects.toMatchObject({ code, path });
  });

  const target = { within: 'PT1H', clock: 'CALENDAR' } as const;
  test.each<[string, (string | number)[], Partial<PolicyInput>]>([
    ['INVALID_KEY', ['key'], { key: '' }],
    ['INVALID_TEXT', ['name'], { name: null }],
    ['NO_TARGET', [], { firstResponseWithin: null }],
    ['DAYS_ON_BUSINESS_CLOCK', ['decisionWithin', 'within'], { decisionWithin: { within: 'P2D', clock: 'BUSINESS' } }],
    ['INVALID_DURATION', ['firstResponseWithin', 'within'], { firstResponseWithin: { ...target, within: '1h' } }],
    ['INVALID_DURATION', ['firstResponseWithin', 'dueSoon'], { firstResponseWithin: { ...target, dueSoon: 'PT1H' } }],
    [
      'MISSING_ASSIGNEE',
      ['firstResponseWithin', 'assignTo'],
      { firstResponseWithin: { ...target, onOverdue: 'REASSIGN' } },
    ],
    ['NEEDLESS_ASSIGNEE', ['firstResponseWithin', 'assignTo'], { firstResponseWithin: { ...target, assignTo: 'ann' } }],
    ['UNKNOWN_ATTRIBUTE', ['filter', 'tier'], { filter: { tier: { in: ['A'] } } }],
    ['INVALID_FILTER', ['filter', 'source'], { filter: { source: {} } }],
    ['UNKNOWN_CALENDAR', ['calendar'], { calendar: null }],
    ['UNKNOWN_CALENDAR', ['calendar'], { calendar: 'PARIS' }],
    ['UNKNOWN_CALENDAR', ['calendar'], { effectiveFrom: -1 }],
    ['INVALID_POSITION', ['position'], { position: 1.5 }],
    ['UNKNOWN_POLICY', ['key'], { key: 'OTHER', retired: true }],
  ])('of a policy: %s at %j', async (code, path, over) => {
    await calendar();
    await expect(policy({ ...HOURLY, ...over })).rejects.toMatchObject({ code, path });
  });
});

/* What the facts say is what judging every handoff by all versions gives, and at an earlier `knownAt` what they said. */
test('random versions of policies and calendars, in any order', { timeout: 300_000 }, async () => {
  const day = fc.integer({ min: 0, max: 30 }).map((days) => at('2026-03-01T00:00Z') + days * DAY);
  const step = fc.oneof(
    fc.record({
      what: fc.constant('calendar' as const),
      effectiveFrom: day,
      from: fc.constantFrom('08:00', '09:00', '11:00'),
    }),
    fc.record({
      what: fc.constant('policy' as const),
      key: fc.constantFrom('A', 'B'),
      effectiveFrom: day,
      hours: fc.integer({ min: 1, max: 30 }),
      source: fc.constantFrom('web', 'fair', null),
      position: fc.integer({ min: 1, max: 3 }),
    }),
    fc.record({ what: fc.constant('retire' as const), key: fc.constantFrom('A', 'B'), effectiveFrom: day }),
    fc.record({
      what: fc.constant('handover' as const),
      at: fc.array(day, { maxLength: 4 }),
      source: fc.constantFrom('web', 'fair'),
    }),
  );
  const property = fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 10 }), async (steps) => {
    id = await newWorkspace(database);
    await calendar();
    const told: [number, Record<string, DueRow>][] = [];
    for (const [index, each] of steps.entries()) {
      if (each.what === 'calendar') {
        const hours = WEEK.map(({ weekday, to }) => ({ weekday, from: each.from, to }));
        await calendar({ hours, effectiveFrom: each.effectiveFrom });
      } else if (each.what === 'policy') {
        const within = { within: `PT${each.hours}H`, clock: 'BUSINESS' } as const;
        const filter = each.source === null ? {} : { source: { in: [each.source] } };
        await policy({ ...HOURLY, ...each, filter, firstResponseWithin: within });
      } else if (each.what === 'retire') {
        await policy({ key: each.key, retired: true, effectiveFrom: each.effectiveFrom }).catch(
          (error: { code: string }) => {
            expect(error.code).toBe('UNKNOWN_POLICY');
          },
        );
      } else {
        await ingest(
          database,
          id,
          each.at.map((opened, n) => handOver(`${index}-${n}`, opened, { source: each.source })),
        );
      }
      told.push([await lastRecordedAt(), await due()]);
      const sla = await slaOf(database, id);
      for (const row of Object.values(await due())) {
        const { policyId, policyVersion, responseDueAt } = judge(sla, at(row.openedAt), { source: row.source });
        const key = sla.policies.find((version) => version.id === policyId)?.key;
        expect(row).toMatchObject({
          policy: key ? `${key}@${policyVersion}` : null,
          responseDueAt: responseDueAt === null ? null : iso(responseDueAt),
        });
      }
    }
    const withoutRows = (rows: Record<string, DueRow>) =>
      Object.entries(rows).map(([lead, { rows: _, ...row }]) => [lead, row]);
    for (const [knownAt, rows] of told) expect(withoutRows(await due(knownAt))).toEqual(withoutRows(rows));
    await clean();
    const before = await due();
    await rebuild(database, id);
    expect(await due()).toEqual(before);
  });
  await fc.assert(property, { numRuns: RUNS });
});
