/** What a metric counts in: a number of leads or of handoffs, a share of 1, a ratio that may pass 1, seconds, days, money or a date. */
export type MetricUnit = 'LEADS' | 'HANDOFFS' | 'RATE' | 'RATIO' | 'SECONDS' | 'DAYS' | 'MONEY' | 'DATE';

/** A number with its meaning, as users read it. The formula that computes it stands in the same file. */
export interface MetricDefinition {
  /** The name in the API. */
  readonly name: string;
  readonly title: string;
  readonly unit: MetricUnit;
  /** In the words of the measures it is made of. */
  readonly formula: string;
  readonly description: string;
  /** Choices made, edges, and what to read with care. */
  readonly notes: readonly string[];
}
