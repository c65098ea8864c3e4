import { InvalidInput } from '@leadstage/core';
import { builder } from '../../builder.js';
import { deleteLead, type ErasedLead } from '../../commands/delete-lead.js';
import { LeadReferenceInput, leadReference } from '../inputs/lead-reference.js';
import { LeadType } from '../lead.js';
import { survivingLead } from '../surviving-lead.js';
import { command, WHAT_IS_ASKED } from './command.js';
import { idempotencyKey } from './idempotency-key.js';

const Input = builder.inputType('DeleteLeadInput', {
  description: 'Whose personal data is erased.',
  fields: (t) => ({
    idempotencyKey: idempotencyKey(t),
    lead: t.field({ type: LeadReferenceInput, required: true, description: 'Which lead.' }),
  }),
});

const Payload = builder.objectRef<ErasedLead>('DeleteLeadPayload').implement({
  description: 'A lead whose personal data is gone.',
  fields: (t) => ({
    lead: t.field({
      type: LeadType,
      description: 'What is left of it. It answers to our id alone.',
      resolve: ({ leadId }, _args, context, info) => survivingLead(leadId, context, info),
    }),
    erasedAt: t.expose('erasedAt', { type: 'DateTime', description: 'When it was erased, the first time.' }),
  }),
});

builder.mutationField('deleteLead', (t) =>
  t.field({
    type: Payload,
    errors: { types: [InvalidInput] },
    description:
      'Erases the personal data of a lead, and of those merged with it, everywhere; what reports count stays. It cannot be undone.',
    authScopes: { scope: 'leads:write' },
    args: { input: t.arg({ type: Input, required: true, description: WHAT_IS_ASKED }) },
    resolve: command(
      'deleteLead',
      ({ database, workspaceId, once }, { lead }) =>
        deleteLead(database, workspaceId, { lead: leadReference(lead, ['lead']) }, once),
      { audited: true },
    ),
  }),
);
