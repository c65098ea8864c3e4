import type { MetricDefinition } from '../metric.js';
import { timeInStage } from './time-in-stage.js';
import { timeToReach } from './time-to-reach.js';

export const METRICS_OF_VELOCITY: readonly MetricDefinition[] = [timeToReach, timeInStage];
