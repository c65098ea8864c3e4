import type { DurationFigures, VelocityBody, VelocityQuestion } from '@leadstage/core';
import type { Answer } from '../../query/run-report.js';
import { count } from './format-number.js';
import { bucketColumn, groupColumns, groupName, groupSeries } from './group-columns.js';
import { footer, header, section, sections, type View } from './render-frame.js';
import { staySections } from './render-velocity-stays.js';
import { BUSINESS_CLOCK, type Times, WALL_CLOCK } from './render-velocity-times.js';
import { type Column, column, drawTable } from './table.js';
import { visibleText } from './visible-text.js';

type Velocity = Answer<VelocityBody>;

/** Time from stage to stage as text for a terminal: the total with its histogram, groups, series; then time in stages. */
export function renderVelocity(answer: Velocity, question: VelocityQuestion, view: View): string {
  const { total, groups, series, by, businessCalendar } = answer;
  const [from, to] = [visibleText(answer.from), visibleText(answer.to)];
  const basis = question.basis === 'FROM' ? from : to;
  const times = businessCalendar === null ? WALL_CLOCK : BUSINESS_CLOCK;
  const conditions = [
    `leads that entered ${basis} in the period`,
    ...(businessCalendar === null ? [] : [`working time of ${visibleText(businessCalendar)}`]),
  ];
  const drawSeries = (caption: string, points: Velocity['series']) =>
    section(caption, seriesTable(points, times, view), view);
  return sections(
    header(`Velocity ${from} → ${to}`, conditions, answer, question, view),
    drawTable({ keys: [], columns: durationColumns([total], times) }, view),
    total.count === 0
      ? `No lead with an entry into ${basis} in this period has explicit entries into both stages.`
      : '',
    total.count === 0 ? '' : section('Histogram', histogram(total, times, view), view),
    by.length > 0 ? section(`By ${by.map(visibleText).join(', ')}`, groupTable(answer, times, view), view) : '',
    series.length > 0 ? drawSeries('Series; bars: median', series) : '',
    ...groupSeries(groups, (group) => drawSeries(groupName(by, group), group.series)),
    ...staySections(answer, times, view),
    footer(answer, view),
  );
}

function durationColumns(rows: readonly DurationFigures[], { duration }: Times): Column[] {
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

function histogram({ histogram }: DurationFigures, { className }: Times, view: View): string {
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

function groupTable({ groups, by }: Velocity, times: Times, view: View): string {
  if (groups.length === 0) return 'No groups.';
  const columns = durationColumns(
    groups.map((group) => group.figures),
    times,
  );
  return drawTable({ keys: groupColumns(by, groups), columns }, view);
}

function seriesTable(series: Velocity['series'], times: Times, view: View): string {
  const figures = series.map((point) => point.figures);
  const bars = figures.map(({ median }) => median);
  return drawTable({ keys: [bucketColumn(series)], columns: durationColumns(figures, times), bars }, view);
}
