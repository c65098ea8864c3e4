import { nextStart } from './grain.js';
import { InvalidInput } from './invalid-input.js';
import type { Calendar, Grain, LocalDate, Period } from './question.js';

/** Four years of days. More is neither readable nor cheap. */
export const MAX_BUCKETS = 1_500;

/**
 * The grain's buckets that overlap the period, in order, the first and the last clipped to it: together they are the
 * period, so their counts add up to its own. [2026-01-01, 2026-01-12) by weeks from Monday is [2026-01-01, 2026-01-05)
 * and [2026-01-05, 2026-01-12).
 * Throws `InvalidInput` TOO_MANY_BUCKETS beyond 1,500.
 */
export function bucketsOf(period: Period, grain: Grain, calendar: Calendar): Period[] {
  const buckets: Period[] = [];
  let start: LocalDate = period.start;
  while (start < period.end) {
    if (buckets.length === MAX_BUCKETS) throw tooManyBuckets(period, grain);
    const next = nextStart(start, grain, calendar);
    const end = next < period.end ? next : period.end;
    buckets.push({ start, end });
    start = end;
  }
  return buckets;
}

function tooManyBuckets(period: Period, grain: Grain): InvalidInput {
  return new InvalidInput(
    'TOO_MANY_BUCKETS',
    ['grain'],
    `grain ${grain} cuts the period ${period.start} to ${period.end} into more than ${MAX_BUCKETS} buckets; ` +
      'ask for a shorter period or a coarser grain',
    `a grain that gives at most ${MAX_BUCKETS} buckets`,
  );
}
