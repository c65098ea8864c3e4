import { InvalidInput } from '@leadstage/core';
import { builder } from '../../builder.js';
import { voidTransition } from '../../commands/void-transition.js';
import { command, WHAT_IS_ASKED } from './command.js';
import { idempotencyKey } from './idempotency-key.js';

const Input = builder.inputType('VoidTransitionInput', {
  description: 'Which transition was a mistake.',
  fields: (t) => ({
    idempotencyKey: idempotencyKey(t),
    externalId: t.string({ required: true, description: "The transition's external id." }),
    reason: t.string({ required: true, description: 'Why it is voided; kept with it.' }),
  }),
});

const Payload = builder.objectRef<{ readonly voidedAt: number }>('VoidTransitionPayload').implement({
  description: 'The transition counts no longer; for an earlier `knownAt` it still does.',
  fields: (t) => ({
    voidedAt: t.expose('voidedAt', { type: 'DateTime', description: 'When it was voided, the first time.' }),
  }),
});

builder.mutationField('voidTransition', (t) =>
  t.field({
    type: Payload,
    errors: { types: [InvalidInput] },
    description: 'Voids a transition that was recorded by mistake. Nothing is deleted.',
    authScopes: { scope: 'leads:write' },
    args: { input: t.arg({ type: Input, required: true, description: WHAT_IS_ASKED }) },
    resolve: command('voidTransition', async ({ database, workspaceId, once }, input) => ({
      voidedAt: await voidTransition(database, workspaceId, input, once),
    })),
  }),
);
