import { describe, expect, it } from 'vitest';
import { renderVelocity } from './render-velocity.js';
import { answerOf, durationsOf, viewOf } from './testing.js';

const PERIOD = { start: '2026-01-01', end: '2026-04-01' };
const TOTAL = durationsOf([56, 1_261_440, 1_036_800, 1_736_640.4, 2_851_200], [1, 8, 47]);
const GROUPS = [
  { keys: ['e-book'], figures: durationsOf([8, 12_000, 4_500, 45, 59.6]), series: [] },
  { keys: [null], figures: durationsOf([0, null, null, null, null]), series: [] },
];
const ANSWER = answerOf(
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
    const answer = answerOf({ total: durationsOf([0, null, null, null, null]) });
    const text = renderVelocity(answer, { period: PERIOD, from: 'LEAD', to: 'SQL', basis: 'FROM' }, viewOf(80));
    expect(text).toContain('\nleads that entered LEAD in the period\n');
    expect(text).toContain('No lead with an entry into LEAD in this period has explicit entries into both stages.');
    expect(text).not.toContain('Histogram');
  });
});
