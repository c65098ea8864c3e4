/*
 * How long a funnel takes, by each path and beside what most teams write: one query that joins the event log to
 * itself. All in one run on one server, in turn, so that the ratios hold when the machine's speed drifts.
 *
 *   LEADSTAGE_TEST_DATABASE_URL=postgres://postgres@127.0.0.1:5432/postgres npm run bench -- --leads 200000
 */
import { parseArgs } from 'node:util';
import { type FunnelFigures, funnel } from '@leadstage/core';
import { type Database, inWorkspace } from '@leadstage/prisma';
import { createWorkspace } from '../packages/api/src/commands/create-workspace.js';
import { ingest } from '../packages/api/src/commands/ingest.js';
import type { IngestUnit } from '../packages/api/src/commands/ingest-input.js';
import { type ReportAnswer, runReport } from '../packages/api/src/query/run-report.js';
import { sql } from '../packages/api/src/query/sql.js';
import { openTestDatabase } from '../test/support/database.js';

const { values } = parseArgs({
  options: { leads: { type: 'string', default: '100000' }, rounds: { type: 'string', default: '15' } },
});
const leads = Number(values.leads);
const rounds = Number(values.rounds);

const DAY = 86_400_000;
const START = Date.UTC(2023, 0, 1);
const SPAN_DAYS = 1_090;
const BATCH = 5_000;
const SOURCES = ['organic', 'paid', 'social', 'email', 'referral', 'event', null];
/** Of the leads, these shares (of 100) get so far. */
const LADDER = [
  ['LEAD', 100, 0],
  ['MQL', 48, 6],
  ['SQL', 18, 9],
  ['QSO', 8, 30],
  ['CUSTOMER', 3, 55],
] as const;

/** Leads in the order of their arrival, as an export has them; a fixed mixing of the number stands for chance. */
function unit(n: number): IngestUnit {
  const lead = `L${n}`;
  const at = START + Math.floor((n / leads) * SPAN_DAYS) * DAY + ((n * 7_919) % DAY);
  const luck = (n * 2_654_435_761) % 100;
  const reached = LADDER.filter(([, share]) => luck < share);
  return {
    lead: {
      externalId: lead,
      source: SOURCES[n % SOURCES.length] ?? null,
      leadType: `type ${n % 5}`,
      region: `region ${n % 4}`,
      owner: `owner ${n % 12}`,
    },
    transitions: reached.map(([to, , days]) => ({
      externalId: `${lead}/${to}`,
      lead,
      to,
      occurredAt: at + days * DAY,
    })),
  };
}

async function load(database: Database, workspaceId: string): Promise<number> {
  const started = performance.now();
  for (let from = 0; from < leads; from += BATCH) {
    const units = Array.from({ length: Math.min(BATCH, leads - from) }, (_, index) => unit(from + index));
    await ingest(database, workspaceId, units);
  }
  return (performance.now() - started) / 1000;
}

const QUESTION = { period: { start: '2025-04-01', end: '2025-07-01' }, by: ['source'] };

/** A lead's first entry into a stage or any later one, from the log, for every question anew. */
const selfJoin = (workspaceId: string) => sql`
  WITH first_entry AS (
    SELECT l.id, v.segment_id, s.id AS stage_id, min(t.occurred_at) AS at
    FROM lead l
    JOIN lead_version v ON v.workspace_id = l.workspace_id AND v.lead_id = l.id
    JOIN stage s ON s.workspace_id = l.workspace_id
    JOIN transition t ON t.workspace_id = l.workspace_id AND t.lead_id = l.id AND t.to_stage_id >= s.id
    WHERE l.workspace_id = ${workspaceId}::uuid
    GROUP BY l.id, v.segment_id, s.id
  )
  SELECT g.source, reached.stage_id, count(*) AS leads
  FROM first_entry base
  JOIN first_entry reached ON reached.id = base.id AND reached.stage_id >= base.stage_id
  JOIN segment g ON g.workspace_id = ${workspaceId}::uuid AND g.id = base.segment_id
  WHERE base.stage_id = 2 AND base.at >= '2025-04-01Z' AND base.at < '2025-07-01Z'
  GROUP BY g.source, reached.stage_id`;

const database = await openTestDatabase();
try {
  const workspaceId = await createWorkspace(database, { name: 'Bench', timeZone: 'UTC', currency: 'EUR' });
  const seconds = await load(database, workspaceId);
  console.log(
    `${database.kind}: ${leads} leads written in ${seconds.toFixed(1)} s, ${Math.round(leads / seconds)} leads/s`,
  );
  const naive = () => inWorkspace(database, workspaceId, (transaction) => transaction.query(selfJoin(workspaceId)));
  const report = (more: object) => () => runReport(database, workspaceId, funnel, { ...QUESTION, ...more });
  const ways: Record<string, () => Promise<unknown>> = {
    'month rollup (by source, whole months)': report({}),
    'fact (the same, 90-day window)': report({ conversionWindow: 90 * DAY }),
    'fact (by owner)': report({ by: ['owner'] }),
    'self-join of the log': naive,
  };
  await expectSameAnswer(await report({})(), await naive());
  const times = new Map(Object.keys(ways).map((name) => [name, [] as number[]]));
  for (let round = -2; round < rounds; round++) {
    for (const [name, ask] of Object.entries(ways)) {
      const started = performance.now();
      await ask();
      if (round >= 0) times.get(name)?.push(performance.now() - started);
    }
  }
  const slowest = median(times.get('self-join of the log') ?? []);
  for (const [name, each] of times) {
    console.log(
      `${median(each).toFixed(1).padStart(9)} ms  ${(slowest / median(each)).toFixed(1).padStart(6)} ×  ${name}`,
    );
  }
} finally {
  await database.close();
}

async function expectSameAnswer(ours: ReportAnswer<FunnelFigures>, theirs: object[]): Promise<void> {
  const total = ours.total.stages.reduce((sum, { reached }) => sum + (reached ?? 0), 0);
  const peer = (theirs as { leads: number }[]).reduce((sum, row) => sum + row.leads, 0);
  if (total !== peer) throw new Error(`the two do not agree: ${total} and ${peer}`);
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
