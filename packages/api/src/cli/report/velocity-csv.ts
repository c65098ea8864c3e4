import type { DurationFigures, TimeInStage, VelocityFigures } from '@leadstage/core';
import type { ReportAnswer } from '../../query/run-report.js';
import { type Field, toCsv } from './to-csv.js';

/**
 * Durations in seconds; a class of the histogram is named by its bounds, `from_3600_to_14400`. Columns about stays in a
 * stage begin with its key and follow, stage by stage: `MQL_stays`, …
 */
export function velocityCsv(answer: ReportAnswer<VelocityFigures>): string {
  const { histogram, timeInStage } = answer.total;
  return toCsv(answer, {
    columns: [
      ...['count', 'mean_seconds', 'median_seconds', 'p75_seconds', 'p90_seconds'],
      ...histogram.map(className),
      ...timeInStage.flatMap(stayColumns),
    ],
    rows: (figures) => [
      [
        ...[figures.count, figures.mean, figures.median, figures.p75, figures.p90],
        ...figures.histogram.map((each) => each.count),
        ...figures.timeInStage.flatMap(stayFields),
      ],
    ],
  });
}

function className({ from, to }: Pick<DurationFigures['histogram'][number], 'from' | 'to'>): string {
  return to === null ? `from_${from}` : `from_${from}_to_${to}`;
}

function stayColumns({ stage, histogram }: TimeInStage): string[] {
  return [
    ...['stays', 'ended', 'open', 'mean_seconds', 'mean_of_ended_seconds', 'median_seconds', 'p75_seconds'],
    ...['p90_seconds', 'open_median_seconds', 'open_longest_seconds'],
    ...histogram.map((each) => `ended_${className(each)}`),
    ...histogram.map((each) => `open_${className(each)}`),
  ].map((column) => `${stage.key}_${column}`);
}

function stayFields(stay: TimeInStage): Field[] {
  return [
    ...[stay.count, stay.ended, stay.open, stay.mean, stay.meanOfEnded, stay.median, stay.p75],
    ...[stay.p90, stay.openMedian, stay.openLongest],
    ...stay.histogram.map(({ ended }) => ended),
    ...stay.histogram.map(({ open }) => open),
  ];
}
