import type { MeasureValue } from '../measure.js';
import type { MetricDefinition } from '../metric.js';
import { type Rate, rateOf } from '../rate.js';

export const outcomeByResponse: MetricDefinition = {
  name: 'outcomeByResponse',
  title: 'Outcome by response',
  unit: 'RATE',
  formula: 'SQL / handoffs and CUSTOMER / handoffs, by time to first response',
  description:
    'Of the handoffs opened in the period, how many became SQL and CUSTOMER, by how soon sales responded: within 1 h, within 24 h, later, never. What the SLA is for.',
  notes: [
    'All handoffs, with a policy or without; time as it passes, whatever clock a policy counts on.',
    'Bands are (lower, upper]: a response after exactly 1 h is within 1 h. Never: none by asOf, also where there still is time.',
    'A decision counts as a response where it comes before the first activity; acceptance itself is often what makes an SQL.',
    'What came of a handoff is what the lead entered after it opened and before its next handoff did, by asOf. In a ladder without SQL or CUSTOMER that rate is 0.',
    'Young handoffs have had less time. The bands are no experiment: sales may respond sooner to leads that look better.',
  ],
};

/** Upper bounds of the bands where none are given, milliseconds. */
export const RESPONSE_BANDS: readonly number[] = [3_600_000, 86_400_000];

/** Handoffs by time to first response on the wall clock. */
export interface ResponseOutcome {
  /** LATER: after the last bound; NEVER: not by `asOf`. */
  readonly band: 'WITHIN' | 'LATER' | 'NEVER';
  /** Seconds; null for LATER and NEVER. */
  readonly within: number | null;
  readonly handoffs: number;
  readonly sqlRate: Rate;
  readonly customerRate: Rate;
}

/**
 * @param values what a ResponsesMeasure with these bounds answers
 * @param bounds milliseconds
 */
export function outcomesOf(values: readonly MeasureValue[], bounds: readonly number[]): ResponseOutcome[] {
  const bands = [...bounds.map((bound) => ({ band: 'WITHIN' as const, within: bound / 1_000 })), LATER, NEVER];
  return bands.map((band, index) => {
    const [handoffs = 0, sqls = 0, customers = 0] = values.slice(3 * index, 3 * index + 3).map(Number);
    return { ...band, handoffs, sqlRate: rateOf(sqls, handoffs), customerRate: rateOf(customers, handoffs) };
  });
}

const LATER = { band: 'LATER', within: null } as const;
const NEVER = { band: 'NEVER', within: null } as const;
