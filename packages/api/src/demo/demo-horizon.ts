import type { Instant } from '@leadstage/core';
import type { Horizon } from './journey.js';
import { DAY, dayOf, type WallClock } from './wall-clock.js';

export interface DemoHorizon extends Horizon {
  /** Days since 1970-01-01; the first day that history does not contain. */
  readonly endDay: number;
}

/**
 * History ends where the local day of `until` begins. The fault begins with the last calendar quarter that is
 * complete by then, and is still there at the end: until 21 November 2026 it runs from 1 July 2026 on.
 */
export function demoHorizon(until: Instant, clock: WallClock): DemoHorizon {
  const endDay = dayOf(clock.wallOf(until));
  const end = new Date(endDay * DAY);
  const quarter = Math.floor(end.getUTCMonth() / 3);
  return { endDay, until: endDay * DAY, faultFrom: Date.UTC(end.getUTCFullYear(), (quarter - 1) * 3, 1) };
}
