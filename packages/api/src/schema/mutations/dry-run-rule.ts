import { InvalidInput } from '@leadstage/core';
import { builder } from '../../builder.js';
import { type DryRunQuestion, dryRunRule } from '../../commands/dry-run-rule.js';
import { flat } from '../../limits/price.js';
import { RuleDryRunType } from '../rule-dry-run.js';
import { command, WHAT_IS_ASKED } from './command.js';

interface InputFields {
  idempotencyKey: string;
  key?: string | null | undefined;
  version?: number | null | undefined;
  condition?: NonNullable<unknown> | null | undefined;
  to?: string | null | undefined;
}

const Input = builder.inputRef<InputFields>('DryRunRuleInput').implement({
  description:
    'A rule that is defined, by `key` and perhaps `version`; or one that is not yet, by `condition` and `to`.',
  fields: (t) => ({
    idempotencyKey: t.string({
      required: true,
      description:
        'As of every mutation. This one changes nothing, so what it answers is not kept: each call looks anew.',
    }),
    key: t.string({ description: 'Of a rule that is defined.' }),
    version: t.int({ description: 'With `key`; default the latest.' }),
    condition: t.field({ type: 'JSON', description: 'Of a rule that is not; docs/rules.md describes the form.' }),
    to: t.string({ description: 'With `condition`: the stage that it would move leads to.' }),
  }),
});

builder.mutationField('dryRunRule', (t) =>
  t.field({
    type: RuleDryRunType,
    extensions: flat(500),
    errors: { types: [InvalidInput] },
    description:
      'What a rule says of every lead as it is now, and what it would do, before it is switched on. Changes nothing. Goes through all leads, some 5,000 a transaction: of hundreds of thousands it takes a while.',
    authScopes: { scope: 'admin' },
    args: { input: t.arg({ type: Input, required: true, description: WHAT_IS_ASKED }) },
    resolve: command('dryRunRule', ({ database, workspaceId }, input) =>
      dryRunRule(database, workspaceId, questionOf(input)),
    ),
  }),
);

/** @throws InvalidInput INVALID_ARGUMENTS unless it is one of the two */
function questionOf({ key, version, condition, to }: Omit<InputFields, 'idempotencyKey'>): DryRunQuestion {
  if (key != null && condition == null && to == null) return { key, version: version ?? undefined };
  if (key == null && version == null && condition != null && to != null) return { condition, to };
  const expected = '`key` (and `version`), or `condition` and `to`';
  throw new InvalidInput('INVALID_ARGUMENTS', [], `Give ${expected}.`, expected);
}
