import type { MetricDefinition } from '../metric.js';
import { cac } from './cac.js';
import { costInterval } from './cost-interval.js';
import { costPerEntry } from './cost-per-entry.js';
import { lag } from './lag.js';
import { pipelineValue } from './pipeline-value.js';
import { roi } from './roi.js';
import { spend } from './spend.js';
import { unallocated } from './unallocated.js';

export const METRICS_OF_COST: readonly MetricDefinition[] = [
  spend,
  unallocated,
  costPerEntry,
  costInterval,
  lag,
  cac,
  roi,
  pipelineValue,
];
