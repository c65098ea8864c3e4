/** A local calendar date in the workspace's time zone, `YYYY-MM-DD`. */
export type LocalDate = string;

/** A UTC instant in whole milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

export const GRAINS = ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR'] as const;
export type Grain = (typeof GRAINS)[number];

/** A half-open range of local calendar dates `[start, end)`. */
export interface Period {
  readonly start: LocalDate;
  readonly end: LocalDate;
}

/**
 * The three ways to name a period: its dates; the grain's period that contains a date; or the last `count`
 * complete periods of a grain before the local date of `asOf` (the period under way is not among them).
 */
export type PeriodInput =
  | Period
  | { readonly grain: Grain; readonly containing: LocalDate }
  | { readonly last: { readonly count: number; readonly grain: Grain } };

/** What decides where dates, weeks and quarters begin. */
export interface Calendar {
  /** IANA name. */
  readonly timeZone: string;
  /** 1–12. */
  readonly fiscalYearStartMonth: number;
  /** ISO weekday: 1 Monday … 7 Sunday. */
  readonly weekStart: number;
}

/** Keep leads whose attribute is in (or not in) the list; null stands for a missing value. */
export interface AttributeCondition {
  readonly in?: readonly (string | null)[];
  readonly notIn?: readonly (string | null)[];
}

/** Conditions by attribute name, all of which must hold. */
export type LeadFilter = Readonly<Record<string, AttributeCondition>>;

/**
 * AS_THEN: each event counts under the ladder of its day. TODAY: all events count as if the ladder in force at `asOf`
 * had always been in force; a stage that it does not have is no entry.
 */
export type LadderMode = 'AS_THEN' | 'TODAY';

/** What every report takes. */
export interface ReportQuestion {
  readonly period: PeriodInput;
  /** Also answer a series of buckets of this grain. */
  readonly grain?: Grain | undefined;
  readonly filter?: LeadFilter | undefined;
  /** Break down by up to three attributes. */
  readonly by?: readonly string[] | undefined;
  /** Only events that occurred by then count; default now. */
  readonly asOf?: Instant | undefined;
  /** Only what had been recorded by then counts; default: all that is recorded. */
  readonly knownAt?: Instant | undefined;
  /** Default AS_THEN. */
  readonly ladder?: LadderMode | undefined;
}
