import { randomUUID } from 'node:crypto';
import { InvalidInput, isCurrency, isTimeZone, STANDARD_LADDER } from '@leadstage/core';
import { asOwner, type Database, inWorkspace } from '@leadstage/prisma';
import { sql } from '../query/sql.js';

export interface NewWorkspace {
  readonly name: string;
  /** IANA name. */
  readonly timeZone: string;
  /** ISO 4217. */
  readonly currency: string;
  /** 1–12, default 1. */
  readonly fiscalYearStartMonth?: number;
  /** ISO weekday 1–7, default 1 (Monday). */
  readonly weekStart?: number;
}

const POSITION_STEP = 10;

/**
 * Makes a workspace with the standard ladder, in force since 1970-01-01.
 * @returns its id
 * @throws InvalidInput INVALID_TIME_ZONE, INVALID_CURRENCY, INVALID_SETTING, NAME_TAKEN
 */
export async function createWorkspace(database: Database, input: NewWorkspace): Promise<string> {
  const settings = checkSettings(input);
  await refuseTakenName(database, input.name);
  const id = randomUUID();
  await inWorkspace(database, id, async (transaction) => {
    await transaction.query(
      sql`INSERT INTO workspace (id, name, created_at) VALUES (${id}::uuid, ${input.name}, now())`,
    );
    await transaction.query(sql`
      INSERT INTO workspace_clock (workspace_id, last_recorded_at, rollup_time_zone)
      VALUES (${id}::uuid, date_trunc('milliseconds', now()), ${settings.timeZone})`);
    await transaction.query(sql`
      INSERT INTO workspace_settings (workspace_id, recorded_at, time_zone, currency, fiscal_year_start_month, week_start)
      VALUES (${id}::uuid, 'epoch', ${settings.timeZone}, ${settings.currency}, ${settings.fiscalYearStartMonth},
        ${settings.weekStart})`);
    const ladder = STANDARD_LADDER.map((stage, index) => ({
      ...stage,
      id: index + 1,
      position: (index + 1) * POSITION_STEP,
    }));
    await transaction.query(sql`
      INSERT INTO stage (workspace_id, id, key, recorded_at)
      SELECT ${id}::uuid, s.id, s.key, 'epoch' FROM json_to_recordset(${JSON.stringify(ladder)}::json) AS s (id int, key text)`);
    await transaction.query(sql`
      INSERT INTO stage_definition (workspace_id, stage_id, version, effective_from, recorded_at, name, position, standard,
        team, objective, actions, criteria)
      SELECT ${id}::uuid, s.id, 1, 'epoch', 'epoch', s.name, s.position, s.key::standard_stage, s.team::team, s.objective,
        ARRAY(SELECT json_array_elements_text(s.actions)), s.criteria
      FROM json_to_recordset(${JSON.stringify(ladder)}::json) AS s
        (id int, key text, name text, position int, team text, objective text, actions json, criteria text)`);
  });
  return id;
}

export interface WorkspaceName {
  readonly id: string;
  readonly name: string;
}

/** Every workspace of this database, oldest first. */
export async function listWorkspaces(database: Database): Promise<WorkspaceName[]> {
  return asOwner(database, (transaction) =>
    transaction.query<WorkspaceName>(sql`SELECT id, name FROM workspace ORDER BY created_at, id`),
  );
}

async function refuseTakenName(database: Database, name: string): Promise<void> {
  if (name.trim() === '') throw new InvalidInput('INVALID_SETTING', ['name'], 'A workspace needs a name.');
  const taken = (await listWorkspaces(database)).some((workspace) => workspace.name === name);
  if (taken) throw new InvalidInput('NAME_TAKEN', ['name'], `There is already a workspace named "${name}".`);
}

function checkSettings(input: NewWorkspace) {
  const { timeZone, currency, fiscalYearStartMonth = 1, weekStart = 1 } = input;
  if (!isTimeZone(timeZone)) {
    throw new InvalidInput(
      'INVALID_TIME_ZONE',
      ['timeZone'],
      `"${timeZone}" is not a time zone; give an IANA name such as Europe/Berlin.`,
    );
  }
  if (!isCurrency(currency)) {
    throw new InvalidInput(
      'INVALID_CURRENCY',
      ['currency'],
      `"${currency}" is not a currency; give an ISO 4217 code such as EUR.`,
    );
  }
  if (!isWholeBetween(fiscalYearStartMonth, 1, 12)) {
    throw new InvalidInput('INVALID_SETTING', ['fiscalYearStartMonth'], 'fiscalYearStartMonth is a month, 1 to 12.');
  }
  if (!isWholeBetween(weekStart, 1, 7)) {
    throw new InvalidInput('INVALID_SETTING', ['weekStart'], 'weekStart is an ISO weekday, 1 (Monday) to 7 (Sunday).');
  }
  return { timeZone, currency, fiscalYearStartMonth, weekStart };
}

function isWholeBetween(value: number, low: number, high: number): boolean {
  return Number.isInteger(value) && value >= low && value <= high;
}
