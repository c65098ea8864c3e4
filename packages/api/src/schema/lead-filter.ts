import type { LeadFilter } from '@leadstage/core';
import { InvalidInput } from '@leadstage/core';
import { builder } from '../builder.js';

interface ConditionInput {
  in?: (string | null | undefined)[] | null | undefined;
  notIn?: (string | null | undefined)[] | null | undefined;
}

const AttributeConditionType = builder.inputRef<ConditionInput>('AttributeConditionInput').implement({
  description: 'Keeps leads by the value of an attribute; null in a list stands for a missing value.',
  fields: (t) => ({
    in: t.stringList({ required: { list: false, items: false }, description: 'One of these.' }),
    notIn: t.stringList({ required: { list: false, items: false }, description: 'None of these.' }),
  }),
});

interface OwnAttributeInput extends ConditionInput {
  name: string;
}

const OwnAttributeConditionType = builder.inputRef<OwnAttributeInput>('OwnAttributeConditionInput').implement({
  description: 'The same for a workspace-defined attribute.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'Its key.' }),
    in: t.stringList({ required: { list: false, items: false }, description: 'One of these.' }),
    notIn: t.stringList({ required: { list: false, items: false }, description: 'None of these.' }),
  }),
});

const STANDARD = ['source', 'leadType', 'campaign', 'region', 'owner', 'account'] as const;

export type LeadFilterFields = { [name in (typeof STANDARD)[number]]?: ConditionInput | null | undefined } & {
  attributes?: OwnAttributeInput[] | null | undefined;
};

export const LeadFilterType = builder.inputRef<LeadFilterFields>('LeadFilterInput').implement({
  description: 'Conditions on leads, all of which must hold.',
  fields: (t) => ({
    source: t.field({ type: AttributeConditionType, description: 'Where the lead came from.' }),
    leadType: t.field({ type: AttributeConditionType, description: 'What it answered.' }),
    campaign: t.field({ type: AttributeConditionType, description: 'The campaign that won it.' }),
    region: t.field({ type: AttributeConditionType, description: 'Where it is.' }),
    owner: t.field({ type: AttributeConditionType, description: 'Who works it.' }),
    account: t.field({ type: AttributeConditionType, description: "Its company, by the caller's own id." }),
    attributes: t.field({ type: [OwnAttributeConditionType], description: 'Workspace-defined attributes.' }),
  }),
});

export function leadFilter(fields: LeadFilterFields | null | undefined): LeadFilter {
  // Without a prototype: `__proto__` is then a name like any other, and refused as one that leads do not have.
  const conditions: Record<string, LeadFilter[string]> = Object.create(null);
  for (const name of STANDARD) {
    const condition = fields?.[name];
    if (condition) conditions[name] = lists(condition);
  }
  for (const condition of fields?.attributes ?? []) {
    if (condition.name in conditions) {
      throw new InvalidInput('INVALID_FILTER', ['filter', 'attributes'], `"${condition.name}" is filtered twice.`);
    }
    conditions[condition.name] = lists(condition);
  }
  return conditions;
}

function lists({ in: included, notIn }: ConditionInput): LeadFilter[string] {
  const values = (list: ConditionInput['in']) => list?.map((value) => value ?? null);
  return { ...(included ? { in: values(included) ?? [] } : {}), ...(notIn ? { notIn: values(notIn) ?? [] } : {}) };
}
