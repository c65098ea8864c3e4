import { builder } from '../../builder.js';
import type { RuleVersion } from '../../commands/define-rule.js';
import { findRule } from '../../rules/stored-rule.js';
import { RuleType, rulesOf } from '../rule.js';

/** The payload of a mutation whose result is a version of a rule, which is shown as it is now. */
export function rulePayload(name: string, description: string) {
  return builder.objectRef<RuleVersion>(name).implement({
    description,
    fields: (t) => ({
      rule: t.field({
        type: RuleType,
        description: 'As it is now.',
        resolve: async ({ key, version }, _args, context) => findRule(await rulesOf(context), key, version),
      }),
    }),
  });
}
