import { InvalidInput } from '@leadstage/core';
import { builder } from '../../builder.js';
import { enableRule } from '../../commands/enable-rule.js';
import { command, WHAT_IS_ASKED } from './command.js';
import { idempotencyKey } from './idempotency-key.js';
import { rulePayload } from './rule-payload.js';

const Input = builder.inputType('EnableRuleInput', {
  description: 'Which rule is switched on.',
  fields: (t) => ({
    idempotencyKey: idempotencyKey(t),
    key: t.string({ required: true, description: "The rule's key." }),
    version: t.int({ required: false, description: 'Default the latest.' }),
  }),
});

const Payload = rulePayload('EnableRulePayload', 'The version that is on.');

builder.mutationField('enableRule', (t) =>
  t.field({
    type: Payload,
    errors: { types: [InvalidInput] },
    description:
      'Switches a version of a rule on, and any other of the same rule off. That moves no lead by itself: from then on every write of a lead runs it. Ask `dryRunRule` first what it would do.',
    authScopes: { scope: 'admin' },
    args: { input: t.arg({ type: Input, required: true, description: WHAT_IS_ASKED }) },
    resolve: command('enableRule', ({ database, workspaceId, once }, { key, version }) =>
      enableRule(database, workspaceId, { key, version: version ?? undefined }, once),
    ),
  }),
);
