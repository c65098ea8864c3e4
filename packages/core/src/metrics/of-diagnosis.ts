import type { MetricDefinition } from '../metric.js';

export const METRICS_OF_DIAGNOSIS: readonly MetricDefinition[] = [];
