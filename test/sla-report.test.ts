/* The SLA report from recording to answer, with numbers that a person can check; METRICS.md's examples B and C. */
import { readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { type Instant, type SlaFigures, type SlaQuestion, sla } from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createApiKey } from '../packages/api/src/access/api-key.js';
import { reportCommand } from '../packages/api/src/cli/report/report-command.js';
import { assignLead } from '../packages/api/src/commands/assign-lead.js';
import { ingest } from '../packages/api/src/commands/ingest.js';
import type { IngestUnit, LeadInput } from '../packages/api/src/commands/ingest-input.js';
import { setBusinessCalendar } from '../packages/api/src/commands/set-business-calendar.js';
import { setSlaPolicy } from '../packages/api/src/commands/set-sla-policy.js';
import { runReport } from '../packages/api/src/query/run-report.js';
import type { CalendarInput } from '../packages/api/src/sla/check-calendar.js';
import type { PolicyInput } from '../packages/api/src/sla/check-policy.js';
import { askingOf } from './support/ask.js';
import { describeDatabase, newWorkspace, openTestDatabase } from './support/database.js';
import { blocksOf } from './support/readme-blocks.js';
import { handOver } from './support/sla.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MARCH = { start: '2026-03-01', end: '2026-04-01' };

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
const policy = (input: Partial<PolicyInput>) =>
  setSlaPolicy(database, id, { key: 'P', name: 'Policy', effectiveFrom: 0, ...input });
const TWO_DAYS = { decisionWithin: { within: 'P2D', clock: 'CALENDAR' } } as const;
const ONE_HOUR = { firstResponseWithin: { within: 'PT1H', clock: 'CALENDAR' } } as const;
const calendar = (over: Partial<CalendarInput> = {}) =>
  setBusinessCalendar(database, id, {
    key: 'BERLIN',
    name: 'Berlin',
    timeZone: 'Europe/Berlin',
    hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '17:00' })),
    effectiveFrom: 0,
    ...over,
  });
const load = async (units: readonly IngestUnit[]) => {
  const { outcomes } = await ingest(database, id, units);
  expect(outcomes.flatMap(({ problems }) => problems)).toEqual([]);
};
const call = (lead: string, occurredAt: Instant): IngestUnit => ({
  activities: [{ externalId: `${lead}/call/${occurredAt}`, lead, type: 'CALL', occurredAt }],
});
const move = (lead: string, to: string, occurredAt: Instant, more: object = {}): IngestUnit => ({
  transitions: [{ externalId: `${lead}/${to}/${occurredAt}`, lead, to, occurredAt, ...more }],
});
const report = (question: Partial<SlaQuestion> = {}) =>
  runReport(database, id, sla, { period: MARCH, asOf: at('2026-05-01T00:00Z'), ...question });
const counts = ({ met, breached, overdue, pending }: SlaFigures['decision']) => [met, breached, overdue, pending];

/** Handed over on 2 March at noon, decided after so many days (undefined: not yet). */
const decided = (lead: string, days: number | undefined, attributes: Partial<LeadInput> = {}): IngestUnit[] => {
  const opened = at('2026-03-02T12:00Z');
  return [handOver(lead, opened, attributes), ...(days === undefined ? [] : [move(lead, 'SQL', opened + days * DAY)])];
};

describe(`worked examples (${describeDatabase()})`, () => {
  test('B: decided after 1, 2, 3 and 6 days with 2 allowed', async () => {
    await policy(TWO_DAYS);
    await load([1, 2, 3, 6].flatMap((days) => decided(`after ${days}`, days)));
    const { total } = await report();
    expect(total.handoffs).toBe(4);
    expect(total.decision).toMatchObject({
      ...{ met: 2, breached: 2, overdue: 0, pending: 0 },
      complianceRate: { value: 0.5, numerator: 2, denominator: 4 },
      ...{ meanDuration: 3 * 86_400, meanRatio: 1.5, verdict: 'SLIPPING' },
    });
    expect(total.firstResponse).toMatchObject({ met: 0, breached: 0, complianceRate: { value: null }, verdict: null });
    expect(total.replay).toBeNull();
  });

  test('B at earlier instants: pending until due, that instant included, then overdue at its age', async () => {
    await policy(TWO_DAYS);
    await load(decided('six', 6));
    const due = at('2026-03-04T12:00Z');
    const decision = async (asOf: Instant) => (await report({ asOf })).total.decision;
    expect(await decision(due)).toMatchObject({ pending: 1, overdue: 0, meanDuration: null, verdict: null });
    expect(await decision(due + 1)).toMatchObject({ pending: 0, overdue: 1, verdict: 'SLIPPING' });
    expect(await decision(due + 2 * DAY)).toMatchObject({ overdue: 1, meanDuration: 4 * 86_400, meanRatio: 2 });
    expect(await decision(due + 4 * DAY - 1)).toMatchObject({ overdue: 1, breached: 0 });
    expect(await decision(due + 4 * DAY)).toMatchObject({ overdue: 0, breached: 1, meanRatio: 3 });
    const handedOverLater = await report({ asOf: at('2026-03-02T11:59:59.999Z') });
    expect(handedOverLater.total.handoffs).toBe(0);
  });

  test('exactly as long as allowed, on the mean, is HOLDING', async () => {
    await policy(TWO_DAYS);
    await load([1, 1, 4].flatMap((days, index) => decided(`l${index}`, days)));
    expect((await report()).total.decision).toMatchObject({ meanRatio: 1, verdict: 'HOLDING', met: 2, breached: 1 });
  });

  describe('C, in a replay: an hour of Friday 27 March 16:30 in Berlin is over on Monday at 09:30', () => {
    const friday = at('2026-03-27T16:30+01:00');
    const monday = at('2026-03-30T09:30+02:00');
    const hour = [{ firstResponse: { clock: 'BUSINESS', within: 'PT1H' } }] as const;
    beforeEach(() => calendar());

    test.each([
      ['responded at that instant', 0, [1, 0, 0, 0]],
      ['a millisecond later', 1, [0, 1, 0, 0]],
    ] as const)('%s', async (_what, late, expected) => {
      await load([handOver('c', friday), call('c', monday + late)]);
      const { firstResponse, wasted } = (await report({ replay: hour })).total.replay!;
      expect(counts(firstResponse)).toEqual(expected);
      expect(firstResponse.meanDuration).toBe(3_600 + late / 1_000);
      expect(wasted).toBe(late);
    });

    test('not responded to: pending at that instant, overdue after it, and the clock stands still at night', async () => {
      await load([handOver('c', friday)]);
      const replayed = async (asOf: Instant) => (await report({ asOf, replay: hour })).total.replay!.firstResponse;
      expect(counts(await replayed(monday))).toEqual([0, 0, 0, 1]);
      expect(await replayed(monday + 1)).toMatchObject({ overdue: 1, verdict: 'SLIPPING' });
      expect(await replayed(at('2026-03-30T23:00+02:00'))).toMatchObject({ overdue: 1, meanRatio: 8.5 });
    });

    test('the version in force when it opened decides, also for the time that passes later', async () => {
      await calendar({
        hours: [{ weekday: 1, from: '09:00', to: '09:10' }],
        effectiveFrom: friday + 1,
      });
      await load([handOver('before', friday), handOver('after', friday + 1)]);
      const { firstResponse } = (await report({ asOf: monday + 2, replay: hour })).total.replay!;
      expect(counts(firstResponse)).toEqual([0, 0, 1, 1]);
    });
  });
});

describe('by owner', () => {
  test('a handoff belongs to its owner at the decision, an open one to its owner at asOf', async () => {
    await policy(TWO_DAYS);
    await load([...decided('a', 1, { owner: 'ann' }), ...decided('b', 6, { owner: 'ann' })]);
    await load(decided('open', undefined, { owner: 'ann' }));
    const opened = at('2026-03-02T12:00Z');
    const assign = (externalId: string, owner: string | null, occurredAt: Instant) =>
      assignLead(database, id, { lead: { externalId }, owner, occurredAt });
    await assign('b', 'bob', opened + 2 * DAY);
    await assign('b', 'eve', opened + 7 * DAY);
    await assign('open', 'bob', opened + 3 * DAY);
    await assign('open', null, opened + 8 * DAY);
    const byOwner = async (asOf: Instant) =>
      (await report({ by: ['owner'], asOf })).groups.map(({ keys, figures: { decision } }) => [
        keys[0],
        counts(decision),
        decision.verdict,
      ]);
    expect(await byOwner(opened + 30 * DAY)).toEqual([
      ['ann', [1, 0, 0, 0], 'HOLDING'],
      ['bob', [0, 1, 0, 0], 'SLIPPING'],
      [null, [0, 0, 1, 0], 'SLIPPING'],
    ]);
    expect(await byOwner(opened + 4 * DAY)).toEqual([
      ['bob', [0, 0, 2, 0], 'SLIPPING'],
      ['ann', [1, 0, 0, 0], 'HOLDING'],
    ]);
  });
});

describe('first response', () => {
  test('wasted, never worked, and what came of it by time to response', async () => {
    await policy(ONE_HOUR);
    const opened = at('2026-03-02T12:00Z');
    const responded = (lead: string, hours: number | null): IngestUnit[] => [
      handOver(lead, opened),
      ...(hours === null ? [] : [call(lead, opened + hours * HOUR)]),
    ];
    await load([
      ...responded('hour', 1),
      ...responded('hours', 3),
      ...responded('day', 24),
      ...responded('later', 25),
      ...responded('never', null),
      ...responded('decided', null),
      move('hour', 'SQL', opened + 2 * DAY),
      move('day', 'CUSTOMER', opened + 9 * DAY),
      move('later', 'LEAD', opened + 9 * DAY, { kind: 'REJECTED', reason: 'no' }),
      // A later passage that goes better is no outcome of this one.
      move('later', 'MQL', at('2026-04-10T00:00Z')),
      move('later', 'SQL', at('2026-04-11T00:00Z')),
      move('decided', 'SQL', opened + HOUR / 2),
    ]);
    const { total } = await report();
    expect(counts(total.firstResponse)).toEqual([2, 3, 1, 0]);
    expect(total).toMatchObject({ handoffs: 6, wasted: 4, neverWorked: 1 });
    const outcomes = (figures: SlaFigures) =>
      figures.outcomes.map(({ band, within, handoffs, sqlRate, customerRate }) => [
        ...[band, within, handoffs, sqlRate.numerator, customerRate.numerator],
      ]);
    expect(outcomes(total)).toEqual([
      ['WITHIN', 3_600, 2, 2, 0],
      ['WITHIN', 86_400, 2, 1, 1],
      ['LATER', null, 1, 0, 0],
      ['NEVER', null, 1, 0, 0],
    ]);
    expect(total.outcomes[1]?.sqlRate).toMatchObject({ value: 0.5, denominator: 2 });
    const { total: other } = await report({ responseBands: [HOUR - 1, 2 * DAY] });
    expect(outcomes(other).map(([, , handoffs]) => handoffs)).toEqual([1, 4, 0, 1]);
  });
});

describe('wasted cost', () => {
  const opened = at('2026-03-02T12:00Z');
  const spent = (externalId: string, amount: string, more: object = {}): IngestUnit => ({
    costs: [{ externalId, amount, currency: 'EUR', from: MARCH.start, to: MARCH.end, category: 'media', ...more }],
  });

  beforeEach(async () => {
    await policy(ONE_HOUR);
    await load([
      ...['a', 'b'].map((lead) => handOver(lead, opened, { source: 'web', owner: 'ann' })),
      handOver('c', opened, { source: 'fair' }),
      call('c', opened + HOUR),
    ]);
  });

  test('is the wasted share of the spend, rounded once', async () => {
    await load([
      spent('1', '80.00', { source: 'web' }),
      spent('2', '20.01'),
      spent('s', '999', { costScope: 'SALES' }),
    ]);
    const answer = await report({ by: ['source'] });
    // Two of three: 66.673̅. Two times the cost per MQL as shown, 33.34, would be 66.68.
    expect(answer.total).toMatchObject({ wasted: 2, wastedCost: '66.67' });
    expect(answer.groups.map(({ keys, figures }) => [keys[0], figures.wastedCost])).toEqual([
      ['web', '80.00'],
      ['fair', '0.00'],
    ]);
    expect((await report({ filter: { source: { in: ['web'] } } })).total.wastedCost).toBe('80.00');
  });

  test('is not known where nobody entered MQL, nor by what cost does not carry', async () => {
    await load([spent('1', '90.00')]);
    const answer = await report({ by: ['owner'], grain: 'WEEK' });
    expect(answer.total.wastedCost).toBe('60.00');
    expect(answer.groups.map(({ figures }) => figures.wastedCost)).toEqual([null, null]);
    expect((await report({ filter: { owner: { in: ['ann'] } } })).total.wastedCost).toBeNull();
    expect(answer.series.map(({ figures }) => figures.wastedCost)).toEqual([null, '13.55', null, null, null, null]);
    expect((await report({ by: ['source'] })).groups.map(({ figures }) => figures.wastedCost)).toEqual([
      '0.00',
      '0.00',
    ]);
  });
});

describe('what was known', () => {
  test('before a policy was corrected the report tells the old, also of its clock', async () => {
    await calendar();
    await policy(TWO_DAYS);
    await load([...decided('a', 1), ...decided('b', 3), ...decided('c', undefined)]);
    const before = await report({ grain: 'WEEK' });
    expect(counts(before.total.decision)).toEqual([1, 1, 1, 0]);
    const within = { within: 'PT30H', clock: 'BUSINESS' } as const;
    await policy({ decisionWithin: within, calendar: 'BERLIN' });
    const after = await report({ grain: 'WEEK' });
    // Opened on Monday at 13:00 in Berlin: 30 working hours are over on Friday at 11:00, after 94 hours.
    expect(counts(after.total.decision)).toEqual([2, 0, 1, 0]);
    expect(after.statistics.sources).toContain('FACT');
    const then = await report({ grain: 'WEEK', knownAt: before.knownAt });
    expect(then.statistics.sources).toEqual(['RECORD']);
    expect({ ...then, statistics: null }).toEqual({ ...before, statistics: null });
  });
});

describe('a replay', () => {
  test('stands beside the policy in force, and judges what no policy did', async () => {
    await policy({ ...TWO_DAYS, effectiveFrom: at('2026-03-02T12:00Z') + 1 });
    await load([...decided('a', 1, { source: 'web' }), ...decided('b', 3), ...decided('c', 3, { source: 'web' })]);
    const web = { filter: { source: { in: ['web'] } }, decision: { clock: 'CALENDAR', within: 'P1D' } } as const;
    const { total } = await report({ replay: [web] });
    expect(counts(total.decision)).toEqual([0, 0, 0, 0]);
    expect(counts(total.replay!.decision)).toEqual([1, 1, 0, 0]);
    expect(total.replay!.decision).toMatchObject({ meanDuration: 2 * 86_400, meanRatio: 2 });
    const rest = { decision: { clock: 'CALENDAR', within: 'P5D' } } as const;
    const both = await report({ replay: [web, rest], by: ['source'] });
    expect(counts(both.total.replay!.decision)).toEqual([2, 1, 0, 0]);
    expect(both.groups.map(({ keys, figures }) => [keys[0], counts(figures.replay!.decision)])).toEqual([
      ['web', [1, 1, 0, 0]],
      [null, [1, 0, 0, 0]],
    ]);
    const first = await report({ replay: [{ ...web, decision: undefined, firstResponse: rest.decision }, rest] });
    expect(counts(first.total.replay!.decision)).toEqual([1, 0, 0, 0]);
    const byAccount = { ...web, filter: { account: { in: [null] }, region: { in: [null] }, owner: { in: [null] } } };
    expect(counts((await report({ replay: [byAccount] })).total.replay!.decision)).toEqual([1, 2, 0, 0]);
  });

  test('under a calendar that runs out, what is never due has no target, as in force', async () => {
    await calendar({
      hours: [],
      days: [{ date: '2026-03-03', name: 'Fair', hours: [{ from: '09:00', to: '11:00' }] }],
    });
    const target = { within: 'PT2H', clock: 'BUSINESS' } as const;
    await policy({ firstResponseWithin: target, calendar: 'BERLIN', effectiveFrom: at('2026-01-01T00:00Z') });
    const fair = at('2026-03-03T09:00+01:00');
    await load([handOver('in time', fair), handOver('too late', fair + 1), call('too late', fair + HOUR)]);
    for (const asOf of [fair + HOUR, fair + 2 * HOUR, fair + 2 * HOUR + 1, fair + 90 * DAY]) {
      const { total } = await report({ asOf, replay: [{ firstResponse: target }] });
      expect(counts(total.firstResponse)).toEqual([0, 0, ...(asOf > fair + 2 * HOUR ? [1, 0] : [0, 1])]);
      expect(total.replay!.firstResponse).toEqual(total.firstResponse);
    }
  });

  test('takes the calendar that is named, else the first that was defined', async () => {
    await calendar({ key: 'ZURICH', hours: [{ weekday: 1, from: '12:00', to: '13:00' }] });
    await calendar({
      key: 'ALWAYS',
      hours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '00:00', to: '24:00' })),
    });
    await load([handOver('a', at('2026-03-02T12:00+01:00'))]);
    const target = { firstResponse: { clock: 'BUSINESS', within: 'PT1H' } } as const;
    const ratio = async (more: object) =>
      (await report({ asOf: at('2026-03-16T12:00+01:00'), replay: [{ ...target, ...more }] })).total.replay!
        .firstResponse.meanRatio;
    expect(await ratio({})).toBe(2);
    expect(await ratio({ calendar: 'ALWAYS' })).toBe(14 * 24);
  });
});

describe('refusals', () => {
  const target = { clock: 'CALENDAR', within: 'PT1H' } as const;
  const business = { clock: 'BUSINESS', within: 'PT1H' } as const;
  test.each<[string, (string | number)[], Partial<SlaQuestion>]>([
    ['INVALID_BANDS', ['responseBands'], { responseBands: [] }],
    ['INVALID_BANDS', ['responseBands'], { responseBands: Array.from({ length: 21 }, (_, index) => index + 1) }],
    ['INVALID_BANDS', ['responseBands', 0], { responseBands: [0] }],
    ['INVALID_BANDS', ['responseBands', 1], { responseBands: [HOUR, HOUR] }],
    ['INVALID_REPLAY', ['replay'], { replay: [] }],
    ['NO_TARGET', ['replay', 1], { replay: [{ decision: target }, {}] }],
    ['INVALID_DURATION', ['replay', 0, 'decision', 'within'], { replay: [{ decision: { ...target, within: '1h' } }] }],
    [
      'DAYS_ON_BUSINESS_CLOCK',
      ['replay', 0, 'firstResponse', 'within'],
      { replay: [{ firstResponse: { ...business, within: 'P1D' } }] },
    ],
    ['NO_CALENDAR', ['replay', 0, 'calendar'], { replay: [{ decision: business }] }],
    ['UNKNOWN_CALENDAR', ['replay', 0, 'calendar'], { replay: [{ decision: target, calendar: 'PARIS' }] }],
    [
      'UNKNOWN_ATTRIBUTE',
      ['replay', 0, 'filter', 'tier'],
      { replay: [{ decision: target, filter: { tier: { in: [] } } }] },
    ],
    ['INVALID_FILTER', ['replay', 0, 'filter', 'source'], { replay: [{ decision: target, filter: { source: {} } }] }],
  ])('%s at %j', async (code, path, question) => {
    await expect(report(question)).rejects.toMatchObject({ code, path });
  });

  test('working hours over thousands of years', async () => {
    await calendar();
    await policy({ firstResponseWithin: business, calendar: 'BERLIN' });
    await expect(report({ asOf: at('8000-01-01T00:00Z') })).rejects.toMatchObject({ code: 'PERIOD_TOO_LONG' });
  });
});

describe('the page about it', () => {
  const [, section = ''] = readFileSync('docs/sla.md', 'utf8').split('## The report');
  const blocks = blocksOf(section);
  const blockOf = (language: string) => blocks.find((block) => block.language === language)!.body;
  let key: string;
  beforeEach(async () => {
    key = `Bearer ${await createApiKey(database, id, { name: 'test', scopes: ['reports:read'] })}`;
    await policy(TWO_DAYS);
    await load([1, 2, 3, 6].flatMap((days) => decided(`after ${days}`, days)));
  });

  test('shows what is answered', async () => {
    const { text } = await askingOf(database)(blockOf('graphql'), key);
    const { extensions: _, ...answer } = JSON.parse(text) as Record<string, unknown>;
    expect(answer).toEqual(JSON.parse(blockOf('json')));
  });

  test('shows a command that there is', async () => {
    const output = new PassThrough();
    const command = reportCommand({
      withWorkspace: (_name, work) => work(database, { id, name: 'Acme' }),
      output,
      environment: {},
    });
    await calendar();
    const [, ...words] = blockOf('sh').split(' ');
    await command.parseAsync(words.slice(1), { from: 'user' });
    const text = String(output.read());
    expect(text).toMatch(/^decision +2 +2 +0 +0 +50\.0 % .* 3\.0 d +150\.0 % +slipping$/m);
    // Monday 13:00 in Berlin: nobody called within an hour, and the first decision came after 8.
    expect(text).toMatch(/^replay: first response +0 +4 +0 +0 +0\.0 %/m);
  });

  test('every figure, and what is wrong is told where it stands', async () => {
    const ask = (input: string, fields: string) =>
      askingOf(database)(
        `{ sla(input: { period: { start: "2026-03-01", end: "2026-04-01" } ${input} }) { ${fields} } }`,
        key,
      );
    await load([
      {
        costs: [
          { externalId: '1', amount: '40.00', currency: 'EUR', from: '2026-03-01', to: '2026-04-01', category: 'x' },
        ],
      },
    ]);
    await policy({ ...TWO_DAYS, ...ONE_HOUR });
    const { data } = await ask(
      'by: ["owner"] responseBands: ["PT30H"]',
      `total { wasted neverWorked wastedCost { amount currency } outcomes { band within handoffs sqlRate { numerator } } replay { wasted } }
       groups { keys { value } figures { wastedCost { amount } } }`,
    );
    expect(data).toEqual({
      sla: {
        total: {
          ...{ wasted: 4, neverWorked: 0, wastedCost: { amount: '40.00', currency: 'EUR' }, replay: null },
          outcomes: [
            { band: 'WITHIN', within: 108_000, handoffs: 1, sqlRate: { numerator: 1 } },
            { band: 'LATER', within: null, handoffs: 3, sqlRate: { numerator: 3 } },
            { band: 'NEVER', within: null, handoffs: 0, sqlRate: { numerator: 0 } },
          ],
        },
        groups: [{ keys: [{ value: null }], figures: { wastedCost: null } }],
      },
    });
    const { text } = await ask('replay: [{ decision: { within: "1h", clock: CALENDAR } }]', 'total { handoffs }');
    expect(JSON.parse(text).errors[0].extensions).toMatchObject({
      ...{ code: 'INVALID_DURATION', argumentPath: ['input', 'replay', 0, 'decision', 'within'] },
    });
  });
});
