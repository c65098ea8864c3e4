import { InvalidInput } from '@leadstage/core';
import { type Database, inWorkspace } from '@leadstage/prisma';
import { assignLead } from '../../../packages/api/src/commands/assign-lead.js';
import { mergeLeads } from '../../../packages/api/src/commands/merge-leads.js';
import { setBusinessCalendar } from '../../../packages/api/src/commands/set-business-calendar.js';
import { setGoal } from '../../../packages/api/src/commands/set-goal.js';
import { setSlaPolicy } from '../../../packages/api/src/commands/set-sla-policy.js';
import { voidTransition } from '../../../packages/api/src/commands/void-transition.js';
import { sql } from '../../../packages/api/src/query/sql.js';
import type { CalendarVersion, GoalVersion, PolicyVersion, RecordedCommand, Target } from '../../oracle/model.js';

/** What is refused leaves everything as it was. */
export async function carryOut(database: Database, id: string, command: RecordedCommand): Promise<void> {
  const lead = { externalId: command.lead };
  try {
    if (command.op === 'ASSIGN') {
      await assignLead(database, id, { lead, owner: command.owner, occurredAt: command.occurredAt });
    } else {
      await mergeLeads(database, id, { lead, into: { externalId: command.into } });
    }
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
  }
}

/** A transition that was refused cannot be voided. */
export async function voidOrIgnore(database: Database, id: string, externalId: string): Promise<void> {
  try {
    await voidTransition(database, id, { externalId, reason: 'test' });
  } catch (error) {
    if (!(error instanceof InvalidInput) || error.code !== 'UNKNOWN_TRANSITION') throw error;
  }
}

/** A name of its own makes each version another one than the one before it, whatever else they say. */
export async function setCalendar(
  database: Database,
  id: string,
  { key, timeZone, hours, days, effectiveFrom }: CalendarVersion,
  name: string,
): Promise<void> {
  const named = days.map((day) => ({ ...day, name: 'own' }));
  await setBusinessCalendar(database, id, { key, name, timeZone, hours, days: named, effectiveFrom });
}

export async function setPolicy(
  database: Database,
  id: string,
  { key, position, filter, response, decision, calendar, effectiveFrom, retired }: PolicyVersion,
  name: string,
): Promise<void> {
  const said = { name, position, filter, calendar, ...targets(response, decision) };
  await setSlaPolicy(database, id, { key, effectiveFrom, ...(retired ? { retired } : said) });
}

function targets(response: Target | null, decision: Target | null) {
  return {
    ...(response ? { firstResponseWithin: durationOf(response) } : {}),
    ...(decision ? { decisionWithin: durationOf(decision) } : {}),
  };
}

/** As a policy or a proposal takes it. */
export function durationOf({ clock, ms }: Target) {
  return { clock, within: `PT${ms / 60_000}M` };
}

export async function setGoalVersion(database: Database, id: string, goal: GoalVersion, name: string): Promise<void> {
  const { key, stage, period, target, filter, retired } = goal;
  await setGoal(database, id, { key, name, stage, period, target, filter, retired });
}

export async function lastRecordedAt(database: Database, id: string): Promise<number> {
  const [clock] = await inWorkspace(database, id, (transaction) =>
    transaction.query<{ at: number }>(
      sql`SELECT last_recorded_at AS at FROM workspace_clock WHERE workspace_id = ${id}::uuid`,
    ),
  );
  return clock!.at;
}
