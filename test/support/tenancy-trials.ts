import type { Scope } from '../../packages/api/src/access/api-key.js';
import type { Tenant } from './tenant.js';

/** A mutation by things of bravo. */
export interface Trial {
  /** Its input without the idempotency key. */
  readonly input: (bravo: Tenant) => string;
  /** What alpha is answered: a refusal's code, the type of the payload, or what became of the items. */
  readonly alpha: string;
  /** What bravo is answered to the same afterwards. */
  readonly bravo: string;
}

export interface Trials {
  /** All of them are needed; `admin` may everything. */
  readonly scopes: readonly Scope[];
  readonly trials: readonly Trial[];
}

const LEADS: readonly Scope[] = ['leads:write'];
const COSTS: readonly Scope[] = ['costs:write'];
const ADMIN: readonly Scope[] = ['admin'];

const trial = (input: Trial['input'], alpha: string, bravo: string): Trial => ({ input, alpha, bravo });

/** By the external id, or where a number is given by ours. */
const lead = (which: string | number) =>
  typeof which === 'number' ? `{ id: "${which}" }` : `{ externalId: "${which}" }`;

/** A move of a lead of bravo, which alpha has none of. */
function move(which: (bravo: Tenant) => string | number, more = ''): Trial {
  return trial((bravo) => `lead: ${lead(which(bravo))}, ${more}`, 'UNKNOWN_LEAD', 'LeadMovePayload');
}

const cost = (externalId: string, name: string, amount: string) =>
  `{ externalId: "${externalId}", amount: "${amount}", currency: "EUR", from: "2026-01-01", to: "2026-04-01",
    category: "${name} ads", source: "${name} source 1", leadType: "${name} type", campaign: "${name} campaign" }`;
const WEEK = '[{ weekday: MONDAY, from: "09:00", to: "17:00" }]';
const AT = '"2026-05-01T00:00:00Z"';

/**
 * Every field of Mutation, in the order in which they are tried. Those that name definitions by our ids come first:
 * later, alpha's own definitions have come to these ids.
 */
export const TRIALS: Readonly<Record<string, Trials>> = {
  voidBenchmark: {
    scopes: ADMIN,
    trials: [trial(({ ids }) => `id: "${ids.benchmark}"`, 'UNKNOWN_BENCHMARK', 'VoidBenchmarkPayload')],
  },
  resendDeliveries: {
    scopes: ADMIN,
    trials: [trial(({ ids }) => `webhook: "${ids.webhook}"`, 'UNKNOWN_WEBHOOK', 'ResendDeliveriesPayload')],
  },
  deleteWebhook: {
    scopes: ADMIN,
    trials: [trial(({ ids }) => `id: "${ids.webhook}"`, 'UNKNOWN_WEBHOOK', 'DeleteWebhookPayload')],
  },
  deleteList: {
    scopes: LEADS,
    trials: [trial(({ ids }) => `id: "${ids.list}"`, 'UNKNOWN_LIST', 'DeleteListPayload')],
  },
  acceptLead: {
    scopes: LEADS,
    trials: [
      move(({ name }) => `${name}-lead-2`),
      // Both have a lead 2; bravo's is accepted by now.
      trial(() => `lead: ${lead(2)}`, 'LeadMovePayload', 'NO_OPEN_HANDOFF'),
    ],
  },
  rejectLead: { scopes: LEADS, trials: [move(() => 10, 'reason: "no need"')] },
  advanceLead: {
    scopes: LEADS,
    trials: [
      move(({ name }) => `${name}-lead-11`, 'to: "MQL"'),
      trial(({ prefix }) => `lead: ${lead(4)}, to: "${prefix}_FIT"`, 'UNKNOWN_STAGE', 'NOT_LATER'),
    ],
  },
  recycleLead: { scopes: LEADS, trials: [move(({ name }) => `${name}-lead-9`)] },
  disqualifyLead: { scopes: LEADS, trials: [move(({ leads }) => leads, 'reason: "no need"')] },
  reopenLead: { scopes: LEADS, trials: [move(({ name }) => `${name}-lead-5`)] },
  assignLead: {
    scopes: LEADS,
    trials: [
      trial(
        ({ name }) => `lead: ${lead(`${name}-lead-8`)}, owner: "${name} manager"`,
        'UNKNOWN_LEAD',
        'AssignLeadPayload',
      ),
    ],
  },
  mergeLeads: {
    scopes: LEADS,
    trials: [
      trial(({ name }) => `lead: ${lead(`${name}-lead-8`)}, into: ${lead(1)}`, 'UNKNOWN_LEAD', 'MergeLeadsPayload'),
      trial(({ name }) => `lead: ${lead(4)}, into: ${lead(`${name}-twin`)}`, 'UNKNOWN_LEAD', 'MergeLeadsPayload'),
    ],
  },
  voidTransition: {
    scopes: LEADS,
    trials: [
      trial(
        ({ name }) => `externalId: "${name}-lead-6-SQL", reason: "a mistake"`,
        'UNKNOWN_TRANSITION',
        'VoidTransitionPayload',
      ),
    ],
  },
  recordTransitions: {
    scopes: LEADS,
    trials: [
      trial(
        ({ name, prefix }) =>
          `transitions: [{ externalId: "${name}-new", lead: "${name}-lead-7", to: "${prefix}_FIT", occurredAt: ${AT} }]`,
        'REJECTED UNKNOWN_LEAD UNKNOWN_STAGE',
        'UPDATED',
      ),
    ],
  },
  recordActivities: {
    scopes: LEADS,
    trials: [
      trial(
        ({ name }) =>
          `activities: [{ externalId: "${name}-talk", lead: "${name}-lead-7", type: CALL, occurredAt: ${AT} }]`,
        'REJECTED UNKNOWN_LEAD',
        'UPDATED',
      ),
    ],
  },
  correctCost: {
    scopes: COSTS,
    trials: [
      trial(({ name }) => `cost: ${cost(`${name}-cost-3`, name, '1.00')}`, 'UNKNOWN_COST', 'CorrectCostPayload'),
    ],
  },
  voidCost: {
    scopes: COSTS,
    trials: [
      trial(({ name }) => `externalId: "${name}-cost-3", reason: "a mistake"`, 'UNKNOWN_COST', 'VoidCostPayload'),
      trial(({ name }) => `externalId: "${name}-cost-2", reason: "a mistake"`, 'UNKNOWN_COST', 'VoidCostPayload'),
    ],
  },
  recordCosts: {
    scopes: COSTS,
    trials: [trial(({ name }) => `costs: [${cost(`${name}-cost`, name, '900.00')}]`, 'CREATED', 'UNCHANGED')],
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
    trials: [trial(({ prefix }) => `key: "${prefix}_GOAL", target: 7`, 'MISSING_FIELD', 'SetGoalPayload')],
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
  upsertAccounts: {
    scopes: LEADS,
    trials: [
      trial(
        ({ name }) => `accounts: [{ externalId: "${name}-account-3", tier: "${name} tier 2" }]`,
        'CREATED',
        'UPDATED',
      ),
    ],
  },
  upsertLeads: {
    scopes: LEADS,
    trials: [
      trial(
        ({ name }) =>
          `leads: [{ externalId: "${name}-lead-3", createdAt: ${AT}, account: "${name}-account-2", region: "north" }]`,
        'CREATED',
        'UPDATED CREATED_AT_KEPT',
      ),
    ],
  },
  ingest: {
    scopes: ['leads:write', 'costs:write'],
    trials: [
      trial(
        ({ name }) => `accounts: [{ externalId: "${name}-account-4", name: "Four" }],
          leads: [{ externalId: "${name}-lead-7", createdAt: ${AT}, region: "north" }],
          transitions: [{ externalId: "${name}-lead-9-LEAD", lead: "${name}-lead-9", to: "LEAD", occurredAt: ${AT} }],
          activities: [{ externalId: "${name}-talk-2", lead: "${name}-lead-9", type: CALL, occurredAt: ${AT} }],
          costs: [${cost(`${name}-cost-4`, name, '1.00')}]`,
        'CREATED, CREATED, REJECTED UNKNOWN_LEAD, REJECTED UNKNOWN_LEAD, CREATED',
        'UPDATED, UPDATED CREATED_AT_KEPT, REJECTED CONFLICT, UPDATED, CREATED',
      ),
    ],
  },
  deleteLead: {
    scopes: LEADS,
    trials: [
      trial(({ name }) => `lead: ${lead(`${name}-lead-6`)}`, 'UNKNOWN_LEAD', 'DeleteLeadPayload'),
      trial(({ leads }) => `lead: ${lead(leads)}`, 'UNKNOWN_LEAD', 'DeleteLeadPayload'),
    ],
  },
};
