import { InvalidInput } from '@leadstage/core';
import { builder } from '../../builder.js';
import { parseId } from '../../webhooks/parse-id.js';
import { resendDeliveries } from '../../webhooks/resend-deliveries.js';
import { command, WHAT_IS_ASKED } from './command.js';
import { idempotencyKey } from './idempotency-key.js';

const Input = builder.inputType('ResendDeliveriesInput', {
  description: 'Which dead deliveries are to be sent again.',
  fields: (t) => ({
    idempotencyKey: idempotencyKey(t),
    webhook: t.id({ required: true, description: "The webhook's id." }),
    events: t.idList({
      description: 'Ids of events; default all of its dead ones. Those that are not dead are left as they are.',
    }),
  }),
});

const Payload = builder.objectRef<{ readonly resent: number }>('ResendDeliveriesPayload').implement({
  description: 'The deliveries are on their way again.',
  fields: (t) => ({
    resent: t.exposeInt('resent', { description: 'How many. They have all their attempts again.' }),
  }),
});

builder.mutationField('resendDeliveries', (t) =>
  t.field({
    type: Payload,
    errors: { types: [InvalidInput] },
    description: 'Sends what was given up again, under the same event ids.',
    authScopes: { scope: 'admin' },
    args: { input: t.arg({ type: Input, required: true, description: WHAT_IS_ASKED }) },
    resolve: command('resendDeliveries', async ({ database, workspaceId, once }, input) => {
      const webhook = parseId(input.webhook, ['webhook']);
      const events = input.events?.map((id, index) => parseId(id, ['events', index], 15));
      return { resent: await resendDeliveries(database, workspaceId, { webhook, events }, once) };
    }),
  }),
);
