import type { MetricDefinition } from '../metric.js';

export const roi: MetricDefinition = {
  name: 'roi',
  title: 'Return on investment',
  unit: 'RATIO',
  formula: '(value won in P − spend) / spend, over both cost scopes',
  description: 'What the customers won in a period are worth, beside what was spent to win them. 0 is break-even.',
  notes: [
    'Value won: the values of the leads whose first entry into CUSTOMER lies in the period, each rounded once to the minor unit, halves away from zero. A lead’s value is the one known at knownAt, whatever it was expected to be before.',
    'The spend is that of CUSTOMER by the method asked for (SIMPLE, SHIFTED, ROLLING or KERNEL), but over both cost scopes, as for CAC. ROLLING: the value won in the last days of the bucket.',
    'Leads without a value count as nothing won: read it beside `won`, the number of leads that carry one.',
    'Null where the spend is 0, or its window cannot be said.',
    '1,500.00 won on a spend of 1,000.00 is 0.5.',
    'In the standard metrics: by SHIFTED.',
  ],
};

/** `roiOf(150000n, 100000n)` is 0.5; null over no spend. Exact up to the division. */
export function roiOf(valueWon: bigint, spend: bigint): number | null {
  return spend === 0n ? null : Number(valueWon - spend) / Number(spend);
}
