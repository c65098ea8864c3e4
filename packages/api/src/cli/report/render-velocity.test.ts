import type { TimeInStage } from '@leadstage/core';
import { describe, expect, it } from 'vitest';
import { renderVelocity } from './render-velocity.js';
import { BUSINESS_CLOCK } from './render-velocity-times.js';
import { answerOf, durationsOf, stageOf, viewOf } from './testing.js';
import { velocityCsv } from './velocity-csv.js';

const PERIOD = { start: '2026-01-01', end: '2026-04-01' };
const TOTAL = durationsOf([56, 1_261_440, 1_036_800, 1_736_640.4, 2_851_200], [1, 8, 47]);
const GROUPS = [
  { keys: ['e-book'], figures: durationsOf([8, 12_000, 4_500, 45, 59.6]), series: [] },
  { keys: [null], figures: durationsOf([0, null, null, null, null]), series: [] },
];
const CLOCK = { from: 'LEAD', to: 'QSO', businessCalendar: null };
const SERIES = answerOf(
  {
    total: TOTAL,
    groups: GROUPS,
    series: [
      { period: { start: '2026-01-01', end: '2026-02-15' }, figures: TOTAL },
      { period: { start: '2026-02-15', end: '2026-04-01' }, figures: durationsOf([0, null, null, null, null]) },
    ],
  },
  { by: ['leadType'] },
);
const ANSWER = { ...SERIES, ...CLOCK };

/** Stays with three classes, as durations have. */
function staysOf(key: string, figures: Partial<TimeInStage>): TimeInStage {
  const bounds = [0, 3_600, 86_400, null] as const;
  return {
    ...{ stage: stageOf(key), count: 0, ended: 0, open: 0, mean: null, meanOfEnded: null },
    ...{ median: null, p75: null, p90: null, openMedian: null, openLongest: null },
    histogram: [0, 1, 2].map((index) => ({ from: bounds[index]!, to: bounds[index + 1]!, ended: 0, open: 0 })),
    ...figures,
  };
}

describe('renderVelocity', () => {
  it('shows durations, histogram, groups and series at width 80', () => {
    expect(renderVelocity(ANSWER, { period: PERIOD, from: 'lead', to: 'sqo' }, viewOf(80))).toMatchInlineSnapshot(`
      "Velocity LEAD → QSO · Acme
      2026-01-01 – 2026-04-01 (2026-04-01 excluded) · as of 2026-04-01T00:00:00Z
      known at 2026-04-02T08:30:00.250Z
      leads that entered QSO in the period

      Leads    Mean  Median     p75     p90
         56  14.6 d  12.0 d  20.1 d  33.0 d

      Histogram
      Time          Leads
      under 1 h         1  ▉
      1 h – 1 d         8  ██████▊
      1 d and more     47  ████████████████████████████████████████

      By leadType
      leadType  Leads        Mean      Median   p75    p90
      e-book        8  3 h 20 min  1 h 15 min  45 s  1 min
      (none)        0           –           –     –      –

      Series; bars: median
      From        Leads    Mean  Median     p75     p90
      2026-01-01     56  14.6 d  12.0 d  20.1 d  33.0 d  █████████████████████████████
      2026-02-15      0       –       –       –       –

      stages v1
      1,234 rows read · ROLLUP_MONTH · 12 ms
      "
    `);
  });

  it('shows the same at width 120, bars no wider than 40', () => {
    expect(renderVelocity(ANSWER, { period: PERIOD, from: 'lead', to: 'sqo' }, viewOf(120))).toMatchInlineSnapshot(`
      "Velocity LEAD → QSO · Acme
      2026-01-01 – 2026-04-01 (2026-04-01 excluded) · as of 2026-04-01T00:00:00Z · known at 2026-04-02T08:30:00.250Z
      leads that entered QSO in the period

      Leads    Mean  Median     p75     p90
         56  14.6 d  12.0 d  20.1 d  33.0 d

      Histogram
      Time          Leads
      under 1 h         1  ▉
      1 h – 1 d         8  ██████▊
      1 d and more     47  ████████████████████████████████████████

      By leadType
      leadType  Leads        Mean      Median   p75    p90
      e-book        8  3 h 20 min  1 h 15 min  45 s  1 min
      (none)        0           –           –     –      –

      Series; bars: median
      From        Leads    Mean  Median     p75     p90
      2026-01-01     56  14.6 d  12.0 d  20.1 d  33.0 d  ████████████████████████████████████████
      2026-02-15      0       –       –       –       –

      stages v1
      1,234 rows read · ROLLUP_MONTH · 12 ms
      "
    `);
  });

  it('says which entry lies in the period, and that there is nothing to show', () => {
    const answer = { ...answerOf({ total: durationsOf([0, null, null, null, null]) }), ...CLOCK, to: 'SQL' };
    const text = renderVelocity(answer, { period: PERIOD, from: 'LEAD', to: 'SQL', basis: 'FROM' }, viewOf(80));
    expect(text).toContain('\nleads that entered LEAD in the period\n');
    expect(text).toContain('No lead with an entry into LEAD in this period has explicit entries into both stages.');
    expect(text).not.toContain('Histogram');
  });

  describe('with stays', () => {
    const mql = staysOf('MQL', {
      ...{ count: 12, ended: 9, open: 3, meanOfEnded: 90_000, median: 72_000, p75: 180_000 },
      ...{ openMedian: 864_000, openLongest: 1_728_000 },
      histogram: [
        { from: 0, to: 3_600, ended: 2, open: 0 },
        { from: 3_600, to: 86_400, ended: 4, open: 1 },
        { from: 86_400, to: null, ended: 3, open: 2 },
      ],
    });
    const total = {
      ...durationsOf([2, 7_200, 7_200, 7_200, 7_200], [0, 2, 0]),
      timeInStage: [mql, staysOf('SQL', {})],
    };
    const series = [{ period: { start: '2026-01-01', end: '2026-02-01' }, figures: total }];
    const groups = [{ keys: ['web'], figures: total, series: [] }];
    const answer = { ...answerOf({ total, series, groups }, { by: ['source'] }), ...CLOCK, businessCalendar: 'BERLIN' };

    it('shows them in hours on the business clock, the open ones beside', () => {
      const text = renderVelocity(answer, { period: PERIOD, clock: 'BUSINESS' }, viewOf(80));
      expect(text.slice(text.indexOf('\nleads that'), text.indexOf('\n\nBy source'))).toMatchInlineSnapshot(`
        "
        leads that entered QSO in the period · working time of BERLIN

        Leads  Mean  Median  p75  p90
            2   2 h     2 h  2 h  2 h

        Histogram
        Time           Leads
        under 1 h          0
        1 h – 24 h         2  ████████████████████████████████████████
        24 h and more      0"
      `);
      expect(text.slice(text.indexOf('Time in stage'), text.indexOf('stages v1'))).toMatchInlineSnapshot(`
        "Time in stage · open stays count as lasting on
        Stage  Stays  Median   p75  p90  Open  Open median  Open longest
        MQL       12    20 h  50 h    –     3        240 h         480 h
        SQL        0       –     –    –     0            –             –

        Time in MQL
        Time           Ended  Open
        under 1 h          2     0  ████████████████
        1 h – 24 h         4     1  ████████████████████████████████████████
        24 h and more      3     2  ████████████████████████████████████████

        Time in MQL by source
        source  Stays  Median   p75  p90  Open  Open median  Open longest
        web        12    20 h  50 h    –     3        240 h         480 h

        Time in MQL; bars: median
        From     Stays  Median   p75  p90  Open  Open median  Open longest
        2026-01     12    20 h  50 h    –     3        240 h         480 h  ████████████

        Time in SQL by source
        source  Stays  Median  p75  p90  Open  Open median  Open longest
        web         0       –    –    –     0            –             –

        Time in SQL; bars: median
        From     Stays  Median  p75  p90  Open  Open median  Open longest
        2026-01      0       –    –    –     0            –             –

        "
      `);
    });

    it('writes them as columns of a stage, every class of the histogram among them', () => {
      const [head, row] = velocityCsv(answer).split('\n');
      const columns = Object.fromEntries(head!.split(',').map((name, index) => [name, row!.split(',')[index]]));
      expect(columns).toMatchObject({
        ...{ count: '2', MQL_stays: '12', MQL_ended: '9', MQL_open: '3', MQL_mean_seconds: '' },
        ...{ MQL_mean_of_ended_seconds: '90000', MQL_median_seconds: '72000', MQL_p75_seconds: '180000' },
        ...{ MQL_p90_seconds: '', MQL_open_median_seconds: '864000', MQL_open_longest_seconds: '1728000' },
        ...{ MQL_ended_from_3600_to_86400: '4', MQL_open_from_86400: '2', SQL_stays: '0', SQL_open_from_86400: '0' },
      });
      expect(
        velocityCsv(answer)
          .split('\n')
          .map((line) => line.split(',').length),
      ).toEqual([45, 45, 45, 45, 1]);
    });
  });

  it('says working time in hours, whatever there are of them', () => {
    const seconds = [45, 3_599, 3_600, 100_000, 3_600_000, null];
    expect(seconds.map(BUSINESS_CLOCK.duration)).toEqual(['45 s', '59 min 59 s', '1 h', '27 h 47 min', '1,000 h', '–']);
    expect(BUSINESS_CLOCK.className({ from: 86_400, to: 172_800 })).toBe('24 h – 48 h');
  });
});
