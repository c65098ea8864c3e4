import type { MeasureValue } from '../measure.js';
import type { MetricDefinition } from '../metric.js';

export const timeToReach: MetricDefinition = {
  name: 'timeToReach',
  title: 'Time to reach',
  unit: 'SECONDS',
  formula: 'first entry into `to` − first entry into `from`, neither implied; count, mean, median, p75, p90, histogram',
  description: 'How long leads take from one stage to another, on the wall clock or on the business clock.',
  notes: [
    'Basis TO (default): leads whose first entry into `to` lies in the period. Basis FROM: into `from`.',
    'Quantiles interpolate linearly between neighbours, as percentile_cont of SQL does.',
    'An implied entry has no time of its own, so a lead that skipped either stage is left out.',
    'Basis FROM shows only leads that have arrived: read the slow ones as still missing in a young period.',
    'On the business clock only working time counts, by a calendar of the workspace: by default the one that was defined first. Each moment counts by the version of it that was in force at that moment; before the first version by that one.',
    'Where an own stage came later than the one above it, a time can be negative; it then stands in the first class of the histogram.',
    'In the standard metrics: the median from each standard stage to the next that the ladder has, and from LEAD to CUSTOMER.',
  ],
};

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Upper bounds of the histogram's classes in milliseconds; the last class is open. */
export const HISTOGRAM_BOUNDS: readonly number[] = [
  HOUR,
  4 * HOUR,
  DAY,
  2 * DAY,
  3 * DAY,
  7 * DAY,
  14 * DAY,
  30 * DAY,
  60 * DAY,
  90 * DAY,
  180 * DAY,
  365 * DAY,
];

/** Durations in seconds. */
export interface DurationFigures {
  readonly count: number;
  readonly mean: number | null;
  readonly median: number | null;
  readonly p75: number | null;
  readonly p90: number | null;
  /** Every class, empty ones included, `[from, to)`; the last has no upper bound. */
  readonly histogram: readonly { readonly from: number; readonly to: number | null; readonly count: number }[];
}

/** @param values what a DurationMeasure with HISTOGRAM_BOUNDS answers */
export function timeToReachOf(values: readonly MeasureValue[]): DurationFigures {
  const [count, sum, median, p75, p90, ...classes] = values;
  return {
    count: Number(count),
    mean: Number(count) === 0 ? null : Number(sum) / Number(count) / 1000,
    median: seconds(median),
    p75: seconds(p75),
    p90: seconds(p90),
    histogram: classes.map((size, index) => ({
      from: (HISTOGRAM_BOUNDS[index - 1] ?? 0) / 1000,
      to: index < HISTOGRAM_BOUNDS.length ? (HISTOGRAM_BOUNDS[index] as number) / 1000 : null,
      count: Number(size),
    })),
  };
}

function seconds(milliseconds: MeasureValue | undefined): number | null {
  return milliseconds == null ? null : Number(milliseconds) / 1000;
}
