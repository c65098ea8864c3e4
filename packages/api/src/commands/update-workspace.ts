import { isDeepStrictEqual } from 'node:util';
import { InvalidInput } from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import { checkedOrigins } from '../access/origins.js';
import { beginReprojection } from '../projections/reproject.js';
import { instantParameter, sql } from '../query/sql.js';
import { checkedName } from './check-name.js';
import { checkSettings, type Settings } from './check-settings.js';
import { refuseTakenName } from './create-workspace.js';
import type { Once } from './idempotency.js';
import type { StartedJob } from './ladder/record-definitions.js';
import { type Recording, recordIn } from './recording.js';

/** What is left out stays as it is. */
export type WorkspaceChange = {
  readonly [Field in keyof Settings]?: Settings[Field] | undefined;
} & {
  /** For people; unique in the database. */
  readonly name?: string | undefined;
  /** Of web pages that may call the API from a browser, at most 20; instead of those before. */
  readonly origins?: readonly string[] | undefined;
};

export interface WorkspaceUpdate {
  /** Null: everything is in force. Else the rollups are being cut in the new time zone, and facts answer meanwhile. */
  readonly job: StartedJob | null;
}

/**
 * Changes the settings of a workspace. They are known from now on: for a `knownAt` before, those before hold. Only what
 * differs is written.
 * @throws InvalidInput INVALID_NAME, INVALID_TEXT, NAME_TAKEN, INVALID_ORIGIN, TOO_MANY_ORIGINS, CURRENCY_IN_USE,
 *   REPROJECTION_UNDER_WAY, and what `checkSettings` throws
 */
export async function updateWorkspace(
  database: Database,
  workspaceId: string,
  change: WorkspaceChange,
  once?: Once,
): Promise<WorkspaceUpdate> {
  const name = change.name === undefined ? undefined : checkedName(change.name, 'A workspace');
  const origins = change.origins === undefined ? undefined : checkedOrigins(change.origins);
  // Asked of all workspaces, and so before the transaction that is bound to this one. Of two at the same moment both may
  // take it; the command line then asks for the id.
  if (name !== undefined) await refuseTakenName(database, name, workspaceId);
  return recordIn(
    database,
    workspaceId,
    async (recording) => {
      await rename(recording, name ?? recording.state.name, origins ?? recording.state.origins);
      return { job: await recordSettings(recording, settingsOf({ ...recording.state, ...given(change) })) };
    },
    once,
  );
}

function given(change: WorkspaceChange): Partial<Settings> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

function settingsOf({ timeZone, currency, fiscalYearStartMonth, weekStart }: Settings): Settings {
  return { timeZone, currency, fiscalYearStartMonth, weekStart };
}

/** No report reads these; they are changed in place. */
async function rename(recording: Recording, name: string, origins: readonly string[]): Promise<void> {
  const { transaction, workspaceId, state } = recording;
  if (name === state.name && isDeepStrictEqual(origins, state.origins)) return;
  await transaction.query(sql`
    UPDATE workspace SET name = ${name}, origins = ${[...origins]}::text[] WHERE id = ${workspaceId}::uuid`);
  recording.state = { ...state, name, origins };
}

async function recordSettings(recording: Recording, settings: Settings): Promise<StartedJob | null> {
  const { transaction, workspaceId, state, recordedAt } = recording;
  const before = settingsOf(state);
  if (isDeepStrictEqual(settings, before)) return null;
  checkSettings(settings);
  if (settings.currency !== before.currency) await refuseWhereMoneyIs(recording);
  const moved = settings.timeZone !== before.timeZone;
  if (moved) await beginReprojection(recording, 'TIME_ZONE', { timeZone: settings.timeZone });
  await transaction.query(sql`
    INSERT INTO workspace_settings (workspace_id, recorded_at, time_zone, currency, fiscal_year_start_month, week_start)
    VALUES (${workspaceId}::uuid, ${instantParameter(recordedAt)}, ${settings.timeZone}, ${settings.currency},
      ${settings.fiscalYearStartMonth}, ${settings.weekStart})`);
  recording.state = { ...recording.state, ...settings };
  recording.changed();
  return moved ? { startedAt: recordedAt, totalLeads: recording.lastIds.lead } : null;
}

/** Amounts have no currency of their own: what was recorded in one would be read in another. */
async function refuseWhereMoneyIs({ transaction, workspaceId, state }: Recording): Promise<void> {
  const [found] = await transaction.query<{ money: boolean }>(sql`
    SELECT EXISTS (SELECT FROM cost_entry WHERE workspace_id = ${workspaceId}::uuid)
      OR EXISTS (SELECT FROM lead_version WHERE workspace_id = ${workspaceId}::uuid AND value IS NOT NULL) AS money`);
  if (!found?.money) return;
  const message = `Costs or values of leads are recorded in ${state.currency}, and would be read in another currency.`;
  throw new InvalidInput('CURRENCY_IN_USE', ['currency'], message, state.currency);
}
