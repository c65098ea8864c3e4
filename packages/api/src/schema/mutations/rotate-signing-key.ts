import { InvalidInput } from '@leadstage/core';
import { builder } from '../../builder.js';
import { rotateSigningKey } from '../../commands/rotate-signing-key.js';
import { command, WHAT_IS_ASKED } from './command.js';
import { idempotencyKey } from './idempotency-key.js';

const Input = builder.inputType('RotateSigningKeyInput', {
  description: 'How long embed tokens that were made before are taken.',
  fields: (t) => ({
    idempotencyKey: idempotencyKey(t),
    overlap: t.field({
      type: 'Duration',
      description: 'PT0S to PT24H; default PT24H, which no token outlives. PT0S ends every token now.',
    }),
  }),
});

const Payload = builder.objectRef<{ readonly validUntil: number }>('RotateSigningKeyPayload').implement({
  description: 'Embed tokens are signed with a new key.',
  fields: (t) => ({
    validUntil: t.expose('validUntil', {
      type: 'DateTime',
      description: 'Until when tokens that were made before are taken, where they do not expire first.',
    }),
  }),
});

const DEFAULT_OVERLAP = 86_400_000;

builder.mutationField('rotateSigningKey', (t) =>
  t.field({
    type: Payload,
    errors: { types: [InvalidInput] },
    description: 'Signs embed tokens with a new key from now on.',
    authScopes: { scope: 'admin' },
    args: { input: t.arg({ type: Input, required: true, description: WHAT_IS_ASKED }) },
    resolve: command('rotateSigningKey', async ({ database, workspaceId, once }, { overlap }) => ({
      validUntil: await rotateSigningKey(database, workspaceId, overlap ?? DEFAULT_OVERLAP, once),
    })),
  }),
);
