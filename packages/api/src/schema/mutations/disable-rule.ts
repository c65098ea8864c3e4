import { InvalidInput } from '@leadstage/core';
import { builder } from '../../builder.js';
import { disableRule } from '../../commands/disable-rule.js';
import { command, WHAT_IS_ASKED } from './command.js';
import { idempotencyKey } from './idempotency-key.js';
import { rulePayload } from './rule-payload.js';

const Input = builder.inputType('DisableRuleInput', {
  description: 'Which rule is switched off.',
  fields: (t) => ({
    idempotencyKey: idempotencyKey(t),
    key: t.string({ required: true, description: "The rule's key." }),
  }),
});

const Payload = rulePayload('DisableRulePayload', 'The version that was on; where none was, the latest.');

builder.mutationField('disableRule', (t) =>
  t.field({
    type: Payload,
    errors: { types: [InvalidInput] },
    description: 'Switches a rule off: it moves no more leads. What it moved stays.',
    authScopes: { scope: 'admin' },
    args: { input: t.arg({ type: Input, required: true, description: WHAT_IS_ASKED }) },
    resolve: command('disableRule', ({ database, workspaceId, once }, { key }) =>
      disableRule(database, workspaceId, key, once),
    ),
  }),
);
