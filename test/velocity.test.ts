/* Time in stage and time to reach by hand, from recording to answer, with numbers that a person can check. */
import { type TimeInStage, type VelocityFigures, type VelocityQuestion, velocity } from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApiKey } from '../packages/api/src/access/api-key.js';
import { assignLead } from '../packages/api/src/commands/assign-lead.js';
import { ingest } from '../packages/api/src/commands/ingest.js';
import type { IngestUnit, LeadInput } from '../packages/api/src/commands/ingest-input.js';
import { defineStage } from '../packages/api/src/commands/ladder/define-stage.js';
import { retireStage } from '../packages/api/src/commands/ladder/retire-stage.js';
import { mergeLeads } from '../packages/api/src/commands/merge-leads.js';
import { setBusinessCalendar } from '../packages/api/src/commands/set-business-calendar.js';
import { voidTransition } from '../packages/api/src/commands/void-transition.js';
import { runReport } from '../packages/api/src/query/run-report.js';
import { askingOf } from './support/ask.js';
import { describeDatabase, newWorkspace, openTestDatabase } from './support/database.js';
import { finishJob } from './support/ladder.js';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database?.close());

const DAY = 86_400;
/** Noon of a day of January 2026, UTC; the 5th is a Monday. */
const noon = (day: number) => Date.UTC(2026, 0, day, 12);
const JANUARY = { start: '2026-01-01', end: '2026-02-01' };

type Step = readonly [to: string | null, at: number];

function lead(name: string, createdAt: number, steps: readonly Step[], more: Partial<LeadInput> = {}): IngestUnit {
  return {
    lead: { externalId: name, createdAt, ...more },
    transitions: steps.map(([to, occurredAt], index) => ({
      ...{ externalId: `${name}/${index}`, lead: name, to, occurredAt },
      ...(to === null ? { reason: 'no need' } : {}),
    })),
  };
}

/** @returns when it was recorded */
async function store(id: string, ...units: readonly IngestUnit[]): Promise<number> {
  const { outcomes, recordedAt } = await ingest(database, id, units);
  expect(outcomes.filter(({ status }) => status === 'REJECTED')).toEqual([]);
  return recordedAt!;
}

async function workspaceOf(...units: readonly IngestUnit[]): Promise<string> {
  const id = await newWorkspace(database);
  await store(id, ...units);
  return id;
}

function ask(id: string, question: Partial<VelocityQuestion> = {}) {
  return runReport(database, id, velocity, { period: JANUARY, asOf: noon(20), ...question });
}

async function stays(id: string, stage: string, question: Partial<VelocityQuestion> = {}): Promise<TimeInStage> {
  return (await ask(id, { ...question, timeInStage: [stage] })).total.timeInStage[0]!;
}

const counts = ({ count, ended, open }: TimeInStage) => [count, ended, open];
const days = (stay: TimeInStage) => {
  const inDays = (seconds: number | null) => (seconds === null ? null : seconds / DAY);
  const { median, p75, p90, mean, meanOfEnded, openMedian, openLongest } = stay;
  return Object.fromEntries(
    Object.entries({ median, p75, p90, mean, meanOfEnded, openMedian, openLongest }).map(([name, value]) => [
      name,
      inDays(value),
    ]),
  );
};

describe(`time in stage, ${describeDatabase()}`, () => {
  let id: string;
  beforeAll(async () => {
    id = await workspaceOf(
      lead(
        'up',
        noon(5),
        [
          ['MQL', noon(5)],
          ['SQL', noon(7)],
        ],
        { source: 'web', owner: 'ann' },
      ),
      lead(
        'back',
        noon(6),
        [
          ['MQL', noon(6)],
          ['LEAD', noon(10)],
        ],
        { source: 'web' },
      ),
      lead('stuck', noon(8), [['MQL', noon(8)]], { source: 'ads', account: 'acme' }),
      lead(
        'again',
        noon(9),
        [
          ['MQL', noon(9)],
          ['MQL', noon(11)],
          [null, noon(17)],
        ],
        { attributes: { tier: 'x' } },
      ),
      lead('skips', noon(5), [
        ['LEAD', noon(5)],
        ['SQL', noon(6)],
      ]),
      lead('later', noon(5), [
        ['LEAD', noon(5)],
        ['MQL', noon(21)],
      ]),
      lead('before', noon(5), [
        ['MQL', Date.UTC(2025, 11, 31)],
        ['SQL', noon(5)],
      ]),
    );
  });

  it('counts stays of 2, 2, 4 and 6 days, and one still open after 12', async () => {
    const mql = await stays(id, 'MQL');
    expect(counts(mql)).toEqual([5, 4, 1]);
    // S falls to 3/5, 2/5, 1/5.
    const expected = { median: 4, p75: 6, p90: null, mean: null, meanOfEnded: 3.5, openMedian: 12, openLongest: 12 };
    expect(days(mql)).toEqual(expected);
    const classes = mql.histogram.filter(({ ended, open }) => ended + open > 0);
    expect(classes).toEqual([
      { from: 2 * DAY, to: 3 * DAY, ended: 2, open: 0 },
      { from: 3 * DAY, to: 7 * DAY, ended: 2, open: 0 },
      { from: 7 * DAY, to: 14 * DAY, ended: 0, open: 1 },
    ]);
    expect(mql.histogram).toHaveLength(13);
  });

  it('cuts stays off at asOf; what happens at that very instant has happened', async () => {
    const mql = await stays(id, 'MQL', { asOf: noon(10) });
    // Ended after 2 and 4 days, open after 2 and 1: S is 2/3 from 2 days on, 0 from 4.
    expect(counts(mql)).toEqual([4, 2, 2]);
    expect(days(mql)).toMatchObject({ median: 4, p90: 4, meanOfEnded: 3, openMedian: 1.5, openLongest: 2 });
    expect(mql.mean).toBeCloseTo((2 + (2 * 2) / 3) * DAY, 6);
    expect(counts(await stays(id, 'MQL', { asOf: noon(10) - 1 }))).toEqual([4, 1, 3]);
  });

  it('dates a stay by its beginning, and has counts of parts add up', async () => {
    const answer = await ask(id, { timeInStage: ['SQL', 'mql', 'MQL'], grain: 'WEEK', by: ['source'] });
    const ofMql = ({ timeInStage }: VelocityFigures) => counts(timeInStage[1]!);
    expect(answer.total.timeInStage.map((each) => each.stage.key)).toEqual(['SQL', 'MQL']);
    expect(answer.series.map(({ period, figures }) => [period.start, ...ofMql(figures)])).toEqual([
      ['2026-01-01', 0, 0, 0],
      ['2026-01-05', 5, 4, 1],
      ['2026-01-12', 0, 0, 0],
      ['2026-01-19', 0, 0, 0],
      ['2026-01-26', 0, 0, 0],
    ]);
    expect(Object.fromEntries(answer.groups.map(({ keys, figures }) => [keys[0], ofMql(figures)]))).toEqual({
      web: [2, 2, 0],
      ads: [1, 0, 1],
      null: [2, 2, 0],
    });
  });

  it.each([
    ['owner', 'ann', [1, 1, 0]],
    ['account', 'acme', [1, 0, 1]],
    ['tier', 'x', [2, 2, 0]],
  ])('filters by %s', async (attribute, value, expected) => {
    expect(counts(await stays(id, 'MQL', { filter: { [attribute]: { in: [value] } } }))).toEqual(expected);
  });

  it('is empty where nobody stayed, and absent where nobody asked', async () => {
    expect(await stays(id, 'CUSTOMER')).toMatchObject({ count: 0, median: null, mean: null, openLongest: null });
    expect((await ask(id)).total.timeInStage).toEqual([]);
  });
});

it('transitions at one instant count in the order in which they were recorded', async () => {
  const id = await workspaceOf(
    lead('up', noon(5), [
      ['MQL', noon(5)],
      ['SQL', noon(5)],
    ]),
  );
  expect(await stays(id, 'MQL')).toMatchObject({ ended: 1, open: 0, median: 0 });
  expect(counts(await stays(id, 'SQL'))).toEqual([1, 0, 1]);
  await store(id, { transitions: [{ externalId: 'more', lead: 'up', to: 'MQL', occurredAt: noon(5) }] });
  expect(await stays(id, 'MQL')).toMatchObject({ ended: 1, open: 1, median: 0, p75: null });
  expect(counts(await stays(id, 'SQL'))).toEqual([1, 1, 0]);
});

describe('a lead that no transition brought into a stage', () => {
  it('stands in the first stage since its creation, until it leaves the ladder', async () => {
    const id = await workspaceOf(
      lead('new', noon(5), []),
      lead('refused', noon(6), [[null, noon(9)]]),
      lead('refused at once', noon(6), [[null, noon(6)]]),
      lead('moved', noon(7), [['LEAD', noon(8)]]),
      lead('known as contact', noon(3), [
        ['CONTACT', noon(4)],
        ['LEAD', noon(5)],
      ]),
    );
    const contact = await stays(id, 'CONTACT');
    expect(counts(contact)).toEqual([4, 3, 1]);
    expect(days(contact)).toMatchObject({ median: 1, p75: 3, p90: null, openLongest: 15 });
    // Known of later, a transition takes the entry at creation away, whatever asOf.
    expect(counts(await stays(id, 'CONTACT', { asOf: noon(7) }))).toEqual([4, 2, 2]);
  });
});

describe('stays as they were known', () => {
  it('are of one log once two records are one lead', async () => {
    const id = await workspaceOf(lead('x', noon(5), [['MQL', noon(5)]], { source: 'web' }));
    const before = await store(
      id,
      lead(
        'y',
        noon(8),
        [
          ['SQL', noon(8)],
          ['MQL', noon(9)],
        ],
        { source: 'ads' },
      ),
    );
    await mergeLeads(database, id, { lead: { externalId: 'x' }, into: { externalId: 'y' } });
    expect(days(await stays(id, 'MQL'))).toMatchObject({ meanOfEnded: 3, openLongest: 11 });
    expect(counts(await stays(id, 'MQL', { knownAt: before }))).toEqual([2, 0, 2]);
    const web = { filter: { source: { in: ['web'] } } };
    expect(counts(await stays(id, 'MQL', web))).toEqual([0, 0, 0]);
    expect(counts(await stays(id, 'MQL', { ...web, knownAt: before }))).toEqual([1, 0, 1]);
  });

  it('are of one log where the last of three records was merged twice', async () => {
    const id = await workspaceOf(
      lead('x', noon(5), [['MQL', noon(5)]]),
      lead('y', noon(6), []),
      lead('z', noon(7), [['MQL', noon(8)]]),
    );
    expect(counts(await stays(id, 'CONTACT'))).toEqual([1, 0, 1]);
    await mergeLeads(database, id, { lead: { externalId: 'x' }, into: { externalId: 'y' } });
    expect(counts(await stays(id, 'CONTACT'))).toEqual([0, 0, 0]);
    await mergeLeads(database, id, { lead: { externalId: 'y' }, into: { externalId: 'z' } });
    expect(days(await stays(id, 'MQL'))).toMatchObject({ meanOfEnded: 3, openLongest: 12 });
  });

  it('pass over a transition from when it was voided, whichever end of a stay it is', async () => {
    const id = await newWorkspace(database);
    const before = await store(
      id,
      lead('z', noon(5), [
        ['MQL', noon(5)],
        ['SQL', noon(6)],
        ['QSO', noon(8)],
      ]),
    );
    await voidTransition(database, id, { externalId: 'z/1', reason: 'mistake' });
    expect(days(await stays(id, 'MQL'))).toMatchObject({ meanOfEnded: 3 });
    expect(counts(await stays(id, 'SQL'))).toEqual([0, 0, 0]);
    expect(days(await stays(id, 'MQL', { knownAt: before }))).toMatchObject({ meanOfEnded: 1 });
    expect(counts(await stays(id, 'SQL', { knownAt: before }))).toEqual([1, 1, 0]);
  });

  it('belong to the owner as known', async () => {
    const id = await newWorkspace(database);
    const before = await store(id, lead('z', noon(5), [['MQL', noon(5)]], { owner: 'ann' }));
    await assignLead(database, id, { lead: { externalId: 'z' }, owner: 'bob', occurredAt: noon(9) });
    const owners = async (knownAt?: number) =>
      (await ask(id, { by: ['owner'], timeInStage: ['MQL'], ...(knownAt === undefined ? {} : { knownAt }) })).groups
        .filter(({ figures }) => figures.timeInStage[0]!.count > 0)
        .map(({ keys }) => keys[0]);
    expect(await owners()).toEqual(['bob']);
    expect(await owners(before)).toEqual(['ann']);
  });
});

it('a stage that the ladder of the day does not have is no entry, but ends a stay', async () => {
  const id = await newWorkspace(database);
  await defineStage(database, id, {
    ...{ key: 'SAL', name: 'Sales accepted', team: 'SALES', after: 'MQL', effectiveFrom: 0 },
  });
  await finishJob(database, id);
  await store(
    id,
    lead('then', noon(5), [
      ['MQL', noon(5)],
      ['SAL', noon(8)],
      ['SQL', noon(9)],
    ]),
    lead('now', noon(5), [
      ['MQL', noon(5)],
      ['SAL', noon(13)],
      ['SQL', noon(15)],
    ]),
  );
  await retireStage(database, id, { key: 'SAL', effectiveFrom: noon(7) });
  await finishJob(database, id);
  await defineStage(database, id, {
    ...{ key: 'SAL', name: 'Sales accepted', team: 'SALES', after: 'MQL', effectiveFrom: noon(12) },
  });
  await finishJob(database, id);
  expect(days(await stays(id, 'MQL'))).toMatchObject({ median: 3, p75: 8 });
  expect(days(await stays(id, 'SAL'))).toMatchObject({ median: 2, p90: 2 });
  expect(counts(await stays(id, 'SAL'))).toEqual([1, 1, 0]);
  expect(days(await stays(id, 'SAL', { ladder: 'TODAY' }))).toMatchObject({ median: 1, p75: 2, mean: 1.5 });
});

describe('the business clock', () => {
  const weekdays = (from: string, to: string) => [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from, to }));
  const office = { key: 'OFFICE', name: 'Office', timeZone: 'UTC', hours: weekdays('09:00', '17:00') };
  const HOUR = 3_600;
  let id: string;
  let uncalendared: number;
  beforeAll(async () => {
    id = await newWorkspace(database);
    uncalendared = await store(
      id,
      // Tuesday 16:00 to Wednesday 11:00: one hour under the first version, two under the second.
      lead('swift', noon(6), [
        ['LEAD', Date.UTC(2026, 0, 6, 16)],
        ['MQL', Date.UTC(2026, 0, 7, 11)],
      ]),
      // Over a weekend: Friday noon to Monday 10:30 is an hour and a half, since Friday ends at noon by then.
      lead('weekend', noon(9), [
        ['LEAD', noon(9)],
        ['MQL', Date.UTC(2026, 0, 12, 10, 30)],
      ]),
    );
    await setBusinessCalendar(database, id, { ...office, effectiveFrom: Date.UTC(2026, 0, 1) });
    await setBusinessCalendar(database, id, {
      ...{ ...office, hours: weekdays('09:00', '12:00'), effectiveFrom: Date.UTC(2026, 0, 7) },
    });
    await setBusinessCalendar(database, id, {
      ...{
        ...office,
        key: 'ALWAYS',
        name: 'Always',
        hours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '00:00', to: '24:00' })),
      },
      effectiveFrom: Date.UTC(2026, 0, 1),
    });
  });

  it('counts each moment by the version in force at it', async () => {
    const { total, businessCalendar } = await ask(id, { to: 'MQL', clock: 'BUSINESS' });
    expect(businessCalendar).toBe('OFFICE');
    expect(total).toMatchObject({ count: 2, mean: 2.25 * HOUR, median: 2.25 * HOUR, p75: 2.625 * HOUR });
    const stay = await stays(id, 'LEAD', { to: 'MQL', clock: 'BUSINESS', calendar: 'OFFICE' });
    expect(stay).toMatchObject({ count: 2, ended: 2, median: 1.5 * HOUR, p75: 3 * HOUR, mean: 2.25 * HOUR });
    // From Wednesday 7 January 11:00 to Tuesday the 20th noon: 1 h and nine mornings of 3 h.
    expect(await stays(id, 'MQL', { to: 'MQL', clock: 'BUSINESS' })).toMatchObject({ open: 2, openLongest: 28 * HOUR });
  });

  it('that never stops is the wall clock', async () => {
    const figures = async (question: Partial<VelocityQuestion>) =>
      (await ask(id, { to: 'MQL', timeInStage: ['LEAD', 'MQL'], ...question })).total;
    expect(await figures({ clock: 'BUSINESS', calendar: 'ALWAYS' })).toEqual(await figures({ clock: 'CALENDAR' }));
  });

  it('agrees with worked example C: Friday 16:30 to Monday 09:30 across the change to summer time is an hour', async () => {
    const berlin = await workspaceOf(
      lead('c', Date.UTC(2026, 2, 27), [
        ['LEAD', Date.UTC(2026, 2, 27, 15, 30)],
        ['MQL', Date.UTC(2026, 2, 30, 7, 30)],
      ]),
    );
    await setBusinessCalendar(database, berlin, { ...office, timeZone: 'Europe/Berlin' });
    const question = { period: { start: '2026-03-01', end: '2026-04-01' }, asOf: Date.UTC(2026, 4, 1), to: 'MQL' };
    expect((await ask(berlin, { ...question, clock: 'BUSINESS' })).total).toMatchObject({ count: 1, mean: HOUR });
  });

  it('is negative where the later stage came first', async () => {
    const own = await newWorkspace(database);
    await defineStage(database, own, {
      ...{ key: 'SAL', name: 'Sales accepted', team: 'SALES', after: 'MQL', effectiveFrom: noon(7) },
    });
    await finishJob(database, own);
    // SQL at Tuesday noon, before there was a SAL; SAL at Thursday 11:00.
    await store(
      own,
      lead('l', noon(6), [
        ['SQL', noon(6)],
        ['SAL', Date.UTC(2026, 0, 8, 11)],
      ]),
    );
    await setBusinessCalendar(database, own, { ...office, effectiveFrom: 0 });
    const { total } = await ask(own, { from: 'SAL', to: 'SQL', clock: 'BUSINESS' });
    expect(total).toMatchObject({ count: 1, median: -(5 + 8 + 2) * HOUR });
    expect(total.histogram[0]).toMatchObject({ count: 1 });
  });

  it.each<[Partial<VelocityQuestion>, object]>([
    [
      { clock: 'BUSINESS', calendar: 'NIGHTS' },
      { code: 'UNKNOWN_CALENDAR', path: ['calendar'], expected: 'OFFICE, ALWAYS' },
    ],
    [{ calendar: 'OFFICE' }, { code: 'INVALID_CALENDAR', path: ['calendar'] }],
    [
      { clock: 'BUSINESS', asOf: Date.UTC(2150, 0) },
      { code: 'INVALID_INSTANT', path: ['asOf'] },
    ],
    [{ timeInStage: ['MQL', 'NONE'] }, { code: 'UNKNOWN_STAGE', path: ['timeInStage', 1] }],
    [{ from: 'CUSTOMER' }, { code: 'INVALID_STAGES', path: ['from'] }],
    [{ to: 'LEAD' }, { code: 'INVALID_STAGES', path: ['to'] }],
  ])('refuses %o', async (question, error) => {
    await expect(ask(id, question)).rejects.toMatchObject(error);
  });

  it('is refused where no calendar is known', async () => {
    await expect(ask(id, { clock: 'BUSINESS', knownAt: uncalendared })).rejects.toMatchObject({
      ...{ code: 'NO_CALENDAR', path: ['clock'] },
    });
  });

  it('answers from LEAD to CUSTOMER where nothing else is asked', async () => {
    expect(await ask(id)).toMatchObject({ from: 'LEAD', to: 'CUSTOMER', businessCalendar: null });
  });

  it('answers of a workspace in which nothing has happened', async () => {
    const empty = await newWorkspace(database);
    await setBusinessCalendar(database, empty, office);
    expect(await stays(empty, 'MQL', { clock: 'BUSINESS' })).toMatchObject({ count: 0, median: null });
  });
});

it('is asked and told over GraphQL', async () => {
  const id = await workspaceOf(
    lead('l', noon(5), [
      ['LEAD', noon(5)],
      ['MQL', noon(6)],
    ]),
  );
  const token = await createApiKey(database, id, { name: 'k', scopes: ['reports:read'] });
  const ask = (input: string, fields: string) =>
    askingOf(database)(
      `{ velocity(input: { period: { start: "2026-01-01", end: "2026-02-01" }, asOf: "2026-01-20T12:00:00Z", ${input} }) { ${fields} } }`,
      `Bearer ${token}`,
    );
  const fields =
    'from to businessCalendar total { count timeInStage { stage { key } ended open median openLongest histogram { open } } }';
  const { data, errors } = await ask('to: "MQL", timeInStage: ["lead", "MQL"]', fields);
  expect(errors).toEqual([]);
  expect(data).toMatchObject({
    velocity: {
      ...{ from: 'LEAD', to: 'MQL', businessCalendar: null },
      total: {
        count: 1,
        timeInStage: [
          { stage: { key: 'LEAD' }, ended: 1, open: 0, median: DAY, openLongest: null },
          { stage: { key: 'MQL' }, ended: 0, open: 1, median: null, openLongest: 14 * DAY },
        ],
      },
    },
  });
  expect((await ask('clock: BUSINESS', 'from')).errors).toMatchObject([{ code: 'NO_CALENDAR' }]);
});
