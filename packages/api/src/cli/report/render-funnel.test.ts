import type { Group } from '@leadstage/core';
import { describe, expect, it } from 'vitest';
import { displayWidth } from './display-width.js';
import { renderFunnel } from './render-funnel.js';
import { answerOf, cohortOf, flowOf, viewOf } from './testing.js';

const PERIOD = { start: '2026-01-01', end: '2026-04-01' };

// Worked example A: 100 leads of each type, 80 MQL each, 8 and 48 SQL; 56 of 160 is 35 %.
const E_BOOK = { keys: ['e-book'], figures: cohortOf(100, 80, 8), series: [] };
const DEMO = { keys: ['demo request'], figures: cohortOf(100, 80, 48), series: [] };
const EXAMPLE_A = answerOf({ total: cohortOf(200, 160, 56), groups: [E_BOOK, DEMO] }, { by: ['leadType'] });

const MONTHS = ['2026-01', '2026-02', '2026-03', '2026-04'];
const SERIES = [cohortOf(1_200, 960, 96), cohortOf(600, 480, 48), cohortOf(0, 0, 0)].map((figures, index) => ({
  period: { start: `${MONTHS[index]}-01`, end: `${MONTHS[index + 1]}-01` },
  figures,
}));

describe('renderFunnel', () => {
  it('shows a cohort with its groups at width 80', () => {
    expect(renderFunnel(EXAMPLE_A, { period: PERIOD }, viewOf(80))).toMatchInlineSnapshot(`
      "Funnel · Acme
      2026-01-01 – 2026-04-01 (2026-04-01 excluded) · as of 2026-04-01T00:00:00Z
      known at 2026-04-02T08:30:00.250Z
      cohort: leads that entered LEAD in the period

      Stage  Reached  Step rate  95 % interval  Overall
      LEAD       200          –              –  100.0 %  █████████████████████████████
      MQL        160     80.0 %  73.9 – 85.0 %   80.0 %  ███████████████████████▎
      SQL         56     35.0 %  28.0 – 42.7 %   28.0 %  ████████▏

      By leadType: reached and step rate
      leadType      LEAD                        MQL                        SQL
      e-book         100  80 80.0 % (71.1 – 86.7 %)   8 10.0 %  (5.2 – 18.5 %)
      demo request   100  80 80.0 % (71.1 – 86.7 %)  48 60.0 % (49.0 – 70.0 %)

      stages v1
      1,234 rows read · ROLLUP_MONTH · 12 ms
      "
    `);
  });

  it('shows the same at width 120', () => {
    expect(renderFunnel(EXAMPLE_A, { period: PERIOD }, viewOf(120))).toMatchInlineSnapshot(`
      "Funnel · Acme
      2026-01-01 – 2026-04-01 (2026-04-01 excluded) · as of 2026-04-01T00:00:00Z · known at 2026-04-02T08:30:00.250Z
      cohort: leads that entered LEAD in the period

      Stage  Reached  Step rate  95 % interval  Overall
      LEAD       200          –              –  100.0 %  ████████████████████████████████████████
      MQL        160     80.0 %  73.9 – 85.0 %   80.0 %  ████████████████████████████████
      SQL         56     35.0 %  28.0 – 42.7 %   28.0 %  ███████████▎

      By leadType: reached and step rate
      leadType      LEAD                        MQL                        SQL
      e-book         100  80 80.0 % (71.1 – 86.7 %)   8 10.0 %  (5.2 – 18.5 %)
      demo request   100  80 80.0 % (71.1 – 86.7 %)  48 60.0 % (49.0 – 70.0 %)

      stages v1
      1,234 rows read · ROLLUP_MONTH · 12 ms
      "
    `);
  });

  it('leaves out the interval first, and then the bars, where there is little room', () => {
    expect(renderFunnel(EXAMPLE_A, { period: PERIOD }, viewOf(44))).toMatchInlineSnapshot(`
      "Funnel · Acme
      2026-01-01 – 2026-04-01 (2026-04-01
      excluded) · as of 2026-04-01T00:00:00Z
      known at 2026-04-02T08:30:00.250Z
      cohort: leads that entered LEAD in the
      period

      Stage  Reached  Step rate  Overall
      LEAD       200          –  100.0 %  ████████
      MQL        160     80.0 %   80.0 %  ██████▍
      SQL         56     35.0 %   28.0 %  ██▎

      By leadType: reached and step rate
      leadType      LEAD        MQL        SQL
      e-book         100  80 80.0 %   8 10.0 %
      demo request   100  80 80.0 %  48 60.0 %

      stages v1
      1,234 rows read · ROLLUP_MONTH · 12 ms
      "
    `);
  });

  it('shows a series with a bar per bucket, also for a bucket in which nothing happened', () => {
    const answer = answerOf({ total: cohortOf(1_800, 1_440, 144), series: SERIES });
    expect(renderFunnel(answer, { period: PERIOD, grain: 'MONTH' }, viewOf(80))).toMatchInlineSnapshot(`
      "Funnel · Acme
      2026-01-01 – 2026-04-01 (2026-04-01 excluded) · as of 2026-04-01T00:00:00Z
      known at 2026-04-02T08:30:00.250Z
      cohort: leads that entered LEAD in the period

      Stage  Reached  Step rate  95 % interval  Overall
      LEAD     1,800          –              –  100.0 %  █████████████████████████████
      MQL      1,440     80.0 %  78.1 – 81.8 %   80.0 %  ███████████████████████▎
      SQL        144     10.0 %   8.6 – 11.7 %    8.0 %  ██▍

      Series: reached and step rate; bars: LEAD
      From      LEAD                         MQL                       SQL
      2026-01  1,200  960 80.0 % (77.6 – 82.2 %)  96 10.0 % (8.3 – 12.1 %)  ██████████
      2026-02    600  480 80.0 % (76.6 – 83.0 %)  48 10.0 % (7.6 – 13.0 %)  █████
      2026-03      0    0      –                   0      –

      stages v1
      1,234 rows read · ROLLUP_MONTH · 12 ms
      "
    `);
  });

  it('names every condition', () => {
    const question = {
      period: PERIOD,
      conversionWindow: 30 * 86_400_000,
      includeImplied: false,
      filter: { source: { in: ['web', null] }, region: { notIn: ['EMEA'] } },
    };
    expect(renderFunnel(EXAMPLE_A, question, viewOf(80)).split('\n').slice(0, 5)).toEqual([
      'Funnel · Acme',
      '2026-01-01 – 2026-04-01 (2026-04-01 excluded) · as of 2026-04-01T00:00:00Z',
      'known at 2026-04-02T08:30:00.250Z',
      'cohort: leads that entered LEAD in the period · within 30 d of it',
      'explicit entries only · source = web, (none) · region ≠ EMEA',
    ]);
  });

  it('shows a throughput with ratios beyond 100 %', () => {
    const answer = answerOf({ total: flowOf(50, 80, 0, 4) });
    expect(renderFunnel(answer, { period: PERIOD, mode: 'THROUGHPUT' }, viewOf(80))).toMatchInlineSnapshot(`
      "Funnel · Acme
      2026-01-01 – 2026-04-01 (2026-04-01 excluded) · as of 2026-04-01T00:00:00Z
      known at 2026-04-02T08:30:00.250Z
      throughput: entries in the period

      Stage  Entered  Period ratio
      LEAD        50             –  █████████████████████████
      MQL         80       160.0 %  ████████████████████████████████████████
      SQL          0         0.0 %
      QSO          4             –  ██

      stages v1
      1,234 rows read · ROLLUP_MONTH · 12 ms
      "
    `);
  });

  it('says when the cohort is empty', () => {
    const text = renderFunnel(answerOf({ total: cohortOf(0, 0) }), { period: PERIOD }, viewOf(80));
    expect(text).toContain('LEAD         0          –              –        –\n');
    expect(text).toContain('No lead entered LEAD in this period.');
  });

  it('keeps columns aligned, and the terminal safe, whatever groups are called', () => {
    const names = ['漢字', '🫠 x', 'नमस्ते', 'สวัสดี', '\u001b[2Jx', '\u202etxt', 'a\nb', '', null];
    const groups = names.map((name) => ({ keys: [name], figures: cohortOf(7, 3), series: [] }));
    const answer = answerOf({ total: cohortOf(63, 27), groups }, { by: ['source'] });
    const text = renderFunnel(answer, { period: PERIOD }, viewOf(80));
    const rows = text.split('\n').filter((line) => /7 {2}3 42\.9 %/.test(line));
    expect(rows).toHaveLength(names.length);
    expect(new Set(rows.map((row) => displayWidth(row.slice(0, row.indexOf('7  3')))))).toEqual(new Set([16]));
    expect(text).not.toMatch(/\p{Cc}(?<!\n)|\p{Cf}/u);
    expect(rows.slice(4).map((row) => row.split('  ')[0])).toEqual([
      '\\u{1b}[2Jx',
      '\\u{202e}txt',
      'a\\nb',
      '""',
      '(none)',
    ]);
  });

  it('draws the series of ten groups and says how many there are besides', () => {
    const groups: Group<ReturnType<typeof cohortOf>>[] = Array.from({ length: 12 }, (_, index) => ({
      keys: [`s${index}`],
      figures: cohortOf(2, 1),
      series: SERIES,
    }));
    const answer = answerOf({ total: cohortOf(24, 12), groups, series: SERIES }, { by: ['source'] });
    const text = renderFunnel(answer, { period: PERIOD, grain: 'MONTH' }, viewOf(120));
    expect(text.match(/source = s\d+/g)).toHaveLength(10);
    expect(text).toContain('The series of 2 more groups: --format csv or json.');
  });

  it.each([40, 60, 80, 100, 120])('stays within %i columns', (width) => {
    const keys = ['a source with quite a long name', 'Nordrhein-Westfalen', null];
    const groups = [{ keys, figures: cohortOf(123_456, 98_765, 54_321, 12_345, 1_234), series: [] }];
    const answer = answerOf(
      { total: cohortOf(123_456, 98_765, 54_321, 12_345, 1_234), groups, series: [] },
      { by: ['source', 'region', 'x'] },
    );
    const text = renderFunnel(answer, { period: PERIOD, conversionWindow: 86_400_000 }, viewOf(width));
    const widest = Math.max(...text.split('\n').map(displayWidth));
    expect(widest).toBeLessThanOrEqual(width);
  });
});
