import { type BusinessCalendar, type Instant, versionInForce } from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import { instantParameter, sql } from '../query/sql.js';
import { type CalendarContent, type CalendarInput, checkCalendar } from '../sla/check-calendar.js';
import { loadSla } from '../sla/load-sla.js';
import { rejudge } from '../sla/rejudge.js';
import type { Once } from './idempotency.js';
import { type Recording, recordIn } from './recording.js';

/** Which version of a policy or a calendar says what was asked for. */
export interface SetVersion {
  readonly id: number;
  readonly version: number;
  /** Handoffs that are due at another time, or under another policy or version of it, than before. */
  readonly rejudged: number;
}

/**
 * Records working hours as a version of a calendar, in force from `effectiveFrom` until the next version. One that
 * begins in the past is a correction: due instants of the handoffs that opened since are found anew. Where the version
 * in force says the same already, nothing is recorded.
 * @throws InvalidInput see `checkCalendar`
 */
export async function setBusinessCalendar(
  database: Database,
  workspaceId: string,
  input: CalendarInput,
  once?: Once,
): Promise<SetVersion> {
  const content = checkCalendar(input);
  return recordIn(
    database,
    workspaceId,
    async (recording) => {
      const { calendars } = await loadSla(recording.transaction, workspaceId);
      const versions = calendars.filter(({ key }) => key === input.key);
      const effectiveFrom = input.effectiveFrom ?? recording.recordedAt;
      const id = versions[0]?.id ?? recording.nextId('definition');
      const inForce = versionInForce(versions, id, effectiveFrom);
      if (inForce && isSame(inForce, content)) return { id, version: inForce.version, rejudged: 0 };
      const version = Math.max(0, ...versions.map((each) => each.version)) + 1;
      const added = { ...content, id, version, effectiveFrom, key: input.key };
      await store(recording, added);
      return { id, version, rejudged: await rejudge(recording, added, versions) };
    },
    once,
  );
}

function isSame(version: BusinessCalendar, content: CalendarContent): boolean {
  const said = ({ name, timeZone, hours, country, region, days }: CalendarContent) =>
    JSON.stringify([
      ...[name, timeZone, country, region],
      Object.entries(hours).map(([weekday, list]) => [weekday, list.map(({ from, to }) => [from, to])]),
      days.map(({ date, name: day, hours: list }) => [date, day, list.map(({ from, to }) => [from, to])]),
    ]);
  return said(version) === said(content);
}

async function store(
  { transaction, workspaceId, recordedAt, changed }: Recording,
  calendar: CalendarContent & {
    readonly id: number;
    readonly version: number;
    readonly key: string;
    readonly effectiveFrom: Instant;
  },
): Promise<void> {
  const { id, version, key, name, effectiveFrom, timeZone, hours, country, region, days } = calendar;
  await transaction.query(sql`
    INSERT INTO business_calendar (workspace_id, id, version, key, name, effective_from, recorded_at, time_zone, hours,
      country, region, days)
    VALUES (${workspaceId}::uuid, ${id}::int, ${version}::int, ${key}, ${name}, ${instantParameter(effectiveFrom)},
      ${instantParameter(recordedAt)}, ${timeZone}, ${JSON.stringify(hours)}::jsonb, ${country}, ${region},
      ${JSON.stringify(days)}::jsonb)`);
  changed();
}
