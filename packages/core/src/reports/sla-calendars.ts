import { addBusinessTime, type BusinessClock, MOST_WAITING_DAYS } from '../business-clock.js';
import { InvalidInput } from '../invalid-input.js';
import { MILLISECONDS_PER_DAY } from '../local-date.js';
import type { SlaCalendar } from '../measure.js';
import { startOfDate } from '../period.js';
import type { Instant } from '../question.js';
import type { Frame } from '../report.js';
import { type CalendarClock, clocksInForce, workingTime } from '../working-time.js';

/** That a target counts on a calendar. */
export interface CalendarUse {
  readonly calendarId: number;
  /** Only handoffs that opened from then on come under the target. */
  readonly since: Instant;
  /** The target, where it must be worked out when it is used up; null where only what was worked by `asOf` matters. */
  readonly milliseconds: number | null;
}

/**
 * The working time of the calendars in use, a version at a time, for handoffs that open in the period and by `asOf`.
 * @throws InvalidInput PERIOD_TOO_LONG
 */
export function calendarsInUse(
  uses: readonly CalendarUse[],
  versions: readonly CalendarClock[],
  { period, calendar, asOf }: Frame,
): SlaCalendar[] {
  const start = startOfDate(period.start, calendar.timeZone);
  const end = Math.min(startOfDate(period.end, calendar.timeZone), asOf + 1);
  return [...new Set(uses.map(({ calendarId }) => calendarId))].flatMap((calendarId) => {
    const ofIt = uses.filter((use) => use.calendarId === calendarId);
    const since = Math.max(start, Math.min(...ofIt.map((use) => use.since)));
    const longest = Math.max(...ofIt.map(({ milliseconds }) => milliseconds ?? 0));
    return clocksInForce(versions.filter((each) => each.calendar.id === calendarId)).flatMap((inForce) => {
      const [from, until] = [Math.max(inForce.from, since), Math.min(inForce.until, end)];
      if (from >= until) return [];
      const to = Math.max(asOf, usedUpBy(inForce.clock, until - 1, longest));
      return [{ calendarId, from, until, time: workingTime(inForce.clock, from, to) }];
    });
  });
}

/** By when the time is used up from any instant up to `last`, if it ever is: what opens later is not due sooner. */
function usedUpBy(clock: BusinessClock, last: Instant, milliseconds: number): Instant {
  try {
    return addBusinessTime(clock, last, milliseconds);
  } catch (error) {
    if (error instanceof InvalidInput) return last + MOST_WAITING_DAYS * MILLISECONDS_PER_DAY;
    throw error;
  }
}
