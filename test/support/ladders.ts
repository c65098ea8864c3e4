import type { StandardStage, Team } from '@leadstage/core';
import { type Database, inWorkspace } from '@leadstage/prisma';
import { sql } from '../../packages/api/src/query/sql.js';

/** A stage of a ladder that is in force since 1970; its place is its place in the list. */
export interface Rung {
  readonly key: string;
  readonly standard: StandardStage | null;
  readonly team: Team;
}

const marketing = (key: string, standard: StandardStage | null = null): Rung => ({ key, standard, team: 'MARKETING' });
const sales = (key: string, standard: StandardStage | null = null): Rung => ({ key, standard, team: 'SALES' });

const CONTACT = marketing('CONTACT', 'CONTACT');
const LEAD = marketing('LEAD', 'LEAD');
const MQL = marketing('MQL', 'MQL');
const SQL = sales('SQL', 'SQL');
const QSO = sales('QSO', 'QSO');
const CUSTOMER = sales('CUSTOMER', 'CUSTOMER');

/** Ladders that differ in where, and whether, marketing hands over. */
export const LADDERS: Readonly<Record<string, readonly Rung[]>> = {
  standard: [CONTACT, LEAD, MQL, SQL, QSO, CUSTOMER],
  'with SAL': [CONTACT, LEAD, MQL, sales('SAL'), SQL, QSO, CUSTOMER],
  'of own stages': [LEAD, marketing('FIT', 'MQL'), SQL, sales('MEETING', 'QSO'), sales('PROPOSAL'), CUSTOMER],
  'without MQL': [CONTACT, LEAD, SQL, QSO, CUSTOMER],
  'from MQL on': [MQL, SQL, QSO, CUSTOMER],
};

/** Puts a ladder in the place of a new workspace's. Stage ids count from 1, positions from 10 in tens. */
export async function useLadder(database: Database, workspaceId: string, rungs: readonly Rung[]): Promise<void> {
  const rows = rungs.map((rung, index) => ({ ...rung, id: index + 1, position: (index + 1) * 10 }));
  const given = sql`json_to_recordset(${JSON.stringify(rows)}::json)
    AS s (id int, key text, position int, standard text, team text)`;
  await inWorkspace(database, workspaceId, async (transaction) => {
    await transaction.query(sql`DELETE FROM stage WHERE workspace_id = ${workspaceId}::uuid`);
    await transaction.query(sql`
      INSERT INTO stage (workspace_id, id, key, recorded_at) SELECT ${workspaceId}::uuid, id, key, 'epoch' FROM ${given}`);
    await transaction.query(sql`
      INSERT INTO stage_definition (workspace_id, stage_id, version, effective_from, recorded_at, name, position, standard, team)
      SELECT ${workspaceId}::uuid, id, 1, 'epoch', 'epoch', key, position, standard::standard_stage, team::team FROM ${given}`);
  });
}
