import type { AttributeConditionInput, LeadFilterInput } from '@leadstage/sdk';

/** A value of an attribute; null: leads without one. */
export type Value = string | null;

const STANDARD = ['source', 'leadType', 'campaign', 'region', 'owner', 'account'] as const;
type Standard = (typeof STANDARD)[number];

/** Which values of an attribute a filter lets in; none: it does not say. */
export function chosenValues(filter: LeadFilterInput, attribute: string): readonly Value[] {
  const condition = isStandard(attribute)
    ? filter[attribute]
    : filter.attributes?.find(({ name }) => name === attribute);
  return (condition?.in ?? []).map((value) => value ?? null);
}

/** The filter with these values of an attribute, or without such a condition. All else stays, `notIn` too. */
export function withChosen(filter: LeadFilterInput, attribute: string, values: readonly Value[]): LeadFilterInput {
  if (isStandard(attribute)) {
    const { [attribute]: before, ...others } = filter;
    const after = condition(before, values);
    return after ? { ...others, [attribute]: after } : others;
  }
  const { attributes, ...others } = filter;
  const before = attributes?.find(({ name }) => name === attribute);
  const after = condition(before, values);
  const own = attributes?.filter((each) => each !== before) ?? [];
  const all = after ? [...own, { ...after, name: attribute }] : own;
  return all.length > 0 ? { ...others, attributes: all } : others;
}

function condition(before: AttributeConditionInput | null | undefined, values: readonly Value[]) {
  if (values.length > 0) return { ...before, in: values };
  const { in: _, ...rest } = before ?? {};
  return rest.notIn ? rest : null;
}

function isStandard(attribute: string): attribute is Standard {
  return STANDARD.some((each) => each === attribute);
}
