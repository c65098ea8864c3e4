import { InvalidInput } from '../invalid-input.js';
import type { Desk, Frame } from '../report.js';
import type { SlaClock } from '../sla.js';
import { type WorkingTime, workingTimeOfCalendar } from '../working-time.js';

/** As long as a conversion window may be. Beyond it, working time has too many intervals to be sent along. */
const LONGEST_SPAN = 100 * 366 * 86_400_000;

interface ClockQuestion {
  readonly clock?: SlaClock | undefined;
  readonly calendar?: string | undefined;
}

/**
 * The calendar that a question means, by its key, and its working time from the first event of the log to `asOf`; both
 * null on the CALENDAR clock.
 * @throws InvalidInput INVALID_CALENDAR, NO_CALENDAR, UNKNOWN_CALENDAR, INVALID_INSTANT
 */
export async function velocityClock(
  { clock = 'CALENDAR', calendar }: ClockQuestion,
  { earliest, asOf }: Pick<Frame, 'earliest' | 'asOf'>,
  desk: Pick<Desk, 'calendars'>,
): Promise<{ readonly calendar: string | null; readonly clock: WorkingTime | null }> {
  if (clock === 'CALENDAR') {
    if (calendar === undefined) return { calendar: null, clock: null };
    const message = 'A calendar belongs to the BUSINESS clock; on the CALENDAR clock leave it out.';
    throw new InvalidInput('INVALID_CALENDAR', ['calendar'], message, 'the clock BUSINESS, or no calendar');
  }
  const all = await desk.calendars();
  const first = all[0]?.calendar.key;
  if (first === undefined) {
    const message = 'The business clock needs a business calendar, and none is known.';
    throw new InvalidInput('NO_CALENDAR', ['clock'], message, 'a business calendar, or the clock CALENDAR');
  }
  const key = calendar ?? first;
  const versions = all.filter((each) => each.calendar.key === key);
  if (versions.length === 0) {
    const known = [...new Set(all.map((each) => each.calendar.key))].join(', ');
    const message = `There is no business calendar ${JSON.stringify(key)}. There are: ${known}.`;
    throw new InvalidInput('UNKNOWN_CALENDAR', ['calendar'], message, known);
  }
  const from = earliest ?? asOf;
  if (asOf - from > LONGEST_SPAN) {
    const message = 'On the business clock, asOf lies at most 100 years after the first event of the workspace.';
    throw new InvalidInput('INVALID_INSTANT', ['asOf'], message, 'an earlier instant, or the clock CALENDAR');
  }
  return { calendar: key, clock: workingTimeOfCalendar(versions, from, asOf) };
}
