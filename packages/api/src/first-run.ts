import type { Database } from '@leadstage/prisma';
import { inTurn, inWorkspace } from '@leadstage/prisma';
import { admitOperatorKey, createApiKey, type OperatorKey } from './access/api-key.js';
import { listApiKeys } from './access/list-keys.js';
import { actOnCommandLine, onCommandLine } from './access/on-command-line.js';
import { createWorkspace, listWorkspaces, type WorkspaceName } from './commands/create-workspace.js';
import { ingest } from './commands/ingest.js';
import type { IngestUnit } from './commands/ingest-input.js';
import type { NewApiKey } from './commands/issue-api-key.js';
import { setDemoGoals } from './demo/demo-goals.js';
import { saveDemoReports } from './demo/demo-reports.js';
import { setDemoSla } from './demo/demo-sla.js';
import { DEMO_CURRENCY, demoUnits } from './demo/demo-units.js';
import { sql } from './query/sql.js';
import type { Settings } from './settings.js';

export interface FirstRun {
  readonly workspace: WorkspaceName;
  /** A key made now, to be shown once; null on later starts. */
  readonly newKey: string | null;
  readonly operatorKey: OperatorKey | undefined;
}

export interface SeedProgress {
  readonly units: number;
  readonly totalUnits: number;
}

export const DEMO_TIME_ZONE = 'Europe/Berlin';
const DEMO_SEED = 20_261_121;
const BATCH = 2_000;

/**
 * Makes sure that there is a workspace and a key to it. The key is made last, so a first start that was killed while
 * it filled the demo is taken up where it ended. Of servers that start at once, one makes both and the others find them.
 */
export function firstRun(
  database: Database,
  settings: Settings,
  onProgress: (progress: SeedProgress) => void = () => {},
): Promise<FirstRun> {
  return inTurn(database, () => run(database, settings, onProgress));
}

async function run(
  database: Database,
  settings: Settings,
  onProgress: (progress: SeedProgress) => void,
): Promise<FirstRun> {
  const workspace = (await listWorkspaces(database))[0] ?? (await makeFirst(database, settings.demo));
  const isNew = (await listApiKeys(database, workspace.id)).length === 0;
  if (isNew && settings.demo) await seedDemo(database, workspace.id, onProgress);
  if (settings.adminKey) {
    const operatorKey = { key: settings.adminKey, workspaceId: workspace.id };
    await admitOperatorKey(database, operatorKey, actOnCommandLine({}));
    return { workspace, newKey: null, operatorKey };
  }
  const newKey = isNew ? await makeFirstKey(database, workspace.id) : null;
  return { workspace, newKey, operatorKey: undefined };
}

async function makeFirst(database: Database, demo: boolean): Promise<WorkspaceName> {
  const name = demo ? 'Demo' : 'Default';
  const timeZone = demo ? DEMO_TIME_ZONE : 'UTC';
  const input = { name, timeZone, currency: DEMO_CURRENCY };
  return { id: await createWorkspace(database, input, actOnCommandLine(input)), name };
}

function makeFirstKey(database: Database, workspaceId: string): Promise<string> {
  const input: NewApiKey = { name: 'First key', scopes: ['admin'] };
  return createApiKey(database, workspaceId, input, onCommandLine('createApiKey', { ...input }));
}

/** Fills a workspace with three years of made-up leads that end when it was made. Running it again changes nothing. */
export async function seedDemo(
  database: Database,
  workspaceId: string,
  onProgress: (progress: SeedProgress) => void = () => {},
): Promise<void> {
  const [row] = await inWorkspace(database, workspaceId, (transaction) =>
    transaction.query<{ until: number }>(
      sql`SELECT created_at AS until FROM workspace WHERE id = ${workspaceId}::uuid`,
    ),
  );
  const history = { until: row?.until ?? Date.now(), timeZone: DEMO_TIME_ZONE };
  await setDemoSla(database, workspaceId, history);
  await setDemoGoals(database, workspaceId, history);
  await saveDemoReports(database, workspaceId);
  const units: IngestUnit[] = [...demoUnits({ seed: DEMO_SEED, ...history })];
  for (let from = 0; from < units.length; from += BATCH) {
    await ingest(database, workspaceId, units.slice(from, from + BATCH));
    onProgress({ units: Math.min(from + BATCH, units.length), totalUnits: units.length });
  }
}
