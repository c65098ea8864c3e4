import type { MetricDefinition } from '../metric.js';
import { attainment } from './attainment.js';
import { pace } from './pace.js';

export const METRICS_OF_ACCEPTANCE: readonly MetricDefinition[] = [attainment, pace];
