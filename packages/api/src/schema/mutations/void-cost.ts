import { InvalidInput } from '@leadstage/core';
import { builder } from '../../builder.js';
import { voidCost } from '../../commands/void-cost.js';
import { command, WHAT_IS_ASKED } from './command.js';
import { idempotencyKey } from './idempotency-key.js';

const Input = builder.inputType('VoidCostInput', {
  description: 'Which cost should not have been recorded.',
  fields: (t) => ({
    idempotencyKey: idempotencyKey(t),
    externalId: t.string({ required: true, description: "The cost's external id." }),
    reason: t.string({ required: true, description: 'Why it is voided; kept with it.' }),
  }),
});

const Payload = builder.objectRef<{ readonly voidedAt: number }>('VoidCostPayload').implement({
  description: 'The cost counts no longer; for an earlier `knownAt` it still does.',
  fields: (t) => ({
    voidedAt: t.expose('voidedAt', { type: 'DateTime', description: 'When it was voided, the first time.' }),
  }),
});

builder.mutationField('voidCost', (t) =>
  t.field({
    type: Payload,
    errors: { types: [InvalidInput] },
    description: 'Voids a cost that was recorded by mistake. Nothing is deleted, and its external id stays taken.',
    authScopes: { scope: 'costs:write' },
    args: { input: t.arg({ type: Input, required: true, description: WHAT_IS_ASKED }) },
    resolve: command('voidCost', async ({ database, workspaceId, once }, input) => ({
      voidedAt: await voidCost(database, workspaceId, input, once),
    })),
  }),
);
