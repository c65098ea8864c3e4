import { InvalidInput } from '@leadstage/core';
import { builder } from '../../builder.js';
import { type MergedLeads, mergeLeads } from '../../commands/merge-leads.js';
import { LeadReferenceInput, leadReference } from '../inputs/lead-reference.js';
import { LeadType } from '../lead.js';
import { survivingLead } from '../surviving-lead.js';
import { command, WHAT_IS_ASKED } from './command.js';
import { idempotencyKey } from './idempotency-key.js';

const Input = builder.inputType('MergeLeadsInput', {
  description: 'Which two records are one person.',
  fields: (t) => ({
    idempotencyKey: idempotencyKey(t),
    lead: t.field({ type: LeadReferenceInput, required: true, description: 'The one that is absorbed.' }),
    into: t.field({ type: LeadReferenceInput, required: true, description: 'The one that stays.' }),
    actor: t.string({ description: "Who says so; default the key's name." }),
  }),
});

const Payload = builder.objectRef<MergedLeads>('MergeLeadsPayload').implement({
  description: 'Two records that have become one.',
  fields: (t) => ({
    lead: t.field({
      type: LeadType,
      description: 'The one that stays, with the logs of both.',
      resolve: ({ leadId }, _args, context, info) => survivingLead(leadId, context, info),
    }),
    absorbedId: t.id({
      description: 'Our id of the absorbed one; it answers with the other from now on.',
      resolve: ({ absorbedId }) => String(absorbedId),
    }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'From when on, by `knownAt`, they are one.' }),
  }),
});

builder.mutationField('mergeLeads', (t) =>
  t.field({
    type: Payload,
    errors: { types: [InvalidInput] },
    description:
      'Makes two records of one person one. What the one that stays lacks of attributes, name and e-mail it takes over. It cannot be undone.',
    authScopes: { scope: 'leads:write' },
    args: { input: t.arg({ type: Input, required: true, description: WHAT_IS_ASKED }) },
    resolve: command('mergeLeads', ({ database, workspaceId, once, keyName }, { lead, into, actor }) =>
      mergeLeads(
        database,
        workspaceId,
        { lead: leadReference(lead, ['lead']), into: leadReference(into, ['into']), actor: actor ?? keyName },
        once,
      ),
    ),
  }),
);
