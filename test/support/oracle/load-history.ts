import { type Database, inWorkspace } from '@leadstage/prisma';
import { createWorkspace } from '../../../packages/api/src/commands/create-workspace.js';
import { ingest } from '../../../packages/api/src/commands/ingest.js';
import { rebuild } from '../../../packages/api/src/commands/rebuild.js';
import { isoInstant, sql } from '../../../packages/api/src/query/sql.js';
import { renaming } from '../../oracle/arbitrary.js';
import type { History, StageDefinition } from '../../oracle/model.js';
import { carryOut, lastRecordedAt, setCalendar, setGoalVersion, setPolicy, voidOrIgnore } from './carry-out.js';

export interface Loaded {
  readonly id: string;
  /** Units that were refused, as `batch/unit`. */
  readonly refused: readonly string[];
  /** When the store recorded what the history says was recorded then. */
  readonly renamed: (recordedAt: number) => number;
}

/**
 * Replays a history through the commands, in the order in which it was recorded, into a workspace of its own.
 * @param halfway called once, when about half of it is recorded
 */
export async function loadHistory(
  database: Database,
  history: History,
  halfway: (id: string) => Promise<void> = async () => undefined,
): Promise<Loaded> {
  const id = await emptyWorkspace(database, history);
  const drawn: [number, number][] = [];
  const refused: string[] = [];
  const records = recordsOf(history);
  for (const [place, { at, record }] of records.entries()) {
    if (place === Math.ceil(records.length / 2)) await halfway(id);
    const before = await lastRecordedAt(database, id);
    for (const unit of await record(database, id)) refused.push(unit);
    const after = await lastRecordedAt(database, id);
    if (after !== before) drawn.push([at, after]);
  }
  return { id, refused, renamed: drawn.length > 0 ? renaming(drawn) : () => 0 };
}

/** The ladder as it was at first, and an attribute that questions name whether or not a batch that is stored does. */
async function emptyWorkspace(database: Database, { settings, ladder }: History): Promise<string> {
  const id = await createWorkspace(database, { name: `oracle-${crypto.randomUUID()}`, ...settings });
  await inWorkspace(database, id, async (transaction) => {
    await transaction.query(sql`DELETE FROM stage WHERE workspace_id = ${id}::uuid`);
    await transaction.query(
      sql`INSERT INTO attribute_definition (workspace_id, key, recorded_at) VALUES (${id}::uuid, 'tier', 'epoch')`,
    );
  });
  for (const stage of ladder) if (stage.recordedAt === 0) await define(database, id, stage, 0);
  return id;
}

interface Step {
  readonly at: number;
  /** Does it; answers the units that were refused. */
  readonly record: (database: Database, id: string) => Promise<readonly string[]>;
}

function recordsOf(history: History): Step[] {
  const nothingRefused = (work: (database: Database, id: string) => Promise<unknown>): Step['record'] => {
    return async (database, id) => {
      await work(database, id);
      return [];
    };
  };
  const { batches, commands, voids, ladder, calendars = [], policies = [], goals = [] } = history;
  const steps: Step[] = [
    ...batches.map(({ recordedAt, units }, batch) => ({
      at: recordedAt,
      record: async (database: Database, id: string) => {
        const { outcomes } = await ingest(database, id, units);
        return outcomes.filter(({ status }) => status === 'REJECTED').map(({ index }) => `${batch}/${index}`);
      },
    })),
    ...commands.map((each) => ({
      at: each.recordedAt,
      record: nothingRefused((database, id) => carryOut(database, id, each)),
    })),
    ...voids.map((each) => ({
      at: each.recordedAt,
      record: nothingRefused((database, id) => voidOrIgnore(database, id, each.transitionExternalId)),
    })),
    ...ladder
      .filter((stage) => stage.recordedAt > 0)
      .map((stage) => ({
        at: stage.recordedAt,
        record: nothingRefused((database, id) => defineNow(database, id, stage)),
      })),
    ...calendars.map((each, version) => ({
      at: each.recordedAt,
      record: nothingRefused((database, id) => setCalendar(database, id, each, `version ${version}`)),
    })),
    ...policies.map((each, version) => ({
      at: each.recordedAt,
      record: nothingRefused((database, id) => setPolicy(database, id, each, `version ${version}`)),
    })),
    ...goals.map((each, version) => ({
      at: each.recordedAt,
      record: nothingRefused((database, id) => setGoalVersion(database, id, each, `version ${version}`)),
    })),
  ];
  return steps.sort((a, b) => a.at - b.at);
}

async function define(database: Database, id: string, stage: StageDefinition, recordedAt: number): Promise<void> {
  await inWorkspace(database, id, async (transaction) => {
    await transaction.query(sql`
      INSERT INTO stage (workspace_id, id, key, recorded_at) VALUES (${id}::uuid, ${stage.id}, ${stage.key}, ${isoInstant(recordedAt)}::timestamptz)
      ON CONFLICT DO NOTHING`);
    await transaction.query(sql`
      INSERT INTO stage_definition (workspace_id, stage_id, version, effective_from, recorded_at, name, position, standard, team, retired)
      SELECT ${id}::uuid, ${stage.id}, 1 + count(*), ${isoInstant(stage.effectiveFrom)}::timestamptz,
        ${isoInstant(recordedAt)}::timestamptz, ${stage.key}, ${stage.position}, ${stage.standard}::standard_stage, 'SALES', ${stage.retired}
      FROM stage_definition WHERE workspace_id = ${id}::uuid AND stage_id = ${stage.id}`);
  });
}

/** A stage that is defined later, in a position that the command would not give it; so facts are made anew. */
async function defineNow(database: Database, id: string, stage: StageDefinition): Promise<void> {
  const [clock] = await inWorkspace(database, id, (transaction) =>
    transaction.query<{ at: number }>(sql`
      UPDATE workspace_clock SET last_recorded_at = greatest(date_trunc('milliseconds', clock_timestamp()), last_recorded_at + interval '1 millisecond')
      WHERE workspace_id = ${id}::uuid RETURNING last_recorded_at AS at`),
  );
  await define(database, id, stage, clock!.at);
  await rebuild(database, id);
}
