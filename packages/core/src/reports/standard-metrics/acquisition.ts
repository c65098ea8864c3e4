import { type CostFigures, cost } from '../cost.js';
import type { StandardMetric } from '../standard-metrics.js';
import { type Family, measuredOf, metricOf } from './family.js';

/** What the cost report says of customers: decimal text in the workspace's currency. */
export interface OfCustomers {
  readonly cac?: { readonly entered: number; readonly cost: string | null } | null;
  readonly roi?: { readonly roi: number | null } | null;
}

/** What a customer has cost, marketing and sales together, and what came back of it. */
export const acquisition: Family = async ({ question: { period }, frame, desk }) =>
  measuredOf<CostFigures & OfCustomers>(await cost.answer({ period, method: 'SHIFTED' }, frame, desk), customerMetrics);

export function customerMetrics({ cac, roi }: OfCustomers): StandardMetric[] {
  return [
    metricOf({ name: 'cac', unit: 'MONEY' }, null, null, {
      amount: cac?.cost ?? null,
      denominator: cac?.entered ?? null,
    }),
    metricOf({ name: 'roi', unit: 'RATIO' }, null, null, { value: roi?.roi ?? null }),
  ];
}
