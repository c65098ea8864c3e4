import type { Group, Point, TimeInStage, VelocityFigures } from '@leadstage/core';
import { count } from './format-number.js';
import { bucketColumn, groupColumns } from './group-columns.js';
import { section, type View } from './render-frame.js';
import type { Times } from './render-velocity-times.js';
import { type Column, column, drawTable } from './table.js';
import { visibleText } from './visible-text.js';

interface Cells {
  readonly total: VelocityFigures;
  readonly groups: readonly Group<VelocityFigures>[];
  readonly series: readonly Point<VelocityFigures>[];
  readonly by: readonly string[];
}

/** Time in stages: a table of them, then the histogram, groups and series of each. Series of groups are not drawn. */
export function staySections({ total, groups, series, by }: Cells, times: Times, view: View): string[] {
  const { timeInStage: stays } = total;
  if (stays.length === 0) return [];
  const keys = [
    column(
      'Stage',
      'left',
      stays.map((each) => visibleText(each.stage.key)),
    ),
  ];
  return [
    section(
      'Time in stage · open stays count as lasting on',
      drawTable({ keys, columns: stayColumns(stays, times) }, view),
      view,
    ),
    ...stays.flatMap((stay, index) => {
      const name = `Time in ${visibleText(stay.stage.key)}`;
      const here = (figures: VelocityFigures) => figures.timeInStage[index] as TimeInStage;
      const ofGroups = groups.map((group) => here(group.figures));
      const ofSeries = series.map((point) => here(point.figures));
      return [
        stay.count === 0 ? '' : section(name, histogram(stay, times, view), view),
        groups.length === 0
          ? ''
          : section(
              `${name} by ${by.map(visibleText).join(', ')}`,
              drawTable({ keys: groupColumns(by, groups), columns: stayColumns(ofGroups, times) }, view),
              view,
            ),
        series.length === 0
          ? ''
          : section(
              `${name}; bars: median`,
              drawTable(
                {
                  keys: [bucketColumn(series)],
                  columns: stayColumns(ofSeries, times),
                  bars: ofSeries.map(({ median }) => median),
                },
                view,
              ),
              view,
            ),
      ];
    }),
  ];
}

function stayColumns(stays: readonly TimeInStage[], { duration }: Times): Column[] {
  const numbers = (title: string, of: (stay: TimeInStage) => number) =>
    column(
      title,
      'right',
      stays.map((stay) => count(of(stay))),
    );
  const durations = (title: string, of: (stay: TimeInStage) => number | null) =>
    column(
      title,
      'right',
      stays.map((stay) => duration(of(stay))),
    );
  return [
    numbers('Stays', (stay) => stay.count),
    durations('Median', (stay) => stay.median),
    durations('p75', (stay) => stay.p75),
    durations('p90', (stay) => stay.p90),
    numbers('Open', (stay) => stay.open),
    durations('Open median', (stay) => stay.openMedian),
    durations('Open longest', (stay) => stay.openLongest),
  ];
}

function histogram({ histogram: classes }: TimeInStage, { className }: Times, view: View): string {
  return drawTable(
    {
      keys: [column('Time', 'left', classes.map(className))],
      columns: [
        column(
          'Ended',
          'right',
          classes.map(({ ended }) => count(ended)),
        ),
        column(
          'Open',
          'right',
          classes.map(({ open }) => count(open)),
        ),
      ],
      bars: classes.map(({ ended, open }) => ended + open),
    },
    view,
  );
}
