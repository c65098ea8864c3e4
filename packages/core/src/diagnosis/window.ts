import { moveByGrains } from '../grain.js';
import { InvalidInput } from '../invalid-input.js';
import { addDays, bucketsOf, dateOf, daysBetween } from '../period.js';
import type { Calendar, Grain, Instant, LocalDate, Period, ReportQuestion } from '../question.js';
import type { Frame } from '../report.js';

export interface DiagnosisQuestion extends ReportQuestion {
  /** How many periods before the period are the baseline, 1–24; default 3. */
  readonly baselinePeriods?: number | undefined;
  /**
   * How long after its entry into a stage a lead may take to the next, milliseconds; only leads that have been watched
   * for so long count. Default 30 days of 24 h, at most 100 years.
   */
  readonly conversionWindow?: number | undefined;
  /** Ids of the benchmarks to compare with; default every one that is comparable. */
  readonly benchmarks?: readonly string[] | undefined;
  /** Attributes to look at, each on its own; default `source` and `leadType`, `[]` none. */
  readonly by?: readonly string[] | undefined;
  /** Buckets of the change point; default WEEK. */
  readonly grain?: Grain | undefined;
}

const DAY = 86_400_000;
const DEFAULT_ATTRIBUTES: readonly string[] = ['source', 'leadType'];
const DEFAULT_PERIODS = 3;
const MOST_PERIODS = 24;
const DEFAULT_WINDOW = 30 * DAY;
const LONGEST_WINDOW = 100 * 366 * DAY;

/** The question with its defaults, over the calendar of the workspace. */
export interface Window {
  readonly attributes: readonly string[];
  readonly baseline: Period;
  readonly baselinePeriods: number;
  readonly conversionWindow: number;
  /** Who entered a stage later has not been watched for long enough. */
  readonly watchedUntil: Instant;
  readonly grain: Grain;
  /** The buckets of the change point, over baseline and period. */
  readonly buckets: readonly Period[];
}

/** @throws InvalidInput INVALID_BASELINE, INVALID_WINDOW, TOO_MANY_BUCKETS, INVALID_DATE */
export function windowOf(question: DiagnosisQuestion, { period, calendar, asOf }: Frame): Window {
  const baselinePeriods = checkedPeriods(question.baselinePeriods ?? DEFAULT_PERIODS);
  const conversionWindow = checkedWindow(question.conversionWindow ?? DEFAULT_WINDOW);
  const baseline = { start: startBefore(period, baselinePeriods), end: period.start };
  const grain = question.grain ?? 'WEEK';
  return {
    attributes: question.by ?? DEFAULT_ATTRIBUTES,
    baseline,
    baselinePeriods,
    conversionWindow,
    watchedUntil: asOf - conversionWindow,
    grain,
    buckets: bucketsOf({ start: baseline.start, end: period.end }, grain, calendar),
  };
}

/**
 * `count` periods of the same length back: in calendar months where the period is whole months, else in days. Before
 * the second quarter of 2026 three such periods begin on 1 July 2025.
 */
function startBefore({ start, end }: Period, count: number): LocalDate {
  if (!start.endsWith('-01') || !end.endsWith('-01')) return addDays(start, -count * daysBetween(start, end));
  return moveByGrains(start, 'MONTH', -count * monthsBetween(start, end));
}

function monthsBetween(start: LocalDate, end: LocalDate): number {
  const month = (date: LocalDate) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  return month(end) - month(start);
}

/**
 * The first date that is not wholly watched at `watchedUntil`, for what can be asked by whole dates alone, as handoffs
 * are: all that happened on earlier dates has been watched for long enough.
 */
export function watchedDates(watchedUntil: Instant, { timeZone }: Calendar): LocalDate {
  return dateOf(watchedUntil, timeZone);
}

function checkedPeriods(count: number): number {
  if (Number.isInteger(count) && count >= 1 && count <= MOST_PERIODS) return count;
  const expected = `a whole number from 1 to ${MOST_PERIODS}`;
  throw new InvalidInput(
    'INVALID_BASELINE',
    ['baselinePeriods'],
    `baselinePeriods is ${expected}, not ${count}: so many periods before the period are compared with.`,
    expected,
  );
}

function checkedWindow(window: number): number {
  if (Number.isInteger(window) && window > 0 && window <= LONGEST_WINDOW) return window;
  const expected = 'more than none and at most 100 years, in hours or days of 24 hours, such as P30D or PT72H';
  throw new InvalidInput(
    'INVALID_WINDOW',
    ['conversionWindow'],
    `A conversion window is ${expected}: leads are compared over the same time.`,
    expected,
  );
}
