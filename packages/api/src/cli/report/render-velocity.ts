import { type DurationFigures, findStage, type VelocityQuestion } from '@leadstage/core';
import type { ReportAnswer } from '../../query/run-report.js';
import { duration, length } from './format-duration.js';
import { count } from './format-number.js';
import { bucketColumn, groupColumns, groupName, groupSeries } from './group-columns.js';
import { footer, header, section, sections, type View } from './render-frame.js';
import { type Column, column, drawTable } from './table.js';
import { visibleText } from './visible-text.js';

type Answer = ReportAnswer<DurationFigures>;

/** Time from stage to stage as text for a terminal: the total with its histogram, then groups, then the series. */
export function renderVelocity(answer: Answer, question: VelocityQuestion, view: View): string {
  const { total, groups, series, by } = answer;
  const [from, to] = [question.from, question.to].map((name) => stageName(answer, name));
  const basis = question.basis === 'FROM' ? from : to;
  const drawSeries = (caption: string, points: Answer['series']) => section(caption, seriesTable(points, view), view);
  return sections(
    header(`Velocity ${from} → ${to}`, [`leads that entered ${basis} in the period`], answer, question, view),
    drawTable({ keys: [], columns: durationColumns([total]) }, view),
    total.count === 0
      ? `No lead with an entry into ${basis} in this period has explicit entries into both stages.`
      : '',
    total.count === 0 ? '' : section('Histogram', histogram(total, view), view),
    by.length > 0 ? section(`By ${by.map(visibleText).join(', ')}`, groupTable(answer, view), view) : '',
    series.length > 0 ? drawSeries('Series; bars: median', series) : '',
    ...groupSeries(groups, (group) => drawSeries(groupName(by, group), group.series)),
    footer(answer, view),
  );
}

/** The stage's own key, where it was asked for by another name. */
function stageName({ definitions }: Answer, name: string): string {
  return visibleText(findStage(definitions, name)?.key ?? name);
}

function durationColumns(rows: readonly DurationFigures[]): Column[] {
  const durations = (title: string, of: (row: DurationFigures) => number | null) =>
    column(
      title,
      'right',
      rows.map((row) => duration(of(row))),
    );
  return [
    column(
      'Leads',
      'right',
      rows.map((row) => count(row.count)),
    ),
    durations('Mean', ({ mean }) => mean),
    durations('Median', ({ median }) => median),
    durations('p75', ({ p75 }) => p75),
    durations('p90', ({ p90 }) => p90),
  ];
}

function histogram({ histogram }: DurationFigures, view: View): string {
  const counts = histogram.map((each) => each.count);
  return drawTable(
    {
      keys: [column('Time', 'left', histogram.map(className))],
      columns: [column('Leads', 'right', counts.map(count))],
      bars: counts,
    },
    view,
  );
}

function className({ from, to }: DurationFigures['histogram'][number]): string {
  if (to === null) return `${length(from)} and more`;
  return from === 0 ? `under ${length(to)}` : `${length(from)} – ${length(to)}`;
}

function groupTable({ groups, by }: Answer, view: View): string {
  if (groups.length === 0) return 'No groups.';
  const columns = durationColumns(groups.map((group) => group.figures));
  return drawTable({ keys: groupColumns(by, groups), columns }, view);
}

function seriesTable(series: Answer['series'], view: View): string {
  const figures = series.map((point) => point.figures);
  const bars = figures.map(({ median }) => median);
  return drawTable({ keys: [bucketColumn(series)], columns: durationColumns(figures), bars }, view);
}
