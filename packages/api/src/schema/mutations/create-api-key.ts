import { InvalidInput } from '@leadstage/core';
import { builder } from '../../builder.js';
import { issueApiKey } from '../../commands/issue-api-key.js';
import { ScopeEnum } from '../scope.js';
import { issuedKeyPayload } from './api-key-payload.js';
import { command, WHAT_IS_ASKED } from './command.js';
import { idempotencyKey } from './idempotency-key.js';

const Input = builder.inputType('CreateApiKeyInput', {
  description: 'What the key is for and may do.',
  fields: (t) => ({
    idempotencyKey: idempotencyKey(t),
    name: t.string({ required: true, description: 'What it is for, 1–255 characters.' }),
    scopes: t.field({ type: [ScopeEnum], required: true, description: 'What it may do, at least one.' }),
    expiresAt: t.field({
      type: 'DateTime',
      description: 'From then on it gives nothing; at most five years ahead. Left out or null: never.',
    }),
  }),
});

const Payload = issuedKeyPayload('CreateApiKeyPayload', 'The key, which is shown once.');

builder.mutationField('createApiKey', (t) =>
  t.field({
    type: Payload,
    errors: { types: [InvalidInput] },
    description: 'Makes an API key. A workspace has at most 1,000 valid ones.',
    authScopes: { scope: 'admin' },
    args: { input: t.arg({ type: Input, required: true, description: WHAT_IS_ASKED }) },
    resolve: command('createApiKey', ({ database, workspaceId, once }, { name, scopes, expiresAt }) =>
      issueApiKey(database, workspaceId, { name, scopes, expiresAt }, once),
    ),
  }),
);
