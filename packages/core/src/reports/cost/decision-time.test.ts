import { describe, expect, it } from 'vitest';
import type { InvalidInput } from '../../invalid-input.js';
import type { BusinessCalendar, SlaPolicy, SlaTarget } from '../../sla.js';
import { decisionTime } from './decision-time.js';

const HOUR = 3_600_000;
const NOW = 1_000;

function target(clock: SlaTarget['clock'], hours: number): SlaTarget {
  return {
    clock,
    within: '',
    milliseconds: hours * HOUR,
    dueSoonMilliseconds: null,
    onOverdue: 'NOTIFY',
    assignTo: null,
  };
}

function policy(key: string, id: number, more: Partial<SlaPolicy> = {}): SlaPolicy {
  return {
    ...{ id, key, version: 1, effectiveFrom: 0, recordedAt: 0, name: key, position: id * 10, filter: {} },
    ...{ firstResponse: null, decision: null, calendarId: null, retired: false, ...more },
  };
}

/** Monday to Friday 09:00–17:00: 40 h. */
const WEEK: BusinessCalendar = {
  ...{ id: 1, key: 'office', version: 1, effectiveFrom: 0, recordedAt: 0, name: 'Office', timeZone: 'Europe/Berlin' },
  hours: Object.fromEntries([1, 2, 3, 4, 5].map((day) => [day, [{ from: '09:00', to: '17:00' }]])),
  ...{ country: 'DE', region: null, days: [{ date: '2026-05-01', name: 'May Day', hours: [] }] },
};

const days = (time: ReturnType<typeof decisionTime>) =>
  time && Number(time.milliseconds) / Number(time.per) / (24 * HOUR);

describe('decisionTime', () => {
  it('is calendar time as it is', () => {
    expect(days(decisionTime([policy('p', 1, { decision: target('CALENDAR', 48) })], [], NOW, null))).toBe(2);
  });

  it('counts working hours at the average of an ordinary week', () => {
    const policies = [policy('p', 1, { decision: target('BUSINESS', 8), calendarId: 1 })];
    expect(days(decisionTime(policies, [WEEK], NOW, null))).toBe(1.4);
    const shorter = { ...WEEK, version: 2, effectiveFrom: NOW, hours: { 1: [{ from: '08:00', to: '24:00' }] } };
    expect(days(decisionTime(policies, [WEEK, shorter], NOW - 1, null))).toBe(1.4);
    expect(days(decisionTime(policies, [WEEK, shorter], NOW, null))).toBe(3.5);
    expect(decisionTime(policies, [{ ...WEEK, hours: {} }], NOW, null)).toBeNull();
    expect(decisionTime(policies, [], NOW, null)).toBeNull();
  });

  it('takes the first in order that is in force and says something of decisions', () => {
    const policies = [
      policy('late', 1, { position: 90, decision: target('CALENDAR', 24) }),
      policy('silent', 2, { position: 1 }),
      policy('gone', 3, { position: 2, decision: target('CALENDAR', 48), retired: true }),
      policy('future', 4, { position: 3, decision: target('CALENDAR', 72), effectiveFrom: NOW + 1 }),
      policy('second', 6, { position: 5, decision: target('CALENDAR', 96) }),
      policy('first', 5, { position: 5, decision: target('CALENDAR', 120) }),
    ];
    expect(days(decisionTime(policies, [], NOW, null))).toBe(5);
    expect(days(decisionTime(policies, [], NOW + 1, null))).toBe(3);
    expect(days(decisionTime(policies, [], NOW, 'late'))).toBe(1);
    expect(decisionTime(policies.slice(1, 4), [], NOW, null)).toBeNull();
  });

  it.each([
    ['gone', 'UNKNOWN_POLICY'],
    ['nobody', 'UNKNOWN_POLICY'],
    ['silent', 'NO_DECISION_TARGET'],
  ])('refuses %s by name: %s', (key, code) => {
    const policies = [
      policy('silent', 2),
      policy('gone', 3, { decision: target('CALENDAR', 48), retired: true }),
      policy('right', 4, { decision: target('CALENDAR', 48) }),
    ];
    const refusal = { code, path: ['policy'], expected: 'right' };
    expect(() => decisionTime(policies, [], NOW, key)).toThrow(expect.objectContaining(refusal) as InvalidInput);
  });
});
