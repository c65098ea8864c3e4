import type { Scope } from '../../packages/api/src/access/access.js';
import type { Tenant } from './tenant.js';
import { type Trial, type Trials, trial } from './trial.js';

const LEADS: readonly Scope[] = ['leads:write'];
const COSTS: readonly Scope[] = ['costs:write'];

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
const AT = '"2026-05-01T00:00:00Z"';

/** Mutations of leads, accounts and costs. */
export const LEAD_TRIALS: Readonly<Record<string, Trials>> = {
  acceptLead: {
    scopes: LEADS,
    trials: [
      move(({ name }) => `${name}-lead-2`),
      trial(({ prefix }) => `lead: ${lead(2)}, to: "${prefix}_FIT"`, 'UNKNOWN_STAGE', 'NO_OPEN_HANDOFF'),
      // Both have a lead 2; bravo's is accepted by now.
      trial(() => `lead: ${lead(2)}`, 'LeadMovePayload', 'NO_OPEN_HANDOFF'),
    ],
  },
  rejectLead: {
    scopes: LEADS,
    trials: [
      move(() => 10, 'reason: "no need"'),
      trial(
        ({ prefix }) => `lead: ${lead(4)}, reason: "no need", to: "${prefix}_FIT"`,
        'NO_OPEN_HANDOFF',
        'NO_OPEN_HANDOFF',
      ),
    ],
  },
  advanceLead: {
    scopes: LEADS,
    trials: [
      move(({ name }) => `${name}-lead-11`, 'to: "MQL"'),
      trial(({ prefix }) => `lead: ${lead(4)}, to: "${prefix}_FIT"`, 'UNKNOWN_STAGE', 'NOT_LATER'),
      // The id of a transition is taken for bravo alone.
      trial(
        ({ name }) => `lead: ${lead(3)}, to: "QSO", externalId: "${name}-lead-12-SQL"`,
        'LeadMovePayload',
        'CONFLICT',
      ),
    ],
  },
  recycleLead: {
    scopes: LEADS,
    trials: [
      move(({ name }) => `${name}-lead-9`),
      trial(({ prefix }) => `lead: ${lead(6)}, to: "${prefix}_FIT"`, 'UNKNOWN_STAGE', 'LeadMovePayload'),
    ],
  },
  disqualifyLead: { scopes: LEADS, trials: [move(({ leads }) => leads, 'reason: "no need"')] },
  reopenLead: {
    scopes: LEADS,
    trials: [
      move(({ name }) => `${name}-lead-5`),
      trial(({ prefix }) => `lead: ${lead(5)}, to: "${prefix}_FIT"`, 'UNKNOWN_STAGE', 'NOT_OUT'),
    ],
  },
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
        'CREATED',
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
        'CREATED',
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
        'UPDATED, UPDATED CREATED_AT_KEPT, REJECTED CONFLICT, CREATED, CREATED',
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
