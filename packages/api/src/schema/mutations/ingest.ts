import { InvalidInput } from '@leadstage/core';
import { allows } from '../../access/access.js';
import { builder } from '../../builder.js';
import { ingest } from '../../commands/ingest.js';
import type { IngestResult } from '../../commands/ingest-input.js';
import { AccountUpsertItem, ActivityRecord, CostRecord, LeadUpsert, TransitionRecord } from '../inputs/ingest-items.js';
import { type ItemPlace, type Items, unitsOf } from '../inputs/to-units.js';
import { command, WHAT_IS_ASKED } from './command.js';
import { idempotencyKey } from './idempotency-key.js';
import { IngestPayload } from './ingest-payload.js';

const MOST = 'At most 10,000 items in a call.';

const IngestInput = builder.inputType('IngestInput', {
  description: `One batch. ${MOST} Items are taken in the order accounts, leads, transitions, activities, costs, each by itself.`,
  fields: (t) => ({
    idempotencyKey: idempotencyKey(t),
    accounts: t.field({ type: [AccountUpsertItem], description: 'Companies.' }),
    leads: t.field({ type: [LeadUpsert], description: 'Leads.' }),
    transitions: t.field({ type: [TransitionRecord], description: 'Entries into stages.' }),
    activities: t.field({ type: [ActivityRecord], description: 'What sales did.' }),
    costs: t.field({ type: [CostRecord], description: 'Money spent.' }),
  }),
});

const UpsertLeadsInput = builder.inputType('UpsertLeadsInput', {
  description: MOST,
  fields: (t) => ({
    idempotencyKey: idempotencyKey(t),
    leads: t.field({ type: [LeadUpsert], required: true, description: 'Leads.' }),
  }),
});

const RecordTransitionsInput = builder.inputType('RecordTransitionsInput', {
  description: MOST,
  fields: (t) => ({
    idempotencyKey: idempotencyKey(t),
    transitions: t.field({ type: [TransitionRecord], required: true, description: 'Entries into stages.' }),
  }),
});

const RecordActivitiesInput = builder.inputType('RecordActivitiesInput', {
  description: MOST,
  fields: (t) => ({
    idempotencyKey: idempotencyKey(t),
    activities: t.field({ type: [ActivityRecord], required: true, description: 'What sales did.' }),
  }),
});

const RecordCostsInput = builder.inputType('RecordCostsInput', {
  description: MOST,
  fields: (t) => ({
    idempotencyKey: idempotencyKey(t),
    costs: t.field({ type: [CostRecord], required: true, description: 'Money spent.' }),
  }),
});

/** Ingests the items of a call; outcomes are told by kind and place in the call. */
function recording(operation: string) {
  return command<Items & { readonly idempotencyKey: string }, IngestResult & { readonly places: readonly ItemPlace[] }>(
    operation,
    async ({ database, workspaceId, once }, items) => {
      const placed = unitsOf(items);
      const units = placed.map(({ unit }) => unit);
      return { ...(await ingest(database, workspaceId, units, once)), places: placed.map(({ place }) => place) };
    },
  );
}

const errors = { types: [InvalidInput] };
const leads = { scope: 'leads:write' } as const;

builder.mutationFields((t) => ({
  ingest: t.field({
    type: IngestPayload,
    errors,
    description:
      'Records a batch of anything in one transaction, exactly once by your own ids. Each item is stored or refused by itself, with its problems. With costs it needs costs:write too.',
    authScopes: (_root, { input }, { access }) =>
      allows(access, 'leads:write') && (!input.costs?.length || allows(access, 'costs:write')),
    args: { input: t.arg({ type: IngestInput, required: true, description: WHAT_IS_ASKED }) },
    resolve: recording('ingest'),
  }),
  upsertLeads: t.field({
    type: IngestPayload,
    errors,
    description: 'Makes leads and changes them. A field left out stays as it is.',
    authScopes: leads,
    args: { input: t.arg({ type: UpsertLeadsInput, required: true, description: WHAT_IS_ASKED }) },
    resolve: recording('upsertLeads'),
  }),
  recordTransitions: t.field({
    type: IngestPayload,
    errors,
    description:
      'Adds entries to the log as they happened, also late and out of order. What was decided elsewhere is not checked again; for a decision made now use acceptLead, rejectLead and so on.',
    authScopes: leads,
    args: { input: t.arg({ type: RecordTransitionsInput, required: true, description: WHAT_IS_ASKED }) },
    resolve: recording('recordTransitions'),
  }),
  recordActivities: t.field({
    type: IngestPayload,
    errors,
    description: 'Adds what sales did about leads.',
    authScopes: leads,
    args: { input: t.arg({ type: RecordActivitiesInput, required: true, description: WHAT_IS_ASKED }) },
    resolve: recording('recordActivities'),
  }),
  recordCosts: t.field({
    type: IngestPayload,
    errors,
    description: 'Adds costs. One that is wrong is put right by correctCost or voidCost.',
    authScopes: { scope: 'costs:write' },
    args: { input: t.arg({ type: RecordCostsInput, required: true, description: WHAT_IS_ASKED }) },
    resolve: recording('recordCosts'),
  }),
}));
