import type { MetricDefinition } from '../metric.js';

export const changePoint: MetricDefinition = {
  name: 'since',
  title: 'Change point',
  unit: 'DATE',
  formula: 'the bucket at which splitting the series in two binomial rates has the greatest likelihood',
  description:
    'Since when a rate differs from its baseline: the first bucket (default a week) of the new rate, with a 95 % interval of buckets.',
  notes: [
    'One change, in the direction of the finding, over baseline and period; only leads that have been watched count.',
    'The interval holds every bucket whose 2·log-likelihood lies at most 7.35 below the best. A change point is no smooth parameter: 3.84, the bound for those, covers 81 to 95 % in our simulations; 7.35 (Yao 1987; Hansen 2000) covers 95 % where shifts are small and more where they are large.',
    'Splits with fewer than five expected on either side are left out, and so are buckets without leads.',
    'Null where every bucket is as good as another, where too few leads are left, and for what is found against a benchmark alone.',
    'A slow decline has no such bucket; the interval is then wide.',
  ],
};
