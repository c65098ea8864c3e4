import type { ResponseOutcome, SlaClockFigures, SlaFigures, SlaQuestion } from '@leadstage/core';
import type { ReportAnswer } from '../../query/run-report.js';
import { duration, length } from './format-duration.js';
import { count, interval, money, NOTHING, percent } from './format-number.js';
import { bucketColumn, groupColumns, groupName, groupSeries } from './group-columns.js';
import { footer, header, section, sections, type View, wrapped } from './render-frame.js';
import { type Column, column, drawTable, sideBySide } from './table.js';
import { visibleText } from './visible-text.js';

type Answer = ReportAnswer<SlaFigures>;

/** Whether sales follows up in time, as text for a terminal: both clocks, what came of it, then groups and series. */
export function renderSla(answer: Answer, question: SlaQuestion, view: View): string {
  const { total, groups, series, by } = answer;
  const measured = 'in time and mean share of the allowed time, for first response and decision';
  const drawSeries = (caption: string, points: Answer['series']) => section(caption, seriesTable(points, view), view);
  return sections(
    header('SLA', replayText(question), answer, question, view),
    clockTable(total, view),
    wrapped(summary(total, answer.currency), view.width).join('\n'),
    total.handoffs === 0 ? '' : section('Outcome by time to first response', outcomeTable(total, view), view),
    by.length > 0 ? section(`By ${by.map(visibleText).join(', ')}: ${measured}`, groupTable(answer, view), view) : '',
    series.length > 0 ? drawSeries(`Series: ${measured}; bars: handoffs`, series) : '',
    ...groupSeries(groups, (group) => drawSeries(groupName(by, group), group.series)),
    footer(answer, view),
  );
}

function clockTable({ firstResponse, decision, replay }: SlaFigures, view: View): string {
  const rows: readonly (readonly [string, SlaClockFigures])[] = [
    ['first response', firstResponse],
    ['decision', decision],
    ...(replay
      ? ([
          ['replay: first response', replay.firstResponse],
          ['replay: decision', replay.decision],
        ] as const)
      : []),
  ];
  const cells = (title: string, of: (figures: SlaClockFigures) => string, align: Column['align'] = 'right') =>
    column(
      title,
      align,
      rows.map(([, figures]) => of(figures)),
    );
  const intervals = rows.map(([, { complianceRate }]) => interval(complianceRate));
  return drawTable(
    {
      keys: [
        column(
          'Clock',
          'left',
          rows.map(([name]) => name),
        ),
      ],
      columns: [
        cells('Met', ({ met }) => count(met)),
        cells('Breached', ({ breached }) => count(breached)),
        cells('Overdue', ({ overdue }) => count(overdue)),
        cells('Pending', ({ pending }) => count(pending)),
        cells('In time', ({ complianceRate }) => percent(complianceRate.value)),
        { title: '95 % interval', align: 'right', forms: [intervals, null] },
        cells('Mean', ({ meanDuration }) => duration(meanDuration)),
        cells('Of allowed', ({ meanRatio }) => percent(meanRatio)),
        cells('Verdict', ({ verdict }) => verdict?.toLowerCase() ?? NOTHING, 'left'),
      ],
    },
    view,
  );
}

function summary({ handoffs, wasted, neverWorked, wastedCost, replay }: SlaFigures, currency: string): string[] {
  if (handoffs === 0) return ['No handoff opened in this period.'];
  return [
    `${count(handoffs)} ${handoffs === 1 ? 'handoff' : 'handoffs'}`,
    `${count(wasted)} wasted, of them ${count(neverWorked)} never worked`,
    ...(wastedCost === null ? [] : [`wasted cost ${currency} ${money(wastedCost)}`]),
    ...(replay ? [`in the replay ${count(replay.wasted)} wasted, ${count(replay.neverWorked)} never worked`] : []),
  ];
}

function outcomeTable({ outcomes }: SlaFigures, view: View): string {
  const came = (title: string, of: (outcome: ResponseOutcome) => ResponseOutcome['sqlRate']) =>
    column(
      title,
      'right',
      sideBySide([outcomes.map((each) => count(of(each).numerator)), outcomes.map((each) => percent(of(each).value))]),
    );
  const handoffs = outcomes.map((each) => each.handoffs);
  return drawTable(
    {
      keys: [column('Response', 'left', outcomes.map(bandName))],
      columns: [
        column('Handoffs', 'right', handoffs.map(count)),
        came('SQL', ({ sqlRate }) => sqlRate),
        came('CUSTOMER', ({ customerRate }) => customerRate),
      ],
      bars: handoffs,
    },
    view,
  );
}

function bandName({ band, within }: ResponseOutcome): string {
  return within === null ? band.toLowerCase() : `within ${length(within)}`;
}

function groupTable({ groups, by }: Answer, view: View): string {
  if (groups.length === 0) return 'No groups.';
  const figures = groups.map((group) => group.figures);
  return drawTable({ keys: groupColumns(by, groups), columns: figuresColumns(figures) }, view);
}

function seriesTable(series: Answer['series'], view: View): string {
  const figures = series.map((point) => point.figures);
  const bars = figures.map(({ handoffs }) => handoffs);
  return drawTable({ keys: [bucketColumn(series)], columns: figuresColumns(figures), bars }, view);
}

function figuresColumns(rows: readonly SlaFigures[]): Column[] {
  const clock = (title: string, of: (row: SlaFigures) => SlaClockFigures) => {
    const inTime = rows.map((row) => percent(of(row).complianceRate.value));
    const ratios = rows.map((row) => percent(of(row).meanRatio));
    return { title, align: 'right', forms: [sideBySide([inTime, ratios]), inTime] } as const;
  };
  const counts = (title: string, of: (row: SlaFigures) => number) =>
    column(
      title,
      'right',
      rows.map((row) => count(of(row))),
    );
  return [
    counts('Handoffs', ({ handoffs }) => handoffs),
    clock('Response', ({ firstResponse }) => firstResponse),
    clock('Decision', ({ decision }) => decision),
    counts('Wasted', ({ wasted }) => wasted),
  ];
}

/** What the replay proposes, as the header says it. */
function replayText({ replay = [] }: SlaQuestion): string[] {
  return replay.map(({ firstResponse, decision, calendar }) => {
    const targets = [
      ...(firstResponse ? [`response ${firstResponse.within} ${firstResponse.clock.toLowerCase()}`] : []),
      ...(decision ? [`decision ${decision.within} ${decision.clock.toLowerCase()}`] : []),
    ];
    return `replay: ${targets.join(', ')}${calendar === undefined ? '' : ` (${visibleText(calendar)})`}`;
  });
}
