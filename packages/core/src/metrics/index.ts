import type { MetricDefinition } from '../metric.js';
import { METRICS_OF_ACCEPTANCE } from './of-acceptance.js';
import { METRICS_OF_COST } from './of-cost.js';
import { METRICS_OF_DIAGNOSIS } from './of-diagnosis.js';
import { METRICS_OF_FUNNEL } from './of-funnel.js';
import { METRICS_OF_SLA } from './of-sla.js';
import { METRICS_OF_VELOCITY } from './of-velocity.js';

/** Every metric, in the order in which a reader would want to meet them. */
export const METRICS: readonly MetricDefinition[] = [
  ...METRICS_OF_FUNNEL,
  ...METRICS_OF_ACCEPTANCE,
  ...METRICS_OF_VELOCITY,
  ...METRICS_OF_SLA,
  ...METRICS_OF_COST,
  ...METRICS_OF_DIAGNOSIS,
];
