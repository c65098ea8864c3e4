import type { MetricDefinition } from '../metric.js';
import { complianceRate } from './compliance-rate.js';
import { outcomeByResponse } from './outcome-by-response.js';
import { replay } from './replay.js';
import { verdict } from './verdict.js';
import { neverWorked, wasted } from './wasted.js';
import { wastedCost } from './wasted-cost.js';

export const METRICS_OF_SLA: readonly MetricDefinition[] = [
  complianceRate,
  verdict,
  wasted,
  neverWorked,
  wastedCost,
  outcomeByResponse,
  replay,
];
