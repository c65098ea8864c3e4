import { randomUUID } from 'node:crypto';
import type { Database } from '@leadstage/prisma';
import type { Scope } from '../../packages/api/src/access/access.js';
import { createApiKey } from '../../packages/api/src/access/api-key.js';
import { ingest } from '../../packages/api/src/commands/ingest.js';
import { updateWorkspace } from '../../packages/api/src/commands/update-workspace.js';
import { setDemoGoals } from '../../packages/api/src/demo/demo-goals.js';
import { saveDemoReports } from '../../packages/api/src/demo/demo-reports.js';
import { setDemoSla } from '../../packages/api/src/demo/demo-sla.js';
import { DEMO_CURRENCY, demoUnits } from '../../packages/api/src/demo/demo-units.js';
import { startServer } from '../../packages/api/src/server.js';
import { newWorkspace, openTestDatabase } from '../support/database.js';

/** Where the demo's history ends, and what pages are told is now, so that pictures stay the same. */
export const DEMO_NOW = Date.parse('2026-06-15T08:00:00Z');
const TIME_ZONE = 'Europe/Belgrade';

/** A real server over the demo's leads. */
export interface DemoServer {
  /** `http://127.0.0.1:…`, without a slash at the end; the API is at `/graphql`. */
  readonly origin: string;
  readonly database: Database;
  readonly workspaceId: string;
  /** May do everything. */
  readonly apiKey: string;
  keyWith(...scopes: Scope[]): Promise<string>;
  /** Lets pages of these origins ask. */
  open(...origins: string[]): Promise<void>;
  /** Saves a report. @param report such as `funnel: { period: … }` @returns its id */
  save(name: string, report: string): Promise<string>;
  close(): Promise<void>;
}

/** Takes about 12 s to start. */
export async function startDemoServer(): Promise<DemoServer> {
  const database = await openTestDatabase();
  const workspaceId = await newWorkspace(database, { name: 'Demo', timeZone: TIME_ZONE, currency: DEMO_CURRENCY });
  const history = { until: DEMO_NOW, timeZone: TIME_ZONE };
  await setDemoSla(database, workspaceId, history);
  await setDemoGoals(database, workspaceId, history);
  await saveDemoReports(database, workspaceId);
  const units = [...demoUnits({ seed: 1, ...history })];
  for (let from = 0; from < units.length; from += 5_000) {
    const { outcomes } = await ingest(database, workspaceId, units.slice(from, from + 5_000));
    const problem = outcomes.flatMap(({ problems }) => problems)[0];
    if (problem) throw new Error(`${problem.path}: ${problem.message}`);
  }
  const keyWith = (...scopes: Scope[]) => createApiKey(database, workspaceId, { name: 'Test', scopes });
  const apiKey = await keyWith('admin');
  const server = await startServer({ host: '127.0.0.1', port: 0 });
  server.begin({ database });
  return {
    origin: server.origin,
    database,
    workspaceId,
    apiKey,
    keyWith,
    open: async (...origins) => void (await updateWorkspace(database, workspaceId, { origins })),
    async save(name, report) {
      const query = `mutation { saveReport(input: { idempotencyKey: "${randomUUID()}", name: "${name}", ${report} }) {
        ... on SaveReportPayload { report { id } } ... on UserError { message } } }`;
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${apiKey}` };
      const response = await fetch(`${server.origin}/graphql`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ query }),
      });
      const { data } = (await response.json()) as {
        data: { saveReport: { report?: { id: string }; message?: string } };
      };
      if (!data.saveReport.report) throw new Error(data.saveReport.message);
      return data.saveReport.report.id;
    },
    async close() {
      await server.close();
      await database.close();
    },
  };
}
