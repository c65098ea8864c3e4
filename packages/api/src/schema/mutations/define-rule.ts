import { InvalidInput } from '@leadstage/core';
import { builder } from '../../builder.js';
import { defineRule } from '../../commands/define-rule.js';
import { command, WHAT_IS_ASKED } from './command.js';
import { idempotencyKey } from './idempotency-key.js';
import { rulePayload } from './rule-payload.js';

const Input = builder.inputType('DefineRuleInput', {
  description: 'A qualification rule, or a new version of one.',
  fields: (t) => ({
    idempotencyKey: idempotencyKey(t),
    key: t.string({
      required: true,
      description: 'Yours: capital letters, digits and _, at most 63: `ICP_TO_MQL`. A known one makes a new version.',
    }),
    name: t.string({ required: true, description: 'For people, 1–200 characters.' }),
    to: t.string({
      required: true,
      description: 'Key, standard name or alias of the stage that it moves leads to; not the first one.',
    }),
    condition: t.field({
      type: 'JSON',
      required: true,
      description: 'When a lead meets it; docs/rules.md describes the form.',
    }),
  }),
});

const Payload = rulePayload('DefineRulePayload', 'The version; it is not switched on.');

builder.mutationField('defineRule', (t) =>
  t.field({
    type: Payload,
    errors: { types: [InvalidInput] },
    description:
      'Defines a rule, or a new version of it, which moves nothing until `enableRule`. What says the same as the latest version is that version.',
    authScopes: { scope: 'admin' },
    args: { input: t.arg({ type: Input, required: true, description: WHAT_IS_ASKED }) },
    resolve: command('defineRule', ({ database, workspaceId, once }, input) =>
      defineRule(database, workspaceId, input, once),
    ),
  }),
);
