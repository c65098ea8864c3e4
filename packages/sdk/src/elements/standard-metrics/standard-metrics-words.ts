import { words } from '../words/words.js';

export interface StandardMetricsWords {
  readonly title: string;
  readonly metric: string;
  readonly whole: string;
  readonly trend: string;
  readonly value: string;
  readonly unit: string;
  readonly numerator: string;
  readonly denominator: string;
  /** `{count}`. */
  readonly measuredOn: string;
  /** `{filter}`. */
  readonly filtered: string;
  readonly families: Readonly<
    Record<
      | 'entered'
      | 'stepRate'
      | 'acceptance'
      | 'attainment'
      | 'timeToReach'
      | 'compliance'
      | 'cost'
      | 'shifted'
      | 'customers'
      | 'other',
      string
    >
  >;
  /** By the metric or the variant of the API, where a family has several. */
  readonly readings: Readonly<Record<string, string>>;
}

export const STANDARD_METRICS_WORDS = words('standardMetrics', {
  title: 'Standard metrics',
  metric: 'Metric',
  whole: 'Whole period',
  trend: 'Trend',
  value: 'Value',
  unit: 'Unit',
  numerator: 'Numerator',
  denominator: 'Denominator',
  measuredOn: 'Measured on {count}',
  filtered: 'Only leads that pass {filter}',
  families: {
    entered: 'Entered',
    stepRate: 'Step rates',
    acceptance: 'Acceptance of handoffs',
    attainment: 'Goal attainment',
    timeToReach: 'Median time to reach',
    compliance: 'SLA compliance',
    cost: 'Cost over the spend of the period',
    shifted: 'Cost over the spend before the lag',
    customers: 'Customers',
    other: 'Others',
  },
  readings: {
    acceptanceRate: 'Of all handoffs',
    acceptanceRateOfDecided: 'Of decided handoffs',
    FIRST_RESPONSE: 'First response',
    DECISION: 'Decision',
    CAC: 'Marketing and sales spend',
  },
} satisfies StandardMetricsWords);
