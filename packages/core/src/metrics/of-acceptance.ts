import type { MetricDefinition } from '../metric.js';
import { acceptanceRate } from './acceptance-rate.js';
import { acceptanceRateOfDecided } from './acceptance-rate-of-decided.js';
import { attainment } from './attainment.js';
import { accepted, disqualified, handedOver, open, recycled, rejected } from './handoff-counts.js';
import { leadsNeeded } from './leads-needed.js';
import { pace } from './pace.js';
import { rejections } from './rejections.js';

export const METRICS_OF_ACCEPTANCE: readonly MetricDefinition[] = [
  handedOver,
  accepted,
  rejected,
  recycled,
  disqualified,
  open,
  acceptanceRate,
  acceptanceRateOfDecided,
  rejections,
  attainment,
  pace,
  leadsNeeded,
];
