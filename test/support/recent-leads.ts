import { createServerClient } from '@leadstage/sdk/server';
import type { SeededServer } from './seeded-server.js';

const DAY_MS = 86_400_000;

/**
 * Gives a server leads of late, as the periods of examples begin from today: 40 days ago 30 leads of `demo_request` from two
 * sources at 10 companies, 12 of them SQLs; 500 days ago 7 more of them; and 40 days ago 9 leads of `e-book`.
 */
export async function addRecentLeads({ url, apiKey }: SeededServer): Promise<void> {
  const group = (leadType: string, count: number, sqls: number, daysAgo: number) =>
    Array.from({ length: count }, (_, index) => {
      const externalId = `${leadType}-${daysAgo}-${index}`;
      const at = (days: number) => new Date(Date.now() - (daysAgo - days) * DAY_MS).toISOString();
      const source = index % 3 === 0 ? 'webinar' : 'web';
      const stages = ['LEAD', ...(index < sqls ? ['MQL', 'SQL'] : [])];
      return {
        lead: { externalId, createdAt: at(0), leadType, source, account: `company-${index % 10}` },
        transitions: stages.map((to, day) => ({
          externalId: `${externalId}-${to}`,
          lead: externalId,
          to,
          occurredAt: at(day),
        })),
      };
    });
  const all = [...group('demo_request', 30, 12, 40), ...group('demo_request', 7, 7, 500), ...group('e-book', 9, 0, 40)];
  const { rejected, outcomes } = await createServerClient({ url, apiKey }).ingest({
    accounts: Array.from({ length: 10 }, (_, index) => ({ externalId: `company-${index}`, name: `Company ${index}` })),
    leads: all.map(({ lead }) => lead),
    transitions: all.flatMap(({ transitions }) => transitions),
  });
  if (rejected > 0) throw new Error(JSON.stringify(outcomes.filter(({ status }) => status === 'REJECTED')));
}
