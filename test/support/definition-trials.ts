import type { Scope } from '../../packages/api/src/access/access.js';
import { AT, PERIOD } from './tenancy-questions.js';
import { type Trials, trial } from './trial.js';

const LEADS: readonly Scope[] = ['leads:write'];
const ADMIN: readonly Scope[] = ['admin'];
const WEEK = '[{ weekday: MONDAY, from: "09:00", to: "17:00" }]';

/**
 * Mutations of what a workspace defines. Those that name it by our ids come first: later, alpha's own definitions have
 * come to these ids.
 */
export const DEFINITION_TRIALS: Readonly<Record<string, Trials>> = {
  voidBenchmark: {
    scopes: ADMIN,
    trials: [trial(({ ids }) => `id: "${ids.benchmark}"`, 'UNKNOWN_BENCHMARK', 'VoidBenchmarkPayload')],
  },
  resendDeliveries: {
    scopes: ADMIN,
    trials: [
      trial(({ ids }) => `webhook: "${ids.webhook}"`, 'UNKNOWN_WEBHOOK', 'ResendDeliveriesPayload'),
      trial(({ ids }) => `webhook: "${ids.webhook}", events: ["1", "2"]`, 'UNKNOWN_WEBHOOK', 'ResendDeliveriesPayload'),
    ],
  },
  deleteWebhook: {
    scopes: ADMIN,
    trials: [trial(({ ids }) => `id: "${ids.webhook}"`, 'UNKNOWN_WEBHOOK', 'DeleteWebhookPayload')],
  },
  createEmbedToken: {
    scopes: ['embeds:create'],
    trials: [
      trial(
        ({ name }) => `reports: [FUNNEL], filter: { attributes: [{ name: "${name}_only", in: ["${name} own"] }] }`,
        'UNKNOWN_ATTRIBUTE',
        'CreateEmbedTokenPayload',
      ),
      trial(
        ({ name }) => `reports: [FUNNEL], origin: "https://of-${name}.example"`,
        'UNKNOWN_ORIGIN',
        'UNKNOWN_ORIGIN',
      ),
      trial(
        ({ name }) => `reports: [FUNNEL, COST], filter: { source: { in: ["${name} source 1"] } }`,
        'CreateEmbedTokenPayload',
        'CreateEmbedTokenPayload',
      ),
    ],
  },
  rotateSigningKey: {
    scopes: ADMIN,
    trials: [trial(() => 'overlap: "PT1H"', 'RotateSigningKeyPayload', 'RotateSigningKeyPayload')],
  },
  copyReport: {
    scopes: ADMIN,
    trials: [
      trial(({ ids, name }) => `id: "${ids.report}", name: "${name} copy"`, 'UNKNOWN_REPORT', 'CopyReportPayload'),
      trial(
        ({ ids, name, prefix }) => `id: "${ids.report}", name: "${name} copy 2", by: ["${name}_only"],
          stages: [{ from: "${prefix}_FIT", to: "${prefix}_FIT" }],
          filter: { source: { in: ["${name} source 1"] }, attributes: [{ name: "${name}_only", in: ["${name} own"] }] }`,
        'UNKNOWN_REPORT',
        'CopyReportPayload',
      ),
    ],
  },
  deleteReport: {
    scopes: ADMIN,
    trials: [trial(({ ids }) => `id: "${ids.report}"`, 'UNKNOWN_REPORT', 'DeleteReportPayload')],
  },
  deleteList: {
    scopes: LEADS,
    trials: [trial(({ ids }) => `id: "${ids.list}"`, 'UNKNOWN_LIST', 'DeleteListPayload')],
  },
  defineStage: {
    scopes: ADMIN,
    trials: [
      trial(({ prefix, name }) => `key: "${prefix}_FIT", notes: "${name} new"`, 'MISSING_NAME', 'LadderChangePayload'),
      trial(
        ({ prefix, name }) => `key: "${prefix}_MORE", name: "${name} more", team: SALES, after: "${prefix}_FIT"`,
        'UNKNOWN_STAGE',
        'LadderChangePayload',
      ),
      trial(
        ({ prefix, name }) => `key: "${prefix}_EARLY", name: "${name} early", team: SALES, before: "${prefix}_FIT"`,
        'UNKNOWN_STAGE',
        'LadderChangePayload',
      ),
      trial(
        ({ name }) => `key: "EXTRA", name: "Extra", team: SALES, after: "MQL",
          crmValues: [{ field: "${name} field", value: "${name} fits" }]`,
        'LadderChangePayload',
        'LadderChangePayload',
      ),
    ],
  },
  retireStage: {
    scopes: ADMIN,
    trials: [trial(({ prefix }) => `key: "${prefix}_FIT"`, 'UNKNOWN_STAGE', 'STAGE_IN_USE')],
  },
  defineRule: {
    scopes: ADMIN,
    trials: [
      trial(
        ({ prefix, name }) => `key: "${prefix}_RULE", name: "${name} rule", to: "MQL",
          condition: { attribute: "${name}_only", in: ["${name} own"] }`,
        'UNKNOWN_ATTRIBUTE',
        'DefineRulePayload',
      ),
      trial(
        ({ prefix, name }) => `key: "${prefix}_RULE", name: "${name} rule", to: "${prefix}_FIT",
          condition: { attribute: "plan", in: ["${name} plan"] }`,
        'UNKNOWN_STAGE',
        'DefineRulePayload',
      ),
    ],
  },
  dryRunRule: {
    scopes: ADMIN,
    trials: [
      trial(({ prefix }) => `key: "${prefix}_RULE"`, 'UNKNOWN_RULE', 'RuleDryRun'),
      trial(
        ({ prefix, name }) => `to: "${prefix}_FIT", condition: { attribute: "plan", in: ["${name} plan"] }`,
        'UNKNOWN_STAGE',
        'RuleDryRun',
      ),
    ],
  },
  enableRule: {
    scopes: ADMIN,
    trials: [trial(({ prefix }) => `key: "${prefix}_RULE"`, 'UNKNOWN_RULE', 'EnableRulePayload')],
  },
  disableRule: {
    scopes: ADMIN,
    trials: [trial(({ prefix }) => `key: "${prefix}_RULE"`, 'UNKNOWN_RULE', 'DisableRulePayload')],
  },
  setGoal: {
    scopes: ADMIN,
    trials: [
      trial(({ prefix }) => `key: "${prefix}_GOAL", target: 7`, 'MISSING_FIELD', 'SetGoalPayload'),
      trial(
        ({ prefix, name }) => `key: "${prefix}_GOAL", name: "${name} goal", stage: "${prefix}_FIT", target: 8,
          ${PERIOD}, filter: { attributes: [{ name: "${name}_only", in: ["${name} own"] }] }`,
        'UNKNOWN_STAGE',
        'SetGoalPayload',
      ),
    ],
  },
  setSlaPolicy: {
    scopes: ADMIN,
    trials: [
      trial(
        ({ prefix, name }) => `key: "${prefix}_POLICY", name: "${name} policy", calendar: "${prefix}_HOURS",
          firstResponseWithin: { within: "PT8H", clock: BUSINESS }, effectiveFrom: "2026-01-01T00:00:00Z"`,
        'UNKNOWN_CALENDAR',
        'SetSlaPolicyPayload',
      ),
      trial(
        ({ prefix, name }) => `key: "${prefix}_POLICY", name: "${name} policy",
          decisionWithin: { within: "P9D", clock: CALENDAR }, effectiveFrom: "2026-01-02T00:00:00Z"`,
        'SetSlaPolicyPayload',
        'SetSlaPolicyPayload',
      ),
    ],
  },
  setBusinessCalendar: {
    scopes: ADMIN,
    trials: [
      trial(
        ({ prefix, name }) => `key: "${prefix}_HOURS", name: "${name} hours", timeZone: "UTC", hours: ${WEEK},
          effectiveFrom: "2026-01-01T00:00:00Z"`,
        'SetBusinessCalendarPayload',
        'SetBusinessCalendarPayload',
      ),
    ],
  },
  addBenchmark: {
    scopes: ADMIN,
    trials: [
      trial(
        ({ prefix, name }) => `metric: "stepRate", stage: "${prefix}_FIT", value: "0.2", definition: "as ours",
          source: "${name} study", publishedOn: "2026-02-01"`,
        'UNKNOWN_STAGE',
        'AddBenchmarkPayload',
      ),
    ],
  },
  saveList: {
    scopes: LEADS,
    trials: [
      trial(
        ({ prefix, name }) => `name: "${name} list", filter: { reached: "${prefix}_FIT" }`,
        'UNKNOWN_STAGE',
        'SaveListPayload',
      ),
      trial(
        ({ name }) => `name: "${name} list", filter: { owner: "${name} owner" }`,
        'SaveListPayload',
        'SaveListPayload',
      ),
    ],
  },
  saveReport: {
    scopes: ADMIN,
    trials: [
      trial(
        ({ prefix, name }) => `name: "${name} report", funnel: { ${PERIOD}, base: "${prefix}_FIT" }`,
        'UNKNOWN_STAGE',
        'SaveReportPayload',
      ),
      trial(
        ({ name }) => `name: "${name} report", cost: { ${PERIOD}, filter: { source: { in: ["${name} source 1"] } } }`,
        'SaveReportPayload',
        'SaveReportPayload',
      ),
    ],
  },
  publishMetricPack: {
    scopes: ADMIN,
    trials: [
      trial(
        ({ name }) => `name: "${name} pack", question: { ${PERIOD}, ${AT}, filter: { attributes: [
          { name: "${name}_only", in: ["${name} own"] }
        ] } }`,
        'UNKNOWN_ATTRIBUTE',
        'PublishMetricPackPayload',
      ),
      trial(
        ({ name }) =>
          `name: "${name} pack", question: { ${PERIOD}, ${AT}, filter: { source: { in: ["${name} source 1"] } } }`,
        'PublishMetricPackPayload',
        'PublishMetricPackPayload',
      ),
    ],
  },
  createApiKey: {
    scopes: ADMIN,
    trials: [
      trial(
        ({ name }) => `name: "${name} desk", scopes: [LEADS_WRITE], expiresAt: "2030-01-01T00:00:00Z"`,
        'CreateApiKeyPayload',
        'CreateApiKeyPayload',
      ),
    ],
  },
  rotateApiKey: {
    scopes: ADMIN,
    trials: [trial(({ spareKey }) => `id: "${spareKey}"`, 'UNKNOWN_KEY', 'RotateApiKeyPayload')],
  },
  revokeApiKey: {
    scopes: ADMIN,
    trials: [trial(({ spareKey }) => `id: "${spareKey}"`, 'UNKNOWN_KEY', 'RevokeApiKeyPayload')],
  },
  updateWorkspace: {
    scopes: ADMIN,
    trials: [
      trial(
        ({ name }) => `name: "${name}", origins: ["https://${name}.example"]`,
        'NAME_TAKEN',
        'UpdateWorkspacePayload',
      ),
    ],
  },
  createWebhook: {
    scopes: ADMIN,
    trials: [
      trial(
        ({ name }) => `url: "https://${name}.example/hook", events: [HANDOFF_OPENED]`,
        'CreateWebhookPayload',
        'CreateWebhookPayload',
      ),
    ],
  },
  mapCrmValues: {
    scopes: ADMIN,
    trials: [
      trial(
        ({ name, prefix }) => `values: [{ field: "${name} field", value: "${name} waits", stage: "${prefix}_FIT" }]`,
        'UNKNOWN_STAGE',
        'MapCrmValuesPayload',
      ),
      trial(
        ({ name }) => `values: [{ field: "${name} field", value: "${name} waits", stage: "MQL" }]`,
        'MapCrmValuesPayload',
        'MapCrmValuesPayload',
      ),
    ],
  },
};
