import { lexicographicSortSchema, printSchema } from 'graphql';
import { builder } from '../builder.js';
import './scalars.js';
import './user-error.js';
import './viewer.js';
import './workspace.js';
import './stage-definition.js';
import './ladder-job.js';
import './crm-values.js';
import './account.js';
import './transition.js';
import './activity.js';
import './lead.js';
import './leads.js';
import './handoff.js';
import './handoffs.js';
import './saved-list.js';
import './goal.js';
import './benchmark.js';
import './account-standing.js';
import './accounts.js';
import './business-calendar.js';
import './sla-policy.js';
import './rule.js';
import './rule-answer.js';
import './funnel.js';
import './acceptance.js';
import './velocity.js';
import './sla-report.js';
import './cost.js';
import './diagnosis.js';
import './standard-metrics.js';
import './metric-packs.js';
import './saved-reports.js';
import './report-leads.js';
import './cost-entry.js';
import './metric-definition.js';
import './webhook.js';
import './api-key.js';
import './audit-log.js';
import './mutations/index.js';

export const schema = builder.toSchema();

/** The schema as `schema.graphql` holds it. */
export function printedSchema(): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
