import type { MetricDefinition } from '../metric.js';

export const spend: MetricDefinition = {
  name: 'spend',
  title: 'Spend',
  unit: 'MONEY',
  formula: 'Σ over cost entries: round(accrued by the end) − round(accrued by the start)',
  description:
    'Cost that accrues in a period. An entry accrues evenly per day over its own range of local dates, and is rounded on its own running total, halves away from zero, to the minor unit of the currency; so the parts of any partition add up to the whole.',
  notes: [
    'Nothing accrues after the local date of asOf; that date itself still does.',
    'MARKETING costs only, unless other scopes are asked for. CAC and ROI are over both.',
    'Cost that lacks an attribute of `by` is a row of its own (unallocated) and part of the total.',
    'Cost that lacks an attribute of the filter is shown as outsideFilter and is part of no total: nobody can say whether it passes. So a filtered total equals the group of the same name, where lags are given.',
    'KERNEL spend is a weighted sum of days and rounded for showing: each cell is what the total grows by, over the groups in order of name (null last, unallocated last) and over the buckets in order, rounded halves away from zero. So groups and unallocated add up to the total, and buckets to the period; a cell may be a minor unit or two away from its own exact value.',
  ],
};
