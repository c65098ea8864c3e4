import { InvalidInput } from '@leadstage/core';
import { builder } from '../../builder.js';
import { revokeApiKey } from '../../commands/revoke-api-key.js';
import { ApiKeyType } from '../api-key.js';
import { listedKey } from './api-key-payload.js';
import { command, WHAT_IS_ASKED } from './command.js';
import { idempotencyKey } from './idempotency-key.js';

const Input = builder.inputType('RevokeApiKeyInput', {
  description: 'Which key is to give nothing any more.',
  fields: (t) => ({
    idempotencyKey: idempotencyKey(t),
    id: t.id({ required: true, description: "The key's id." }),
  }),
});

const Payload = builder.objectRef<{ readonly id: string }>('RevokeApiKeyPayload').implement({
  description: 'The key gives nothing any more.',
  fields: (t) => ({
    apiKey: t.field({
      type: ApiKeyType,
      description: 'The key.',
      resolve: ({ id }, _args, context) => listedKey(context, id),
    }),
  }),
});

builder.mutationField('revokeApiKey', (t) =>
  t.field({
    type: Payload,
    errors: { types: [InvalidInput] },
    description:
      'Revokes an API key at once; a request under way may still end. The last key with the scope ADMIN cannot be revoked here.',
    authScopes: { scope: 'admin' },
    args: { input: t.arg({ type: Input, required: true, description: WHAT_IS_ASKED }) },
    resolve: command('revokeApiKey', async ({ database, workspaceId, once }, { id }) => {
      await revokeApiKey(database, workspaceId, { id }, once);
      return { id };
    }),
  }),
);
