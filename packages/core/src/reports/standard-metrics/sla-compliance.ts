import type { CountedSla } from '../../cell-reference.js';
import { IN_COMPLIANCE } from '../../counted-in.js';
import { type SlaFigures, sla } from '../sla.js';
import type { TracedMetric } from '../standard-metrics.js';
import { type Family, measuredOf, rateMetric } from './family.js';

/** Which share of the handoffs of the period was responded to, and decided, in the agreed time. */
export const slaCompliance: Family = async ({ question: { period }, frame, desk }) =>
  measuredOf(await sla.answer({ period }, frame, desk), complianceMetrics);

export function complianceMetrics({ firstResponse, decision }: Pick<SlaFigures, 'firstResponse' | 'decision'>) {
  const named = { name: 'complianceRate', unit: 'RATE' } as const;
  const counted = (clock: CountedSla['clock']) => ({
    numerator: { kind: 'sla', clock, statuses: IN_COMPLIANCE.numerator } as const,
    denominator: { kind: 'sla', clock, statuses: IN_COMPLIANCE.denominator } as const,
  });
  return [
    rateMetric(named, null, 'FIRST_RESPONSE', firstResponse.complianceRate, counted('RESPONSE')),
    rateMetric(named, null, 'DECISION', decision.complianceRate, counted('DECISION')),
  ] satisfies TracedMetric[];
}
