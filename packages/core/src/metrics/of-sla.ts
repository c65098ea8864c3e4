import type { MetricDefinition } from '../metric.js';

export const METRICS_OF_SLA: readonly MetricDefinition[] = [];
