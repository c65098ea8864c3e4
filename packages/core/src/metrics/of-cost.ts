import type { MetricDefinition } from '../metric.js';
import { costPerEntry } from './cost-per-entry.js';
import { lag } from './lag.js';
import { spend } from './spend.js';

export const METRICS_OF_COST: readonly MetricDefinition[] = [spend, costPerEntry, lag];
