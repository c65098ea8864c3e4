import { randomUUID } from 'node:crypto';
import { InvalidInput, STANDARD_LADDER } from '@leadstage/core';
import { acrossWorkspaces, type Database, inWorkspace } from '@leadstage/prisma';
import { type Act, recordAct } from '../access/audit.js';
import { sql } from '../query/sql.js';
import { checkSettings } from './check-settings.js';

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
 * @param act of whoever makes it, for its audit log
 * @returns its id
 * @throws InvalidInput INVALID_TIME_ZONE, INVALID_CURRENCY, INVALID_SETTING, NAME_TAKEN
 */
export async function createWorkspace(database: Database, input: NewWorkspace, act?: Act): Promise<string> {
  const settings = { fiscalYearStartMonth: 1, weekStart: 1, ...input };
  checkSettings(settings);
  await refuseTakenName(database, input.name);
  const id = randomUUID();
  await inWorkspace(database, id, async (transaction) => {
    await transaction.query(
      sql`INSERT INTO workspace (id, name, created_at) VALUES (${id}::uuid, ${input.name}, now())`,
    );
    const [clock] = await transaction.query<{ at: number }>(sql`
      INSERT INTO workspace_clock (workspace_id, last_recorded_at, rollup_time_zone)
      VALUES (${id}::uuid, date_trunc('milliseconds', now()), ${settings.timeZone}) RETURNING last_recorded_at AS at`);
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
    if (act && clock) {
      await recordAct(transaction, id, act, { operation: 'createWorkspace', at: clock.at, refusal: null });
    }
  });
  return id;
}

export interface WorkspaceName {
  readonly id: string;
  readonly name: string;
}

/** Every workspace of this database, oldest first. */
export async function listWorkspaces(database: Database): Promise<WorkspaceName[]> {
  return acrossWorkspaces(database, (transaction) =>
    transaction.query<WorkspaceName>(sql`SELECT id, name FROM workspace ORDER BY created_at, id`),
  );
}

/** @throws InvalidInput INVALID_SETTING, NAME_TAKEN */
export async function refuseTakenName(database: Database, name: string, ownId?: string): Promise<void> {
  if (name.trim() === '') throw new InvalidInput('INVALID_SETTING', ['name'], 'A workspace needs a name.');
  const taken = (await listWorkspaces(database)).some((workspace) => workspace.name === name && workspace.id !== ownId);
  if (taken) throw new InvalidInput('NAME_TAKEN', ['name'], `There is already a workspace named "${name}".`);
}
