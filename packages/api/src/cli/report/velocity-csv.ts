import type { DurationFigures } from '@leadstage/core';
import type { ReportAnswer } from '../../query/run-report.js';
import { toCsv } from './to-csv.js';

/** Durations in seconds; a class of the histogram is named by its bounds, `from_3600_to_14400`. */
export function velocityCsv(answer: ReportAnswer<DurationFigures>): string {
  return toCsv(answer, {
    columns: [
      ...['count', 'mean_seconds', 'median_seconds', 'p75_seconds', 'p90_seconds'],
      ...answer.total.histogram.map(({ from, to }) => (to === null ? `from_${from}` : `from_${from}_to_${to}`)),
    ],
    rows: ({ count, mean, median, p75, p90, histogram }) => [
      [count, mean, median, p75, p90, ...histogram.map((each) => each.count)],
    ],
  });
}
