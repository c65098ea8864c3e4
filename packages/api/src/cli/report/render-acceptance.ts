import type { AcceptanceBody, AcceptanceFigures, AcceptanceQuestion, GoalStanding, Rate } from '@leadstage/core';
import type { Answer } from '../../query/run-report.js';
import { count, interval, NOTHING, percent } from './format-number.js';
import { bucketColumn, groupColumns, groupName, groupSeries } from './group-columns.js';
import { footer, header, periodText, section, sections, type View } from './render-frame.js';
import { type Column, column, drawTable } from './table.js';
import { visibleKey, visibleText } from './visible-text.js';

type Accepted = Answer<AcceptanceBody>;

/** Acceptance as text for a terminal: outcomes, rates, reasons, then groups, the series, and goals. */
export function renderAcceptance(answer: Accepted, question: AcceptanceQuestion, view: View): string {
  const { total, groups, series, by, goals } = answer;
  const drawSeries = (caption: string, points: Accepted['series']) => section(caption, seriesTable(points, view), view);
  return sections(
    header('Acceptance', ['handoffs that opened in the period'], answer, question, view),
    outcomeTable(total, view),
    total.handedOver === 0 ? 'No lead was handed over in this period.' : rateTable(total, view),
    total.rejections.length > 0 ? section('Rejections by reason', reasonTable(total, view), view) : '',
    by.length > 0 ? section(`By ${by.map(visibleText).join(', ')}`, groupTable(answer, view), view) : '',
    series.length > 0 ? drawSeries('Series; bars: handed over', series) : '',
    ...groupSeries(groups, (group) => drawSeries(groupName(by, group), group.series)),
    goals.length > 0 ? section('Goals', goalTable(goals, view), view) : '',
    footer(answer, view),
  );
}

const OUTCOMES = [
  ['Accepted', 'accepted'],
  ['Rejected', 'rejected'],
  ['Recycled', 'recycled'],
  ['Disqualified', 'disqualified'],
  ['Open', 'open'],
] as const;

function outcomeTable(total: AcceptanceFigures, view: View): string {
  const counts = [total.handedOver, ...OUTCOMES.map(([, name]) => total[name])];
  const shares = counts.map((each) => (total.handedOver === 0 ? NOTHING : percent(each / total.handedOver)));
  return drawTable(
    {
      keys: [column('Handoffs', 'left', ['Handed over', ...OUTCOMES.map(([title]) => title)])],
      columns: [column('Count', 'right', counts.map(count)), column('Share', 'right', shares)],
      bars: counts,
    },
    view,
  );
}

function rateTable({ acceptanceRate, acceptanceRateOfDecided }: AcceptanceFigures, view: View): string {
  const rates = [acceptanceRate, acceptanceRateOfDecided];
  const cells = (title: string, of: (rate: Rate) => string) => column(title, 'right', rates.map(of));
  return drawTable(
    {
      keys: [column('Acceptance', 'left', ['of handed over', 'of decided'])],
      columns: [
        cells('Rate', ({ value }) => percent(value)),
        cells('95 % interval', interval),
        cells('Accepted of', ({ numerator, denominator }) => `${count(numerator)} of ${count(denominator)}`),
      ],
    },
    view,
  );
}

function reasonTable({ rejections }: AcceptanceFigures, view: View): string {
  const counts = rejections.map(({ handoffs }) => handoffs);
  return drawTable(
    {
      keys: [
        column(
          'Reason',
          'left',
          rejections.map(({ reason }) => visibleKey(reason)),
        ),
      ],
      columns: [column('Handoffs', 'right', counts.map(count))],
      bars: counts,
    },
    view,
  );
}

function figureColumns(rows: readonly AcceptanceFigures[]): Column[] {
  const cells = (title: string, of: (row: AcceptanceFigures) => string) => column(title, 'right', rows.map(of));
  return [
    cells('Handed over', ({ handedOver }) => count(handedOver)),
    ...OUTCOMES.map(([title, name]) => cells(title, (row) => count(row[name]))),
    cells('Rate', ({ acceptanceRate }) => percent(acceptanceRate.value)),
    cells('Of decided', ({ acceptanceRateOfDecided }) => percent(acceptanceRateOfDecided.value)),
  ];
}

function groupTable({ groups, by }: Accepted, view: View): string {
  if (groups.length === 0) return 'No groups.';
  const columns = figureColumns(groups.map(({ figures }) => figures));
  return drawTable({ keys: groupColumns(by, groups), columns }, view);
}

function seriesTable(series: Accepted['series'], view: View): string {
  const figures = series.map((point) => point.figures);
  const bars = figures.map(({ handedOver }) => handedOver);
  return drawTable({ keys: [bucketColumn(series)], columns: figureColumns(figures), bars }, view);
}

function goalTable(goals: readonly GoalStanding[], view: View): string {
  const cells = (title: string, of: (goal: GoalStanding) => string, align: Column['align'] = 'right') =>
    column(title, align, goals.map(of));
  return drawTable(
    {
      keys: [cells('Goal', ({ key }) => visibleText(key), 'left')],
      columns: [
        cells('Stage', ({ stage }) => (stage ? visibleText(stage.key) : NOTHING), 'left'),
        cells('Period', ({ period }) => periodText(period), 'left'),
        cells('Entered', ({ entered }) => count(entered)),
        cells('Target', ({ target }) => count(target)),
        cells('Attainment', ({ attainment }) => percent(attainment)),
        cells('Pace', ({ pace }) => (pace === null ? NOTHING : pace.toFixed(2))),
        cells('Elapsed', ({ elapsedShare }) => percent(elapsedShare)),
      ],
    },
    view,
  );
}
