import type { MetricDefinition } from '../metric.js';
import { adjustedP } from './adjusted-p.js';
import { mixEffect, rateEffect } from './change-effects.js';
import { changePoint } from './change-point.js';
import { difference } from './difference.js';
import { leadsLost } from './leads-lost.js';

export const METRICS_OF_DIAGNOSIS: readonly MetricDefinition[] = [
  difference,
  adjustedP,
  leadsLost,
  mixEffect,
  rateEffect,
  changePoint,
];
