/**
 * All that the database may be asked. A measure names what is counted, never how a number is made of it; stages are
 * named by id. Each answers `values` per cell, a cell being the total or a group, of the period or of one bucket.
 */
export type Measure = ReachedMeasure | EnteredMeasure | DurationMeasure | SpendMeasure;

/** Leads whose first entry into `base` lies in the period (the bucket), by how far they got. */
export interface ReachedMeasure {
  readonly kind: 'reached';
  readonly base: number;
  /** `values[i]`: how many of them entered `stages[i]`. */
  readonly stages: readonly number[];
  /** At most this long after their entry into `base`, milliseconds; null: ever. */
  readonly within: number | null;
  /**
   * Only explicit first entries count, into the base too. Then `values[stages.length + i]` counts those also counted
   * at the stage before `stages[i]`.
   */
  readonly explicitOnly: boolean;
}

/** Leads whose first entry into `stage` lies in the period (the bucket): `values[0]`. */
export interface EnteredMeasure {
  readonly kind: 'entered';
  readonly stage: number;
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
}

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
 */
export type SpendPart = 'TOTAL' | 'GROUP' | 'UNALLOCATED' | 'OUTSIDE_FILTER';

export type MeasureValue = number | string | null;

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
      return [0];
    case 'duration':
      return [0, '0', null, null, null, ...measure.bounds.map(() => 0), 0];
    case 'spend':
      return ['0'];
  }
}
