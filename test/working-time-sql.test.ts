/* The staircase of working time in SQL against core's business clock, whose cases are worked out by hand. */
import {
  addBusinessTime,
  type BusinessClock,
  businessTimeBetween,
  checkWorkingHours,
  InvalidInput,
  type WorkingHours,
  type WorkingTime,
  workingTime,
} from '@leadstage/core';
import { type Database, inWorkspace } from '@leadstage/prisma';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { instantsParameter, raw, sql } from '../packages/api/src/query/sql.js';
import { millisecondsOf, staircase, usedUpAt, workedBetween } from '../packages/api/src/query/working-time-sql.js';
import { newWorkspace, openTestDatabase } from './support/database.js';

const RUNS = Number(process.env.LEADSTAGE_PROPERTY_RUNS ?? 60);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let database: Database;
let id: string;
beforeAll(async () => {
  database = await openTestDatabase();
  id = await newWorkspace(database);
});
afterAll(() => database?.close());

interface Stretch {
  readonly since: number;
  readonly until: number;
  readonly time: number;
}

/** For each: the time worked from `since` until `until`, and when `time` from `since` is used up. */
function inSql(clock: WorkingTime, stretches: readonly Stretch[]) {
  return inWorkspace(database, id, (transaction) =>
    transaction.query<{ worked: number; due: number | null }>(sql`
      SELECT ${workedBetween('clock', raw('s.since'), raw('s.until'))} AS worked,
        ${usedUpAt('clock', raw('s.since'), raw('s.time'))} AS due
      FROM (SELECT ${staircase(clock)}) clock
      CROSS JOIN unnest(${instantsParameter(stretches.map(({ since }) => since))},
        ${instantsParameter(stretches.map(({ until }) => until))}, ${stretches.map(({ time }) => time)}::float8[])
        WITH ORDINALITY AS s (since, until, time, position)
      ORDER BY s.position`),
  );
}

/** Zones, and instants near which their clocks do something odd. */
const PLACES = [
  ['UTC', '2028-02-29T00:00Z'],
  ['Europe/Berlin', '2026-03-29T01:00Z'],
  ['Europe/Berlin', '2026-10-25T01:00Z'],
  ['America/New_York', '2026-11-01T06:00Z'],
  ['Australia/Lord_Howe', '2026-04-04T15:00Z'],
  ['Australia/Lord_Howe', '2026-10-03T15:30Z'],
  ['America/Havana', '2025-11-02T05:00Z'],
  ['America/St_Johns', '2006-10-29T02:31Z'],
  ['America/Sao_Paulo', '2018-11-04T03:00Z'],
  ['Pacific/Apia', '2011-12-30T10:00Z'],
  ['Antarctica/Troll', '2036-10-26T01:00Z'],
] as const;

const anyTime = fc.oneof(fc.integer({ min: 0, max: 4 * 60 }), fc.integer({ min: 0, max: 24 * 60 }));
const timeOf = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
/** Up to three stretches of a day, some of them touching. */
const anyHours = fc.tuple(fc.uniqueArray(anyTime, { maxLength: 6 }), fc.boolean()).map(([times, touching]) => {
  const sorted = [...times].sort((a, b) => a - b);
  const step = touching ? 1 : 2;
  const hours: WorkingHours[] = [];
  for (let index = 0; index + 1 < sorted.length; index += step) {
    hours.push({ from: timeOf(sorted[index] as number), to: timeOf(sorted[index + 1] as number) });
  }
  checkWorkingHours(hours, []);
  return hours;
});

/** A week, with days of other hours (days off and part holidays among them). Some have no work at all. */
const anySituation = fc
  .record({
    place: fc.constantFrom(...PLACES),
    week: fc.array(anyHours, { minLength: 7, maxLength: 7 }),
    special: fc.array(fc.option(anyHours, { nil: undefined, freq: 3 }), { minLength: 31, maxLength: 31 }),
  })
  .map(({ place: [timeZone, near], week, special }) => {
    const hours = Object.fromEntries(week.map((each, index) => [index + 1, each]));
    const clock: BusinessClock = { timeZone, hours, specialHours: (date) => special[Number(date.slice(8)) - 1] };
    return { clock, near: Date.parse(near) };
  });

const FORWARD = 25 * DAY;

test('time between and time added are those of the business clock', { timeout: 300_000 }, async () => {
  let used = 0;
  let never = 0;
  const property = fc.asyncProperty(anySituation, fc.infiniteStream(fc.nat()), async ({ clock, near }, random) => {
    const upTo = (most: number) => (random.next().value as number) % (most + 1);
    const from = near - 5 * DAY;
    const until = near + FORWARD;
    const time = workingTime(clock, from, until);
    // Half of the instants are exactly where an interval begins or ends; the others have milliseconds of their own.
    const anyInstant = () => {
      const index = upTo(Math.max(0, time.starts.length - 1));
      const start = time.starts[index];
      if (start === undefined || upTo(1) === 0) return from + upTo(until - from);
      return start + (upTo(1) === 0 ? 0 : (time.lengths[index] as number));
    };
    const stretches = Array.from({ length: 40 }, (): Stretch => {
      const [since, other] = [anyInstant(), anyInstant()];
      const worked = businessTimeBetween(clock, Math.min(since, other), Math.max(since, other));
      const length = upTo(2) === 0 && worked > 0 ? worked : 1 + upTo(80 * HOUR);
      return { since: Math.min(since, other), until: Math.max(since, other), time: length };
    });
    const rows = await inSql(time, stretches);
    for (const [index, { since, until: to, time: length }] of stretches.entries()) {
      const due = dueOrNever(clock, since, length);
      const expected = due !== null && due <= until ? due : null;
      if (expected === null) never += 1;
      else used += 1;
      expect(rows[index]).toEqual({ worked: businessTimeBetween(clock, since, to), due: expected });
    }
  });
  await fc.assert(property, { numRuns: RUNS });
  expect(used).toBeGreaterThan(0);
  expect(never).toBeGreaterThan(0);
});

function dueOrNever(clock: BusinessClock, from: number, time: number): number | null {
  try {
    return addBusinessTime(clock, from, time);
  } catch (error) {
    if (error instanceof InvalidInput) return null;
    throw error;
  }
}

test('of no work at all, nothing is worked and nothing used up', async () => {
  const rows = await inSql({ starts: [], lengths: [], before: [] }, [{ since: 0, until: DAY, time: HOUR }]);
  expect(rows).toEqual([{ worked: 0, due: null }]);
});

test('backwards it is negative, and before the staircase nothing', async () => {
  const clock = { starts: [10 * HOUR, 20 * HOUR], lengths: [HOUR, 2 * HOUR], before: [0, HOUR] };
  const rows = await inSql(clock, [
    { since: 21 * HOUR, until: 10.5 * HOUR, time: HOUR },
    { since: 0, until: 9 * HOUR, time: HOUR },
    { since: 0, until: 50 * HOUR, time: HOUR + 1 },
    { since: 11 * HOUR, until: 20 * HOUR, time: 2 * HOUR },
  ]);
  expect(rows).toEqual([
    { worked: -1.5 * HOUR, due: 22 * HOUR },
    { worked: 0, due: 11 * HOUR },
    { worked: 3 * HOUR, due: 20 * HOUR + 1 },
    { worked: 0, due: 22 * HOUR },
  ]);
});

test('instants are whole milliseconds, in every century that can be asked about', async () => {
  const instants = Array.from({ length: 20_000 }, (_, index) => Math.round(index * 1.1e10) + (index % 1_000));
  const rows = await inWorkspace(database, id, (transaction) =>
    transaction.query<{ at: number }>(
      sql`SELECT ${millisecondsOf(raw('at'))} AS at FROM unnest(${instantsParameter(instants)}) WITH ORDINALITY AS i (at, position) ORDER BY position`,
    ),
  );
  expect(rows.map(({ at }) => at)).toEqual(instants);
});
