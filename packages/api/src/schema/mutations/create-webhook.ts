import { InvalidInput } from '@leadstage/core';
import { builder } from '../../builder.js';
import { createWebhook } from '../../webhooks/create-webhook.js';
import { listWebhooks, type WebhookRow } from '../../webhooks/list-webhooks.js';
import { WebhookEventEnum, WebhookType } from '../webhook.js';
import { command, WHAT_IS_ASKED } from './command.js';
import { idempotencyKey } from './idempotency-key.js';

const Input = builder.inputType('CreateWebhookInput', {
  description: 'Where events are sent, and which.',
  fields: (t) => ({
    idempotencyKey: idempotencyKey(t),
    url: t.string({
      required: true,
      description: 'http or https, on the public internet unless the operator allows private addresses.',
    }),
    events: t.field({ type: [WebhookEventEnum], required: true, description: 'At least one.' }),
  }),
});

interface Created {
  readonly webhook: WebhookRow | null;
  readonly secret: string | null;
}

const Payload = builder.objectRef<Created>('CreateWebhookPayload').implement({
  description: 'The webhook and its secret.',
  fields: (t) => ({
    webhook: t.expose('webhook', {
      type: WebhookType,
      nullable: true,
      description: 'Null only where the call is repeated after the webhook was deleted.',
    }),
    secret: t.exposeString('secret', {
      nullable: true,
      description:
        'Key of the signature of every request: `whsec_…`. Keep it; it is shown here alone (again, if the call is repeated with its key).',
    }),
  }),
});

builder.mutationField('createWebhook', (t) =>
  t.field({
    type: Payload,
    errors: { types: [InvalidInput] },
    description: 'Makes a webhook, which is told of what is recorded from then on.',
    authScopes: { scope: 'admin' },
    args: { input: t.arg({ type: Input, required: true, description: WHAT_IS_ASKED }) },
    resolve: command('createWebhook', async ({ database, workspaceId, once }, input) => {
      const { id, secret } = await createWebhook(database, workspaceId, input, once);
      const [webhook] = await listWebhooks(database, workspaceId, [id]);
      return { webhook: webhook ?? null, secret };
    }),
  }),
);
