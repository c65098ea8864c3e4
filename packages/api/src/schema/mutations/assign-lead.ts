import { InvalidInput } from '@leadstage/core';
import { builder } from '../../builder.js';
import { type AssignedLead, assignLead } from '../../commands/assign-lead.js';
import { LeadReferenceInput, leadReference } from '../inputs/lead-reference.js';
import { LeadType } from '../lead.js';
import { survivingLead } from '../surviving-lead.js';
import { command, WHAT_IS_ASKED } from './command.js';
import { idempotencyKey } from './idempotency-key.js';

const Input = builder.inputType('AssignLeadInput', {
  description: 'Who gets which lead.',
  fields: (t) => ({
    idempotencyKey: idempotencyKey(t),
    lead: t.field({ type: LeadReferenceInput, required: true, description: 'Which lead.' }),
    owner: t.string({ description: 'Who works it from then on; left out or null: nobody.' }),
    occurredAt: t.field({ type: 'DateTime', description: 'Since when, also long ago; default now.' }),
    actor: t.string({ description: "Who assigns it; default the key's name." }),
  }),
});

const Payload = builder.objectRef<AssignedLead>('AssignLeadPayload').implement({
  description: 'A lead that was assigned.',
  fields: (t) => ({
    lead: t.field({
      type: LeadType,
      description: 'As it stands now.',
      resolve: ({ leadId }, _args, context, info) => survivingLead(leadId, context, info),
    }),
    occurredAt: t.expose('occurredAt', { type: 'DateTime', description: 'Since when the owner has it.' }),
    changed: t.exposeBoolean('changed', { description: 'False: it was so already, and nothing was recorded.' }),
  }),
});

builder.mutationField('assignLead', (t) =>
  t.field({
    type: Payload,
    errors: { types: [InvalidInput] },
    description: 'Gives a lead to an owner, or to nobody. A handoff belongs to its owner at the decision.',
    authScopes: { scope: 'leads:write' },
    args: { input: t.arg({ type: Input, required: true, description: WHAT_IS_ASKED }) },
    resolve: command('assignLead', ({ database, workspaceId, once, keyName }, { lead, owner, occurredAt, actor }) =>
      assignLead(
        database,
        workspaceId,
        { lead: leadReference(lead, ['lead']), owner: owner ?? null, occurredAt, actor: actor ?? keyName },
        once,
      ),
    ),
  }),
);
