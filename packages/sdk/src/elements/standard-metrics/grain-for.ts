import type { Grain, PeriodInput } from '@leadstage/sdk';
import { daysOf } from '../reports/question.js';

/** Buckets of which a period has some 3 to 18: a column each. */
export function grainFor(period: PeriodInput): Grain {
  const days = daysOf(period);
  if (days <= 14) return 'DAY';
  if (days <= 62) return 'WEEK';
  if (days <= 550) return 'MONTH';
  return days <= 1_600 ? 'QUARTER' : 'YEAR';
}
