import type { Database } from '@leadstage/prisma';
import { addBenchmark } from '../../packages/api/src/commands/add-benchmark.js';
import { defineRule } from '../../packages/api/src/commands/define-rule.js';
import { enableRule } from '../../packages/api/src/commands/enable-rule.js';
import { defineStage } from '../../packages/api/src/commands/ladder/define-stage.js';
import { publishMetricPack } from '../../packages/api/src/commands/publish-metric-pack.js';
import { saveList } from '../../packages/api/src/commands/save-list.js';
import { saveReport } from '../../packages/api/src/commands/save-report.js';
import { setBusinessCalendar } from '../../packages/api/src/commands/set-business-calendar.js';
import { setGoal } from '../../packages/api/src/commands/set-goal.js';
import { setSlaPolicy } from '../../packages/api/src/commands/set-sla-policy.js';
import { schema } from '../../packages/api/src/schema/index.js';
import { keepable } from '../../packages/api/src/schema/mutations/saved-report-payload.js';
import { REPORTS } from '../../packages/api/src/schema/reports-registry.js';
import { createWebhook } from '../../packages/api/src/webhooks/create-webhook.js';
import { EVENT_TYPES } from '../../packages/api/src/webhooks/events.js';

const EFFECTIVE_FROM = Date.UTC(2025, 0, 1);

/**
 * What is there before the first lead: ladder, promises, and a webhook that is told of everything. The benchmarks come
 * first, and take the lowest ids of definitions.
 */
export async function defineBefore(database: Database, id: string, name: string, benchmarks: number) {
  const prefix = name.toUpperCase();
  let benchmark = 0;
  for (let number = 1; number <= benchmarks; number += 1) {
    benchmark = await addBenchmark(database, id, {
      metric: 'stepRate',
      stage: 'MQL',
      value: '0.12',
      definition: `${name} definition ${number}`,
      source: `${name} study`,
      publishedOn: '2026-01-01',
    });
  }
  await defineStage(database, id, {
    key: `${prefix}_FIT`,
    name: `${name} fit`,
    after: 'LEAD',
    team: 'MARKETING',
    objective: `${name} objective`,
    actions: [`${name} action`],
    criteria: `${name} criteria`,
    notes: `${name} notes`,
    effectiveFrom: EFFECTIVE_FROM,
    crmValues: [{ field: `${name} field`, value: `${name} fits` }],
  });
  await promise(database, id, name);
  const webhook = await createWebhook(database, id, { url: `https://${name}.example/hook`, events: EVENT_TYPES });
  return { benchmark, webhook: webhook.id };
}

async function promise(database: Database, id: string, name: string): Promise<void> {
  const prefix = name.toUpperCase();
  const working = { from: '08:00', to: '18:00' };
  await setBusinessCalendar(database, id, {
    key: `${prefix}_HOURS`,
    name: `${name} hours`,
    timeZone: 'UTC',
    hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, ...working })),
    days: [{ date: '2026-01-02', name: `${name} day off`, hours: [] }],
    effectiveFrom: EFFECTIVE_FROM,
  });
  await setSlaPolicy(database, id, {
    key: `${prefix}_POLICY`,
    name: `${name} policy`,
    filter: { leadType: { in: [`${name} type`] } },
    firstResponseWithin: { within: 'PT4H', clock: 'BUSINESS', dueSoon: 'PT1H' },
    decisionWithin: { within: 'P2D', clock: 'CALENDAR', onOverdue: 'REASSIGN', assignTo: `${name} manager` },
    calendar: `${prefix}_HOURS`,
    effectiveFrom: EFFECTIVE_FROM,
  });
}

/** What asks for attributes that only come with the leads; the list is kept once, by a key. */
export async function defineAfter(database: Database, id: string, name: string) {
  const prefix = name.toUpperCase();
  const stage = `${prefix}_FIT`;
  const source = { in: [`${name} source 1`] };
  const condition = { attribute: `${name}_only`, in: [`${name} own`] };
  const rule = { key: `${prefix}_RULE`, name: `${name} rule`, to: stage, condition };
  await defineRule(database, id, rule);
  await enableRule(database, id, { key: rule.key });
  await setGoal(database, id, {
    key: `${prefix}_GOAL`,
    name: `${name} goal`,
    stage,
    period: { start: '2026-01-01', end: '2026-04-01' },
    target: 100,
    filter: { source },
  });
  const list = {
    name: `${name} list`,
    filter: { attributes: { source } },
    orderBy: { field: 'ENTERED', stage, direction: 'ASC' },
  } as const;
  return {
    list: await saveList(database, id, list, { key: `${name}-list`, operation: 'saveList', input: list }),
    ...(await keepReports(database, id, name)),
  };
}

/** A question that names the tenant's own stage and source, and a pack of the leads of that source. */
async function keepReports(database: Database, id: string, name: string) {
  const period = { start: '2026-01-01', end: '2026-04-01' };
  const filter = { source: { in: [`${name} source 1`] } };
  const funnel = REPORTS.find((each) => each.name === 'FUNNEL');
  if (!funnel) throw new Error('questions to the funnel cannot be kept');
  const question = { period, filter, base: `${name.toUpperCase()}_FIT` };
  const asked = { name: `${name} pack`, question: { period, filter, asOf: Date.UTC(2026, 5, 1) } };
  return {
    report: await saveReport(database, id, { name: `${name} report`, report: keepable(funnel, schema), question }),
    pack: await publishMetricPack(database, id, asked),
  };
}
