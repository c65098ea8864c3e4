import { entriesInto } from '../../cell-reference.js';
import { spend } from '../../metrics/spend.js';
import type { TracedMetric } from '../standard-metrics.js';
import { metricOf } from './family.js';

/** What the cost report says of customers, where it does: decimal text in the workspace's currency. */
export interface OfCustomers {
  readonly cac?: { readonly spend: string | null; readonly entered: number; readonly cost: string | null } | null;
  readonly roi?: { readonly roi: number | null } | null;
}

/** What a customer has cost, marketing and sales together, and what came back of it, over the window of SHIFTED cost. */
export function customerMetrics({ cac, roi }: OfCustomers, key: string): TracedMetric[] {
  return [
    ...(cac === undefined ? [] : [metricOf(spend, key, 'CAC', { amount: cac?.spend ?? null }), cacOf(cac, key)]),
    ...(roi === undefined ? [] : [metricOf(ROI, key, 'SHIFTED', { value: roi?.roi ?? null })]),
  ];
}

const CAC = { name: 'cac', unit: 'MONEY' } as const;
const ROI = { name: 'roi', unit: 'RATIO' } as const;

function cacOf(cac: NonNullable<OfCustomers['cac']> | null, key: string): TracedMetric {
  if (!cac) return metricOf(CAC, key, null);
  const counted = { denominator: entriesInto(key) };
  return metricOf(CAC, key, null, { amount: cac.cost, denominator: cac.entered, counted });
}
