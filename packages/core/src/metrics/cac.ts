import type { MetricDefinition } from '../metric.js';

export const cac: MetricDefinition = {
  name: 'cac',
  title: 'Customer acquisition cost',
  unit: 'MONEY',
  formula: 'spend(P moved back by the lag of CUSTOMER), MARKETING and SALES / entered(CUSTOMER, P)',
  description: 'What one new customer has cost marketing and sales together.',
  notes: [
    'SHIFTED cost per CUSTOMER, whatever method and cost scopes the report is asked for. The lag is as asked: lagDays where it is given, else derived by lagFrom and rounded to roundLagToDays.',
    'A bucket has its own dates moved back, also with ROLLING.',
    'Loose cost is allocated as in the rest of the report.',
    'Null where nobody became a customer, or the lag cannot be said. Absent where the ladder has no CUSTOMER.',
  ],
};
