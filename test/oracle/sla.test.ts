import { describe, expect, test } from 'vitest';
import { judgements } from './judgements.js';
import type { CalendarVersion, History, PolicyVersion, SlaQuestion } from './model.js';
import { responses } from './responses.js';
import { lacksCalendar, sla, wasted } from './sla.js';
import { calls, historyOf, may, moves, RECORDED } from './story.js';

const MAY = { start: '2026-05-01', end: '2026-06-01' };
const DAY = 86_400_000;
const HOUR = 3_600_000;
const TWO_DAYS = { clock: 'CALENDAR', ms: 2 * DAY } as const;

const POLICY: PolicyVersion = {
  key: 'P',
  position: 1,
  filter: {},
  response: null,
  decision: TWO_DAYS,
  calendar: null,
  effectiveFrom: 0,
  recordedAt: 0,
  retired: false,
};

const asked: SlaQuestion = { period: MAY, asOf: may(31), bandsMs: [HOUR, 24 * HOUR], replay: null };
const decision = (history: History, more: Partial<SlaQuestion> = {}) =>
  sla(history, { ...asked, ...more }).find((row) => row.clock === 'DECISION' && row.keys.length === 0);

describe('worked example B', () => {
  const units = [1, 2, 3, 6].map((days) => moves(`L${days}`, ['MQL', 4], ['SQL', 4 + days]));
  const history = historyOf([units], { policies: [POLICY] });

  test('decided after 1, 2, 3 and 6 days of 2: two met, two breached, 3 days and 1.5 on average', () => {
    const row = decision(history)!;
    expect(row).toMatchObject({ met: 2, breached: 2, overdue: 0, pending: 0, timed: 4, sumMs: BigInt(12 * DAY) });
    expect(row.sumRatio).toEqual({ numerator: 6n, denominator: 1n });
  });

  test('at the due instant what is open is pending, after it overdue, at its age', () => {
    expect(decision(history, { asOf: may(6) })).toMatchObject({
      met: 2,
      breached: 0,
      overdue: 0,
      pending: 2,
      timed: 2,
    });
    expect(decision(history, { asOf: may(6) + 1 })).toMatchObject({
      met: 2,
      overdue: 2,
      pending: 0,
      sumMs: BigInt(3 * DAY + 2 * (2 * DAY + 1)),
    });
  });

  test('replayed under three days: three met; under the same terms: as it is', () => {
    const replayed = (ms: number) =>
      sla(history, {
        ...asked,
        replay: [{ filter: {}, response: null, decision: { clock: 'CALENDAR', ms }, calendar: null }],
      }).find((row) => row.judged === 'REPLAY');
    expect(replayed(3 * DAY)).toMatchObject({ met: 3, breached: 1, sumRatio: { numerator: 4n, denominator: 1n } });
    expect({ ...replayed(2 * DAY), judged: 'IN_FORCE' }).toEqual(decision(history));
  });

  test('what every fourth cost of 400 would have been wasted on', () => {
    const entry = { externalId: 'C', amount: '400', currency: 'EUR', from: '2026-05-01', to: '2026-05-02' };
    const costs = { costs: [{ ...entry, category: 'ads' }] };
    const promised = { ...POLICY, response: TWO_DAYS };
    const rows = wasted(historyOf([[...units, costs]], { policies: [promised] }), asked);
    const wastedCost = { numerator: 20_000n, denominator: 1n };
    expect(rows).toEqual([{ keys: [], bucket: null, judged: 'IN_FORCE', wasted: 2, neverWorked: 0, wastedCost }]);
  });
});

describe('worked example C', () => {
  const friday = Date.parse('2026-03-27T15:30Z');
  const calendar: CalendarVersion = {
    key: 'BERLIN',
    timeZone: 'Europe/Berlin',
    hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '17:00' })),
    days: [],
    effectiveFrom: 0,
    recordedAt: 0,
  };
  const policy = { ...POLICY, response: { clock: 'BUSINESS', ms: HOUR }, decision: null, calendar: 'BERLIN' } as const;
  const opened = {
    lead: { externalId: 'L' },
    transitions: [{ externalId: 'T', lead: 'L', to: 'MQL', occurredAt: friday }],
  };
  const outing = { ...calendar, days: [{ date: '2026-03-30', hours: [] }], recordedAt: RECORDED + DAY };
  const history = historyOf([[opened]], { policies: [policy], calendars: [calendar, outing] });

  test('due on Monday at 09:30, and on Tuesday since the outing is known', () => {
    expect(judgements(history).map(({ recordedAt, responseDue }) => [recordedAt, responseDue])).toEqual([
      [RECORDED, Date.parse('2026-03-30T07:30Z')],
      [RECORDED + DAY, Date.parse('2026-03-31T07:30Z')],
    ]);
    const march = {
      ...asked,
      period: { start: '2026-03-01', end: '2026-04-01' },
      asOf: Date.parse('2026-03-31T07:00Z'),
    };
    const [before] = sla(history, { ...march, knownAt: RECORDED });
    expect(before).toMatchObject({ clock: 'RESPONSE', overdue: 1, pending: 0, sumMs: BigInt(8.5 * HOUR) });
    expect(sla(history, march)).toMatchObject([{ clock: 'RESPONSE', overdue: 0, pending: 1, timed: 0 }]);
  });

  test('a proposal by working hours has no answer where no calendar is known', () => {
    const replay = [{ filter: {}, response: policy.response, decision: null, calendar: null }];
    expect(lacksCalendar({ ...history, calendars: [outing] }, { ...asked, replay, knownAt: RECORDED })).toBe(true);
    expect(lacksCalendar(history, { ...asked, replay })).toBe(false);
  });
});

describe('which policy', () => {
  const rows = (policies: readonly PolicyVersion[], batches = [[moves('L', ['MQL', 4])]]) =>
    judgements(historyOf(batches, { policies })).map(({ policy, recordedAt }) => [
      policy?.position ?? null,
      recordedAt,
    ]);
  const at = (position: number, more: Partial<PolicyVersion> = {}) => ({ ...POLICY, position, ...more });

  test('the first in order that matches, of equal ones the older', () => {
    const other = at(1, { key: 'Q', filter: { source: { in: ['web'] } } });
    expect(rows([at(2), other])).toEqual([[2, RECORDED]]);
    expect(rows([at(2), { ...other, filter: {} }])).toEqual([[1, RECORDED]]);
    const [first] = judgements(historyOf([[moves('L', ['MQL', 4])]], { policies: [at(1), { ...other, filter: {} }] }));
    expect(first?.policy?.key).toBe('P');
  });

  test('the version in force when it opened; one that opened before all has none', () => {
    expect(rows([at(1), at(2, { effectiveFrom: may(4) })])).toEqual([[2, RECORDED]]);
    expect(rows([at(1), at(2, { effectiveFrom: may(4) + 1 })])).toEqual([[1, RECORDED]]);
    expect(rows([at(1, { effectiveFrom: may(4) + 1 })])).toEqual([]);
    expect(rows([at(1), at(2, { retired: true, effectiveFrom: may(4) })])).toEqual([[null, RECORDED]]);
  });

  test('a later source of the lead moves nothing; a version that begins in the past does', () => {
    const web = at(1, { filter: { source: { in: ['web'] } } });
    const change = [{ lead: { externalId: 'L', source: 'web' } }];
    const batches = [[moves('L', ['MQL', 4])], change];
    expect(rows([web], batches)).toEqual([[null, RECORDED]]);
    expect(rows([web, { ...web, position: 3, recordedAt: RECORDED + 2 * DAY }], batches)).toEqual([
      [null, RECORDED],
      [3, RECORDED + 2 * DAY],
    ]);
  });
});

describe('outcome by response', () => {
  const history = historyOf([
    [
      moves('A', ['MQL', 3], ['SQL', 5], ['CUSTOMER', 9]),
      calls('A', 3.04),
      moves('B', ['MQL', 3], ['LEAD', 5], ['MQL', 6], ['SQL', 7]),
      moves('C', ['MQL', 3]),
    ],
  ]);
  const bands = (asOf: number) =>
    responses(history, { ...asked, asOf }).map(({ band, handoffs, sql, customer }) => [band, handoffs, sql, customer]);

  test('A within the hour, B twice, the second time within a day, C never', () => {
    expect(bands(may(31)).sort()).toEqual([
      [0, 1, 1, 1],
      [1, 1, 1, 0],
      [2, 1, 0, 0],
      [3, 1, 0, 0],
    ]);
  });

  test('by the instant asked for', () => {
    expect(bands(may(5) - 1).sort()).toEqual([
      [0, 1, 0, 0],
      [3, 2, 0, 0],
    ]);
  });
});
