import type { Instant } from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import { setGoal } from '../commands/set-goal.js';
import { demoHorizon } from './demo-horizon.js';
import { DAY, wallClockIn } from './wall-clock.js';

/** What the demo's marketing and sales have set themselves for each quarter: a little more than they have ever reached. */
const TARGETS = [
  { stage: 'MQL', name: 'Handed over to sales', target: 960 },
  { stage: 'SQL', name: 'Accepted by sales', target: 460 },
  { stage: 'CUSTOMER', name: 'New customers', target: 90 },
];

/** Goals for the quarter in which the demo's history ends. Running it again changes nothing. */
export async function setDemoGoals(
  database: Database,
  workspaceId: string,
  { until, timeZone }: { readonly until: Instant; readonly timeZone: string },
): Promise<void> {
  const lastDay = (demoHorizon(until, wallClockIn(timeZone)).endDay - 1) * DAY;
  const containing = new Date(lastDay).toISOString().slice(0, 10);
  const quarter = `${containing.slice(0, 4)}_Q${Math.ceil(Number(containing.slice(5, 7)) / 3)}`;
  for (const { stage, name, target } of TARGETS) {
    await setGoal(database, workspaceId, {
      key: `${stage}_${quarter}`,
      name: `${name}, ${quarter.replace('_', ' ')}`,
      stage,
      period: { grain: 'QUARTER', containing },
      target,
    });
  }
}
