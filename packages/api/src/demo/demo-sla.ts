import type { Instant } from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import { setBusinessCalendar } from '../commands/set-business-calendar.js';
import { setSlaPolicy } from '../commands/set-sla-policy.js';
import { yearsBefore } from './arrivals.js';
import { demoHorizon } from './demo-horizon.js';
import { YEARS } from './rates.js';
import { wallClockIn } from './wall-clock.js';

const WORKDAYS = [1, 2, 3, 4, 5];

/** What the demo's sales promises, since its history begins. Running it again changes nothing. */
export async function setDemoSla(
  database: Database,
  workspaceId: string,
  { until, timeZone }: { readonly until: Instant; readonly timeZone: string },
): Promise<void> {
  const clock = wallClockIn(timeZone);
  const start = yearsBefore(demoHorizon(until, clock).endDay, YEARS);
  const effectiveFrom = clock.instantOf(start * 86_400_000);
  await setBusinessCalendar(database, workspaceId, {
    key: 'OFFICE',
    name: 'Office hours',
    timeZone,
    hours: WORKDAYS.map((weekday) => ({ weekday, from: '09:00', to: '17:30' })),
    country: 'DE',
    effectiveFrom,
  });
  await setSlaPolicy(database, workspaceId, {
    key: 'STANDARD',
    name: 'Every handoff',
    firstResponseWithin: { within: 'PT4H', clock: 'BUSINESS', dueSoon: 'PT1H' },
    decisionWithin: { within: 'P2D', clock: 'CALENDAR' },
    calendar: 'OFFICE',
    effectiveFrom,
  });
}
