import type { Database } from '@leadstage/prisma';
import { type KeepableReport, saveReport } from '../commands/save-report.js';
import type { KeptQuestion } from '../query/saved-reports.js';

const LAST_QUARTER = { last: { count: 1, grain: 'QUARTER' } };
const LAST_YEAR = { last: { count: 12, grain: 'MONTH' } };

/** What the demo's people ask again and again, by name. */
const REPORTS: readonly { readonly name: string; readonly report: string; readonly question: KeptQuestion }[] = [
  {
    name: 'Who becomes a customer, by lead type',
    report: 'FUNNEL',
    question: { period: LAST_YEAR, by: ['leadType'] },
  },
  {
    name: 'What an SQL costs, by source',
    report: 'COST',
    question: { period: LAST_YEAR, method: 'SHIFTED', stages: ['SQL'], by: ['source'] },
  },
  {
    name: 'What sales made of last quarter, by region',
    report: 'ACCEPTANCE',
    question: { period: LAST_QUARTER, by: ['region'] },
  },
];

/** Nothing is checked: these are as the API takes them, which a test holds. */
const asWritten = (name: string): KeepableReport => ({ name, stageMembers: [], check: async () => {} });

/** Running it again changes nothing. */
export async function saveDemoReports(database: Database, workspaceId: string): Promise<void> {
  for (const { report, ...kept } of REPORTS) {
    await saveReport(database, workspaceId, { ...kept, report: asWritten(report) });
  }
}
