import { rateOf, type SlaClockFigures, type SlaFigures } from '@leadstage/core';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { CommonOptions } from './options.js';
import { renderSla } from './render-sla.js';
import { slaCsv } from './sla-csv.js';
import { slaQuestion } from './sla-question.js';
import { answerOf, viewOf } from './testing.js';

const NONE: CommonOptions = { format: 'table', color: true };
const PERIOD = { last: { count: 12, grain: 'MONTH' } } as const;

describe('slaQuestion', () => {
  it('asks for no more than was given', () => {
    expect(slaQuestion(NONE)).toEqual({ period: PERIOD });
  });

  it('reads bands and a replay', () => {
    const replay = {
      replayResponse: '1h30m',
      replayDecision: 'pt40h',
      replayClock: 'Business',
      replayCalendar: 'BERLIN',
    };
    expect(slaQuestion({ ...NONE, bands: '15m, 1h,PT24H,2d', ...replay })).toEqual({
      period: PERIOD,
      responseBands: [900_000, 3_600_000, 86_400_000, 172_800_000],
      replay: [
        {
          firstResponse: { clock: 'BUSINESS', within: 'PT1H30M' },
          decision: { clock: 'BUSINESS', within: 'PT40H' },
          calendar: 'BERLIN',
        },
      ],
    });
    expect(slaQuestion({ ...NONE, replayDecision: '1w2d' }).replay).toEqual([
      { decision: { clock: 'CALENDAR', within: 'P1W2D' } },
    ]);
  });

  it.each([
    [{ bands: '1h,soon' }, '--bands: "SOON" is no duration'],
    [{ bands: '1h,' }, '--bands "1h," has an empty name'],
    [{ replayResponse: '2d', replayClock: 'business' }, '--replay-response: P2D counts days'],
    [{ replayDecision: '0h' }, '--replay-decision: "PT0H" is no duration'],
    [{ replayDecision: '1h', replayClock: 'lunar' }, '--replay-clock "lunar" is not one of calendar, business.'],
    [{ replayClock: 'business' }, '--replay-clock belongs to a replay'],
    [{ replayCalendar: 'BERLIN' }, '--replay-calendar belongs to a replay'],
    [{ replayDecision: '1h', replayCalendar: 'BERLIN' }, '--replay-calendar belongs to --replay-clock business.'],
  ])('refuses %o', (options, message) => {
    expect(() => slaQuestion({ ...NONE, ...options })).toThrow(message);
  });
});

function clockOf(
  [met, breached, overdue, pending]: readonly [number, number, number, number],
  meanDuration: number | null = null,
  meanRatio: number | null = null,
): SlaClockFigures {
  const verdict = meanRatio === null ? null : meanRatio > 1 ? 'SLIPPING' : 'HOLDING';
  const complianceRate = rateOf(met, met + breached + overdue);
  return { met, breached, overdue, pending, complianceRate, meanDuration, meanRatio, verdict };
}

const NOBODY: SlaFigures = {
  handoffs: 0,
  firstResponse: clockOf([0, 0, 0, 0]),
  decision: clockOf([0, 0, 0, 0]),
  ...{ wasted: 0, neverWorked: 0, wastedCost: null, replay: null },
  outcomes: [
    { band: 'WITHIN', within: 3_600, handoffs: 0, sqlRate: rateOf(0, 0), customerRate: rateOf(0, 0) },
    { band: 'LATER', within: null, handoffs: 0, sqlRate: rateOf(0, 0), customerRate: rateOf(0, 0) },
    { band: 'NEVER', within: null, handoffs: 0, sqlRate: rateOf(0, 0), customerRate: rateOf(0, 0) },
  ],
};
const TOTAL: SlaFigures = {
  handoffs: 1_240,
  firstResponse: clockOf([800, 300, 100, 40], 5_400, 1.5),
  decision: clockOf([1_000, 100, 0, 140], 90_000, 0.521),
  ...{ wasted: 400, neverWorked: 100, wastedCost: '12345.60' },
  outcomes: [
    { band: 'WITHIN', within: 3_600, handoffs: 800, sqlRate: rateOf(600, 800), customerRate: rateOf(80, 800) },
    { band: 'LATER', within: null, handoffs: 300, sqlRate: rateOf(90, 300), customerRate: rateOf(3, 300) },
    { band: 'NEVER', within: null, handoffs: 140, sqlRate: rateOf(0, 140), customerRate: rateOf(0, 140) },
  ],
  replay: {
    firstResponse: clockOf([900, 250, 50, 40], 5_400, 0.75),
    decision: clockOf([0, 0, 0, 0]),
    wasted: 300,
    neverWorked: 50,
  },
};
const ANSWER = answerOf(
  {
    total: TOTAL,
    groups: [
      { keys: ['ann'], figures: TOTAL, series: [] },
      { keys: [null], figures: NOBODY, series: [] },
    ],
    series: [
      { period: { start: '2026-01-01', end: '2026-02-15' }, figures: TOTAL },
      { period: { start: '2026-02-15', end: '2026-04-01' }, figures: NOBODY },
    ],
  },
  { by: ['owner'] },
);
const QUESTION = {
  period: PERIOD,
  replay: [{ firstResponse: { clock: 'BUSINESS', within: 'PT2H' }, calendar: 'BERLIN' }],
} as const;

describe('renderSla', () => {
  it('shows both clocks, the replay, outcomes, groups and series at width 100', () => {
    expect(renderSla(ANSWER, QUESTION, viewOf(100))).toMatchInlineSnapshot(`
      "SLA · Acme
      2026-01-01 – 2026-04-01 (2026-04-01 excluded) · as of 2026-04-01T00:00:00Z
      known at 2026-04-02T08:30:00.250Z
      replay: response PT2H business (BERLIN)

      Clock                     Met  Breached  Overdue  Pending  In time        Mean  Of allowed  Verdict
      first response            800       300      100       40   66.7 %  1 h 30 min     150.0 %  slipping
      decision                1,000       100        0      140   90.9 %       1.0 d      52.1 %  holding
      replay: first response    900       250       50       40   75.0 %  1 h 30 min      75.0 %  holding
      replay: decision            0         0        0        0        –           –           –  –

      1,240 handoffs · 400 wasted, of them 100 never worked · wasted cost EUR 12,345.60
      in the replay 300 wasted, 50 never worked

      Outcome by time to first response
      Response    Handoffs         SQL   CUSTOMER
      within 1 h       800  600 75.0 %  80 10.0 %  ████████████████████████████████████████
      later            300   90 30.0 %   3  1.0 %  ███████████████
      never            140    0  0.0 %   0  0.0 %  ███████

      By owner: in time and mean share of the allowed time, for first response and decision
      owner   Handoffs        Response       Decision  Wasted
      ann        1,240  66.7 % 150.0 %  90.9 % 52.1 %     400
      (none)         0       –       –       –      –       0

      Series: in time and mean share of the allowed time, for first response and decision; bars: handoffs
      From        Handoffs        Response       Decision  Wasted
      2026-01-01     1,240  66.7 % 150.0 %  90.9 % 52.1 %     400  ███████████████████████████████████████
      2026-02-15         0       –       –       –      –       0

      stages v1
      1,234 rows read · ROLLUP_MONTH · 12 ms
      "
    `);
  });

  it('keeps within 60 columns', () => {
    const lines = renderSla(ANSWER, QUESTION, viewOf(60)).split('\n');
    expect(lines.filter((line) => line.length > 60)).toEqual([]);
  });

  it('says that there is nothing to show', () => {
    const text = renderSla(answerOf({ total: NOBODY }), { period: PERIOD }, viewOf(80));
    expect(text).toContain('No handoff opened in this period.');
    expect(text).not.toContain('Outcome');
  });
});

it('as CSV has a row per clock, and what is about the first response in its rows', () => {
  const [total, decision, replay, ...others] = parse(slaCsv(ANSWER), { columns: true }) as Record<string, string>[];
  expect(total).toMatchObject({
    ...{ cell: 'total', clock: 'first_response', handoffs: '1240', met: '800', compliance_denominator: '1200' },
    ...{ mean_seconds: '5400', mean_ratio: '1.5', verdict: 'SLIPPING', wasted: '400', wasted_cost: '12345.60' },
    ...{ within_3600_handoffs: '800', within_3600_sql: '600', never_customer: '0', later_customer: '3' },
  });
  expect(decision).toMatchObject({ clock: 'decision', met: '1000', wasted: '', within_3600_handoffs: '' });
  expect(replay).toMatchObject({ clock: 'replay_first_response', wasted: '300', never_worked: '50', wasted_cost: '' });
  expect(others.map(({ clock }) => clock).slice(0, 3)).toEqual(['replay_decision', 'first_response', 'decision']);
  expect(others).toHaveLength(1 + 4 + 2 + 4 + 2);
});
