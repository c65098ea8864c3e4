import type { MetricDefinition } from '../metric.js';
import { attainment } from './attainment.js';
import { costPerEntry } from './cost-per-entry.js';
import { entered } from './entered.js';
import { lag } from './lag.js';
import { overallRate } from './overall-rate.js';
import { pace } from './pace.js';
import { periodRatio } from './period-ratio.js';
import { reached } from './reached.js';
import { spend } from './spend.js';
import { stepRate } from './step-rate.js';
import { timeToReach } from './time-to-reach.js';

/** Every metric, in the order in which a reader would want to meet them. */
export const METRICS: readonly MetricDefinition[] = [
  reached,
  stepRate,
  overallRate,
  entered,
  periodRatio,
  attainment,
  pace,
  timeToReach,
  spend,
  costPerEntry,
  lag,
];
