import { InvalidInput } from '@leadstage/core';
import { builder } from '../../builder.js';
import { deleteWebhook } from '../../webhooks/delete-webhook.js';
import { parseId } from '../../webhooks/parse-id.js';
import { command, WHAT_IS_ASKED } from './command.js';
import { idempotencyKey } from './idempotency-key.js';

const Input = builder.inputType('DeleteWebhookInput', {
  description: 'Which webhook is to go.',
  fields: (t) => ({
    idempotencyKey: idempotencyKey(t),
    id: t.id({ required: true, description: "The webhook's id." }),
  }),
});

const Payload = builder.objectRef<{ readonly deletedAt: number }>('DeleteWebhookPayload').implement({
  description: 'The webhook is told of nothing more.',
  fields: (t) => ({
    deletedAt: t.expose('deletedAt', { type: 'DateTime', description: 'When it was deleted, the first time.' }),
  }),
});

builder.mutationField('deleteWebhook', (t) =>
  t.field({
    type: Payload,
    errors: { types: [InvalidInput] },
    description: 'Deletes a webhook and drops what was on its way to it. A request under way may still arrive.',
    authScopes: { scope: 'admin' },
    args: { input: t.arg({ type: Input, required: true, description: WHAT_IS_ASKED }) },
    resolve: command('deleteWebhook', async ({ database, workspaceId, once }, { id }) => ({
      deletedAt: await deleteWebhook(database, workspaceId, parseId(id, ['id']), once),
    })),
  }),
);
