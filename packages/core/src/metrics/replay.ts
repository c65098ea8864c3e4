import type { MetricDefinition } from '../metric.js';

/** Its figures are those of the policy in force, by the same formulas. */
export const replay: MetricDefinition = {
  name: 'replay',
  title: 'SLA replay',
  unit: 'RATE',
  formula: 'compliance, verdict, wasted and never worked, each handoff judged by the proposed policies',
  description: 'How the same handoffs would have fared under a proposed policy, beside the policy in force.',
  notes: [
    'A handoff comes under the first proposal whose filter it meets, by its attributes as the report reads them; one that meets none has no target. So the two sides may judge different handoffs: read the counts.',
    'All handoffs of the period are judged, also those that opened before the first policy.',
    'BUSINESS targets count on the version of the calendar in force when the handoff opened; before its first version, on that one. Where no calendar is named it is the first that was defined and is in force at asOf.',
    'Policies keep the attributes that a handoff had when it was judged, a replay takes those known at the report’s knownAt; otherwise a proposal with the terms of the policy in force gives the same counts.',
    'It supposes that sales would have acted at the same instants, whatever had been promised; and so that nothing would have been reassigned or recalled at another time.',
  ],
};
