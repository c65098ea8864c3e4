import { InvalidInput } from '@leadstage/core';
import { builder } from '../../builder.js';
import { rotateApiKey } from '../../commands/rotate-api-key.js';
import { issuedKeyPayload } from './api-key-payload.js';
import { command, WHAT_IS_ASKED } from './command.js';
import { idempotencyKey } from './idempotency-key.js';

const Input = builder.inputType('RotateApiKeyInput', {
  description: 'Which key is replaced, and how long both work.',
  fields: (t) => ({
    idempotencyKey: idempotencyKey(t),
    id: t.id({ required: true, description: 'Of the key that is to go.' }),
    overlap: t.field({
      type: 'Duration',
      description:
        'How long the old key still works: none to 30 days, default PT24H. It never works longer than before.',
    }),
    expiresAt: t.field({
      type: 'DateTime',
      description:
        'Of the new key, at most five years ahead; null: never. Left out: it lasts as long as the old one was made for.',
    }),
  }),
});

const Payload = issuedKeyPayload('RotateApiKeyPayload', 'The new key, which is shown once.');

builder.mutationField('rotateApiKey', (t) =>
  t.field({
    type: Payload,
    errors: { types: [InvalidInput] },
    description: 'Makes a key with the name and the scopes of another, which then ends after an overlap.',
    authScopes: { scope: 'admin' },
    args: { input: t.arg({ type: Input, required: true, description: WHAT_IS_ASKED }) },
    resolve: command('rotateApiKey', ({ database, workspaceId, once }, { id, overlap, expiresAt }) =>
      rotateApiKey(database, workspaceId, { id, overlap: overlap ?? undefined, expiresAt }, once),
    ),
  }),
);
