import { type AcceptanceBody, type AcceptanceFigures, rateOf } from '@leadstage/core';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../query/run-report.js';
import { acceptanceCsv } from './acceptance-csv.js';
import { renderAcceptance } from './render-acceptance.js';
import { answerOf, stageOf, viewOf } from './testing.js';
import { toJson } from './to-json.js';

const PERIOD = { start: '2026-01-01', end: '2026-04-01' };

function figures(
  handedOver: number,
  accepted: number,
  reasons: readonly (readonly [string | null, number])[] = [],
): AcceptanceFigures {
  const rejected = reasons.reduce((sum, [, each]) => sum + each, 0);
  const open = handedOver - accepted - rejected;
  return {
    ...{ handedOver, accepted, rejected, recycled: 0, disqualified: 0, open },
    acceptanceRate: rateOf(accepted, handedOver),
    acceptanceRateOfDecided: rateOf(accepted, handedOver - open),
    rejections: reasons.map(([reason, handoffs]) => ({ reason, handoffs })),
  };
}

const TOTAL = figures(160, 56, [
  ['no budget', 20],
  ['too\u001b[2Jsmall, "really"', 4],
  [null, 30],
]);
const ANSWER: Answer<AcceptanceBody> = {
  ...answerOf(
    {
      total: TOTAL,
      groups: [
        { keys: ['ann'], figures: figures(150, 56), series: [] },
        { keys: [null], figures: figures(10, 0), series: [] },
      ],
      series: [
        { period: { start: '2026-01-01', end: '2026-02-01' }, figures: TOTAL },
        { period: { start: '2026-02-01', end: '2026-04-01' }, figures: figures(0, 0) },
      ],
    },
    { by: ['owner'] },
  ),
  goals: [
    {
      ...{ key: 'Q1_SQL', version: 2, name: 'SQLs', stage: stageOf('SQL'), stageId: 4, period: PERIOD, target: 60 },
      ...{ filter: {}, entered: 56, attainment: 56 / 60, pace: 56 / 60, elapsedShare: 1 },
    },
    {
      ...{ key: 'LATER', version: 1, name: 'Later', stage: null, stageId: 9, target: 5, filter: {} },
      ...{ period: { start: '2026-03-31', end: '2027-01-01' } },
      ...{ entered: null, attainment: null, pace: null, elapsedShare: 0.0036 },
    },
  ],
};

describe('renderAcceptance', () => {
  it('shows outcomes, rates, reasons, groups, series and goals', () => {
    expect(renderAcceptance(ANSWER, { period: PERIOD }, viewOf(90))).toMatchInlineSnapshot(`
      "Acceptance · Acme
      2026-01-01 – 2026-04-01 (2026-04-01 excluded) · as of 2026-04-01T00:00:00Z
      known at 2026-04-02T08:30:00.250Z
      handoffs that opened in the period

      Handoffs      Count    Share
      Handed over     160  100.0 %  ████████████████████████████████████████
      Accepted         56   35.0 %  ██████████████
      Rejected         54   33.8 %  █████████████▌
      Recycled          0    0.0 %
      Disqualified      0    0.0 %
      Open             50   31.3 %  ████████████▌

      Acceptance        Rate  95 % interval  Accepted of
      of handed over  35.0 %  28.0 – 42.7 %    56 of 160
      of decided      50.9 %  41.7 – 60.1 %    56 of 110

      Rejections by reason
      Reason                       Handoffs
      no budget                          20  ██████████████████████████▋
      too\\u{1b}[2Jsmall, "really"         4  █████▍
      (none)                             30  ████████████████████████████████████████

      By owner
      owner   Handed over  Accepted  Rejected  Recycled  Disqualified  Open    Rate  Of decided
      ann             150        56         0         0             0    94  37.3 %     100.0 %
      (none)           10         0         0         0             0    10   0.0 %           –

      Series; bars: handed over
      From        Handed over  Accepted  Rejected  Recycled  Disqualified  Open    Rate
      2026-01             160        56        54         0             0    50  35.0 %
      2026-02-01            0         0         0         0             0     0       –

      From        Of decided
      2026-01         50.9 %
      2026-02-01           –

      Goals
      Goal    Stage  Period                   Entered  Target  Attainment  Pace  Elapsed
      Q1_SQL  SQL    2026-01-01 – 2026-04-01       56      60      93.3 %  0.93  100.0 %
      LATER   –      2026-03-31 – 2027-01-01        –       5           –     –    0.4 %

      stages v1
      1,234 rows read · ROLLUP_MONTH · 12 ms
      "
    `);
  });

  it('says that nothing was handed over, and shows no rate of nothing', () => {
    const nothing = { ...answerOf({ total: figures(0, 0) }), goals: [] };
    const text = renderAcceptance(nothing, { period: PERIOD }, viewOf(80));
    expect(text).toContain('No lead was handed over in this period.');
    expect(text).toContain('Handed over       0      –\n');
    expect(text).not.toContain('Rate');
  });
});

describe('acceptance as data', () => {
  it('CSV has a row per cell, unknown rates empty, reasons as a list', () => {
    const [columns, ...rows] = parse(acceptanceCsv(ANSWER)) as string[][];
    const shown = [...columns!.keys()].filter((index) => ![1, 2, 3].includes(index));
    expect(shown.map((index) => columns![index]).slice(0, 10)).toEqual([
      ...['cell', 'by_owner', 'handed_over', 'accepted', 'rejected', 'recycled', 'disqualified', 'open'],
      ...['acceptance_rate', 'acceptance_numerator'],
    ]);
    expect(rows.map((row) => [0, 4, 5, 6, 7, 10, 11, 16].map((index) => row[index]).join('|'))).toEqual([
      'total||160|56|54|50|0.35|0.509090909090909',
      'group|ann|150|56|0|94|0.37333333333333335|1',
      'group||10|0|0|10|0|',
      'total||160|56|54|50|0.35|0.509090909090909',
      'total||0|0|0|0||',
    ]);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([columns!.length]));
    expect(JSON.parse(rows[0]!.at(-1)!)).toEqual([
      ['no budget', 20],
      ['too\u001b[2Jsmall, "really"', 4],
      [null, 30],
    ]);
  });

  it('JSON names the stages of goals by key', () => {
    const { goals, total } = JSON.parse(toJson('acceptance', { id: 'w', name: 'Acme' }, { period: PERIOD }, ANSWER));
    expect(goals[0]).toMatchObject({ key: 'Q1_SQL', stage: 'SQL', entered: 56, target: 60 });
    expect(goals[1]).toMatchObject({ stage: null, entered: null });
    expect(total).toMatchObject({ handedOver: 160, rejections: [{ reason: 'no budget', handoffs: 20 }, {}, {}] });
  });
});
