import fc from 'fast-check';
import { ANCHORS, maybe, mostly, VALUES, when } from './sketch-parts.js';

export type CalendarSketch = typeof calendar extends fc.Arbitrary<infer T> ? T : never;
export type PolicySketch = typeof policy extends fc.Arbitrary<infer T> ? T : never;
export type GoalSketch = typeof goal extends fc.Arbitrary<infer T> ? T : never;
export type TargetSketch = typeof target extends fc.Arbitrary<infer T> ? T : never;

const stretch = (from: string, to: string) => ({ from, to });
const OFFICE = [stretch('09:00', '17:00')];

/** Hours of a working day: the office, with a break, a night shift, around the hours at which clocks change, all day. */
const dayHours = fc.constantFrom(
  OFFICE,
  [stretch('09:00', '12:30'), stretch('13:15', '17:00')],
  [stretch('00:00', '06:00'), stretch('22:00', '24:00')],
  [stretch('00:00', '00:30'), stretch('01:15', '02:45')],
  [stretch('00:00', '24:00')],
);

/** Recorded before the first batch (undefined), or after one. */
const recorded = mostly<number | undefined>(undefined, fc.nat(3));

/** Versions of a calendar or a policy name one by number, modulo; a few of each make versions of one another. */
export const calendar = fc.record({
  key: fc.nat(1),
  timeZone: fc.constantFrom(...Object.keys(ANCHORS)),
  /** Which weekdays are worked, from Monday on, one at least. */
  weekdays: fc.oneof(
    fc.constantFrom([1, 2, 3, 4, 5], [1, 2, 3, 4, 5, 6, 7]),
    fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
  ),
  hours: dayHours,
  days: fc.uniqueArray(
    fc.record({
      anchor: mostly(0, fc.nat(2)),
      day: fc.integer({ min: -3, max: 3 }),
      hours: fc.constantFrom([], OFFICE, [stretch('09:00', '12:00')]),
    }),
    { maxLength: 3, selector: ({ anchor, day }) => `${anchor} ${day}` },
  ),
  /** Since 1970, or since some instant. */
  since: maybe(when, 1),
  recorded,
});

const HOUR = 3_600_000;
export const target = fc.record({
  clock: fc.constantFrom('CALENDAR' as const, 'BUSINESS' as const),
  ms: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(HOUR / 2, HOUR, 12 * HOUR, 24 * HOUR, 48 * HOUR, 120 * HOUR) },
    fc.integer({ min: 1, max: 100 * 60 }).map((minutes) => minutes * 60_000),
  ),
});

/** Conditions over any attribute, by its values' places; the one after the last is the missing value. */
export const slaFilter = maybe(
  fc.record({
    attribute: fc.constantFrom(...Object.keys(VALUES)),
    mode: fc.constantFrom('in' as const, 'notIn' as const),
    values: fc.uniqueArray(fc.nat(3), { minLength: 1, maxLength: 3 }),
  }),
  1,
);

export const policy = fc.record({
  key: fc.nat(2),
  position: fc.nat(2),
  filter: slaFilter,
  /** One of them at least is there: where both are left out, the first is. */
  response: maybe(target, 0),
  decision: maybe(target, 0),
  calendar: fc.nat(1),
  since: mostly(undefined, when),
  recorded,
  retired: fc.nat(7).map((chance) => chance === 7),
});

export const goal = fc.record({
  key: fc.nat(1),
  stage: fc.constantFrom('SQL', 'CUSTOMER'),
  start: fc.record({ anchor: mostly(0, fc.nat(2)), day: fc.integer({ min: -60, max: 40 }) }),
  days: fc.integer({ min: 1, max: 400 }),
  target: fc.integer({ min: 1, max: 20 }),
  filter: slaFilter,
  recorded,
  retired: fc.nat(7).map((chance) => chance === 7),
});

export interface SlaSketch {
  readonly calendars: readonly CalendarSketch[];
  readonly policies: readonly PolicySketch[];
  readonly goals: readonly GoalSketch[];
}

export const slaDefinitions: fc.Arbitrary<SlaSketch> = fc.record({
  calendars: fc.array(calendar, { minLength: 1, maxLength: 4, size: 'max' }),
  policies: fc.array(policy, { maxLength: 5, size: 'max' }),
  goals: fc.array(goal, { maxLength: 3, size: 'max' }),
});
