import { type Database, inWorkspace } from '@leadstage/prisma';
import { ingest } from '../../packages/api/src/commands/ingest.js';
import type { IngestUnit } from '../../packages/api/src/commands/ingest-input.js';
import { stepReprojection, sweepGenerations } from '../../packages/api/src/projections/reproject.js';
import { raw, sql } from '../../packages/api/src/query/sql.js';

export const DAY = 86_400_000;
export const JANUARY = Date.UTC(2026, 0, 1);

/** A lead with its steps: a stage (null: out of the ladder) and the days since its creation. */
export function leadUnit(
  lead: string,
  createdOn: number,
  steps: readonly (readonly [to: string | null, days: number])[],
): IngestUnit {
  const createdAt = JANUARY + createdOn * DAY;
  return {
    lead: { externalId: lead, createdAt, source: `source ${createdOn % 3}`, owner: `owner ${createdOn % 2}` },
    transitions: steps.map(([to, days], index) => ({
      externalId: `${lead}/${index}`,
      lead,
      to,
      occurredAt: createdAt + days * DAY,
      ...(to === null ? { reason: 'no need' } : {}),
    })),
  };
}

/** Ingests units, none of which may be refused. */
export async function store(database: Database, id: string, units: readonly IngestUnit[]): Promise<void> {
  const { outcomes } = await ingest(database, id, units);
  const refused = outcomes.find(({ status }) => status === 'REJECTED');
  if (refused) throw new Error(JSON.stringify(refused));
}

/** Does what is under way to its end. */
export async function finishJob(database: Database, id: string, leadsPerStep = 5): Promise<void> {
  for (;;) {
    const progress = await stepReprojection(database, id, leadsPerStep);
    if (!progress || progress.switched) break;
  }
  while (await sweepGenerations(database, id));
}

const PROJECTIONS = ['lead_fact', 'handoff_fact', 'rollup_month', 'rollup_day'];

/** Every row that answers now, without the workspace and the generation it belongs to. */
export function projectionsOf(database: Database, id: string): Promise<string[]> {
  return inWorkspace(database, id, async (transaction) => {
    const rows: string[] = [];
    for (const table of PROJECTIONS) {
      const found = await transaction.query<{ row: object }>(sql`
        SELECT to_jsonb(p) - 'workspace_id' - 'generation' AS row FROM ${raw(table)} p
        JOIN workspace_clock c ON c.workspace_id = p.workspace_id AND c.generation = p.generation
        WHERE p.workspace_id = ${id}::uuid`);
      rows.push(
        ...found.map(({ row }) => `${table} ${JSON.stringify(row)}`).filter((text) => !/"leads":0\b/.test(text)),
      );
    }
    return rows.sort();
  });
}
