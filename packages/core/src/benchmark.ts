import type { Instant, LocalDate } from './question.js';

/** A figure of others to compare with, with where it comes from. */
export interface Benchmark {
  readonly id: number;
  /** Name of one of our metrics, such as `stepRate`. */
  readonly metric: string;
  /** Key of the stage it is about, if any. */
  readonly stage: string | null;
  /** Decimal text in the metric's unit. */
  readonly value: string;
  /** How the source defines the figure. */
  readonly definition: string;
  readonly source: string;
  readonly publishedOn: LocalDate;
  readonly recordedAt: Instant;
  readonly voidedAt: Instant | null;
}
