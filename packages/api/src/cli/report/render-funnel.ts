import type { FunnelFigures, FunnelQuestion, FunnelStage, Group, Point } from '@leadstage/core';
import type { ReportAnswer } from '../../query/run-report.js';
import { length } from './format-duration.js';
import { count, interval, percent } from './format-number.js';
import { bucketColumn, groupColumns, groupName, groupSeries } from './group-columns.js';
import { footer, header, section, sections, type View, wrapped } from './render-frame.js';
import { type Column, column, drawTable, sideBySide, type Table } from './table.js';
import { visibleText } from './visible-text.js';

type Answer = ReportAnswer<FunnelFigures>;

/** The funnel as text for a terminal: the total with a bar per stage, then groups, then the series. */
export function renderFunnel(answer: Answer, question: FunnelQuestion, view: View): string {
  const { total, groups, series, by } = answer;
  const measured = isThroughput(question) ? 'entered and period ratio' : 'reached and step rate';
  const drawSeries = (caption: string, table: Table) => section(caption, drawTable(table, view), view);
  return sections(
    header('Funnel', conditionsOf(total, question), answer, question, view),
    totalTable(total.stages, question, view),
    withoutAccount(total, view),
    countOf(total.stages[0]) === 0 ? `No ${unitOf(question)} entered ${baseOf(total)} in this period.` : '',
    by.length > 0
      ? section(`By ${by.map(visibleText).join(', ')}: ${measured}`, groupTable(answer, question, view), view)
      : '',
    series.length > 0 ? drawSeries(`Series: ${measured}; bars: ${baseOf(total)}`, seriesTable(series, question)) : '',
    ...groupSeries(groups, (group) => drawSeries(groupName(by, group), shortest(seriesTable(group.series, question)))),
    footer(answer, view),
  );
}

function totalTable(stages: readonly FunnelStage[], question: FunnelQuestion, view: View): string {
  const names = stages.map(({ stage }) => visibleText(stage.key));
  const counts = stages.map((stage) => count(countOf(stage)));
  const flow = [
    column('Entered', 'right', counts),
    column(
      'Period ratio',
      'right',
      stages.map(({ periodRatio }) => percent(periodRatio?.value ?? null)),
    ),
  ];
  const cohort = [
    column('Reached', 'right', counts),
    column(
      'Step rate',
      'right',
      stages.map(({ stepRate }) => percent(stepRate?.value ?? null)),
    ),
    intervalColumn(stages),
    column(
      'Overall',
      'right',
      stages.map(({ overallRate }) => percent(overallRate?.value ?? null)),
    ),
    ...(question.conversionWindow === undefined ? [] : maturityColumns(stages)),
  ];
  const columns = isThroughput(question) ? flow : cohort;
  return drawTable({ keys: [column('Stage', 'left', names)], columns, bars: stages.map(countOf) }, view);
}

function maturityColumns(stages: readonly FunnelStage[]): Column[] {
  const values = stages.map(({ projected }) => percent(projected?.value ?? null));
  const intervals = stages.map(({ projected }) => (projected?.low == null ? '' : `(${interval(projected)})`));
  return [
    column(
      'Mature',
      'right',
      stages.map(({ matureShare }) => percent(matureShare?.value ?? null)),
    ),
    { title: 'Projected', align: 'right', forms: [sideBySide([values, intervals]), values] },
  ];
}

/** Said only of accounts, and only where any lead is left out. */
function withoutAccount({ stages }: FunnelFigures, { width }: View): string {
  const leftOut = stages.filter(({ unassigned }) => unassigned !== null && unassigned > 0);
  if (leftOut.length === 0) return '';
  const counts = leftOut.map(({ stage, unassigned }) => `${visibleText(stage.key)} ${count(unassigned)}`);
  return wrapped(['Leads without account, left out', ...counts], width).join('\n');
}

function intervalColumn(stages: readonly FunnelStage[]): Column {
  const intervals = stages.map(({ stepRate }) => interval(stepRate ?? { low: null, high: null }));
  return { title: '95 % interval', align: 'right', forms: [intervals, null] };
}

function groupTable({ groups, by }: Answer, question: FunnelQuestion, view: View): string {
  if (groups.length === 0) return 'No groups.';
  const figures = groups.map((group: Group<FunnelFigures>) => group.figures);
  return drawTable({ keys: groupColumns(by, groups), columns: stageColumns(figures, question) }, view);
}

function seriesTable(series: readonly Point<FunnelFigures>[], question: FunnelQuestion): Table {
  const figures = series.map((point) => point.figures);
  const bars = figures.map(({ stages }) => countOf(stages[0]));
  return { keys: [bucketColumn(series)], columns: stageColumns(figures, question), bars };
}

/** Without intervals: among many small tables, some with and some without would be hard to compare. */
function shortest(table: Table): Table {
  return { ...table, columns: table.columns.map((each) => ({ ...each, forms: each.forms.slice(-1) })) };
}

/** A column per stage with its count, its rate and, where there is room, the rate's interval. */
function stageColumns(rows: readonly FunnelFigures[], question: FunnelQuestion): Column[] {
  const stages = rows[0]?.stages ?? [];
  return stages.map(({ stage }, index) => {
    const cells = rows.map((row) => row.stages[index] as FunnelStage);
    const title = visibleText(stage.key);
    const counts = cells.map((cell) => count(countOf(cell)));
    if (index === 0) return column(title, 'right', counts);
    if (isThroughput(question)) {
      return column(
        title,
        'right',
        sideBySide([counts, cells.map(({ periodRatio }) => percent(periodRatio?.value ?? null))]),
      );
    }
    const rates = cells.map(({ stepRate }) => percent(stepRate?.value ?? null));
    const intervals = cells.map(({ stepRate }) => (stepRate?.value == null ? '' : `(${interval(stepRate)})`));
    return { title, align: 'right', forms: [sideBySide([counts, rates, intervals]), sideBySide([counts, rates])] };
  });
}

function conditionsOf(total: FunnelFigures, question: FunnelQuestion): string[] {
  const { conversionWindow, includeImplied } = question;
  return [
    isThroughput(question)
      ? `throughput: entries${question.unit === 'ACCOUNT' ? ' of accounts' : ''} in the period`
      : `cohort: ${unitOf(question)}s that entered ${baseOf(total)} in the period`,
    ...(conversionWindow === undefined ? [] : [`within ${length(conversionWindow / 1000)} of it`]),
    ...(includeImplied === false ? ['explicit entries only'] : []),
  ];
}

function unitOf({ unit }: FunnelQuestion): string {
  return unit === 'ACCOUNT' ? 'account' : 'lead';
}

function isThroughput({ mode }: FunnelQuestion): boolean {
  return mode === 'THROUGHPUT';
}

function baseOf({ stages }: FunnelFigures): string {
  return visibleText(stages[0]?.stage.key ?? '');
}

function countOf(stage: FunnelStage | undefined): number | null {
  return stage?.reached ?? stage?.entered ?? null;
}
