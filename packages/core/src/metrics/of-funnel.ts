import type { MetricDefinition } from '../metric.js';
import { entered } from './entered.js';
import { overallRate } from './overall-rate.js';
import { periodRatio } from './period-ratio.js';
import { reached } from './reached.js';
import { stepRate } from './step-rate.js';

export const METRICS_OF_FUNNEL: readonly MetricDefinition[] = [reached, stepRate, overallRate, entered, periodRatio];
