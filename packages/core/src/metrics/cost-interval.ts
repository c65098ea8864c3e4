import { RESAMPLING_SEED } from '../kernel-interval.js';
import type { MetricDefinition } from '../metric.js';

export const costInterval: MetricDefinition = {
  name: 'costPerEntryInterval',
  title: '95 % interval of KERNEL cost',
  unit: 'MONEY',
  formula: '2.5 % and 97.5 % quantiles of the KERNEL cost over 2,000 resamples of the lags',
  description: 'How far the cost of a stage may move by the luck of how long the leads of the period happened to take.',
  notes: [
    'Percentile bootstrap (Efron & Tibshirani 1993, chapter 13): as many lags as were measured are drawn from them with replacement. Spend and entries stay as they are, so it tells of the lags alone.',
    'Quantiles interpolate linearly between neighbours, as percentile_cont of SQL does (Hyndman & Fan 1996, type 7); the ends are rounded to the minor unit, halves away from zero.',
    `Drawn by xoroshiro128plus of pure-rand, seeded with ${RESAMPLING_SEED} and its first 64 numbers passed over, anew for each stage; where lags repeat often, as a multinomial sample by randomBinomial of d3-random. So the same question has the same interval.`,
    'For the total and the 50 largest groups, over the whole period; not for buckets. All share one set of resamples per stage.',
    'Null where nobody entered the stage, and at LEAD and below, where no lag is measured.',
  ],
};
