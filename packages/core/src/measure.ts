import type { SlaMeasure } from './sla-measure.js';
import type { WorkingTime } from './working-time.js';

/**
 * All that the database may be asked. A measure names what is counted, never how a number is made of it; stages are
 * named by id. Each answers `values` per cell, a cell being the total or a group, of the period or of one bucket.
 * A tally is a list of rows, `[label, count, …]`, ascending by label, null last.
 */
export type Measure =
  | ReachedMeasure
  | EnteredMeasure
  | UnassignedMeasure
  | IncidenceMeasure
  | DurationMeasure
  | StayMeasure
  | LagMeasure
  | ValueMeasure
  | StandingMeasure
  | HandoffsMeasure
  | ReasonsMeasure
  | SlaMeasure
  | ResponsesMeasure
  | SpendMeasure
  | FirstCostMeasure;

/**
 * What is counted on the way up. An account reaches a stage when the first of its leads (of those that pass the filter)
 * does, and takes the group of the lead that brought it into the stage that dates the cell; a lead without account is
 * left out.
 */
export type Unit = 'LEAD' | 'ACCOUNT';

/** Leads whose first entry into `base` lies in the period (the bucket), by how far they got. */
export interface ReachedMeasure {
  readonly kind: 'reached';
  readonly unit: Unit;
  readonly base: number;
  /** `values[i]`: how many of them entered `stages[i]`. */
  readonly stages: readonly number[];
  /** At most this long after their entry into `base`, milliseconds; null: ever. */
  readonly within: number | null;
  /** Only those whose entry into `base` lies at least so many milliseconds before `asOf`; null: all. */
  readonly watchedFor: number | null;
  /**
   * Only explicit first entries count, into the base too. Then `values[stages.length + i]` counts those also counted
   * at the stage before `stages[i]`.
   */
  readonly explicitOnly: boolean;
}

/** Leads whose first entry into `stage` lies in the period (the bucket): `values[0]`. */
export interface EnteredMeasure {
  readonly kind: 'entered';
  readonly unit: Unit;
  readonly stage: number;
  readonly explicitOnly: boolean;
}

/** Leads without an account whose first entry into `stage` lies in the period (the bucket): `values[0]`. */
export interface UnassignedMeasure {
  readonly kind: 'unassigned';
  readonly stage: number;
  readonly explicitOnly: boolean;
}

/**
 * What became of the leads whose first entry into `base` lies in the period, on the way to `stage` within `within`
 * milliseconds of it: `values[0]` a letter for each of them in the order of time since that entry, `values[1]` how many
 * were watched (from their entry into the base to `asOf`) for `within` with neither, and have no letter. Out: since a
 * rejection or disqualification, where no entry follows by `asOf`.
 *
 *     R  reached the stage, later than those before       r  at the same instant as the one before
 *     O  was out, later than those before                 o  at the same instant as the one before
 *     L  watched no longer, at or after that instant      N  the same at the very entry into the base
 */
export interface IncidenceMeasure {
  readonly kind: 'incidence';
  readonly unit: Unit;
  readonly base: number;
  readonly stage: number;
  readonly within: number;
  readonly explicitOnly: boolean;
}

/**
 * Time from first entry into `from` to first entry into `to`, neither implied, over leads whose entry into the basis
 * stage lies in the period: count, sum in milliseconds, median, p75, p90 in milliseconds, then the histogram.
 */
export interface DurationMeasure {
  readonly kind: 'duration';
  readonly from: number;
  readonly to: number;
  readonly basis: DurationBasis;
  /** Upper bounds of all histogram classes but the last, milliseconds, ascending; a class is `[lower, upper)`. */
  readonly bounds: readonly number[];
  /** Count working time only; null: time as it passes. */
  readonly clock: WorkingTime | null;
}

/**
 * Stays in a stage that began in the period, each from an explicit entry to the lead's next transition:
 * `values[0]` a tally `[milliseconds, ended, still open]`, where one that is open lasts until `asOf`.
 */
export interface StayMeasure {
  readonly kind: 'stay';
  readonly stage: number;
  readonly clock: WorkingTime | null;
}

/**
 * Leads whose first entry into `to` lies in the period, both entries explicit: `values[0]` a tally
 * `[days, leads]` of the difference between the local dates of their entries into `from` and `to`.
 */
export interface LagMeasure {
  readonly kind: 'lag';
  readonly from: number;
  readonly to: number;
}

/**
 * Leads whose first entry into `stage` lies in the period: `values[0]` how many carry a value, `values[1]` its sum in
 * minor units as decimal text, each lead's value rounded once, halves away from zero.
 */
export interface ValueMeasure {
  readonly kind: 'value';
  readonly stage: number;
}

/** The same of the leads that stand in one of the stages at `asOf`. Knows no period: buckets have no rows. */
export interface StandingMeasure {
  readonly kind: 'standing';
  readonly stages: readonly number[];
}

/** Handoffs that opened in the period: all, accepted, rejected, recycled, disqualified by `asOf`. */
export interface HandoffsMeasure {
  readonly kind: 'handoffs';
}

/** Of them, those that were rejected by `asOf`: `values[0]` a tally `[reason or null, handoffs]`. */
export interface ReasonsMeasure {
  readonly kind: 'reasons';
}

/**
 * Handoffs that opened in the period, by time to first response as it passes, in bands `(lower, upper]` of milliseconds,
 * then later than the last, then not responded to by `asOf`: three values a band, handoffs, of them SQL, of them
 * CUSTOMER by `asOf`.
 */
export interface ResponsesMeasure {
  readonly kind: 'responses';
  readonly bounds: readonly number[];
}

export type { SlaCalendar, SlaMeasure, SlaProposal, SlaTargets, SlaTime } from './sla-measure.js';

export type DurationBasis = 'FROM' | 'TO';
export type CostScope = 'MARKETING' | 'SALES';

/** Cost accrued over the period (the bucket) moved back by `lagDays`: `values[0]`, minor units as decimal text. */
export interface SpendMeasure {
  readonly kind: 'spend';
  readonly scopes: readonly CostScope[];
  readonly lagDays: number;
  readonly part: SpendPart;
}

/**
 * TOTAL: what passes the filter. GROUP: of it, what carries every attribute of `by`. UNALLOCATED: of it, what lacks
 * one. OUTSIDE_FILTER: what lacks an attribute of the filter, so that nobody can say whether it passes.
 * BY_ATTRIBUTES: all cost whatever the filter, by the attributes of `by`, null where an entry lacks one; no total.
 */
export type SpendPart = 'TOTAL' | 'GROUP' | 'UNALLOCATED' | 'OUTSIDE_FILTER' | 'BY_ATTRIBUTES';

/** The first date on which any cost of the scopes accrues, whatever the filter: `values[0]`, null where there is none. */
export interface FirstCostMeasure {
  readonly kind: 'firstCost';
  readonly scopes: readonly CostScope[];
}

export type Tally = readonly (readonly (number | string | null)[])[];
export type MeasureValue = number | string | null | Tally;

/** What the database answers: one row per measure and cell that has any data. */
export interface MeasureRow {
  /** Position in the list of measures asked. */
  readonly measure: number;
  /** Position of the bucket; null for the whole period. */
  readonly bucket: number | null;
  /** Values of the `by` attributes; null for the total. */
  readonly keys: readonly (string | null)[] | null;
  readonly values: readonly MeasureValue[];
}

/**
 * What a cell without rows answers: nobody was counted and nothing was spent, but a median of nothing is unknown.
 */
export function valuesOfNothing(measure: Measure): readonly MeasureValue[] {
  switch (measure.kind) {
    case 'reached':
      return measure.stages.flatMap(() => (measure.explicitOnly ? [0, 0] : [0]));
    case 'entered':
    case 'unassigned':
      return [0];
    case 'duration':
      return [0, '0', null, null, null, ...measure.bounds.map(() => 0), 0];
    case 'incidence':
      return ['', 0];
    case 'stay':
    case 'lag':
    case 'reasons':
      return [[]];
    case 'value':
    case 'standing':
      return [0, '0'];
    case 'handoffs':
      return [0, 0, 0, 0, 0];
    case 'sla':
      return [0, 0, 0, 0, 0, 0, 0];
    case 'responses':
      return [...measure.bounds, 'later', 'never'].flatMap(() => [0, 0, 0]);
    case 'spend':
      return ['0'];
    case 'firstCost':
      return [null];
  }
}
