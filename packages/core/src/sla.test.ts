import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BusinessClock } from './business-clock.js';
import {
  dueInstants,
  parseSlaDuration,
  policyFor,
  type SlaClock,
  type SlaPolicy,
  type SlaTarget,
  slaStatus,
  versionInForce,
} from './sla.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const at = (text: string) => Date.parse(text);
const utc = (instant: number | null) =>
  instant === null ? null : new Date(instant).toISOString().replace(':00.000Z', 'Z');

const target = (clock: SlaClock, within: string, dueSoon: string | null = null): SlaTarget => ({
  clock,
  within,
  milliseconds: parseSlaDuration(within, clock, []),
  dueSoonMilliseconds: dueSoon === null ? null : parseSlaDuration(dueSoon, clock, []),
  onOverdue: 'NOTIFY',
  assignTo: null,
});

const policy = (given: Partial<SlaPolicy>): SlaPolicy => ({
  id: 1,
  key: 'standard',
  version: 1,
  effectiveFrom: 0,
  recordedAt: 0,
  name: 'Standard',
  position: 10,
  filter: {},
  firstResponse: null,
  decision: null,
  calendarId: null,
  retired: false,
  ...given,
});

const BERLIN: BusinessClock = {
  timeZone: 'Europe/Berlin',
  hours: Object.fromEntries([1, 2, 3, 4, 5].map((day) => [day, [{ from: '09:00', to: '17:00' }]])),
  specialHours: () => undefined,
};

test('METRICS.md, example B: decided after 1, 2, 3 and 6 days, of two: two MET, two BREACHED', () => {
  const openedAt = at('2026-05-11T10:00Z');
  const { decisionDueAt } = dueInstants(policy({ decision: target('CALENDAR', 'P2D') }), null, openedAt);
  expect(utc(decisionDueAt)).toBe('2026-05-13T10:00Z');
  const status = (days: number) => slaStatus(openedAt + days * DAY, decisionDueAt ?? Number.NaN, openedAt + 30 * DAY);
  expect([1, 2, 3, 6].map(status)).toEqual(['MET', 'MET', 'BREACHED', 'BREACHED']);
});

describe('where it stands', () => {
  test.each([
    ['done before it is due', 99, 100, 200, 'MET'],
    ['done at the due instant', 100, 100, 200, 'MET'],
    ['done a millisecond later', 101, 100, 200, 'BREACHED'],
    ['done at the very instant asked about', 100, 100, 100, 'MET'],
    ['done late at the very instant asked about', 101, 100, 101, 'BREACHED'],
    ['not done, the due instant not reached', null, 100, 99, 'PENDING'],
    ['not done at the due instant', null, 100, 100, 'PENDING'],
    ['not done a millisecond later', null, 100, 101, 'OVERDUE'],
    ['done after the instant asked about, in time', 90, 100, 80, 'PENDING'],
    ['done after the instant asked about, which is the due instant', 101, 100, 100, 'PENDING'],
    ['done after the instant asked about, late', 150, 100, 120, 'OVERDUE'],
  ] as const)('%s', (_what, doneAt, dueAt, asOf, expected) => {
    expect(slaStatus(doneAt, dueAt, asOf)).toBe(expected);
  });
});

describe('due instants', () => {
  test('example C, with a warning a quarter of an hour before: within the same clock', () => {
    const opened = at('2026-03-27T16:30+01:00');
    const due = dueInstants(policy({ firstResponse: target('BUSINESS', 'PT1H', 'PT15M') }), BERLIN, opened);
    expect(Object.values(due).map(utc)).toEqual(['2026-03-30T07:30Z', '2026-03-30T07:15Z', null, null]);
  });

  test('a warning before the weekend: half an hour is left when Friday closes', () => {
    const opened = at('2026-03-27T16:30+01:00');
    const due = dueInstants(policy({ firstResponse: target('BUSINESS', 'PT1H', 'PT30M') }), BERLIN, opened);
    expect(utc(due.responseDueSoonAt)).toBe('2026-03-27T16:00Z');
  });

  test('a calendar day is 24 hours, also when clocks change', () => {
    const opened = at('2026-03-28T12:00+01:00');
    const due = dueInstants(policy({ decision: target('CALENDAR', 'P1D', 'PT6H') }), null, opened);
    expect(Object.values(due).map(utc)).toEqual([null, null, '2026-03-29T11:00Z', '2026-03-29T05:00Z']);
  });

  test.each(['CALENDAR', 'BUSINESS'] as const)('a warning is not before the handoff opens: %s', (clock) => {
    const opened = at('2026-05-17T12:00Z');
    for (const dueSoon of ['PT1H', 'PT2H']) {
      const due = dueInstants(policy({ decision: target(clock, 'PT1H', dueSoon) }), BERLIN, opened);
      expect(due.decisionDueSoonAt).toBe(opened);
    }
  });

  test('both targets, each on its own clock', () => {
    const both = policy({ firstResponse: target('BUSINESS', 'PT4H'), decision: target('CALENDAR', 'P1W') });
    const due = dueInstants(both, BERLIN, at('2026-05-15T15:00+02:00'));
    expect(Object.values(due).map(utc)).toEqual(['2026-05-18T09:00Z', null, '2026-05-22T13:00Z', null]);
  });

  test('the business clock is needed where a target asks for it, and only there', () => {
    expect(() => dueInstants(policy({ decision: target('BUSINESS', 'PT1H') }), null, 0)).toThrow(
      expect.objectContaining({ code: 'NO_CALENDAR' }),
    );
    expect(Object.values(dueInstants(policy({}), null, 0))).toEqual([null, null, null, null]);
  });
});

describe('the version in force', () => {
  const versions = [
    policy({ version: 1, effectiveFrom: 100 }),
    policy({ version: 3, effectiveFrom: 200 }),
    policy({ version: 2, effectiveFrom: 200 }),
    policy({ version: 4, effectiveFrom: 150 }),
    policy({ id: 2, version: 9, effectiveFrom: 0 }),
  ];
  test.each([
    [99, undefined],
    [100, 1],
    [149, 1],
    [150, 4],
    [199, 4],
    [200, 3],
    [1_000, 3],
  ])('at %i it is %s', (instant, version) => {
    expect(versionInForce(versions, 1, instant)?.version).toBe(version);
    expect(versionInForce([...versions].reverse(), 1, instant)?.version).toBe(version);
  });

  test('of an id that is not there: none', () => expect(versionInForce(versions, 3, 1_000)).toBeNull());
});

describe('the policy of a handoff', () => {
  const demo = policy({ id: 3, key: 'demo', position: 10, filter: { leadType: { in: ['Demo request'] } } });
  const north = policy({ id: 2, key: 'north', position: 20, filter: { region: { in: ['North', null] } } });
  const others = policy({ id: 1, key: 'others', position: 30 });
  const policies = [others, north, demo];

  test.each([
    ['the first in order', { leadType: 'Demo request', region: 'North' }, 'demo'],
    ['not by id', { leadType: 'E-book', region: 'North' }, 'north'],
    ['null is the missing value', { leadType: 'E-book', region: null }, 'north'],
    ['and so is an attribute that is not given', { leadType: null }, 'north'],
    ['none of the particular ones', { leadType: 'E-book', region: 'South' }, 'others'],
  ])('%s', (_what, attributes, key) => {
    expect(policyFor(policies, 0, attributes)?.key).toBe(key);
  });

  test('at one position the lower id is first', () => {
    expect(policyFor([policy({ id: 7, key: 'b' }), policy({ id: 6, key: 'a' })], 0, {})?.key).toBe('a');
  });

  test('the version in force when the handoff opened decides: its filter, its position, whether it is retired', () => {
    const narrower = { ...demo, version: 2, effectiveFrom: 100, filter: { leadType: { in: ['Call'] } } };
    const retired = { ...narrower, version: 3, effectiveFrom: 200, filter: demo.filter, retired: true };
    const all = [...policies, retired, narrower];
    const asked = { leadType: 'Demo request', region: 'South' };
    expect([99, 100, 200].map((opened) => policyFor(all, opened, asked)?.key)).toEqual(['demo', 'others', 'others']);
    expect(policyFor(all, 150, { leadType: 'Call', region: 'South' })?.key).toBe('demo');
    const moved = { ...others, version: 2, effectiveFrom: 100, position: 5 };
    expect(policyFor([...policies, moved], 100, { leadType: 'Demo request' })?.key).toBe('others');
  });

  test('none is in force yet, or none matches, or there is none', () => {
    const none = [[policy({ effectiveFrom: 1 })], [demo], []].map((each) => policyFor(each, 0, {}));
    expect(none).toEqual([null, null, null]);
  });

  // What SQL answers to (x = ANY(in) OR (in has null AND x IS NULL)) AND CASE WHEN x IS NULL THEN NOT notIn has null …
  test.each([
    [{ in: ['a'] }, 'a', true],
    [{ in: ['a'] }, 'A', false],
    [{ in: ['a'] }, null, false],
    [{ in: ['a', null] }, null, true],
    [{ in: [null] }, 'null', false],
    [{ in: [] }, 'a', false],
    [{ in: [] }, null, false],
    [{ notIn: ['a'] }, 'a', false],
    [{ notIn: ['a'] }, 'b', true],
    [{ notIn: ['a'] }, null, true],
    [{ notIn: ['a', null] }, null, false],
    [{ notIn: [null] }, 'a', true],
    [{ notIn: [] }, null, true],
    [{ in: ['a', 'b'], notIn: ['b'] }, 'a', true],
    [{ in: ['a', 'b'], notIn: ['b'] }, 'b', false],
  ])('%j and %j: %s', (condition, value, expected) => {
    const found = policyFor([policy({ filter: { source: condition } })], 0, { source: value });
    expect(found !== null).toBe(expected);
  });

  test('every condition must hold', () => {
    const both = policy({ filter: { source: { in: ['web'] }, region: { notIn: ['North'] } } });
    expect(policyFor([both], 0, { source: 'web', region: 'South' })).toBe(both);
    expect(policyFor([both], 0, { source: 'web', region: 'North' })).toBeNull();
  });

  test('an attribute named like something that every object has is missing all the same', () => {
    expect(policyFor([policy({ filter: { constructor: { in: [null] } } })], 0, {})).not.toBeNull();
  });
});

describe('the time that a target gives', () => {
  test.each([
    ['PT1H', 'BUSINESS', HOUR],
    ['PT90M', 'BUSINESS', 1.5 * HOUR],
    ['PT8H30M', 'BUSINESS', 8.5 * HOUR],
    ['PT48H', 'CALENDAR', 2 * DAY],
    ['P2D', 'CALENDAR', 2 * DAY],
    ['P1DT12H', 'CALENDAR', 1.5 * DAY],
    ['P1W', 'CALENDAR', 7 * DAY],
    ['P3660D', 'CALENDAR', 3_660 * DAY],
  ] as const)('%s on the %s clock is %i ms', (text, clock, expected) => {
    expect(parseSlaDuration(text, clock, [])).toBe(expected);
  });

  test.each(['P2D', 'P1W', 'P1DT1H', 'P0D'])('%s is refused on the BUSINESS clock', (text) => {
    expect(() => parseSlaDuration(text, 'BUSINESS', ['decision', 'within'])).toThrow(
      expect.objectContaining({ code: 'DAYS_ON_BUSINESS_CLOCK', path: ['decision', 'within'] }),
    );
  });

  const refused =
    ', P, PT, P1DT, PT0H, P0D, P-1D, -P1D, P1M, P1Y, PT30S, PT1.5H, 1h, pt1h, P3661D, PT999999999H, PT1H\n';
  test.each(refused.split(', '))('%j is refused on the CALENDAR clock', (text) => {
    expect(() => parseSlaDuration(text, 'CALENDAR', ['within'])).toThrow(
      expect.objectContaining({ code: 'INVALID_DURATION', path: ['within'] }),
    );
  });

  test('as the sum of its parts', () => {
    const part = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(part, part, part, part, (weeks, days, hours, minutes) => {
        const expected = (((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60_000;
        fc.pre(expected > 0);
        expect(parseSlaDuration(`P${weeks}W${days}DT${hours}H${minutes}M`, 'CALENDAR', [])).toBe(expected);
      }),
    );
  });
});
