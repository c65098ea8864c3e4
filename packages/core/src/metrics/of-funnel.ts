import type { MetricDefinition } from '../metric.js';
import { entered } from './entered.js';
import { matureShare } from './mature-share.js';
import { overallRate } from './overall-rate.js';
import { periodRatio } from './period-ratio.js';
import { projectedRate } from './projected-rate.js';
import { reached } from './reached.js';
import { stepRate } from './step-rate.js';
import { unassigned } from './unassigned.js';

export const METRICS_OF_FUNNEL: readonly MetricDefinition[] = [
  reached,
  stepRate,
  overallRate,
  matureShare,
  projectedRate,
  entered,
  periodRatio,
  unassigned,
];
