import { attributesOf } from '@leadstage/core';
import { inWorkspace } from '@leadstage/prisma';
import { builder } from '../builder.js';
import type { Context } from '../context.js';
import type { WorkspaceState } from '../query/workspace-state.js';
import { ruleNamedBy } from '../rules/rule-mark.js';
import { findRule, isEnabled, loadRules, type StoredRule, versionsOf } from '../rules/stored-rule.js';
import { StageDefinitionType } from './stage-definition.js';
import { TransitionType } from './transition.js';

/** A request asks for the rules once, and again after a mutation: then its workspace is loaded anew. */
const known = new WeakMap<WorkspaceState, Promise<StoredRule[]>>();

/** Every version of every rule. */
export async function rulesOf(context: Context): Promise<StoredRule[]> {
  const state = await context.workspace();
  const rules =
    known.get(state) ?? inWorkspace(context.database, state.id, (transaction) => loadRules(transaction, state.id));
  known.set(state, rules);
  return rules;
}

export const RuleType = builder.objectRef<StoredRule>('Rule');

RuleType.implement({
  description:
    'One version of a qualification rule: when a lead meets the condition, the rule moves it up to a stage. The form of conditions is described in docs/rules.md.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'How the rule is named: `ICP_TO_MQL`.' }),
    version: t.exposeInt('version', { description: 'Counts from 1 per rule.' }),
    name: t.exposeString('name', { description: 'For people.' }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When this version was defined.' }),
    to: t.field({
      type: StageDefinitionType,
      nullable: true,
      description: "The stage that it moves leads to, by today's definition.",
      resolve: ({ targetStageId }, _args, { stageById }) => stageById.load(targetStageId),
    }),
    condition: t.field({
      type: 'JSON',
      description:
        'When a lead meets it, as it was written, with its keys in one order and its numbers in one spelling.',
      resolve: ({ condition }) => condition,
    }),
    attributes: t.stringList({
      description: 'The attributes of leads that the condition reads.',
      resolve: ({ condition }) => attributesOf(condition),
    }),
    enabled: t.boolean({
      description: 'Whether this version is switched on: every write of a lead runs it.',
      resolve: isEnabled,
    }),
    enabledAt: t.expose('enabledAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was switched on, the last time; null: never.',
    }),
    disabledAt: t.expose('disabledAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was switched off; null while it is on, and when it never was.',
    }),
    enabledVersion: t.int({
      nullable: true,
      description: 'The version of the rule that is switched on, if any; at most one is.',
      resolve: async ({ key }, _args, context) =>
        versionsOf(await rulesOf(context), key).find(isEnabled)?.version ?? null,
    }),
    versions: t.field({
      type: [RuleType],
      description: 'All versions of the rule, the latest first.',
      resolve: async ({ key }, _args, context) => versionsOf(await rulesOf(context), key).reverse(),
    }),
  }),
});

builder.queryFields((t) => ({
  rules: t.field({
    type: [RuleType],
    description: 'The qualification rules by key, each in its latest version.',
    authScopes: { scope: 'reports:read' },
    resolve: async (_root, _args, context) => {
      const rules = await rulesOf(context);
      return rules.filter((rule) => findRule(rules, rule.key) === rule);
    },
  }),
  rule: t.field({
    type: RuleType,
    nullable: true,
    description: 'A qualification rule, in its latest version; null when there is none.',
    authScopes: { scope: 'reports:read' },
    args: { key: t.arg.string({ required: true, description: 'Its key.' }) },
    resolve: async (_root, { key }, context) => versionsOf(await rulesOf(context), key).at(-1) ?? null,
  }),
}));

builder.objectField(StageDefinitionType, 'rules', (t) =>
  t.field({
    type: [RuleType],
    description: 'Where rules decide: those that are switched on now and move leads to this stage.',
    resolve: async ({ id }, _args, context) =>
      (await rulesOf(context)).filter((rule) => isEnabled(rule) && rule.targetStageId === id),
  }),
);

builder.objectField(TransitionType, 'rule', (t) =>
  t.field({
    type: RuleType,
    nullable: true,
    description: 'The rule that made it, in the version that did; null when none did.',
    resolve: async (transition, _args, context) => {
      const named = ruleNamedBy(transition);
      if (named === null) return null;
      return versionsOf(await rulesOf(context), named.key).find(({ version }) => version === named.version) ?? null;
    },
  }),
);
